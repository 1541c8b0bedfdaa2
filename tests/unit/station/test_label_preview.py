"""A preview says of every label exactly what the intake says when it is taken, and changes nothing."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from station.lifecycle import Event
from station.model import AuditStatus, Label, LeaseAnswer, Verdict
from station.store import leases, ledger
from tests.helpers.offline import ACCOUNT_KEY, CERTIFICATE, Desk, desk_in

NEXT = "CERT-2"
"""A certificate that goes on from where the first one leads."""
LABELS = st.lists(
    st.sampled_from(
        [*(f"SNAA{number:08}" for number in range(8)), "A4:CF:12:9B:00:7E", "", " SNAA00000001\r"]
    ),
    max_size=14,
)
FATES = st.sampled_from([None, Event.CONFIRM, Event.REFUSE, Event.UNDO])


def settle(desk: Desk, item_id: str, fate: Event | None) -> None:
    """What has become of a unit that was scanned before."""
    stamp = desk.session.stamp()

    def work(connection: sqlite3.Connection) -> None:
        if fate is Event.UNDO:
            ledger.move(connection, item_id, fate, stamp)
        elif fate is not None:
            ledger.move(connection, item_id, Event.SEND, stamp, attempts=1, batch_id="b")
            ledger.move(connection, item_id, fate, stamp, code="X", reason="why")

    desk.database.write(work)


def taken(desk: Desk, labels: list[Label], number: str) -> list[tuple[Verdict, str | None, str, str]]:
    outcomes = [desk.intake.take(label, certificate_no=number, filter_bounce=False) for label in labels]
    return [(one.verdict, one.sn, one.label, one.reason) for one in outcomes]


def previewed(desk: Desk, labels: list[Label], number: str) -> list[tuple[Verdict, str | None, str, str]]:
    outcomes = desk.intake.preview(labels, number)
    return [(one.verdict, one.sn, one.label, one.reason) for one in outcomes]


@settings(max_examples=40, deadline=None)
@given(
    before=st.dictionaries(st.sampled_from([f"SNAA{n:08}" for n in range(8)]), FATES, max_size=4),
    labels=LABELS,
    quota=st.integers(0, 8),
    offline_units=st.sampled_from([0, 2, 100]),
    number=st.sampled_from([CERTIFICATE.certificate_no, NEXT, "CERT-NONE"]),
    status=st.sampled_from([AuditStatus.APPROVED, AuditStatus.APPROVED, AuditStatus.REVOKED]),
    share=st.sampled_from([None, 1, 5]),
)
def test_a_preview_is_what_the_intake_says(
    before: dict[str, Event | None],
    labels: list[str],
    quota: int,
    offline_units: int,
    number: str,
    status: AuditStatus,
    share: int | None,
) -> None:
    with tempfile.TemporaryDirectory() as folder, desk_in(Path(folder)) as desk:
        desk.know()
        for sn, fate in before.items():
            outcome = desk.intake.take(Label(sn, "test", 0.0), filter_bounce=False)
            settle(desk, outcome.item_id or "", fate)
        desk.know(quota_total=quota + len(before), audit_status=status)
        desk.know(certificate_no=NEXT, original_pid=CERTIFICATE.new_pid, new_pid="c" * 16, quota_total=quota)
        if share is not None:
            hold(desk, number, share)
        desk.settings.set("offline_units", offline_units)
        asked = [Label(text, "memory", 0.0) for text in labels]
        rows = desk.rows()
        found = previewed(desk, asked, number)
        assert (desk.rows(), desk.rejects()) == (rows, []), "a look changes nothing"
        assert found == taken(desk, asked, number)


def hold(desk: Desk, number: str, units: int) -> None:
    """A share that the platform has given."""
    lease = leases.Lease("request", number, ACCOUNT_KEY, units, 3600)
    now = leases.now(desk.clock)
    answer = LeaseAnswer("lease", units, 0, now.platform_ms + 3_600_000)

    def work(connection: sqlite3.Connection) -> None:
        leases.ask(connection, lease)
        leases.answered(connection, lease, answer, now)

    desk.database.write(work)
