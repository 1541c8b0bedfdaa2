"""Keys that follow each other closely: how many, how fast, and whether that is a scanner's pace."""

from typing import Final

from drivers.framing import LONGEST_LABEL
from drivers.key_strokes import KeyStroke

FEWEST_CHARACTERS: Final = 6
SLOWEST_AVERAGE_MS: Final = 30.0
"""So many characters at this pace or faster are a scan, whatever follows."""
FEWEST_WITH_END: Final = 3
SHORT_AVERAGE_MS: Final = 15.0
"""Fewer characters are a scan too when Return or Tab follows as fast: no person does that."""
TYPING_GAP_MS: Final = 60
"""Keys further apart than this do not belong together, unless they are a scan already."""
DOUBTFUL_GAP_MS: Final = 250
"""Three keys at the pace of a short scan may be a scan that has come to a halt: they are held longer."""


class Run:
    """The keys held by now, each with its character, which is empty for a modifier."""

    def __init__(self) -> None:
        self.keys: list[tuple[KeyStroke, str]] = []
        self.count = 0
        self.first_ms = 0
        self.last_ms = 0
        self.cut = False
        self.broken = False
        """It came to a halt after it was known to be a scan."""

    def __bool__(self) -> bool:
        return bool(self.keys)

    def add(self, key: KeyStroke, char: str) -> None:
        if char:
            self.first_ms = key.at_ms if self.count == 0 else self.first_ms
            self.last_ms = key.at_ms
            self.count += 1
        if len(self.keys) < LONGEST_LABEL:
            self.keys.append((key, char))
        else:
            self.cut = True

    @property
    def is_scan(self) -> bool:
        known = self.cut or self.broken
        return self.count >= FEWEST_CHARACTERS and (known or self._average_ms() <= SLOWEST_AVERAGE_MS)

    @property
    def looks_like_scan(self) -> bool:
        """Too short to be sure, but faster than people type."""
        return self.count >= FEWEST_WITH_END and self._average_ms() <= SHORT_AVERAGE_MS

    @property
    def is_fast(self) -> bool:
        """At a scanner's pace, however short."""
        return self.count > 1 and self._average_ms() <= SLOWEST_AVERAGE_MS

    def is_scan_with_end(self, end_ms: int) -> bool:
        """Whether an end at this time makes a scan of it."""
        if self.is_scan:
            return True
        return self.count >= FEWEST_WITH_END and end_ms - self.first_ms <= SHORT_AVERAGE_MS * self.count

    @property
    def typing_gap_ms(self) -> int:
        """The longest gap to a key that still belongs to it, while it is no scan yet."""
        return DOUBTFUL_GAP_MS if self.looks_like_scan else TYPING_GAP_MS

    def _average_ms(self) -> float:
        return (self.last_ms - self.first_ms) / max(1, self.count - 1)
