"""Qt's own messages end in the station's log."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import qWarning

from ui import qt_messages

pytestmark = pytest.mark.log_allowed


def test_a_warning_of_qt_is_a_warning_in_the_log_and_on_the_terminal(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with qt_messages.logged():
        qWarning("the disk %s of Qt")
    assert caplog.record_tuples == [("qt", logging.WARNING, "the disk %s of Qt")]
    assert capsys.readouterr().err == "the disk %s of Qt\n"


def test_what_a_window_without_a_screen_says_is_kept_from_both(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with qt_messages.logged():
        qWarning("This plugin does not support propagateSizeHints()")
    assert not caplog.records
    assert not capsys.readouterr().err
