"""Units that are in the ledger and not yet in the numbers of the page, so that a green result counts itself at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from station.model import Replacement, ReplacementState, Tally

if TYPE_CHECKING:
    from station.overview import Overview


class Ahead:
    """What was accepted under the chosen certificate since the numbers were read. For one thread."""

    def __init__(self) -> None:
        self._rows: list[Replacement] = []

    def __len__(self) -> int:
        return len(self._rows)

    def accepted(self, row: Replacement, numbers: Overview | None) -> None:
        """One more unit; numbers that do not say how far they count are taken to count all."""
        if numbers is None or numbers.last_seq is None or row.seq <= numbers.last_seq:
            return
        if numbers.certificate and numbers.certificate.certificate_no == row.certificate_no:
            self._rows.append(row)

    def undone(self, row: Replacement) -> None:
        self._rows = [other for other in self._rows if other.item_id != row.item_id]

    def read(self, numbers: Overview) -> None:
        """New numbers: what they count is not ahead of them any more."""
        last = numbers.last_seq
        self._rows = [row for row in self._rows if last is not None and row.seq > last]

    def added_to(self, numbers: Overview | None) -> Overview | None:
        """The numbers with these units among those of the certificate that wait."""
        if numbers is None or not self._rows:
            return numbers
        saved = numbers.tally[ReplacementState.SAVED] + len(self._rows)
        return replace(numbers, tally=Tally({**numbers.tally.counts, ReplacementState.SAVED: saved}))
