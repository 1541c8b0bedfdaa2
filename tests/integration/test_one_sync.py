"""One scan asks the disk for one sync: fewer lose units in a power cut, more make the line wait."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.syncs import pages_of_scans, syncs_of_scans
from tests.helpers.stations import NO_KEYRING
from tests.soak.power_cut_trace import why_not

SCANS = 25


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", NO_KEYRING)


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_a_scan_is_green_after_exactly_one_sync(tmp_path: Path) -> None:
    assert syncs_of_scans(tmp_path, SCANS) == [1] * SCANS


def test_a_scan_writes_seven_pages(tmp_path: Path) -> None:
    """Row, journal, counters and four indices; now and then one of them splits its page, or needs a new one above."""
    pages = sorted(pages_of_scans(tmp_path / "pages", SCANS))
    assert pages[len(pages) // 2] <= 7
    assert pages[-1] <= 20
