"""The real program in a process of its own: what it has loaded when its first frame is painted."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.__main__ import asks_for_window
from tests.benchmarks.start import NOT_BEFORE_THE_FRAME, SubjectDied, first_frame, prepared

BEHIND_THE_FIRST_PAGE = {
    "station.health.examination",
    "station.support_bundle",
    "ui.desk.desk_side",
    "ui.health.health_page",
    "ui.history.history_page",
    "ui.people.people_page",
    "ui.setup.scanners_page",
    "ui.shift_end.wizard_page",
}


def test_large_libraries_are_not_on_the_way_to_the_first_frame(tmp_path: Path) -> None:
    _took_s, loaded = first_frame("window", str(prepared(tmp_path, 0, "none")))
    assert "ui.scan.scan_page" in loaded, "this was the window"
    assert not NOT_BEFORE_THE_FRAME & {module.split(".")[0] for module in loaded}


def test_pages_that_nobody_sees_are_not_on_the_way_to_the_first_frame(tmp_path: Path) -> None:
    _took_s, loaded = first_frame("window", str(prepared(tmp_path, 0, "none")))
    assert not BEHIND_THE_FIRST_PAGE & set(loaded)


def test_a_program_that_dies_before_its_frame_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    with pytest.raises(SubjectDied, match="no-such-platform"):
        first_frame("window", str(tmp_path))


@pytest.mark.parametrize(
    "words",
    [
        ["--data-dir", "folder"],
        ["--data-dir=folder"],
        ["--data-dir", "folder", "queue"],
        ["--help"],
        ["queue"],
    ],
)
def test_the_short_way_to_the_window_is_taken_for_nothing_else(words: list[str]) -> None:
    assert asks_for_window(words) == (words[-1] in {"folder", "--data-dir=folder"})
