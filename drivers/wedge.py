"""The keyboard wedge: tells a scanner's key strokes from a person's. Pure logic; the window feeds it.

A scanner in keyboard mode types like a person, only faster: on average 30 ms a character or less, at least 6
characters, then Return, Tab or 100 ms of silence. Keys are held until it is clear what they are, at most 60 ms after
the last one for a person, and then passed on in order. Time is what the key strokes' own time stamps say: after a
stall of the window all of them arrive at once, but their stamps keep the true spacing.
"""

import enum
from dataclasses import dataclass
from typing import Final

from drivers.aim import read_label
from drivers.base import ScanEvent
from drivers.framing import LONGEST_LABEL
from drivers.us_layout import control_character, us_character

FEWEST_CHARACTERS: Final = 6
SLOWEST_AVERAGE_MS: Final = 30.0
TYPING_GAP_MS: Final = 60
"""Keys further apart than this do not belong together, unless they are a scan already."""
SCAN_GAP_MS: Final = 100
"""Silence that ends a scan without Return or Tab."""

ADDRESS: Final = "wedge:keyboard"


class Key(enum.Enum):
    """What a key is for the wedge. MODIFIER is Shift, Ctrl, Alt, Meta or Caps Lock by itself."""

    CHAR = "char"
    ENTER = "enter"
    TAB = "tab"
    MODIFIER = "modifier"
    OTHER = "other"


class Modifiers(enum.Flag):
    """Modifier keys held down with a key."""

    NONE = 0
    SHIFT = enum.auto()
    CTRL = enum.auto()
    ALT = enum.auto()
    META = enum.auto()


@dataclass(frozen=True)
class KeyStroke:
    """One key press. `text` is what the layout in force makes of it, `scan_code` the X11 key code if known.

    `at_ms` is the event's own time stamp in milliseconds. `auto_repeat` marks a key that is held down.
    """

    text: str
    scan_code: int | None
    key: Key
    at_ms: int
    modifiers: Modifiers = Modifiers.NONE
    auto_repeat: bool = False


@dataclass(frozen=True)
class Pass:
    """Keys of a person: give them to the focused field, in this order."""

    keys: tuple[KeyStroke, ...]


@dataclass(frozen=True)
class WedgeScan:
    """One scan: swallow all its keys. `event.at` is the time stamp of the last key in seconds.

    `typed` is what the layout in force made of the keys. `layout_differs` says that it is not what the scanner meant:
    keyboard layout or Caps Lock of this computer are wrong for it (`caps_lock`: the difference is only in case).
    `terminated` is false when the scan ended by silence: the scanner is not set up to send Return or Tab.
    `torn` is true when earlier keys of it were handed on already (a key that is no character stood in it, or `flush`
    came too early): do not accept it.
    """

    event: ScanEvent
    typed: str
    layout_differs: bool
    caps_lock: bool
    terminated: bool
    torn: bool


