"""What a red result does to the line, in the real window: soft, hard and no latch, three wrong in a row, undo."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.model import Label, ReplacementState
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.sandbox_units import of_another_product
from tests.helpers.stations import done, signed_in
from tests.helpers.windows import Open
from tests.integration.conftest import Stock
from ui.look.signs import Tone
from ui.scan.scan_views import ScanView
from ui.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")
CERTIFICATE = "CERT-000004"
WITHIN_MS = 20_000
_times = itertools.count(1)


def scan(window: StationWindow, *labels: str) -> None:
    for label in labels:
        window.scans.take(Label(label, "test", float(next(_times) * 10)))


def seen(window: StationWindow) -> ScanView:
    return window.operator.presenter.view()


def word(window: StationWindow) -> str:
    return seen(window).panel.word


def told(window: StationWindow) -> str:
    standing = window.errors.standing
    return f"{standing.title}. {standing.message}" if standing else ""


def test_a_soft_latch_keeps_the_red_result_while_good_scans_go_on_beside_it(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    with signed_in(folder, sandbox, CERTIFICATE, hold_back_s=60.0) as station:
        window = opened(station)
        scan(window, "12345", *stock(CERTIFICATE, 2))
        qtbot.waitUntil(lambda: len(station.rows()) == 2, timeout=WITHIN_MS)
        qtbot.waitUntil(lambda: word(window) == "OK", timeout=WITHIN_MS)
        pinned = seen(window).pinned
        assert pinned is not None
        assert (pinned.word, pinned.label) == ("NOT AN SN", "12345")
        assert not seen(window).paused
        window.operator.page.buttons.acknowledge.click()
        qtbot.waitUntil(lambda: seen(window).pinned is None, timeout=WITHIN_MS)
        assert word(window) == "OK"


def test_a_hard_latch_stops_the_intake_and_shows_what_was_not_taken(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    good = stock(CERTIFICATE, 3)
    with signed_in(folder, sandbox, CERTIFICATE, hold_back_s=60.0, latch="hard") as station:
        window = opened(station)
        scan(window, "12345", *good[:2])
        qtbot.waitUntil(lambda: seen(window).paused, timeout=WITHIN_MS)
        qtbot.waitUntil(
            lambda: any("2 scans were not taken" in n.word for n in seen(window).notices), timeout=WITHIN_MS
        )
        assert station.rows() == []
        window.operator.page.buttons.acknowledge.click()
        qtbot.waitUntil(lambda: not seen(window).paused, timeout=WITHIN_MS)
        assert not any("not taken" in notice.word for notice in seen(window).notices)
        scan(window, good[2])
        qtbot.waitUntil(lambda: [row.sn for row in station.rows()] == good[2:], timeout=WITHIN_MS)


def test_without_a_latch_a_red_result_goes_with_the_next_scan(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    with signed_in(folder, sandbox, CERTIFICATE, hold_back_s=60.0, latch="none") as station:
        window = opened(station)
        scan(window, "12345")
        qtbot.waitUntil(lambda: word(window) == "NOT AN SN", timeout=WITHIN_MS)
        assert seen(window).to_acknowledge == 0
        scan(window, *stock(CERTIFICATE, 1))
        qtbot.waitUntil(lambda: word(window) == "OK", timeout=WITHIN_MS)
        assert seen(window).pinned is None


def test_units_that_wait_longer_than_the_setting_are_amber(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    with signed_in(folder, sandbox, CERTIFICATE, hold_back_s=60.0, behind_min=0.0) as station:
        window = opened(station)
        scan(window, *stock(CERTIFICATE, 1))
        qtbot.waitUntil(
            lambda: next(s for s in seen(window).statuses if s.name == "waiting").tone is Tone.CAUTION
        )


def test_three_units_of_another_product_stop_the_line_until_a_supervisor_ends_it(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    wrong, good = of_another_product(sandbox, CERTIFICATE, 3), stock(CERTIFICATE, 2)
    with signed_in(folder, sandbox, CERTIFICATE, sync_interval_s=0.05) as station:
        window = opened(station)
        asked: list[tuple[str, Callable[[], None]]] = []
        window.scans.end_stop = lambda about, go: asked.append((about, go))
        station.sync.start()
        scan(window, wrong[0], good[0], *wrong[1:])
        qtbot.waitUntil(lambda: station.overview().set_aside == 3, timeout=WITHIN_MS)
        assert word(window) != "LINE STOPPED", "a good unit was between them"
    with signed_in(folder, sandbox, CERTIFICATE, sync_interval_s=0.05) as station:
        window = opened(station)
        window.scans.end_stop = lambda about, go: asked.append((about, go))
        scan(window, *wrong)
        qtbot.waitUntil(lambda: word(window) == "LINE STOPPED", timeout=WITHIN_MS)
        assert seen(window).paused
        scan(window, good[1])
        qtbot.waitUntil(
            lambda: any("not taken" in notice.word for notice in seen(window).notices), timeout=WITHIN_MS
        )
        window.operator.page.buttons.acknowledge.click()
        qtbot.waitUntil(lambda: [about for about, _go in asked] == ["LINE STOPPED"], timeout=WITHIN_MS)
        assert seen(window).paused, "nobody has answered for it yet"
        asked[0][1]()
        assert not seen(window).paused
        scan(window, good[1])
        qtbot.waitUntil(lambda: station.rows()[0].sn == good[1], timeout=WITHIN_MS)


def test_three_units_that_the_platform_finds_wrong_stop_the_line_as_well(
    sandbox: SandboxProcess, folder: Path, opened: Open, qtbot: QtBot
) -> None:
    wrong = of_another_product(sandbox, CERTIFICATE, 6)[3:]
    with signed_in(folder, sandbox, CERTIFICATE, sync_interval_s=0.05) as station:
        window = opened(station)
        scan(window, *wrong)
        qtbot.waitUntil(lambda: len(station.rows()) == 3, timeout=WITHIN_MS)
        station.sync.start()
        qtbot.waitUntil(lambda: word(window) == "LINE STOPPED", timeout=WITHIN_MS)
        assert seen(window).paused
        notices = [notice.word for notice in seen(window).notices]
        assert any("3" in notice and "set aside" in notice for notice in notices), notices


def test_the_last_scan_can_be_undone_until_it_is_sent_and_the_screen_says_so(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    first, second = stock(CERTIFICATE, 2)
    with signed_in(folder, sandbox, CERTIFICATE, hold_back_s=60.0, sync_interval_s=0.05) as station:
        window = opened(station)
        scan(window, first)
        qtbot.waitUntil(lambda: word(window) == "OK", timeout=WITHIN_MS)
        window.operator.page.buttons.undo.click()
        qtbot.waitUntil(lambda: word(window) == "UNDONE", timeout=WITHIN_MS)
        assert station.rows()[0].state is ReplacementState.UNDONE
        scan(window, second)
        qtbot.waitUntil(lambda: station.rows()[0].sn == second, timeout=WITHIN_MS)
        station.sync.start()
        station.sync.send_now()
        qtbot.waitUntil(lambda: station.rows()[0].state is ReplacementState.CONFIRMED, timeout=WITHIN_MS)
        window.operator.page.buttons.undo.click()
        qtbot.waitUntil(lambda: told(window).startswith("Too late to undo"), timeout=WITHIN_MS)
        assert second in told(window)
        assert station.rows()[0].state is ReplacementState.CONFIRMED
    assert done(sandbox, [first, second]) == {second: 1}


def test_undo_takes_back_what_stands_on_the_page_and_not_what_is_still_on_its_way(
    sandbox: SandboxProcess, folder: Path, opened: Open, stock: Stock, qtbot: QtBot
) -> None:
    seen_unit, *on_their_way = stock(CERTIFICATE, 4)
    with signed_in(folder, sandbox, CERTIFICATE, hold_back_s=60.0) as station:
        window = opened(station)
        scan(window, seen_unit)
        qtbot.waitUntil(lambda: seen(window).panel.label == seen_unit, timeout=WITHIN_MS)
        scan(window, *on_their_way)
        window.operator.page.buttons.undo.click()
        qtbot.waitUntil(lambda: len(station.rows()) == 4, timeout=WITHIN_MS)
        states = {row.sn: row.state for row in station.rows()}
        assert states[seen_unit] is ReplacementState.UNDONE
        assert {states[sn] for sn in on_their_way} == {ReplacementState.SAVED}
        qtbot.waitUntil(lambda: seen(window).panel.label == on_their_way[-1], timeout=WITHIN_MS)
        window.operator.page.buttons.undo.click()
        qtbot.waitUntil(lambda: word(window) == "UNDONE", timeout=WITHIN_MS)
        assert seen(window).panel.label == on_their_way[-1]
