"""The table of events of the scan page, what the disk does: nothing is shown green that is not on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from station.errors import DatabaseDamaged
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.scan_line import ScanLine, scan_line
from tests.helpers.small_disk import SmallDisk, files_not_larger_than, small_disk
from ui.look.signs import Icon, Tone
from ui.sounds.events import Sound

pytestmark = [pytest.mark.qt_log_ignore("does not support"), pytest.mark.log_allowed]


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallDisk]:
    with small_disk(tmp_path_factory.mktemp("small") / "disk", 40_000) as disk:
        yield disk


@pytest.fixture(scope="module")
def _line(_module_sandbox: SandboxProcess, disk: SmallDisk) -> Iterator[ScanLine]:
    with scan_line(_module_sandbox, disk.folder) as line:
        yield line


@pytest.fixture
def line(_line: ScanLine, qtbot: QtBot) -> ScanLine:
    _line.qtbot = qtbot
    _line.clean_up()
    return _line


def assert_nothing_is_taken_until_acknowledged(line: ScanLine, refused: str, counted: int) -> None:
    panel = line.shows("NOT RECORDED", refused)
    assert (panel.tone, panel.icon) == (Tone.STOP, Icon.STOP)
    assert "This unit is NOT recorded" in panel.detail
    line.until(lambda: Sound.STOP in line.heard)
    assert line.view.paused
    line.scan(*line.good())
    line.told("1 scan was not taken.")
    line.until(lambda: line.figure("my shift") == str(counted))


def test_a_disk_almost_full_is_told_once_and_one_that_is_full_stops_the_line(
    line: ScanLine, disk: SmallDisk
) -> None:
    line.take(*line.good())
    line.listen()
    disk.leave(1_500_000)
    line.window.operator.feed.ask()
    notice = line.told("DISK ALMOST FULL")
    assert (notice.tone, notice.icon) == (Tone.CAUTION, Icon.WARNING)
    line.until(lambda: Sound.INFORMATION in line.heard)
    line.take(*line.good())
    assert line.heard.count(Sound.INFORMATION) == 1
    disk.leave(300_000)
    line.clock.shift_ms += 2000  # the space is looked at once a second
    refused, counted = line.good()[0], line.counted[0]
    line.listen()
    line.scan(refused)
    assert_nothing_is_taken_until_acknowledged(line, refused, counted)
    disk.empty()
    line.acknowledge()
    line.scan(refused)
    line.shows("OK", refused)
    line.until(lambda: line.notice("DISK ALMOST FULL") is None)


def test_a_commit_that_fails_is_never_green(line: ScanLine) -> None:
    line.take(*line.good())
    refused, counted = line.good()[0], line.counted[0]
    line.until(lambda: line.figure("my shift") == str(counted))  # nothing can be read afterwards
    line.listen()
    with files_not_larger_than(1024):
        line.scan(refused)
        assert_nothing_is_taken_until_acknowledged(line, refused, counted)
    line.acknowledge()
    line.scan(refused)
    line.shows("OK", refused)


def test_a_database_that_is_damaged_under_way_stops_the_line(line: ScanLine, disk: SmallDisk) -> None:
    line.take(*line.good())
    refused, counted = line.good()[0], line.counted[0]
    line.until(lambda: line.figure("my shift") == str(counted))  # nothing can be read afterwards
    line.listen()
    for name in ("station.sqlite3", "station.sqlite3-wal"):
        file = disk.folder / "station" / name
        with file.open("r+b") as stream:
            stream.write(b"\xa5" * file.stat().st_size)
    with pytest.raises(DatabaseDamaged):  # a scan alone reads only what is in memory
        line.station.database.write(lambda c: c.execute("select * from handovers").fetchall())
    line.scan(refused)
    assert_nothing_is_taken_until_acknowledged(line, refused, counted)
