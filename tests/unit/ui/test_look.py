"""Parts of the look that Qt alone gets wrong: a check box, cards side by side, the keyboard of a busy button."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.look import theme
from ui.look.flow import Flow
from ui.look.focus import switch
from ui.look.theme import ThemeName
from ui.look.tick_box import TickBox

LEAST_MARK = 3.0
"""Contrast of a mark against its ground, WCAG 2.1, 1.4.11."""


@pytest.mark.parametrize("usable", [True, False], ids=["usable", "not usable"])
@pytest.mark.parametrize("name", ThemeName)
def test_box_and_tick_can_be_seen(qtbot: QtBot, qapp: QApplication, name: ThemeName, *, usable: bool) -> None:
    look = theme.apply(qapp, name, 1.0)
    page = QWidget()
    qtbot.addWidget(page)
    box = TickBox("", page)
    box.setEnabled(usable)
    page.resize(box.sizeHint())
    ground = look.surfaces.window

    def marks() -> int:
        picture = page.grab().toImage()
        colours = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
        return sum(theme.contrast(colour.name(), ground) >= LEAST_MARK for colour in colours)

    empty = marks()
    box.setChecked(True)
    assert empty > 40, "the frame"
    assert marks() > empty + 15, "the tick in it"


def test_cards_of_a_line_begin_on_one_height(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line = Flow(10, tops=True)
    low, high = QLabel("one line"), QLabel("three\nlines\nhigh")
    for card in (low, high):
        line.add(card, wide=True)
    holder.setLayout(line)
    holder.resize(600, 200)
    holder.show()
    assert low.y() == high.y()
    assert low.height() < high.height()


@pytest.fixture
def buttons(qtbot: QtBot) -> Iterator[list[QPushButton]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    line = QHBoxLayout(holder)
    made = [QPushButton(text) for text in ("PDF", "CSV", "Leave")]
    for button in made:
        line.addWidget(button)
    holder.show()
    holder.activateWindow()
    made[0].setFocus()
    qtbot.waitUntil(made[0].hasFocus)
    yield made


def test_a_button_has_the_keyboard_again_when_it_can_be_pressed_again(buttons: list[QPushButton]) -> None:
    pdf, csv, leave = buttons
    switch(False, pdf, csv)
    assert leave.hasFocus(), "where Qt puts it"
    switch(True, pdf, csv)
    assert pdf.hasFocus()


def test_whoever_has_moved_on_meanwhile_is_left_there(buttons: list[QPushButton]) -> None:
    pdf, csv, leave = buttons
    switch(False, pdf)
    leave.setFocus()
    switch(True, pdf)
    assert leave.hasFocus()
    assert not csv.hasFocus()
