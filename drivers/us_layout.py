"""What a US keyboard types, by X11 key code. A wedge scanner is such a keyboard unless set up otherwise.

An X11 key code (also Wayland's, as Qt gives it) is the Linux input code plus 8; Windows' scan codes plus 8 are the
same for these keys. Source: linux/input-event-codes.h.
"""

from typing import Final

_ROWS: Final = (
    (10, "1234567890-=", "!@#$%^&*()_+"),
    (24, "qwertyuiop[]", "QWERTYUIOP{}"),
    (38, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (51, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (65, " ", " "),
    (63, "*", "*"),
    (79, "789-456+1230.", "789-456+1230."),
    (106, "/", "/"),
)
"""The last three are the keypad: some scanners send digits by it, whether or not Num Lock is on."""
_PLAIN: Final = {first + i: char for first, plain, _ in _ROWS for i, char in enumerate(plain)}
_SHIFTED: Final = {first + i: char for first, _, shifted in _ROWS for i, char in enumerate(shifted)}


def us_character(scan_code: int | None, shift: bool) -> str | None:
    """The character on this key of a US keyboard; None for a key that types none."""
    if scan_code is None:
        return None
    return (_SHIFTED if shift else _PLAIN).get(scan_code)


def control_character(char: str) -> str | None:
    """What Ctrl with this character sends (Ctrl+] is the group separator 0x1D); None when it sends nothing."""
    code = ord(char.upper()) if len(char) == 1 else 0
    return chr(code & 0x1F) if 0x40 <= code <= 0x5F else None
