"""Each state of the first unit says where its run stands, and only that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from station import first_article
from station.errors import UsageError
from station.first_article import PHASES, Phase
from station.lifecycle import Event
from station.model import Label, ReplacementState, ScanOutcome, Verdict
from station.run_start import RunStart
from station.store import ledger
from tests.helpers.offline import Desk, desk_in

S = ReplacementState
FIRST, SECOND = "SNAB000000017", "SNAB000000025"
NUMBER, OTHER = "CERT-1", "CERT-2"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        desk.settings.set("first_article", "confirm")
        desk.know()
        yield desk


def start(desk: Desk) -> RunStart:
    return RunStart(desk.database, desk.session, desk.settings)


def phase(desk: Desk) -> Phase:
    with desk.database.read() as connection:
        return start(desk).look(connection).phase


def take(desk: Desk, text: str, certificate_no: str | None = None) -> ScanOutcome:
    return desk.intake.take(Label(text, "s", 0.0), certificate_no=certificate_no, filter_bounce=False)


def move(desk: Desk, outcome: ScanOutcome, *events: Event) -> None:
    def work(connection: sqlite3.Connection) -> None:
        for event in events:
            more: dict[str, Any] = {"attempts": 1, "batch_id": "b"} if event is Event.SEND else {}
            ledger.move(connection, outcome.item_id or "", event, desk.session.stamp(), **more)

    desk.database.write(work)


def test_every_state_of_a_row_has_its_phase() -> None:
    assert set(PHASES) == set(S)
    assert {state for state, phase in PHASES.items() if phase is Phase.OPEN} == {S.CONFIRMED}


@pytest.mark.parametrize(
    ("events", "expected", "verdict"),
    [
        ((), Phase.UNDER_WAY, Verdict.RUN_NOT_OPEN),
        ((Event.SEND,), Phase.UNDER_WAY, Verdict.RUN_NOT_OPEN),
        ((Event.SEND, Event.LOSE_ANSWER), Phase.UNDER_WAY, Verdict.RUN_NOT_OPEN),
        ((Event.HOLD,), Phase.UNDER_WAY, Verdict.RUN_NOT_OPEN),
        ((Event.HAND_OVER,), Phase.UNDER_WAY, Verdict.RUN_NOT_OPEN),
        ((Event.SEND, Event.CONFIRM), Phase.OPEN, Verdict.ACCEPTED),
        ((Event.SEND, Event.REFUSE), Phase.REFUSED, Verdict.RUN_NOT_OPEN),
        ((Event.SEND, Event.LOSE_ANSWER, Event.PARK), Phase.REFUSED, Verdict.RUN_NOT_OPEN),
        ((Event.UNDO,), Phase.AWAITED, Verdict.ACCEPTED),
        ((Event.VOID,), Phase.AWAITED, Verdict.ACCEPTED),
    ],
)
def test_the_second_unit_is_taken_only_when_the_first_is_confirmed(
    desk: Desk, events: tuple[Event, ...], expected: Phase, verdict: Verdict
) -> None:
    first = take(desk, FIRST)
    assert first.verdict is Verdict.ACCEPTED
    move(desk, first, *events)
    assert phase(desk) is expected
    second = take(desk, SECOND)
    assert second.verdict is verdict
    if verdict is Verdict.RUN_NOT_OPEN:
        assert FIRST in second.reason
        assert desk.rejects() == [("run_not_open", SECOND)]
    elif expected is Phase.AWAITED:
        assert phase(desk) is Phase.UNDER_WAY, "the second unit is the first one now"


def test_the_first_unit_is_sent_at_once_and_those_after_it_are_held_back(desk: Desk) -> None:
    desk.settings.set("hold_back_s", 60.0)
    first = take(desk, FIRST)
    assert first.replacement is not None
    assert first.replacement.send_after_ms <= desk.clock.monotonic_ms()
    move(desk, first, Event.SEND, Event.CONFIRM)
    second = take(desk, SECOND)
    assert second.replacement is not None
    assert second.replacement.send_after_ms > desk.clock.monotonic_ms() + 50_000


def test_a_run_that_was_open_stays_open_when_its_first_unit_comes_into_doubt(desk: Desk) -> None:
    first = take(desk, FIRST)
    move(desk, first, Event.SEND, Event.CONFIRM)
    assert take(desk, SECOND).verdict is Verdict.ACCEPTED
    move(desk, first, Event.DOUBT)
    assert phase(desk) is Phase.OPEN


def test_the_first_unit_scanned_again_is_a_duplicate_and_no_second_first_unit(desk: Desk) -> None:
    take(desk, FIRST)
    assert take(desk, FIRST).verdict is Verdict.DUPLICATE


def test_without_the_policy_nothing_waits(desk: Desk) -> None:
    desk.settings.set("first_article", "none")
    assert phase(desk) is Phase.NOT_ASKED
    assert [take(desk, sn).verdict for sn in (FIRST, SECOND)] == [Verdict.ACCEPTED] * 2


def test_labels_for_a_certificate_that_was_named_do_not_wait(desk: Desk) -> None:
    number = desk.session.certificate_no
    assert [take(desk, sn, number).verdict for sn in (FIRST, SECOND)] == [Verdict.ACCEPTED] * 2


def test_a_supervisor_opens_the_run_and_it_is_written_down(desk: Desk) -> None:
    take(desk, FIRST)
    start(desk).skip("Tran")
    assert phase(desk) is Phase.OPEN
    assert take(desk, SECOND).verdict is Verdict.ACCEPTED
    with pytest.raises(UsageError):
        start(desk).skip("Tran")
    assert noted(desk, "first_article_skipped") == ["Tran"]


def test_after_a_refusal_a_supervisor_lets_the_next_unit_be_the_first(desk: Desk) -> None:
    move(desk, take(desk, FIRST), Event.SEND, Event.REFUSE)
    with pytest.raises(UsageError):
        start(desk).skip("Tran")
    start(desk).again()
    assert phase(desk) is Phase.AWAITED
    assert take(desk, SECOND).verdict is Verdict.ACCEPTED
    assert phase(desk) is Phase.UNDER_WAY
    start(desk).again()
    assert phase(desk) is Phase.UNDER_WAY
    assert noted(desk, "first_article_again") == [desk.session.operator]


def test_a_change_of_the_certificate_begins_a_run_and_a_second_yes_to_the_same_does_not(desk: Desk) -> None:
    def phases(*chosen: tuple[str, str | None]) -> list[Phase]:
        def work(connection: sqlite3.Connection) -> list[Phase]:
            said = []
            for number, before in chosen:
                first_article.choose(connection, number, before)
                said.append(first_article.look(connection, number).phase)
            return said

        return desk.database.write(work)

    desk.database.write(lambda c: first_article.open_run(c, NUMBER))
    assert phases((NUMBER, NUMBER), (OTHER, NUMBER), (NUMBER, OTHER)) == [
        Phase.OPEN,
        Phase.AWAITED,
        Phase.AWAITED,
    ]


def noted(desk: Desk, event: str) -> list[str]:
    """Who is in the journal for an event."""
    with desk.database.read() as connection:
        return [
            row["actor"]
            for row in connection.execute("select actor from journal where event = ? order by seq", (event,))
        ]
