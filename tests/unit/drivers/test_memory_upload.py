"""A scanner's memory over a pseudo terminal: whole or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.errors import DeviceAbsentError, DeviceFailedError, DriverError
from drivers.memory_upload import UploadCancelled, receive
from tests.helpers.pty_scanner import PtyScanner

MOST = 1_000_000
PATIENT_S = 15.0


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PtyScanner]:
    made = PtyScanner(tmp_path / "port")
    made.plug()
    yield made
    made.unplug()


class Upload:
    """Receives in a thread of its own, as the window does; `opened` once the port is listened to."""

    def __init__(self, scanner: PtyScanner, *, most: int = MOST, silence_s: float = 0.3) -> None:
        self.opened, self.cancel = threading.Event(), threading.Event()
        self.heard: list[int] = []
        self.came = threading.Event()
        self.data = b""
        self.error: Exception | None = None
        self._limits = (f"serial:{scanner.link}", most, silence_s)
        self._thread = threading.Thread(target=self._receive)
        self._thread.start()
        assert self.opened.wait(PATIENT_S)

    def end(self) -> None:
        self._thread.join(PATIENT_S)
        assert not self._thread.is_alive()

    def _receive(self) -> None:
        address, most, silence_s = self._limits
        try:
            self.data = receive(
                address, most, self._hear, self.cancel.is_set, wait_s=PATIENT_S, silence_s=silence_s
            )
        except (DriverError, UploadCancelled) as error:
            self.error = error

    def _hear(self, count: int) -> None:
        self.heard.append(count)
        (self.came if count else self.opened).set()


def test_everything_until_silence_is_received_as_it_was_sent(scanner: PtyScanner) -> None:
    sent = b"".join(b"SN%010d,2026-01-01\r\n" % number for number in range(20_000))
    upload = Upload(scanner)
    scanner.send(sent)
    upload.end()
    assert upload.error is None
    assert upload.data == sent
    assert upload.heard[-1] == len(sent)


def test_the_wait_can_be_cancelled_and_the_port_is_free_again(scanner: PtyScanner) -> None:
    upload = Upload(scanner, silence_s=PATIENT_S)
    scanner.send(b"SN0000000001\r")
    assert upload.came.wait(PATIENT_S)
    upload.cancel.set()
    upload.end()
    assert isinstance(upload.error, UploadCancelled)
    again = Upload(scanner)
    scanner.send(b"SN0000000002\r")
    again.end()
    assert again.data == b"SN0000000002\r"


def test_a_line_that_is_lost_on_the_way_hands_on_nothing(scanner: PtyScanner) -> None:
    upload = Upload(scanner, silence_s=PATIENT_S)
    scanner.send(b"SN0000000001\r\nSN00000")
    assert upload.came.wait(PATIENT_S)
    scanner.unplug()
    upload.end()
    assert isinstance(upload.error, DeviceAbsentError)
    assert upload.error.title == "The line to the scanner was lost"
    assert upload.data == b""


def test_a_scanner_that_sends_without_end_is_given_up(scanner: PtyScanner) -> None:
    upload = Upload(scanner, most=1000)
    scanner.send(b"SN0000000001\r" * 100)
    upload.end()
    assert isinstance(upload.error, DeviceFailedError)
    assert upload.error.title == "The scanner sends without end"


def test_nothing_at_all_is_told(scanner: PtyScanner) -> None:
    with pytest.raises(DeviceFailedError, match="Nothing came from the scanner"):
        receive(f"serial:{scanner.link}", MOST, lambda _count: None, lambda: False, wait_s=0.1)
