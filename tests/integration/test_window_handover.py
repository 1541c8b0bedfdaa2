"""The window's Export and Import on real stations, a real sandbox and real files, driven through dialogs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.model import ReplacementState
from tests.helpers.desk_driver import WITHIN_MS, choose, close, sheet, told, window_on
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, done, signed_in, states
from tests.integration.conftest import Stock
from ui.look.chevron_box import ChevronBox
from ui.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def big(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=4000)["certificate_no"])


@pytest.fixture
def pair(sandbox: SandboxProcess, big: str, tmp_path: Path) -> Iterator[list[Station]]:
    with ExitStack() as stack:
        yield [stack.enter_context(signed_in(tmp_path / name, sandbox, big)) for name in "ab"]


def export_to(qtbot: QtBot, window: StationWindow, file: Path, *, again: bool = False) -> None:
    window.desk.queue_page.export.click()
    question = sheet(qtbot, "Hand over to another station?")
    if again:
        question.findChildren(ChevronBox)[0].setCurrentIndex(1)
    question.yes.click()
    choose(qtbot, file)


def test_rows_leave_by_a_file_arrive_by_it_and_the_receipt_comes_home(
    pair: list[Station], stock: Stock, big: str, sandbox: SandboxProcess, qtbot: QtBot, tmp_path: Path
) -> None:
    here, there = pair
    sns, file = stock(big, 12), tmp_path / "queue.pidq"
    accept(here, *sns)
    with window_on(here) as window:
        export_to(qtbot, window, file)
        result = sheet(qtbot, "Handed over")
        assert "12 handed over in" in result.accessibleDescription()
        close(qtbot, result)
        chips = window.desk.queue_page.totals.chips.values()
        qtbot.waitUntil(lambda: "12\nhanded over" in [chip.text() for chip in chips])
    with window_on(there) as window:
        window.desk.queue_page.import_.click()
        choose(qtbot, file)
        question = sheet(qtbot, "Import this queue file?")
        assert "12 new" in question.accessibleDescription()
        assert there.rows() == [], "a look takes nothing"
        question.yes.click()
        result = sheet(qtbot, "Imported")
        receipt = file.with_name("queue.pidq.receipt")
        assert str(receipt) in result.accessibleDescription()
        close(qtbot, result)
    there.drain()
    assert done(sandbox, sns) == dict.fromkeys(sns, 1)
    with window_on(here) as window:
        window.desk.queue_page.import_.click()
        choose(qtbot, receipt)
        question = sheet(qtbot, "Import this receipt?")
        assert "12 taken over by the other station" in question.accessibleDescription()
        question.yes.click()
        close(qtbot, sheet(qtbot, "Imported"))
    for station in pair:
        assert_sound(station)


def test_a_lost_file_is_written_again(
    pair: list[Station], stock: Stock, big: str, qtbot: QtBot, tmp_path: Path
) -> None:
    here, _there = pair
    accept(here, *stock(big, 3))
    here.leaving.export(tmp_path / "lost.pidq")
    with window_on(here) as window:
        export_to(qtbot, window, tmp_path / "anew.pidq", again=True)
        result = sheet(qtbot, "Handed over")
        assert result.accessibleDescription().startswith("3 handed over in")
        close(qtbot, result)
    assert here.arriving.preview((tmp_path / "anew.pidq").read_bytes()).header.rows == 3


def test_with_nothing_to_hand_over_no_file_is_asked_for(
    pair: list[Station], qtbot: QtBot, tmp_path: Path
) -> None:
    with window_on(pair[0]) as window:
        window.desk.queue_page.export.click()
        question = sheet(qtbot, "Hand over to another station?")
        assert not question.yes.isVisible()
        close(qtbot, question)


def test_a_file_that_is_there_is_not_overwritten_and_nothing_leaves(
    pair: list[Station], stock: Stock, big: str, qtbot: QtBot, tmp_path: Path
) -> None:
    here, _there = pair
    accept(here, *stock(big, 2))
    taken = tmp_path / "mine.pidq"
    taken.write_text("precious")
    with window_on(here) as window:
        export_to(qtbot, window, taken)
        qtbot.waitUntil(lambda: told(window).startswith("The file exists"), timeout=WITHIN_MS)
    assert taken.read_text() == "precious"
    assert states(here) == {"saved": 2}


def test_a_changed_file_is_refused_with_its_reason(
    pair: list[Station], stock: Stock, big: str, qtbot: QtBot, tmp_path: Path
) -> None:
    here, there = pair
    sn, file = stock(big, 1)[0], tmp_path / "queue.pidq"
    accept(here, sn)
    here.leaving.export(file)
    file.write_bytes(file.read_bytes().replace(sn.encode(), sn[:-1].encode() + b"X"))
    with window_on(there) as window:
        window.desk.queue_page.import_.click()
        choose(qtbot, file)
        qtbot.waitUntil(lambda: told(window).startswith("The file was changed"), timeout=WITHIN_MS)
    assert there.rows() == []


def test_a_receipt_takes_the_place_of_no_other_file(
    pair: list[Station], stock: Stock, big: str, qtbot: QtBot, tmp_path: Path
) -> None:
    here, there = pair
    accept(here, *stock(big, 2))
    file, place = tmp_path / "queue.pidq", tmp_path / "elsewhere.receipt"
    here.leaving.export(file)
    letter = file.with_name("queue.pidq.receipt")
    letter.write_text("a letter")
    with window_on(there) as window:
        window.desk.queue_page.import_.click()
        choose(qtbot, file)
        sheet(qtbot, "Import this queue file?").yes.click()
        result = sheet(qtbot, "Imported")
        assert result.yes.text() == "Save the receipt …"
        result.yes.click()
        choose(qtbot, place)
        close(qtbot, sheet(qtbot, "The receipt is saved"))
    assert letter.read_text() == "a letter"
    assert here.arriving.preview(place.read_bytes()).header.rows == 2


def test_a_scanners_memory_is_shown_first_and_taken_only_on_a_yes(
    pair: list[Station], stock: Stock, big: str, qtbot: QtBot, tmp_path: Path
) -> None:
    here, _there = pair
    known, *new = stock(big, 31)
    accept(here, known)
    dump = tmp_path / "memory.txt"
    dump.write_text("\n".join([known, *new, "A4:CF:12:9B:00:7E"]))
    with window_on(here) as window:
        for answer in ("no", "yes"):
            window.desk.queue_page.import_.click()
            choose(qtbot, dump)
            question = sheet(qtbot, "Take these labels?")
            qtbot.waitUntil(lambda question=question: question.yes.isVisible())  # type: ignore[misc]
            for words in ("30 new", "1 duplicate: here already", "1 not an SN"):
                assert words in question.accessibleDescription()
            assert states(here) == {"saved": 1}, "a look takes nothing"
            getattr(question, answer).click()
        result = sheet(qtbot, "Labels taken")
        assert "30 new" in result.accessibleDescription()
        close(qtbot, result)
    assert states(here) == {"saved": 31}
    assert here.rows(ReplacementState.SAVED)[0].device == "import:memory.txt"
    assert_sound(here)


def test_labels_over_the_quota_are_named_before_and_not_taken(
    pair: list[Station], sandbox: SandboxProcess, qtbot: QtBot, tmp_path: Path
) -> None:
    here, _there = pair
    small = next(
        one for one in here.cached_certificates() if one.open and 0 < one.quota_total - one.quota_used < 10
    )
    left = small.quota_total - small.quota_used - small.quota_reserved
    sns = sandbox.sns(small.certificate_no, left + 3)
    dump = tmp_path / "memory.csv"
    dump.write_text("".join(f"{sn}\n" for sn in sns))
    with window_on(here) as window:
        window.desk.queue_page.import_.click()
        choose(qtbot, dump)
        question = sheet(qtbot, "Take these labels?")
        question.findChildren(ChevronBox)[0].setCurrentText(small.certificate_no)
        qtbot.waitUntil(lambda: "3 over quota" in question.accessibleDescription(), timeout=WITHIN_MS)
        assert question.yes.text() == f"Take {left} units"
        question.yes.click()
        result = sheet(qtbot, "Labels taken")
        assert "3 over quota" in result.accessibleDescription()
        close(qtbot, result)
    assert states(here) == {"saved": left}


def test_a_file_that_is_no_text_is_told(pair: list[Station], qtbot: QtBot, tmp_path: Path) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG\r\n\0\0\0\0")
    with window_on(pair[0]) as window:
        window.desk.queue_page.import_.click()
        choose(qtbot, picture)
        qtbot.waitUntil(lambda: told(window).startswith("This is not a text file"), timeout=WITHIN_MS)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
