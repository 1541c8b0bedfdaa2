"""The window changes its language where it stands: every text, no scan lost, nothing that a person typed."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from drivers.virtual import VirtualScanner
from station.assembly import Station
from station.model import Label, ReplacementState, Verdict
from station.rights import Role
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import no_keyring, open_station, signed_in
from tests.helpers.windows import Open
from ui import languages
from ui.app import start
from ui.i18n import VERDICT_WORDS
from ui.language_side import LanguageSide
from ui.main_window import PageName
from ui.station_window import StationWindow

__all__ = ["no_keyring"]
pytestmark = pytest.mark.qt_log_ignore("does not support")
"""Qt's offscreen screen has no size hints and says so."""

OTHERS = ("zh_CN", "vi", "en")


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox")) as process:
        yield process


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    languages.speak(languages.ENGLISH)


def side_of(window: StationWindow) -> LanguageSide:
    side = window.findChild(LanguageSide)
    assert isinstance(side, LanguageSide)
    return side


def texts(window: StationWindow) -> list[str]:
    """Every text of the window's widgets, in the order of the widgets."""
    found: list[str] = []
    for part in window.findChildren(QWidget):
        found += [part.toolTip(), part.accessibleName(), part.accessibleDescription()]
        match part:
            case QLabel() | QAbstractButton():
                found.append(part.text())
            case QLineEdit():
                found.append(part.placeholderText())
            case QTabBar():
                found += [part.tabText(place) for place in range(part.count())]
            case QComboBox():
                found += [part.itemText(place) for place in range(part.count())]
    return found


def with_every_page(window: StationWindow) -> StationWindow:
    """The window with the pages that are built when they are first wanted."""
    late = window.late
    for part in (late.desk, late.history, late.setup, late.shift_end, lambda: window.people.page):
        part()
    return window


def has_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def navigation(window: StationWindow) -> list[str]:
    return [button.text() for button in window.findChildren(QAbstractButton) if button.isCheckable()][:3]


