from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.model import AuditStatus, Link, ReplacementState, Verdict
from ui import i18n


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (ReplacementState, i18n.state_word),
        (Verdict, i18n.verdict_word),
        (AuditStatus, i18n.audit_word),
        (Link, i18n.link_word),
    ],
)
def test_every_state_has_a_word(kind: type[StrEnum], word: Callable[[Any], str]) -> None:
    assert all(word(member) for member in kind)


def test_the_words_are_those_of_the_design() -> None:
    assert i18n.state_word(ReplacementState.IN_DOUBT) == "sent"
    assert i18n.state_word(ReplacementState.REFUSED) == "set aside"
    assert i18n.audit_word(AuditStatus.PENDING) == "Pending approval"


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (12345, "12\u2009345 rows")]
)
def test_plurals(count: int, text: str) -> None:
    assert i18n.counted(count, "%n row", "%n rows") == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (3600, "1 h 00 min"),
        (11_100, "3 h 05 min"),
        (187_200, "2 d 4 h"),
    ],
)
def test_spans(seconds: int, text: str) -> None:
    assert i18n.span(seconds * 1000) == text


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_span_is_never_negative_and_never_empty(ms: int) -> None:
    text = i18n.span(ms)
    assert text
    assert "-" not in text


def test_how_old_something_is() -> None:
    now = 1_800_000_000_000
    assert i18n.ago(0, now) == "unknown"
    assert i18n.ago(now - 1000, now) == "now"
    assert i18n.ago(now + 60_000, now) == "now"
    assert i18n.ago(now - 720_000, now) == "12 min ago"


def test_a_moment_of_another_day_carries_its_date() -> None:
    noon = int(datetime(2026, 5, 4, 12).timestamp() * 1000)
    assert i18n.moment(noon, noon + 60_000) == "12:00:00"
    assert i18n.moment(noon, noon + 86_400_000) == "2026-05-04 12:00:00"


def test_dates_that_are_no_dates_stay_as_they_are() -> None:
    assert i18n.day("2026-05-04T08:30:00+00:00").startswith("2026-05-04")
    assert i18n.day("") == ""
    assert i18n.day("soon") == "soon"


def test_unknown_codes_keep_the_platforms_own_words() -> None:
    assert i18n.code_words("SN_NOT_FOUND", "ignored") == "the platform does not know this SN"
    assert i18n.code_words("X_NEW", "Something new") == "Something new"
    assert i18n.code_words("X_NEW") == "X_NEW"
