"""A window on a station with people, without any platform: a certificate is known and chosen as if fetched."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.model import Label
from station.rights import Role
from station.store.people import Person
from tests.helpers.desk_driver import WITHIN_MS, dialog
from tests.helpers.offline import CERTIFICATE, desk_in
from tests.helpers.stations import open_station
from tests.helpers.windows import opening
from ui.main_window import PageName
from ui.people.pin_dialog import PinDialog
from ui.station_window import StationWindow

PIN = "1234"
OTHER = "CERT-2"


@dataclass
class Place:
    """The work place: its station, its window, a scanner."""

    station: Station
    window: StationWindow
    qtbot: QtBot

    def __post_init__(self) -> None:
        self._clock = itertools.count(10, 10)

    def scan(self, text: str) -> None:
        """One label, long after the one before."""
        self.window.scans.take(Label(text, "test", float(next(self._clock))))

    def until(self, *sns: str) -> None:
        """Wait until these units stand in the ledger, oldest first, and the window has heard of the last of them."""
        self.qtbot.waitUntil(lambda: self.sns() == list(sns), timeout=WITHIN_MS)

    def sns(self) -> list[str]:
        return [row.sn for row in reversed(self.station.rows())]

    def panel(self) -> str:
        return self.window.operator.presenter.view().panel.word

    def shows(self, word: str) -> None:
        self.qtbot.waitUntil(lambda: self.panel() == word, timeout=WITHIN_MS)

    def supervisor(self, name: str = "Anna") -> Person:
        return self.station.people.add(name, Role.SUPERVISOR, pin=PIN)

    def asked(self) -> PinDialog:
        """The question for a supervisor, as soon as it is there."""
        return dialog(self.qtbot, PinDialog)

    def allow(self, pin: str = PIN) -> None:
        """Somebody types the PIN on the keyboard and presses the button."""
        shown = self.asked()
        QTest.keyClicks(shown, pin)
        shown.who.pad.yes.click()

    def decline(self) -> None:
        self.asked().no.click()
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def journal(self, event: str) -> list[tuple[str, str]]:
        """Actor and detail of each entry."""
        with self.station.database.read() as connection:
            rows = connection.execute(
                "select actor, detail from journal where event = ? order by seq", (event,)
            )
            return [(row["actor"], row["detail"]) for row in rows]


@contextmanager
def place_in(folder: Path, qtbot: QtBot, **settings: object) -> Iterator[Place]:
    """A window on a station that has two certificates and has chosen one; rows are not sent."""
    with desk_in(folder) as desk:
        desk.know(certificate_no=OTHER)
        desk.know()
        assert desk.session.certificate_no == CERTIFICATE.certificate_no
    with again_in(folder, qtbot, **settings) as place:
        yield place


@contextmanager
def again_in(folder: Path, qtbot: QtBot, **settings: object) -> Iterator[Place]:
    """The same folder after a restart."""
    with open_station(folder, hold_back_s=3600.0, share=0, **settings) as station, opening() as open_window:
        window = open_window(station)
        window.show_page(PageName.SCAN)
        yield Place(station, window, qtbot)