class WedgeDecoder:
    """Takes every key press and says, in order, what is clear by now; an empty answer means: hold this key too.

    With `trust_text` the characters are taken from `KeyStroke.text`: for a scanner that is set up for this computer's
    own layout. Otherwise they come from the scan codes of a US keyboard, and from the text where there is none.
    """

    def __init__(self, trust_text: bool = False) -> None:
        self._trust_text = trust_text
        self._run: list[tuple[KeyStroke, str]] = []  # held keys and their characters, empty for a modifier
        self._count = 0
        self._first_ms = 0
        self._last_ms = 0
        self._typing = False  # this run of keys is a person's: nothing is held until the next gap
        self._cut = False
        self._torn = False
        self._torn_until_ms: int | None = None
        self._suffix_ms: int | None = None

    def feed(self, key: KeyStroke) -> list[Pass | WedgeScan]:
        """Take one key press. The answer covers this key too, unless the answer is that it is held."""
        settled = self._expire(key.at_ms)
        return settled + self._take(key)

    def flush(self, now_ms: int) -> list[Pass | WedgeScan]:
        """Give back what `now_ms` (on the clock of `KeyStroke.at_ms`) makes clear.

        Call it when `next_deadline_ms` is over and no key press is waiting to be fed: one turn of the event loop after
        the timer. After a stall the waiting keys would otherwise be torn off the held ones.
        """
        limit, last = self._limit_ms(), self._last_ms
        settled = self._expire(now_ms)
        if settled:
            self._torn_until_ms = last + limit
        return settled

    def next_deadline_ms(self) -> int | None:
        """When `flush` should be called; None while nothing is held."""
        return self._last_ms + self._limit_ms() + 1 if self._run else None

    def _take(self, key: KeyStroke) -> list[Pass | WedgeScan]:
        if key.key is Key.MODIFIER and self._run:
            self._keep(key, "")
            return []
        char = self._character(key)
        if char is None or key.auto_repeat:
            return self._interrupt(key)
        if char in ("\r", "\n", "\t"):
            return self._terminate(key)
        return self._hold(key, char)

    def _hold(self, key: KeyStroke, char: str) -> list[Pass | WedgeScan]:
        self._last_ms = key.at_ms
        if self._typing:
            return [Pass((key,))]
        if not self._run:
            self._first_ms = key.at_ms
            self._torn = self._torn_until_ms is not None and key.at_ms <= self._torn_until_ms
        self._count += 1
        self._keep(key, char)
        if self._count >= FEWEST_CHARACTERS and not self._scan_like():
            self._typing = True
            return self._release()
        return []

    def _keep(self, key: KeyStroke, char: str) -> None:
        if len(self._run) < LONGEST_LABEL:
            self._run.append((key, char))
        else:
            self._cut = True

    def _interrupt(self, key: KeyStroke) -> list[Pass | WedgeScan]:
        """A key that no scan holds: whatever it interrupts was typed, and what follows at once is not a whole scan."""
        interrupts = bool(self._run)
        passed = self._release(key)
        if interrupts:
            self._torn_until_ms = key.at_ms + TYPING_GAP_MS
        return passed

    def _terminate(self, key: KeyStroke) -> list[Pass | WedgeScan]:
        if self._scan_like():
            self._suffix_ms = key.at_ms
            self._last_ms = key.at_ms
            return [self._scan(terminated=True)]
        if (
            self._suffix_ms is not None
            and 0 <= key.at_ms - self._suffix_ms <= TYPING_GAP_MS
            and not self._run
        ):
            self._suffix_ms = key.at_ms  # CR and LF, or Return and Tab: still the end of that scan
            return []
        return self._release(key)

    def _expire(self, now_ms: int) -> list[Pass | WedgeScan]:
        """Settle the run when the time since its last key says that it is over."""
        if 0 <= now_ms - self._last_ms <= self._limit_ms():
            return []
        self._typing = False
        if not self._run:
            return []
        return [self._scan(terminated=False)] if self._scan_like() else self._release()

    def _scan_like(self) -> bool:
        if self._count < FEWEST_CHARACTERS:
            return False
        average = (self._last_ms - self._first_ms) / (self._count - 1)
        return self._cut or average <= SLOWEST_AVERAGE_MS

    def _limit_ms(self) -> int:
        return SCAN_GAP_MS if self._scan_like() else TYPING_GAP_MS

    def _release(self, *more: KeyStroke) -> list[Pass | WedgeScan]:
        keys = (*(key for key, _ in self._run), *more)
        self._forget()
        return [Pass(keys)] if keys else []

    def _forget(self) -> None:
        self._run = []
        self._count = 0
        self._cut = False
        self._torn_until_ms = None

    def _scan(self, terminated: bool) -> WedgeScan:
        meant = "".join(char for _, char in self._run)
        typed = "".join(char if _is_control(char) else key.text for key, char in self._run)
        raw = meant.encode("utf-8", "replace")
        label = read_label(raw)
        at = self._last_ms / 1000
        event = ScanEvent(label.text, raw, label.symbology, label.aim, ADDRESS, at, self._cut)
        differs = not self._trust_text and typed != meant
        caps_lock = differs and typed.lower() == meant.lower()
        scan = WedgeScan(event, typed, differs, caps_lock, terminated, self._torn)
        self._forget()
        return scan

    def _character(self, key: KeyStroke) -> str | None:
        """The character of a key that can belong to a scan; None for keys that cannot, such as shortcuts."""
        if key.key in (Key.ENTER, Key.TAB):
            end = "\r" if key.key is Key.ENTER else "\t"
            return None if key.modifiers else end
        if key.key is Key.MODIFIER or key.modifiers & (Modifiers.ALT | Modifiers.META):
            return None
        us = us_character(key.scan_code, Modifiers.SHIFT in key.modifiers)
        if Modifiers.CTRL in key.modifiers:  # amid a scan a control character, else a person's shortcut
            return control_character(us or key.text) if self._run else None
        text = key.text if key.key is Key.CHAR else ""
        return ((text or us) if self._trust_text else (us or text)) or None


def _is_control(char: str) -> bool:
    return char < " "
