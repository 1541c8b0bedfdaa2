"""The keyboard wedge: tells a scanner's key strokes from a person's. Pure logic; the window feeds it.

A scanner in keyboard mode types like a person, only faster: on average 30 ms a character or less, at least 6
characters, then Return, Tab or silence (`drivers.wedge_ends`); with Return or Tab at twice that pace 3 characters are
enough. Keys are held until it is clear what they are, for a person at most 60 ms after the last one (250 ms after
three keys at twice a scanner's slowest pace), and then passed on in order. Time is what the key strokes' own time
stamps say: after a stall of the window all of them arrive at once, but their stamps keep the true spacing.

A scan that may not be whole is marked as torn. It never counts: a part of a label can look like a label.
"""

from dataclasses import dataclass
from typing import Final

from drivers.aim import read_label
from drivers.base import ScanEvent
from drivers.key_strokes import Key, KeyStroke, character_of
from drivers.wedge_ends import SCAN_GAP_MS, Endings
from drivers.wedge_run import FEWEST_CHARACTERS, TYPING_GAP_MS, Run

AFTER_TYPING_MS: Final = 400
AFTER_DOUBT_MS: Final = 1500
"""A scan that begins so soon after keys that were passed on may be the rest of a label: after any keys, and after
keys at a scanner's pace."""

ADDRESS: Final = "wedge:keyboard"


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
    `torn` is true when it may not be the whole label: do not accept it.
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
        self._run = Run()
        self._last_ms = 0
        self._typing = False  # this run of keys is a person's: nothing is held until the next gap
        self._torn = False
        self._torn_until_ms: int | None = None
        self._suffix_ms: int | None = None
        self._endings = Endings()

    def feed(self, key: KeyStroke) -> list[Pass | WedgeScan]:
        """Take one key press. The answer covers this key too, unless the answer is that it is held."""
        settled = self._expire(key.at_ms)
        return settled + self._take(key)

    def flush(self, now_ms: int) -> list[Pass | WedgeScan]:
        """Give back what `now_ms` (on the clock of `KeyStroke.at_ms`) makes clear.

        Call it when `next_deadline_ms` is over and no key press is waiting to be fed: one turn of the event loop after
        the timer. After a stall the waiting keys would otherwise be torn off the held ones.
        """
        return self._expire(now_ms)

    def next_deadline_ms(self) -> int | None:
        """When `flush` should be called; None while nothing is held."""
        return self._last_ms + self._limit_ms() + 1 if self._run else None

    def _take(self, key: KeyStroke) -> list[Pass | WedgeScan]:
        if key.key is Key.MODIFIER and self._run:
            self._run.add(key, "")
            return []
        char = character_of(key, trust_text=self._trust_text, amid_run=bool(self._run))
        if char is None or key.auto_repeat:
            return self._interrupt(key)
        if char in ("\r", "\n", "\t"):
            return self._terminate(key)
        return self._hold(key, char)

    def _hold(self, key: KeyStroke, char: str) -> list[Pass | WedgeScan]:
        late = self._run.is_scan and key.at_ms - self._last_ms > SCAN_GAP_MS
        self._last_ms = key.at_ms
        if self._typing:
            return [Pass((key,))]
        if not self._run:
            self._torn = self._torn_until_ms is not None and key.at_ms <= self._torn_until_ms
        self._run.broken |= late
        self._torn |= late
        self._run.add(key, char)
        if self._run.count >= FEWEST_CHARACTERS and not self._run.is_scan:
            self._typing = True
            return self._release()
        return []

    def _interrupt(self, key: KeyStroke) -> list[Pass | WedgeScan]:
        """A key that no scan holds: whatever it interrupts was typed, and what follows at once is not a whole scan."""
        interrupts = bool(self._run)
        passed = self._release(key)
        if interrupts:
            self._torn_until_ms = key.at_ms + TYPING_GAP_MS
        return passed

    def _terminate(self, key: KeyStroke) -> list[Pass | WedgeScan]:
        if self._run.is_scan_with_end(key.at_ms):
            self._suffix_ms = key.at_ms
            self._last_ms = key.at_ms
            self._endings.met_end()
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
        if self._typing:  # perhaps a scanner that comes to a halt again and again
            self._torn_until_ms = self._last_ms + AFTER_DOUBT_MS
        self._typing = False
        if not self._run:
            return []
        if self._run.is_scan:
            return [self._silent_scan()]
        suspicious = AFTER_DOUBT_MS if self._run.is_fast else AFTER_TYPING_MS
        passed = self._release()
        self._torn_until_ms = self._last_ms + suspicious
        return passed

    def _silent_scan(self) -> WedgeScan:
        until = self._last_ms + self._endings.silence_ms + AFTER_DOUBT_MS
        doubtful = self._endings.met_silence()
        self._torn |= doubtful
        scan = self._scan(terminated=False)
        self._torn_until_ms = until if doubtful else None
        return scan

    def _limit_ms(self) -> int:
        if not self._run.is_scan:
            return self._run.typing_gap_ms
        return self._endings.silence_ms

    def _release(self, *more: KeyStroke) -> list[Pass | WedgeScan]:
        keys = (*(key for key, _ in self._run.keys), *more)
        self._forget()
        return [Pass(keys)] if keys else []

    def _forget(self) -> None:
        if self._run:  # a Shift by itself settles nothing
            self._torn_until_ms = None
        self._run = Run()

    def _scan(self, terminated: bool) -> WedgeScan:
        meant = "".join(char for _, char in self._run.keys)
        typed = "".join(_typed(key, char) for key, char in self._run.keys)
        raw = meant.encode("utf-8", "replace")
        label = read_label(raw)
        at = self._last_ms / 1000
        event = ScanEvent(label.text, raw, label.symbology, label.aim, ADDRESS, at, self._run.cut)
        differs = not self._trust_text and typed != meant
        caps_lock = differs and typed.lower() == meant.lower()
        scan = WedgeScan(event, typed, differs, caps_lock, terminated, self._torn)
        self._forget()
        return scan


def _typed(key: KeyStroke, char: str) -> str:
    return char if key.text is None or char < " " else key.text
