from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station import serial_numbers
from station.disk import Space
from station.model import AuditStatus, Link, LinkState, ReplacementState, Verdict
from tests.unit.ui.scan_data import (
    CERTIFICATE,
    LOST,
    NOW,
    OFFLINE,
    READY,
    accepted,
    already_replaced,
    closed,
    outcome,
    overview,
    presenter,
    row,
)
from ui import i18n
from ui.look.signs import Icon, Tone
from ui.scan.scan_presenter import ScanPresenter
from ui.scan.scan_views import Latch, PanelView, ScannerHealth
from ui.sounds.events import Event

REFUSED, PARKED = ReplacementState.REFUSED, ReplacementState.PARKED


def panel_after(verdict: Verdict, reason: str = "", **more: object) -> PanelView:
    made = presenter()
    made.scanned(outcome(verdict, reason, **more))  # type: ignore[arg-type]
    return made.view().panel


def test_nothing_scanned_is_grey_and_asks_for_a_scan() -> None:
    view = presenter().view()
    assert (view.panel.tone, view.panel.word) == (Tone.NORMAL, "READY")
    assert view.notices == ()
    assert {status.tone for status in view.statuses} == {Tone.NORMAL}


def test_without_certificate_the_page_says_who_has_to_act() -> None:
    made = presenter()
    made.overview_is(overview(None))
    assert made.view().panel.word == "NO CERTIFICATE"
    assert made.view().job.certificate == "No certificate chosen"


def test_accepted_online_is_green_with_the_count_and_no_stripe() -> None:
    made = presenter()
    made.scanned(accepted())
    panel = made.view().panel
    assert (panel.tone, panel.icon, panel.word, panel.label) == (Tone.OK, Icon.ACCEPTED, "OK", row().sn)
    assert (panel.count, panel.stripe) == ("424 / 500", "")


@pytest.mark.parametrize(
    ("link", "stripe"),
    [
        (OFFLINE, "SAVED, will be sent"),
        (LinkState(Link.UNKNOWN), "SAVED, will be sent"),
        (LinkState(Link.SIGN_IN_NEEDED), "SAVED, will be sent after sign-in"),
    ],
)
def test_accepted_without_the_platform_is_green_with_a_stripe(link: LinkState, stripe: str) -> None:
    made = presenter()
    made.link_is(link)
    made.scanned(accepted())
    assert (made.view().panel.tone, made.view().panel.stripe) == (Tone.OK, stripe)


def test_the_stripe_goes_when_the_shown_unit_is_confirmed() -> None:
    made = presenter()
    made.link_is(OFFLINE)
    made.scanned(accepted(1))
    made.settled([row(1, ReplacementState.CONFIRMED)])
    assert made.view().panel.stripe == ""


def test_bounce_leaves_the_result_and_says_that_it_counts_once() -> None:
    made = presenter()
    made.scanned(accepted())
    made.scanned(outcome(Verdict.BOUNCE, sn=row().sn))
    panel = made.view().panel
    assert (panel.tone, panel.word, panel.note) == (Tone.OK, "OK", "Read twice, counted once.")


def test_bounce_of_another_unit_names_it() -> None:
    made = presenter()
    made.scanned(accepted())
    made.scanned(outcome(Verdict.BOUNCE, sn="OTHER001"))
    assert made.view().panel.note == "OTHER001: Read twice, counted once."


def test_duplicate_is_amber_with_when_and_by_whom_and_its_row() -> None:
    met = row(7, ReplacementState.CONFIRMED)
    made = presenter()
    made.scanned(outcome(Verdict.DUPLICATE, "duplicate: x", sn=met.sn, earlier=met))
    view = made.view()
    assert (view.panel.tone, view.panel.word) == (Tone.CAUTION, "ALREADY SCANNED")
    assert view.panel.note == f"Scanned {i18n.moment(met.scanned_at_ms, NOW)} by Nguyen Van An: confirmed."
    assert view.met == met
    assert view.to_acknowledge == 0


@pytest.mark.parametrize("state", [REFUSED, PARKED])
def test_duplicate_of_a_unit_that_was_set_aside_is_red(state: ReplacementState) -> None:
    met = row(7, state, "SN_ACTIVATED")
    panel = panel_after(Verdict.DUPLICATE, "set_aside: x", sn=met.sn, earlier=met)
    assert (panel.tone, panel.word) == (Tone.BAD, "SET ASIDE")
    assert panel.note.endswith("An end user has already bound this unit.")
    assert panel.detail == "Put this unit aside, then acknowledge."


