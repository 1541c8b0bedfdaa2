"""Every verdict, the quota to the last unit, and what a label can never do."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station.clock import iso
from station.lifecycle import Event
from station.model import AuditStatus, Label, ReplacementState, ScanOutcome, Verdict
from station.store import ledger
from tests.helpers.offline import ACCOUNT_KEY, CERTIFICATE, Desk, desk_in

A, B, C, D = ("aaaa1111aaaa1111", "bbbb2222bbbb2222", "cccc3333cccc3333", "dddd4444dddd4444")
SN = "SNAB000000017"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


def take(desk: Desk, text: str, certificate_no: str | None = None, **label: object) -> ScanOutcome:
    made = Label(**{"text": text, "device": "scanner-1", "at": 0.0, **label})  # type: ignore[arg-type]
    return desk.intake.take(made, certificate_no=certificate_no, filter_bounce="at" in label)


def settle(desk: Desk, outcome: ScanOutcome, *events: Event, **changes: str) -> None:
    """What the platform's answer does to a row, through the ledger as sync does it."""
    item_id = outcome.item_id or ""

    def work(connection: sqlite3.Connection) -> None:
        stamp = desk.session.stamp()
        ledger.move(connection, item_id, Event.SEND, stamp, attempts=1, batch_id="b")
        for event in events:
            ledger.move(connection, item_id, event, stamp, **changes)

    desk.database.write(work)


def test_an_accepted_unit_is_in_the_ledger_before_the_verdict(desk: Desk) -> None:
    desk.know()
    outcome = take(desk, f"]C1{SN}\r\n")
    assert (outcome.verdict, outcome.sn) == (Verdict.ACCEPTED, SN)
    (row,) = desk.rows()
    assert row == outcome.replacement
    assert (row.item_id, row.state, row.attempts) == (outcome.item_id, ReplacementState.SAVED, 0)
    assert (row.account, row.original_pid, row.new_pid) == (ACCOUNT_KEY, A, B)
    assert desk.rejects() == []


@pytest.mark.parametrize(
    ("label", "problem"), [("", "empty"), ("https://example.com/x", "url"), ("12", "short")]
)
def test_what_is_no_serial_number_is_kept_as_a_reject_with_its_reason(
    desk: Desk, label: str, problem: str
) -> None:
    desk.know()
    outcome = take(desk, label)
    assert outcome.verdict is Verdict.NOT_AN_SN
    assert outcome.reason.startswith(f"{problem}: ")
    assert desk.rejects() == [("not_an_sn", label)]
    assert desk.rows() == []


def test_the_pids_of_the_account_are_no_serial_numbers(desk: Desk) -> None:
    desk.know()
    desk.session.known_pids = frozenset({"knownproduct"})
    assert take(desk, "KNOWNPRODUCT").verdict is Verdict.NOT_AN_SN


def test_a_second_scan_is_a_duplicate_and_names_the_first(desk: Desk) -> None:
    desk.know()
    first = take(desk, SN)
    second = take(desk, SN)
    assert (second.verdict, second.item_id) == (Verdict.DUPLICATE, None)
    assert second.earlier == first.replacement
    assert len(desk.rows()) == 1


def test_an_undone_unit_may_be_scanned_again(desk: Desk) -> None:
    desk.know()
    first = take(desk, SN)
    item_id = first.item_id or ""
    desk.database.write(lambda c: ledger.move(c, item_id, Event.UNDO, desk.session.stamp()))
    assert take(desk, SN).verdict is Verdict.ACCEPTED


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("SN_PID_MISMATCH", Verdict.WRONG_PRODUCT),
        ("PROTOCOL_NOT_SUPPORTED", Verdict.WRONG_PRODUCT),
        ("SN_NOT_FOUND", Verdict.WRONG_PRODUCT),
        ("ALREADY_REPLACED", Verdict.ALREADY_REPLACED),
        ("SN_ACTIVATED", Verdict.DUPLICATE),
    ],
)
def test_a_unit_that_was_set_aside_is_told_why(desk: Desk, code: str, verdict: Verdict) -> None:
    desk.know()
    settle(desk, take(desk, SN), Event.REFUSE, code=code, reason="as the platform says")
    outcome = take(desk, SN)
    assert outcome.verdict is verdict
    assert "as the platform says" in outcome.reason
    desk.know(CERTIFICATE, certificate_no="CERT-2")
    assert take(desk, SN).verdict is Verdict.ACCEPTED, "refused under another certificate"


