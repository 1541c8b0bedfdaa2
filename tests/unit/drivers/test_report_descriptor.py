import tracemalloc

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drivers.report_descriptor import (
    LONGEST_DESCRIPTOR,
    DescriptorError,
    Field,
    ReportKind,
    Span,
    parse,
)
from tests.helpers.hid_layouts import item
from tests.helpers.hid_samples import DATALOGIC_KEYBOARD, HONEYWELL_POS, PLAIN_POS

_DATA, _CONTINUED, _FIRST_SYMBOLOGY = 0x8C00FE, 0x8C00FF, 0x8C00FB
_INPUT = ReportKind.INPUT
_HUGE = (1 << 32) - 1


def _spans(descriptor: bytes, usage: int, kind: ReportKind = _INPUT) -> list[Span]:
    return parse(descriptor).spans(kind, usage)


def test_the_fields_of_a_honeywell_scanner() -> None:
    assert _spans(HONEYWELL_POS, 0x1003B) == [Span(2, 0, 8, 1)]
    assert _spans(HONEYWELL_POS, _FIRST_SYMBOLOGY) == [Span(2, 8, 8, 1)]
    assert _spans(HONEYWELL_POS, _DATA) == [Span(2, 32, 8, 56)]
    assert _spans(HONEYWELL_POS, _CONTINUED) == [Span(2, 496, 1, 8)]
    assert _spans(HONEYWELL_POS, 0x8C0060, ReportKind.OUTPUT) == [Span(4, 1, 1, 1)]
    assert _spans(HONEYWELL_POS, 0x8C0086, ReportKind.OUTPUT) == [Span(4, 3, 1, 5)]
    parsed = parse(HONEYWELL_POS)
    assert parsed.bits == {
        (_INPUT, 2): 504,
        (_INPUT, 0xF0): 504,
        (ReportKind.OUTPUT, 4): 8,
        (ReportKind.OUTPUT, 0xF0): 504,
    }
    assert parsed.numbered(_INPUT)
    assert not parsed.numbered(ReportKind.FEATURE)


def test_the_fields_of_a_scanner_without_byte_count() -> None:
    assert _spans(PLAIN_POS, 0x1003B) == []
    assert _spans(PLAIN_POS, _DATA) == [Span(2, 24, 8, 56)]
    assert _spans(PLAIN_POS, _CONTINUED) == [Span(2, 472, 1, 1)]


def test_a_keyboard_has_ranges_of_usages_and_no_report_ids() -> None:
    parsed = parse(DATALOGIC_KEYBOARD)
    assert not parsed.numbered(_INPUT)
    assert parsed.bits[_INPUT, 0] == 64
    assert parsed.spans(_INPUT, 0x700E1) == [Span(0, 1, 1, 1)]
    assert parsed.spans(_INPUT, _DATA) == []


def test_the_page_that_counts_is_the_one_at_the_main_item() -> None:
    tail = item(0x74, 8) + item(0x94, 1) + item(0x80, 2)
    late = item(0x04, 0x01) + item(0x08, 0xFE) + item(0x04, 0x8C) + tail
    own = item(0x04, 0x01) + item(0x08, _DATA, 4) + tail
    assert _spans(late, _DATA) == _spans(own, _DATA) == [Span(0, 0, 8, 1)]


def test_pop_brings_back_what_push_kept() -> None:
    main = item(0x08, 0xFE) + item(0x80, 2)
    start = item(0x04, 0x8C) + item(0x74, 8) + item(0x94, 2) + item(0x84, 7)
    inner = b"\xa4" + item(0x04, 0x01) + item(0x94, 5) + item(0x84, 9) + main + b"\xb4"
    assert _spans(start + inner + main, _DATA) == [Span(7, 0, 8, 2)]
    assert _spans(start + inner + main, 0x100FE) == [Span(9, 0, 8, 5)]


