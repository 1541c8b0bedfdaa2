"""All scanners of a station: opens those that are wanted and those that are found, keeps their readers."""

import logging
import os
import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from drivers.address import Address
from drivers.base import DeviceInfo, DroppedLabel, ScanEvent, Scanner, ScannerState, ScannerStatus
from drivers.errors import DriverError
from drivers.plug_watch import PlugWatch
from drivers.reader import ScannerReader
from drivers.registry import find_automatic, open_scanner

_log = logging.getLogger(__name__)

AUTO: Final = "auto"
"""Stands for every attached device that can be nothing but a scanner (`DeviceInfo.automatic`), now and later."""

WATCH_S: Final = 1.0
"""Seconds between two looks for a new device."""


_IDENTITY: Final = re.compile(r"([0-9A-Fa-f]{1,4}):([0-9A-Fa-f]{1,4})(?::(.+))?")
"""VID:PID[:SERIAL], as it stands in addresses."""


@dataclass(frozen=True)
class ManagedScanner:
    """How one scanner in use is now.

    `scans` counts the labels read, `last` is the last of them; `waiting` events were read and not yet taken by the
    station, `lost` labels it never took. `automatic` scanners were found, the others were asked for.
    """

    address: str
    info: DeviceInfo
    status: ScannerStatus | None
    scans: int
    last: ScanEvent | None
    waiting: int
    lost: int
    automatic: bool


class ScannerManager:
    """Reads any number of scanners at once, each in its own threads.

    The callbacks are those of `ScannerReader` and come from the threads of each scanner: in order for one scanner,
    at the same time for several. `on_gone` is called with the address of a scanner that is not in use any more. All
    methods may be called from any thread, `use` and `stop` not from a callback.
    """

    def __init__(
        self,
        on_scan: Callable[[ScanEvent], None],
        on_state: Callable[[ScannerStatus, DeviceInfo], None],
        on_dropped: Callable[[DroppedLabel], None] | None = None,
        on_gone: Callable[[str], None] | None = None,
        find: Callable[[], Sequence[DeviceInfo]] = find_automatic,
        watch: PlugWatch | None = None,
    ) -> None:
        self._on_scan = on_scan
        self._on_state = on_state
        self._on_dropped = on_dropped
        self._on_gone = on_gone
        self._find = find
        self._plugs = watch or PlugWatch()
        self._readers: dict[str, ScannerReader] = {}
        self._found: dict[str, DeviceInfo] = {}
        self._own: set[str] = set()
        self._lent: list[DeviceInfo] = []
        self._auto = False
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._watcher: threading.Thread | None = None

    def use(self, addresses: Iterable[str]) -> list[DriverError]:
        """Use these scanners from now on, AUTO among them or not; stop those of before that are not among them.

        Returns what is wrong with the addresses that are not used. Waits until the stopped ones are released.
        """
        wanted = dict.fromkeys(addresses)
        scanners, wrong = _open_all(address for address in wanted if address != AUTO)
        with self._lock:
            self._auto = AUTO in wanted
            for address in wanted:
                self._found.pop(address, None)
            unwanted = self._unwanted(scanners)
            new = [self._keep(scanner) for scanner in scanners if scanner.info.address not in self._readers]
        self._release(unwanted)
        for reader in new:
            reader.start()
        if self._auto:
            self._watch()
        return wrong

    def add(self, scanner: Scanner) -> None:
        """Use a scanner that the program made itself, until `stop`."""
        with self._lock:
            self._own.add(scanner.info.address)
            reader = self._keep(scanner)
        reader.start()

    @contextmanager
    def lending(self, address: str) -> Iterator[None]:
        """Let go of the device at this address, in use or not, so that it can be opened otherwise; then take it back.

        Raises `AddressError`. Waits until it is released.
        """
        info = open_scanner(address).info
        with self._lock:
            used = {
                other for other, reader in self._readers.items() if _same_place(reader.scanner.info, info)
            }
            found = {other: self._found[other] for other in used if other in self._found}
            self._lent.append(info)
            lent = {other: self._take_out(other) for other in used}
        self._release(lent)
        try:
            yield
        finally:
            self._take_back(info, used, found)

    def _take_back(self, info: DeviceInfo, used: set[str], found: dict[str, DeviceInfo]) -> None:
        scanners, _ = _open_all(used)
        with self._lock:
            self._lent.remove(info)
            missing = [scanner for scanner in scanners if scanner.info.address not in self._readers]
            readers = [] if self._stopping.is_set() else [self._keep(scanner) for scanner in missing]
            self._found.update({other: device for other, device in found.items() if other in self._readers})
        for reader in readers:
            reader.start()

    def scanners(self) -> list[ManagedScanner]:
        """Every scanner in use, in the order in which they came."""
        with self._lock:
            return [self._view(address, reader) for address, reader in self._readers.items()]

    def stop(self, timeout_s: float = 2.0) -> bool:
        """Stop all at the same time and release the devices; labels already read are still delivered.

        False when a thread is still busy after `timeout_s` seconds, because a callback holds it up.
        """
        self._stopping.set()
        with self._lock:
            readers, self._readers = self._readers, {}
            watcher, self._watcher = self._watcher, None
        deadline = time.monotonic() + timeout_s
        for reader in readers.values():
            reader.ask_to_stop()
        ended = [reader.stop(max(0.0, deadline - time.monotonic())) for reader in readers.values()]
        if watcher is not None:
            watcher.join(max(0.0, deadline - time.monotonic()))
            ended.append(not watcher.is_alive())
        return all(ended)

    def _keep(self, scanner: Scanner) -> ScannerReader:
        reader = ScannerReader(
            scanner,
            self._on_scan,
            lambda status: self._on_state(status, scanner.info),
            self._on_dropped,
        )
        self._readers[scanner.info.address] = reader
        return reader

    def _unwanted(self, scanners: Sequence[Scanner]) -> dict[str, ScannerReader]:
        """Take out what is in use and not wanted; a found one also when its device is asked for by an address."""
        wanted = {scanner.info.address for scanner in scanners}
        unwanted = {}
        for address, reader in list(self._readers.items()):
            if address in self._own or address in wanted:
                continue
            info = reader.scanner.info
            asked_for = any(_same_place(info, scanner.info) for scanner in scanners)
            if address not in self._found or not self._auto or asked_for:
                unwanted[address] = self._take_out(address)
        return unwanted

    def _take_out(self, address: str) -> ScannerReader:
        self._found.pop(address, None)
        return self._readers.pop(address)

    def _release(self, readers: dict[str, ScannerReader]) -> None:
        for reader in readers.values():
            reader.ask_to_stop()
        for address, reader in readers.items():
            if not reader.stop():
                _log.warning("%s: its scans are still being taken", address)
            if self._on_gone:
                self._on_gone(address)

    def _view(self, address: str, reader: ScannerReader) -> ManagedScanner:
        return ManagedScanner(
            address,
            reader.scanner.info,
            reader.status,
            reader.scans,
            reader.last,
            reader.waiting,
            reader.lost,
            address in self._found,
        )

    def _watch(self) -> None:
        with self._lock:
            if self._watcher is not None or self._stopping.is_set():
                return
            self._watcher = threading.Thread(target=self._watch_on, name="scanner watch", daemon=True)
        self._watcher.start()

    def _watch_on(self) -> None:
        while True:
            try:
                if self._auto and self._plugs.is_worth_a_look():
                    self._look()
            except Exception as error:  # noqa: BLE001 - the outermost loop: the next look may succeed
                _log.error("Looking for scanners failed; it is tried again", exc_info=error)
            if self._stopping.wait(WATCH_S):
                return

    def _look(self) -> None:
        """Open what is new. A device that is new while a found one is away takes that one's place."""
        devices = self._find()
        with self._lock:
            if self._stopping.is_set() or not self._auto:
                return
            infos = [
                self._found.get(address, reader.scanner.info) for address, reader in self._readers.items()
            ]
            infos += self._lent
            new = [device for device in devices if not _in_use(device, devices, infos)]
            replaced = {address: self._take_out(address) for address in self._away()} if new else {}
            scanners, _ = _open_all(device.address for device in new)
            readers = [self._keep(scanner) for scanner in scanners]
            self._found.update((device.address, device) for device in new if device.address in self._readers)
        self._release(replaced)
        for reader in readers:
            reader.start()

    def _away(self) -> list[str]:
        away = []
        for address in self._found:
            status = self._readers[address].status
            if status is not None and status.state is ScannerState.ABSENT:
                away.append(address)
        return away


