"""What scanners in keyboard mode send: boot keyboard reports (USB HID 1.11, appendix B; usages of page 7)."""

from typing import Final

_SHIFT: Final = 0x02
_CONTROL: Final = 0x01
_PLAIN_KEYS: Final = {
    **{chr(ord("a") + number): 0x04 + number for number in range(26)},
    **dict(zip("1234567890", range(0x1E, 0x28), strict=True)),
    **{"\r": 0x28, "\t": 0x2B, " ": 0x2C, "-": 0x2D, "=": 0x2E, "[": 0x2F, "]": 0x30, "\\": 0x31},
    **{";": 0x33, "'": 0x34, "`": 0x35, ",": 0x36, ".": 0x37, "/": 0x38},
}
_SHIFTED: Final = dict(
    zip(
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()_+{}|:"~<>?',
        "abcdefghijklmnopqrstuvwxyz1234567890-=[]\\;'`,./",
        strict=True,
    )
)
RELEASED: Final = bytes(8)


def keyboard_reports(text: str) -> list[bytes]:
    """The reports of a US keyboard that types `text`; a group separator is Ctrl and `]`, as scanners send it."""
    reports = []
    for character in text:
        reports += [_pressed(character), RELEASED]
    return reports


def _pressed(character: str) -> bytes:
    modifier, key = 0, character
    if character == "\x1d":
        modifier, key = _CONTROL, "]"
    elif character in _SHIFTED:
        modifier, key = _SHIFT, _SHIFTED[character]
    return bytes((modifier, 0, _PLAIN_KEYS[key], 0, 0, 0, 0, 0))
