"""Reads HID report descriptors (USB HID 1.11, section 6.2.2) into the fields that reports are made of. Pure.

Only what says where a value lies is kept: usages, sizes, counts, report ids. Collections, logical and physical
extents and units are passed over. A 32-bit usage is `usage page << 16 | usage id`.
"""

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

LONGEST_DESCRIPTOR: Final = 4096
"""Bytes; the most that Linux (HID_MAX_DESCRIPTOR_SIZE) and hidapi pass on."""

LONGEST_REPORT: Final = 16_384
"""Bytes; the most that Linux takes from a device (HID_MAX_BUFFER_SIZE)."""

_DEEPEST_STACK: Final = 64
_LONG_ITEM: Final = 0xFE
_DATA_SIZES: Final = (0, 1, 2, 4)


class DescriptorError(ValueError):
    """A report descriptor that cannot be understood. The text says what is wrong with it."""


class ReportKind(enum.Enum):
    """The direction of a report; the values are the prefixes of the main items (6.2.2.4)."""

    INPUT = 0x80
    OUTPUT = 0x90
    FEATURE = 0xB0


_MAIN_KINDS: Final = frozenset(kind.value for kind in ReportKind)


@dataclass(frozen=True)
class Span:
    """Neighbouring elements of one usage: `count` of them, `size` bits each, from bit `offset` after the report id."""

    report_id: int
    offset: int
    size: int
    count: int


@dataclass(frozen=True)
class Field:
    """What one main item declares. `usages` are ranges, in order; each is one usage for each element in turn."""

    kind: ReportKind
    place: Span
    usages: tuple[tuple[int, int], ...]

    def spans(self, usage: int) -> Iterator[Span]:
        """The elements with this usage. Where usages run out, the last one holds for the rest (6.2.2.8)."""
        index = 0
        for number, (first, last) in enumerate(self.usages):
            holds = usage == last and number == len(self.usages) - 1
            if first <= usage <= last:
                yield from self._cut(index + usage - first, self.place.count if holds else 1)
            index += last - first + 1

    def _cut(self, first: int, count: int) -> Iterator[Span]:
        place = self.place
        count = min(count, place.count - first)
        if count > 0:
            yield Span(place.report_id, place.offset + first * place.size, place.size, count)


@dataclass(frozen=True)
class ReportDescriptor:
    """The fields of a device's reports. `bits` is the length of each report without its id."""

    fields: tuple[Field, ...]
    bits: dict[tuple[ReportKind, int], int]

    def spans(self, kind: ReportKind, usage: int) -> list[Span]:
        """Where the elements of this usage lie, in order of declaration."""
        return [span for entry in self.fields if entry.kind is kind for span in entry.spans(usage)]

    def numbered(self, kind: ReportKind) -> bool:
        """Whether reports of this kind begin with a report id."""
        return any(report_id for of, report_id in self.bits if of is kind)


@dataclass(frozen=True)
class _Globals:
    page: int = 0
    size: int = 0
    count: int = 0
    report_id: int = 0


@dataclass
class _Locals:
    """Usages of the next main item, as (value, whether it names its page itself); a range is two of them."""

    usages: list[tuple[tuple[int, bool], tuple[int, bool]]] = field(default_factory=list)
    lowest: tuple[int, bool] | None = None
    alternatives: int | None = None  # how many usages a delimiter set has had so far

    def add(self, first: tuple[int, bool], last: tuple[int, bool]) -> None:
        """Add a range. Of a delimiter set only the first usage, which is the preferred one, counts (6.2.2.8)."""
        if self.alternatives is not None:
            self.alternatives += 1
            if self.alternatives > 1:
                return
        self.usages.append((first, last))


def parse(descriptor: bytes) -> ReportDescriptor:
    """Read a report descriptor. Raises `DescriptorError`, and nothing else, whatever the bytes are."""
    if len(descriptor) > LONGEST_DESCRIPTOR:
        raise DescriptorError(f"it is {len(descriptor)} bytes long, more than {LONGEST_DESCRIPTOR}")
    parser = _Parser()
    for tag, value, size in _items(descriptor):
        parser.take(tag, value, size)
    return ReportDescriptor(tuple(parser.fields), parser.bits)


