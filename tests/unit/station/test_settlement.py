"""Who replaced a unit that is on the new PID already: ours is green, somebody else's is red, nobody's is neither."""

from __future__ import annotations

from typing import Any

import pytest

from station.model import ItemResult, Replacement, ReplacementState
from station.sync.settlement import ALREADY_REPLACED, Meaning, judge_history, judge_owner

ROW = Replacement(
    seq=1,
    item_id="item-1",
    sn="SN-1",
    label="SN-1",
    certificate_no="CERT-1",
    original_pid="old",
    new_pid="new",
    account="anna",
    station_id="here",
    operator="anna",
    shift_id="1",
    device="",
    symbology="",
    typed=False,
    state=ReplacementState.SENDING,
    code="",
    reason="",
    answer="",
    scanned_at_ms=0,
    clock_offset_ms=0,
    boot_id="",
    send_after_ms=0,
    attempts=1,
    batch_id="batch",
    settled_at_ms=None,
    journal_seq=1,
)


def result(**changes: Any) -> ItemResult:
    """Another item that put ROW's unit on the new PID under ROW's certificate, changed."""
    told: dict[str, Any] = {
        "item_id": "item-2",
        "sn": "SN-1",
        "ok": True,
        "code": "OK",
        "msg": "",
        "final": True,
        "new_pid": "new",
        "replaced_at": "2026-11-23T16:00:00.000Z",
        "station_id": "there",
        "certificate_no": "CERT-1",
        "raw": "",
        **changes,
    }
    return ItemResult(**told)


NOT_DONE: list[list[ItemResult]] = [
    [],
    [result(sn="SN-2")],
    [result(certificate_no="CERT-2")],
    [result(new_pid="newer")],
    [result(ok=False, code="QUOTA_EXCEEDED")],
    [result(code=ALREADY_REPLACED)],
]


@pytest.mark.parametrize("history", [*NOT_DONE, [result(station_id="")]], ids=len)
def test_a_unit_that_was_replaced_by_nobody_knows_whom_is_unclear(history: list[ItemResult]) -> None:
    judgement = judge_owner(ROW, ALREADY_REPLACED, history)
    assert judgement.meaning is Meaning.UNCLEAR
    assert "does not say" in judgement.reason


@pytest.mark.parametrize(
    "history",
    [
        [result(station_id="here")],
        [result(item_id="item-1", station_id="")],
        [result(station_id="here", certificate_no="", new_pid="")],
        [result(certificate_no="CERT-0", new_pid="old"), result(station_id="here")],
    ],
    ids=["our station", "our item", "no certificate named", "moved on from another"],
)
def test_a_unit_that_we_replaced_is_confirmed(history: list[ItemResult]) -> None:
    assert judge_owner(ROW, ALREADY_REPLACED, history).meaning is Meaning.CONFIRMED


def test_a_unit_that_another_station_replaced_is_refused_and_names_it() -> None:
    judgement = judge_owner(ROW, ALREADY_REPLACED, [result()])
    assert judgement.meaning is Meaning.REFUSED
    assert "station there" in judgement.reason
    assert "CERT-1" in judgement.reason


@pytest.mark.parametrize("history", NOT_DONE, ids=len)
def test_a_history_without_this_replacement_says_nothing(history: list[ItemResult]) -> None:
    assert judge_history(ROW, history) is None


@pytest.mark.parametrize(
    ("station_id", "meaning"),
    [("here", Meaning.CONFIRMED), ("there", Meaning.REFUSED), ("", Meaning.UNCLEAR)],
)
def test_a_history_with_this_replacement_settles_the_row(station_id: str, meaning: Meaning) -> None:
    judgement = judge_history(ROW, [result(station_id=station_id)])
    assert judgement is not None
    assert (judgement.meaning, judgement.code) == (meaning, ALREADY_REPLACED)
