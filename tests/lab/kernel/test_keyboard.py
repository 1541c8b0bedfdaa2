"""Scanners in keyboard mode on real event nodes: the keys reach the station and nobody else."""

import select
import string
import time
from collections.abc import Iterator
from contextlib import contextmanager

import evdev
import pytest

from drivers.base import DropCause, ScanEvent, ScannerState
from drivers.registry import open_scanner
from tests.helpers.scan_recorder import ScanRecorder
from tests.lab.conftest import Attach
from tests.lab.devices.descriptors import DATALOGIC_KEYBOARD
from tests.lab.devices.keyboard import keyboard_reports
from tests.lab.devices.nodes import input_of, wait_for
from tests.lab.devices.uhid import UhidDevice
from tests.lab.kernel.conftest import PlugHid
from tests.lab.kernel.rigs import REPORT_INTERVAL_S

pytestmark = pytest.mark.log_allowed

MODEL = "hid-keyboard:05f9:2204"


def plugged(plug_hid: PlugHid, serial: str) -> UhidDevice:
    device = plug_hid(DATALOGIC_KEYBOARD, serial, vendor_id=0x05F9, product_id=0x2204)
    input_of(serial)
    return device


def type_keys(device: UhidDevice, text: str) -> None:
    for report in keyboard_reports(text):
        device.send(report)
        time.sleep(REPORT_INTERVAL_S)


def ready(attach: Attach, serial: str) -> ScanRecorder:
    recorder, _ = attach(f"{MODEL}:{serial}")
    recorder.wait_state(ScannerState.READY)
    return recorder


@contextmanager
def listener(serial: str) -> Iterator["evdev.InputDevice[str]"]:
    """Another program that reads the same keyboard, as a desktop does."""
    device = evdev.InputDevice(str(input_of(serial)))
    try:
        yield device
    finally:
        device.close()


def heard(device: "evdev.InputDevice[str]") -> list[int]:
    """The keys that went down for this program."""
    keys = []
    while select.select([device.fd], [], [], 0.2)[0]:
        keys += [
            event.code for event in device.read() if event.type == evdev.ecodes.EV_KEY and event.value == 1
        ]
    return keys


def test_nobody_else_gets_the_keys_while_the_station_reads(plug_hid: PlugHid, attach: Attach) -> None:
    device = plugged(plug_hid, "GRABBED")
    with listener("GRABBED") as desktop:
        type_keys(device, "a\r")
        assert heard(desktop) == [evdev.ecodes.KEY_A, evdev.ecodes.KEY_ENTER]
        recorder, reader = attach(f"{MODEL}:GRABBED")
        recorder.wait_state(ScannerState.READY)
        type_keys(device, "SN-4711\r")
        assert recorder.wait_scans(1) == ["SN-4711"]
        assert heard(desktop) == []
        reader.stop()
        type_keys(device, "b\r")
        assert heard(desktop) == [evdev.ecodes.KEY_B, evdev.ecodes.KEY_ENTER]


def test_every_printable_character_and_the_group_separator(plug_hid: PlugHid, attach: Attach) -> None:
    device = plugged(plug_hid, "CHARACTERS")
    recorder = ready(attach, "CHARACTERS")
    labels = [string.ascii_letters, string.digits + string.punctuation, "01\x1d21 A"]
    for label in labels:
        type_keys(device, label + "\r")
    assert recorder.wait_scans(3) == labels


def test_a_burst_that_the_kernel_cannot_hold_gives_no_wrong_label(plug_hid: PlugHid, attach: Attach) -> None:
    """The kernel keeps some 64 events for a reader and says when it has dropped more (SYN_DROPPED)."""
    device = plugged(plug_hid, "BURST")
    recorder = ready(attach, "BURST")
    sent = {f"LABEL{number:04d}" + "X" * 200 for number in range(20)}
    for label in sorted(sent):
        for report in keyboard_reports(label + "\r"):
            device.send(report)
    wait_for(lambda: _typed_again(device, recorder), "the keyboard is read again after the burst")
    assert set(recorder.labels) - {"END"} <= sent
    causes = {label.cause for label in recorder.dropped}
    assert causes <= {DropCause.DEVICE}
    assert len(set(recorder.labels) & sent) + len(recorder.dropped) > 0


def test_a_label_that_comes_at_once_fits_into_the_kernels_buffer(plug_hid: PlugHid) -> None:
    """28 key events are 56 entries of 64 with their ends, and 84 if the scan codes were not muted."""
    device = plugged(plug_hid, "AT-ONCE")
    scanner = open_scanner(f"{MODEL}:AT-ONCE")
    scanner.open()
    try:
        for report in keyboard_reports("sn00000004711\r"):
            device.send(report)
        events = scanner.read(0.25)
    finally:
        scanner.close()
    assert [event.data for event in events if isinstance(event, ScanEvent)] == ["sn00000004711"]
    assert len(events) == 1


def test_unplug_amid_a_label_drops_it_and_says_so(plug_hid: PlugHid, attach: Attach) -> None:
    device = plugged(plug_hid, "PULLED")
    recorder = ready(attach, "PULLED")
    type_keys(device, "WHOLE\rPART")
    recorder.wait_scans(1)
    device.unplug()
    recorder.wait_state(ScannerState.ABSENT, within_s=2.0)
    assert recorder.wait_dropped().raw == b"PART"
    again = plugged(plug_hid, "PULLED")
    recorder.wait_state(ScannerState.READY)
    type_keys(again, "REST\r")
    assert recorder.wait_scans(2) == ["WHOLE", "REST"]


def test_a_second_station_is_told_that_the_keyboard_is_taken(plug_hid: PlugHid, attach: Attach) -> None:
    plugged(plug_hid, "TAKEN")
    ready(attach, "TAKEN")
    second, _ = attach(f"{MODEL}:TAKEN")
    assert second.wait_state(ScannerState.FAILED).code == "busy"


def _typed_again(device: UhidDevice, recorder: ScanRecorder) -> bool:
    type_keys(device, "END\r")
    time.sleep(0.2)
    return "END" in recorder.labels
