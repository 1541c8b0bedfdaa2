"""Windows of tests are real ones on Qt's offscreen platform, unless somebody asks for another, and speak English."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Delete what a test left open: each window that is left is styled again with every later one."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        for window in app.topLevelWidgets():
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
