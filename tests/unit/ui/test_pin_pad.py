"""The keys for a PIN."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.look import theme
from ui.people.pin_pad import FORGOTTEN_AFTER_MS, PinPad


def test_what_somebody_began_and_left_is_forgotten(qtbot: QtBot, qapp: QApplication) -> None:
    pad = PinPad(theme.apply(qapp, "light", 1.0), "Unlock")
    qtbot.addWidget(pad)
    pad.digits["1"].click()
    pad.digits["2"].click()
    assert pad.shown.text() == "●●"
    assert (pad.left.isActive(), pad.left.interval()) == (True, FORGOTTEN_AFTER_MS)
    pad.left.timeout.emit()
    assert pad.shown.text() == "– – – –"
    assert not pad.left.isActive()
