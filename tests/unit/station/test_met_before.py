"""A unit that is done under one certificate may go on to the next one, whichever station sent it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.met_before import met_before
from station.model import Replacement, Verdict
from station.model import ReplacementState as S
from tests.helpers.made_rows import row
from tests.helpers.offline import CERTIFICATE

NEXT = replace(
    CERTIFICATE, certificate_no="CERT-2", original_pid=CERTIFICATE.new_pid, new_pid="cccc3333cccc3333"
)


@pytest.mark.parametrize(
    "done", [row(1, state=S.CONFIRMED, code="OK"), row(1, state=S.HANDED_OVER, code="OK")]
)
def test_a_unit_that_is_done_goes_on(done: Replacement) -> None:
    assert met_before([done], NEXT) is None


@pytest.mark.parametrize(
    "away", [row(1, state=S.HANDED_OVER), row(1, state=S.HANDED_OVER, code="SN_ACTIVATED"), row(1)]
)
def test_a_unit_of_which_the_platform_has_not_said_that_it_is_done_stays_a_duplicate(
    away: Replacement,
) -> None:
    found = met_before([away], NEXT)
    assert found is not None
    assert found.verdict is Verdict.DUPLICATE


def test_a_unit_that_has_another_pid_by_now_is_a_duplicate() -> None:
    found = met_before([row(1, state=S.CONFIRMED, new_pid="dddd4444dddd4444")], NEXT)
    assert found is not None
    assert found.verdict is Verdict.DUPLICATE