def _open_all(addresses: Iterable[str]) -> tuple[list[Scanner], list[DriverError]]:
    scanners: list[Scanner] = []
    wrong: list[DriverError] = []
    for address in addresses:
        try:
            scanners.append(open_scanner(address))
        except DriverError as error:
            wrong.append(error)
    return scanners, wrong


def _in_use(device: DeviceInfo, devices: Sequence[DeviceInfo], used: Sequence[DeviceInfo]) -> bool:
    """Whether this device is in use, if need be under a name that it had before.

    Devices that cannot be told apart but by their place change it at a replug, and their readers find them again: of
    those no more are new than there are more of them than readers.
    """
    if any(_same_place(device, info) for info in used):
        return True
    alike = [other for other in devices if _may_be(other, device)]
    readers = [info for info in used if _may_be(info, device)]
    return len(readers) >= len(alike)


def _may_be(info: DeviceInfo, device: DeviceInfo) -> bool:
    """Whether what is known of a scanner fits this device; of one that was never opened it is what its address says."""
    vendor, product, serial_number = info.vendor_id, info.product_id, info.serial_number
    if vendor is None:
        address = Address(info.address)
        match = _IDENTITY.fullmatch(address.text_of("usb") or address.place)
        if match is None:
            return False
        vendor, product, serial_number = int(match[1], 16), int(match[2], 16), match[3]
    same_model = (info.kind, vendor, product) == (device.kind, device.vendor_id, device.product_id)
    return same_model and serial_number in (None, device.serial_number)


def _same_place(one: DeviceInfo, other: DeviceInfo) -> bool:
    if one.kind != other.kind:
        return False
    return os.path.realpath(Address(one.address).place) == os.path.realpath(Address(other.address).place)
