"""HID POS scanners on real hidraw nodes: genuine reports, cables pulled at bad moments, devices that misbehave."""

import fcntl
import time

import pytest

from drivers.base import DropCause, ScannerState
from drivers.registry import list_devices
from tests.lab.conftest import Attach
from tests.lab.devices.captures import EAN13, LONG_QR, Capture
from tests.lab.devices.descriptors import BROKEN_POS, DATALOGIC_KEYBOARD, EMPTY_POS, HONEYWELL_POS
from tests.lab.devices.nodes import hidraw_of, hidraws, wait_for
from tests.lab.devices.pos import CHUNK, HONEYWELL
from tests.lab.devices.uhid import UhidDevice
from tests.lab.kernel.conftest import PlugHid, PlugUsb
from tests.lab.kernel.rigs import REPORT_INTERVAL_S

pytestmark = pytest.mark.log_allowed

MODEL = "hid:0c2e:1007"
KERNEL_KEEPS = 63
"""Unread reports that a hidraw node holds for a program; newer ones are lost (Linux: HIDRAW_BUFFER_SIZE 64)."""


def send(device: UhidDevice, label: bytes) -> None:
    for report in HONEYWELL.reports(label):
        device.send(report)


@pytest.mark.parametrize("capture", [EAN13, LONG_QR], ids=["EAN-13", "long QR"])
def test_genuine_reports_arrive_byte_for_byte(plug_hid: PlugHid, attach: Attach, capture: Capture) -> None:
    device = plug_hid(HONEYWELL_POS, "GENUINE")
    recorder, _ = attach(f"{MODEL}:GENUINE")
    recorder.wait_state(ScannerState.READY)
    for report in capture.reports:
        device.send(report)
    recorder.wait_scans(1)
    assert recorder.scans[0].data == capture.label
    assert recorder.scans[0].aim == capture.aim
    assert recorder.scans[0].raw == (capture.aim + capture.label).encode("ascii")


def test_genuine_reports_arrive_over_usb(plug_usb: PlugUsb, attach: Attach) -> None:
    gadget = plug_usb("hid", "GENUINE-USB", descriptor=HONEYWELL_POS)
    recorder, _ = attach(f"{MODEL}:GENUINE-USB")
    recorder.wait_state(ScannerState.READY)
    for report in LONG_QR.reports:
        gadget.send(report)
    assert recorder.wait_scans(1) == [LONG_QR.label]


