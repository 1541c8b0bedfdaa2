"""A short form of the kill -9 rig; `./dev soak --kills N` runs it for as long as one likes."""

from __future__ import annotations

from tests.soak.kills import run


def test_what_was_green_is_done_exactly_once_whatever_is_killed_when() -> None:
    outcome = run(12, seed=5)
    assert not outcome.violations, outcome.text
    assert outcome.figures["green"] > 0
    assert outcome.amount >= 12
