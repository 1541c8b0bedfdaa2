"""A keyboard at an X11 screen: real key presses by key code, as a scanner sends them, whatever the layout says.

xdotool types through the layout in force (it looks for a key that gives the wanted character); a scanner does not.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_char_p, c_int, c_uint, c_ulong, c_void_p
from typing import Final

from drivers.us_layout import us_character

SHIFT: Final = 50
CONTROL: Final = 37
CAPS_LOCK: Final = 66
RETURN: Final = 36
TAB: Final = 23
BACKSPACE: Final = 22
LEFT: Final = 113

LIBRARIES: Final = ("libX11.so.6", "libXtst.so.6")

_KEYS: Final = {
    char: (code, shift)
    for shift in (True, False)
    for code in range(9, 70)
    if (char := us_character(code, shift)) is not None
}


def why_not() -> str:
    """Why there can be no such keyboard on this machine; empty when there can."""
    for name in LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            return f"needs {name}"
    return ""


class XKeyboard:
    """Key codes are evdev codes plus 8. The times are kept by the X server, not by this process."""

    def __init__(self, display: int, x11: ctypes.CDLL, xtest: ctypes.CDLL) -> None:
        self._display, self._x11, self._xtest = display, x11, xtest
        self._shift_held = False

    def scan(self, label: str, gap_ms: int = 1, end: int = RETURN, pause_ms: int = 0) -> None:
        """One label as a scanner set to a US keyboard types it, after `pause_ms`: `gap_ms` from key to key."""
        wait = pause_ms
        for char in label:
            code, shift = _KEYS[char]
            self._hold_shift(shift)
            self._tap(code, wait)
            wait = gap_ms
        self._hold_shift(False)
        self._tap(end, wait)
        self._x11.XFlush(self._display)

    def press(self, *codes: int, times: int = 1) -> None:
        """One key, or the last one with the others held."""
        for code in codes[:-1]:
            self._event(code, True, 0)
        for _ in range(times):
            self._tap(codes[-1], 0)
        for code in reversed(codes[:-1]):
            self._event(code, False, 0)
        self.settle()

    def settle(self) -> None:
        """Wait until the server has taken everything."""
        self._x11.XSync(self._display, 0)

    def _hold_shift(self, held: bool) -> None:
        if held != self._shift_held:
            self._event(SHIFT, held, 0)
            self._shift_held = held

    def _tap(self, code: int, wait_ms: int) -> None:
        self._event(code, True, wait_ms)
        self._event(code, False, 0)

    def _event(self, code: int, down: bool, wait_ms: int) -> None:
        self._xtest.XTestFakeKeyEvent(self._display, code, int(down), wait_ms)


@contextmanager
def keyboard_at(display: str) -> Iterator[XKeyboard]:
    """A keyboard at this screen, such as `:97`. Raises ConnectionError when there is no such screen."""
    x11, xtest = (ctypes.CDLL(name) for name in LIBRARIES)
    x11.XOpenDisplay.argtypes, x11.XOpenDisplay.restype = [c_char_p], c_void_p
    x11.XCloseDisplay.argtypes = [c_void_p]
    x11.XFlush.argtypes = [c_void_p]
    x11.XSync.argtypes = [c_void_p, c_int]
    xtest.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
    opened = x11.XOpenDisplay(display.encode())
    if not opened:
        raise ConnectionError(f"no X11 screen at {display}")
    try:
        yield XKeyboard(opened, x11, xtest)
    finally:
        x11.XCloseDisplay(opened)