def test_already_replaced_says_when_where_and_under_which_certificate() -> None:
    made = presenter()
    made.scanned(already_replaced())
    panel = made.view().panel
    assert (panel.tone, panel.word) == (Tone.BAD, "SET ASIDE")
    when = i18n.day("2026-03-02T10:11:12Z")
    assert panel.note == f"Replaced {when} at station Line 4, certificate PRC-9."


@pytest.mark.parametrize("answer", ["", "[]", "<html>", '{"station_id": "x"}'])
def test_already_replaced_survives_an_answer_that_says_little(answer: str) -> None:
    met = row(3, REFUSED, "ALREADY_REPLACED", reason="somebody was faster", answer=answer)
    panel = panel_after(Verdict.ALREADY_REPLACED, "ALREADY_REPLACED: x", earlier=met)
    assert panel.note == "somebody was faster"


@pytest.mark.parametrize(
    ("label", "text", "length", "hint"),
    [
        ("DC:A6:32:01:02:03", "DC:A6:32:01:02:03", "17 characters", "MAC address"),
        ("keyzq7fhbxc4k9tp", "keyzq7fhbxc4k9tp", "16 characters", "PID"),
        ("https://x.example/1", "https://x.example/1", "19 characters", "web address"),
        ("TY20A4F1TY20A4F1", "TY20A4F1TY20A4F1", "16 characters", "joined"),
        ("AB\x1d1234", "AB<GS>1234", "7 characters", "control"),
        ("Ä", "Ä", "1 character", "keyboard layout"),
    ],
)
def test_not_an_sn_shows_the_raw_text_its_length_and_a_hint(
    label: str, text: str, length: str, hint: str
) -> None:
    reading = serial_numbers.read(label)
    panel = panel_after(Verdict.NOT_AN_SN, f"{reading.problem}: {reading.hint}", sn=None, label=reading.shown)
    assert (panel.tone, panel.word, panel.is_sn) == (Tone.BAD, "NOT AN SN", False)
    assert (panel.label, panel.note) == (text, length)
    assert hint in panel.detail


def test_a_label_of_5000_characters_is_short_on_screen_with_its_true_length() -> None:
    reading = serial_numbers.read("x\x1d" * 2500)
    panel = panel_after(Verdict.NOT_AN_SN, "control: x", sn=None, label=reading.shown)
    assert panel.note == f"{i18n.number(5000)} characters"
    assert len(panel.label) <= serial_numbers.SHOWN_LENGTH + 1


def test_an_auth_key_is_not_shown() -> None:
    secret = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF"
    reading = serial_numbers.read(secret)
    panel = panel_after(Verdict.NOT_AN_SN, f"{reading.problem}: {reading.hint}", sn=None, label=reading.shown)
    assert secret not in panel.spoken
    assert secret[2:10] not in panel.spoken
    assert panel.note == "32 characters"


def test_wrong_product_says_expected_against_got() -> None:
    panel = panel_after(Verdict.WRONG_PRODUCT, "SN_PID_MISMATCH: expected aaa, got bbb")
    assert (panel.tone, panel.word) == (Tone.BAD, "WRONG PRODUCT")
    assert panel.detail == "Put this unit aside, then acknowledge."
    assert panel.note == "The unit has another original PID. Expected aaa, got bbb."


def test_three_wrong_products_in_a_row_stop_the_line_until_acknowledged() -> None:
    made = presenter()
    for _ in range(3):
        made.scanned(outcome(Verdict.WRONG_PRODUCT, "SN_PID_MISMATCH: x"))
    view = made.view()
    assert (view.panel.tone, view.panel.word, view.paused) == (Tone.STOP, "LINE STOPPED", True)
    made.acknowledge()
    assert not made.view().paused


def test_wrong_products_with_a_good_one_between_do_not_stop_the_line() -> None:
    made = presenter()
    for verdict in (Verdict.WRONG_PRODUCT, Verdict.WRONG_PRODUCT, Verdict.DUPLICATE, Verdict.WRONG_PRODUCT):
        made.scanned(outcome(verdict))
    assert not made.view().paused


