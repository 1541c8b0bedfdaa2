"""Sees every key on X11 before Qt does, so that none can get lost on its way through Qt.

Qt drops keys without a trace: those for a window that a dialog blocks (the window manager moves the keyboard some
milliseconds after Qt has opened or closed the dialog), and those that an input method takes, such as the dead keys of
a German layout. Scanners type during those milliseconds too.
"""

from __future__ import annotations

import ctypes
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication

from drivers.key_strokes import Key, KeyStroke, Modifiers
from drivers.us_layout import us_character

PATIENCE_MS: Final = 50
"""A key that Qt has not delivered after this was dropped; an input method answers sooner."""

_SAME_MS: Final = 100
_KEY_PRESS, _FOCUS_IN, _SENT_BY_A_CLIENT = 2, 9, 0x80
_GRABS: Final = (1, 2)
_POINTER: Final = (5, 6, 7)
"""Modes and details of focus events that do not tell who has the keyboard: grabs, and the pointer being there."""
_ENTER, _TAB = (36, 104), (23,)
_MODIFIER_CODES: Final = frozenset({37, 50, 62, 64, 66, 77, 92, 105, 108, 133, 134})
_STATES: Final = (
    (0x01, Modifiers.SHIFT),
    (0x04, Modifiers.CTRL),
    (0x08, Modifiers.ALT),
    (0x40, Modifiers.META),
)


class _KeyEvent(ctypes.Structure):
    """xcb_key_press_event_t. Source: the X protocol, encoding of KeyPress."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("detail", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("time", ctypes.c_uint32),
        ("windows", ctypes.c_uint32 * 3),
        ("places", ctypes.c_int16 * 4),
        ("state", ctypes.c_uint16),
    )


class _FocusEvent(ctypes.Structure):
    """xcb_focus_in_event_t. Source: the X protocol, encoding of FocusIn."""

    _fields_ = (
        ("response_type", ctypes.c_uint8),
        ("detail", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("window", ctypes.c_uint32),
        ("mode", ctypes.c_uint8),
    )


class X11Witness(QAbstractNativeEventFilter):
    """`on_press` is called for each press, before Qt deals with it; `on_focus` with the id of the window to which the
    window manager has given the keyboard. Does nothing where the platform is not X11.
    """

    def __init__(self, on_press: Callable[[], None], on_focus: Callable[[int], None]) -> None:
        super().__init__()
        self._on_press, self._on_focus = on_press, on_focus
        self._seen: deque[tuple[KeyStroke, float]] = deque()
        self._last = (0, 0)

    def watch(self, app: QCoreApplication) -> None:
        if QGuiApplication.platformName() == "xcb":
            app.installNativeEventFilter(self)

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        event = _KeyEvent.from_address(int(message))
        kind_of_event = event.response_type & ~_SENT_BY_A_CLIENT
        if kind_of_event == _KEY_PRESS:
            self._tell_apart(event)
            self._seen.append((_stroke_of(event), time.monotonic()))
            self._on_press()
        elif kind_of_event == _FOCUS_IN:
            self._focus(_FocusEvent.from_address(int(message)))
        return False, 0

    def _focus(self, event: _FocusEvent) -> None:
        if event.mode not in _GRABS and event.detail not in _POINTER:
            self._on_focus(event.window)

    def _tell_apart(self, event: _KeyEvent) -> None:
        """No two presses of one key have the same time: it tells which of them came through Qt."""
        last, last_ms = self._last
        if event.detail == last and last_ms - _SAME_MS <= event.time <= last_ms:
            event.time = last_ms + 1
        self._last = event.detail, event.time

    def lost_before(self, at_ms: int, code: int) -> list[KeyStroke]:
        """This press has come through Qt: those seen before it and not delivered were dropped."""
        place = next(
            (n for n, (key, _) in enumerate(self._seen) if (key.at_ms, key.scan_code) == (at_ms, code)), None
        )
        return [] if place is None else [self._seen.popleft()[0] for _ in range(place + 1)][:-1]

    def overdue(self) -> list[KeyStroke]:
        """Presses that Qt should have delivered by now, and has not."""
        limit = time.monotonic() - PATIENCE_MS / 1000
        late = []
        while self._seen and self._seen[0][1] <= limit:
            late.append(self._seen.popleft()[0])
        return late

    @property
    def waiting(self) -> bool:
        return bool(self._seen)


def _stroke_of(event: _KeyEvent) -> KeyStroke:
    modifiers = Modifiers.NONE
    for bit, modifier in _STATES:
        if event.state & bit:
            modifiers |= modifier
    return KeyStroke(None, event.detail, _kind_of(event.detail), event.time, modifiers)


def _kind_of(code: int) -> Key:
    if code in _ENTER:
        return Key.ENTER
    if code in _TAB:
        return Key.TAB
    if code in _MODIFIER_CODES:
        return Key.MODIFIER
    return Key.CHAR if us_character(code, shift=False) else Key.OTHER
