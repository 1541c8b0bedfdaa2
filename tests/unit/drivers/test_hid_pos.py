"""The driver against a hidapi that does what no device here can; real devices are in the lab."""

import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drivers.base import DropCause, DroppedLabel, ScanEvent, ScannerState
from drivers.errors import AddressError, DriverError
from drivers.hid_pos import HidPosScanner
from drivers.registry import open_scanner
from tests.helpers.hid_samples import DATALOGIC_KEYBOARD, HONEYWELL_CAPTURES, HONEYWELL_POS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="locks device nodes, as on Linux")

_ABSENT, _WRONG_MODE = ScannerState.ABSENT, ScannerState.WRONG_MODE
_POS, _KEYBOARD = (0x8C, 2), (1, 6)


def _report(text: str, more: bool = False) -> bytes:
    return b"\x02" + bytes([len(text)]) + b"]C0" + text.encode().ljust(56, b"\0") + b"j0" + bytes([more])


class PluggedHid:
    """One attached device as hidapi shows it; the node is a real file."""

    def __init__(self, node: Path, serial: str = "", uses: tuple[tuple[int, int], ...] = (_POS,)) -> None:
        self.node = node
        self.node.touch()
        self.serial = serial
        self.uses = uses
        self.descriptor = HONEYWELL_POS
        self.waiting: deque[bytes | OSError] = deque()
        self.written: list[bytes] = []
        self.refuses = False
        self.opens = True
        self.is_open = False


class HidapiStandIn:
    """The functions of hidapi's module that the driver uses."""

    def __init__(self) -> None:
        self.plugged: list[PluggedHid] = []

    def enumerate(self, vendor: int, product: int) -> list[dict[str, object]]:
        assert (vendor, product) == (0, 0)
        return [
            {
                "path": bytes(one.node),
                "vendor_id": 0x0C2E,
                "product_id": 0x1007,
                "serial_number": one.serial,
                "product_string": "Xenon",
                "usage_page": page,
                "usage": usage,
            }
            for one in self.plugged
            for page, usage in one.uses
        ]

    def device(self) -> "HandleStandIn":
        return HandleStandIn(self)


class HandleStandIn:
    def __init__(self, module: HidapiStandIn) -> None:
        self._module = module
        self._device: PluggedHid | None = None
        self._blocking = True

    @property
    def _open(self) -> PluggedHid:
        assert self._device is not None
        return self._device

    def open_path(self, path: bytes) -> None:
        found = [one for one in self._module.plugged if bytes(one.node) == path]
        if not found or not found[0].opens:
            raise OSError("open failed")
        self._device = found[0]
        self._device.is_open = True

    def read(self, max_length: int, timeout_ms: int = 0) -> list[int]:
        assert max_length >= 512
        assert 0 < timeout_ms <= 250 or not self._blocking
        if not self._open.waiting:
            return []
        report = self._open.waiting.popleft()
        if isinstance(report, OSError):
            raise report
        return list(report)

    def write(self, report: bytes) -> int:
        self._open.written.append(report)
        return -1 if self._open.refuses else len(report)

    send_feature_report = write

    def get_report_descriptor(self) -> list[int]:
        return list(self._open.descriptor)

    def set_nonblocking(self, value: int) -> int:
        self._blocking = not value
        return 0

    def close(self) -> None:
        if self._device:
            self._device.is_open = False


@pytest.fixture
def hidapi(monkeypatch: pytest.MonkeyPatch) -> HidapiStandIn:
    module = HidapiStandIn()
    monkeypatch.setitem(sys.modules, "hidraw", module)
    return module


@pytest.fixture
def xenon(hidapi: HidapiStandIn, tmp_path: Path) -> PluggedHid:
    device = PluggedHid(tmp_path / "hidraw0")
    hidapi.plugged.append(device)
    return device


@contextmanager
def opened(address: str) -> Iterator[HidPosScanner]:
    scanner = open_scanner(address)
    assert isinstance(scanner, HidPosScanner)
    scanner.open()
    try:
        yield scanner
    finally:
        scanner.close()


