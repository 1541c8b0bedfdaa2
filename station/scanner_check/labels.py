"""The test codes: texts in which every usual fault of a scanner's set-up leaves its own trace."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

GS = "\x1d"


class Printed(StrEnum):
    """The symbology that a test code is printed in."""

    CODE_128 = "Code 128"
    QR = "QR Code"


@dataclass(frozen=True)
class CheckLabel:
    """One test code. `key` is printed beside it and is stable; the texts are never SNs (see `serial_numbers`)."""

    key: str
    text: str
    printed: Printed


PLAIN = CheckLabel("A", "PIDtest-Yz_qW:aM/0123456789+5#x1", Printed.CODE_128)
"""Letters that move on German and French keyboards, both cases, all digits, and the signs of SNs. The plus sign, which
is a dead key on some, stands before a digit and not at the end, where it would swallow the Enter."""

SEPARATED = CheckLabel("B", f"PIDtest{GS}Yz-42{GS}x2", Printed.QR)
"""Group separators (GS), as in GS1 codes: a keyboard scanner sends them as Ctrl+] or not at all."""

FOREIGN = CheckLabel("C", "PIDtest é中 x3", Printed.QR)
"""Letters beyond ASCII in UTF-8, which tell the encoding that the scanner sends. SNs need none."""

LABELS = (PLAIN, SEPARATED, FOREIGN)