@pytest.mark.parametrize("length", [1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_lengths_around_the_end_of_a_report(plug_hid: PlugHid, attach: Attach, length: int) -> None:
    device = plug_hid(HONEYWELL_POS, "LENGTHS")
    recorder, _ = attach(f"{MODEL}:LENGTHS")
    recorder.wait_state(ScannerState.READY)
    label = ("0123456789" * 12)[:length]
    send(device, label.encode())
    assert recorder.wait_scans(1) == [label]


def test_unplug_amid_a_continued_label_drops_it_and_says_so(plug_hid: PlugHid, attach: Attach) -> None:
    device = plug_hid(HONEYWELL_POS, "CONTINUED")
    recorder, _ = attach(f"{MODEL}:CONTINUED")
    recorder.wait_state(ScannerState.READY)
    send(device, b"WHOLE")
    first_half, _ = HONEYWELL.reports(b"H" * 2 * CHUNK)
    device.send(first_half)
    recorder.wait_scans(1)
    device.unplug()
    dropped = recorder.wait_dropped()
    assert dropped.raw == b"]C0" + b"H" * CHUNK
    assert dropped.cause is DropCause.UNFINISHED
    again = plug_hid(HONEYWELL_POS, "CONTINUED")
    recorder.wait_state(ScannerState.READY)
    send(again, b"AFTER")
    assert recorder.wait_scans(2) == ["WHOLE", "AFTER"]


def test_unplug_while_a_read_waits(plug_usb: PlugUsb, attach: Attach) -> None:
    gadget = plug_usb("hid", "WAITING", descriptor=HONEYWELL_POS)
    recorder, _ = attach(f"{MODEL}:WAITING")
    recorder.wait_state(ScannerState.READY)
    gadget.unplug()
    recorder.wait_state(ScannerState.ABSENT, within_s=2.0)
    gadget.plug()
    recorder.wait_state(ScannerState.READY)
    gadget.send(HONEYWELL.reports(b"BACK")[0])
    assert recorder.wait_scans(1) == ["BACK"]


def test_it_is_found_again_under_another_number(plug_hid: PlugHid, attach: Attach) -> None:
    device = plug_hid(HONEYWELL_POS, "WANDERER")
    before = hidraw_of("WANDERER")
    recorder, _ = attach(f"hid:{before}")
    recorder.wait_state(ScannerState.READY)
    device.unplug()
    recorder.wait_state(ScannerState.ABSENT)
    plug_hid(HONEYWELL_POS, "SQUATTER")
    assert hidraw_of("SQUATTER") == before
    again = plug_hid(HONEYWELL_POS, "WANDERER")
    assert hidraw_of("WANDERER") != before
    recorder.wait_state(ScannerState.READY)
    send(again, b"FOUND")
    assert recorder.wait_scans(1) == ["FOUND"]


def test_two_of_a_kind_without_serial_numbers_are_two_scanners(plug_hid: PlugHid, attach: Attach) -> None:
    devices = [plug_hid(HONEYWELL_POS), plug_hid(HONEYWELL_POS)]
    wait_for(lambda: len(_listed()) == 2, "two scanners listed")
    addresses = _listed()
    assert len(set(addresses)) == 2
    recorders = [attach(address)[0] for address in addresses]
    for recorder in recorders:
        recorder.wait_state(ScannerState.READY)
    for device, label in zip(devices, (b"LEFT", b"RIGHT"), strict=True):
        send(device, label)
    for recorder in recorders:
        recorder.wait_scans(1)
    assert sorted(recorder.labels for recorder in recorders) == [["LEFT"], ["RIGHT"]]


def test_a_second_reader_of_the_same_scanner_is_told_that_it_is_busy(
    plug_hid: PlugHid, attach: Attach
) -> None:
    plug_hid(HONEYWELL_POS, "CLAIMED")
    first, reader = attach(f"{MODEL}:CLAIMED")
    first.wait_state(ScannerState.READY)
    second, _ = attach(f"{MODEL}:CLAIMED")
    assert second.wait_state(ScannerState.FAILED).code == "busy"
    reader.stop()
    second.wait_state(ScannerState.READY)


def test_a_scanner_that_another_program_has_locked_is_busy_until_it_lets_go(
    plug_hid: PlugHid, attach: Attach
) -> None:
    plug_hid(HONEYWELL_POS, "LOCKED")
    with hidraw_of("LOCKED").open("rb", buffering=0) as node:
        fcntl.flock(node, fcntl.LOCK_EX)
        recorder, _ = attach(f"{MODEL}:LOCKED")
        assert recorder.wait_state(ScannerState.FAILED).code == "busy"
    recorder.wait_state(ScannerState.READY)


def test_a_scanner_in_keyboard_mode_is_named_with_its_remedy_and_heals(
    plug_hid: PlugHid, attach: Attach
) -> None:
    keyboard = plug_hid(DATALOGIC_KEYBOARD, "MODES")
    hidraw_of("MODES")
    recorder, _ = attach(f"{MODEL}:MODES")
    status = recorder.wait_state(ScannerState.WRONG_MODE)
    assert "keyboard mode" in status.title
    assert "barcode" in status.message
    keyboard.unplug()
    scanner = plug_hid(HONEYWELL_POS, "MODES")
    recorder.wait_state(ScannerState.READY)
    send(scanner, b"POS-NOW")
    assert recorder.wait_scans(1) == ["POS-NOW"]


def test_a_descriptor_without_data_is_said_and_harms_no_other_scanner(
    plug_hid: PlugHid, attach: Attach
) -> None:
    plug_hid(EMPTY_POS, "EMPTY")
    hidraw_of("EMPTY")
    good = plug_hid(HONEYWELL_POS, "GOOD")
    bad_recorder, _ = attach(f"{MODEL}:EMPTY")
    recorder, _ = attach(f"{MODEL}:GOOD")
    recorder.wait_state(ScannerState.READY)
    status = bad_recorder.wait_state(ScannerState.FAILED)
    assert status.title
    assert status.message
    send(good, b"GOOD")
    assert recorder.wait_scans(1) == ["GOOD"]


def test_a_descriptor_that_the_kernel_refuses_is_no_scanner_and_harms_no_other(
    plug_hid: PlugHid, attach: Attach
) -> None:
    plug_hid(BROKEN_POS, "BROKEN")
    good = plug_hid(HONEYWELL_POS, "WHOLE")
    bad_recorder, _ = attach(f"{MODEL}:BROKEN")
    recorder, _ = attach(f"{MODEL}:WHOLE")
    recorder.wait_state(ScannerState.READY)
    bad_recorder.wait_state(ScannerState.ABSENT)
    send(good, b"GOOD")
    assert recorder.wait_scans(1) == ["GOOD"]
    assert not hidraws("BROKEN")


def test_a_flood_mixes_no_label_and_delays_no_other_scanner(plug_hid: PlugHid, attach: Attach) -> None:
    """4,000 reports as fast as the kernel takes them: what it loses is lost whole, what arrives is right."""
    device, other = plug_hid(HONEYWELL_POS, "FLOOD"), plug_hid(HONEYWELL_POS, "CALM")
    recorder, _ = attach(f"{MODEL}:FLOOD")
    calm, _ = attach(f"{MODEL}:CALM")
    recorder.wait_state(ScannerState.READY)
    calm.wait_state(ScannerState.READY)
    sent = [f"FLOOD{number:06d}" for number in range(4000)]
    for number, label in enumerate(sent):
        send(device, label.encode())
        if number == 2000:
            send(other, b"CALM")
    assert calm.wait_scans(1) == ["CALM"]
    time.sleep(REPORT_INTERVAL_S)
    wait_for(lambda: _sent_again(device, recorder.labels), "the scanner is read again after the flood")
    came = [label for label in recorder.labels if label != "END"]
    assert len(came) >= KERNEL_KEEPS
    assert came == sorted(set(came))
    assert set(came) <= set(sent)


def _sent_again(device: UhidDevice, labels: list[str]) -> bool:
    if "END" in labels:
        return True
    send(device, b"END")
    time.sleep(0.1)
    return "END" in labels


def _listed() -> list[str]:
    return [info.address for info in list_devices() if info.kind == "hid"]
