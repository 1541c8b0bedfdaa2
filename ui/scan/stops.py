"""What keeps a red result on the screen and a line from going on: pins, the latch, wrong products in a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from station.model import Verdict
from ui.look.signs import Tone
from ui.scan.scan_views import Latch, PanelView

WRONG_IN_A_ROW = 3
"""So many units of a wrong product in a row stop the line for a supervisor."""
MOST_PINNED = 50

_SUPERVISED = frozenset(
    {Verdict.WRONG_PRODUCT, Verdict.QUOTA_FULL, Verdict.CERTIFICATE_CLOSED, Verdict.RUN_NOT_OPEN}
)
"""Stops that a supervisor ends; where the disk does not record, anybody may try again."""


@dataclass(frozen=True)
class Pin:
    """One result that waits to be acknowledged."""

    panel: PanelView
    verdict: Verdict
    stops_intake: bool


class Row:
    """Counts wrong products that come one after the other."""

    def __init__(self) -> None:
        self.length = 0

    def count(self, wrong: bool) -> bool:
        """Take one unit; true when it makes the row so long that the line stops."""
        self.length = self.length + 1 if wrong else 0
        return self.length >= WRONG_IN_A_ROW


class Stops:
    """The pinned results, newest last. For one thread."""

    def __init__(self, latch: Latch) -> None:
        self._latch = latch
        self._pins: tuple[Pin, ...] = ()

    def __len__(self) -> int:
        return len(self._pins)

    def pin(self, panel: PanelView, verdict: Verdict) -> bool:
        """Keep a result that the latch keeps; of each kind of stop only the newest. False when it is not kept."""
        stop = panel.tone is Tone.STOP
        if not stop and (panel.tone is not Tone.BAD or self._latch is Latch.NONE):
            return False
        kept = tuple(pin for pin in self._pins if not (stop and pin.verdict is verdict))
        self._pins = (*kept, Pin(panel, verdict, self._stops_intake(panel, verdict)))[-MOST_PINNED:]
        return True

    def _stops_intake(self, panel: PanelView, verdict: Verdict) -> bool:
        line_stopped = verdict is Verdict.WRONG_PRODUCT and panel.tone is Tone.STOP
        return verdict is Verdict.NOT_RECORDED or line_stopped or self._latch is Latch.HARD

    @property
    def newest(self) -> PanelView | None:
        return self._pins[-1].panel if self._pins else None

    @property
    def paused(self) -> bool:
        """Whether scans must not be taken until somebody acknowledges."""
        return any(pin.stops_intake for pin in self._pins)

    @property
    def supervised(self) -> PanelView | None:
        """The newest pin when it is a stop that a supervisor has to end."""
        pin = self._pins[-1] if self._pins else None
        return pin.panel if pin and pin.panel.tone is Tone.STOP and pin.verdict in _SUPERVISED else None

    def panels(self) -> tuple[PanelView, ...]:
        """The stops among the pins, oldest first."""
        return tuple(pin.panel for pin in self._pins if pin.panel.tone is Tone.STOP)

    def tell_again(self, say: Callable[[str], str]) -> None:
        """Put what is pinned into another language."""
        self._pins = tuple(replace(pin, panel=pin.panel.told_by(say)) for pin in self._pins)

    def acknowledge(self) -> None:
        self._pins = self._pins[:-1]

    def end(self, verdict: Verdict) -> None:
        """What was stopped by this kind goes on."""
        self._pins = tuple(
            pin for pin in self._pins if pin.verdict is not verdict or pin.panel.tone is not Tone.STOP
        )

    def clear(self) -> None:
        """Another certificate: stops end, red results stay."""
        self._pins = tuple(pin for pin in self._pins if pin.panel.tone is not Tone.STOP)
