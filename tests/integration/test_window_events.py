"""The table of events of the scan page, row by row, on the real window, a real sandbox and a real serial line: what a
scan is answered with. `test_window_conditions` has what lasts beside the result, `test_window_disk` what the disk does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from station.model import ReplacementState
from tests.helpers.desk_driver import dialog
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.sandbox_units import of_another_product
from tests.helpers.scan_line import KNOWN, ScanLine, scan_line, units_of_kind
from ui.desk.pair_dialog import PairDialog
from ui.look.signs import Icon, Tone
from ui.sounds.events import Sound

pytestmark = [pytest.mark.qt_log_ignore("does not support"), pytest.mark.log_allowed]
REPLACEMENTS = "/v1.0/pid-replacement/replacements"


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


@dataclass(frozen=True)
class Row:
    """What is scanned (`a`, `b` are good units, `bound` one that the platform refuses), and what has to be so."""

    name: str
    scans: tuple[str, ...]
    tone: Tone
    icon: Icon
    word: str
    sounds: tuple[Sound, ...]
    accepted: int
    set_aside: int = 0
    pinned: bool = False
    says: str = ""


A, R, X, T = Sound.ACCEPTED, Sound.REPEAT, Sound.SET_ASIDE, Sound.TICK
OK, BAD = (Tone.OK, Icon.ACCEPTED, "OK"), (Tone.BAD, Icon.SET_ASIDE, "SET ASIDE")
NOT_AN_SN = (Tone.BAD, Icon.QUESTION, "NOT AN SN")
TWICE = (Tone.CAUTION, Icon.REPEAT, "ALREADY SCANNED")
TABLE = (
    Row("accepted, online", ("a",), *OK, (A,), 1),
    Row("trigger bounce", ("a", "a"), *OK, (A, T), 1, says="Read twice, counted once."),
    Row("duplicate", ("a", "b", "a"), *TWICE, (A, A, R), 2, says="by "),
    Row("a MAC", ("A4:CF:12:9B:00:7E",), *NOT_AN_SN, (X,), 0, pinned=True, says="looks like a MAC address"),
    Row("a PID", ("keyzq7fhbxc4k9tp",), *NOT_AN_SN, (X,), 0, pinned=True, says="looks like a PID"),
    Row("a URL", ("https://x.example/q?a=1",), *NOT_AN_SN, (X,), 0, pinned=True, says="like a web address"),
    Row("two codes joined", ("TY20A4F1TY20A4F1",), *NOT_AN_SN, (X,), 0, pinned=True, says="codes are joined"),
    Row("control characters", ("AB\x1dCD1234",), *NOT_AN_SN, (X,), 0, pinned=True, says="AB<GS>CD1234"),
    Row("its length", ("12345",), *NOT_AN_SN, (X,), 0, pinned=True, says="5 characters"),
    Row("wrong layout", ("é\"'(-è_çà",), *NOT_AN_SN, (X,), 0, pinned=True, says="wrong keyboard layout"),
    Row("refused while shown", ("bound",), *BAD, (A, X), 1, 1, pinned=True, says="end user"),
)  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_each_scan_is_shown_heard_and_counted_and_the_next_one_goes_on(line: ScanLine, row: Row) -> None:
    first, second, after = line.good(3)
    labels = {"a": first, "b": second, "bound": units_of_kind(line.sandbox, "activated", 1)[0]}
    shift, aside = line.counted
    line.scan(*(labels.get(each, each) for each in row.scans))
    line.hears(*row.sounds)
    panel = line.shows(row.word)
    assert (panel.tone, panel.icon) == (row.tone, row.icon)
    assert row.says in panel.spoken
    assert line.counted == (shift + row.accepted, aside + row.set_aside)
    line.until(lambda: line.figure("set aside") == str(aside + row.set_aside))
    assert bool(line.view.to_acknowledge) == row.pinned
    line.take(after)
    assert not line.view.paused
    assert (line.view.pinned is not None) == row.pinned
    assert line.counted[0] == shift + row.accepted + 1


def test_a_label_in_the_wrong_case_names_caps_lock(line: ScanLine) -> None:
    sn = line.good()[0]
    known = line.station.session.cached_certificate(KNOWN)
    assert known is not None
    line.station.settings.set("sn_rules", {known.original_pid: "SN[A-Z]{2}[0-9]{9}"})
    try:
        line.scan(sn.lower())
        panel = line.shows("NOT AN SN", sn.lower())
        line.hears(X)
        assert "Caps Lock is on" in panel.detail
    finally:
        line.station.settings.set("sn_rules", {})


def test_a_duplicate_brings_its_row_into_view_however_long_ago_it_was(line: ScanLine) -> None:
    old, *since = line.good(13)
    line.take(old, *since)
    recent = line.window.operator.page.recent
    line.until(lambda: [row.sn for row in recent.shown] == list(reversed(since))[:10])
    line.listen()
    line.scan(old)
    line.shows("ALREADY SCANNED", old)
    line.until(lambda: old in [row.sn for row in recent.shown])
    marked = next(row for row in recent.shown if row.item_id == recent.marked)
    assert marked.sn == old
    line.hears(R)


def test_a_unit_replaced_elsewhere_tells_date_station_and_certificate(line: ScanLine) -> None:
    elsewhere = "SELECT sn FROM results WHERE certificate_no = ? AND caller_station = 'seed-station'"
    unit = line.sandbox.query(elsewhere, KNOWN)[0][0]
    _shift, aside = line.counted
    line.scan(unit)
    panel = line.shows("SET ASIDE", unit)
    line.hears(A, X)
    assert (panel.tone, panel.icon) == (Tone.BAD, Icon.SET_ASIDE)
    assert re.fullmatch(
        rf"Replaced 2025-01-0. ..:.. at station seed-station, certificate {KNOWN}\.", panel.note
    )
    assert line.counted[1] == aside + 1
    line.take(*line.good())
    line.listen()
    line.scan(unit)
    again = line.shows("SET ASIDE", unit)
    assert again.note == panel.note
    line.hears(X)
    assert line.counted[1] == aside + 1, "counted once"
    assert line.view.to_acknowledge == 2
    line.take(*line.good())


def test_an_answer_of_ours_that_was_lost_is_ok_and_no_error(line: ScanLine) -> None:
    unit = line.good()[0]
    _shift, aside = line.counted
    line.sandbox.set_faults([{"effect": "drop_after", "method": "POST", "path": REPLACEMENTS, "times": 1}])
    line.take(unit)
    line.until(lambda: line.asked_again().state is ReplacementState.CONFIRMED)
    assert line.station.rows()[0].attempts == 1, "it was asked about, not sent again"
    assert (line.panel.tone, line.panel.word, line.panel.label) == (Tone.OK, "OK", unit)
    assert X not in line.heard
    assert (line.view.to_acknowledge, line.counted[1]) == (0, aside)


def test_units_refused_later_turn_red_in_the_list_and_stand_in_one_line(line: ScanLine) -> None:
    bound, good = units_of_kind(line.sandbox, "activated", 3)[1:], line.good()
    _shift, aside = line.counted
    line.hold_back(3600.0)
    line.take(*bound, *good)
    line.listen()
    line.station.sync.send_now()
    banner = line.told("2 earlier units must be set aside:")
    assert all(sn in banner.text for sn in bound)
    assert (banner.tone, banner.icon) == (Tone.BAD, Icon.SET_ASIDE)
    line.hears(X)
    recent = line.window.operator.page.recent
    line.until(lambda: {recent.tone(row, 0) for row in recent.shown if row.sn in bound} == {Tone.BAD})
    assert (line.panel.word, line.panel.label) == ("OK", good[0]), "what goes on is not disturbed"
    assert line.counted[1] == aside + 2
    line.hold_back(0.0)
    line.take(*line.good())


def test_a_wrong_product_tells_what_was_expected_and_three_in_a_row_stop_the_line(line: ScanLine) -> None:
    known = line.station.session.cached_certificate(KNOWN)
    assert known is not None
    wrong = of_another_product(line.sandbox, KNOWN, 3)
    got = line.sandbox.query("SELECT current_pid FROM devices WHERE sn = ?", wrong[0])[0][0]
    line.scan(wrong[0])
    line.hears(A, X)
    panel = line.shows("SET ASIDE", wrong[0])
    assert known.original_pid in panel.note, "expected"
    assert got in panel.note, "got"
    line.take(*line.good())
    line.until(lambda: line.station.rows()[0].state is ReplacementState.CONFIRMED)
    line.listen()
    line.scan(wrong[0])
    again = line.shows("WRONG PRODUCT", wrong[0])
    assert known.original_pid in again.note
    assert got in again.note
    line.scan(*wrong[1:])
    line.shows("SET ASIDE", wrong[2])
    line.scan(*wrong)
    stopped = line.shows("LINE STOPPED")
    assert (stopped.tone, stopped.icon) == (Tone.STOP, Icon.STOP)
    assert line.heard[-1] is Sound.STOP
    before = line.counted
    line.scan(*line.good())
    line.told("1 scan was not taken.")
    assert line.counted == before
    line.acknowledge()
    line.take(*line.good())


def test_the_end_of_a_certificate_is_announced_three_times_and_then_stops_the_line(line: ScanLine) -> None:
    number, follower = line.certificate(300, used=268), KNOWN
    line.window.desk.certificates.load()
    line.work_under(number)
    said: list[str] = []
    for units in (2, 10, 19, 1):
        line.listen()
        line.take(*line.good(units))
        line.until(lambda: line.station.overview().waiting == 0)
        line.window.operator.feed.ask()
        told, tone = (0, Tone.STOP) if units == 1 else (1, Tone.CAUTION)
        line.until(lambda tone=tone: line.view.job.tone is tone)  # type: ignore[misc]
        line.until(lambda told=told: line.heard.count(Sound.INFORMATION) >= told)  # type: ignore[misc]
        said.append(line.view.job.warning)
        assert line.heard.count(Sound.INFORMATION) == told
    assert said == ["90 % used, 30 left", "Last 20 units", "Last unit", "Full: nothing more is counted"]

    shift, _aside = line.counted
    refused = line.good()[0]
    line.listen()
    line.scan(refused)
    panel = line.shows("CERTIFICATE FULL", refused)
    assert (panel.tone, panel.icon) == (Tone.STOP, Icon.STOP)
    line.until(lambda: Sound.STOP in line.heard)
    assert f"Next approved certificate: {follower}" in panel.note
    assert (line.counted[0], line.station.session.certificate_no) == (shift, number), (
        "nothing is switched by itself"
    )
    assert line.sandbox.query("SELECT count(*) FROM results WHERE sn = ?", refused) == [(0,)]
    line.scan(*line.good())
    line.until(lambda: line.heard.count(Sound.STOP) > 1)
    assert line.counted[0] == shift, "the next one is refused too"

    assert line.qtbot is not None
    table = line.window.desk.certificates_page.certificates.rows
    line.until(lambda: any(row.certificate.certificate_no == follower for row in table.shown))
    line.window.desk.certificates.perform(
        next(row for row in table.shown if row.certificate.certificate_no == follower)
    )
    line.allow()
    dialog(line.qtbot, PairDialog).yes.click()
    line.until(lambda: line.view.job.certificate == follower)
    line.until(lambda: line.panel.tone is not Tone.STOP)
    line.scan(refused)
    line.shows("OK", refused)
    assert line.view.to_acknowledge == 0, "the stop has ended with the change"