def _fails(address: str) -> DriverError:
    scanner = open_scanner(address)
    with pytest.raises(DriverError) as failed:
        scanner.open()
    assert scanner.close() == []
    return failed.value


def _data(scanner: HidPosScanner) -> list[str]:
    return [event.data for event in scanner.read(0.1) if isinstance(event, ScanEvent)]


@pytest.mark.parametrize("place", ["0c2e:1007", "0C2E:1007"])
def test_scans_carry_text_symbology_and_address(xenon: PluggedHid, place: str) -> None:
    xenon.waiting.extend(bytes.fromhex(report) for report in HONEYWELL_CAPTURES)
    with opened(f"hid:{place}") as scanner:
        first, second = scanner.read(0.1)
    assert isinstance(first, ScanEvent)
    assert isinstance(second, ScanEvent)
    assert (first.data, first.aim, first.symbology) == ("306030209223", "]E0", "EAN/UPC")
    assert first.device == f"hid:{place}"
    assert second.symbology == "QR Code"
    assert second.data.endswith("est laborum.")


def test_everything_that_waits_is_read_at_once(xenon: PluggedHid) -> None:
    labels = [f"SN{number}" for number in range(63)]
    xenon.waiting.extend(_report(label) for label in labels)
    with opened("hid:0c2e:1007") as scanner:
        assert _data(scanner) == labels
        assert scanner.read(0.1) == []


def test_a_flood_does_not_keep_the_reader_in_one_read(xenon: PluggedHid) -> None:
    labels = [f"SN{number}" for number in range(1000)]
    xenon.waiting.extend(_report(label) for label in labels)
    with opened("hid:0c2e:1007") as scanner:
        found = _data(scanner)
        assert 63 < len(found) < 1000
        while some := _data(scanner):
            found += some
    assert found == labels


def test_a_long_label_that_waited_in_a_full_queue_is_not_trusted(xenon: PluggedHid) -> None:
    part, rest = _report("P" * 56, more=True), _report("REST")
    xenon.waiting.extend([part, rest] + [_report("S")] * 60 + [part])  # 63 reports: the system keeps no more
    with opened("hid:0c2e:1007") as scanner:
        assert _data(scanner) == ["P" * 56 + "REST"] + ["S"] * 60
        xenon.waiting.extend([rest, part, rest])
        lost, good = scanner.read(0.1)
    assert isinstance(lost, DroppedLabel)
    assert lost.cause is DropCause.DEVICE
    assert isinstance(good, ScanEvent)
    assert good.data == "P" * 56 + "REST"


def test_a_full_queue_is_remembered_from_read_to_read(xenon: PluggedHid) -> None:
    xenon.waiting.extend([_report("S")] * 255 + [_report("P" * 56, more=True), _report("REST")])
    with opened("hid:0c2e:1007") as scanner:
        assert len(_data(scanner)) == 255
        (lost,) = scanner.read(0.1)
    assert isinstance(lost, DroppedLabel)


def test_what_was_read_before_the_unplug_counts(xenon: PluggedHid) -> None:
    xenon.waiting.extend(
        [_report("WHOLE"), _report("P" * 56, more=True), OSError("read error"), OSError("read error")]
    )
    with opened("hid:0c2e:1007") as scanner:
        assert _data(scanner) == ["WHOLE"]
        with pytest.raises(DriverError) as gone:
            scanner.read(0.1)
        assert gone.value.state is _ABSENT
        (lost,) = scanner.close()
    assert isinstance(lost, DroppedLabel)
    assert lost.raw == b"]C0" + b"P" * 56
    assert not xenon.is_open


def test_it_is_found_again_under_another_node(
    xenon: PluggedHid, hidapi: HidapiStandIn, tmp_path: Path
) -> None:
    scanner = open_scanner(f"hid:{xenon.node}")
    scanner.open()
    scanner.close()
    hidapi.plugged[:] = [PluggedHid(tmp_path / "hidraw7")]
    scanner.open()
    assert hidapi.plugged[0].is_open
    scanner.close()


