"""Windows of tests are real ones on Qt's offscreen platform, unless somebody asks for another, and speak English."""

import os
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.helpers.windows import Open, opening

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(autouse=True)
def no_window_left() -> Iterator[None]:
    """Delete the windows that a test opened and left: each is styled again with every later one."""
    before = _windows().keys()
    yield
    for place, window in _windows().items():
        if place not in before:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows() -> dict[int, QWidget]:
    """The windows that there are, by their place in memory: Python's own objects for them come and go."""
    app = QApplication.instance()
    windows = app.topLevelWidgets() if isinstance(app, QApplication) else []
    return {shiboken6.getCppPointer(window)[0]: window for window in windows}


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Open]:
    """Opens real windows on stations."""
    with opening() as open_window:
        yield open_window
