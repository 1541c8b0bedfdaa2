from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.key_strokes import Key, KeyStroke, Modifiers
from drivers.us_layout import us_character
from drivers.wedge import Pass, WedgeDecoder, WedgeScan

_CODES = {
    us_character(code, shift): (code, Modifiers.SHIFT if shift else Modifiers.NONE)
    for shift in (True, False)
    for code in range(9, 66)
}
_SN = "SN:Yz-42/a_b"


def _key(char: str, at_ms: int, text: str | None = None) -> KeyStroke:
    """A key of a US keyboard; `text` is what another layout makes of it."""
    if char in "\r\t":
        return KeyStroke(char, None, Key.ENTER if char == "\r" else Key.TAB, at_ms)
    code, modifiers = _CODES[char]
    return KeyStroke(char if text is None else text, code, Key.CHAR, at_ms, modifiers)


def _burst(text: str, at_ms: int = 1000, gap_ms: int = 5) -> list[KeyStroke]:
    return [_key(char, at_ms + gap_ms * i) for i, char in enumerate(text)]


def _feed(decoder: WedgeDecoder, keys: Sequence[KeyStroke]) -> list[Pass | WedgeScan]:
    return [decision for key in keys for decision in decoder.feed(key)]


def _passed(decisions: Sequence[Pass | WedgeScan]) -> list[KeyStroke]:
    return [key for decision in decisions if isinstance(decision, Pass) for key in decision.keys]


def _scans(decisions: Sequence[Pass | WedgeScan]) -> list[WedgeScan]:
    return [decision for decision in decisions if isinstance(decision, WedgeScan)]


@pytest.mark.parametrize("end", ["\r", "\t"])
def test_a_burst_with_an_end_is_a_scan_at_once(end: str) -> None:
    decoder = WedgeDecoder()
    assert _feed(decoder, _burst(_SN)) == []
    [scan] = _scans(decoder.feed(_key(end, 1060)))
    assert (scan.event.data, scan.terminated, scan.torn, scan.layout_differs) == (_SN, True, False, False)
    assert scan.event.at == 1.06
    assert scan.event.device.startswith("wedge:")
    assert decoder.next_deadline_ms() is None


def test_a_scanner_without_an_end_is_waited_for_a_second_once_and_then_100_ms() -> None:
    decoder = WedgeDecoder()
    for first_ms, silence_ms in ((1000, 1000), (3000, 100), (4000, 100)):
        _feed(decoder, _burst("SN1234", first_ms, gap_ms=10))
        deadline = first_ms + 50 + silence_ms + 1
        assert decoder.next_deadline_ms() == deadline
        assert decoder.flush(deadline - 1) == []
        [scan] = _scans(decoder.flush(deadline))
        assert (scan.event.data, scan.terminated, scan.torn) == ("SN1234", False, False)
    assert decoder.flush(9999) == []


def test_a_scanner_that_sends_an_end_and_falls_silent_has_sent_no_whole_label() -> None:
    decoder = WedgeDecoder()
    _feed(decoder, _burst(_SN + "\r"))
    _feed(decoder, _burst(_SN, at_ms=2000))
    assert decoder.flush(2900) == []
    [scan] = _scans(decoder.flush(3100))
    assert scan.torn


def test_a_scanner_set_up_anew_to_send_no_end_is_believed_the_third_time() -> None:
    decoder = WedgeDecoder()
    _feed(decoder, _burst(_SN + "\r"))
    torn = []
    for n in range(1, 6):
        _feed(decoder, _burst(_SN, at_ms=n * 10_000))
        torn += [scan.torn for scan in _scans(decoder.flush(n * 10_000 + 5000))]
    assert torn == [True, True, True, False, False]


@pytest.mark.parametrize(("gap_ms", "is_scan"), [(1, True), (30, True), (31, False), (60, False)])
def test_speed_decides(gap_ms: int, is_scan: bool) -> None:
    keys = [*_burst("SN12345678", gap_ms=gap_ms), _key("\r", 1000 + 10 * gap_ms)]
    decisions = _feed(WedgeDecoder(), keys)
    assert bool(_scans(decisions)) is is_scan
    assert _passed(decisions) == ([] if is_scan else keys)


@pytest.mark.parametrize(
    ("label", "end_ms", "is_scan"),
    [
        ("SN", 1010, False),
        ("SN1", 1015, True),
        ("SN123", 1075, True),
        ("SN123", 1080, False),
        ("SN1234", 1085, True),
    ],
)
def test_length_and_pace_decide(label: str, end_ms: int, is_scan: bool) -> None:
    keys = [*_burst(label), _key("\r", end_ms)]
    decisions = _feed(WedgeDecoder(), keys)
    assert bool(_scans(decisions)) is is_scan
    assert _passed(decisions) == ([] if is_scan else keys)


