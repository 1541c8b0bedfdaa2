"""The committed pictures of the scan page show what it paints now, to the last pixel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.scan_shots import COMMITTED, SUMS, sum_of

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "screenshots" / "scan"
NAMES = [shot.file_name for shot in COMMITTED]


def listed() -> dict[str, tuple[str, str]]:
    """By file name: the sum of what was painted, the sum of what is kept of it."""
    lines = (FOLDER / SUMS).read_text(encoding="utf-8").splitlines()
    return {name: (was_painted, kept) for was_painted, kept, name in map(str.split, lines)}


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The sums as a program finds them that has done nothing else: other tests leave fonts and styles behind."""
    folder = tmp_path_factory.mktemp("shots")
    command = [sys.executable, "-m", "tests.helpers.scan_shots", str(folder)]
    said = subprocess.run(command, check=True, timeout=240, capture_output=True, text=True).stdout
    return {name: found for found, name in map(str.split, said.splitlines())}


def test_what_is_painted_now_is_what_the_pictures_show(now: dict[str, str]) -> None:
    known = listed()
    changed = [name for name in NAMES if known.get(name, ("", ""))[0] != now[name]]
    assert not changed, f"{changed} differ. If that is meant, ./dev shots makes all pictures anew."


def test_the_pictures_are_those_that_were_made_then() -> None:
    known = listed()
    for name in NAMES:
        with Image.open(FOLDER / name) as kept:
            assert sum_of(kept.convert("RGB")) == known[name][1], name


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*NAMES, SUMS}
    assert set(listed()) == set(NAMES)
