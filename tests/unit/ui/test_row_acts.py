from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.lifecycle import MOVES, Event, Owner
from station.model import Replacement
from station.model import ReplacementState as S
from tests.unit.ui.scan_data import NOW, row
from ui.desk import row_acts, row_details
from ui.desk.desk_rights import DeskAct
from ui.desk.row_acts import ROW_ACTS, Question
from ui.i18n import CODE_WORDS

EVENTS = {DeskAct.RETRY: Event.RETRY, DeskAct.REFUSE: Event.REFUSE, DeskAct.VOID: Event.VOID}
ROWS = st.builds(
    lambda n, state, typed, attempts: replace(row(n, state), typed=typed, attempts=attempts),
    st.integers(1, 9),
    st.sampled_from(S),
    st.booleans(),
    st.integers(0, 2),
)


@given(ROWS, st.sampled_from(sorted(EVENTS)))
def test_only_what_the_life_of_a_scan_allows_is_offered(one: Replacement, act: DeskAct) -> None:
    """A held row is released first, so that it may be voided as a saved one."""
    state = S.SAVED if one.state is S.HELD else one.state
    allowed = {move.state for move in MOVES if move.event is EVENTS[act] and move.owner is Owner.SUPERVISOR}
    assert not row_acts.fits(act, one) or state in allowed


@given(ROWS)
def test_what_has_been_sent_is_not_voided_before_its_verdict(one: Replacement) -> None:
    if row_acts.fits(DeskAct.VOID, one) and one.attempts:
        assert one.state is S.PARKED


@given(st.lists(ROWS, max_size=6))
def test_an_act_takes_the_rows_it_is_for_and_an_sn_is_corrected_alone(rows: list[Replacement]) -> None:
    for act in ROW_ACTS:
        found = row_acts.fitting(act, rows)
        if act is DeskAct.CORRECT and len(rows) != 1:
            assert found == ()
        else:
            assert list(found) == [one for one in rows if row_acts.fits(act, one)]


@pytest.mark.parametrize("act", ROW_ACTS)
def test_every_act_has_its_words(act: DeskAct) -> None:
    sheet = row_acts.question_sheet(Question(act, (row(1), row(2)), left_out=3))
    assert [line.count for line in sheet.lines] == [2, 3]
    assert sheet.confirm
    assert len(sheet.units) == 2
    assert row_acts.button(act)
    assert [reason for reason in row_acts.reasons(act) if reason]
    assert row_acts.done_words(act, 1).startswith("1 unit ")


@pytest.mark.parametrize("act", [DeskAct.VOID, DeskAct.REFUSE, DeskAct.REQUEUE])
def test_what_ends_a_row_or_spends_quota_gets_its_reason_from_a_person(act: DeskAct) -> None:
    assert row_acts.reasons(act)[0] == ""


def test_a_certificate_at_fault_leads_to_another_one() -> None:
    for code in ("CERT_REVOKED", "CERT_EXPIRED", "QUOTA_EXCEEDED"):
        assert "another certificate" in row_details.advice(row(1, S.REFUSED, code))


def test_advice_is_given_for_codes_of_the_platform_only_where_somebody_is_needed() -> None:
    for code in CODE_WORDS:
        assert row_details.advice(row(1, S.CONFIRMED, code)) == ""
        assert row_details.advice(row(1, S.PARKED, code))


@given(st.text(max_size=200))
def test_any_answer_is_shown(answer: str) -> None:
    sheet = row_details.details_sheet(row(1, S.REFUSED, "X", answer=answer), NOW)
    assert sheet.title == row(1).sn
    assert sheet.tall


def test_an_answer_nested_without_end_is_shown_as_it_came() -> None:
    assert row_details.raw_answer(row(1, answer="[" * 100_000)) == "[" * 100_000


def test_an_answer_in_json_is_shown_on_several_lines() -> None:
    assert row_details.raw_answer(row(1, answer='{"code":"X","msg":"产品"}')) == (
        '{\n  "code": "X",\n  "msg": "产品"\n}'
    )
