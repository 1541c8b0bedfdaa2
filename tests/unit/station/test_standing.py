"""What a scan knows from the scan before is what the tables say, and it is forgotten when anybody writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station.errors import ShiftClosing
from station.lifecycle import Event, IllegalMove
from station.model import AuditStatus, Label, ReplacementState, ScanOutcome, Verdict
from station.store import facts, ledger, shift_ends, standing
from station.store.standing import Known, Standing
from tests.helpers.offline import ACCOUNT_KEY, CERTIFICATE, Desk, desk_in

NUMBER = CERTIFICATE.certificate_no
S = ReplacementState


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        desk.know()
        yield desk


def scan(desk: Desk, number: int) -> ScanOutcome:
    return desk.intake.take(Label(f"SNAB{number:08}", "scanner-1", 0.0), filter_bounce=False)


def by_hand(desk: Desk, statement: str) -> None:
    """As another program would: a connection of its own."""
    with closing(sqlite3.connect(desk.database.path, isolation_level=None)) as other:
        other.execute(statement)


def by_itself(desk: Desk, statement: str) -> None:
    desk.database.write(lambda c: c.execute(statement))


def read(desk: Desk) -> Standing:
    return desk.database.write(lambda c: standing.read(c, ACCOUNT_KEY, NUMBER, desk.session.stamp()))


@pytest.mark.parametrize("write", [by_hand, by_itself])
@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        (
            f"update certificates set body = json_set(body, '$.audit_status', '{AuditStatus.REVOKED}')",
            Verdict.CERTIFICATE_CLOSED,
        ),
        ("update certificates set body = json_set(body, '$.quota_used', 98)", Verdict.QUOTA_FULL),
        ("delete from certificates", Verdict.CERTIFICATE_CLOSED),
        (
            f"insert into leases (request_id, certificate_no, account, asked, ttl_s, state, granted, spent)"
            f" values ('r', '{NUMBER}', '', 5, 600, 'active', 5, 5)",
            Verdict.QUOTA_FULL,
        ),
    ],
)
def test_what_is_written_between_two_scans_counts_for_the_second(
    desk: Desk, write: Callable[[Desk, str], None], statement: str, verdict: Verdict
) -> None:
    assert [scan(desk, n).verdict for n in (1, 2)] == [Verdict.ACCEPTED] * 2
    write(desk, statement)
    assert scan(desk, 3).verdict is verdict


def test_a_shift_that_is_being_closed_or_was_closed_is_seen(desk: Desk) -> None:
    first = scan(desk, 1).replacement
    assert first is not None
    desk.database.write(lambda c: shift_ends.keep(c, {"shift_id": first.shift_id}))
    with pytest.raises(ShiftClosing):
        scan(desk, 2)
    desk.database.write(lambda c: shift_ends.keep(c, None))
    by_hand(desk, "update shifts set ended_at_ms = 1")
    second = scan(desk, 3).replacement
    assert second is not None
    assert second.shift_id != first.shift_id


def test_what_was_taken_back_is_not_known(desk: Desk) -> None:
    scan(desk, 1)

    def fail(connection: sqlite3.Connection) -> None:
        facts.put(connection, "x", 1)
        raise KeyError

    with pytest.raises(KeyError):
        desk.database.write(fail)
    assert scan(desk, 2).verdict is Verdict.ACCEPTED
    assert [row.sn for row in desk.rows()] == ["SNAB00000002", "SNAB00000001"]


@pytest.mark.parametrize("write", [by_hand, by_itself])
def test_it_is_known_only_while_nothing_is_written(desk: Desk, write: Callable[[Desk, str], None]) -> None:
    def moment() -> standing.Moment:
        return desk.database.write(standing.moment)

    known, last = Known(), read(desk)
    known.keep(moment(), last)
    assert known.at(moment(), ACCOUNT_KEY, NUMBER) is last
    known.keep(moment(), last)
    assert known.at(moment(), ACCOUNT_KEY, "CERT-2") is None
    known.keep(moment(), last)
    write(desk, "update facts set value = value || ' '")
    assert known.at(moment(), ACCOUNT_KEY, NUMBER) is None


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.integers(0, 5), st.sampled_from([*Event])), min_size=1, max_size=25))
def test_counting_on_says_what_the_tables_say(tmp_path: Path, steps: list[int | Event]) -> None:
    folder = tmp_path / f"{len(list(tmp_path.iterdir()))}"
    with desk_in(folder) as desk:
        desk.know(quota_total=8)
        for step in steps:
            if isinstance(step, int):
                scan(desk, step)
                kept = desk.intake._known._standing
                assert kept is not None
                assert kept == read(desk)
            else:
                _move_the_newest(desk, step)


def _move_the_newest(desk: Desk, event: Event) -> None:
    rows = [row for row in desk.rows() if row.state in {S.SAVED, S.SENDING, S.IN_DOUBT}]
    if not rows:
        return
    changes: dict[str, str | int] = (
        {"attempts": rows[0].attempts + 1, "batch_id": "b"} if event is Event.SEND else {}
    )
    desk.database.write(lambda c: _try(c, rows[0].item_id, event, desk, changes))


def _try(
    connection: sqlite3.Connection, item_id: str, event: Event, desk: Desk, changes: dict[str, str | int]
) -> None:
    try:
        ledger.move(connection, item_id, event, desk.session.stamp(), **changes)  # type: ignore[arg-type]
    except IllegalMove:
        return
