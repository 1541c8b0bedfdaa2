"""Scanners on a serial port: RS-232, USB-CDC, FTDI and the like, or a pseudo terminal.

Address: `serial:PATH[?setting=value&...]` with the settings

    baud=9600  bits=8 (7 8)  parity=N (N E O)  stop=1 (1 2)  flow=none (none rtscts xonxoff)  encoding=utf-8
    terminator=auto (see framing.TERMINATORS)  prefix=  suffix=  idle=250 (milliseconds, 0: never)
    usb=VID:PID[:SERIAL]   the device itself, wherever it is plugged in; PATH then only breaks a tie

Data sent while the port is closed is lost: the system keeps nothing of it.
"""

import contextlib
import errno
import os
import select
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Final, Self

import serial
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from drivers.address import Address, escape
from drivers.base import DeviceInfo, DroppedLabel, ScanEvent, Scanner
from drivers.errors import (
    AddressError,
    DeviceAbsentError,
    DeviceBusyError,
    DeviceFailedError,
    DriverError,
)
from drivers.framing import Framer, Framing
from drivers.labels import ENCODINGS, event_of
from drivers.permission import refused

if sys.platform == "win32":
    _PORT_ERRORS: tuple[type[Exception], ...] = (OSError,)

    def _lock_out_others(_port: serial.Serial, _on: bool) -> None:
        """Windows opens every port exclusively."""
else:
    import fcntl
    import termios

    # a port that hangs up while it is set up raises termios.error, which is no OSError
    _PORT_ERRORS = (OSError, termios.error)

    def _lock_out_others(port: serial.Serial, on: bool) -> None:
        """Let nobody else open the port: `exclusive` alone holds back only programs that ask for a lock."""
        with contextlib.suppress(OSError):  # an unplugged port cannot and need not be locked or given free
            fcntl.ioctl(port.fileno(), termios.TIOCEXCL if on else termios.TIOCNXCL)


def _has_bytes(port: serial.Serial, timeout_s: float) -> bool:
    """Wait for bytes, or for an unplug; a port that the system cannot wait for is read with its own time-out."""
    if sys.platform == "win32":
        return True
    return bool(select.select([port.fileno()], [], [], timeout_s)[0])


_POLL_S: Final = 0.05
"""One wait for bytes. Fixed, because each change of pyserial's time-out sets the whole port up again."""

SCANNER_VENDORS: Final = frozenset((0x05E0, 0x05F9, 0x065A, 0x0C2E, 0x1EAB))
"""USB vendor ids under which only scanners are sold: Symbol/Zebra, PSC/Datalogic, Opticon, Metrologic/Honeywell,
Newland (usb.ids). A serial port of one of them is opened without being asked for."""

_ABSENT: Final = (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO)
_REFUSED: Final = (errno.EACCES, errno.EPERM)
_BUSY: Final = (errno.EBUSY, errno.EAGAIN)


@dataclass(frozen=True)
class UsbIdentity:
    """What a USB device tells of itself; the same at every socket and under every port name."""

    vendor_id: int
    product_id: int
    serial_number: str | None

    def matches(self, port: ListPortInfo) -> bool:
        """Whether this port belongs to such a device."""
        same_model = (port.vid, port.pid) == (self.vendor_id, self.product_id)
        return same_model and self.serial_number in (None, port.serial_number)

    @property
    def text(self) -> str:
        """As it stands in an address."""
        model = f"{self.vendor_id:04x}:{self.product_id:04x}"
        return f"{model}:{self.serial_number}" if self.serial_number else model


@dataclass(frozen=True)
class SerialSettings:
    """How the scanner talks."""

    baud: int = 9600
    parity: str = "N"
    stop_bits: int = 1
    data_bits: int = 8
    flow: str = "none"
    encoding: str = "utf-8"
    framing: Framing = field(default_factory=Framing)


