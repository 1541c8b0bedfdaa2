"""Scans while a dialog is open, and what the page tells of a keyboard scanner."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from station.model import Label
from tests.helpers.stations import no_keyring, open_station
from tests.unit.ui.scan_data import presenter
from ui.app import build
from ui.look.signs import Tone
from ui.scan.keyboard_words import KeyboardTrouble
from ui.station_window import StationWindow

__all__ = ["no_keyring"]
pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[StationWindow]:
    with open_station(tmp_path) as station:
        made = build(station)
        qtbot.addWidget(made)
        made.show()
        yield made
        assert made.shut_down(5)


def held(window: StationWindow) -> list[str]:
    return [status.value for status in window.operator.presenter.view().statuses if status.name == "held"]


def test_scans_wait_for_a_dialog_and_are_handled_in_order(window: StationWindow, qtbot: QtBot) -> None:
    shown: list[str] = []
    window.scans.on_recorded = lambda: shown.append(window.operator.presenter.view().panel.label)
    outer, inner = QDialog(window), QDialog(window)
    outer.open()
    for n in range(3):
        window.scans.take(Label(f"TY20A4F0000{n}", "wedge:keyboard", float(n)))
    inner.open()
    inner.close()
    assert (held(window), shown) == (["3 scans held"], [])
    outer.close()
    qtbot.waitUntil(lambda: len(shown) == 3, timeout=5000)
    assert [label[-1] for label in shown] == ["0", "1", "2"]
    assert held(window) == []


def test_a_dialog_that_closes_does_not_answer_an_open_question(window: StationWindow) -> None:
    window.scans.hold(True)
    dialog = QDialog(window)
    dialog.open()
    dialog.close()
    window.scans.take(Label("TY20A4F00001", "wedge:keyboard", 1.0))
    assert held(window) == ["1 scan held"]
    window.scans.hold(False)
    assert held(window) == []


@pytest.mark.parametrize(
    ("trouble", "word"),
    [(KeyboardTrouble.CAPS_LOCK, "CAPS LOCK IS ON"), (KeyboardTrouble.LAYOUT, "KEYBOARD LAYOUT IS NOT US")],
)
def test_a_wrong_keyboard_is_told_once(trouble: KeyboardTrouble, word: str) -> None:
    page = presenter()
    page.keyboard_is(trouble)
    [notice] = page.view().notices
    assert (notice.tone, notice.word) == (Tone.INFO, word)
    page.acknowledge()
    page.keyboard_is(trouble)
    assert page.view().notices == ()
    page.keyboard_is(None)
    page.keyboard_is(trouble)
    assert len(page.view().notices) == 1
