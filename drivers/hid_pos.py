"""Scanners in HID POS mode (USB or Bluetooth): whole labels with their symbology, without typing keys.

Address: `hid:VID:PID[:SERIAL][?setting=value&...]` or `hid:/dev/hidraw0[?...]`, with the settings

    encoding=utf-8
    good_read=scanner (scanner, host)   host: the driver tells the scanner to beep after each label it has read
    trigger=scanner (scanner, auto)     auto: the driver starts the reading, at once and again after each label
    pos_mode=                           a feature report in decimal bytes, sent at opening, such as 254,1
"""

import logging
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar, Final, Self
from urllib.parse import unquote

from drivers.address import Address, escape
from drivers.base import DeviceInfo, DroppedLabel, ScanEvent, Scanner
from drivers.errors import AddressError, DeviceBusyError, DeviceFailedError, DriverError
from drivers.framing import Frame
from drivers.hid_device import Claim, HidDevice, HidIdentity, Wanted, absent, list_attached, name_places
from drivers.hid_reports import GOOD_READ_BEEP, INITIATE_READ, LabelAssembler, Lost, output_report
from drivers.labels import ENCODINGS, event_of
from drivers.report_descriptor import LONGEST_REPORT, DescriptorError, ReportDescriptor, parse

_log = logging.getLogger(__name__)

_MOST_AT_ONCE: Final = 256
"""Reports that one read takes."""

_KERNEL_KEEPS: Final = 63
"""Unread reports that Linux keeps; it loses what comes after them (HIDRAW_BUFFER_SIZE 64, measured)."""


@dataclass(frozen=True)
class HidSettings:
    """How the scanner is used."""

    encoding: str = "utf-8"
    host_beeps: bool = False
    host_triggers: bool = False
    pos_mode: bytes = b""


