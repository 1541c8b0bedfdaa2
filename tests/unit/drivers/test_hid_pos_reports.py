"""HID POS reports in any layout: what a scanner sends is what comes out."""

import logging
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.framing import LONGEST_LABEL, STALE_S, Frame
from drivers.hid_reports import (
    GOOD_READ_BEEP,
    INITIATE_READ,
    LabelAssembler,
    Lost,
    output_report,
    upright_aim,
)
from drivers.report_descriptor import DescriptorError, parse
from tests.helpers.hid_layouts import Layout, Part, item, layouts
from tests.helpers.hid_samples import (
    DATALOGIC_KEYBOARD,
    HONEYWELL_CAPTURES,
    HONEYWELL_POS,
    LOREM,
    PLAIN_POS,
)

_AIMS = st.sampled_from([b"]C0", b"]C1", b"]d2", b"]Q1", b"]E4", b"]Xg"])
_LABELS = st.binary(min_size=1, max_size=1200)

_HONEYWELL = Layout(
    (
        Part("count", 0x01, (0x3B,), 8, 1),
        Part("aim", 0x8C, (0xFB, 0xFC, 0xFD), 8, 3),
        Part("data", 0x8C, (0xFE,), 8, 56),
        Part("vendor", 0xFF66, (4, 0), 8, 2),
        Part("continued", 0x8C, (0xFF,), 1, 8),
    ),
    2, False, b"", b"",
)  # fmt: skip
_ZEBRA = Layout(
    (
        Part("count", 0x01, (0x3B,), 8, 1),
        Part("vendor", 0xFF45, (4,), 8, 1),
        Part("aim", 0x8C, (0xFB, 0xFC, 0xFD), 8, 3),
        Part("data", 0x8C, (0xFE,), 8, 56),
        Part("vendor", 0xFF45, (5,), 8, 1),
        Part("continued", 0x8C, (0xFF,), 1, 8),
    ),
    2, True, b"", b"",
)  # fmt: skip
_NEWLAND = Layout(
    (
        Part("count", 0x01, (0x3B,), 8, 1),
        Part("data", 0x8C, (0xFE,), 8, 56),
        Part("vendor", 0xFF66, (4, 0), 8, 5),
        Part("continued", 0x8C, (0xFF,), 1, 8),
    ),
    2, False, b"", b"",
)  # fmt: skip


def _assembler(descriptor: bytes = HONEYWELL_POS) -> LabelAssembler:
    return LabelAssembler(parse(descriptor), "hid:test")


def _feed(assembler: LabelAssembler, *reports: bytes) -> list[Frame | Lost]:
    return list(chain.from_iterable(assembler.feed(report, float(at)) for at, report in enumerate(reports)))


def _raws(items: list[Frame | Lost]) -> list[bytes]:
    assert all(isinstance(item, Frame) for item in items), items
    return [item.raw for item in items]


def test_the_captures_of_a_real_scanner() -> None:
    frames = _feed(_assembler(), *(bytes.fromhex(report) for report in HONEYWELL_CAPTURES))
    assert frames == [Frame(b"]E0306030209223", 0.0), Frame(b"]Q1" + LOREM.encode(), 8.0)]


@pytest.mark.parametrize("layout", [_HONEYWELL, _ZEBRA, _NEWLAND], ids=["Honeywell", "Zebra", "Newland"])
def test_the_layouts_of_the_known_families(layout: Layout) -> None:
    label = b"SN:00123456|" * 11
    reports = list(layout.reports(b"]d2", label))
    assert [len(report) for report in reports] == [64] * 3
    expected = (b"]d2" if layout.has("aim") else b"") + label
    assert _raws(_feed(_assembler(layout.descriptor), *reports)) == [expected]


def test_without_byte_count_the_padding_is_taken_off() -> None:
    report = b"\x02]C0" + b"SN42\0\x07".ljust(56, b"\0") + b"\0"
    assert _raws(_feed(_assembler(PLAIN_POS), report)) == [b"]C0SN42\0\x07"]


