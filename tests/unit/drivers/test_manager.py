"""The manager over real serial scanners on pseudo terminals; what is attached is told by the test."""

import gc
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.base import DeviceInfo, ScanEvent, ScannerState, ScannerStatus
from drivers.manager import AUTO, ManagedScanner, ScannerManager
from drivers.plug_watch import PlugWatch
from drivers.virtual import VirtualScanner
from tests.helpers.pty_scanner import PtyScanner
from tests.helpers.scan_recorder import ScanRecorder

pytestmark = pytest.mark.log_allowed


class Bench:
    """A manager, what it reports, and the devices that are attached."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.recorder = ScanRecorder()
        self.gone: list[str] = []
        self.attached: list[DeviceInfo] = []
        self._pulled: list[PtyScanner] = []
        self.manager = ScannerManager(
            self.recorder.on_scan,
            self._on_state,
            self.recorder.on_dropped,
            self.gone.append,
            find=lambda: list(self.attached),
            watch=PlugWatch(folder),
        )

    def scanner(self, name: str, serial_number: str | None = None) -> tuple[PtyScanner, DeviceInfo]:
        """A scanner that is plugged, and how it is listed."""
        scanner = PtyScanner(self.folder / name)
        scanner.plug()
        self._pulled.append(scanner)
        address = f"serial:{scanner.link}"
        return scanner, DeviceInfo("serial", address, name, 0x0C2E, 0x0901, serial_number, automatic=True)

    def plug_in(self, info: DeviceInfo) -> None:
        """The system lists it; its name in the folder of device files is there already."""
        self.attached.append(info)
        (self.folder / f"ttyACM{len(self.attached)}").touch()

    def wait_ready(self, address: str, within_s: float = 3.0) -> ManagedScanner:
        return self.wait_state(address, ScannerState.READY, within_s)

    def wait_state(self, address: str, state: ScannerState, within_s: float = 3.0) -> ManagedScanner:
        self.recorder.wait(lambda: self._is(address, state), within_s, f"{address} {state}")
        return next(scanner for scanner in self.manager.scanners() if scanner.address == address)

    def addresses(self) -> list[str]:
        return [scanner.address for scanner in self.manager.scanners()]

    def close(self) -> None:
        for scanner in self._pulled:
            scanner.unplug()

    def _is(self, address: str, state: ScannerState) -> bool:
        told = [status for status in self.recorder.states if status.device == address]
        return bool(told) and told[-1].state is state

    def _on_state(self, status: ScannerStatus, _: DeviceInfo) -> None:
        self.recorder.on_state(status)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    assert made.manager.stop()
    made.close()


def test_several_scanners_are_read_at_once_and_each_is_told_apart(bench: Bench) -> None:
    one, first = bench.scanner("one")
    two, second = bench.scanner("two")
    assert bench.manager.use([first.address, second.address, first.address]) == []
    bench.wait_ready(first.address)
    bench.wait_ready(second.address)
    one.send(b"]C0SN-ONE\r")
    bench.recorder.wait_scans(1)
    two.send(b"SN-TWO\rSN-TWO-B\r")
    bench.recorder.wait_scans(3)
    views = bench.manager.scanners()
    assert [(view.address, view.scans, view.automatic) for view in views] == [
        (first.address, 1, False),
        (second.address, 2, False),
    ]
    assert views[0].last is not None
    assert (views[0].last.data, views[0].last.device) == ("SN-ONE", first.address)
    assert [(view.lost, view.status.state) for view in views if view.status] == [(0, ScannerState.READY)] * 2


def test_other_addresses_stop_what_is_not_wanted_and_leave_the_rest_alone(bench: Bench) -> None:
    one, first = bench.scanner("one")
    _, second = bench.scanner("two")
    bench.manager.use([first.address])
    bench.wait_ready(first.address)
    one.send(b"SN1\r")
    bench.recorder.wait_scans(1)
    bench.manager.use([first.address, second.address])
    bench.wait_ready(second.address)
    assert [view.scans for view in bench.manager.scanners()] == [1, 0]
    bench.manager.use([second.address])
    assert bench.addresses() == [second.address]
    assert bench.gone == [first.address]
    one.send(b"NOT-READ\r")
    assert bench.recorder.labels == ["SN1"]


def test_wrong_addresses_are_told_and_the_others_used(bench: Bench) -> None:
    _, first = bench.scanner("one")
    [wrong] = bench.manager.use(["serial:/dev/x?speed=1", first.address])
    assert "no setting 'speed'" in wrong.title
    assert wrong.message
    bench.wait_ready(first.address)


def test_a_new_device_is_noticed_within_two_seconds(bench: Bench) -> None:
    bench.manager.use([AUTO])
    scanner, info = bench.scanner("auto", "A1")
    before = time.monotonic()
    bench.plug_in(info)
    assert bench.wait_ready(info.address).automatic
    assert time.monotonic() - before < 2.0
    scanner.send(b"SN1\r")
    assert bench.recorder.wait_scans(1) == ["SN1"]


def test_a_device_that_was_pulled_heals_by_itself(bench: Bench) -> None:
    scanner, info = bench.scanner("auto", "A1")
    bench.plug_in(info)
    bench.manager.use([AUTO])
    bench.wait_ready(info.address)
    bench.attached.clear()
    scanner.unplug()
    bench.wait_state(info.address, ScannerState.ABSENT, within_s=2.0)
    scanner.plug()
    bench.plug_in(info)
    bench.wait_ready(info.address, within_s=2.0)
    assert bench.addresses() == [info.address]


def test_a_new_device_takes_the_place_of_one_that_is_away(bench: Bench) -> None:
    scanner, info = bench.scanner("old", "A1")
    bench.plug_in(info)
    bench.manager.use([AUTO])
    bench.wait_ready(info.address)
    bench.attached.clear()
    scanner.unplug()
    bench.wait_state(info.address, ScannerState.ABSENT)
    _, other = bench.scanner("new", "B2")
    bench.plug_in(other)
    bench.wait_ready(other.address)
    assert bench.addresses() == [other.address]
    assert bench.gone == [info.address]


def test_a_device_that_is_asked_for_is_not_opened_twice(bench: Bench) -> None:
    _, info = bench.scanner("one", "A1")
    asked_for = f"{info.address}?baud=115200"
    bench.plug_in(info)
    bench.manager.use([AUTO])
    bench.wait_ready(info.address)
    bench.manager.use([AUTO, asked_for])
    bench.wait_ready(asked_for)
    assert bench.addresses() == [asked_for]
    _, twin = bench.scanner("two", "B2")
    bench.plug_in(twin)
    bench.wait_ready(twin.address)
    assert bench.addresses() == [asked_for, twin.address]
    bench.manager.use([asked_for])
    assert bench.addresses() == [asked_for]


def test_a_name_of_the_model_in_an_address_covers_the_device(bench: Bench) -> None:
    _, info = bench.scanner("one", "A1")
    away = "serial:/dev/none?usb=0c2e:0901:A1"
    bench.manager.use([away, AUTO])
    bench.plug_in(info)
    _, other = bench.scanner("two", "B2")
    bench.plug_in(other)
    bench.wait_ready(other.address)
    assert bench.addresses() == [away, other.address]


def test_of_alike_devices_only_what_is_more_than_before_is_new(bench: Bench) -> None:
    _, info = bench.scanner("one")
    bench.plug_in(info)
    bench.manager.use([AUTO])
    bench.wait_ready(info.address)
    _, moved = bench.scanner("other-name")
    bench.attached.clear()
    bench.plug_in(moved)  # the same device, as far as anybody can tell; its reader finds it
    _, second = bench.scanner("two", "B2")
    bench.plug_in(second)
    bench.wait_ready(second.address)
    assert moved.address not in bench.addresses()


def test_scanners_of_the_program_stay(bench: Bench) -> None:
    scanner = VirtualScanner("line")
    bench.manager.add(scanner)
    bench.wait_ready(scanner.info.address)
    bench.manager.use([])
    assert scanner.feed("SN1")
    assert bench.recorder.wait_scans(1) == ["SN1"]


def test_all_stop_within_300_ms_amid_a_read_and_leave_nothing(bench: Bench) -> None:
    gc.collect()  # what tests before this one have left open does not close in the middle of it
    before_all = {thread.name for thread in threading.enumerate()}
    descriptors = len(list(Path("/proc/self/fd").iterdir()))
    lines = [bench.scanner(f"line{number}") for number in range(4)]
    opened = len(list(Path("/proc/self/fd").iterdir()))
    bench.manager.use([AUTO, *(info.address for _, info in lines), "serial:/dev/none"])
    for scanner, info in lines:
        bench.wait_ready(info.address)
        scanner.send(b"HALF A LAB")
    before = time.monotonic()
    assert bench.manager.stop()
    assert time.monotonic() - before < 0.3
    assert {thread.name for thread in threading.enumerate()} <= before_all
    assert len(list(Path("/proc/self/fd").iterdir())) == opened
    assert opened == descriptors + 4


def test_a_stuck_station_holds_up_the_stop_only_as_long_as_is_said(bench: Bench) -> None:
    going_on = threading.Event()

    def stuck(_: ScanEvent) -> None:
        going_on.wait(30.0)

    manager = ScannerManager(stuck, lambda status, info: None)
    scanner = VirtualScanner("line")
    manager.add(scanner)
    assert scanner.feed("SN1")
    while not manager.scanners()[0].scans:
        threading.Event().wait(0.01)
    before = time.monotonic()
    assert not manager.stop(timeout_s=0.2)
    assert time.monotonic() - before < 1.0
    going_on.set()
