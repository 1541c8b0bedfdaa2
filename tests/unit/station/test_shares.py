"""The station's share as its database keeps it: how far it carries without a network, and when it ends."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from station.clock import Clock
from station.credentials import Secrets
from station.health import examination
from station.lifecycle import Event
from station.model import Label, LeaseAnswer, ScanOutcome, Share, ShareKind, Verdict
from station.store import facts, leases, ledger
from station.store.database import ReadOnlyDatabase
from station.store.leases import Cover, Lease, LeaseState
from tests.helpers.offline import ACCOUNT_KEY, CERTIFICATE, Desk, desk_in

NO = CERTIFICATE.certificate_no
TTL_S = 3600


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        desk.know(quota_total=500)
        yield desk


def scan(desk: Desk, count: int, first: int = 0) -> list[ScanOutcome]:
    return [
        desk.intake.take(Label(f"SNAB{n:09d}", "scanner", 0.0), filter_bounce=False)
        for n in range(first, first + count)
    ]


def hold(desk: Desk, granted: int, *, asked: int = 0, used: int = 0, ends_in_s: int = TTL_S) -> Lease:
    """Ask and get an answer, as the share keeper does."""
    lease = Lease(uuid.uuid4().hex, NO, ACCOUNT_KEY, asked or granted, TTL_S)
    now = leases.now(desk.clock)
    answer = LeaseAnswer(f"lease-{lease.request_id}", granted, used, now.platform_ms + ends_in_s * 1000)

    def work(connection: sqlite3.Connection) -> Lease:
        leases.ask(connection, lease)
        leases.answered(connection, lease, answer, now)
        return next(iter(leases.not_ended(connection, ACCOUNT_KEY)), lease)

    return desk.database.write(work)


def share(desk: Desk, clock: Clock | None = None) -> Share:
    with desk.database.read() as connection:
        return leases.share_of(connection, NO, leases.now(clock or desk.clock))


def settle(desk: Desk, outcome: ScanOutcome, lease: Lease, event: Event = Event.CONFIRM) -> None:
    """Send the row under the lease, and what the platform says to it."""
    item_id, batch_id, stamp = outcome.item_id or "", uuid.uuid4().hex, desk.session.stamp()

    def work(connection: sqlite3.Connection) -> None:
        ledger.move(connection, item_id, Event.SEND, stamp, attempts=1, batch_id=batch_id)
        leases.note_batch(connection, batch_id, lease.lease_id)
        ledger.move(connection, item_id, event, stamp)

    desk.database.write(work)


def verdicts(outcomes: list[ScanOutcome]) -> list[tuple[Verdict, str]]:
    return [(outcome.verdict, outcome.reason.partition(":")[0]) for outcome in outcomes]


def test_a_station_that_never_took_a_share_goes_by_the_certificate(desk: Desk) -> None:
    desk.know(quota_total=100)
    assert share(desk).kind is ShareKind.NONE
    assert {verdict for verdict, _ in verdicts(scan(desk, 100))} == {Verdict.ACCEPTED}
    assert verdicts(scan(desk, 1, 100)) == [(Verdict.QUOTA_FULL, "quota_full")]


def test_the_own_share_is_the_limit_although_the_certificate_has_more(desk: Desk) -> None:
    hold(desk, 50)
    assert {verdict for verdict, _ in verdicts(scan(desk, 50))} == {Verdict.ACCEPTED}
    assert verdicts(scan(desk, 2, 50)) == [(Verdict.QUOTA_FULL, "share_full")] * 2
    assert [verdict for verdict, _ in desk.rejects()] == ["quota_full"] * 2


def test_a_confirmed_unit_uses_the_share_and_a_refused_one_gives_its_right_back(desk: Desk) -> None:
    lease = hold(desk, 3)
    first, second, third = scan(desk, 3)
    settle(desk, first, lease)
    assert share(desk).left == 2
    assert verdicts(scan(desk, 1, 10)) == [(Verdict.QUOTA_FULL, "share_full")]
    settle(desk, second, lease, Event.REFUSE)
    assert verdicts(scan(desk, 2, 20)) == [(Verdict.ACCEPTED, ""), (Verdict.QUOTA_FULL, "share_full")]
    settle(desk, third, lease, Event.LOSE_ANSWER)
    assert verdicts(scan(desk, 1, 30)) == [(Verdict.QUOTA_FULL, "share_full")]


def test_units_scanned_before_the_first_share_count_against_it(desk: Desk) -> None:
    scan(desk, 5)
    hold(desk, 7)
    assert [verdict for verdict, _ in verdicts(scan(desk, 3, 5))] == [
        Verdict.ACCEPTED,
        Verdict.ACCEPTED,
        Verdict.QUOTA_FULL,
    ]


def test_a_used_up_share_of_a_used_up_certificate_is_the_certificates_end(desk: Desk) -> None:
    hold(desk, 2)
    scan(desk, 2)
    desk.know(quota_total=500, quota_used=498, quota_reserved=2, version=9)
    assert verdicts(scan(desk, 1, 2)) == [(Verdict.QUOTA_FULL, "quota_full")]


def test_a_share_ends_by_the_platforms_clock(desk: Desk) -> None:
    hold(desk, 50)
    desk.clock.offset_ms = TTL_S * 1000 + 1
    assert share(desk) == Share(ShareKind.HELD)
    assert verdicts(scan(desk, 1)) == [(Verdict.QUOTA_FULL, "share_full")]


def test_a_clock_that_is_set_back_does_not_lengthen_it(desk: Desk) -> None:
    hold(desk, 50)
    desk.clock.wall_shift_ms = -10 * TTL_S * 1000
    assert share(desk).left == 50
    desk.clock.shift_ms = TTL_S * 1000 + 1
    assert share(desk).left == 0


def test_after_the_machine_was_started_anew_only_the_wall_clock_counts(desk: Desk) -> None:
    hold(desk, 50)
    later = Clock()
    later.boot_id = "another boot"
    assert share(desk, later).left == 50
    later.offset_ms = TTL_S * 1000 + 1
    assert share(desk, later).left == 0


def test_a_platform_that_grants_more_or_longer_than_asked_is_not_believed(desk: Desk) -> None:
    hold(desk, 500, asked=20, ends_in_s=100 * TTL_S)
    found = share(desk)
    assert found.left == 20
    assert (found.expires_ms or 0) <= desk.clock.platform_ms() + TTL_S * 1000


def test_a_platform_that_grants_nothing_leaves_the_certificate_as_the_limit(desk: Desk) -> None:
    hold(desk, 0, asked=20)
    assert share(desk).kind is ShareKind.NONE


def test_a_platform_without_shares_leaves_the_certificate_as_the_limit_and_is_remembered(desk: Desk) -> None:
    desk.database.write(lambda c: leases.refuse(c, "no such API"))
    assert share(desk).kind is ShareKind.UNSUPPORTED
    assert {verdict for verdict, _ in verdicts(scan(desk, 30))} == {Verdict.ACCEPTED}
    found = ReadOnlyDatabase(desk.database.path)
    examined = examination.examine(desk.database.path.parent, found, Secrets(None))
    assert "unsupported" in next(finding.detail for finding in examined if finding.name == "shares")
    hold(desk, 40)
    assert share(desk) == Share(ShareKind.HELD, 40, share(desk).expires_ms)


def test_revocation_ends_the_share_and_spent_rights_stay_spent(desk: Desk) -> None:
    hold(desk, 10)
    scan(desk, 4)
    desk.database.write(lambda c: leases.void(c, NO))
    assert share(desk).left == 0
    with desk.database.read() as connection:
        assert ledger.spent_under(connection, NO) == 4


def test_after_a_restore_nothing_is_taken_for_granted(desk: Desk) -> None:
    hold(desk, 10)
    desk.database.write(lambda c: facts.put(c, facts.TAKE_OVER_SINCE, 1))
    assert verdicts(scan(desk, 1)) == [(Verdict.QUOTA_FULL, "share_full")]


def test_rows_without_a_verdict_count_against_the_lease_they_went_under(desk: Desk) -> None:
    lease = hold(desk, 3)
    outcomes = scan(desk, 3)
    settle(desk, outcomes[0], lease, Event.LOSE_ANSWER)
    settle(desk, outcomes[1], lease)

    def cover(margin_ms: int = 0) -> Cover | None:
        with desk.database.read() as connection:
            return leases.cover(connection, ACCOUNT_KEY, NO, leases.now(desk.clock), margin_ms)

    found = cover()
    assert found is not None
    assert (found.lease_id, found.units) == (lease.lease_id, 1)
    assert cover(margin_ms=TTL_S * 1000 + 1) is None


def test_a_lease_that_is_going_back_covers_nothing(desk: Desk) -> None:
    lease = hold(desk, 10)
    desk.database.write(lambda c: leases.move(c, lease, LeaseState.RETURNING))
    assert share(desk) == Share(ShareKind.HELD)


def test_more_is_wished_for_at_half_and_fetched_before_a_unit_is_turned_away(desk: Desk) -> None:
    calls: list[str] = []

    def more(certificate_no: str) -> None:
        calls.append(f"more {certificate_no}")
        if len(calls) == 2:
            hold(desk, 1)

    desk.intake.share_low = lambda: calls.append("low")
    desk.intake.more_share = more
    desk.settings.set("share", 10)
    hold(desk, 10)
    scan(desk, 5)
    assert calls == []
    scan(desk, 5, 5)
    assert calls == ["low"]
    outcomes = scan(desk, 2, 10)
    assert verdicts(outcomes) == [(Verdict.ACCEPTED, ""), (Verdict.QUOTA_FULL, "share_full")]
    assert calls == ["low", f"more {NO}", f"more {NO}"]
    assert len(desk.rows()) == 11
    assert len(desk.rejects()) == 1
