"""HID POS reports in, labels out (HID Point of Sale Usage Tables 1.02, usage page 0x8C). Pure: no device, no clock.

Where data, byte count, AIM identifier and the "continued" flag lie differs from maker to maker; the report descriptor
says it, so any layout is read. Outputs (trigger, good-read beep) are found the same way.
"""

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from drivers.base import DropCause
from drivers.framing import LONGEST_LABEL, STALE_S, Frame
from drivers.report_descriptor import DescriptorError, ReportDescriptor, ReportKind, Span

_log = logging.getLogger(__name__)

_BYTE_COUNT: Final = 0x0001_003B  # Generic Desktop: Byte Count
_SYMBOLOGY_IDENTIFIERS: Final = (0x008C_00FB, 0x008C_00FC, 0x008C_00FD)
_DECODED_DATA: Final = 0x008C_00FE
_CONTINUED: Final = 0x008C_00FF
INITIATE_READ: Final = 0x008C_0060
GOOD_READ_BEEP: Final = 0x008C_0086

_AIM: Final = re.compile(rb"\][A-Za-z][0-9A-Za-z]")


@dataclass(frozen=True)
class Lost:
    """A label that began and is no scan; `reason` says why, `raw` is what came of it."""

    raw: bytes
    at: float
    reason: str
    cause: DropCause = DropCause.UNFINISHED


@dataclass(frozen=True)
class ScanReport:
    """One report taken apart. `short` is true when the report ended before the data that it counts."""

    data: bytes
    aim: bytes
    continued: bool
    short: bool


class ScanLayout:
    """Where one report keeps what a scan consists of."""

    def __init__(self, descriptor: ReportDescriptor, report_id: int) -> None:
        def spans(usages: Iterable[int]) -> list[Span]:
            found = (span for usage in usages for span in descriptor.spans(ReportKind.INPUT, usage))
            return [span for span in found if span.report_id == report_id]

        self._data = spans([_DECODED_DATA])
        self._aim = spans(_SYMBOLOGY_IDENTIFIERS)
        self._count = spans([_BYTE_COUNT])
        self._continued = spans([_CONTINUED])
        self.room = sum(_octets_of(span) * span.count for span in self._data)
        """Bytes of label that one report can hold."""

    def read(self, payload: bytes) -> ScanReport:
        """Take a report apart, given without its id. A report shorter or longer than declared is taken as it is."""
        data = b"".join(_elements(payload, span) for span in self._data)
        count = self._number(payload, self._count)
        if count is None or count > self.room:
            text, short = data.rstrip(b"\0"), False
        else:
            text, short = data[:count], count > len(data)
        aim = b"".join(_elements(payload, span) for span in self._aim)
        continued = self._number(payload, self._continued) or 0
        return ScanReport(text, upright_aim(aim), bool(continued & 1), short)

    def miscounts(self, payload: bytes) -> bool:
        """Whether the report counts more bytes than its layout has room for."""
        return (self._number(payload, self._count) or 0) > self.room

    @staticmethod
    def _number(payload: bytes, spans: list[Span]) -> int | None:
        """The first element there is; None when the report has none."""
        if not spans:
            return None
        octets = _elements(payload, Span(spans[0].report_id, spans[0].offset, spans[0].size, 1))
        return int.from_bytes(octets, "little") if octets else None


