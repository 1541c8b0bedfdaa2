"""Real windows for tests, put away when they are done with: one that is left is styled again with every later one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from station.assembly import Station
from station.session import SignInForm
from ui.app import build
from ui.station_window import StationWindow

Open = Callable[..., StationWindow]
"""Takes a station, and a form that is filled in already when there is one."""

_SHUT_WITHIN_S = 5


@contextmanager
def opening() -> Iterator[Open]:
    """Shows windows of 1280x800; one on the same data folder takes the place of the one before."""
    windows: dict[Path, StationWindow] = {}

    def open_window(station: Station, prefill: SignInForm | None = None) -> StationWindow:
        before = windows.pop(station.folder, None)
        if before is not None:
            put_away(before)
        window = windows[station.folder] = build(station, prefill)
        window.resize(1280, 800)
        window.show()
        return window

    try:
        yield open_window
    finally:
        for window in windows.values():
            put_away(window)


def put_away(window: StationWindow) -> None:
    """Shut the window down and delete it."""
    assert window.shut_down(_SHUT_WITHIN_S)
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
