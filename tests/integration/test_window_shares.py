"""The own share in a real window: what is left of it, and the stop when it is used up while the platform is away."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.model import Label
from tests.helpers.desk_driver import WITHIN_MS, window_on
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import signed_in, states
from tests.integration.conftest import Stock
from ui.look.signs import Icon, Tone
from ui.main_window import PageName
from ui.sounds.events import CUES, Sound

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.mark.log_allowed
def test_a_share_is_shown_and_offline_its_end_stops_the_line(
    sandbox: SandboxProcess, stock: Stock, folder: Path, qtbot: QtBot
) -> None:
    number = str(sandbox.certificate(room=4000)["certificate_no"])
    sns = stock(number, 4)
    with (
        signed_in(folder, sandbox, number, sync_interval_s=0.1, share=3, share_stations=1) as station,
        window_on(station) as window,
    ):
        window.show_page(PageName.SCAN)
        strip, result = window.operator.page.job, window.operator.page.result
        station.sync.start()
        qtbot.waitUntil(lambda: "Own share: 3 of 3 left, until" in strip.accessibleName(), timeout=WITHIN_MS)
        sandbox.kill()
        for n, sn in enumerate(sns):
            window.scans.take(Label(sn, "test", float(n)))
        qtbot.waitUntil(lambda: "OWN SHARE USED UP" in result.accessibleName(), timeout=WITHIN_MS)
        assert "Connect the station, or call the supervisor" in result.accessibleName()
        view = window.operator.presenter.view()
        assert (view.panel.tone, view.panel.icon) == (Tone.STOP, Icon.STOP)
        assert view.call is not None
        assert CUES[view.call.event].sound is Sound.STOP
        assert "certificate:" not in result.accessibleName(), "no other certificate is named"
        qtbot.waitUntil(
            lambda: "Own share used up: scanning offline stops" in strip.accessibleName(), timeout=WITHIN_MS
        )
        assert sum(states(station).values()) == 3
        station.sync.stop()
    sandbox.start()
