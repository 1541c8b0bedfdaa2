"""The pages of the desk in every language: no text is wider or higher than its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, no_keyring, signed_in
from tests.helpers.widget_text import misfits
from ui import languages
from ui.app import build
from ui.language_side import LanguageSide
from ui.main_window import PageName
from ui.station_window import StationWindow

__all__ = ["no_keyring"]
pytestmark = pytest.mark.qt_log_ignore("does not support")

LAYOUTS = [(0.8, (1280, 800)), (1.0, (1280, 800)), (1.0, (1366, 768)), (1.5, (1920, 1080))]
"""Zooms and sizes of the window."""
DESK = [page for page in PageName if page not in {PageName.SCAN, PageName.FIRST_START}]


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox")) as process:
        yield process


def fits(window: StationWindow) -> None:
    """As qtbot waits for it: raises until the page is laid out and everything fits."""
    assert misfits(window) == []


@pytest.mark.parametrize(("zoom", "size"), LAYOUTS)
def test_every_text_fits(
    sandbox: SandboxProcess, qtbot: QtBot, tmp_path: Path, zoom: float, size: tuple[int, int]
) -> None:
    number = sandbox.certificate(room=30)["certificate_no"]
    with signed_in(tmp_path, sandbox, number, zoom=zoom, language="en", hold_back_s=60.0) as station:
        accept(station, *sandbox.sns(number, 3))
        window = build(station)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        side = window.findChild(LanguageSide)
        assert isinstance(side, LanguageSide)
        certificates = window.desk.certificates_page.certificates
        qtbot.waitUntil(lambda: bool(certificates.rows.shown))
        for code in languages.NAMES:
            side.speak(code)
            for page in DESK:
                window.show_page(page)
                qtbot.waitUntil(partial(fits, window))
        assert window.shut_down(5)
    languages.speak(languages.ENGLISH)