def _items(descriptor: bytes) -> Iterator[tuple[int, int, int]]:
    """The short items as (prefix without size, value, bytes of value); long items (6.2.2.3) are passed over."""
    position = 0
    while position < len(descriptor):
        prefix = descriptor[position]
        if prefix == _LONG_ITEM:
            position += 3 + (descriptor[position + 1] if position + 1 < len(descriptor) else 0)
            continue
        size = _DATA_SIZES[prefix & 3]
        data = descriptor[position + 1 : position + 1 + size]
        if len(data) < size:
            raise DescriptorError("it ends amid an item")
        yield prefix & 0xFC, int.from_bytes(data, "little"), size
        position += 1 + size


class _Parser:
    def __init__(self) -> None:
        self.fields: list[Field] = []
        self.bits: dict[tuple[ReportKind, int], int] = {}
        self._globals = _Globals()
        self._stack: list[_Globals] = []
        self._locals = _Locals()
        self._takers: dict[int, Callable[[int, int], None]] = {
            0x04: lambda value, _: self._set(page=value & 0xFFFF),
            0x74: lambda value, _: self._set(size=value),
            0x84: lambda value, _: self._set(report_id=value & 0xFF),
            0x94: lambda value, _: self._set(count=value),
            0xA4: self._push,
            0xB4: self._pop,
            0x08: self._usage,
            0x18: self._usage_minimum,
            0x28: self._usage_maximum,
            0xA8: self._delimiter,
            0xA0: self._end_main,
            0xC0: self._end_main,
        }

    def take(self, tag: int, value: int, size: int) -> None:
        """Take one item; what says nothing about places is passed over."""
        if tag in _MAIN_KINDS:
            self._main(ReportKind(tag))
        elif tag in self._takers:
            self._takers[tag](value, size)

    def _set(self, **values: int) -> None:
        self._globals = replace(self._globals, **values)

    def _push(self, _value: int, _size: int) -> None:
        if len(self._stack) >= _DEEPEST_STACK:
            raise DescriptorError(f"it pushes more than {_DEEPEST_STACK} times")
        self._stack.append(self._globals)

    def _pop(self, _value: int, _size: int) -> None:
        if not self._stack:
            raise DescriptorError("it pops what it never pushed")
        self._globals = self._stack.pop()

    def _usage(self, value: int, size: int) -> None:
        self._locals.add((value, size == 4), (value, size == 4))

    def _usage_minimum(self, value: int, size: int) -> None:
        self._locals.lowest = (value, size == 4)

    def _usage_maximum(self, value: int, size: int) -> None:
        if self._locals.lowest is not None:
            self._locals.add(self._locals.lowest, (value, size == 4))
            self._locals.lowest = None

    def _delimiter(self, value: int, _size: int) -> None:
        self._locals.alternatives = 0 if value == 1 else None

    def _end_main(self, _value: int, _size: int) -> None:
        self._locals = _Locals()

    def _main(self, kind: ReportKind) -> None:
        """Place the field behind those of the same report. Padding has no usage and only takes room."""
        known = self._globals
        offset = self.bits.get((kind, known.report_id), 0)
        end = offset + known.size * known.count
        if end > 8 * LONGEST_REPORT:
            raise DescriptorError(f"report {known.report_id} would be longer than {LONGEST_REPORT} bytes")
        self.bits[kind, known.report_id] = end
        usages = self._resolve(self._locals.usages)
        if usages and end > offset:
            place = Span(known.report_id, offset, known.size, known.count)
            self.fields.append(Field(kind, place, usages))
        self._locals = _Locals()

    def _resolve(
        self, usages: Sequence[tuple[tuple[int, bool], tuple[int, bool]]]
    ) -> tuple[tuple[int, int], ...]:
        """Short usages get the usage page that holds at the main item (6.2.2.8); empty ranges are left out."""
        ranges = ((self._full(*first), self._full(*last)) for first, last in usages)
        return tuple((first, last) for first, last in ranges if first <= last)

    def _full(self, value: int, has_page: bool) -> int:
        return value if has_page else self._globals.page << 16 | value
