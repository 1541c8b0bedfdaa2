"""Scanners on real USB serial lines: the same device under another name, twins, settings that reach the device."""

import os
import time
from pathlib import Path

import pytest
import serial

from drivers.base import ScannerState
from drivers.registry import list_devices
from tests.helpers.scan_recorder import ScanRecorder
from tests.lab.conftest import Attach
from tests.lab.devices.gadget import Gadget
from tests.lab.devices.nodes import gone, tty_of, ttys, wait_for
from tests.lab.kernel.conftest import PlugConverter, PlugUsb

pytestmark = pytest.mark.log_allowed

FIRST, SECOND = Path("/dev/ttyUSB0"), Path("/dev/ttyUSB1")


def test_it_is_found_again_as_ttyusb1_while_another_program_still_holds_ttyusb0(
    plug_converter: PlugConverter, attach: Attach
) -> None:
    converter = plug_converter(serial="WANDERER")
    assert tty_of("WANDERER") == FIRST
    stale = os.open(FIRST, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        recorder, _ = attach(f"serial:{FIRST}")
        recorder.wait_state(ScannerState.READY)
        converter.unplug()
        recorder.wait_state(ScannerState.ABSENT, within_s=2.0)
        converter.plug()
        assert tty_of("WANDERER") == SECOND
        recorder.wait_state(ScannerState.READY)
        converter.send(b"]C0SN-FOUND\r")
        assert recorder.wait_scans(1) == ["SN-FOUND"]
    finally:
        os.close(stale)


def test_an_address_of_the_list_finds_its_scanner_at_whatever_port(
    plug_converter: PlugConverter, attach: Attach
) -> None:
    left, right = plug_converter(0, "LEFT"), plug_converter(1, "RIGHT")
    wait_for(lambda: _listed("RIGHT"), "the right converter is listed")
    address = _listed("RIGHT")
    for converter in (left, right):
        converter.unplug()
    gone(FIRST)
    gone(SECOND)
    right.plug()
    left.plug()
    assert tty_of("RIGHT") == FIRST
    recorder, _ = attach(address)
    recorder.wait_state(ScannerState.READY)
    tty_of("LEFT")
    left.send(b"WRONG\r")
    right.send(b"RIGHT\r")
    assert recorder.wait_scans(1) == ["RIGHT"]


def test_two_of_a_kind_with_equal_serial_numbers_are_two_scanners(
    plug_converter: PlugConverter, attach: Attach
) -> None:
    converters = [plug_converter(0, "TWIN"), plug_converter(1, "TWIN")]
    wait_for(lambda: len(ttys("TWIN")) == 2, "two converters")
    recorders = [attach(f"serial:{node}")[0] for node in ttys("TWIN")]
    for recorder, converter, label in zip(recorders, converters, ("ONE", "TWO"), strict=True):
        recorder.wait_state(ScannerState.READY)
        converter.send(label.encode() + b"\r")
    assert [recorder.wait_scans(1) for recorder in recorders] == [["ONE"], ["TWO"]]


def test_one_that_is_pulled_does_not_disturb_the_others(
    plug_converter: PlugConverter, plug_usb: PlugUsb, attach: Attach
) -> None:
    converter, gadget = plug_converter(serial="PULLED"), plug_usb("acm", "STAYS")
    pulled, _ = attach(f"serial:{tty_of('PULLED')}")
    stays, _ = attach(f"serial:{tty_of('STAYS')}")
    pulled.wait_state(ScannerState.READY)
    stays.wait_state(ScannerState.READY)
    converter.send(b"HALF")
    converter.unplug()
    gadget.send(b"STAYS\r")
    assert stays.wait_scans(1) == ["STAYS"]
    pulled.wait_state(ScannerState.ABSENT)
    assert pulled.wait_dropped().raw == b"HALF"
    assert pulled.labels == []


def test_the_line_is_claimed(plug_usb: PlugUsb, attach: Attach) -> None:
    plug_usb("acm", "CLAIMED")
    node = tty_of("CLAIMED")
    recorder, _ = attach(f"serial:{node}")
    recorder.wait_state(ScannerState.READY)
    with pytest.raises(serial.SerialException):
        serial.Serial(str(node), exclusive=True)


def test_a_flood_of_noise_leaves_the_line_usable(plug_usb: PlugUsb, attach: Attach) -> None:
    """More than the tty layer holds: it drops bytes, and what comes afterwards is read all the same."""
    gadget = plug_usb("acm", "FLOOD")
    recorder, _ = attach(f"serial:{tty_of('FLOOD')}")
    recorder.wait_state(ScannerState.READY)
    for _ in range(16):
        gadget.send(bytes(range(128, 256)) * 128)
    wait_for(lambda: _read_again(gadget, recorder), "the line is read again after the flood", 30.0)
    assert set(recorder.labels) == {"STILL-HERE"}
    assert recorder.dropped


def _read_again(gadget: Gadget, recorder: ScanRecorder) -> bool:
    gadget.send(b"\rSTILL-HERE\r")
    time.sleep(0.2)
    return "STILL-HERE" in recorder.labels


def _listed(serial_number: str) -> str:
    for info in list_devices():
        if info.serial_number == serial_number:
            return info.address
    return ""
