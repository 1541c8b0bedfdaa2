from __future__ import annotations

from pathlib import Path

import pytest

from station.disk import Space, space

GB = 1_000_000_000


@pytest.mark.parametrize(
    ("total", "free", "low", "used_up"),
    [
        (100 * GB, 50 * GB, False, False),
        (100 * GB, 499_000_000, True, False),
        (100 * GB, 7_000_000, True, True),
        (1_000_000, 900_000, False, False),
        (1_000_000, 49_000, True, False),
        (1_000_000, 19_000, True, True),
    ],
)
def test_limits_are_shares_of_a_small_disk(total: int, free: int, low: bool, used_up: bool) -> None:
    found = Space(total, free)
    assert (found.low, found.used_up) == (low, used_up)


def test_a_real_folder_has_space(tmp_path: Path) -> None:
    found = space(tmp_path)
    assert 0 < found.free <= found.total