def test_a_serial_number_is_kept_to(xenon: PluggedHid, hidapi: HidapiStandIn, tmp_path: Path) -> None:
    hidapi.plugged.append(PluggedHid(tmp_path / "hidraw1", serial="S/N 1"))
    with opened("hid:0c2e:1007:S/N%201") as scanner:
        assert hidapi.plugged[1].is_open
        assert scanner.info.serial_number == "S/N 1"
        assert scanner.info.words == "Xenon (0c2e:1007, serial number S/N 1)"
    assert _fails("hid:0c2e:1007:OTHER").state is _ABSENT


def test_twins_are_told_apart_by_their_paths(
    xenon: PluggedHid, hidapi: HidapiStandIn, tmp_path: Path
) -> None:
    twin = PluggedHid(tmp_path / "hidraw1")
    hidapi.plugged.append(twin)
    listed = [device.address for device in HidPosScanner.list_devices()]
    assert listed == ["hid:0c2e:1007", f"hid:{twin.node}"]
    with opened(listed[1]), opened(listed[0]):
        assert xenon.is_open
        assert twin.is_open
        assert [device.address for device in HidPosScanner.list_devices()] == listed
        assert _fails("hid:0c2e:1007").code == "busy"


def test_the_same_twin_is_taken_again(xenon: PluggedHid, hidapi: HidapiStandIn, tmp_path: Path) -> None:
    twin = PluggedHid(tmp_path / "hidraw1")
    hidapi.plugged.append(twin)
    scanner = open_scanner("hid:0c2e:1007")
    with opened("hid:0c2e:1007"):
        scanner.open()
        assert twin.is_open
        scanner.close()
    scanner.open()
    assert twin.is_open
    assert not xenon.is_open
    scanner.close()


def test_an_unplugged_twin_is_absent_and_does_not_take_the_other(
    xenon: PluggedHid, hidapi: HidapiStandIn, tmp_path: Path
) -> None:
    hidapi.plugged.append(PluggedHid(tmp_path / "hidraw1"))
    with opened("hid:0c2e:1007") as first, opened(f"hid:{tmp_path / 'hidraw1'}"):
        first.close()
        del hidapi.plugged[0]
        with pytest.raises(DriverError) as failed:
            first.open()
        assert failed.value.state is _ABSENT
        hidapi.plugged.append(xenon)
        first.open()
        assert xenon.is_open


def test_listed_scanners_say_what_they_are(xenon: PluggedHid, hidapi: HidapiStandIn, tmp_path: Path) -> None:
    hidapi.plugged.append(PluggedHid(tmp_path / "hidraw1", uses=(_KEYBOARD,)))
    hidapi.plugged.append(PluggedHid(tmp_path / "hidraw2", serial="S&N?1", uses=(_POS, (0xFF8C, 1))))
    first, second = HidPosScanner.list_devices()
    assert (first.address, first.name, first.vendor_id, first.automatic) == (
        "hid:0c2e:1007",
        "Xenon",
        0x0C2E,
        True,
    )
    assert second.address == "hid:0c2e:1007:S%26N%3F1"
    with opened(second.address):
        assert hidapi.plugged[2].is_open
        assert not xenon.is_open


@pytest.mark.parametrize(
    ("uses", "words"), [((_KEYBOARD,), "in keyboard mode"), (((0xFF00, 1),), "not in HID POS")]
)
def test_another_mode_is_named_with_its_remedy(
    xenon: PluggedHid, uses: tuple[tuple[int, int], ...], words: str
) -> None:
    xenon.uses = uses
    for address in ("hid:0c2e:1007", f"hid:{xenon.node}"):
        error = _fails(address)
        assert error.state is _WRONG_MODE
        assert words in error.title
        assert "HID POS" in error.message