def test_a_hiccup_amid_a_scan_is_forgiven() -> None:
    keys = [*_burst("SN123456"), *_burst("789\r", at_ms=1130)]
    [scan] = _scans(_feed(WedgeDecoder(), keys))
    assert (scan.event.data, scan.torn) == ("SN123456789", False)


def test_a_halt_amid_a_scan_reaches_no_field_and_counts_for_nothing() -> None:
    keys = [*_burst("SN123456"), *_burst("789\r", at_ms=1400)]
    decisions = _feed(WedgeDecoder(), keys)
    assert _passed(decisions) == []
    assert [scan.torn for scan in _scans(decisions)] == [True]


def test_the_rest_of_a_label_that_came_to_a_halt_again_and_again_is_no_label() -> None:
    decoder = WedgeDecoder()
    gaps = [0, 5, 55, 60, 65, 120, 180, 600, 605, 610, 615, 620]
    keys = [replace(key, at_ms=1000 + gap) for key, gap in zip(_burst(_SN), gaps, strict=True)]
    scans = _scans(_feed(decoder, [*keys, *_burst("345\r", at_ms=1625)]))
    assert [scan.torn for scan in scans] == [True]


def _with_shift(keys: list[KeyStroke]) -> list[KeyStroke]:
    """Each key with the Shift that it needs, as scanners send it."""
    shift = KeyStroke("", 50, Key.MODIFIER, 0)
    return [
        stroke
        for key in keys
        for stroke in ((replace(shift, at_ms=key.at_ms), key) if key.modifiers else (key,))
    ]


@given(st.integers(1, 17), st.integers(101, 300), st.integers(0, 20), st.booleans())
def test_no_part_of_a_label_is_taken_for_a_label(
    place: int, halt_ms: int, gap_ms: int, with_timer: bool
) -> None:
    decoder = WedgeDecoder()
    decisions = _feed(decoder, _burst(_SN + "\r"))
    keys = _with_shift(_burst(_SN + "\r", at_ms=5000, gap_ms=gap_ms))
    keys = keys[:place] + [replace(key, at_ms=key.at_ms + halt_ms) for key in keys[place:]]
    for key in keys:
        deadline = decoder.next_deadline_ms()
        if with_timer and deadline is not None and deadline <= key.at_ms:
            decisions += decoder.flush(deadline)
        decisions += decoder.feed(key)
    assert {scan.event.data for scan in _scans(decisions) if not scan.torn} == {_SN}


def test_typing_is_held_for_no_more_than_60_ms() -> None:
    decoder = WedgeDecoder()
    key = _key("a", 1000)
    assert decoder.feed(key) == []
    deadline = decoder.next_deadline_ms()
    assert deadline is not None
    assert deadline <= 1061
    assert decoder.flush(deadline) == [Pass((key,))]
    assert decoder.next_deadline_ms() is None


def test_a_held_down_key_passes_at_once() -> None:
    decoder = WedgeDecoder()
    first = _key("a", 1000)
    decoder.feed(first)
    repeat = replace(_key("a", 1030), auto_repeat=True)
    assert decoder.feed(repeat) == [Pass((first, repeat))]
    again = replace(repeat, at_ms=1055)
    assert decoder.feed(again) == [Pass((again,))]


def test_fast_steady_keys_are_not_held_for_ever() -> None:
    decoder = WedgeDecoder()
    keys = _burst("abcdefghij", gap_ms=40)
    assert _passed(_feed(decoder, keys)) == keys
    assert decoder.next_deadline_ms() is None
    [scan] = _scans(_feed(decoder, _burst(_SN + "\r", at_ms=2000)))
    assert scan.event.data == _SN


@pytest.mark.parametrize(
    "key",
    [
        KeyStroke("\r", 36, Key.ENTER, 1000),
        KeyStroke("", 36, Key.ENTER, 1000),
        KeyStroke("\t", 23, Key.TAB, 1000),
        KeyStroke("\x08", 22, Key.OTHER, 1000),
        KeyStroke("", 50, Key.MODIFIER, 1000),
        KeyStroke("\x13", 39, Key.CHAR, 1000, Modifiers.CTRL),
        KeyStroke("f", 41, Key.CHAR, 1000, Modifiers.ALT),
        KeyStroke("\r", 36, Key.ENTER, 1000, Modifiers.CTRL),
    ],
)
def test_keys_that_begin_no_scan_pass_at_once(key: KeyStroke) -> None:
    decoder = WedgeDecoder()
    assert decoder.feed(key) == [Pass((key,))]
    assert decoder.next_deadline_ms() is None


