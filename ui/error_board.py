"""Which errors stand in the window: one per topic, the newest on top, gone when their cause is gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from station.errors import SignInError, StationError, UsageError
from ui.languages import told
from ui.look.signs import Tone


class Topic(StrEnum):
    """What an error is about. A new error of a topic takes the place of the old one; a success takes it away."""

    SIGN_IN = "sign-in"
    CERTIFICATES = "certificates"
    PRODUCTS = "products"
    QUEUE = "queue"
    HANDOVER = "handover"
    DESK = "desk"
    SYNC = "sync"
    SCANNER = "scanner"
    SCAN = "scan"
    PEOPLE = "people"
    NUMBERS = "numbers"
    HISTORY = "history"
    LIST = "list"
    REPORTS = "reports"
    SETUP = "setup"
    FAULT = "fault"
    LANE = "lane"


@dataclass(frozen=True)
class Standing:
    """What the banner shows: the newest error, how often it came, and how many others stand behind it."""

    title: str
    message: str
    times: int
    others: int
    tone: Tone


class ErrorBoard:
    """Keeps the errors; `on_change` is called after each change with what to show, or None for nothing."""

    def __init__(self) -> None:
        self.on_change: Callable[[Standing | None], None] = lambda _standing: None
        self._errors: dict[Topic, StationError] = {}
        self._times: dict[Topic, int] = {}

    def show(self, topic: Topic, error: StationError) -> None:
        """Put an error on top. The same one again only counts up."""
        before = self._errors.pop(topic, None)
        same = before is not None and str(before) == str(error)
        self._times[topic] = self._times[topic] + 1 if same else 1
        self._errors[topic] = error
        self.on_change(self.standing)

    def clear(self, topic: Topic) -> None:
        """The cause is gone."""
        if self._errors.pop(topic, None) is not None:
            self.on_change(self.standing)

    def close_newest(self) -> None:
        """A person has read the one on top; the next one shows."""
        if self._errors:
            self._errors.popitem()
            self.on_change(self.standing)

    @property
    def standing(self) -> Standing | None:
        if not self._errors:
            return None
        topic, error = next(reversed(self._errors.items()))
        others = len(self._errors) - 1
        title, message = told(error.title), told(error.message)
        return Standing(title, message, self._times[topic], others, tone_of(error))


def tone_of(error: StationError) -> Tone:
    """Blue where it heals by itself, amber where this person can mend it at once, red for the rest."""
    if error.retryable:
        return Tone.INFO
    return Tone.CAUTION if isinstance(error, UsageError | SignInError) else Tone.BAD
