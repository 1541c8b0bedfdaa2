"""Keeps what a keyboard scanner types away from fields, buttons and shortcuts, whatever has the focus.

The filter sits on the whole application and looks at key events where they enter a window, so dialogs and menus are
covered too. Each key goes to the decoder; a key that may belong to a scan is held, together with its release. When it
turns out that a person typed, the held keys are given to the focused widget in their order.

A held key never fires a shortcut: shortcuts without Ctrl, Alt or Meta do not work in a window with this filter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from drivers.key_strokes import Key, KeyStroke, Modifiers
from drivers.wedge import Pass, WedgeDecoder, WedgeScan
from ui.wedge.event_clock import EventClock
from ui.wedge.input_method import InputMethodGuard
from ui.wedge.qt_keys import RepeatWatch, copy_of, id_of, stroke_of
from ui.wedge.x11_handover import X11Handover
from ui.wedge.x11_witness import PATIENCE_MS, X11Witness

MOST_HELD = 20_000
"""Keys kept for giving back. A burst beyond this is no person, so nothing of it has to be given back."""


class WedgeFilter(QObject):
    """Install with `watch`, take away with `leave`. `scanned` carries a `WedgeScan`: one burst of a scanner.

    `lost_to_input_method` tells of a scan that cannot be read because an input method took its keys.
    """

    scanned = Signal(object)
    lost_to_input_method = Signal()

    def __init__(self, decoder: WedgeDecoder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder = decoder
        self._clock = EventClock()
        self._repeats = RepeatWatch()
        self._held: list[tuple[KeyStroke, QKeyEvent]] = []
        self._releases_to_swallow: set[tuple[int, int]] = set()
        self._timer = self._single_shot(self._flush)
        self._overdue = self._single_shot(self._take_overdue)
        self._handover = X11Handover(self)
        self._input_method = InputMethodGuard(self)
        self._input_method.took_scan.connect(self.lost_to_input_method)
        self._witness = X11Witness(self._pressed, self._handover.focused)

    def watch(self, app: QApplication) -> None:
        """Look at all key events of the application from now on."""
        app.installEventFilter(self)
        self._witness.watch(app)

    def leave(self, app: QApplication) -> None:
        """Look no more."""
        app.removeEventFilter(self)
        app.removeNativeEventFilter(self._witness)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.InputMethod:
            return self._input_method.take(watched, event, keys_are_held=self._holds)
        if not isinstance(watched, QWindow):
            return False
        if isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.WindowUnblocked:
            self._handover.unblocked(watched)
        return False

    @property
    def _holds(self) -> bool:
        """Whether it is open who types."""
        return self._decoder.next_deadline_ms() is not None or self._witness.waiting

    def _key(self, event: QKeyEvent) -> bool:
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
        stroke = stroke_of(event, 0, auto_repeat=False)
        if stroke.key is Key.OTHER or stroke.modifiers & (Modifiers.ALT | Modifiers.META):
            return False
        if Modifiers.CTRL in stroke.modifiers and self._decoder.next_deadline_ms() is None:
            return False
        event.accept()
        return True

    def _press(self, event: QKeyEvent) -> bool:
        self._take_lost(self._witness.lost_before(event.timestamp(), event.nativeScanCode()))
        stamp = self._clock.of(event.timestamp())
        repeats = self._repeats.repeats(id_of(event), stamp, said=event.isAutoRepeat())
        stroke = stroke_of(event, stamp, auto_repeat=repeats)
        if len(self._held) < MOST_HELD:
            self._held.append((stroke, event.clone()))
        answers = self._decoder.feed(stroke)
        alone = len(self._held) == 1 and answers == [Pass((stroke,))]
        through = alone and QApplication.activePopupWidget() is None
        if through:
            self._held.clear()
        else:
            self._releases_to_swallow.add(id_of(event))
            self._settle(answers)
        self._wait()
        return not through

    def _release(self, event: QKeyEvent) -> bool:
        if id_of(event) not in self._releases_to_swallow:
            return False
        if not event.isAutoRepeat():
            self._releases_to_swallow.discard(id_of(event))
        return True

    def _pressed(self) -> None:
        if not self._overdue.isActive():
            self._overdue.start(PATIENCE_MS)

    def _take_overdue(self) -> None:
        self._take_lost(self._witness.overdue())
        if self._witness.waiting:
            self._overdue.start(PATIENCE_MS)
        self._wait()

    def _take_lost(self, keys: Iterable[KeyStroke]) -> None:
        """Keys that Qt has dropped can be part of a scan; a person's have nowhere to be given back to."""
        for key in keys:
            stamp = self._clock.of(key.at_ms)
            repeats = self._repeats.repeats((key.scan_code or 0, 0), stamp, said=True)
            self._settle(self._decoder.feed(replace(key, at_ms=stamp, auto_repeat=repeats)))
            self._wait()

    def _wait(self) -> None:
        deadline = self._decoder.next_deadline_ms()
        if deadline is None:
            self._held.clear()
            self._timer.stop()
            if not self._witness.waiting:
                self._input_method.give_back()
        else:
            self._timer.start(max(0, deadline - self._clock.now()))

    def _single_shot(self, act: Callable[[], None]) -> QTimer:
        """Keys that wait in the event queue come before it: after a stall they would be torn off the held ones."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: QTimer.singleShot(0, act))
        return timer

    def _flush(self) -> None:
        deadline = self._decoder.next_deadline_ms()
        if deadline is not None and self._clock.now() >= deadline:
            self._settle(self._decoder.flush(self._clock.now()))
        self._wait()

    def _settle(self, answers: Iterable[Pass | WedgeScan]) -> None:
        for answer in answers:
            if isinstance(answer, WedgeScan):
                self._input_method.discard()
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
            if _chosen_in_popup(event):
                continue
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                _send(event, kind)


def _chosen_in_popup(event: QKeyEvent) -> bool:
    """Whether the key chose an item of an open list: Qt's lists do that when they are asked about shortcuts."""
    popup = QApplication.activePopupWidget()
    if popup is None:
        return False
    _send(event, QEvent.Type.ShortcutOverride)
    return QApplication.activePopupWidget() is not popup


def _send(event: QKeyEvent, kind: QEvent.Type) -> None:
    """Give the key to whatever has the focus now."""
    popup = (
        QApplication.activePopupWidget()
    )  # held to the end: PySide forgets the list with the popup around it
    inside = popup.focusWidget() if popup is not None else QApplication.focusWidget()
    for target in (inside, popup, QApplication.activeWindow()):
        if target is not None and isValid(target):  # a dialog may be going just now
            QApplication.sendEvent(target, copy_of(event, kind))
            return
