"""Reasons and labels of the core taken apart, and patterns filled: what all words of the scan page are made with."""

from __future__ import annotations

import re

from ui.languages import told

_CUT = re.compile(r"(?P<text>.*) \((?P<length>[0-9]+) characters(, masked)?\)", re.DOTALL)
_CONTROL_NAME = re.compile(r"<(NUL|STX|ETX|TAB|LF|CR|GS|RS|U\+[0-9A-F]{4,6})>")
"""Both as `station.serial_numbers` writes them into the shown text of a label."""


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""


def code_of(reason: str) -> str:
    """The code in front of the colon of a reason."""
    return reason.partition(":")[0].strip()


def explanation(reason: str) -> str:
    """The words after the code of a reason; a reason without a colon is a bare code and has none."""
    return told(reason.partition(":")[2].strip())


def shown_label(label: str) -> tuple[str, int]:
    """A label as `station.serial_numbers` shows it, apart: its text, and its length as it was scanned."""
    cut = _CUT.fullmatch(label)
    if cut is not None:
        return cut["text"], int(cut["length"])
    return label, len(_CONTROL_NAME.sub("?", label))


def fill(pattern: str, *values: str) -> str:
    """Put values for %1, %2 ... in one pass, so that a value that holds %2 stays as it is."""
    return re.sub(r"%([1-9])", lambda found: values[int(found[1]) - 1], pattern)
