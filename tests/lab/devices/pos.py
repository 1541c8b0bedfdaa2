"""What scanners in HID POS mode send: labels laid out in 64-byte reports, one layout for each family."""

from dataclasses import dataclass
from typing import Final

REPORT_ID: Final = 2
LENGTH: Final = 64
CHUNK: Final = 56


@dataclass(frozen=True)
class PosLayout:
    """Byte places in the report. `aim` is None for families that send no AIM identifier."""

    aim: int | None
    data: int

    def reports(self, data: bytes, aim: bytes = b"]C0") -> list[bytes]:
        """The reports of one label; all but the last say that they are continued."""
        starts = range(0, max(1, len(data)), CHUNK)
        last = starts[-1]
        return [self._report(data[start : start + CHUNK], aim, start < last) for start in starts]

    def _report(self, part: bytes, aim: bytes, continued: bool) -> bytes:
        report = bytearray(LENGTH)
        report[0], report[1] = REPORT_ID, len(part)
        if self.aim is not None:
            report[self.aim : self.aim + 3] = aim
        report[self.data : self.data + len(part)] = part
        report[-1] = int(continued)
        return bytes(report)


HONEYWELL: Final = PosLayout(aim=2, data=5)
ZEBRA: Final = PosLayout(aim=3, data=6)
NEWLAND: Final = PosLayout(aim=None, data=2)
