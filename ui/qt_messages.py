"""What Qt has to say goes into the station's log as well: a window started from its icon has no terminal."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_MEANS_NOTHING: Final = "This plugin does not support propagateSizeHints()"
"""Said of each window that knows its least size, where there is no screen (the platform `offscreen`)."""

_log = logging.getLogger("qt")


@contextmanager
def logged() -> Iterator[None]:
    """Meanwhile Qt's messages are lines of the log too, a warning of Qt a warning there."""
    before = qInstallMessageHandler(_take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _take(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if text == _MEANS_NOTHING:
        return
    _log.log(_LEVELS[kind], "%s", text)
    if sys.stderr is not None:  # as on Windows without a terminal
        sys.stderr.write(f"{text}\n")
