import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.framing import LONGEST_LABEL, STALE_S, TERMINATORS, Frame, Framer, Framing

_ENDS = st.sampled_from([b"\r", b"\n", b"\r\n", b"\t", b"\x00", b"\x03"])
_LABELS = st.binary(min_size=1, max_size=40).map(
    lambda raw: bytes(b for b in raw if b not in b"\r\n\t\x00\x02\x03")
)


def _cut(stream: bytes, sizes: list[int]) -> list[bytes]:
    chunks = []
    for size in sizes:
        chunks.append(stream[:size])
        stream = stream[size:]
    return [*chunks, stream]


def _frames(framer: Framer, chunks: list[bytes]) -> list[Frame]:
    frames = [frame for chunk in chunks for frame in framer.feed(chunk, 1.0)]
    last = framer.end()
    return [*frames, last] if last else frames


@given(st.lists(st.tuples(_LABELS, _ENDS)), st.lists(st.integers(0, 20)), st.booleans())
def test_labels_survive_any_chunking(labels: list[tuple[bytes, bytes]], sizes: list[int], stx: bool) -> None:
    stream = b"".join((b"\x02" if stx else b"") + label + end for label, end in labels)
    frames = _frames(Framer(Framing()), _cut(stream, sizes))
    assert [frame.raw for frame in frames] == [label for label, _ in labels if label]
    assert all(frame.complete and not frame.cut for frame in frames)


@given(
    st.text("AB\r\n\t\x00\x02\x03").map(str.encode) | st.binary(),
    st.lists(st.integers(0, 9)),
    st.sampled_from(sorted(TERMINATORS)),
    st.integers(1, 12),
)
def test_chunking_never_matters(stream: bytes, sizes: list[int], terminator: str, longest: int) -> None:
    framing = Framing(terminator, prefix=b"A", suffix=b"B", longest=longest)
    whole = _frames(Framer(framing), [stream])
    assert _frames(Framer(framing), _cut(stream, sizes)) == whole
    assert all(0 < len(frame.raw) <= longest for frame in whole)


@pytest.mark.parametrize(
    ("framing", "stream", "labels"),
    [
        (Framing(), b"\r\n\r\n\x00\t", []),
        (Framing("cr"), b"A\nB\r", [b"A\nB"]),
        (Framing("crlf"), b"A\rB\r\n", [b"A\rB"]),
        (Framing("crlf"), b"A\r\r\n", [b"A\r"]),
        (Framing("tab"), b"A\r\t", [b"A\r"]),
        (Framing("nul"), b"A\x00B\x00", [b"A", b"B"]),
        (Framing(prefix=b"<", suffix=b">"), b"<A>\r<>\rB\r<<C>>\r", [b"A", b"B", b"<C>"]),
    ],
)
def test_settings(framing: Framing, stream: bytes, labels: list[bytes]) -> None:
    assert [frame.raw for frame in Framer(framing).feed(stream, 1.0)] == labels


@pytest.mark.parametrize("position", range(10))
def test_a_two_byte_terminator_may_come_in_two_reads(position: int) -> None:
    framer = Framer(Framing("crlf"))
    stream = b"A\r\nB\r\r\nC\r\n"
    frames = framer.feed(stream[:position], 1.0) + framer.feed(stream[position:], 2.0)
    assert [frame.raw for frame in frames] == [b"A", b"B\r", b"C"]


def test_a_label_that_stx_interrupts_is_incomplete() -> None:
    frames = Framer(Framing()).feed(b"\x02PAR\x02WHOLE\x03", 1.0)
    assert [(frame.raw, frame.complete) for frame in frames] == [(b"PAR", False), (b"WHOLE", True)]


def test_a_label_that_is_too_long_is_cut_and_marked() -> None:
    framer = Framer(Framing())
    frames = framer.feed(b"X" * (LONGEST_LABEL + 1) + b"\rNEXT\r", 1.0)
    assert [(len(frame.raw), frame.cut) for frame in frames] == [(LONGEST_LABEL, True), (4, False)]
    [exact] = framer.feed(b"X" * LONGEST_LABEL + b"\r", 2.0)
    assert not exact.cut


def test_silence_ends_the_labels_of_a_scanner_without_terminator() -> None:
    framer = Framer(Framing(idle_s=0.25))
    assert framer.feed(b"SN", 1.0) == []
    assert framer.feed(b"1", 1.1) == []
    assert framer.tick(1.34) == []
    assert framer.tick(1.35) == [Frame(b"SN1", 1.1)]
    assert framer.tick(9.0) == []


def test_silence_never_ends_a_label_when_switched_off() -> None:
    framer = Framer(Framing(idle_s=0.0))
    framer.feed(b"SN1", 1.0)
    assert framer.tick(1000.0) == []
    assert framer.feed(b"\r", 1000.0) == [Frame(b"SN1", 1000.0)]


@pytest.mark.parametrize("terminator", ["auto", "cr"])
def test_a_scanner_with_terminator_never_gives_half_a_label(terminator: str) -> None:
    framer = Framer(Framing(terminator))
    framer.feed(b"SN1\rSN", 1.0)
    assert framer.tick(1.0 + STALE_S - 0.01) == []
    assert framer.tick(1.0 + STALE_S) == [Frame(b"SN", 1.0, complete=False)]


def test_a_scanner_that_lost_its_terminator_is_understood_after_one_label() -> None:
    framer = Framer(Framing())
    framer.feed(b"SN1\rSN2", 1.0)
    assert [frame.complete for frame in framer.tick(3.0)] == [False]
    framer.feed(b"SN3", 4.0)
    assert framer.tick(4.3) == [Frame(b"SN3", 4.0)]


def test_noise_between_labels_is_not_taken_for_a_terminator() -> None:
    framer = Framer(Framing())
    framer.feed(b"\x00\r\n", 1.0)
    framer.feed(b"SN1", 2.0)
    assert framer.tick(2.3) == [Frame(b"SN1", 2.0)]


def test_a_label_tells_whether_the_scanner_ended_it_or_silence_did() -> None:
    framer = Framer(Framing())
    framer.feed(b"SILENT", 1.0)
    assert [frame.terminated for frame in framer.tick(1.3)] == [False]
    assert [frame.terminated for frame in framer.feed(b"ENDED\r", 2.0)] == [True]
