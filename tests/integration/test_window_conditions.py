"""The table of events of the scan page, what lasts: outages, a certificate that is closed, a scanner that is gone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from station.model import ReplacementState
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.scan_line import KNOWN, ScanLine, scan_line
from tests.helpers.stations import form_of
from ui.look.signs import Icon, Tone
from ui.scan.scan_views import StatusView
from ui.sounds.events import Sound, SoundState

pytestmark = [pytest.mark.qt_log_ignore("does not support"), pytest.mark.log_allowed]
I, S = Sound.INFORMATION, Sound.STOP  # noqa: E741 - the letters of the table
_MINUTE_MS = 60_000


@pytest.fixture(scope="module")
def _line(_module_sandbox: SandboxProcess, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScanLine]:
    with scan_line(_module_sandbox, tmp_path_factory.mktemp("line")) as line:
        yield line


@pytest.fixture
def line(_line: ScanLine, qtbot: QtBot) -> Iterator[ScanLine]:
    _line.qtbot = qtbot
    _line.clean_up()
    _line.work_under(KNOWN)
    yield _line
    _line.clock.wall_shift_ms = 0


def status(line: ScanLine, name: str) -> StatusView:
    return next(one for one in line.view.statuses if one.name == name)


def test_a_lost_network_is_blue_is_told_once_and_scans_go_on_as_saved(line: ScanLine) -> None:
    line.take(*line.good())
    line.until(lambda: line.station.overview().waiting == 0)
    shift = line.counted[0]
    line.listen()
    line.go_offline()
    units = line.good(3)
    line.scan(*units)
    notice = line.told("OFFLINE since")
    assert (notice.tone, notice.icon) == (Tone.INFO, Icon.OFFLINE)
    assert "the platform does not answer" in notice.word
    line.until(lambda: line.panel.label == units[-1])
    line.until(lambda: "Go on scanning. 3 units saved here, room for" in line.told("OFFLINE").text)
    assert (line.panel.tone, line.panel.word, line.panel.stripe) == (Tone.OK, "OK", "SAVED, will be sent")
    assert status(line, "waiting").value == "Waiting 3"
    assert status(line, "network").tone is Tone.INFO
    line.until(lambda: I in line.heard)
    line.take(*line.good())
    assert line.heard.count(I) == 1
    assert set(line.heard) == {I, Sound.ACCEPTED}
    assert line.counted[0] == shift + 4
    line.come_back()
    line.until(lambda: line.notice("OFFLINE") is None and status(line, "waiting").value == "Waiting 0")


def test_a_backlog_is_amber_and_each_level_is_heard_once(line: ScanLine) -> None:
    line.go_offline()
    line.scan(*line.good())
    line.told("OFFLINE")
    line.until(lambda: I in line.heard)
    for minutes in (31, 121, 481):
        line.listen()
        line.clock.wall_shift_ms = minutes * _MINUTE_MS
        line.window.operator.feed.ask()
        line.until(lambda: I in line.heard)
        waiting = status(line, "waiting")
        assert (waiting.tone, waiting.value) == (Tone.CAUTION, "Waiting 1")
        line.scan(f"12{minutes}")
        line.shows("NOT AN SN")
        line.until(lambda: Sound.SET_ASIDE in line.heard)
        assert line.heard.count(I) == 1
        line.acknowledge()
    line.clock.wall_shift_ms = 0
    line.come_back()
    line.until(lambda: status(line, "waiting").tone is Tone.NORMAL)


def test_a_sign_in_that_has_ended_says_so_and_scanning_goes_on(line: ScanLine) -> None:
    secret = line.sandbox.query("SELECT password FROM accounts ORDER BY rowid")[0][0]
    line.platform_says("UPDATE tokens SET dead_code = 1010, refreshable = 0")
    line.platform_says("UPDATE accounts SET password = 'another' WHERE username LIKE 'line1%'")
    notice = line.told("SIGN-IN NEEDED to send")
    assert (notice.tone, notice.icon) == (Tone.INFO, Icon.SIGN_IN)
    assert notice.text.startswith("Go on scanning.")
    line.until(lambda: I in line.heard)
    line.take(*line.good())
    assert line.panel.stripe == "SAVED, will be sent after sign-in"
    assert line.heard.count(I) == 1
    line.until(lambda: status(line, "waiting").value == "Waiting 1")
    line.platform_says("UPDATE accounts SET password = ? WHERE username LIKE 'line1%'", secret)
    line.until(lambda: line.notice("SIGN-IN NEEDED") is None and line.station.overview().waiting == 0)


def test_the_sound_check_is_offered_at_the_start_of_a_shift_and_scanning_takes_it_away(
    line: ScanLine,
) -> None:
    """There is no loudspeaker here, so the page is told that there is one."""
    presenter = line.window.operator.presenter
    presenter.sound_is(SoundState.READY)
    try:
        assert line.notice("NEW SHIFT") is None, "the shift is under way"
        line.until(lambda: line.station.overview().waiting == 0)
        line.station.sign_out()
        line.station.sign_in(form_of(line.sandbox.ready))
        line.station.fetch_certificates()
        line.work_under(KNOWN)
        offer = line.told("NEW SHIFT")
        assert offer.tone is Tone.INFO
        assert "Press Sound check" in offer.text
        line.take(*line.good())
        assert line.notice("NEW SHIFT") is None
    finally:
        presenter.sound_is(SoundState.NO_DEVICE)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ("status = 'revoked', version = version + 1", "CERTIFICATE REVOKED"),
        ("expires_ms = 1767225600000, version = version + 1", "CERTIFICATE EXPIRED"),
    ],
)
def test_a_closed_certificate_stops_the_line_and_holds_what_waits(
    line: ScanLine, change: str, word: str
) -> None:
    number = line.certificate(50)
    line.work_under(number)
    line.hold_back(3600.0)
    units = line.good(2)
    line.take(*units)
    shift = line.counted[0]
    line.listen()
    line.platform_says(f"UPDATE certificates SET {change} WHERE certificate_no = ?", number)
    panel = line.shows(word)
    assert (panel.tone, panel.icon) == (Tone.STOP, Icon.STOP)
    assert panel.note == "2 units wait and are kept."
    line.until(lambda: S in line.heard)
    line.until(lambda: {row.state for row in line.station.rows(limit=2)} == {ReplacementState.HELD})
    line.listen()
    late = line.good()[0]
    line.scan(late)
    line.shows(word, late)
    line.until(lambda: S in line.heard)
    assert line.counted[0] == shift, "nothing more is counted"
    line.work_under(KNOWN)
    line.until(lambda: line.panel.tone is not Tone.STOP)
    line.hold_back(0.0)
    line.take(*line.good())
    held = [row.sn for row in line.station.rows(ReplacementState.HELD, limit=2)]
    assert set(held) == set(units), "never dropped"


def test_a_scanner_that_is_unplugged_is_told_sounds_and_heals_by_itself(line: ScanLine) -> None:
    line.scanner.unplug()
    notice = line.told("NOTHING IS BEING READ")
    assert (notice.tone, notice.icon) == (Tone.STOP, Icon.SCANNER_LOST)
    line.until(lambda: S in line.heard)
    assert status(line, "scanner").tone is Tone.STOP
    line.scanner.plug()
    line.until(lambda: line.notice("NOTHING IS BEING READ") is None)
    line.until(lambda: line.heard[-1] is I)
    line.take(*line.good())
