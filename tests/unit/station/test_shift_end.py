"""The end of a shift: steps in their order, a blind count, what is in the tray, and what a supervisor accepts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from station.errors import SignInNeeded, UsageError
from station.lifecycle import Event
from station.model import ReplacementState as S
from station.shift_end import Closing, ShiftEnd, Standing, Step
from station.store import certificates, journal, ledger, shifts
from station.supervision import Supervision
from station.tray import TrayUnit
from tests.helpers.offline import CERTIFICATE, Desk, desk_in
from tests.unit.station.test_supervision import happen, put

SNS = tuple(f"SNAB0000000{n:02}" for n in range(30))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        desk.know()
        yield desk


def end_of(desk: Desk) -> ShiftEnd:
    return ShiftEnd(desk.database, desk.session, desk.settings, desk.clock)


def shift(desk: Desk, confirmed: int = 0, refused: int = 0, waiting: int = 0, parked: int = 0) -> None:
    states = [S.CONFIRMED] * confirmed + [S.REFUSED] * refused + [S.SAVED] * waiting + [S.PARKED] * parked
    for sn, state in zip(SNS, states, strict=False):
        put(desk, state, sn, code="SN_ACTIVATED" if state is S.REFUSED else "")


def seen_used(desk: Desk, used: int) -> None:
    """The platform shows its counter."""
    held = desk.session.cached_certificate(CERTIFICATE.certificate_no)
    assert held is not None
    newer = replace(held, quota_used=used, version=held.version + 1)
    desk.database.write(lambda c: certificates.put(c, desk.session.account_key, newer))


def entries(desk: Desk, event: str) -> list[tuple[str, str]]:
    with desk.database.read() as connection:
        found = connection.execute("select actor, detail from journal where event = ?", (event,))
        return [(row["actor"], row["detail"]) for row in found]


def closing_of(standing: Standing | None) -> Closing:
    assert standing is not None
    return standing.closing


def test_no_step_is_entered_before_the_one_in_front_of_it_is_done(desk: Desk) -> None:
    end = end_of(desk)
    shift(desk, confirmed=1, waiting=1)
    end.begin()
    assert end.go(Step.SIGN_OUT).closing.step is Step.SEND, "a unit waits"
    (waiting,) = desk.rows(S.SAVED)
    for event in (Event.SEND, Event.REFUSE):
        more: dict[str, int | str] = {"attempts": 1, "batch_id": "b"} if event is Event.SEND else {}
        happen(desk, waiting.item_id, event, **more)
    assert end.go(Step.SIGN_OUT).closing.step is Step.TRAY
    assert end.count(1).tray.matches
    assert end.go(Step.SIGN_OUT).closing.step is Step.BALANCE, "the counter was not seen since"
    seen_used(desk, 1)
    assert end.go(Step.SIGN_OUT).closing.step is Step.SIGN_OUT
    assert end.go(Step.STOP).closing.step is Step.STOP, "back is always open"


def test_a_restart_goes_on_where_it_was(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.know()
        shift(desk, refused=3)
        end = end_of(desk)
        end.begin()
        end.go(Step.TRAY)
        end.count(2)
        end.scan(SNS[0])
    with desk_in(tmp_path) as desk:
        kept = closing_of(end_of(desk).look())
        assert (kept.step, kept.counted, kept.scanned) == (Step.TRAY, 2, (SNS[0],))
        assert end_of(desk).begin().closing == kept, "begun once"
        assert len(entries(desk, "shift_end_begun")) == 1


def test_parked_units_keep_the_tray_closed(desk: Desk) -> None:
    shift(desk, confirmed=1, parked=1)
    end = end_of(desk)
    end.begin()
    assert end.go(Step.TRAY).closing.step is Step.SEND


def test_missing_units_and_strangers_are_named_by_scanning(desk: Desk) -> None:
    shift(desk, confirmed=2, refused=3)
    good, aside = SNS[0], SNS[2:5]
    end = end_of(desk)
    end.begin()
    assert not end.count(2).tray.matches
    assert end.count(2).tray.missing == (), "nothing was scanned yet: nobody can say which"
    assert end.scan(aside[0]).unit is TrayUnit.RIGHT
    assert end.scan(aside[0]).unit is TrayUnit.RIGHT, "twice is once"
    assert end.scan(good).unit is TrayUnit.GOOD
    assert end.scan("SNZZ000000001").unit is TrayUnit.UNKNOWN
    report = end.begin().tray
    assert [unit.sn for unit in report.missing] == [aside[1], aside[2]]
    assert [unit.sn for unit in report.strangers] == [good, "SNZZ000000001"]
    assert report.missing[0].code == "SN_ACTIVATED"
    assert not end.count(3).tray.strangers, "a new count begins anew"
    with pytest.raises(UsageError, match="MAC"):
        end.scan("A4:CF:12:9B:00:7E")


def test_scanning_every_unit_corrects_a_wrong_count_and_a_stranger_a_right_one(desk: Desk) -> None:
    shift(desk, confirmed=1, refused=2)
    end = end_of(desk)
    end.begin()
    assert not end.count(7).tray.matches
    for sn in SNS[1:3]:
        end.scan(sn)
    assert end.begin().tray.matches
    assert end.count(2).tray.matches
    end.scan(SNS[0])
    assert not end.begin().tray.matches


def test_a_unit_that_was_queued_again_has_left_the_tray(desk: Desk) -> None:
    supervision = Supervision(desk.database, desk.session, desk.settings, desk.clock, lambda: None)
    end = end_of(desk)
    ids = [put(desk, S.REFUSED, sn, code="QUOTA_EXCEEDED") for sn in SNS[:2]]
    end.begin()
    assert end.begin().tray.expected == 2
    again = supervision.requeue(ids[0], CERTIFICATE.certificate_no, "maria")
    assert end.begin().tray.expected == 1
    happen(desk, again.item_id, Event.SEND, attempts=1, batch_id="b")
    happen(desk, again.item_id, Event.CONFIRM)
    assert end.begin().tray.expected == 1
    end.count(1)
    assert end.scan(SNS[0]).unit is TrayUnit.GOOD


@pytest.mark.parametrize(
    ("state", "unit"),
    [
        (S.SAVED, TrayUnit.UNDER_WAY),
        (S.PARKED, TrayUnit.UNDECIDED),
        (S.VOIDED, TrayUnit.ENDED),
        (S.UNDONE, TrayUnit.ENDED),
        (S.HANDED_OVER, TrayUnit.UNDER_WAY),
    ],
)
def test_a_stranger_is_told_what_it_is(desk: Desk, state: S, unit: TrayUnit) -> None:
    put(desk, state, SNS[0])
    end = end_of(desk)
    end.begin()
    assert end.scan(SNS[0]).unit is unit


def test_a_unit_of_an_earlier_shift_is_no_unit_of_this_one(desk: Desk) -> None:
    put(desk, S.REFUSED, SNS[0])
    desk.database.write(lambda c: shifts.close_shift(c, desk.clock.wall_ms()))
    put(desk, S.CONFIRMED, SNS[1])
    end = end_of(desk)
    end.begin()
    assert end.scan(SNS[0]).unit is TrayUnit.EARLIER
    assert end.begin().tray.expected == 0


def test_a_supervisor_accepts_what_stands_there_now_and_nothing_else(desk: Desk) -> None:
    shift(desk, refused=2)
    parked = put(desk, S.PARKED, SNS[5])
    seen_used(desk, 0)
    end = end_of(desk)
    end.begin()
    end.count(1)
    with pytest.raises(UsageError):
        end.accept(Step.TRAY, "maria", " ")
    assert end.accept(Step.TRAY, "maria", "one fell off the line").tray_agrees
    said = entries(desk, "shift_end_accepted")
    assert [who for who, _ in said] == ["maria"]
    assert "counted=1 expected=2 strangers=0; one fell off the line" in said[0][1]
    assert not end.count(0).tray_agrees, "another count is another question"
    assert end.count(1).tray_agrees
    happen(desk, parked, Event.REFUSE)
    assert not end.count(1).tray_agrees, "one more lies in the tray"


def test_the_counters_change_is_what_was_confirmed_here_and_elsewhere(desk: Desk) -> None:
    seen_used(desk, 40)
    shift(desk, confirmed=3)
    sent = put(desk, S.SENDING, SNS[9])
    seen_used(desk, 48)
    end = end_of(desk)
    balance = end.begin().balance
    assert (balance.change, balance.here, balance.elsewhere, balance.balanced) == (8, 3, 5, True)
    happen(desk, sent, Event.CONFIRM)
    assert end.begin().balance.stale == (CERTIFICATE.certificate_no,), "one was confirmed since it was seen"
    assert not end.begin().balance.balanced


def test_a_counter_that_lacks_units_does_not_balance(desk: Desk) -> None:
    shift(desk, confirmed=3)
    seen_used(desk, 2)
    end = end_of(desk)
    end.begin()
    end.count(0)
    standing = end.begin()
    assert standing.balance.elsewhere == -1
    assert not standing.balance.balanced
    assert end.go(Step.REPORT).closing.step is Step.BALANCE
    end.accept(Step.BALANCE, "maria", "the platform was restored")
    assert end.go(Step.REPORT).closing.step is Step.REPORT


def test_a_closing_that_is_left_or_ended_leaves_nothing_behind(desk: Desk) -> None:
    shift(desk, refused=1)
    end = end_of(desk)
    end.begin()
    end.count(1)
    end.leave()
    assert end.look() is None
    assert not end.open
    assert end.begin().closing.counted is None
    desk.database.write(lambda c: shifts.close_shift(c, desk.clock.wall_ms()))
    assert end.look() is None, "it belonged to the shift before"
    with pytest.raises(UsageError):
        end.count(1)


def test_without_a_sign_in_there_is_nothing_to_close(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        desk.session.account = None
        with pytest.raises(SignInNeeded):
            end_of(desk).begin()


def test_all_of_it_stands_in_a_sound_journal(desk: Desk) -> None:
    shift(desk, refused=1)
    end = end_of(desk)
    end.begin()
    end.count(4)
    end.accept(Step.TRAY, "maria", "why")
    end.leave()
    assert entries(desk, "tray_counted")[0][1].endswith("counted=4 expected=1")
    with desk.database.read() as connection:
        assert journal.verify(connection).findings == ()
        assert ledger.tally(connection, desk.session.account_key).scanned == 1
