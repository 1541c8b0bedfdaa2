"""Every page and dialog at every size and zoom in every language: no text clipped, no control cut or out of the window.

One window for each zoom is laid out again and again; only geometry is looked at, no picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.rights import Role
from tests.helpers.every_dialog import MAKERS, dialog_classes
from tests.helpers.every_page import views
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, no_keyring, signed_in
from tests.helpers.whole_window import whole_window
from tests.helpers.widget_text import cut, misfits
from ui import languages
from ui.app import build
from ui.language_side import LanguageSide
from ui.station_window import StationWindow

__all__ = ["no_keyring"]
pytestmark = pytest.mark.qt_log_ignore("does not support")

ZOOMS = [0.8, 1.0, 1.5, 2.0]
SMALLEST, LARGE = (1280, 800), (1920, 1080)
LOWEST = (1366, 768)
LARGE_AT = {0.8, 2.0}
"""In the large window nothing is tighter than in the small ones; its wrapping is looked at where it is extreme."""
WITHIN_MS = 15_000


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox")) as process:
        yield process


@pytest.fixture(autouse=True)
def english_after_all() -> Iterator[None]:
    yield
    languages.speak(languages.ENGLISH)


def station_with_everything(station: Station, sandbox: SandboxProcess, number: str) -> None:
    accept(station, *sandbox.sns(number, 3))
    station.people.add("Nguyễn Thị Minh Khai", Role.SUPERVISOR, pin="1234")
    station.people.add("Bình", Role.OPERATOR, language="zh_CN")


def speak(window: StationWindow, code: str) -> None:
    side = window.findChild(LanguageSide)
    assert isinstance(side, LanguageSide)
    side.speak(code)


def fits(window: StationWindow, size: tuple[int, int], view: str, code: str) -> None:
    """As qtbot waits for it: raises until the page is laid out and everything is in its place."""
    assert (window.width(), window.height()) == size
    wrong = misfits(window) + cut(window)
    assert not wrong, "\n".join([f"{view}, {code}, {size}", *wrong])


@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_page_fits(sandbox: SandboxProcess, qtbot: QtBot, tmp_path: Path, zoom: float) -> None:
    number = sandbox.certificate(room=30)["certificate_no"]
    with signed_in(tmp_path, sandbox, number, zoom=zoom, language="en", hold_back_s=60.0) as station:
        station_with_everything(station, sandbox, number)
        with whole_window(station) as window:
            certificates = window.desk.certificates_page.certificates
            qtbot.waitUntil(lambda: certificates.rows.rowCount() > 0, timeout=WITHIN_MS)
            for code in languages.NAMES:
                speak(window, code)
                for size in (SMALLEST, LOWEST, LARGE) if zoom in LARGE_AT else (SMALLEST, LOWEST):
                    window.resize(*size)
                    for view in views(window):
                        qtbot.waitUntil(partial(fits, window, size, view, code), timeout=WITHIN_MS)


@pytest.mark.parametrize("zoom", ZOOMS)
def test_the_sign_in_form_fits(qtbot: QtBot, tmp_path: Path, zoom: float) -> None:
    with Station.open(tmp_path) as station:
        station.settings.set("zoom", zoom)
        window = build(station)
        qtbot.addWidget(window)
        window.resize(*SMALLEST)
        window.show()
        for code in languages.NAMES:
            speak(window, code)
            qtbot.waitUntil(partial(fits, window, SMALLEST, "ACCOUNT", code), timeout=WITHIN_MS)
        assert window.shut_down(5)


def test_every_dialog_is_walked() -> None:
    """A new one is put into tests/helpers/every_dialog.py, with something in it."""
    assert dialog_classes() - MAKERS.keys() == set()


@pytest.mark.parametrize("zoom", ZOOMS)
def test_every_dialog_fits_into_the_smallest_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, zoom: float
) -> None:
    with Station.open(tmp_path) as station:
        station.settings.set("zoom", zoom)
        window = build(station)
        qtbot.addWidget(window)
        window.show()
        wrong = []
        for code in languages.NAMES:
            speak(window, code)
            for size in (SMALLEST, LOWEST):
                window.resize(*size)
                for kind, make in MAKERS.items():
                    dialog = make(window.theme, window)
                    qtbot.addWidget(dialog)
                    dialog.show()
                    qapp.processEvents()
                    found = misfits(dialog) + cut(dialog)
                    if dialog.width() > size[0] or dialog.height() > size[1]:
                        found.append(f"is {dialog.width()} x {dialog.height()}")
                    wrong += [f"{kind.__name__}, {code}, {size}: {one}" for one in found]
                    dialog.close()
                    dialog.deleteLater()
        assert not wrong, "\n".join(wrong)
        assert window.shut_down(5)
