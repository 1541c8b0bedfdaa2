"""The real program in a process of its own: what it has loaded when its first frame is painted."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.__main__ import asks_for_window
from tests.benchmarks.start import NOT_BEFORE_THE_FRAME, first_frame, prepared


def test_large_libraries_are_not_on_the_way_to_the_first_frame(tmp_path: Path) -> None:
    _took_s, loaded = first_frame("window", str(prepared(tmp_path, 0, "none")))
    assert "ui.scan.scan_page" in loaded, "this was the window"
    assert not NOT_BEFORE_THE_FRAME & {module.split(".")[0] for module in loaded}


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