@pytest.mark.parametrize(
    ("text", "caps_lock"),
    [("SNÖZyß42-a?b", False), ("SNMYw)'é!q°b", False), ("sn:yZ-42/A_B", True)],
)
def test_another_layout_is_read_through_and_told(text: str, caps_lock: bool) -> None:
    keys = [_key(char, 1000 + 5 * i, typed) for i, (char, typed) in enumerate(zip(_SN, text, strict=True))]
    [scan] = _scans(_feed(WedgeDecoder(), [*keys, _key("\r", 1070)]))
    assert scan.event.data == _SN
    assert scan.typed == text
    assert scan.layout_differs
    assert scan.caps_lock is caps_lock


def test_a_scanner_of_the_same_foreign_layout_is_read_by_its_text() -> None:
    keys = [
        _key(char, 1000 + 5 * i, typed)
        for i, (char, typed) in enumerate(zip("SNY123", "SNZ123", strict=True))
    ]
    [scan] = _scans(_feed(WedgeDecoder(trust_text=True), [*keys, _key("\r", 1070)]))
    assert (scan.event.data, scan.layout_differs) == ("SNZ123", False)


def test_without_scan_codes_the_text_is_taken() -> None:
    keys = [replace(key, scan_code=None) for key in _burst("SN-1234\r")]
    [scan] = _scans(_feed(WedgeDecoder(), keys))
    assert (scan.event.data, scan.layout_differs) == ("SN-1234", False)


def test_a_dead_key_of_the_layout_is_no_lost_character() -> None:
    keys = _burst("SN`123\r")
    keys[2] = replace(keys[2], text="", key=Key.OTHER)
    [scan] = _scans(_feed(WedgeDecoder(), keys))
    assert (scan.event.data, scan.layout_differs) == ("SN`123", True)


@pytest.mark.parametrize("text", ["1", "", None])
def test_digits_of_the_keypad_are_digits_whatever_num_lock_says(text: str | None) -> None:
    keypad = {"7": 79, "8": 80, "9": 81, "4": 83, "5": 84, "6": 85, "1": 87, "2": 88, "3": 89, "0": 90}
    keys = [KeyStroke(text, keypad[char], Key.OTHER, 1000 + 5 * i) for i, char in enumerate("7894561230")]
    [scan] = _scans(_feed(WedgeDecoder(), [*keys, _key("\r", 1055)]))
    assert scan.event.data == "7894561230"


def test_alt_gr_makes_characters_for_a_scanner_of_the_same_layout() -> None:
    keys = _burst("SN@1234\r")
    keys[2] = KeyStroke("@", 24, Key.CHAR, keys[2].at_ms, Modifiers.CTRL | Modifiers.ALT)
    [scan] = _scans(_feed(WedgeDecoder(trust_text=True), keys))
    assert (scan.event.data, scan.torn) == ("SN@1234", False)


def test_control_characters_come_as_ctrl_keys() -> None:
    keys = _burst("]d201AB]21C\r")
    keys[7] = KeyStroke("", 35, Key.CHAR, keys[7].at_ms, Modifiers.CTRL)
    [scan] = _scans(_feed(WedgeDecoder(), keys))
    assert scan.event.data == "01AB\x1d21C"
    assert (scan.event.aim, scan.event.symbology) == ("]d2", "GS1 Data Matrix")
    assert not scan.layout_differs


def test_shift_keys_belong_to_the_scan() -> None:
    shift = KeyStroke("", 50, Key.MODIFIER, 0)
    keys = [stroke for key in _burst("sN12aB\r") for stroke in (replace(shift, at_ms=key.at_ms), key)]
    decisions = _feed(WedgeDecoder(), keys)
    assert _passed(decisions) == keys[:1]  # a Shift that might be anybody's
    assert [scan.event.data for scan in _scans(decisions)] == ["sN12aB"]


def test_line_feed_or_tab_after_return_presses_no_button() -> None:
    decoder = WedgeDecoder()
    decisions = _feed(decoder, [*_burst(_SN + "\r"), _key("\t", 1065), _key("\r", 1070)])
    assert _passed(decisions) == []
    enter = _key("\r", 1200)
    assert decoder.feed(enter) == [Pass((enter,))]


def test_a_stall_of_the_window_changes_nothing() -> None:
    """All keys are fed at once, late; their stamps keep the spacing, and flush comes after them."""
    decoder = WedgeDecoder()
    typed = [_key("a", 1000), _key("b", 1200), _key("\r", 1400)]
    decisions = _feed(decoder, [*typed, *_burst(_SN + "\r", at_ms=2000)]) + decoder.flush(9000)
    assert _passed(decisions) == typed
    assert [scan.event.data for scan in _scans(decisions)] == [_SN]


