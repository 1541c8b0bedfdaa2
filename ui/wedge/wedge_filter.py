"""Keeps what a keyboard scanner types away from fields, buttons and shortcuts, whatever has the focus.

The filter sits on the whole application and looks at key events where they enter a window, so dialogs and menus are
covered too. Each key goes to the decoder; a key that may belong to a scan is held, together with its release. When it
turns out that a person typed, the held keys are given to the focused widget in their order.

A held key never fires a shortcut: shortcuts without Ctrl, Alt or Meta do not work in a window with this filter.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from drivers.wedge import Key, KeyStroke, Modifiers, Pass, WedgeDecoder, WedgeScan

MOST_HELD = 20_000
"""Keys kept for giving back. A burst beyond this is no person, so nothing of it has to be given back."""

FIRST_REPEAT_MS = 100
"""No system repeats a key that is held down sooner than this."""

_EVDEV_TO_X11 = 8
"""X11 key codes are evdev codes plus 8 (xkeyboard-config); Windows scan codes of the main block equal evdev's."""

_MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_MODIFIERS = (
    (Qt.KeyboardModifier.ShiftModifier, Modifiers.SHIFT),
    (Qt.KeyboardModifier.ControlModifier, Modifiers.CTRL),
    (Qt.KeyboardModifier.AltModifier, Modifiers.ALT),
    (Qt.KeyboardModifier.MetaModifier, Modifiers.META),
)


class WedgeFilter(QObject):
    """Install with `watch`. `scanned` carries a `WedgeScan`: one whole burst of a keyboard scanner."""

    scanned = Signal(object)

    def __init__(self, decoder: WedgeDecoder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder = decoder
        self._held: list[tuple[KeyStroke, QKeyEvent]] = []
        self._releases_to_swallow: set[tuple[int, int]] = set()
        self._last_press: tuple[tuple[int, int], int, bool] = ((0, 0), 0, False)
        self._last_stamp = 0
        self._last_seen = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._after_waiting_keys)

    def watch(self, app: QApplication) -> None:
        """Look at all key events of the application from now on."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent):
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:
                return self._keep_from_shortcuts(event)
            case QEvent.Type.KeyPress:
                return self._press(event)
            case QEvent.Type.KeyRelease:
                return self._release(event)
        return False

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        """Qt asks before each key whether it may look for a shortcut: not while it could be part of a scan."""
        stroke = _stroke_of(event, 0, auto_repeat=False)
        if stroke.key is Key.OTHER or stroke.modifiers & (Modifiers.ALT | Modifiers.META):
            return False
        if Modifiers.CTRL in stroke.modifiers and self._decoder.next_deadline_ms() is None:
            return False
        event.accept()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        stamp = self._stamp(event)
        stroke = _stroke_of(event, stamp, self._repeats(event, stamp))
        if len(self._held) < MOST_HELD:
            self._held.append((stroke, event.clone()))
        answers = self._decoder.feed(stroke)
        through = len(self._held) == 1 and answers == [Pass((stroke,))]
        if through:
            self._held.clear()
        else:
            self._releases_to_swallow.add(_id_of(event))
            self._settle(answers)
        self._wait()
        return not through

    def _repeats(self, event: QKeyEvent, stamp: int) -> bool:
        """Whether a key is really held down. X11 says so too of a scanner's `00` with 0 ms between the two keys."""
        last_id, last_stamp, repeating = self._last_press
        same = event.isAutoRepeat() and last_id == _id_of(event)
        repeats = same and (repeating or stamp - last_stamp >= FIRST_REPEAT_MS)
        self._last_press = (_id_of(event), stamp, repeats)
        return repeats

    def _release(self, event: QKeyEvent) -> bool:
        if _id_of(event) not in self._releases_to_swallow:
            return False
        if not event.isAutoRepeat():
            self._releases_to_swallow.discard(_id_of(event))
        return True

    def _stamp(self, event: QKeyEvent) -> int:
        """The event's own time in ms; where the platform gives none, the time now."""
        self._last_seen = time.monotonic()
        self._last_stamp = event.timestamp() or int(self._last_seen * 1000)
        return self._last_stamp

    def _now(self) -> int:
        """The time now on the clock of the events: never later than it really is, so nothing is torn."""
        return self._last_stamp + int((time.monotonic() - self._last_seen) * 1000)

    def _wait(self) -> None:
        deadline = self._decoder.next_deadline_ms()
        if deadline is None:
            self._held.clear()
            self._timer.stop()
        else:
            self._timer.start(max(0, deadline - self._now()))

    def _after_waiting_keys(self) -> None:
        """Keys that wait in the event queue come first: after a stall they would be torn off the held ones."""
        QTimer.singleShot(0, self._flush)

    def _flush(self) -> None:
        deadline = self._decoder.next_deadline_ms()
        if deadline is not None and self._now() >= deadline:
            self._settle(self._decoder.flush(self._now()))
        self._wait()

    def _settle(self, answers: Iterable[Pass | WedgeScan]) -> None:
        for answer in answers:
            if isinstance(answer, WedgeScan):
                self.scanned.emit(answer)
            else:
                self._give_back([event for key in answer.keys if (event := self._taken(key)) is not None])

    def _taken(self, key: KeyStroke) -> QKeyEvent | None:
        for n, (stroke, event) in enumerate(self._held):
            if stroke is key:
                del self._held[n]
                return event
        return None

    def _give_back(self, events: Iterable[QKeyEvent]) -> None:
        """Press and release each key at the focused widget; its real release has been swallowed or will be."""
        for event in events:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                target = _focused()
                if target is not None:
                    QApplication.sendEvent(target, _copy(event, kind))


def _focused() -> QWidget | None:
    popup = QApplication.activePopupWidget()
    inside = popup.focusWidget() if popup is not None else QApplication.focusWidget()
    return next((w for w in (inside, popup, QApplication.activeWindow()) if w is not None), None)


def _copy(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    return QKeyEvent(
        kind,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


def _id_of(event: QKeyEvent) -> tuple[int, int]:
    """The physical key where it is known: between press and release Shift can change what it stands for."""
    code = event.nativeScanCode()
    return (code, 0) if code else (0, event.key())


def _stroke_of(event: QKeyEvent, at_ms: int, auto_repeat: bool) -> KeyStroke:
    modifiers = Modifiers.NONE
    for qt, ours in _MODIFIERS:
        if event.modifiers() & qt:
            modifiers |= ours
    return KeyStroke(event.text(), _x11_code(event), _kind_of(event), at_ms, modifiers, auto_repeat)


def _x11_code(event: QKeyEvent) -> int | None:
    code = event.nativeScanCode()
    if code and QGuiApplication.platformName() == "windows":
        return code + _EVDEV_TO_X11
    return code or None


def _kind_of(event: QKeyEvent) -> Key:
    text = event.text()
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or text in ("\r", "\n"):
        return Key.ENTER
    if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return Key.TAB
    if event.key() in _MODIFIER_KEYS:
        return Key.MODIFIER
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return Key.CHAR if text and (text.isprintable() or control) else Key.OTHER
