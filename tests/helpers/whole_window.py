"""The window with all that the program puts into it, on any station."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from station.assembly import Station
from tests.helpers.windows import put_away
from ui.app import build
from ui.first_start.first_start_side import FirstStartSide, prepare
from ui.sound_side import sounding
from ui.station_window import StationWindow
from ui.training_offer import offer_training


@contextmanager
def whole_window(station: Station) -> Iterator[StationWindow]:
    """Shown, with the page of the first start, and without sounds."""
    station.settings.set("volume", 0)
    first, problem = prepare(station)
    window = build(station)
    with sounding(station.settings, window) as sounds:
        FirstStartSide(first, window, sounds, problem).open()
        offer_training(window, window.errors, station.folder)
        window.show()
        yield window
    put_away(window)
