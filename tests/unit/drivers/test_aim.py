import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.aim import Label, read_label
from drivers.base import DropCause, DroppedLabel, ScanEvent
from drivers.framing import LONGEST_LABEL, Frame
from drivers.labels import ENCODINGS, event_of
from drivers.noise import noise_hint


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        (b"SN1", Label("SN1", None, None)),
        (b"]C0SN1", Label("SN1", "]C0", "Code 128")),
        (b"]C1SN1", Label("SN1", "]C1", "GS1-128")),
        (b"]A0SN1", Label("SN1", "]A0", "Code 39")),
        (b"]E04006381333931", Label("4006381333931", "]E0", "EAN/UPC")),
        (b"]d1SN1", Label("SN1", "]d1", "Data Matrix")),
        (b"]d201\x1d21A", Label("01\x1d21A", "]d2", "GS1 Data Matrix")),
        (b"]Q1SN1", Label("SN1", "]Q1", "QR Code")),
        (b"]XgSN1", Label("SN1", "]Xg", None)),
        (b"]n7SN1", Label("SN1", "]n7", None)),
        (b"]C", Label("]C", None, None)),
        (b"]--1", Label("]--1", None, None)),
        (b"]C0", Label("", "]C0", "Code 128")),
    ],
)
def test_identifiers(raw: bytes, label: Label) -> None:
    assert read_label(raw) == label


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\\000026SN1", "SN1"),
        (b"]C0\\000003\xdcnit", "Ünit"),
        (b"]Q2\\000026" + "产品".encode(), "产品"),
        (b"]Q2\\000029" + "产品".encode("gb18030") + b"\\000003\xdc", "产品Ü"),
        (b"]d4A\\\\B", "A\\B"),
        (b"]d4A\\\\000026", "A\\000026"),
        (b"]C0A\\\\B", "A\\\\B"),
        (b"A\\B", "A\\B"),
        (b"\\999999SN1", "SN1"),
    ],
)
def test_eci(raw: bytes, text: str) -> None:
    assert read_label(raw).text == text


def test_encodings_fall_back_to_latin_1() -> None:
    assert read_label("产品".encode("gbk"), "gbk").text == "产品"
    assert read_label(b"\xdcnit", "utf-8").text == "Ünit"
    assert read_label(b"\xff\xff", "gbk").text == "ÿÿ"


@given(st.binary() | st.from_regex(rb"\A(\][A-Za-z].)?(\\\d{6})?.*\Z"), st.sampled_from(ENCODINGS))
def test_nothing_raises(raw: bytes, encoding: str) -> None:
    read_label(raw, encoding)


@given(st.text(st.characters(exclude_characters="\\]", exclude_categories=["Cs"])))
def test_plain_labels_are_left_alone(text: str) -> None:
    assert read_label(text.encode()) == Label(text, None, None)


def test_an_event_tells_everything_of_its_frame() -> None:
    event = event_of(Frame(b"]C0SN1", 3.0), "serial:x", "utf-8")
    assert event == ScanEvent("SN1", b"]C0SN1", "Code 128", "]C0", "serial:x", 3.0)


def test_a_label_that_is_too_long_is_refused_with_the_limit() -> None:
    event = event_of(Frame(b"S" * LONGEST_LABEL, 3.0, cut=True), "serial:x", "utf-8")
    assert isinstance(event, DroppedLabel)
    assert event.cause is DropCause.TOO_LONG
    assert "16,384 bytes" in event.reason


def test_noise_is_refused_with_its_likely_cause() -> None:
    event = event_of(Frame(b"\x80\xff\xfe", 3.0), "serial:x", "utf-8")
    assert isinstance(event, DroppedLabel)
    assert event.cause is DropCause.NOISE
    assert "wrong baud rate" in event.reason


@given(st.binary(max_size=60), st.sampled_from(ENCODINGS), st.booleans(), st.booleans())
def test_every_frame_is_a_scan_or_says_why_not(raw: bytes, encoding: str, complete: bool, cut: bool) -> None:
    event = event_of(Frame(raw, 3.0, cut, complete), "serial:x", encoding)
    assert event.raw == raw
    assert isinstance(event, ScanEvent) == (complete and not cut and not noise_hint(raw, encoding))
    assert isinstance(event, ScanEvent) or event.reason


def test_an_unfinished_frame_is_never_a_scan() -> None:
    event = event_of(Frame(b"SN", 3.0, complete=False), "serial:x", "utf-8")
    assert isinstance(event, DroppedLabel)
    assert (event.raw, event.at, event.device) == (b"SN", 3.0, "serial:x")