class SerialScanner(Scanner):
    """One scanner on one port, claimed exclusively, found again by its USB identity when it has one."""

    kind: ClassVar[str] = "serial"

    def __init__(
        self, address: str, path: str, settings: SerialSettings, identity: UsbIdentity | None = None
    ) -> None:
        self._path = path
        self._settings = settings
        self._identity = identity
        self._framer = Framer(settings.framing)
        self._port: serial.Serial | None = None
        self._info = DeviceInfo(self.kind, address, f"Serial scanner on {path}")

    @classmethod
    def from_address(cls, address: str) -> Self:
        parsed = Address(address)
        framing = Framing.from_settings(parsed, idle_ms=250)
        settings = SerialSettings(
            baud=int(parsed.number("baud", 9600, 50, 4_000_000)),
            parity=parsed.choice("parity", "N", ("N", "E", "O")),
            stop_bits=int(parsed.choice("stop", "1", ("1", "2"))),
            data_bits=int(parsed.choice("bits", "8", ("7", "8"))),
            flow=parsed.choice("flow", "none", ("none", "rtscts", "xonxoff")),
            encoding=parsed.choice("encoding", "utf-8", ENCODINGS),
            framing=framing,
        )
        identity = _parse_identity(parsed.text_of("usb"), address)
        parsed.finish()
        return cls(address, parsed.place, settings, identity)

    @classmethod
    def list_devices(cls) -> list[DeviceInfo]:
        return [_describe(port) for port in list_ports.comports()]

    @property
    def info(self) -> DeviceInfo:
        return self._info

    def open(self) -> None:
        ports = list_ports.comports()
        path = find_port(self._path, self._identity, ports)
        if path is None:
            raise self._absent()
        self._framer = Framer(self._settings.framing)
        try:
            self._port = self._claim(path)
        except _PORT_ERRORS as error:
            raise self._explain(path, error) from error
        self._recognise(path, ports)

    def read(self, timeout_s: float) -> list[ScanEvent | DroppedLabel]:
        """As for every scanner, but while a label is under way a wait takes 0.05 s whatever `timeout_s` says."""
        if self._port is not None and not self._framer.holds and not _has_bytes(self._port, timeout_s):
            return []
        data = self.receive()
        now = time.monotonic()
        frames = self._framer.feed(data, now) if data else self._framer.tick(now)
        return [event_of(frame, self._info.address, self._settings.encoding) for frame in frames]

    def receive(self) -> bytes:
        """Wait 0.05 s for bytes and give what is there as it came, for what is no label. Raises a `DriverError`.

        An unplug shows as an error of the read, whichever it is.
        """
        if self._port is None:
            raise self._absent()
        try:
            data = self._port.read(1)
        except _PORT_ERRORS as error:
            raise self._absent() from error
        return data + self._receive_rest(self._port) if data else b""

    def close(self) -> list[DroppedLabel]:
        if self._port is None:
            return []
        _lock_out_others(self._port, False)
        self._port.close()
        self._port = None
        frame = self._framer.end()
        event = event_of(frame, self._info.address, self._settings.encoding) if frame else None
        return [event] if isinstance(event, DroppedLabel) else []

    def _claim(self, path: str) -> serial.Serial:
        settings = self._settings
        port = serial.Serial(
            path,
            settings.baud,
            bytesize=settings.data_bits,
            parity=settings.parity,
            stopbits=settings.stop_bits,
            rtscts=settings.flow == "rtscts",
            xonxoff=settings.flow == "xonxoff",
            timeout=_POLL_S,
            exclusive=True,
        )
        _lock_out_others(port, True)
        return port

    def _receive_rest(self, port: serial.Serial) -> bytes:
        try:
            return port.read(port.in_waiting)
        except _PORT_ERRORS:
            return b""  # the byte in hand may end a label; the next read says that the port is gone

    def _recognise(self, path: str, ports: Sequence[ListPortInfo]) -> None:
        """Remember the device by its USB identity, so that it is found again under another name."""
        self._path = path
        real = os.path.realpath(path)
        port = next((port for port in ports if port.device == real), None)
        identity = _identify(port) if port else None
        if port is None or identity is None:
            return
        self._identity = identity
        name = f"{port.product or 'Serial scanner'} on {path}"
        self._info = DeviceInfo(self.kind, self._info.address, name, port.vid, port.pid, port.serial_number)

    def _absent(self) -> DeviceAbsentError:
        return DeviceAbsentError(f"No scanner on {self._path}", "Plug the scanner in; it is found by itself.")

    def _explain(self, path: str, error: Exception) -> DriverError:
        number = getattr(error, "errno", None)
        if number in _ABSENT or (number is None and "FileNotFoundError" in str(error)):
            return self._absent()
        if number in _REFUSED:
            return refused(self.kind, path)
        if number in _BUSY or (number is None and "PermissionError" in str(error)):
            return DeviceBusyError(
                f"Another program uses {path}",
                "Close the other program; the scanner is then opened by itself.",
            )
        return DeviceFailedError(f"{path} cannot be opened as a serial port", f"The system says: {error}.")


def find_port(path: str, identity: UsbIdentity | None, ports: Sequence[ListPortInfo]) -> str | None:
    """Where the scanner is now: by identity if known, else at its path. None when it is not attached.

    Of several alike without serial numbers the one at `path` is taken, else none unless a single one is left.
    """
    if identity is None:
        return path
    matching = [port.device for port in ports if identity.matches(port)]
    real = os.path.realpath(path)
    if real in matching:
        return path
    return matching[0] if len(matching) == 1 else None


def _describe(port: ListPortInfo) -> DeviceInfo:
    identity = _identify(port)
    usb = f"?usb={escape(identity.text)}" if identity else ""
    name = port.product or port.device
    automatic = port.vid in SCANNER_VENDORS
    address = f"serial:{port.device}{usb}"
    node = port.device if os.name == "posix" else None
    return DeviceInfo("serial", address, name, port.vid, port.pid, port.serial_number, automatic, node)


def _identify(port: ListPortInfo) -> UsbIdentity | None:
    """The identity of a USB device; None for a port that is none, such as an RS-232 socket on the board."""
    if port.vid is None or port.pid is None:
        return None
    return UsbIdentity(port.vid, port.pid, port.serial_number)


def _parse_identity(text: str, address: str) -> UsbIdentity | None:
    if not text:
        return None
    vendor, _, rest = text.partition(":")
    product, _, serial_number = rest.partition(":")
    try:
        return UsbIdentity(int(vendor, 16), int(product, 16), serial_number or None)
    except ValueError:
        raise AddressError(
            f"The setting usb={text} cannot be used",
            f"usb is VID:PID or VID:PID:SERIAL in hexadecimal digits, such as 0403:6001:A50285BI. Correct {address}.",
        ) from None
