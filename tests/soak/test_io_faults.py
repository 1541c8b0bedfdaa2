"""A short form of the failing calls, and disks that are full or read-only, in the command and the window."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest
from pytestqt.qtbot import QtBot

from drivers.virtual import VirtualScanner
from station.assembly import Station
from station.errors import ExitCode
from station.model import Verdict
from station.store import journal
from tests.helpers.small_disk import SmallDisk, small_disk
from tests.helpers.stations import NO_KEYRING, open_station
from tests.soak.io_faults import Bench, judge, prepare, run, shown_as
from tests.soak.io_shim import Fault, Shim, why_not
from ui.app import Running, start
from ui.look.signs import Tone

RUNS = 9
WITHIN_MS = 20_000
ENDS_WITHIN_S = 30.0

pytestmark = pytest.mark.log_allowed


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", NO_KEYRING)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of 2 MB; the WAL of some forty scans fills it."""
    with small_disk(tmp_path / "disk", size_kb=2048) as disk:
        yield disk


def unit(number: int) -> str:
    return f"SNAB{number:09d}"


def rows_of(folder: Path) -> list[str]:
    """What the real station finds when it opens the folder; its journal is whole."""
    with Station.open(folder) as station:
        with station.database.read() as connection:
            assert journal.verify(connection).findings == ()
        return [row.sn for row in reversed(station.rows())]


def scan_all(folder: Path, units: list[str]) -> subprocess.CompletedProcess[str]:
    """Scan a list by the real command."""
    return subprocess.run(
        command(folder), input="".join(f"{sn}\n" for sn in units), capture_output=True, text=True, check=False
    )


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "station", "scan", "--input", "-", "--json", "--data-dir", str(folder)]


def verdicts(out: str) -> dict[str, str]:
    return {line["sn"]: line["verdict"] for line in map(json.loads, out.splitlines())}


class Line:
    """The real command at work: a unit goes in, its verdict comes out."""

    def __init__(self, folder: Path) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command(folder), stdin=pipe, stdout=pipe, stderr=pipe, text=True)

    def scan(self, sn: str) -> str:
        stdin, stdout = _open(self._process.stdin), _open(self._process.stdout)
        stdin.write(f"{sn}\n")
        stdin.flush()
        return str(json.loads(stdout.readline())["verdict"])

    def end(self) -> tuple[int, str]:
        """The exit code and what was said on stderr."""
        _out, err = self._process.communicate(timeout=ENDS_WITHIN_S)
        return self._process.returncode, err


