"""Key events of a scanner in keyboard mode, as the kernel gives them, to the bytes that it meant. Pure.

The kernel counts keys as in linux/input-event-codes.h; a value of 1 is a press, 0 a release, 2 a repeat.
"""

from typing import Final

from drivers.us_layout import control_character, us_character

PRESS: Final = 1

_TO_X11: Final = 8
_SHIFTS: Final = frozenset((42, 54))
_CTRLS: Final = frozenset((29, 97))
_ALTS: Final = frozenset((56, 100))
_METAS: Final = frozenset((125, 126))
_HELD: Final = _SHIFTS | _CTRLS | _ALTS | _METAS

_NAMED: Final = {
    1: "\x1b",  # Esc
    14: "\b",  # Backspace
    15: "\t",
    28: "\r",
    96: "\r",  # Enter of the keypad
    101: "\n",  # Linefeed
    111: "\x7f",  # Delete
}
_KEYPAD_DIGITS: Final = {
    82: "0",
    79: "1",
    80: "2",
    81: "3",
    75: "4",
    76: "5",
    77: "6",
    71: "7",
    72: "8",
    73: "9",
}
_LONGEST_ALT_CODE: Final = 5


class KeyCodes:
    """Follows the modifier keys and gives the text of each key press as a US keyboard types it.

    Caps Lock is left out of account: a grabbed keyboard does not switch the desktop's, and a scanner that presses it
    to get capitals through sends Shift as if it were off. Alt with digits of the keypad types the character of that
    number when Alt is released: of Latin-1 with a leading 0 and of code page 437 without, as on Windows.
    """

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._alt_code = ""

    def feed(self, code: int, value: int) -> str:
        """Take one key event; the text that it completes, mostly none or one character."""
        if code in _HELD:
            return self._hold(code, value)
        return self._type(code) if value == PRESS else ""

    def forget(self) -> None:
        """Events were lost: no key is known to be down."""
        self._down.clear()
        self._alt_code = ""

    def _hold(self, code: int, value: int) -> str:
        if value:
            self._down.add(code)
            return ""
        self._down.discard(code)
        if code not in _ALTS or not self._alt_code:
            return ""
        typed, self._alt_code = self._alt_code, ""
        return _alt_character(typed)

    def _type(self, code: int) -> str:
        if self._down & _ALTS:
            digit = _KEYPAD_DIGITS.get(code, "")
            self._alt_code = (self._alt_code + digit)[:_LONGEST_ALT_CODE]
            return ""
        if self._down & _METAS:
            return ""
        char = us_character(code + _TO_X11, bool(self._down & _SHIFTS))
        if self._down & _CTRLS:
            return (control_character(char) if char else None) or ""
        return char or _KEYPAD_DIGITS.get(code) or _NAMED.get(code, "")


def _alt_character(digits: str) -> str:
    number = int(digits)
    if digits.startswith("0") or number > 0xFF:
        return chr(number) if number <= 0xFFFF and not 0xD800 <= number <= 0xDFFF else ""
    return bytes((number,)).decode("cp437")
