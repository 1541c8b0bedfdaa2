"""Serial scanners on pseudo terminals: what only they do."""

import os
import termios
from pathlib import Path

import pytest
import serial

from drivers.base import ScannerState
from tests.helpers.ordinary_user import without_root
from tests.lab.conftest import Attach
from tests.lab.rigs import SerialRig

pytestmark = pytest.mark.log_allowed


@pytest.fixture
def scanner(tmp_path: Path) -> SerialRig:
    rig = SerialRig(tmp_path)
    rig.plug()
    return rig


def test_two_programs_cannot_have_one_scanner(scanner: SerialRig, attach: Attach) -> None:
    first, reader = attach(scanner.address)
    first.wait_state(ScannerState.READY)
    second, _ = attach(scanner.address)
    status = second.wait_state(ScannerState.FAILED)
    assert status.code == "busy"
    assert "Another program" in status.title
    reader.stop()
    second.wait_state(ScannerState.READY)


def test_a_port_that_is_no_port_says_so(tmp_path: Path, attach: Attach) -> None:
    (tmp_path / "file").write_text("SN1\n")
    recorder, _ = attach(f"serial:{tmp_path}/file")
    assert "cannot be opened as a serial port" in recorder.wait_state(ScannerState.FAILED).title


@pytest.mark.parametrize(
    ("settings", "sent", "labels"),
    [
        ("", b"A1\rB2\r\nC3\nD4\tE5\x00\x02F6\x03", ["A1", "B2", "C3", "D4", "E5", "F6"]),
        ("terminator=crlf", b"A\rB\r\nC\nD\r\n", ["A\rB", "C\nD"]),
        ("terminator=etx&idle=0", b"\x02A\tB\x03\r\n\x02C\x03", ["A\tB", "C"]),
        ("prefix=%23&suffix=END", b"#SN1END\rSN2\r", ["SN1", "SN2"]),
        ("encoding=gbk", "产品A1".encode("gbk") + b"\r", ["产品A1"]),
        ("baud=115200&stop=1", "Ünit\r".encode(), ["Ünit"]),
        ("", b"\xdcnit\r", ["Ünit"]),
    ],
)
def test_settings(scanner: SerialRig, attach: Attach, settings: str, sent: bytes, labels: list[str]) -> None:
    recorder, _ = attach(f"{scanner.address}?{settings}")
    recorder.wait_state(ScannerState.READY)
    scanner.send(sent)
    assert recorder.wait_scans(len(labels)) == labels


def test_silence_ends_a_label_without_terminator(scanner: SerialRig, attach: Attach) -> None:
    recorder, _ = attach(f"{scanner.address}?idle=100")
    recorder.wait_state(ScannerState.READY)
    scanner.send(b"SN1")
    assert recorder.wait_scans(1) == ["SN1"]
    scanner.send(b"SN2")
    assert recorder.wait_scans(2) == ["SN1", "SN2"]


def test_a_label_that_stops_amid_is_dropped_and_said(scanner: SerialRig, attach: Attach) -> None:
    recorder, _ = attach(scanner.address)
    recorder.wait_state(ScannerState.READY)
    scanner.send(b"SN1\rSN")
    assert recorder.wait_dropped().raw == b"SN"
    scanner.send(b"SN3\r")
    assert recorder.wait_scans(2) == ["SN1", "SN3"]


def test_the_port_is_set_up_as_the_address_says(scanner: SerialRig, attach: Attach) -> None:
    recorder, _ = attach(f"{scanner.address}?baud=38400&stop=2&flow=xonxoff")
    recorder.wait_state(ScannerState.READY)
    flags, _, control, _, speed, _, _ = scanner.attributes()
    assert speed == termios.B38400
    assert control & termios.CSTOPB
    assert flags & termios.IXOFF


def test_programs_that_ask_for_no_lock_are_refused_too(scanner: SerialRig, attach: Attach) -> None:
    recorder, reader = attach(scanner.address)
    recorder.wait_state(ScannerState.READY)
    node = scanner.link.resolve()
    node.chmod(0o666)
    with without_root():
        with pytest.raises(OSError, match="busy"):
            os.open(node, os.O_RDWR | os.O_NOCTTY)
        reader.stop()
        os.close(os.open(node, os.O_RDWR | os.O_NOCTTY))


@pytest.mark.parametrize(
    "noise", [b"\x80\xff", b"\xceJ\xb6#+\xeb"]
)  # 115200 and 19200 bits a second read at 9600
def test_a_wrong_baud_rate_is_named_and_gives_no_scans(
    scanner: SerialRig, attach: Attach, noise: bytes
) -> None:
    recorder, _ = attach(scanner.address)
    recorder.wait_state(ScannerState.READY)
    for count in range(1, 4):
        scanner.send(noise)
        recorder.wait(lambda count=count: len(recorder.dropped) == count, 3.0, "noise")  # type: ignore[misc]
    assert "wrong baud rate" in recorder.wait_state(ScannerState.WRONG_MODE).title
    assert recorder.scans == []
    scanner.send(b"SN1\r")
    recorder.wait_state(ScannerState.READY)
    assert recorder.labels == ["SN1"]


def test_the_port_is_closed_to_others_only_while_it_is_read(scanner: SerialRig, attach: Attach) -> None:
    recorder, reader = attach(scanner.address)
    recorder.wait_state(ScannerState.READY)
    with pytest.raises(serial.SerialException):
        serial.Serial(str(scanner.link), exclusive=True)
    reader.stop()
    serial.Serial(str(scanner.link), exclusive=True).close()