def test_quota_full_stops_and_names_the_next_certificate() -> None:
    made = presenter()
    later = replace(CERTIFICATE, certificate_no="PRC-3", quota_used=0, created_at="2026-03-01T00:00:00Z")
    sooner = replace(later, certificate_no="PRC-2", created_at="2026-02-01T00:00:00Z")
    spent = replace(sooner, certificate_no="PRC-1", quota_used=500)
    other = replace(sooner, certificate_no="PRC-0", new_pid="another")
    made.certificates_are([CERTIFICATE, later, spent, other, sooner])
    made.scanned(outcome(Verdict.QUOTA_FULL, "quota_full: x"))
    panel = made.view().panel
    assert (panel.tone, panel.word) == (Tone.STOP, "CERTIFICATE FULL")
    assert panel.note == "Next approved certificate: PRC-2"


def test_a_stop_ends_with_another_certificate() -> None:
    made = presenter()
    made.scanned(outcome(Verdict.QUOTA_FULL))
    made.overview_is(overview(replace(CERTIFICATE, certificate_no="PRC-2")))
    view = made.view()
    assert (view.panel.word, view.to_acknowledge) == ("READY", 0)


@pytest.mark.parametrize(
    ("reason", "word"),
    [
        ("revoked: x", "CERTIFICATE REVOKED"),
        ("expired: x", "CERTIFICATE EXPIRED"),
        ("no_certificate: x", "NO CERTIFICATE"),
        ("pending: x", "CERTIFICATE CLOSED"),
    ],
)
def test_closed_certificate_stops_and_keeps_what_waits(reason: str, word: str) -> None:
    panel = panel_after(Verdict.CERTIFICATE_CLOSED, reason)
    assert (panel.tone, panel.word, panel.note) == (Tone.STOP, word, "12 units wait and are kept.")


def test_revocation_heard_between_two_scans_stops_at_once_and_reopening_ends_it() -> None:
    made = presenter()
    made.certificate_changed(replace(closed(AuditStatus.REVOKED), certificate_no="another"))
    assert made.view().panel.word == "READY"
    made.certificate_changed(closed(AuditStatus.REVOKED))
    assert made.view().panel.word == "CERTIFICATE REVOKED"
    made.certificate_changed(CERTIFICATE)
    assert made.view().panel.word == "READY"


def test_not_recorded_is_a_hard_stop() -> None:
    made = presenter()
    made.scanned(outcome(Verdict.NOT_RECORDED, "not_recorded: The disk is full."))
    view = made.view()
    assert (view.panel.tone, view.panel.word, view.paused) == (Tone.STOP, "NOT RECORDED", True)
    assert "NOT recorded" in view.panel.detail
    assert view.panel.note == "The disk is full."


def test_red_stays_pinned_beside_good_scans_until_acknowledged() -> None:
    made = presenter()
    made.scanned(already_replaced())
    assert made.view().pinned is None
    made.scanned(accepted())
    view = made.view()
    assert view.pinned is not None
    assert (view.pinned.word, view.panel.word, view.to_acknowledge) == ("SET ASIDE", "OK", 1)
    assert not view.paused
    made.acknowledge()
    assert (made.view().pinned, made.view().panel.word) == (None, "OK")


def test_each_red_result_is_acknowledged_by_itself() -> None:
    made = presenter()
    for sn in ("FIRST001", "SECOND01"):
        made.scanned(outcome(Verdict.WRONG_PRODUCT, sn=sn))
    assert made.view().panel.stripe == "2 results not acknowledged yet"
    made.acknowledge()
    view = made.view()
    assert view.pinned is not None
    assert (view.pinned.label, view.panel.word) == ("FIRST001", "READY")
    made.acknowledge()
    assert made.view().to_acknowledge == 0


def test_hard_latch_pauses_and_says_what_was_not_taken() -> None:
    made = presenter(Latch.HARD)
    made.scanned(already_replaced())
    assert made.view().paused
    made.dropped()
    assert [notice.word for notice in made.view().notices] == ["1 scan was not taken."]
    made.dropped()
    assert [notice.word for notice in made.view().notices] == ["2 scans were not taken."]
    made.acknowledge()
    assert made.view().notices == ()


def test_no_latch_keeps_nothing_but_stops() -> None:
    made = presenter(Latch.NONE)
    made.scanned(already_replaced())
    assert made.view().to_acknowledge == 0
    made.scanned(outcome(Verdict.QUOTA_FULL))
    assert made.view().to_acknowledge == 1


