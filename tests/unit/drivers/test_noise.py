"""What a port with wrong settings reads must not look like scans. The bytes come from a simulated wire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.framing import Framer, Framing
from drivers.labels import ENCODINGS
from drivers.noise import noise_hint
from tests.helpers.serial_wire import receive, send

_RATES = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)
_LABELS = [f"TY20A4F{number:05d}".encode() for number in range(0, 100_000, 3001)]


def _frames(data: bytes) -> list[bytes]:
    framer = Framer(Framing())
    return [frame.raw for frame in [*framer.feed(data, 1.0), *framer.tick(9.0)]]


@pytest.mark.parametrize("rate", _RATES)
def test_the_wire_carries_labels_when_both_ends_agree(rate: int) -> None:
    stream = b"".join(label + b"\r" for label in _LABELS)
    assert receive(send(stream, rate), rate) == stream


@pytest.mark.parametrize(("sender", "port"), [(s, p) for s in _RATES for p in _RATES if s != p])
def test_a_wrong_rate_gives_hardly_any_label(sender: int, port: int) -> None:
    frames = [raw for label in _LABELS for raw in _frames(receive(send(label + b"\r", sender), port))]
    scans = [raw for raw in frames if not noise_hint(raw, "utf-8")]
    assert len(scans) <= len(frames) * 0.15
    assert not set(scans) & set(_LABELS)


@pytest.mark.parametrize(("parity", "name"), [("E", "even"), ("O", "odd")])
def test_seven_bits_with_parity_are_recognised(parity: str, name: str) -> None:
    for label in _LABELS:
        for raw in _frames(receive(send(label + b"\r", 9600, bits=7, parity=parity), 9600)):
            assert noise_hint(raw, "utf-8") == f"the scanner sends 7 data bits and {name} parity"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (b"SN1", "utf-8"),
        (b"\xdcnit", "utf-8"),  # Latin-1 read as UTF-8: one letter is strange, the label is not
        ("产品A1".encode("gbk"), "gbk"),
        ("产品".encode(), "utf-8"),
        (b"01095\x1d10AB\x1e\x04", "utf-8"),
        (b"SN\x01234567", "utf-8"),
    ],
)
def test_labels_are_no_noise(raw: bytes, encoding: str) -> None:
    assert noise_hint(raw, encoding) == ""


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1), st.sampled_from(ENCODINGS))
def test_no_text_is_noise_in_its_own_encoding(text: str, encoding: str) -> None:
    raw = text.encode(encoding, "ignore")
    assert noise_hint(raw, encoding) == ""


@given(st.binary(), st.sampled_from(ENCODINGS))
def test_nothing_raises(raw: bytes, encoding: str) -> None:
    noise_hint(raw, encoding)