def test_of_a_set_of_alternative_usages_the_first_counts() -> None:
    alternatives = item(0xA8, 1) + item(0x08, 0xFE) + item(0x08, 0x10) + item(0xA8, 0) + item(0x08, 0xFF)
    descriptor = item(0x04, 0x8C) + alternatives + item(0x74, 8) + item(0x94, 2) + item(0x80, 2)
    assert _spans(descriptor, _DATA) == [Span(0, 0, 8, 1)]
    assert _spans(descriptor, _CONTINUED) == [Span(0, 8, 8, 1)]
    assert _spans(descriptor, 0x8C0010) == []


def test_ranges_that_run_backwards_and_ids_of_two_bytes_do_no_harm() -> None:
    usages = item(0x18, 0xFF) + item(0x28, 0x10) + item(0x08, 0xFE)
    descriptor = (
        item(0x04, 0x8C) + item(0x84, 0x0102) + usages + item(0x74, 8) + item(0x94, 4) + item(0x80, 2)
    )
    assert _spans(descriptor, _DATA) == [Span(2, 0, 8, 4)]


def test_long_items_are_passed_over() -> None:
    long_item = b"\xfe\x03\x42\x81\x02\xb4"
    assert parse(long_item + PLAIN_POS) == parse(PLAIN_POS)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), min_size=1, max_size=6), st.integers(1, 60))
def test_spans_name_the_same_elements_as_a_list_of_usages(ranges: list[tuple[int, int]], count: int) -> None:
    usages = tuple((first, first + more) for first, more in ranges)
    listed = [usage for first, last in usages for usage in range(first, last + 1)]
    listed = (listed + listed[-1:] * count)[:count]
    field = Field(_INPUT, Span(1, 16, 5, count), usages)
    for usage in range(48):
        elements = [span.offset + 5 * index for span in field.spans(usage) for index in range(span.count)]
        assert elements == [16 + 5 * index for index, of in enumerate(listed) if of == usage]


@pytest.mark.parametrize(
    ("descriptor", "words"),
    [
        (HONEYWELL_POS[:-3], "ends amid an item"),
        (b"\xb4", "pops what it never pushed"),
        (b"\xa4" * 65, "pushes more than"),
        (item(0x74, 8) + item(0x94, _HUGE) + item(0x80, 2), "longer than 16384 bytes"),
        (item(0x74, _HUGE) + item(0x94, _HUGE) + item(0x80, 2), "longer than 16384 bytes"),
        (bytes(LONGEST_DESCRIPTOR + 1), "4097 bytes long"),
    ],
)
def test_what_makes_no_sense_is_refused_with_words(descriptor: bytes, words: str) -> None:
    with pytest.raises(DescriptorError, match=words):
        parse(descriptor)


def test_a_range_of_all_usages_costs_no_memory() -> None:
    everything = item(0x18, 0, 4) + item(0x28, _HUGE, 4)
    descriptor = item(0x74, 8) + item(0x94, 16_384) + everything * 300 + item(0x80, 2)
    tracemalloc.start()
    try:
        spans = _spans(descriptor, _DATA)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert spans == []  # the 9,175,294th element of 16,384


_ITEMS = st.builds(
    item,
    st.sampled_from(
        [0x04, 0x08, 0x18, 0x28, 0x74, 0x84, 0x94, 0xA4, 0xB4, 0xA8, 0xA0, 0xC0, 0x80, 0x90, 0xB0, 0x14]
    ),
    st.one_of(st.integers(0, 255), st.integers(0, _HUGE)),
)


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=300), st.lists(_ITEMS, max_size=60).map(b"".join)))
@example(b"\xfe")
@example(b"\xfe\xff")
def test_any_bytes_are_read_or_refused(descriptor: bytes) -> None:
    try:
        parsed = parse(descriptor)
    except DescriptorError as error:
        assert str(error)
        return
    for field in parsed.fields:
        end = field.place.offset + field.place.size * field.place.count
        assert (
            0 < field.place.size * field.place.count <= end <= parsed.bits[field.kind, field.place.report_id]
        )