def test_a_label_read_twice_counts_once_and_is_not_a_duplicate(desk: Desk) -> None:
    desk.know()
    assert take(desk, SN, at=10.0).verdict is Verdict.ACCEPTED
    assert take(desk, SN, at=11.4).verdict is Verdict.BOUNCE
    assert take(desk, SN, at=11.5).verdict is Verdict.DUPLICATE
    assert len(desk.rows()) == 1


def test_only_the_same_scanner_and_the_same_code_bounce(desk: Desk) -> None:
    desk.know()
    take(desk, SN, at=10.0)
    assert take(desk, SN, at=10.1, device="scanner-2").verdict is Verdict.DUPLICATE
    assert take(desk, SN, at=10.2, device="scanner-2", typed=True).verdict is Verdict.DUPLICATE
    assert take(desk, SN + "8", at=10.3, device="scanner-2").verdict is Verdict.ACCEPTED


def test_the_clock_going_back_is_no_bounce(desk: Desk) -> None:
    desk.know()
    take(desk, SN, at=10.0)
    assert take(desk, SN, at=9.0).verdict is Verdict.DUPLICATE


def test_a_code_in_a_file_does_not_bounce(desk: Desk) -> None:
    desk.know()
    assert [take(desk, SN).verdict for _ in range(3)] == [
        Verdict.ACCEPTED,
        Verdict.DUPLICATE,
        Verdict.DUPLICATE,
    ]


@pytest.mark.parametrize(("total", "used", "reserved"), [(10, 0, 0), (10, 7, 0), (10, 5, 2), (1, 0, 0)])
def test_the_quota_is_used_to_the_last_unit_and_not_one_more(
    desk: Desk, total: int, used: int, reserved: int
) -> None:
    desk.know(quota_total=total, quota_used=used, quota_reserved=reserved)
    verdicts = Counter(take(desk, f"SNAB{n:09d}").verdict for n in range(total + 5))
    assert verdicts == {Verdict.ACCEPTED: total - used - reserved, Verdict.QUOTA_FULL: used + reserved + 5}


def test_a_certificate_that_is_over_its_total_takes_nothing(desk: Desk) -> None:
    desk.know(quota_total=10, quota_used=12)
    assert take(desk, SN).verdict is Verdict.QUOTA_FULL


def test_a_parked_unit_keeps_its_right_and_an_undone_or_refused_one_gives_it_back(desk: Desk) -> None:
    desk.know(quota_total=2)
    first = take(desk, "SNAB000000001")
    settle(desk, first, Event.LOSE_ANSWER, Event.PARK)
    second = take(desk, "SNAB000000002")
    assert take(desk, "SNAB000000003").verdict is Verdict.QUOTA_FULL
    settle(desk, second, Event.REFUSE, code="SN_NOT_FOUND")
    assert take(desk, "SNAB000000004").verdict is Verdict.ACCEPTED
    assert take(desk, "SNAB000000005").verdict is Verdict.QUOTA_FULL


def test_units_that_another_account_has_waiting_count_too(desk: Desk) -> None:
    desk.know(quota_total=2)
    assert take(desk, "SNAB000000001").verdict is Verdict.ACCEPTED
    account = desk.session.account
    assert account is not None
    desk.session.account = type(account)(account.endpoint, account.client_id, "bert")
    desk.know(quota_total=2)
    assert take(desk, "SNAB000000002").verdict is Verdict.ACCEPTED
    assert take(desk, "SNAB000000003").verdict is Verdict.QUOTA_FULL
    assert take(desk, "SNAB000000001").verdict is Verdict.DUPLICATE


@pytest.mark.parametrize("status", [status for status in AuditStatus if status is not AuditStatus.APPROVED])
def test_only_an_approved_certificate_takes_units(desk: Desk, status: AuditStatus) -> None:
    desk.know(audit_status=status)
    outcome = take(desk, SN, "CERT-1")
    assert outcome.verdict is Verdict.CERTIFICATE_CLOSED
    assert str(status) in outcome.reason


def test_no_certificate_no_unit(desk: Desk) -> None:
    assert take(desk, SN).verdict is Verdict.CERTIFICATE_CLOSED
    assert take(desk, SN, "CERT-UNKNOWN").verdict is Verdict.CERTIFICATE_CLOSED


def test_a_certificate_expires_by_the_platforms_clock(desk: Desk) -> None:
    desk.know(expires_at=iso(desk.clock.wall_ms() + 60_000))
    assert take(desk, "SNAB000000001").verdict is Verdict.ACCEPTED
    desk.clock.offset_ms = 120_000
    outcome = take(desk, "SNAB000000002")
    assert outcome.verdict is Verdict.CERTIFICATE_CLOSED
    assert "expired" in outcome.reason
    desk.clock.wall_shift_ms = -120_000
    assert take(desk, "SNAB000000003").verdict is Verdict.ACCEPTED


