"""Serial scanners on pseudo terminals: what only they do."""

from pathlib import Path

import pytest
import serial

from drivers.base import ScannerState
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


def test_the_port_is_closed_to_others_only_while_it_is_read(scanner: SerialRig, attach: Attach) -> None:
    recorder, reader = attach(scanner.address)
    recorder.wait_state(ScannerState.READY)
    with pytest.raises(serial.SerialException):
        serial.Serial(str(scanner.link), exclusive=True)
    reader.stop()
    serial.Serial(str(scanner.link), exclusive=True).close()