@settings(max_examples=200, deadline=None)
@given(layouts(), _AIMS, st.lists(_LABELS, min_size=1, max_size=4), st.binary(max_size=30))
def test_any_layout_gives_back_what_was_encoded(
    layout: Layout, aim: bytes, labels: list[bytes], noise: bytes
) -> None:
    if not layout.has("continued"):
        labels = [label[: layout.room] for label in labels]
    if not layout.has("count"):
        labels = [label.replace(b"\0", b"0") for label in labels]
    assembler = _assembler(layout.descriptor)
    foreign = bytes([layout.report_id % 255 + 1]) + noise
    found: list[Frame | Lost] = []
    for report in chain.from_iterable(layout.reports(aim, label) for label in labels):
        found += assembler.feed(report, 0.0)
        if layout.report_id:
            assert assembler.feed(foreign, 0.0) == []
    expected_aim = aim if layout.has("aim") else b""
    assert _raws(found) == [expected_aim + label for label in labels]
    assert assembler.end() == []


@pytest.mark.log_allowed
@settings(max_examples=200, deadline=None)
@given(layouts(), st.lists(st.binary(max_size=600), max_size=20), st.booleans())
def test_any_reports_are_survived(layout: Layout, payloads: list[bytes], prefixed: bool) -> None:
    assembler = _assembler(layout.descriptor)
    prefix = bytes([layout.report_id]) if prefixed and layout.report_id else b""
    room = layout.room * len(payloads) + 3
    for payload in payloads:
        for found in assembler.feed(prefix + payload, 0.0):
            assert 0 < len(found.raw) <= room or isinstance(found, Lost)
    assembler.tick(10.0)
    assert assembler.end() == []


@pytest.mark.log_allowed
@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(HONEYWELL_POS) - 1), st.integers(0, 255), st.binary(max_size=64))
def test_a_damaged_descriptor_is_refused_or_used(position: int, value: int, payload: bytes) -> None:
    damaged = HONEYWELL_POS[:position] + bytes([value]) + HONEYWELL_POS[position + 1 :]
    try:
        assembler = _assembler(damaged)
    except DescriptorError:
        return
    for report in (payload, b"\x02" + payload, bytes.fromhex(HONEYWELL_CAPTURES[0])):
        assembler.feed(report, 0.0)
    assembler.end()


def test_elements_that_are_no_bytes_are_taken_little_end_first() -> None:
    wide = item(0x04, 0x8C) + item(0x08, 0xFE) + item(0x74, 64) + item(0x94, 2) + item(0x80, 2)
    assert _raws(_feed(_assembler(wide), b"ABCDEFGHIJ".ljust(16, b"\0"))) == [b"ABCDEFGHIJ"]


def test_keyboards_hold_no_decoded_data() -> None:
    with pytest.raises(DescriptorError, match="no report of it holds decoded data"):
        _assembler(DATALOGIC_KEYBOARD)


@pytest.mark.parametrize(
    ("stored", "aim"),
    [
        (b"]C0", b"]C0"),
        (b"0C]", b"]C0"),
        (b"gX]", b"]Xg"),
        (b"\0\0\0", b""),
        (b"C0]", b""),
        (b"]C", b""),
        (b"", b""),
    ],
)
def test_identifiers_are_turned_upright(stored: bytes, aim: bytes) -> None:
    assert upright_aim(stored) == aim


@pytest.mark.parametrize("stored", [b"\0\0\0", b"???", b"\xff\xfe\xfd"])
def test_a_label_is_never_lost_for_its_identifier(stored: bytes) -> None:
    reports = _HONEYWELL.reports(stored, b"S" * 130)
    assert _raws(_feed(_assembler(), *reports)) == [b"S" * 130]


def _parts(label: bytes, aim: bytes = b"]C0") -> list[bytes]:
    return list(_HONEYWELL.reports(aim, label))