def confirm(desk: Desk, certificate_no: str, original: str, new: str, sn: str = SN) -> ScanOutcome:
    desk.know(certificate_no=certificate_no, original_pid=original, new_pid=new)
    outcome = take(desk, sn)
    if outcome.verdict is Verdict.ACCEPTED:
        settle(desk, outcome, Event.CONFIRM, code="OK")
    return outcome


def test_a_unit_may_go_on_from_its_present_pid_as_often_as_it_likes(desk: Desk) -> None:
    assert confirm(desk, "CERT-1", A, B).verdict is Verdict.ACCEPTED
    assert confirm(desk, "CERT-2", A, C).verdict is Verdict.DUPLICATE, "it is B by now"
    assert confirm(desk, "CERT-3", B, C).verdict is Verdict.ACCEPTED
    assert confirm(desk, "CERT-4", B, D).verdict is Verdict.DUPLICATE, "it is C by now"
    assert confirm(desk, "CERT-5", C, D).verdict is Verdict.ACCEPTED
    assert confirm(desk, "CERT-6", D, A).verdict is Verdict.ACCEPTED
    assert confirm(desk, "CERT-1", A, B).verdict is Verdict.DUPLICATE, "once per certificate"
    assert confirm(desk, "CERT-7", A, B).verdict is Verdict.ACCEPTED


def test_a_unit_on_its_way_does_not_go_on(desk: Desk) -> None:
    desk.know()
    take(desk, SN)
    desk.know(certificate_no="CERT-2", original_pid=B, new_pid=C)
    assert take(desk, SN).verdict is Verdict.DUPLICATE


def test_the_rule_of_the_product_in_hand_counts(desk: Desk) -> None:
    desk.settings.set("sn_rules", {A: r"[A-F0-9]{12}"})
    desk.know()
    assert take(desk, "A1B2C3D4E5F6").verdict is Verdict.ACCEPTED
    assert take(desk, SN).verdict is Verdict.NOT_AN_SN
    desk.know(certificate_no="CERT-2", original_pid=B)
    assert take(desk, SN).verdict is Verdict.ACCEPTED


def test_a_secret_on_a_label_is_not_kept(desk: Desk) -> None:
    desk.know()
    secret = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF"
    for rules in ({}, {A: r"SN.*"}):
        desk.settings.set("sn_rules", rules)
        assert take(desk, secret).verdict is Verdict.NOT_AN_SN
    desk.database.checkpoint()
    files = [file.read_bytes() for file in desk.database.path.parent.iterdir()]
    assert not any(secret.encode() in data for data in files)


def test_shifts_open_with_the_first_label_and_hold_every_row(desk: Desk) -> None:
    desk.know()
    take(desk, "12")
    shift = str(desk.session.shift_id)
    assert shift.endswith("-1")
    assert take(desk, SN).replacement == desk.rows()[0]
    assert desk.rows()[0].shift_id == shift


LABELS = st.text(st.characters(codec=None), max_size=60) | st.sampled_from(
    [
        SN,
        f"{SN}\r",
        SN.lower(),
        "'; drop table replacements; --",
        "\ud800" * 8,
        "\0" * 9,
        "x" * 5000,
        "=cmd|' /C calc'!A0",
    ]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LABELS, st.sampled_from([{}, {A: ".*"}, {A: "(x|xx)+y"}]))
def test_no_label_can_do_harm(desk: Desk, label: str, rules: dict[str, str]) -> None:
    desk.settings.set("sn_rules", dict(rules))
    desk.know(quota_total=10_000)
    outcome = take(desk, label)
    assert isinstance(outcome.verdict, Verdict)
    assert outcome.verdict is not Verdict.NOT_RECORDED
    assert outcome.label.isprintable()
    assert (outcome.verdict is Verdict.ACCEPTED) == (outcome.item_id is not None)


def test_a_storm_of_labels_counts_each_unit_once(desk: Desk) -> None:
    desk.know(quota_total=40)
    labels = [f"SNAB{n % 60:09d}" for n in range(200)]
    verdicts = Counter(take(desk, label).verdict for label in labels)
    assert verdicts[Verdict.ACCEPTED] == 40
    assert len({row.sn for row in desk.rows()}) == len(desk.rows()) == 40
    with desk.database.read() as connection:
        assert ledger.tally(connection, ACCOUNT_KEY).counts == {ReplacementState.SAVED: 40}