class HidPosScanner(Scanner):
    """One HID POS scanner, found again by its identity under whatever node it comes back."""

    kind: ClassVar[str] = "hid"

    def __init__(self, address: str, wanted: Wanted, settings: HidSettings) -> None:
        self._wanted = wanted
        self._settings = settings
        self._claim: Claim | None = None
        self._assembler: LabelAssembler | None = None
        self._reports = ReportDescriptor((), {})
        self._unbroken = 0  # reports read since none was waiting
        self._info = DeviceInfo(self.kind, address, f"HID scanner {wanted.place}", automatic=True)

    @classmethod
    def from_address(cls, address: str) -> Self:
        parsed = Address(address)
        settings = HidSettings(
            parsed.choice("encoding", "utf-8", ENCODINGS),
            parsed.choice("good_read", "scanner", ("scanner", "host")) == "host",
            parsed.choice("trigger", "scanner", ("scanner", "auto")) == "auto",
            _feature_report(parsed.text_of("pos_mode"), address),
        )
        parsed.finish()
        return cls(address, _wanted(parsed.place), settings)

    @classmethod
    def list_devices(cls) -> list[DeviceInfo]:
        scanners = [device for device in list_attached() if device.is_scanner]
        places = name_places(scanners)
        return [_info_of(device, f"{cls.kind}:{escape(places[device.path])}") for device in scanners]

    @property
    def info(self) -> DeviceInfo:
        return self._info

    def open(self) -> None:
        self._claim = _claim_first(self._wanted.find(list_attached()), self._wanted.place)
        try:
            self._start(self._claim)
        except DriverError:
            self.close()
            raise

    def read(self, timeout_s: float) -> list[ScanEvent | DroppedLabel]:
        if self._claim is None or self._assembler is None:
            raise absent(self._wanted.place)
        found: list[Frame | Lost] = []
        reports = self._receive(self._claim, timeout_s)
        for report, at, crowded in reports:
            found += self._assembler.feed(report, at)
            if crowded:
                self._assembler.doubt()
        if not reports:
            found = self._assembler.tick(time.monotonic())
        events = [self._event_of(item) for item in found]
        if any(isinstance(event, ScanEvent) for event in events):
            self._acknowledge()
        return events

    def close(self) -> list[DroppedLabel]:
        if self._claim is None:
            return []
        if self._settings.host_triggers:
            self.trigger(on=False)
        self._claim.close()
        self._claim = None
        lost = self._assembler.end() if self._assembler else []
        self._assembler = None
        events = (self._event_of(item) for item in lost)
        return [event for event in events if isinstance(event, DroppedLabel)]

    def signal_good_read(self) -> bool:
        """Make the scanner beep for a good read. False when it takes no such report."""
        return self._send(output_report(self._reports, GOOD_READ_BEEP, on=True))

    def trigger(self, on: bool) -> bool:
        """Start or stop the reading as if by the trigger. False when the scanner takes no such report."""
        return self._send(output_report(self._reports, INITIATE_READ, on))

    def _start(self, claim: Claim) -> None:
        self._recognise(claim.device)
        claim.handle.set_nonblocking(1)
        if self._settings.pos_mode and claim.handle.send_feature_report(self._settings.pos_mode) < 0:
            _log.warning("%s: the feature report pos_mode was not taken", self._info.address)
        self._learn(claim)
        if self._settings.host_triggers:
            self.trigger(on=True)

    def _receive(self, claim: Claim, timeout_s: float) -> list[tuple[bytes, float, bool]]:
        """Everything that waits, with its time, and whether reports may have been lost after it."""
        reports: list[tuple[bytes, float, bool]] = []
        try:
            report = claim.handle.read(LONGEST_REPORT, max(1, round(timeout_s * 1000)))
            while report:
                self._unbroken += 1
                reports.append((bytes(report), time.monotonic(), self._unbroken >= _KERNEL_KEEPS))
                if len(reports) == _MOST_AT_ONCE:
                    return reports
                report = claim.handle.read(LONGEST_REPORT)
        except OSError as error:
            if not reports:  # what was read counts; the next read says that the scanner is gone
                raise absent(self._wanted.place) from error
        self._unbroken = 0
        return reports

    def _learn(self, claim: Claim) -> None:
        """Read the report descriptor. On Windows hidapi puts it together from what the system tells."""
        try:
            self._reports = parse(bytes(claim.handle.get_report_descriptor()))
            self._assembler = LabelAssembler(self._reports, self._info.address)
        except OSError as error:
            raise absent(self._wanted.place) from error
        except DescriptorError as error:
            raise DeviceFailedError(
                f"{claim.device.name} describes its reports in a way that cannot be used: {error}",
                "Use the scanner in serial mode, and send its report descriptor to whoever supports the station.",
            ) from error

    def _recognise(self, device: HidDevice) -> None:
        """Remember the device, so that it is found again under another node."""
        wanted = self._wanted
        self._wanted = Wanted(wanted.place, device.path, wanted.identity or device.identity)
        self._info = _info_of(device, self._info.address)

    def _event_of(self, item: Frame | Lost) -> ScanEvent | DroppedLabel:
        if isinstance(item, Frame):
            return event_of(item, self._info.address, self._settings.encoding)
        return DroppedLabel(self._info.address, item.reason, item.raw, item.at, item.cause)

    def _acknowledge(self) -> None:
        if self._settings.host_beeps:
            self.signal_good_read()
        if self._settings.host_triggers:
            self.trigger(on=False)  # the flag acts when it rises
            self.trigger(on=True)

    def _send(self, report: bytes | None) -> bool:
        """Send an output report. A failure loses no scan, so it is only logged; an unplug shows in `read`."""
        if report is None or self._claim is None:
            return False
        try:
            sent = self._claim.handle.write(report)
        except OSError:
            sent = -1
        if sent < 0:
            _log.warning("%s: output report %d was not taken", self._info.address, report[0])
        return sent >= 0


def _claim_first(devices: list[HidDevice], place: str) -> Claim:
    """Claim the first device that no other program has."""
    for device in devices[:-1]:
        with suppress(DeviceBusyError):
            return Claim(device, place)
    return Claim(devices[-1], place)


def _wanted(place: str) -> Wanted:
    plain = unquote(place)
    identity = HidIdentity.parse(plain)
    return Wanted(plain, None, identity) if identity else Wanted(plain, plain)


def _info_of(device: HidDevice, address: str) -> DeviceInfo:
    known = device.identity
    return DeviceInfo(
        HidPosScanner.kind,
        address,
        device.name,
        known.vendor_id,
        known.product_id,
        known.serial_number,
        automatic=True,
        node=device.path if sys.platform == "linux" else None,
    )


def _feature_report(text: str, address: str) -> bytes:
    try:
        return bytes(int(part) for part in text.split(",")) if text else b""
    except ValueError:
        raise AddressError(
            f"The setting pos_mode={text} cannot be used",
            f"pos_mode is a feature report in decimal bytes, such as 254,1. Correct {address}.",
        ) from None