@pytest.mark.parametrize("place", ["0c2e:1007", "/dev/hidraw99", "1234:0001"])
def test_what_is_not_there_is_absent(hidapi: HidapiStandIn, place: str) -> None:
    error = _fails(f"hid:{place}")
    assert error.state is _ABSENT
    assert place in error.title
    assert error.message


def test_a_scanner_that_vanishes_while_it_is_opened_is_absent(xenon: PluggedHid) -> None:
    xenon.node.unlink()
    assert _fails("hid:0c2e:1007").state is _ABSENT


def test_a_second_station_is_told_that_the_scanner_is_taken(xenon: PluggedHid) -> None:
    hold = (
        "import fcntl, sys; node = open(sys.argv[1]); fcntl.flock(node, fcntl.LOCK_SH);"
        "print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(xenon.node)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        assert _fails("hid:0c2e:1007").code == "busy"
        other.communicate()
    with opened("hid:0c2e:1007"):
        assert xenon.is_open


def test_a_scanner_that_does_not_open_is_let_go(xenon: PluggedHid) -> None:
    xenon.opens = False
    assert _fails("hid:0c2e:1007").state is ScannerState.FAILED
    xenon.opens = True
    with opened("hid:0c2e:1007"):
        assert xenon.is_open


@pytest.mark.parametrize("descriptor", [b"", DATALOGIC_KEYBOARD, HONEYWELL_POS[:40]])
def test_a_descriptor_without_labels_is_a_fault(xenon: PluggedHid, descriptor: bytes) -> None:
    xenon.descriptor = descriptor
    with pytest.raises(DriverError, match="serial mode") as failed:
        open_scanner("hid:0c2e:1007").open()
    assert failed.value.state is ScannerState.FAILED
    assert not xenon.is_open


def test_the_host_beeps_and_triggers_when_it_is_asked_to(xenon: PluggedHid) -> None:
    xenon.waiting.append(_report("SN1"))
    with opened("hid:0c2e:1007?trigger=auto&good_read=host&pos_mode=254,1") as scanner:
        assert xenon.written == [b"\xfe\x01", b"\x04\x02"]
        scanner.read(0.1)
        scanner.read(0.1)
    assert xenon.written[2:] == [b"\x04\x08", b"\x04\x00", b"\x04\x02", b"\x04\x00"]


def test_otherwise_nothing_is_sent(xenon: PluggedHid) -> None:
    xenon.waiting.append(_report("SN1"))
    with opened("hid:0c2e:1007") as scanner:
        scanner.read(0.1)
    assert xenon.written == []


@pytest.mark.log_allowed
def test_outputs_that_are_refused_lose_no_scan(xenon: PluggedHid, caplog: pytest.LogCaptureFixture) -> None:
    xenon.refuses = True
    xenon.waiting.append(_report("SN1"))
    with opened("hid:0c2e:1007?good_read=host&pos_mode=254,1") as scanner:
        assert _data(scanner) == ["SN1"]
        assert not scanner.signal_good_read()
    assert "pos_mode was not taken" in caplog.text
    assert "output report 4 was not taken" in caplog.text


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("pos_mode=254,256", "decimal bytes"),
        ("pos_mode=x", "decimal bytes"),
        ("trigger=host", "scanner, auto"),
        ("baud=9600", "pos_mode"),
    ],
)
def test_wrong_settings_are_refused_with_a_remedy(settings: str, words: str) -> None:
    with pytest.raises(AddressError) as refused:
        open_scanner(f"hid:0c2e:1007?{settings}")
    assert words in refused.value.message


def test_hidapi_is_imported_only_when_a_scanner_is_looked_for() -> None:
    code = (
        "import sys; from drivers.registry import open_scanner; s = open_scanner('hid:0c2e:1007');"
        "assert not {'hid', 'hidraw'} & set(sys.modules); s.list_devices(); assert 'hidraw' in sys.modules;"
        "assert 'hid' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