def _open(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_whatever_call_fails_green_is_there_and_the_rest_is_told() -> None:
    outcome = run(RUNS, seed=3)
    assert outcome.violations == []
    assert outcome.figures["fired"] + outcome.figures["syncs_fired"] > RUNS / 2
    assert outcome.figures["syncs_stopped"] > 0


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_what_can_be_read_but_was_never_synced_is_not_green(tmp_path: Path) -> None:
    bench = Bench(Shim(tmp_path), tmp_path / "bench")
    ran = bench.run(Fault("sync", 3, errno.EIO, forever=True, new_folder=False))
    assert judge(ran, bench.units, Counter()) == ""
    assert len(shown_as(ran, Verdict.ACCEPTED)) < ran.fault.at
    assert ran.code == ExitCode.MACHINE


def test_a_disk_that_fills_up_while_a_command_scans(disk: SmallDisk) -> None:
    folder = disk.folder / "station"
    prepare(folder)
    units = [unit(number) for number in range(90)]
    done = scan_all(folder, units)
    said = verdicts(done.stdout)
    assert list(said) == units
    assert set(said.values()) == {"accepted", "not_recorded"}
    assert done.returncode == ExitCode.MACHINE
    assert_clear(done.stderr, "At least one unit is NOT recorded.")
    (disk.folder / "ballast").write_bytes(b"")
    subprocess.run(["mount", "-o", "remount,size=8192k", str(disk.folder)], check=True)
    green = [sn for sn, verdict in said.items() if verdict == "accepted"]
    assert rows_of(folder) == green
    again = scan_all(folder, units[len(green) :])
    assert again.returncode == ExitCode.GOOD
    assert rows_of(folder) == units


def test_a_read_only_disk_takes_nothing_in_and_says_so(disk: SmallDisk) -> None:
    folder = disk.folder / "station"
    prepare(folder)
    assert scan_all(folder, [unit(1)]).returncode == ExitCode.GOOD
    disk.read_only()
    done = scan_all(folder, [unit(2)])
    disk.writable()
    assert done.returncode == ExitCode.MACHINE
    assert done.stdout == ""
    assert_clear(done.stderr, "The data folder cannot be used")
    assert scan_all(folder, [unit(2)]).returncode == ExitCode.GOOD
    assert rows_of(folder) == [unit(1), unit(2)]


def assert_clear(err: str, said: str) -> None:
    assert "Traceback" not in err
    assert err.count(said) == 1
    assert len(err.splitlines()) <= 3, err


@dataclass(frozen=True)
class JournalledDisk:
    """An ext4 file system in a file, which the kernel can be made to give up as after an I/O error."""

    image: Path
    folder: Path

    def give_up(self) -> None:
        """From now on nothing can be written, also not to files that are open."""
        _good("mount", "-o", "remount,abort", str(self.folder))

    def mount(self) -> None:
        _good("mount", "-o", "loop", str(self.image), str(self.folder))

    def unmount(self) -> None:
        _good("umount", str(self.folder))


def _good(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


@contextmanager
def journalled_disk(work: Path) -> Iterator[JournalledDisk]:
    """Skips the test where this user may not make and mount one."""
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    mkfs = shutil.which("mkfs.ext4", path=path)
    if os.geteuid() != 0 or mkfs is None:
        pytest.skip("a disk in a file needs root and mkfs.ext4 (Debian: e2fsprogs)")
    disk = JournalledDisk(work / "disk.image", work / "journalled")
    disk.folder.mkdir()
    with disk.image.open("wb") as file:
        file.truncate(64 << 20)
    _good(mkfs, "-q", str(disk.image))
    try:
        disk.mount()
    except subprocess.CalledProcessError as error:
        pytest.skip(f"no loop device can be mounted here: {error.stderr.decode().strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk.folder)], check=False, capture_output=True)


def test_a_disk_that_turns_read_only_under_a_command(tmp_path: Path) -> None:
    with journalled_disk(tmp_path) as disk:
        folder = disk.folder / "station"
        prepare(folder)
        line = Line(folder)
        assert [line.scan(unit(number)) for number in range(3)] == ["accepted"] * 3
        disk.give_up()
        assert [line.scan(unit(number)) for number in range(3, 6)] == ["not_recorded"] * 3
        code, err = line.end()
        assert code == ExitCode.MACHINE
        assert_clear(err, "At least one unit is NOT recorded.")
        disk.unmount()
        disk.mount()
        assert rows_of(folder) == [unit(number) for number in range(3)]
        assert scan_all(folder, [unit(3)]).returncode == ExitCode.GOOD
        disk.unmount()


@contextmanager
def at_work(folder: Path, qtbot: QtBot) -> Iterator[tuple[Station, Running, VirtualScanner]]:
    """A window on a prepared station, with a scanner that reads."""
    scanner = VirtualScanner("line")
    with open_station(folder) as station, start(station, [scanner]) as running:
        running.window.resize(1280, 800)
        running.window.show()
        qtbot.waitUntil(
            lambda: [report.health for report in running.scanners.values()] == ["ready"], timeout=WITHIN_MS
        )
        yield station, running, scanner


def scan_in(running: Running, scanner: VirtualScanner, sn: str, qtbot: QtBot) -> Tone:
    """The colour of the panel that shows this unit."""
    assert scanner.feed(sn)
    presenter = running.window.operator.presenter
    qtbot.waitUntil(lambda: presenter.view().panel.label == sn, timeout=WITHIN_MS)
    return presenter.view().panel.tone


def dropped(running: Running) -> bool:
    """Whether the page says that a scan was not taken."""
    notices = running.window.operator.presenter.view().notices
    return any("not taken" in notice.word for notice in notices)


def test_the_window_stops_on_a_full_disk_and_goes_on_afterwards(disk: SmallDisk, qtbot: QtBot) -> None:
    folder = disk.folder / "station"
    prepare(folder)
    with at_work(folder, qtbot) as (station, running, scanner):
        units = [unit(number) for number in range(6)]
        assert [scan_in(running, scanner, sn, qtbot) for sn in units[:3]] == [Tone.OK] * 3
        disk.fill()
        assert scan_in(running, scanner, units[3], qtbot) is Tone.STOP
        assert running.window.operator.presenter.view().panel.word == "NOT RECORDED"
        assert scanner.feed(units[4])
        qtbot.waitUntil(lambda: dropped(running), timeout=WITHIN_MS)
        running.window.scans.acknowledge()
        disk.fill()  # the log's space came free when it went into the database
        assert scan_in(running, scanner, units[5], qtbot) is Tone.STOP
        assert [row.sn for row in reversed(station.rows())] == units[:3]
        disk.empty()
        running.window.scans.acknowledge()
        assert [scan_in(running, scanner, sn, qtbot) for sn in units[3:]] == [Tone.OK] * 3
    assert rows_of(folder) == units
