"""All scanners at once on real kernel devices: plugged while it runs, one that misbehaves, the cost of waiting."""

import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from drivers.base import DeviceInfo, ScannerState, ScannerStatus
from drivers.manager import AUTO, WATCH_S, ScannerManager
from drivers.registry import list_devices
from tests.helpers.scan_recorder import ScanRecorder
from tests.lab.devices.descriptors import DATALOGIC_KEYBOARD, EMPTY_POS, HONEYWELL_POS
from tests.lab.devices.nodes import hidraw_of, tty_of
from tests.lab.devices.pos import HONEYWELL
from tests.lab.devices.uhid import UhidDevice
from tests.lab.guest.pace import limit, times_dearer
from tests.lab.kernel.conftest import PlugHid, PlugUsb
from tests.lab.kernel.rigs import REPORT_INTERVAL_S

pytestmark = pytest.mark.log_allowed

NOTICED_WITHIN_S = 2.0
MEASURED_FOR_S = 10.0
MOST_OF_A_CORE = 0.005

Say = Callable[[str], None]


class Station(ScanRecorder):
    """What a manager reports."""

    def __init__(self) -> None:
        super().__init__()
        self.manager = ScannerManager(self.on_scan, self._on_state, self.on_dropped)

    def _on_state(self, status: ScannerStatus, _info: DeviceInfo) -> None:
        self.on_state(status)

    def wait_ready(self, count: int, within_s: float = 10.0) -> None:
        """Wait until so many scanners are ready."""
        self.wait(lambda: self._ready() >= count, within_s, f"{count} ready scanners")

    def labels_of(self, address: str) -> list[str]:
        return [event.data for event in self.scans if event.device == address]

    def _ready(self) -> int:
        last = {status.device: status.state for status in self.states}
        return list(last.values()).count(ScannerState.READY)


@pytest.fixture
def station() -> Iterator[Station]:
    made = Station()
    yield made
    assert made.manager.stop()


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Write a line of the run's own output."""

    def write(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}\n")

    return write


@pytest.mark.parametrize("function", ["hid", "acm"])
def test_a_scanner_that_is_plugged_in_is_read_within_two_seconds(
    station: Station, plug_usb: PlugUsb, say: Say, function: str
) -> None:
    station.manager.use([AUTO])
    list_devices()  # loads the libraries, which takes seconds under emulation and is over when a station is at work
    gadget = plug_usb(function, "NEW", descriptor=HONEYWELL_POS if function == "hid" else b"")
    before = time.monotonic()
    station.wait_ready(1, limit(NOTICED_WITHIN_S))
    say(f"a new {function} scanner was ready after {time.monotonic() - before:.2f} s")
    gadget.send(HONEYWELL.reports(b"NEW")[0] if function == "hid" else b"NEW\r")
    assert station.wait_scans(1) == ["NEW"]


def test_waiting_for_scanners_and_for_scans_costs_less_than_half_a_percent_of_a_core(
    station: Station, plug_hid: PlugHid, say: Say
) -> None:
    """Emulation makes waking up dearer: the cost is divided by how much dearer, measured in the same minute."""
    plug_hid(HONEYWELL_POS, "IDLE")
    station.manager.use([AUTO])
    station.wait_ready(1)
    here, dearer = _cost(), times_dearer()
    say(
        f"waiting with auto and a HID scanner: {here:.2%} of a core in the guest, where waiting is {dearer:.0f} times"
    )
    say(f"dearer than on the machine below it; there it would be {here / dearer:.3%}")
    assert here / dearer < MOST_OF_A_CORE


def test_a_scanner_that_changes_its_mode_at_once_is_found(station: Station, plug_hid: PlugHid) -> None:
    """As when the barcode for POS mode is scanned: away and back under the same node in a moment."""
    keyboard = plug_hid(DATALOGIC_KEYBOARD, "MODES")
    node = hidraw_of("MODES")
    station.manager.use([AUTO])
    time.sleep(4 * WATCH_S)  # the manager has looked at what is there as often as it does
    keyboard.unplug()
    scanner = plug_hid(HONEYWELL_POS, "MODES")
    assert hidraw_of("MODES") == node
    station.wait_ready(1, limit(NOTICED_WITHIN_S))
    scanner.send(HONEYWELL.reports(b"POS-NOW")[0])
    assert station.wait_scans(1) == ["POS-NOW"]


def test_the_others_go_on_while_one_misbehaves_in_every_way(
    station: Station, plug_hid: PlugHid, plug_usb: PlugUsb
) -> None:
    calm, flood = plug_hid(HONEYWELL_POS, "CALM"), plug_hid(HONEYWELL_POS, "FLOOD")
    plug_hid(EMPTY_POS, "EMPTY")
    line = plug_usb("acm", "LINE")
    station.manager.use(["hid:0c2e:1007:CALM", "hid:0c2e:1007:FLOOD", "hid:0c2e:1007:EMPTY", _serial("LINE")])
    station.wait_ready(3)
    over = threading.Event()
    naughty = threading.Thread(target=_misbehave, args=(flood, over))
    naughty.start()
    try:
        labels = [f"CALM{number:04d}" for number in range(50)]
        for label in labels:
            calm.send(HONEYWELL.reports(label.encode())[0])
            line.send(f"LINE-{label}\r".encode())
            time.sleep(REPORT_INTERVAL_S)
        station.wait(
            lambda: len(station.labels_of("hid:0c2e:1007:CALM")) == 50, 20.0, "all of the calm scanner"
        )
        station.wait(lambda: len(station.labels_of(_serial("LINE"))) == 50, 20.0, "all of the line")
    finally:
        over.set()
        naughty.join()
    assert station.labels_of("hid:0c2e:1007:CALM") == labels
    assert station.labels_of(_serial("LINE")) == [f"LINE-{label}" for label in labels]


def _misbehave(device: UhidDevice, over: threading.Event) -> None:
    """Flood, send reports that fit no layout, and pull the cable."""
    while not over.wait(0.05):
        for number in range(50):
            device.send(HONEYWELL.reports(b"F%06d" % number * 10)[0])
        device.send(b"\x02")
        device.send(b"\xf0" + bytes(63))
    device.unplug()


def _serial(serial_number: str) -> str:
    return f"serial:{tty_of(serial_number)}"


def _cost() -> float:
    """The share of a core that this process takes while it waits."""
    waiting = threading.Event()
    waiting.wait(1.0)  # what was just plugged in settles
    before = time.process_time()
    waiting.wait(MEASURED_FOR_S)
    return (time.process_time() - before) / MEASURED_FOR_S
