"""The reader against drivers that misbehave in ways no device can be brought to."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Self

import pytest

from drivers.base import DeviceInfo, DropCause, DroppedLabel, ScanEvent, Scanner, ScannerState
from drivers.errors import DeviceAbsentError
from drivers.hand_over import MOST_EVENTS
from drivers.reader import ScannerReader
from tests.helpers.scan_recorder import ScanRecorder

pytestmark = pytest.mark.log_allowed


class ScriptedScanner(Scanner):
    """Does one thing of each script at each call: raises an exception, or gives labels."""

    kind = "scripted"

    def __init__(self) -> None:
        self.opens: deque[Exception] = deque()
        self.reads: deque[Exception | Sequence[str | DroppedLabel]] = deque()
        self._all_read = threading.Event()
        self.closes: deque[Exception] = deque()
        self.claimed = False
        self.threads: set[str] = set()
        self.opened_at: list[float] = []

    @classmethod
    def from_address(cls, address: str) -> Self:
        return cls()

    @classmethod
    def list_devices(cls) -> list[DeviceInfo]:
        return []

    @property
    def info(self) -> DeviceInfo:
        return DeviceInfo(self.kind, "scripted:1", "Scripted scanner")

    def open(self) -> None:
        self._note()
        self.claimed = True
        self.opened_at.append(time.monotonic())
        if self.opens:
            raise self.opens.popleft()

    def read(self, timeout_s: float) -> list[ScanEvent | DroppedLabel]:
        self._note()
        assert self.claimed
        assert timeout_s <= 0.25
        if not self.reads:
            self._all_read.set()
            threading.Event().wait(timeout_s)
            return []
        step = self.reads.popleft()
        if isinstance(step, Exception):
            raise step
        return [_event(label) for label in step]

    def wait_all_read(self) -> None:
        """Return when everything of `reads` was given out and taken."""
        self._all_read.clear()
        assert self._all_read.wait(10.0)

    def close(self) -> list[DroppedLabel]:
        self._note()
        self.claimed = False
        if self.closes:
            raise self.closes.popleft()
        return []

    def _note(self) -> None:
        self.threads.add(threading.current_thread().name)


def _event(label: str | DroppedLabel) -> ScanEvent | DroppedLabel:
    if isinstance(label, DroppedLabel):
        return label
    return ScanEvent(label, label.encode(), None, None, "scripted:1", 1.0)


@pytest.fixture
def scanner() -> ScriptedScanner:
    return ScriptedScanner()


@pytest.fixture
def recorder() -> ScanRecorder:
    return ScanRecorder()


@pytest.fixture
def start(scanner: ScriptedScanner, recorder: ScanRecorder) -> Iterator[Callable[[], ScannerReader]]:
    reader = recorder.reader(scanner)

    def started() -> ScannerReader:
        reader.start()
        return reader

    yield started
    assert reader.stop()
    assert not scanner.claimed


def _codes(recorder: ScanRecorder) -> list[str]:
    return [status.code for status in recorder.states]


def test_only_the_readers_thread_touches_the_device(
    scanner: ScriptedScanner, recorder: ScanRecorder, start: Callable[[], ScannerReader]
) -> None:
    scanner.reads.extend([["A"], DeviceAbsentError("gone", "plug"), ["B"]])
    reader = start()
    recorder.wait_scans(2)
    reader.stop()
    assert scanner.threads == {"scanner scripted:1"}


def test_a_long_outage_is_retried_each_second_and_told_once(
    scanner: ScriptedScanner,
    recorder: ScanRecorder,
    start: Callable[[], ScannerReader],
    caplog: pytest.LogCaptureFixture,
) -> None:
    scanner.opens.extend(DeviceAbsentError("gone", "plug it in") for _ in range(5))
    start()
    recorder.wait_state(ScannerState.READY, within_s=5.0)
    assert not scanner.opens
    assert all(later - earlier < 1.2 for earlier, later in pairwise(scanner.opened_at))
    assert _codes(recorder) == ["opening", "absent", "ready"]
    assert [record.getMessage() for record in caplog.records if record.levelname == "WARNING"] == [
        "scripted:1: gone. plug it in"
    ]


@pytest.mark.parametrize("where", ["opens", "reads"])
def test_an_unexpected_error_of_a_driver_is_shown_and_survived(
    scanner: ScriptedScanner, recorder: ScanRecorder, start: Callable[[], ScannerReader], where: str
) -> None:
    getattr(scanner, where).append(ZeroDivisionError("a bug"))
    scanner.reads.append(["A"])
    start()
    assert recorder.wait_scans(1) == ["A"]
    failed = next(status for status in recorder.states if status.state is ScannerState.FAILED)
    assert "ZeroDivisionError" in failed.title
    assert failed.message
    recorder.wait_state(ScannerState.READY)


def test_a_failing_close_does_not_end_the_thread(
    scanner: ScriptedScanner, recorder: ScanRecorder, start: Callable[[], ScannerReader]
) -> None:
    scanner.reads.extend([DeviceAbsentError("gone", "plug it in"), ["A"]])
    scanner.closes.append(RuntimeError("a bug"))
    start()
    assert recorder.wait_scans(1) == ["A"]


def test_a_failing_callback_loses_no_other_scan(scanner: ScriptedScanner, recorder: ScanRecorder) -> None:
    def on_scan(event: ScanEvent) -> None:
        recorder.on_scan(event)
        if event.data == "B":
            raise RuntimeError("the station has a bug")

    scanner.reads.extend([["A", "B", "C"], ["D"]])
    reader = ScannerReader(scanner, on_scan, recorder.on_state)
    reader.start()
    assert recorder.wait_scans(4) == ["A", "B", "C", "D"]
    assert reader.stop()
    assert _codes(recorder) == ["opening", "ready", "failed", "ready"]


def test_a_failing_state_callback_is_survived(scanner: ScriptedScanner, recorder: ScanRecorder) -> None:
    def on_state(_: object) -> None:
        raise RuntimeError("the window has a bug")

    scanner.reads.append(["A"])
    reader = ScannerReader(scanner, recorder.on_scan, on_state)
    reader.start()
    assert recorder.wait_scans(1) == ["A"]
    assert reader.stop()


def test_stop_delivers_what_was_read(scanner: ScriptedScanner, recorder: ScanRecorder) -> None:
    first, stopping = threading.Event(), threading.Event()

    def on_scan(event: ScanEvent) -> None:
        first.set()
        assert stopping.wait(5.0)
        recorder.on_scan(event)

    scanner.reads.append(["A", "B", "C"])
    reader = ScannerReader(scanner, on_scan, recorder.on_state)
    reader.start()
    assert first.wait(5.0)
    assert not reader.stop(timeout_s=0.01)
    stopping.set()
    assert reader.stop()
    assert recorder.labels == ["A", "B", "C"]


def test_a_callback_may_stop_its_own_reader(scanner: ScriptedScanner, recorder: ScanRecorder) -> None:
    def on_scan(event: ScanEvent) -> None:
        recorder.on_scan(event)
        reader.stop()

    scanner.reads.append(["A"])
    reader = ScannerReader(scanner, on_scan, recorder.on_state)
    reader.start()
    recorder.wait_scans(1)
    assert reader.stop()
    assert not scanner.claimed


def test_reading_goes_on_while_a_callback_is_stuck(scanner: ScriptedScanner, recorder: ScanRecorder) -> None:
    going_on = threading.Event()

    def on_scan(event: ScanEvent) -> None:
        assert going_on.wait(30.0)
        recorder.on_scan(event)

    labels = [f"SN{number:04d}" for number in range(1000)]
    scanner.reads.extend(labels[number : number + 5] for number in range(0, 1000, 5))
    reader = ScannerReader(scanner, on_scan, recorder.on_state)
    reader.start()
    scanner.wait_all_read()
    assert recorder.labels == []
    assert reader.scans == 1000
    assert reader.last is not None
    assert reader.last.data == labels[-1]
    going_on.set()
    assert recorder.wait_scans(1000) == labels
    assert reader.stop()
    assert (reader.lost, reader.waiting) == (0, 0)


def test_what_is_beyond_the_bound_is_counted_and_told_in_its_place(
    scanner: ScriptedScanner, recorder: ScanRecorder, caplog: pytest.LogCaptureFixture
) -> None:
    going_on, stuck = threading.Event(), threading.Event()

    def on_scan(event: ScanEvent) -> None:
        stuck.set()
        assert going_on.wait(30.0)
        recorder.on_scan(event)

    reader = ScannerReader(scanner, on_scan, recorder.on_state, recorder.on_dropped)
    reader.start()
    scanner.reads.append(["FIRST"])
    assert stuck.wait(5.0)
    scanner.reads.append([f"SN{number}" for number in range(MOST_EVENTS + 200)])
    scanner.wait_all_read()
    lost = reader.lost
    assert 200 <= lost <= 210
    going_on.set()
    dropped = recorder.wait_dropped(within_s=20.0)
    assert (dropped.cause, f"{lost} scans were lost" in dropped.reason) == (DropCause.OVERFLOW, True)
    scanner.reads.append(["AFTER"])
    assert recorder.wait_scans(MOST_EVENTS + 202 - lost)[-1] == "AFTER"
    assert reader.stop()
    assert "scans are being lost" in caplog.text


def test_a_station_that_takes_nothing_for_long_is_in_the_log_once(
    scanner: ScriptedScanner,
    recorder: ScanRecorder,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("drivers.reader.STALL_S", 0.2)
    going_on, stuck = threading.Event(), threading.Event()

    def on_scan(event: ScanEvent) -> None:
        stuck.set()
        assert going_on.wait(30.0)
        recorder.on_scan(event)

    reader = ScannerReader(scanner, on_scan, recorder.on_state)
    reader.start()
    scanner.reads.append(["FIRST"])
    assert stuck.wait(5.0)
    scanner.reads.extend([["A"], ["B"], ["C"]])
    deadline = time.monotonic() + 5.0
    while "takes no scans (waiting: 3)" not in caplog.text:
        assert time.monotonic() < deadline
        threading.Event().wait(0.01)
    scanner.wait_all_read()
    going_on.set()
    recorder.wait_scans(4)
    assert reader.stop()
    assert caplog.text.count("takes no scans") == 1


def test_a_source_that_can_wait_loses_nothing(scanner: ScriptedScanner, recorder: ScanRecorder) -> None:
    scanner.can_wait = True
    scanner.reads.extend(
        [f"SN{number}" for number in range(start, start + 50)] for start in range(0, 30_000, 50)
    )
    reader = recorder.reader(scanner)
    reader.start()
    assert recorder.wait_scans(30_000, within_s=20.0) == [f"SN{number}" for number in range(30_000)]
    assert reader.stop()
    assert reader.lost == 0


def test_noise_is_told_three_times_and_is_then_a_state(
    scanner: ScriptedScanner, recorder: ScanRecorder
) -> None:
    noise = DroppedLabel("scripted:1", "unreadable characters", b"\xff", 1.0, DropCause.NOISE)
    scanner.reads.extend([[noise]] * 20)
    reader = recorder.reader(scanner)
    reader.start()
    status = recorder.wait_state(ScannerState.WRONG_MODE)
    assert "wrong baud rate" in status.title
    assert status.message
    scanner.wait_all_read()
    scanner.reads.append(["SN1"])
    recorder.wait_state(ScannerState.READY)
    assert reader.stop()
    assert len(recorder.dropped) == 3
    assert _codes(recorder) == ["opening", "ready", "noise", "ready"]


def test_a_reader_that_never_started_stops_at_once(scanner: ScriptedScanner, recorder: ScanRecorder) -> None:
    assert recorder.reader(scanner).stop()


def test_label_contents_stay_out_of_the_log(
    recorder: ScanRecorder, scanner: ScriptedScanner, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")

    class Dropping(ScriptedScanner):
        def close(self) -> list[DroppedLabel]:
            super().close()
            return [DroppedLabel("scripted:1", "cut short", b"SECRET", 1.0)]

    reader = recorder.reader(Dropping())
    reader.start()
    recorder.wait_state(ScannerState.READY)
    assert reader.stop()
    assert recorder.wait_dropped().raw == b"SECRET"
    assert "cut short, 6 bytes dropped" in caplog.text
    assert "SECRET" not in caplog.text
