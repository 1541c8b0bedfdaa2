"""Drives the page End of shift in a real window the way a person does: by its buttons, its keys and a scanner."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.model import Label
from station.shift_end import Step
from tests.helpers.desk_driver import WITHIN_MS, dialog, sheet, window_on
from tests.helpers.people_driver import PIN
from ui.main_window import PageName
from ui.people.pin_dialog import PinDialog
from ui.shift_end.shift_end_side import ShiftEndSide
from ui.station_window import StationWindow


class Person:
    """Somebody in front of the page."""

    def __init__(self, window: StationWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self._clock = itertools.count(10, 10)

    @property
    def side(self) -> ShiftEndSide:
        return self.window.shift_end

    def open(self, step: Step = Step.STOP) -> None:
        self.window.show_page(PageName.SHIFT_END)
        self.at(step)

    def at(self, step: Step) -> None:
        """Wait until this step is in front."""
        self._qtbot.waitUntil(lambda: self.side.presenter.step is step, timeout=WITHIN_MS)

    def next(self, step: Step) -> None:
        """Press Next as soon as it can be pressed."""
        button = self.side.page.next
        self._qtbot.waitUntil(button.isEnabled, timeout=WITHIN_MS)
        button.click()
        self.at(step)

    def count(self, units: int) -> None:
        QTest.keyClicks(self.side.tray.pad, str(units))
        self.side.tray.pad.yes.click()
        self.sees("counted in the tray")

    def scan(self, text: str) -> None:
        """One label, long after the one before."""
        self.window.scans.take(Label(text, "test", float(next(self._clock))))

    def sees(self, *words: str) -> None:
        """Wait until the page says all of it."""
        self._qtbot.waitUntil(lambda: all(word in self.said() for word in words), timeout=WITHIN_MS)

    def said(self) -> str:
        """Everything that can be read on the page now."""
        page = self.side.page
        parts = [part.text() for part in page.findChildren(QLabel) if part.isVisible()]
        return "\n".join([*parts, *(part.toPlainText() for part in page.findChildren(QPlainTextEdit))])

    def gives_reason(self, reason: str) -> None:
        asked = sheet(self._qtbot, "Go on although it does not match?")
        asked.findChildren(QLineEdit)[0].setText(reason)
        asked.yes.click()

    def shows_pin(self) -> None:
        asked = dialog(self._qtbot, PinDialog)
        QTest.keyClicks(asked, PIN)
        asked.who.pad.yes.click()


@contextmanager
def person_at(station: Station, qtbot: QtBot) -> Iterator[Person]:
    """A window on a station that sends, and somebody in front of it."""
    with window_on(station) as window:
        window.show_page(PageName.SCAN)
        if not station.sync.running:
            station.sync.start()
        yield Person(window, qtbot)
