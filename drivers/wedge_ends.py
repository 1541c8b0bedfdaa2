"""Learns whether a keyboard scanner ends its labels by Return or Tab, or only by falling silent."""

from typing import Final

SCAN_GAP_MS: Final = 100
"""Silence that ends a scan of a scanner that sends neither Return nor Tab."""
HALT_MS: Final = 1000
"""Any other is waited for so long when it comes to a halt within a label, and so is a scanner not met before."""
CHANGES_AFTER: Final = 3
"""So many labels in a row without an end: it is another scanner now, or it was set up anew."""


class Endings:
    """One scanner's habit; unknown until its first label."""

    def __init__(self) -> None:
        self._sends_end: bool | None = None
        self._without_end = 0

    @property
    def silence_ms(self) -> int:
        """Silence after which nothing more of a label is to be expected."""
        return SCAN_GAP_MS if self._sends_end is False else HALT_MS

    def met_end(self) -> None:
        self._sends_end = True
        self._without_end = 0

    def met_silence(self) -> bool:
        """A label ended without Return or Tab; true when there is doubt that it was whole."""
        doubtful = self._sends_end is True
        self._without_end += 1
        if self._sends_end is None or self._without_end >= CHANGES_AFTER:
            self._sends_end = False
        return doubtful
