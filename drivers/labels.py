"""From a frame of bytes to the event that the station gets."""

from typing import Final

from drivers.aim import read_label
from drivers.base import DropCause, DroppedLabel, ScanEvent
from drivers.framing import LONGEST_LABEL, Frame
from drivers.noise import noise_hint

ENCODINGS: Final = ("utf-8", "gbk", "gb18030", "big5", "shift_jis", "euc_kr", "latin-1", "ascii")
"""Encodings that a scanner can be set to. All keep control characters as single bytes, so that framing works."""


def event_of(frame: Frame, device: str, encoding: str) -> ScanEvent | DroppedLabel:
    """The scan that a frame holds, or the words about why it holds none.

    No scan is a label that never ended, one that is longer than is kept, and one that is no text.
    """
    if frame.cut:
        reason = f"the label is longer than {LONGEST_LABEL:,} bytes and is refused"
        return DroppedLabel(device, reason, frame.raw, frame.at, DropCause.TOO_LONG)
    hint = noise_hint(frame.raw, encoding)
    if hint:
        return DroppedLabel(device, f"unreadable characters: {hint}", frame.raw, frame.at, DropCause.NOISE)
    if not frame.complete:
        return DroppedLabel(device, "the label stopped before its end mark", frame.raw, frame.at)
    label = read_label(frame.raw, encoding)
    return ScanEvent(
        label.text, frame.raw, label.symbology, label.aim, device, frame.at, terminated=frame.terminated
    )
