"""From a frame of bytes to the event that the station gets."""

from typing import Final

from drivers.aim import read_label
from drivers.base import DroppedLabel, ScanEvent
from drivers.framing import Frame

ENCODINGS: Final = ("utf-8", "gbk", "gb18030", "big5", "shift_jis", "euc_kr", "latin-1", "ascii")
"""Encodings that a scanner can be set to. All keep control characters as single bytes, so that framing works."""


def event_of(frame: Frame, device: str, encoding: str) -> ScanEvent | DroppedLabel:
    """The scan that a complete frame holds, or the words about one that never ended."""
    if not frame.complete:
        return DroppedLabel(device, "the label stopped before its end mark", frame.raw, frame.at)
    label = read_label(frame.raw, encoding)
    return ScanEvent(label.text, frame.raw, label.symbology, label.aim, device, frame.at, frame.cut)
