"""Qt's key events as the decoder takes them, and back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from drivers.key_strokes import Key, KeyStroke, Modifiers

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


class RepeatWatch:
    """Tells a key that is held down from a scanner's `00`: X11 calls both a repeat when no time lies between."""

    def __init__(self) -> None:
        self._last: tuple[tuple[int, int], int, bool] = ((0, 0), 0, False)

    def repeats(self, key: tuple[int, int], at_ms: int, *, said: bool) -> bool:
        """Whether this press is really a repeat; `said` is what the system says."""
        last, last_ms, repeating = self._last
        repeated = said and last == key and (repeating or at_ms - last_ms >= FIRST_REPEAT_MS)
        self._last = (key, at_ms, repeated)
        return repeated


def id_of(event: QKeyEvent) -> tuple[int, int]:
    """The physical key where it is known: between press and release Shift can change what it stands for."""
    code = event.nativeScanCode()
    return (code, 0) if code else (0, event.key())


def stroke_of(event: QKeyEvent, at_ms: int, *, auto_repeat: bool) -> KeyStroke:
    modifiers = Modifiers.NONE
    for qt, ours in _MODIFIERS:
        if event.modifiers() & qt:
            modifiers |= ours
    return KeyStroke(event.text(), _x11_code(event), _kind_of(event), at_ms, modifiers, auto_repeat)


def copy_of(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    """The same key as a press, a release or a question about shortcuts."""
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
