"""A real window that loses its platform: the cause, the countdown, the stop at the limit, and its end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.model import Label, Link
from tests.helpers.desk_driver import WITHIN_MS, window_on
from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import done, signed_in, states
from tests.integration.conftest import Stock
from ui.look.signs import Tone
from ui.main_window import PageName
from ui.scan.scan_views import Notice
from ui.station_window import StationWindow

pytestmark = pytest.mark.qt_log_ignore("does not support")


def offline_notice(window: StationWindow) -> Notice | None:
    shown = window.operator.presenter.view().notices
    return next((notice for notice in shown if notice.word.startswith("OFFLINE")), None)


def said(window: StationWindow) -> str:
    notice = offline_notice(window)
    return f"{notice.word} {notice.text}" if notice else ""


@pytest.mark.log_allowed
def test_it_counts_down_stops_and_goes_on_by_itself(
    sandbox: SandboxProcess, stock: Stock, folder: Path, qtbot: QtBot
) -> None:
    number = str(sandbox.certificate(room=4000)["certificate_no"])
    sns = stock(number, 7)
    settings = {"sync_interval_s": 0.1, "connect_timeout_s": 1.0, "share": 0, "offline_units": 6}
    with (
        FaultProxy(int(sandbox.base_url.rpartition(":")[2])) as proxy,
        signed_in(folder, sandbox, number, endpoint=proxy.url, **settings) as station,  # type: ignore[arg-type]
        window_on(station) as window,
    ):
        window.show_page(PageName.SCAN)
        result = window.operator.page.result
        station.sync.start()
        qtbot.waitUntil(lambda: station.sync.link.link is Link.ONLINE, timeout=WITHIN_MS)
        proxy.mode = Mode.REFUSE
        for n, sn in enumerate(sns[:5]):
            window.scans.take(Label(sn, "test", float(n)))
        qtbot.waitUntil(lambda: "the platform does not answer" in said(window), timeout=WITHIN_MS)
        qtbot.waitUntil(lambda: "5 units saved here, room for 1 more" in said(window), timeout=WITHIN_MS)
        notice = offline_notice(window)
        assert notice is not None
        assert notice.tone is Tone.CAUTION
        assert "too many units wait" in notice.text

        for n, sn in enumerate(sns[5:]):
            window.scans.take(Label(sn, "test", 10.0 + n))
        qtbot.waitUntil(lambda: "OFFLINE LIMIT" in result.accessibleName(), timeout=WITHIN_MS)
        qtbot.waitUntil(lambda: "Scanning stops until units are sent." in said(window), timeout=WITHIN_MS)
        assert sum(states(station).values()) == 6

        proxy.mode = Mode.OK
        station.sync.try_now()
        qtbot.waitUntil(lambda: states(station) == {"confirmed": 6}, timeout=WITHIN_MS)
        qtbot.waitUntil(lambda: offline_notice(window) is None, timeout=WITHIN_MS)
        window.scans.acknowledge()
        window.scans.take(Label(sns[6], "test", 20.0))
        qtbot.waitUntil(lambda: states(station) == {"confirmed": 7}, timeout=WITHIN_MS)
        station.sync.stop()
    assert set(done(sandbox, sns).values()) == {1}
