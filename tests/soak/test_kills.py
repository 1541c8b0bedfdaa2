"""A short form of the kill -9 rig; `./dev soak --kills N` runs it for as long as one likes."""

from __future__ import annotations

from tests.soak import kills_windows
from tests.soak.kills import run, run_windows


def test_what_was_green_is_done_exactly_once_whatever_is_killed_when() -> None:
    outcome = run(12, seed=5)
    assert not outcome.violations, outcome.text
    assert outcome.figures["green"] > 0
    assert outcome.amount >= 12


def test_every_window_in_which_a_kill_could_hurt_is_hit() -> None:
    outcome = run_windows(seed=7)
    assert not outcome.violations, outcome.text
    windows = {*kills_windows.FIRST, *kills_windows.SYNC, *kills_windows.SCAN, *kills_windows.UPGRADE}
    assert outcome.figures.keys() == windows