class LabelAssembler:
    """Joins the reports of a label. However many reports a label takes, it comes out once and whole, or is lost.

    A report that announces a continuation which never comes is given up after STALE_S. When the continuation names
    another symbology, a report in between was lost: the first label is given up rather than mixed with the second.
    """

    def __init__(self, descriptor: ReportDescriptor, device: str) -> None:
        """Raises `DescriptorError` when no report holds decoded data. `device` is a name for the log."""
        ids = {span.report_id for span in descriptor.spans(ReportKind.INPUT, _DECODED_DATA)}
        if not ids:
            raise DescriptorError("no report of it holds decoded data")
        self._layouts = {report_id: ScanLayout(descriptor, report_id) for report_id in ids}
        self._numbered = descriptor.numbered(ReportKind.INPUT)
        self._device = device
        self._told: set[str] = set()
        self._held = bytearray()
        self._aim = b""
        self._open = self._cut = self._short = self._doubtful = False
        self._last = 0.0

    def feed(self, report: bytes, at: float) -> list[Frame | Lost]:
        """Take a report that came at `at` (monotonic seconds); return the labels that it completes or ends."""
        layout = self._layouts.get(report[0] if self._numbered and report else 0)
        payload = report[1:] if self._numbered else report
        if layout is None or not payload:
            return []  # keys, status, vendor reports
        if layout.miscounts(payload):
            self._tell_once("a report counts more bytes than it has room for; what it holds is taken")
        scan = layout.read(payload)
        lost = self._give_up_if_foreign(scan)
        self._hold(scan)
        self._last = at
        return lost if scan.continued else lost + self._finish()

    def doubt(self) -> None:
        """Say that reports may have been lost after the last one: a label under way is not to be trusted."""
        self._doubtful = self._open

    def tick(self, now: float) -> list[Frame | Lost]:
        """Give up a label whose continuation has not come until `now` (monotonic seconds).

        Call it only when no report is waiting: one that waited unread is not late.
        """
        if not self._open or now < self._last + STALE_S:
            return []
        return self._give_up("the report that continues the label never came")

    def end(self) -> list[Frame | Lost]:
        """Give up what is held, because no more reports will come."""
        return self._give_up("the scanner went away amid the label") if self._open else []

    def _hold(self, scan: ScanReport) -> None:
        room = LONGEST_LABEL - len(self._held)
        self._cut = self._cut or len(scan.data) > room
        self._held += scan.data[:room]
        self._aim = self._aim or scan.aim
        self._short = self._short or scan.short
        self._open = True

    def _give_up_if_foreign(self, scan: ScanReport) -> list[Frame | Lost]:
        if self._aim and scan.aim and self._aim != scan.aim:
            return self._give_up("the rest of the label was lost, another label followed", DropCause.DEVICE)
        return []

    def _finish(self) -> list[Frame | Lost]:
        if self._short:
            return self._give_up("a report ended before the bytes it counts", DropCause.DEVICE)
        if self._doubtful:
            return self._give_up(
                "more reports waited than the system keeps, some of the label may be lost", DropCause.DEVICE
            )
        raw, cut = self._aim + bytes(self._held), self._cut
        empty = not self._held
        self._start_anew()
        return [] if empty else [Frame(raw, self._last, cut)]

    def _give_up(self, reason: str, cause: DropCause = DropCause.UNFINISHED) -> list[Frame | Lost]:
        lost = Lost(self._aim + bytes(self._held), self._last, reason, cause)
        self._start_anew()
        return [lost]

    def _start_anew(self) -> None:
        self._held.clear()
        self._aim = b""
        self._open = self._cut = self._short = self._doubtful = False

    def _tell_once(self, what: str) -> None:
        if what not in self._told:
            self._told.add(what)
            _log.warning("%s: %s", self._device, what)


def upright_aim(stored: bytes) -> bytes:
    """The AIM identifier in a report, which some scanners store backwards; empty when it holds none."""
    for aim in (stored, stored[::-1]):
        if _AIM.fullmatch(aim):
            return aim
    return b""


def output_report(descriptor: ReportDescriptor, usage: int, on: bool) -> bytes | None:
    """The output report, id first (0: none), that sets or clears this flag and clears all others.

    None when the device takes no such output.
    """
    spans = descriptor.spans(ReportKind.OUTPUT, usage)
    if not spans:
        return None
    report_id = spans[0].report_id
    length = -(-descriptor.bits[ReportKind.OUTPUT, report_id] // 8)
    payload = (1 << spans[0].offset if on else 0).to_bytes(length, "little")
    return bytes([report_id]) + payload


def _octets_of(span: Span) -> int:
    return -(-span.size // 8)


def _elements(payload: bytes, span: Span) -> bytes:
    """The elements of a span as bytes, little end first; those that a short report lacks are left out."""
    there = min(span.count, max(0, (8 * len(payload) - span.offset) // span.size))
    if span.size == 8 and span.offset % 8 == 0:
        first = span.offset // 8
        return payload[first : first + there]
    offsets = (span.offset + index * span.size for index in range(there))
    return b"".join(
        _bits(payload, offset, span.size).to_bytes(_octets_of(span), "little") for offset in offsets
    )


def _bits(payload: bytes, offset: int, size: int) -> int:
    window = payload[offset // 8 : -(-(offset + size) // 8)]
    return int.from_bytes(window, "little") >> offset % 8 & ((1 << size) - 1)
