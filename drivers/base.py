"""What every scanner driver offers: the events it gives, the states it can be in, its life cycle."""

import enum
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar, Self


class ScannerState(enum.Enum):
    """How a scanner is, as one word. The values are stable codes; people read `ScannerStatus.title`."""

    ABSENT = "absent"
    OPENING = "opening"
    READY = "ready"
    NO_PERMISSION = "no_permission"
    WRONG_MODE = "wrong_mode"
    ASLEEP = "asleep"
    FAILED = "failed"


@dataclass(frozen=True)
class ScanEvent:
    """One complete label (UnifiedPOS: ScanDataLabel, ScanData and ScanDataType in one).

    `data` is the text of the label without AIM identifier, ECI and frame characters; group separators (0x1D) stay.
    `raw` is what the scanner sent for this label, without terminator, prefix and suffix.
    `aim` is the AIM identifier such as `]C0`, `symbology` its name; both are None when the scanner sends none.
    `device` is the address of the scanner, `at` the time.monotonic() of the last byte, in seconds.
    `cut` is true when the label was longer than is kept: `data` and `raw` are only its beginning. Only the wedge gives
    such an event; all other drivers give a `DroppedLabel` instead.
    `terminated` is false when silence ended the label, since the scanner sent no CR, Tab or the like; None where the
    device itself says where a label ends.
    """

    data: str
    raw: bytes
    symbology: str | None
    aim: str | None
    device: str
    at: float
    cut: bool = False
    terminated: bool | None = field(default=None, compare=False)


class DropCause(enum.Enum):
    """Why something that came is no scan; the values are stable codes."""

    UNFINISHED = "unfinished"
    """It stopped before its end mark."""
    NOISE = "noise"
    """Not text: the line is set up otherwise than the scanner."""
    TOO_LONG = "too_long"
    OVERFLOW = "overflow"
    """Whole labels that nobody took for so long that there was no room left."""
    DEVICE = "device"
    """The scanner's system driver lost some of it."""


@dataclass(frozen=True)
class DroppedLabel:
    """Something that came from the scanner and is no scan: never silent.

    `reason` says in words why it is not a scan, `raw` holds the bytes that came, `at` is time.monotonic() seconds.
    """

    device: str
    reason: str
    raw: bytes
    at: float
    cause: DropCause = DropCause.UNFINISHED


@dataclass(frozen=True)
class DeviceInfo:
    """One scanner that can be opened now. `address` is what `registry.open_scanner` takes.

    `automatic` is true when the device can be nothing but a scanner, so that it may be opened without being asked for.
    `node` is the file through which it is opened now; None where devices are no files, as on Windows.
    """

    kind: str
    address: str
    name: str
    vendor_id: int | None = None
    product_id: int | None = None
    serial_number: str | None = None
    automatic: bool = False
    node: str | None = field(default=None, compare=False)

    @property
    def words(self) -> str:
        """The device in one line for a person, such as `FT232R (0403:6001, serial number A50285BI)`."""
        known = []
        if self.vendor_id is not None and self.product_id is not None:
            known.append(f"{self.vendor_id:04x}:{self.product_id:04x}")
        if self.serial_number:
            known.append(f"serial number {self.serial_number}")
        return f"{self.name} ({', '.join(known)})" if known else self.name


@dataclass(frozen=True)
class ScannerStatus:
    """A change of state: `title` says what happened, `message` what to do now (empty when nothing is to do).

    `code` is the state's value or the error's code (`busy`, `end_of_input`, ...), for translation.
    """

    device: str
    state: ScannerState
    code: str
    title: str
    message: str = ""


class Scanner(ABC):
    """One scanner behind one address. A driver is one file with one subclass and one line in `registry.py`.

    The life cycle, in the words of UnifiedPOS:

    1. `from_address` checks the settings and touches no device.
    2. `open` opens and claims the device: afterwards no other program can read its scans. It may be called again and
       again; while the scanner is away it raises `DeviceAbsentError`, and it finds a device that came back under
       another name (by vendor id, product id and serial number) when the device has these.
    3. `read` waits up to `timeout_s` (never more than 0.25 s) and returns the labels that are complete, in order;
       an empty list means that nothing was scanned. When the device is gone it raises a `DriverError` at once.
       Every complete label is delivered exactly once (DataEvent), whatever bytes came before it.
    4. `close` releases the claim and returns the label that was under way, which is lost by this. It never raises and
       may be called when nothing is open.

    One thread, the reader (`reader.ScannerReader`), calls `open`, `read` and `close`: it owns the handle. Closing from
    another thread can leave a blocked read stuck for ever (seen with hidapi and pyserial). AutoDisable and ClearInput
    are the station's business: a driver never stops reading.
    """

    kind: ClassVar[str]
    can_wait: bool = False
    """True when labels that are not read yet wait in the source, as in a file: then nothing is lost by not reading."""

    @classmethod
    @abstractmethod
    def from_address(cls, address: str) -> Self:
        """Make the scanner of this address. Raises `AddressError` when a setting is wrong."""

    @classmethod
    @abstractmethod
    def list_devices(cls) -> list[DeviceInfo]:
        """List the devices of this kind that are attached now. A device that vanishes meanwhile is left out."""

    @property
    @abstractmethod
    def info(self) -> DeviceInfo:
        """What is known of the device; more after the first `open`."""

    @abstractmethod
    def open(self) -> None:
        """Open and claim the device. Raises a `DriverError` that names the remedy."""

    @abstractmethod
    def read(self, timeout_s: float) -> list[ScanEvent | DroppedLabel]:
        """Return what is complete within `timeout_s` seconds. Raises a `DriverError` when the device is gone."""

    @abstractmethod
    def close(self) -> list[DroppedLabel]:
        """Release the device and return what was under way."""