def test_units_refused_later_are_named_until_acknowledged() -> None:
    made = presenter()
    made.settled([row(1, ReplacementState.CONFIRMED), row(2, REFUSED)])
    assert made.view().notices[0].word == "1 earlier unit must be set aside:"
    made.settled([row(n, PARKED) for n in (3, 4, 5, 6)])
    notice = made.view().notices[0]
    assert (notice.tone, notice.word) == (Tone.BAD, "5 earlier units must be set aside:")
    assert notice.text == ", ".join(row(n).sn for n in range(2, 7))
    made.settled([row(n, REFUSED) for n in range(10, 20)])
    assert made.view().notices[0].text.endswith(f"{row(16).sn} and 3 more (see Queue)")
    made.acknowledge()
    assert made.view().notices == ()


def test_the_green_on_screen_turns_red_when_its_unit_is_refused() -> None:
    made = presenter()
    made.scanned(accepted(1))
    made.settled([row(1, REFUSED, "SN_ACTIVATED")])
    panel = made.view().panel
    assert (panel.tone, panel.word, panel.label) == (Tone.BAD, "SET ASIDE", row(1).sn)
    assert panel.note == "An end user has already bound this unit."


def test_undo_takes_the_green_away() -> None:
    made = presenter()
    made.scanned(accepted(1))
    made.undone(row(1, ReplacementState.UNDONE))
    assert (made.view().panel.tone, made.view().panel.word) == (Tone.NORMAL, "UNDONE")


def test_unplugged_scanner_is_a_red_line_that_heals() -> None:
    made = presenter()
    made.scanner_is(LOST)
    notice = made.view().notices[0]
    assert (notice.tone, notice.word) == (Tone.STOP, "NOTHING IS BEING READ")
    assert notice.text == "The scanner has been unplugged. Plug it in again."
    made.scanner_is(READY)
    assert made.view().notices == ()


def test_one_of_two_scanners_missing_is_amber_without_a_line() -> None:
    made = presenter()
    made.scanner_is(replace(LOST, device="serial:/dev/ttyUSB1", name="Scanner B"))
    view = made.view()
    assert view.notices == ()
    scanner = next(status for status in view.statuses if status.name == "scanner")
    assert (scanner.tone, scanner.second) == (Tone.CAUTION, "Scanner B")


def test_no_scanner_set_up_is_no_alarm() -> None:
    made = ScanPresenter("Station 1", lambda: NOW)
    assert made.view().notices == ()
    assert made.view().statuses[2].value == "Keyboard scanner"


def test_end_of_a_label_file_is_no_alarm() -> None:
    made = presenter()
    made.scanner_is(replace(READY, health=ScannerHealth.OPENING, title="End of the file"))
    assert made.view().notices == ()
    assert made.view().statuses[2].value == "End of the file"


def test_offline_is_blue_with_time_cause_and_leave_to_go_on() -> None:
    made = presenter()
    made.link_is(OFFLINE)
    made.overview_is(overview(waiting=137, room=1))
    notice = made.view().notices[0]
    assert notice.tone is Tone.INFO
    assert notice.word.startswith("OFFLINE since ")
    assert notice.word.endswith(" · no internet")
    assert notice.text.startswith("Go on scanning. 137 units saved here, room for 1 more.")
    assert notice.text.endswith("Supervisor: check the router, or ask the network's people.")


@pytest.mark.parametrize(
    ("link", "tone", "word"),
    [
        (Link.SIGN_IN_NEEDED, Tone.INFO, "SIGN-IN NEEDED to send"),
        (Link.SETUP_WRONG, Tone.CAUTION, "THE PLATFORM REFUSES THE SETTINGS"),
    ],
)
def test_other_troubles_with_the_platform(link: Link, tone: Tone, word: str) -> None:
    made = presenter()
    made.link_is(LinkState(link))
    notice = made.view().notices[0]
    assert (notice.tone, notice.word) == (tone, word)
    assert "Go on scanning." in notice.text


def test_the_gravest_line_comes_first() -> None:
    made = presenter()
    made.link_is(OFFLINE)
    made.settled([row(2, REFUSED)])
    made.scanner_is(LOST)
    assert [notice.tone for notice in made.view().notices] == [Tone.STOP, Tone.BAD, Tone.INFO]