def test_every_text_comes_back_as_it_was(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    with open_station(tmp_path, language="en") as station:
        window = with_every_page(opened(station))
        before = texts(window)
        for code in ("zh_CN", "vi"):
            side_of(window).speak(code)
            assert texts(window) != before
        side_of(window).speak("en")
        assert texts(window) == before


@pytest.mark.parametrize("code", ["zh_CN", "vi"])
def test_no_english_is_left_over(opened: Open, qtbot: QtBot, tmp_path: Path, code: str) -> None:
    """A text of the English window that has a translation does not stand in the other one."""
    with open_station(tmp_path, language="en") as station:
        window = with_every_page(opened(station))
        english = set(texts(window)) - set(languages.NAMES.values()) - {""}
        side_of(window).speak(code)
        left = {text for text in texts(window) if text in english and languages.told(text) != text}
        assert left == set()


def test_a_page_that_is_built_later_speaks_the_language_and_knows_its_english(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    with open_station(tmp_path, language="en") as station:
        window = opened(station)
        names = set(languages.NAMES.values())
        assert not window.late.history.there, "this window has pages yet to build"
        side_of(window).speak("zh_CN")
        with_every_page(window)
        english = {text for text in texts(window) if languages.told(text) != text and not has_chinese(text)}
        assert english <= names
        side_of(window).speak("en")
        assert set(filter(has_chinese, texts(window))) <= names


def test_the_setting_decides_at_the_start(opened: Open, tmp_path: Path) -> None:
    with open_station(tmp_path, language="zh_CN") as station:
        assert navigation(opened(station)) == ["扫码", "证书", "队列"]


def test_whoever_signs_on_is_spoken_to_in_their_language(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    with open_station(tmp_path, language="en") as station:
        lan = station.people.add("Lan", Role.OPERATOR, language="vi")
        bob = station.people.add("Bob", Role.OPERATOR)
        window = opened(station)
        window.scans.take(Label(station.people.new_badge(lan.person_id), "scanner", 1.0))
        qtbot.waitUntil(lambda: navigation(window)[0] == "Quét", timeout=5000)
        window.scans.take(Label(station.people.new_badge(bob.person_id), "scanner", 2.0))
        qtbot.waitUntil(lambda: navigation(window)[0] == "Scan", timeout=5000)


def test_a_choice_is_the_persons_or_the_stations(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    with open_station(tmp_path, language="en") as station:
        window = opened(station)
        side = side_of(window)
        side.choice.chosen.emit("vi")
        assert navigation(window)[0] == "Quét"
        qtbot.waitUntil(lambda: station.settings.text("language") == "vi", timeout=5000)
        lan = station.people.add("Lan", Role.OPERATOR, language="en")
        window.scans.take(Label(station.people.new_badge(lan.person_id), "scanner", 1.0))
        qtbot.waitUntil(lambda: navigation(window)[0] == "Scan", timeout=5000)
        side.choice.chosen.emit("zh_CN")
        qtbot.waitUntil(lambda: station.people.every()[0].language == "zh_CN", timeout=5000)
        assert station.settings.text("language") == "vi"


def test_what_is_being_typed_stays(opened: Open, tmp_path: Path) -> None:
    with open_station(tmp_path, language="en") as station:
        window = opened(station)
        window.show_page(PageName.ACCOUNT)
        field = next(one for one in window.desk.account_page.findChildren(QLineEdit) if one.isVisible())
        for typed in ("Scan", "Account"):
            field.setText(typed)
            side_of(window).speak("zh_CN" if typed == "Scan" else "vi")
            assert field.text() == typed


def test_a_pinned_result_is_told_again(
    opened: Open, qtbot: QtBot, sandbox: SandboxProcess, tmp_path: Path
) -> None:
    number = sandbox.certificate(room=30)["certificate_no"]
    with signed_in(tmp_path, sandbox, number, language="zh_CN") as station:
        window = opened(station)
        window.scans.take(Label("A4:CF:12:00:11:22", "scanner", 1.0))
        presenter = window.operator.presenter
        qtbot.waitUntil(lambda: presenter.view().panel.is_sn is False, timeout=5000)
        assert presenter.view().panel.note == "17 个字符"
        side_of(window).speak("en")
        panel = presenter.view().panel
        assert (panel.word, panel.note) == (VERDICT_WORDS[Verdict.NOT_AN_SN], "17 characters")
        assert panel.detail == "This looks like a MAC address. Scan the SN label."


def test_no_scan_is_lost_while_languages_change(
    qtbot: QtBot, sandbox: SandboxProcess, tmp_path: Path
) -> None:
    """A scanner at its own pace in its own threads, 50 scans a second, and ten changes among them."""
    number = sandbox.certificate(room=200)["certificate_no"]
    sns, scanner, codes = sandbox.sns(number, 100), VirtualScanner("line"), itertools.cycle(OTHERS)
    with signed_in(tmp_path, sandbox, number, hold_back_s=60.0, language="en") as station:
        with start(station, [scanner]) as running:
            running.window.show()
            side = side_of(running.window)
            qtbot.waitUntil(lambda: scanner.feed(sns[0]))
            feeder = threading.Thread(target=feed_at_pace, args=(scanner, sns[1:]))
            feeder.start()
            for fed in range(5, 100, 10):
                qtbot.waitUntil(partial(saved, station, fed))
                side.speak(next(codes))
            feeder.join()
            qtbot.waitUntil(partial(saved, station, len(sns)))
            assert sorted(row.sn for row in station.rows(ReplacementState.SAVED)) == sorted(sns)
        languages.speak(languages.ENGLISH)


def saved(station: Station, least: int) -> bool:
    return len(station.rows(ReplacementState.SAVED)) >= least


def feed_at_pace(scanner: VirtualScanner, sns: list[str]) -> None:
    pace = threading.Event()
    for sn in sns:
        pace.wait(0.02)
        assert scanner.feed(sn)