def test_a_scan_torn_by_an_early_flush_is_marked() -> None:
    decoder = WedgeDecoder()
    keys = _burst(_SN + "\r")
    _feed(decoder, keys[:3])
    assert decoder.flush(5000) == [Pass(tuple(keys[:3]))]
    [scan] = _scans(_feed(decoder, keys[3:]))
    assert scan.torn
    [whole] = _scans(_feed(decoder, _burst(_SN + "\r", at_ms=6000)))
    assert not whole.torn


def test_a_scan_torn_by_a_key_that_is_no_character_is_marked() -> None:
    keys = _burst("SN1234567890\r")
    keys[3] = KeyStroke("", 67, Key.OTHER, keys[3].at_ms)
    [scan] = _scans(_feed(WedgeDecoder(), keys))
    assert scan.torn


def test_an_endless_burst_is_cut_and_marked() -> None:
    decoder = WedgeDecoder()
    _feed(decoder, _burst("7" * 20_000, gap_ms=1))
    [scan] = _scans(decoder.feed(_key("\r", 21_001)))
    assert scan.event.cut
    assert len(scan.event.data) < 20_000


@dataclass(frozen=True)
class _Typed:
    """One key of a person and the pause after it."""

    char: str
    pause_ms: int


@dataclass(frozen=True)
class _Scanned:
    """One scan of a wedge: mixed gaps, an end, and a pause after it."""

    label: str
    gaps_ms: list[int]
    end: str
    pause_ms: int


_PRINTABLE = st.characters(min_codepoint=32, max_codepoint=126)
_TYPED = st.builds(_Typed, _PRINTABLE | st.sampled_from("\r\t"), st.integers(61, 400))
_SCANNED = st.builds(
    _Scanned,
    st.text(_PRINTABLE.filter(lambda char: char not in "]\\"), min_size=6, max_size=30),
    st.lists(st.integers(0, 30), min_size=30, max_size=30),
    st.sampled_from(["\r", "\t", "\r\r"]),
    st.integers(101, 400),
)


def _stream(
    parts: list[_Typed | _Scanned], *, with_end: bool
) -> tuple[list[KeyStroke], list[KeyStroke], list[str]]:
    """All keys in time, those a person typed, and the labels scanned. Nobody types and scans in the same moment."""
    now, keys, typed, labels = 1000, [], [], []
    for part in parts:
        if isinstance(part, _Typed):
            keys.append(_key(part.char, now))
            typed.append(keys[-1])
        else:
            now += 1001
            for char, gap in zip(part.label, part.gaps_ms, strict=False):
                keys.append(_key(char, now))
                now += gap
            keys += [_key(char, now) for char in part.end if with_end]
            labels.append(part.label)
            now += 1001
        now += part.pause_ms
    return keys, typed, labels


@settings(deadline=None)  # a busy machine is no fault
@given(st.lists(_TYPED | _SCANNED, max_size=12), st.booleans(), st.booleans())
def test_scans_amid_typing_come_out_exactly(
    parts: list[_Typed | _Scanned], with_timer: bool, with_end: bool
) -> None:
    keys, typed, labels = _stream(parts, with_end=with_end)
    decoder, decisions = WedgeDecoder(), []
    for key in keys:
        deadline = decoder.next_deadline_ms()
        if with_timer and deadline is not None and deadline <= key.at_ms:
            decisions += decoder.flush(deadline)
        decisions += decoder.feed(key)
    decisions += decoder.flush(10**9)
    assert _passed(decisions) == typed
    assert [scan.event.data for scan in _scans(decisions)] == labels
    assert not any(scan.torn for scan in _scans(decisions))


@settings(deadline=None)
@given(
    st.lists(
        st.builds(
            KeyStroke,
            st.sampled_from(["a", "\r", "\x1d", "", "é"]),
            st.none() | st.integers(8, 80),
            st.sampled_from(Key),
            st.integers(0, 500),
            st.sampled_from([Modifiers.NONE, Modifiers.SHIFT, Modifiers.CTRL, Modifiers.ALT]),
            st.booleans(),
        )
    )
)
def test_any_keys_pass_in_order_and_at_most_once(keys: list[KeyStroke]) -> None:
    decoder = WedgeDecoder()
    passed = _passed([*_feed(decoder, keys), *decoder.flush(10**9)])
    remaining = iter(keys)
    assert all(any(key is other for other in remaining) for key in passed)
    assert decoder.next_deadline_ms() is None
