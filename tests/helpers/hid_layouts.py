"""Random HID POS layouts: a report descriptor, and the reports of labels in that layout, made without the driver."""

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

_POS, _DESKTOP, _VENDOR = 0x8C, 0x01, 0xFF66
_BYTE_COUNT, _CONTINUED, _DATA = 0x3B, 0xFF, 0xFE
_SYMBOLOGY = (0xFB, 0xFC, 0xFD)


def item(prefix: int, value: int, size: int | None = None) -> bytes:
    """One short item; `prefix` without its size bits."""
    size = next(s for s in (1, 2, 4) if value < 1 << 8 * s) if size is None else size
    return bytes([prefix | {0: 0, 1: 1, 2: 2, 4: 3}[size]]) + value.to_bytes(size, "little")


@dataclass(frozen=True)
class Part:
    """One main item: `usages` of `page`, `count` elements of `bits` each. No usages: padding."""

    what: str
    page: int
    usages: tuple[int, ...]
    bits: int
    count: int
    style: int = 0

    def described(self) -> bytes:
        """The items that declare it, in one of several ways to say the same."""
        usages = b"".join(item(0x08, usage) for usage in self.usages)
        if self.style == 1:  # the page within the usage
            usages = b"".join(item(0x08, self.page << 16 | usage, 4) for usage in self.usages)
        elif self.style == 2 and self.usages:  # as a range
            usages = item(0x18, min(self.usages)) + item(0x28, max(self.usages))
        size = item(0x74, self.bits) + item(0x94, self.count)
        flags = 0x03 if not self.usages else 0x00 if self.style == 3 else 0x02
        main = item(0x80, flags)
        if (
            self.style == 4
        ):  # the page comes last and is forgotten afterwards, among items that say nothing here
            chatter = b"\xfe\x02\x10\xaa\xbb" + item(0x14, 0) + item(0x24, 255, 2)
            return b"\xa4" + size + usages + chatter + item(0x04, self.page) + main + b"\xb4"
        return item(0x04, self.page) + usages + size + main


@dataclass(frozen=True)
class Layout:
    """The parts of the report that carries labels, and what else the device declares."""

    parts: tuple[Part, ...]
    report_id: int
    reversed_aim: bool
    before: bytes
    after: bytes

    @property
    def descriptor(self) -> bytes:
        head = item(0x04, _POS) + item(0x08, 0x02) + b"\xa1\x01"
        numbering = item(0x84, self.report_id) if self.report_id else b""
        body = b"".join(part.described() for part in self.parts)
        return head + self.before + numbering + body + self.after + b"\xc0"

    @property
    def room(self) -> int:
        return next(part.count for part in self.parts if part.what == "data")

    def has(self, what: str) -> bool:
        return any(part.what == what for part in self.parts)

    def reports(self, aim: bytes, label: bytes) -> Iterator[bytes]:
        """The reports that carry this label, as a scanner of this layout sends them."""
        chunks = [label[at : at + self.room] for at in range(0, len(label), self.room)]
        for number, chunk in enumerate(chunks, 1):
            yield self._report(aim[::-1] if self.reversed_aim else aim, chunk, number < len(chunks))

    def _report(self, aim: bytes, chunk: bytes, continued: bool) -> bytes:
        bits = ""  # the first bit of the report leftmost
        for part in self.parts:
            values = {
                "data": list(chunk.ljust(self.room, b"\0")),
                "count": [len(chunk)],
                "aim": list(aim),
                "continued": [int(continued)] + [0] * (part.count - 1),
            }.get(part.what, [0x5A & ((1 << part.bits) - 1)] * part.count)
            bits += "".join(f"{value:0{part.bits}b}"[::-1] for value in values)
        bits += "0" * (-len(bits) % 8)
        octets = bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, len(bits), 8))
        return (bytes([self.report_id]) if self.report_id else b"") + octets


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Any order of data, byte count or none, AIM identifier or none, flag or none, and vendor bytes."""
    style = st.integers(0, 4)
    room = draw(st.one_of(st.integers(4, 56), st.integers(57, 480)))
    parts = [Part("data", _POS, (_DATA,), 8, room, draw(style))]
    if draw(st.booleans()):
        parts.append(Part("count", _DESKTOP, (_BYTE_COUNT,), 8 if room < 256 else 16, 1, draw(style)))
    if draw(st.booleans()):
        parts.append(Part("aim", _POS, _SYMBOLOGY, 8, 3, draw(style)))
    if draw(st.booleans()):
        parts.append(Part("continued", _POS, (_CONTINUED,), 1, draw(st.integers(1, 8)), draw(style)))
    for _ in range(draw(st.integers(0, 3))):
        parts.append(
            Part("vendor", _VENDOR, (draw(st.integers(0, 9)),), draw(st.integers(1, 16)), 1, draw(style))
        )
    for _ in range(draw(st.integers(0, 2))):
        parts.append(Part("padding", _POS, (), draw(st.integers(1, 9)), draw(st.integers(1, 3))))
    report_id = draw(st.integers(0, 255))
    other = (
        item(0x84, report_id % 255 + 1) + Part("other", _VENDOR, (1,), 8, 7).described() if report_id else b""
    )
    before, after = draw(st.permutations([other, b""]))
    return Layout(tuple(draw(st.permutations(parts))), report_id, draw(st.booleans()), before, after)
