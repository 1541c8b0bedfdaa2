import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.base import ScannerState
from drivers.registry import open_scanner
from drivers.virtual import VirtualScanner
from tests.helpers.scan_recorder import ScanRecorder

pytestmark = pytest.mark.log_allowed


def _play(file: Path, settings: str = "") -> ScanRecorder:
    """Play a file to its end."""
    recorder = ScanRecorder()
    reader = recorder.reader(open_scanner(f"virtual:{file}{settings}"))
    reader.start()
    assert reader.finished.wait(5.0)
    assert reader.stop()
    return recorder


def _labels(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "labels.txt"
    file.write_bytes(content)
    return file


def test_a_file_is_played_to_its_end_and_then_says_so(tmp_path: Path) -> None:
    recorder = _play(_labels(tmp_path, b"SN1\r\n\n]C0SN2\nA\tB\x1dC\nlast"))
    assert recorder.labels == ["SN1", "SN2", "A\tB\x1dC", "last"]
    assert recorder.states[-1].state is ScannerState.ABSENT
    assert recorder.states[-1].code == "end_of_input"
    assert not recorder.dropped


def test_a_large_file_is_played_whole(tmp_path: Path) -> None:
    labels = [f"SN{number:08d}" for number in range(3000)]
    assert _play(_labels(tmp_path, "\n".join(labels).encode())).labels == labels


def test_the_rate_spaces_the_scans(tmp_path: Path) -> None:
    recorder = _play(_labels(tmp_path, b"A\nB\nC\n"), "?rate=20")
    first, second, third = (event.at for event in recorder.scans)
    assert second - first >= 0.045
    assert third - first >= 0.095


def test_the_encoding_is_a_setting(tmp_path: Path) -> None:
    assert _play(_labels(tmp_path, "产品".encode("gbk")), "?encoding=gbk").labels == ["产品"]


def test_unplug_in_a_file_comes_back_and_goes_on(tmp_path: Path) -> None:
    recorder = _play(_labels(tmp_path, b"A\n@@unplug 0.3\nB\n"))
    assert recorder.labels == ["A", "B"]
    assert [status.code for status in recorder.states] == [
        "opening",
        "ready",
        "absent",
        "ready",
        "end_of_input",
    ]
    assert recorder.scans[1].at - recorder.scans[0].at >= 0.3


def test_pause_in_a_file_delays_without_unplugging(tmp_path: Path) -> None:
    recorder = _play(_labels(tmp_path, b"A\n@@pause 0.15\nB\n"))
    assert recorder.scans[1].at - recorder.scans[0].at >= 0.15
    assert [status.code for status in recorder.states] == ["opening", "ready", "end_of_input"]


def test_only_whole_directions_are_directions(tmp_path: Path) -> None:
    lines = ["@@unplug", "@@unplug soon", "@@", " @@pause 1", "@@pause 1 2"]
    assert _play(_labels(tmp_path, "\n".join(lines).encode())).labels == lines


def test_a_fifo_takes_one_writer_after_another(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    recorder = ScanRecorder()
    reader = recorder.reader(open_scanner(f"virtual:{fifo}"))
    reader.start()
    for count, label in enumerate(("A", "B"), 1):
        fifo.write_text(f"{label}\n")
        assert recorder.wait_scans(count)[-1] == label
    assert not reader.finished.is_set()
    assert reader.stop()


def test_a_folder_is_no_label_file(tmp_path: Path) -> None:
    recorder = ScanRecorder()
    reader = recorder.reader(open_scanner(f"virtual:{tmp_path}"))
    reader.start()
    assert stat.S_ISDIR(tmp_path.stat().st_mode)
    assert "cannot be" in recorder.wait_state(ScannerState.FAILED).title
    assert reader.stop()


@pytest.fixture
def fed() -> Iterator[tuple[VirtualScanner, ScanRecorder]]:
    scanner, recorder = VirtualScanner("line 1"), ScanRecorder()
    reader = recorder.reader(scanner)
    reader.start()
    recorder.wait_state(ScannerState.READY)
    yield scanner, recorder
    assert reader.stop()


def test_fed_labels_arrive_at_once_and_in_order(fed: tuple[VirtualScanner, ScanRecorder]) -> None:
    scanner, recorder = fed
    labels = [f"SN{number}" for number in range(500)]
    before = time.monotonic()
    assert all(scanner.feed(label) for label in labels)
    assert recorder.wait_scans(500) == labels
    assert time.monotonic() - before < 0.5
    assert scanner.feed(b"]C0\xff")
    assert recorder.wait_scans(501)[-1] == "ÿ"


def test_an_unplugged_scanner_scans_nothing_until_it_is_plugged(
    fed: tuple[VirtualScanner, ScanRecorder],
) -> None:
    scanner, recorder = fed
    scanner.unplug()
    assert "line 1 is unplugged" in recorder.wait_state(ScannerState.ABSENT, within_s=2.0).title
    assert not scanner.feed("LOST")
    scanner.plug()
    recorder.wait_state(ScannerState.READY, within_s=2.0)
    assert scanner.feed("FOUND")
    assert recorder.wait_scans(1) == ["FOUND"]


def test_pulling_the_plug_loses_what_was_not_read_yet() -> None:
    scanner, recorder = VirtualScanner(), ScanRecorder()
    assert scanner.feed("LOST")
    scanner.unplug()
    scanner.plug()
    assert scanner.feed("KEPT")
    reader = recorder.reader(scanner)
    reader.start()
    assert recorder.wait_scans(1) == ["KEPT"]
    assert reader.stop()


@pytest.mark.log_allowed
def test_a_label_that_is_too_long_is_refused_and_told(fed: tuple[VirtualScanner, ScanRecorder]) -> None:
    scanner, recorder = fed
    scanner.feed("X" * 100_000)
    dropped = recorder.wait_dropped()
    assert "longer than" in dropped.reason
    assert len(dropped.raw) < 100_000
    assert recorder.scans == []


def test_feeding_nobody_does_not_fill_the_memory() -> None:
    scanner = VirtualScanner()
    taken = sum(scanner.feed("SN") for _ in range(20_000))
    assert taken < 20_000
