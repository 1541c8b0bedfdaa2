"""Key events as the kernel numbers them (linux/input-event-codes.h), without a device."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.base import DropCause, DroppedLabel, ScanEvent
from drivers.framing import Framing
from drivers.key_codes import KeyCodes
from drivers.key_labels import KeyLabels
from drivers.us_layout import control_character, us_character

_SHIFT, _CTRL, _ALT, _CAPS, _ENTER = 42, 29, 56, 58, 28
_SYN = (0, 0, 0)
_SYN_DROPPED = (0, 3, 0)
_CODES = {
    char: (code, shift)
    for code in range(2, 58)  # the keypad types the same digits
    for shift in (True, False)
    if (char := us_character(code + 8, shift))
}
_TEXT = st.text("".join(sorted(_CODES)), min_size=1, max_size=40)
Event = tuple[int, int, int]


def _stroke(code: int, *held: int) -> list[Event]:
    """One key with modifiers held, as the reports of a keyboard give it."""
    down = [(1, key, 1) for key in (*held, code)]
    up = [(1, key, 0) for key in (*held, code)]
    return [*down, _SYN, *up, _SYN]


def _typed(text: str) -> list[Event]:
    events = []
    for char in text:
        code, shift = _CODES[char]
        events += _stroke(code, _SHIFT) if shift else _stroke(code)
    return events


def _labels(end: str = "auto", idle_s: float = 0.1) -> KeyLabels:
    return KeyLabels("hid-keyboard:1:1", Framing(end, idle_s=idle_s))


def _data(found: list[ScanEvent | DroppedLabel]) -> list[str]:
    return [event.data for event in found if isinstance(event, ScanEvent)]


@given(st.lists(_TEXT, min_size=1, max_size=5), st.data())
def test_what_a_us_keyboard_types_is_read_however_the_events_come(
    texts: list[str], data: st.DataObject
) -> None:
    events = [event for text in texts for event in (*_typed(text), *_stroke(_ENTER))]
    cuts = sorted(data.draw(st.lists(st.integers(0, len(events)), max_size=5)))
    labels, found = _labels(), []
    for first, last in zip([0, *cuts], [*cuts, len(events)], strict=True):
        found += labels.feed(events[first:last], 1.0)
    expected = [_read_by_hand(text) for text in texts]
    assert _data(found) == expected
    assert len(found) == len(expected)


def _read_by_hand(text: str) -> str:
    """Without the identifier: `]` and two characters in front."""
    from drivers.aim import read_label

    return read_label(text.encode()).text


def test_the_codes_are_the_kernels() -> None:
    # KEY_T KEY_Y KEY_2 KEY_0, shift KEY_MINUS, KEY_SEMICOLON
    events = [*_stroke(20, 42), *_stroke(21, 54), *_stroke(3), *_stroke(11), *_stroke(12, 42), *_stroke(39)]
    assert _data(_labels().feed([*events, *_stroke(96)], 1.0)) == ["TY20_;"]


def test_group_separators_come_as_ctrl_and_a_bracket() -> None:
    events = [*_typed("0101"), *_stroke(27, _CTRL), *_typed("10AB"), *_stroke(_ENTER)]
    assert _data(_labels().feed(events, 1.0)) == ["0101\x1d10AB"]


@given(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]"))
def test_ctrl_makes_control_characters(char: str) -> None:
    code, _ = _CODES[char]
    keys = KeyCodes()
    keys.feed(_CTRL, 1)
    assert keys.feed(code, 1) == control_character(char)


def test_caps_lock_and_other_keys_change_nothing() -> None:
    events = [*_stroke(_CAPS), *_typed("aB"), *_stroke(_CAPS), *_stroke(69), *_stroke(59), *_stroke(_ENTER)]
    assert _data(_labels().feed(events, 1.0)) == ["aB"]


def test_a_held_key_does_not_repeat() -> None:
    code, _ = _CODES["7"]
    events = [(1, code, 1), _SYN, (1, code, 2), _SYN, (1, code, 2), _SYN, (1, code, 0), _SYN]
    assert _data(_labels().feed([*events, *_stroke(_ENTER)], 1.0)) == ["7"]


@pytest.mark.parametrize(
    ("digits", "text"),
    [("0065", "A"), ("065", "A"), ("65", "A"), ("0220", "Ü"), ("154", "Ü"), ("20135", "产")],
)
def test_alt_with_keypad_digits_types_the_character_of_that_number(digits: str, text: str) -> None:
    pad = {"0": 82, "1": 79, "2": 80, "3": 81, "4": 75, "5": 76, "6": 77, "7": 71, "8": 72, "9": 73}
    events: list[Event] = [(1, _ALT, 1), *(event for digit in digits for event in _stroke(pad[digit]))]
    assert _data(_labels().feed([*events, (1, _ALT, 0), *_stroke(_ENTER)], 1.0)) == [text]


def test_keypad_digits_are_digits() -> None:
    events = [event for code in (79, 80, 81, 75, 76, 77, 71, 72, 73, 82) for event in _stroke(code)]
    assert _data(_labels().feed([*events, *_stroke(_ENTER)], 1.0)) == ["1234567890"]


@pytest.mark.parametrize(("end", "code"), [("cr", 28), ("tab", 15), ("lf", 101), ("auto", 15), ("auto", 96)])
def test_end_keys(end: str, code: int) -> None:
    assert _data(_labels(end).feed([*_typed("SN1"), *_stroke(code)], 1.0)) == ["SN1"]


def test_silence_ends_a_label_of_a_scanner_without_end_key() -> None:
    labels = _labels()
    assert labels.feed(_typed("SN1"), 1.0) == []
    assert labels.wait() == pytest.approx(0.1)
    assert labels.tick(1.05) == []
    assert _data(labels.tick(1.1)) == ["SN1"]


@given(st.lists(_TEXT, min_size=2, max_size=4), st.data())
def test_no_label_that_may_lack_a_key_is_a_scan(texts: list[str], data: st.DataObject) -> None:
    events = [event for text in texts for event in (*_typed(text), *_stroke(_ENTER))]
    first = data.draw(st.integers(0, len(events)))
    last = data.draw(st.integers(first, len(events)))
    labels = _labels()
    found = labels.feed([*events[:first], _SYN_DROPPED, *events[last:]], 1.0)
    found += labels.tick(10.0)
    whole = [_read_by_hand(text) for text in texts]
    scans = _data(found)
    dropped = [event for event in found if isinstance(event, DroppedLabel)]
    assert len(dropped) == 1
    assert dropped[0].cause is DropCause.DEVICE
    assert dropped[0].reason
    before = len(scans) and next(n for n in range(len(scans), -1, -1) if scans[:n] == whole[:n])
    assert scans[before:] == whole[len(whole) - (len(scans) - before) :]


def test_after_a_loss_the_next_label_is_read() -> None:
    labels = _labels()
    events = [*_typed("SN1"), _SYN_DROPPED, *_typed("X"), *_stroke(_ENTER)]
    [dropped] = labels.feed(events, 1.0)
    assert isinstance(dropped, DroppedLabel)
    assert dropped.raw.startswith(b"SN1")
    assert _data(labels.feed([*_typed("SN2"), *_stroke(_ENTER)], 2.0)) == ["SN2"]


def test_what_is_held_at_the_end_is_dropped() -> None:
    labels = _labels()
    labels.feed(_typed("PART"), 1.0)
    [dropped] = labels.end()
    assert dropped.raw == b"PART"
    assert labels.end() == []


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 800), st.integers(0, 2))))
def test_no_event_raises(events: list[Event]) -> None:
    labels = _labels()
    labels.feed(events, 1.0)
    labels.tick(9.0)
    labels.end()
