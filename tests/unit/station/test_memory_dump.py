"""A scanner's memory as it comes: plain lines, CSV of any make, or no text at all."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station import memory_dump, serial_numbers
from station.errors import QueueFileRefused

SNS = ["SNAB000001", "SNAB000002", "SNAB000003"]


def is_sn(text: str) -> bool:
    return serial_numbers.read(text).sn is not None


def labels(data: bytes | str) -> list[str]:
    return memory_dump.labels(data.encode() if isinstance(data, str) else data, is_sn)


@pytest.mark.parametrize(
    "text",
    [
        "{}\n{}\n{}\n",
        "{}\r\n{}\r\n{}",
        "\n{}\n\n{}\n   \n{}\n",
        "SN\n{}\n{}\n{}\n",
        "Serial Number\n{}\n{}\n{}\n",
        '"{}"\n"{}"\n"{}"\n'.replace('"', ""),
        "sn,time\n{},10:00\n{},10:01\n{},10:02\n",
        "time;quantity;Serial-Number\n10:00;1;{}\n10:01;1;{}\n10:02;1;{}\n",
        "no\tBARCODE\n1\t{}\n2\t{}\n3\t{}\n",
        '"1","{}"\n"2","{}"\n"3","{}"\n',
        "2026-11-23,10:00:00,{},CODE128\n2026-11-23,10:00:01,{},CODE128\n2026-11-24,10:00:02,{},CODE128\n",
        "20261123;{}\n20261124;{}\n20261125;{}\n",
        "Product;Code;Remarks\nSAMEPRODUCT;{};\nSAMEPRODUCT;{};\nSAMEPRODUCT;{};\n",
        "serial_no,serial\n{},x\n{},x\n{},x\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_labels_are_found(text: str, encoding: str) -> None:
    assert labels(text.format(*SNS).encode(encoding)) == SNS


def test_one_line_is_enough() -> None:
    assert labels("SNAB000001") == ["SNAB000001"]
    assert labels("sn,count\nSNAB000001,1") == ["SNAB000001"]
    assert labels("") == labels("\n \n") == labels("sn,count\n") == labels("SN\n") == []


def test_a_line_without_the_cell_gives_nothing() -> None:
    assert labels("count,sn\n1,SNAB000001\n2\n\n3,\n4,SNAB000004\n") == ["SNAB000001", "SNAB000004"]


def test_a_code_with_commas_is_one_label() -> None:
    lines = ['{"sn":"A","mac":"B"}', '{"sn":"C","mac":"D"}']
    assert labels("\n".join(lines)) == lines


def test_a_label_with_separators_stays_one_label() -> None:
    assert labels("01234\x1d56789\x1eABC\nSNAB000001") == ["01234\x1d56789\x1eABC", "SNAB000001"]


@pytest.mark.parametrize("data", [b"\0", b"SNAB000001\0SNAB000002", bytes(range(256)) * 4000])
def test_what_is_no_text_is_named(data: bytes) -> None:
    with pytest.raises(QueueFileRefused, match="not a text file"):
        labels(data)


def test_a_file_that_is_too_large_is_named() -> None:
    with pytest.raises(QueueFileRefused, match="too large"):
        labels(b"x" * (memory_dump.MOST_BYTES + 1))


def test_a_megabyte_without_line_ends_survives() -> None:
    assert labels("x" * 1_000_000) == ["x" * 1_000_000]
    assert labels("," * 1_000_000)
    assert labels('"' + "a,b\n" * 250_000)


@given(st.binary(max_size=500) | st.text(max_size=300).map(str.encode))
def test_whatever_comes_ends_in_labels_or_in_a_named_refusal(data: bytes) -> None:
    try:
        found = labels(data)
    except QueueFileRefused as refusal:
        assert refusal.title
    else:
        assert all(label.strip() for label in found)


def test_random_bytes_survive() -> None:
    with pytest.raises(QueueFileRefused):
        labels(os.urandom(1_000_000))