def test_network_state_comes_with_the_time_of_the_last_answer() -> None:
    made = presenter()
    network = made.view().statuses[3]
    assert network.value == "Online"
    assert network.second == f"last answer {i18n.moment(NOW - 3_000, NOW)}"
    made.link_is(LinkState(Link.UNKNOWN))
    assert made.view().statuses[3].second == "no answer yet"


def test_waiting_shows_count_and_age_and_turns_amber_when_old() -> None:
    made = presenter()
    waiting = made.view().statuses[4]
    assert (waiting.value, waiting.second, waiting.tone) == ("Waiting 12", "oldest 3 min", Tone.NORMAL)
    made.overview_is(overview(oldest_ms=NOW - 2 * 3_600_000))
    assert made.view().statuses[4].tone is Tone.CAUTION


def test_each_level_of_being_behind_is_heard_once() -> None:
    made = presenter()
    heard = []
    for hours in (1, 1.5, 2.5, 3, 9, 20):
        made.overview_is(overview(oldest_ms=NOW - int(hours * 3_600_000)))
        call = made.view().call
        heard.append(call.number if call else 0)
    assert heard == [0, 0, 1, 1, 2, 2]
    assert Event.BEHIND in made.view().lasting


@pytest.mark.parametrize(
    ("room", "warning"),
    [
        (76, ""),
        (50, "90 % used, 50 left"),
        (21, "95 % used, 21 left"),
        (20, "Last 20 units"),
        (2, "Last 2 units"),
        (1, "Last unit"),
        (0, "Full: nothing more is counted"),
    ],
)
def test_job_strip_warns_when_the_certificate_runs_out(room: int, warning: str) -> None:
    made = presenter()
    made.overview_is(overview(room=room))
    job = made.view().job
    assert job.warning == warning
    assert (job.tone is Tone.NORMAL) == (warning == "")


def test_a_small_certificate_does_not_warn_from_its_first_unit() -> None:
    made = presenter()
    made.overview_is(overview(replace(CERTIFICATE, quota_total=10), 0, 0, 0, room=10))
    assert made.view().job.warning == ""


def test_counters_of_certificate_and_shift() -> None:
    counters = presenter().view().counters
    assert counters.headline == "367 + 12 / 500"
    assert counters.legend == ("367 confirmed", "12 waiting here", "45 elsewhere", "76 left")
    figures = {figure.caption: figure.value for figure in counters.figures}
    assert figures["my shift"] == "312"
    assert figures["per hour"] == "412"
    assert figures["finish"] != "–"


def test_finish_is_not_guessed_without_a_rate() -> None:
    made = presenter()
    made.overview_is(overview(per_hour=0))
    assert made.view().counters.figures[3].value == "–"


@given(
    total=st.integers(0, 10_000),
    confirmed=st.integers(0, 10_000),
    waiting=st.integers(0, 10_000),
    elsewhere=st.integers(0, 10_000),
)
def test_the_bar_adds_up(total: int, confirmed: int, waiting: int, elsewhere: int) -> None:
    made = presenter()
    made.overview_is(overview(replace(CERTIFICATE, quota_total=total), confirmed, waiting, elsewhere))
    bar = made.view().counters
    shown = bar.confirmed + bar.waiting + bar.elsewhere + bar.left
    assert shown == max(total, confirmed + waiting + elsewhere)
    assert bar.left >= 0


@given(label=st.text(max_size=300))
def test_any_label_can_be_shown(label: str) -> None:
    reading = serial_numbers.read(label)
    verdict = Verdict.NOT_AN_SN if reading.sn is None else Verdict.DUPLICATE
    panel = panel_after(verdict, f"{reading.problem}: {reading.hint}", sn=reading.sn, label=reading.shown)
    assert panel.label.isprintable()
    assert panel.detail or verdict is Verdict.DUPLICATE


def test_a_disk_that_is_almost_full_is_announced_before_the_line_stops() -> None:
    made = presenter()
    made.overview_is(replace(overview(), disk=Space(total=100_000_000_000, free=120_000_000)))
    assert "DISK ALMOST FULL (120 MB left)" in [notice.word for notice in made.view().notices]
    made.overview_is(replace(overview(), disk=Space(total=100_000_000_000, free=1_000_000)))
    assert "DISK FULL" in [notice.word for notice in made.view().notices], "not: go on"
    made.overview_is(replace(overview(), disk=Space(total=100_000_000_000, free=50_000_000_000)))
    assert not [notice for notice in made.view().notices if "DISK" in notice.word]
