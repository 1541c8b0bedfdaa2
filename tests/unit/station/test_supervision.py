"""What a supervisor may do with a row, what nobody may, and that who and why are written down."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from station.errors import CertificateNotOpen, RowsWaiting, UnknownCertificate, UsageError
from station.lifecycle import Event
from station.model import AuditStatus, Label, Replacement, Verdict
from station.model import ReplacementState as S
from station.reports import reconciliation
from station.store import handovers, journal, ledger
from station.supervision import Supervision
from tests.helpers.offline import ACCOUNT_KEY, CERTIFICATE, Desk, desk_in

SN = "SNAB000000017"
WAYS: dict[S, tuple[Event, ...]] = {
    S.SAVED: (),
    S.SENDING: (Event.SEND,),
    S.IN_DOUBT: (Event.SEND, Event.LOSE_ANSWER),
    S.HELD: (Event.HOLD,),
    S.CONFIRMED: (Event.SEND, Event.CONFIRM),
    S.REFUSED: (Event.SEND, Event.REFUSE),
    S.PARKED: (Event.SEND, Event.LOSE_ANSWER, Event.PARK),
    S.UNDONE: (Event.UNDO,),
    S.VOIDED: (Event.VOID,),
    S.HANDED_OVER: (Event.HAND_OVER,),
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        desk.know()
        yield desk


@pytest.fixture
def woken() -> list[str]:
    return []


@pytest.fixture
def supervision(desk: Desk, woken: list[str]) -> Supervision:
    return Supervision(desk.database, desk.session, desk.settings, desk.clock, lambda: woken.append("now"))


def put(desk: Desk, state: S, sn: str = SN, *, code: str = "", typed: bool = False) -> str:
    """A unit in a state; gives its item id."""
    label = Label(sn, "scanner", 0.0, typed=typed)
    item_id = desk.intake.take(label, filter_bounce=False).item_id or ""
    for event in WAYS[state]:
        more: dict[str, int | str] = {"attempts": 1, "batch_id": "b"} if event is Event.SEND else {}
        if event is Event.REFUSE:
            more = {"code": code, "reason": "it said no"}
        happen(desk, item_id, event, **more)
    return item_id


def happen(desk: Desk, item_id: str, event: Event, **more: int | str) -> None:
    desk.database.write(lambda c: ledger.move(c, item_id, event, desk.session.stamp(), **more))  # type: ignore[arg-type]


def row(desk: Desk, item_id: str) -> Replacement:
    return next(row for row in desk.rows() if row.item_id == item_id)


def last_entry(desk: Desk, item_id: str) -> sqlite3.Row:
    with desk.database.read() as connection:
        entries = connection.execute(
            "select * from journal where item_id = ? order by seq", (item_id,)
        ).fetchall()
        assert journal.verify(connection).findings == ()
    entry: sqlite3.Row = entries[-1]
    return entry


ACTS: list[tuple[str, set[S], S]] = [
    ("retry", {S.PARKED}, S.SAVED),
    ("void", {S.PARKED, S.SAVED, S.HELD}, S.VOIDED),
    ("refuse", {S.PARKED}, S.REFUSED),
]


@pytest.mark.parametrize(("name", "allowed", "target"), ACTS, ids=[act[0] for act in ACTS])
@pytest.mark.parametrize("state", S)
def test_an_act_moves_exactly_the_rows_it_is_for(
    desk: Desk, supervision: Supervision, state: S, name: str, allowed: set[S], target: S
) -> None:
    item_id = put(desk, state)
    (act,) = getattr(supervision, name)([item_id], "maria", "seen by eye")
    assert (act.problem == "") is (state in allowed)
    assert act.row == row(desk, item_id)
    assert act.row.state is (target if state in allowed else state)
    if state in allowed:
        entry = last_entry(desk, item_id)
        assert (entry["actor"], entry["detail"], entry["new_state"]) == ("maria", "seen by eye", target)


def test_one_row_that_cannot_be_done_stops_no_other(
    desk: Desk, supervision: Supervision, woken: list[str]
) -> None:
    parked, done = put(desk, S.PARKED), put(desk, S.CONFIRMED, "SNAB000000018")
    acts = supervision.void([done, "no such row", parked, parked], "maria", "broken unit")
    assert [bool(act.problem) for act in acts] == [True, True, False]
    assert row(desk, parked).reason == "voided by maria: broken unit"
    assert woken == ["now"]


@pytest.mark.parametrize("act", [act[0] for act in ACTS])
@pytest.mark.parametrize(
    ("who", "reason"),
    [("", "why"), ("x" * 65, "why"), ("ma\nria", "why"), ("maria", ""), ("maria", "w" * 201)],
)
def test_nothing_is_done_without_who_and_why(
    desk: Desk, supervision: Supervision, act: str, who: str, reason: str
) -> None:
    item_id = put(desk, S.PARKED)
    with pytest.raises(UsageError):
        getattr(supervision, act)([item_id], who, reason)
    assert row(desk, item_id).state is S.PARKED


def test_rows_of_another_account_are_out_of_reach(desk: Desk, supervision: Supervision) -> None:
    parked, refused = put(desk, S.PARKED), put(desk, S.REFUSED, "SNAB000000018")
    assert desk.session.account is not None
    desk.session.account = type(desk.session.account)("https://openapi.example.com", "client", "ben")
    (act,) = supervision.void([parked], "maria", "not mine")
    assert act.row is None
    assert act.problem
    with pytest.raises(UsageError, match="no row"):
        supervision.requeue(refused, CERTIFICATE.certificate_no, "maria")


@pytest.mark.parametrize("state", [S.SAVED, S.HELD])
def test_what_was_sent_or_handed_over_is_not_voided(desk: Desk, supervision: Supervision, state: S) -> None:
    sent, promised = put(desk, S.SENDING), put(desk, state, "SNAB000000018")
    happen(desk, sent, Event.POSTPONE)
    desk.database.write(lambda c: handovers.promise(c, "file", [row(desk, promised)]))
    acts = supervision.void([sent, promised], "maria", "mistake")
    assert ["sent" in acts[0].problem, "queue file" in acts[1].problem] == [True, True]


def test_what_another_station_scanned_is_not_voided_here(desk: Desk, supervision: Supervision) -> None:
    item_id = put(desk, S.SAVED)
    desk.session.station_id = "where the queue file was imported"
    (act,) = supervision.void([item_id], "maria", "mistake")
    assert "queue file" in act.problem


def test_a_voided_unit_gives_its_right_back_and_may_be_scanned_again(
    desk: Desk, supervision: Supervision
) -> None:
    desk.know(quota_total=1, version=3)
    item_id = put(desk, S.PARKED)
    assert scan(desk, "SNAB000000018") is Verdict.QUOTA_FULL
    supervision.void([item_id], "maria", "unit was scrapped")
    assert scan(desk, SN) is Verdict.ACCEPTED


def scan(desk: Desk, sn: str) -> Verdict:
    return desk.intake.take(Label(sn, "scanner", 0.0), filter_bounce=False).verdict


def other_certificate(desk: Desk, **changes: object) -> str:
    """A second certificate; the first one stays the chosen one."""
    made = desk.know(certificate_no="CERT-2", new_pid="cccc3333cccc3333", **changes)  # type: ignore[arg-type]
    desk.session.choose(CERTIFICATE.certificate_no)
    return made.certificate_no


def test_a_refused_unit_is_queued_again_as_a_new_item_under_another_certificate(
    desk: Desk, supervision: Supervision, woken: list[str]
) -> None:
    old_id, number = put(desk, S.REFUSED, code="QUOTA_EXCEEDED"), other_certificate(desk, quota_total=1)
    made = supervision.requeue(old_id, number, "maria", "rest of the pallet")
    assert made == row(desk, made.item_id)
    assert made.item_id != old_id
    assert (made.sn, made.certificate_no, made.new_pid) == (SN, number, "cccc3333cccc3333")
    assert (made.state, made.operator, made.attempts, made.code) == (S.SAVED, "maria", 0, "")
    old = row(desk, old_id)
    assert old.state is S.REFUSED
    assert old.reason == f"it said no; queued again as {SN} under {number} by maria: rest of the pallet"
    assert last_entry(desk, old_id)["actor"] == last_entry(desk, made.item_id)["actor"] == "maria"
    assert woken == ["now"]
    with desk.database.read() as connection:
        tally = ledger.tally(connection, ACCOUNT_KEY)
        assert ledger.spent_under(connection, number) == 1, "its right to quota is spent"
    assert reconciliation(tally)["balanced"]
    assert tally.scanned == 2
    assert scan(desk, SN) is Verdict.DUPLICATE
    with pytest.raises(UsageError, match="queue already"):
        supervision.requeue(old_id, number, "maria")


def test_no_more_is_queued_again_than_the_certificate_has_room_for(
    desk: Desk, supervision: Supervision
) -> None:
    first = put(desk, S.REFUSED, code="QUOTA_EXCEEDED")
    second = put(desk, S.REFUSED, "SNAB000000018", code="QUOTA_EXCEEDED")
    number = other_certificate(desk, quota_total=1)
    supervision.requeue(first, number, "maria")
    with pytest.raises(UsageError, match="no room"):
        supervision.requeue(second, number, "maria")
    assert len(desk.rows()) == 3


@pytest.mark.parametrize(
    ("code", "taken"),
    [("LEASE_EXPIRED", True), ("CERT_REVOKED", True), ("QUOTA_EXCEEDED", True), ("SN_ACTIVATED", False)],
)
def test_the_same_certificate_only_when_it_was_at_fault(
    desk: Desk, supervision: Supervision, code: str, taken: bool
) -> None:
    item_id = put(desk, S.REFUSED, code=code)
    if taken:
        assert supervision.requeue(item_id, CERTIFICATE.certificate_no, "maria").state is S.SAVED
    else:
        with pytest.raises(UsageError, match="for good"):
            supervision.requeue(item_id, CERTIFICATE.certificate_no, "maria")


@pytest.mark.parametrize("state", [state for state in S if state is not S.REFUSED])
def test_only_a_refused_unit_is_queued_again(desk: Desk, supervision: Supervision, state: S) -> None:
    item_id, number = put(desk, state), other_certificate(desk)
    with pytest.raises(UsageError, match="Not refused"):
        supervision.requeue(item_id, number, "maria")


def test_a_certificate_that_is_unknown_or_closed_takes_nothing_up(
    desk: Desk, supervision: Supervision
) -> None:
    item_id = put(desk, S.REFUSED, code="QUOTA_EXCEEDED")
    with pytest.raises(UnknownCertificate):
        supervision.requeue(item_id, "CERT-9", "maria")
    desk.know(certificate_no="CERT-2", audit_status=AuditStatus.REVOKED)
    with pytest.raises(CertificateNotOpen, match="revoked"):
        supervision.requeue(item_id, "CERT-2", "maria")
    desk.know(certificate_no="CERT-3", expires_at="2020-01-01T00:00:00.000Z")
    with pytest.raises(CertificateNotOpen, match="expired"):
        supervision.requeue(item_id, "CERT-3", "maria")
    assert len(desk.rows()) == 1


def test_a_mistyped_sn_is_corrected_by_a_new_item(desk: Desk, supervision: Supervision) -> None:
    item_id = put(desk, S.REFUSED, "SNAB00000O018", code="SN_NOT_FOUND", typed=True)
    made = supervision.correct(item_id, " SNAB000000018\r\n", "maria", "letter O for zero")
    assert (made.sn, made.certificate_no, made.state) == (
        "SNAB000000018",
        CERTIFICATE.certificate_no,
        S.SAVED,
    )
    assert "letter O" in row(desk, item_id).reason
    assert scan(desk, "SNAB000000018") is Verdict.DUPLICATE


@pytest.mark.parametrize("new_sn", ["", "12", SN, "https://example.com/x", "SNAB000000018"])
def test_a_correction_has_to_be_a_new_sn_that_is_not_in_the_queue(
    desk: Desk, supervision: Supervision, new_sn: str
) -> None:
    item_id = put(desk, S.REFUSED, code="SN_NOT_FOUND", typed=True)
    put(desk, S.SAVED, "SNAB000000018")
    with pytest.raises(UsageError):
        supervision.correct(item_id, new_sn, "maria")
    assert len(desk.rows()) == 2


def test_what_a_scanner_read_was_not_mistyped(desk: Desk, supervision: Supervision) -> None:
    item_id = put(desk, S.REFUSED, code="SN_NOT_FOUND")
    with pytest.raises(UsageError, match="not typed"):
        supervision.correct(item_id, "SNAB000000018", "maria")


def test_parked_rows_say_at_the_sign_out_what_a_supervisor_can_do(
    desk: Desk, supervision: Supervision
) -> None:
    item_id = put(desk, S.PARKED)
    with pytest.raises(RowsWaiting, match="pid-station void"):
        desk.session.sign_out()
    supervision.void([item_id], "maria", "scrapped")
    desk.session.sign_out()
    assert desk.session.account is None


CALLS: list[Callable[[Supervision, str], object]] = [
    lambda s, item_id: s.retry([item_id], "maria", "again"),
    lambda s, item_id: s.void([item_id], "maria", "scrapped"),
    lambda s, item_id: s.refuse([item_id], "maria", "wrong unit"),
]


@pytest.mark.parametrize("call", CALLS)
def test_the_totals_balance_after_each_act(
    desk: Desk, supervision: Supervision, call: Callable[[Supervision, str], object]
) -> None:
    call(supervision, put(desk, S.PARKED))
    with desk.database.read() as connection:
        assert reconciliation(ledger.tally(connection, ACCOUNT_KEY))["balanced"]
