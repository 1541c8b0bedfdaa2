"""Tells a label from what a line with wrong settings makes of one. Pure."""

from typing import Final

SEPARATORS: Final = frozenset(b"\t\n\r\x04\x1c\x1d\x1e\x1f")
"""Control characters that labels do hold: line ends and tabs, and EOT, FS, GS, RS, US of ISO/IEC 15434."""

_LEAST_SHARE: Final = 1 / 3
"""A label is noise when so many of its bytes are no text. Found by simulating lines at wrong rates (test_noise.py)."""


def noise_hint(raw: bytes, encoding: str) -> str:
    """Why these bytes are no text, as words for a person; empty when they are text."""
    strange = sum(_is_control(byte) for byte in raw)
    never = 0
    if not _decodes(raw, encoding):
        strange += sum(byte >= 0x80 for byte in raw)
        never = sum(0x80 <= byte <= 0x9F for byte in raw)  # control characters in Latin-1 as well
    if not never and strange < max(1, len(raw) * _LEAST_SHARE):
        return ""
    parity = _seven_bit_parity(raw)
    if parity:
        return f"the scanner sends 7 data bits and {parity} parity"
    return "wrong baud rate, parity or encoding?"


def _is_control(byte: int) -> bool:
    return (byte < 0x20 and byte not in SEPARATORS) or byte == 0x7F


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeError:
        return False
    return True


def _seven_bit_parity(raw: bytes) -> str:
    """`even` or `odd` when the top bit of each byte is the parity of a printable character, else empty."""
    text = [byte & 0x7F for byte in raw]
    if len(raw) < 4 or any(byte < 0x20 and byte not in SEPARATORS for byte in text):
        return ""
    ones = {byte.bit_count() % 2 for byte in raw}
    if len(ones) > 1:
        return ""
    return "odd" if ones.pop() else "even"