def test_a_continuation_that_never_comes_is_given_up() -> None:
    assembler = _assembler()
    first, _ = _parts(b"A" * 60)
    assert assembler.feed(first, 5.0) == []
    assert assembler.tick(5.0 + STALE_S - 0.01) == []
    (lost,) = assembler.tick(5.0 + STALE_S)
    assert lost == Lost(b"]C0" + b"A" * 56, 5.0, "the report that continues the label never came")
    assert assembler.tick(99.0) == []
    assert _raws(assembler.feed(_parts(b"NEXT")[0], 99.0)) == [b"]C0NEXT"]


def test_a_part_is_given_up_when_the_scanner_goes() -> None:
    assembler = _assembler()
    assembler.feed(_parts(b"A" * 60)[0], 1.0)
    (lost,) = assembler.end()
    assert isinstance(lost, Lost)
    assert lost.raw == b"]C0" + b"A" * 56


def test_two_labels_are_not_mixed_when_a_report_between_them_was_lost() -> None:
    lost, frame = _feed(_assembler(), _parts(b"A" * 60)[0], _parts(b"B", aim=b"]Q1")[0])
    assert isinstance(lost, Lost)
    assert frame == Frame(b"]Q1B", 1.0)


def test_an_endless_label_is_bounded_and_cut() -> None:
    assembler = _assembler()
    first, last = _parts(b"A" * 56 + b"Z")
    for _ in range(2 * LONGEST_LABEL // 56):
        assert assembler.feed(first, 0.0) == []
    (frame,) = assembler.feed(last, 1.0)
    assert frame == Frame(b"]C0" + b"A" * LONGEST_LABEL, 1.0, cut=True)


def test_a_report_that_ends_before_its_data_is_no_scan() -> None:
    report = _parts(b"SN00000042")[0]
    (lost,) = _feed(_assembler(), report[:10])
    assert isinstance(lost, Lost)
    assert lost.raw == b"]C0SN000"
    assert "ended before" in lost.reason


def test_a_report_may_leave_its_padding_out_or_have_more() -> None:
    report = _parts(b"SN00000042")[0]
    assert _raws(_feed(_assembler(), report[:15], report + bytes(100))) == [b"]C0SN00000042"] * 2


def test_a_short_report_amid_a_label_spoils_the_label() -> None:
    parts = (Part("continued", 0x8C, (0xFF,), 8, 1), *_HONEYWELL.parts[:-1])
    layout = Layout(parts, 2, reversed_aim=False, before=b"", after=b"")
    first, second = layout.reports(b"]C0", b"A" * 60)
    (lost,) = _feed(_assembler(layout.descriptor), first[:30], second)
    assert isinstance(lost, Lost)


def test_the_identifier_may_stand_in_the_first_report_only() -> None:
    first, second = _parts(b"A" * 60)
    second = second[:2] + b"\0\0\0" + second[5:]
    assert _raws(_feed(_assembler(), first, second)) == [b"]C0" + b"A" * 60]


@pytest.mark.log_allowed
@pytest.mark.parametrize("count", [57, 255])
def test_a_count_beyond_the_room_is_told_once_and_the_data_taken(
    count: int, caplog: pytest.LogCaptureFixture
) -> None:
    report = bytearray(_parts(b"SN42")[0])
    report[1] = count
    with caplog.at_level(logging.WARNING):
        assert _raws(_feed(_assembler(), bytes(report), bytes(report))) == [b"]C0SN42"] * 2
    assert caplog.text.count("more bytes than it has room for") == 1
    assert "SN42" not in caplog.text


def test_empty_and_foreign_reports_are_nothing() -> None:
    assert _feed(_assembler(), b"", b"\x02", b"\xf0" + b"x" * 63, b"\x02" + bytes(63)) == []


def test_outputs_are_encoded_by_the_descriptor() -> None:
    parsed = parse(HONEYWELL_POS)
    assert output_report(parsed, INITIATE_READ, on=True) == b"\x04\x02"
    assert output_report(parsed, GOOD_READ_BEEP, on=True) == b"\x04\x08"
    assert output_report(parsed, INITIATE_READ, on=False) == b"\x04\x00"
    assert output_report(parse(PLAIN_POS), INITIATE_READ, on=True) is None
