"""What the scan page shows, as plain values: the presenter makes them, the widgets draw them and keep no logic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from station.model import Replacement
from ui.look.signs import Icon, Tone
from ui.sounds.events import Call, Event


@dataclass(frozen=True)
class PanelView:
    """One result in the big panel.

    `label` is the SN (`is_sn`, then shown in groups) or the raw text with control characters made visible;
    `detail` says what to do now; `stripe` is the blue line under a result that still has to be sent. `event` is the
    row of the table of sounds that it belongs to.
    """

    tone: Tone
    icon: Icon
    word: str
    label: str = ""
    is_sn: bool = True
    detail: str = ""
    count: str = ""
    count_caption: str = ""
    note: str = ""
    stripe: str = ""
    event: Event | None = None

    def told_by(self, say: Callable[[str], str]) -> PanelView:
        """The same result in other words: `say` gives a text in another language."""
        return replace(
            self,
            word=say(self.word),
            detail=say(self.detail),
            count_caption=say(self.count_caption),
            note=say(self.note),
            stripe=say(self.stripe),
        )

    @property
    def spoken(self) -> str:
        """The whole panel as one text, for screen readers."""
        count = f"{self.count} {self.count_caption}".strip() if self.count else ""
        parts = (self.word, self.label, count, self.detail, self.note, self.stripe)
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True)
class Notice:
    """A condition that lasts: one full-width line with what is so (`word`) and what to do (`text`)."""

    tone: Tone
    icon: Icon
    word: str
    text: str = ""
    event: Event | None = None


@dataclass(frozen=True)
class Figure:
    """One number with its caption."""

    caption: str
    value: str
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True)
class CountersView:
    """The certificate as a bar of units (`confirmed + waiting + elsewhere + left = total`), and figures."""

    headline: str = ""
    confirmed: int = 0
    waiting: int = 0
    elsewhere: int = 0
    left: int = 0
    legend: tuple[str, str, str, str] = ("", "", "", "")
    figures: tuple[Figure, ...] = ()

    @property
    def spoken(self) -> str:
        figures = ", ".join(f"{figure.caption}: {figure.value}" for figure in self.figures)
        return f"{self.headline}. {', '.join(text for text in self.legend if text)}. {figures}"


@dataclass(frozen=True)
class JobView:
    """The chosen certificate in one line; `warning` is empty while there is plenty left.

    `share` says what is reserved for this station, in `share_tone`; `customer` and `tag` are what a supervisor set for
    this certificate: for whom it is, and the colour of the tag as a word beside its swatch #rrggbb.
    """

    certificate: str
    original_pid: str = ""
    new_pid: str = ""
    warning: str = ""
    tone: Tone = Tone.NORMAL
    share: str = ""
    share_tone: Tone = Tone.NORMAL
    customer: str = ""
    tag: str = ""
    swatch: str = ""
    event: Event | None = None


@dataclass(frozen=True)
class StatusView:
    """One place of the top bar: an icon, what is so, and a second line that belongs to it."""

    name: str
    icon: Icon
    value: str
    second: str = ""
    tone: Tone = Tone.NORMAL
    event: Event | None = None


@dataclass(frozen=True)
class ScanView:
    """Everything on the scan page but the list of the last scans.

    `met` is the earlier row of a unit that was just scanned again; `pinned` is a red result that waits to be
    acknowledged while good scans go on beside it; `paused` means that scans must not be taken until then. To be heard:
    `call` is the newest thing that happened, `lasting` what goes on.
    """

    panel: PanelView
    pinned: PanelView | None
    notices: tuple[Notice, ...]
    counters: CountersView
    job: JobView
    statuses: tuple[StatusView, ...]
    to_acknowledge: int = 0
    paused: bool = False
    met: Replacement | None = None
    call: Call | None = None
    lasting: frozenset[Event] = frozenset()


class ScannerHealth(StrEnum):
    READY = "ready"
    OPENING = "opening"
    LOST = "lost"


@dataclass(frozen=True)
class ScannerReport:
    """How one scanner is; `title` says what happened and `message` what to do, both empty while all is well."""

    device: str
    name: str
    health: ScannerHealth
    title: str = ""
    message: str = ""


class Latch(StrEnum):
    """What a red result does: stay pinned, stop the intake until acknowledged, or nothing."""

    SOFT = "soft"
    HARD = "hard"
    NONE = "none"
