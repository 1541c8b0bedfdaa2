"""Qt's own messages end in the station's log."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import qWarning

from ui import qt_messages

pytestmark = pytest.mark.log_allowed


def test_a_warning_of_qt_is_a_warning_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with qt_messages.logged():
        qWarning("the disk %s of Qt")
    assert caplog.record_tuples == [("qt", logging.WARNING, "the disk %s of Qt")]


def test_what_a_window_without_a_screen_says_is_no_warning(caplog: pytest.LogCaptureFixture) -> None:
    with qt_messages.logged():
        qWarning("This plugin does not support propagateSizeHints()")
    assert all(record.levelno == logging.DEBUG for record in caplog.records)
