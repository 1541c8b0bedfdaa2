from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station.errors import DiskFull, NotReachable, SignInRefused, StationError, UsageError
from ui.error_banner import ErrorBanner
from ui.error_board import ErrorBoard, Standing, Topic, tone_of
from ui.error_sheet import ErrorSheet
from ui.look.signs import Tone
from ui.look.theme import Theme, ThemeName


def standing(board: ErrorBoard) -> Standing:
    assert board.standing is not None
    return board.standing


def test_one_error_per_topic_and_the_newest_on_top() -> None:
    board = ErrorBoard()
    for n in range(40):
        board.show(Topic.SYNC, StationError(f"number {n}"))
    board.show(Topic.SCAN, UsageError("Too late."))
    assert (standing(board).message, standing(board).others) == ("Too late.", 1)
    board.close_newest()
    assert (standing(board).message, standing(board).others) == ("number 39", 0)
    board.close_newest()
    assert board.standing is None


def test_the_same_error_again_counts_up_instead_of_piling_up() -> None:
    board = ErrorBoard()
    for _ in range(3):
        board.show(Topic.SYNC, NotReachable("No answer."))
    assert (standing(board).times, standing(board).others) == (3, 0)
    board.show(Topic.SYNC, NotReachable("Cable?"))
    assert standing(board).times == 1


def test_an_error_goes_with_its_cause() -> None:
    board = ErrorBoard()
    board.show(Topic.SYNC, NotReachable("No answer."))
    board.show(Topic.CERTIFICATES, NotReachable("No answer."))
    board.clear(Topic.CERTIFICATES)
    assert standing(board).others == 0
    board.clear(Topic.SYNC)
    assert board.standing is None


def test_colours_say_who_has_to_act() -> None:
    assert tone_of(NotReachable("")) is Tone.INFO
    assert tone_of(SignInRefused("")) is Tone.CAUTION
    assert tone_of(UsageError("")) is Tone.CAUTION
    assert tone_of(DiskFull("")) is Tone.BAD


def test_the_banner_shows_and_closes(qtbot: QtBot) -> None:
    board = ErrorBoard()
    window = QWidget()
    qtbot.addWidget(window)
    banner = ErrorBanner(board, Theme(ThemeName.LIGHT, 1.0), window)
    assert banner.isHidden()
    board.show(Topic.SYNC, StationError("<b>not markup</b>", title="What happened"))
    board.show(Topic.SCAN, UsageError("Second."))
    board.show(Topic.QUEUE, UsageError("Third."))
    assert not banner.isHidden()
    assert banner.accessibleDescription() == "This cannot be done as asked. Third."
    assert banner.others.text() == "2 more errors"
    banner.close_button.click()
    assert banner.others.text() == "1 more error"
    banner.close_button.click()
    assert banner.accessibleDescription() == "What happened. <b>not markup</b>"
    banner.close_button.click()
    assert banner.isHidden()


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_a_long_error_leaves_the_page_its_room_and_is_whole_on_a_press(qtbot: QtBot, zoom: float) -> None:
    """The scan page of a window of 1280x800 needs 627 px; the top bar takes 48 px of the drawing."""
    board, theme = ErrorBoard(), Theme(ThemeName.LIGHT, zoom)
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).setContentsMargins(0, 0, 0, 0)
    window.setStyleSheet(theme.style_sheet())
    banner = ErrorBanner(board, theme, window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(banner)
    window.resize(1280, 800)
    message = "Free some space on the disk, then scan the unit again. " * 8
    board.show(
        Topic.SCAN, StationError(message, title="The unit was not recorded for a reason of this computer")
    )
    window.show()
    assert banner.sizeHint().height() <= 800 - 627 - theme.px(48)
    assert banner.more_button.isVisible()
    assert message.strip() in banner.accessibleDescription()
    banner.more_button.click()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ErrorSheet)
    assert message in [part.text() for part in sheet.findChildren(QLabel)]
    with qtbot.waitSignal(sheet.destroyed):
        sheet.close()
    board.show(Topic.SCAN, StationError("Scan again.", title="Short"))
    assert not banner.more_button.isVisible()
