"""The job card as a person and a barcode reader get it, and what its code can be taken for."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from station import command_codes, job_cards, serial_numbers
from station.model import JobTag, TagColour
from station.papers.job_card import job_card
from station.papers.paper_size import PaperSize
from tests.helpers.offline import CERTIFICATE

TAG = JobTag("Nordlicht GmbH", TagColour.ORANGE)


def read(pdf: bytes) -> tuple[str, dict[str, str]]:
    """Text of the only page, and its codes by symbology."""
    (page,) = pypdfium2.PdfDocument(pdf)
    codes = zxingcpp.read_barcodes(page.render(scale=200 / 72).to_pil())
    return page.get_textpage().get_text_bounded(), {str(code.format): code.text for code in codes}


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("number", ["CERT-1", "PRC-2026-000417", "C" * 36])
def test_card_names_pair_and_job_and_both_codes_name_the_certificate(size: PaperSize, number: str) -> None:
    certificate = replace(CERTIFICATE, certificate_no=number)
    text, codes = read(job_card(certificate, TAG, "Station 1", size))
    for part in (number, CERTIFICATE.original_pid, CERTIFICATE.new_pid, "100 units", "Nordlicht", "orange"):
        assert part in text
    assert len(codes) == 2
    assert {job_cards.number_on(code) for code in codes.values()} == {number}


def test_a_number_that_code_128_cannot_hold_has_the_qr_code() -> None:
    for number in ("N" * 60, "证书-1"):
        certificate = replace(CERTIFICATE, certificate_no=number)
        _, codes = read(job_card(certificate, JobTag(), "Station 1"))
        assert [job_cards.number_on(code) for code in codes.values()] == [number]


def test_without_a_tag_the_card_says_nothing_of_one() -> None:
    text, _ = read(job_card(CERTIFICATE, JobTag(), "Station 1"))
    assert "Customer" not in text
    assert "Colour" not in text


@given(st.text(min_size=1).map(str.strip).filter(bool))
def test_the_number_comes_back_from_its_code_whatever_caps_lock_does(number: str) -> None:
    code = job_cards.code_of(number)
    assert job_cards.number_on(code) == number
    assert not command_codes.is_command(code)
    assert job_cards.same(number, number.upper()) or not number.isascii()


def test_a_job_card_is_never_an_sn_even_where_a_rule_would_take_it() -> None:
    reading = serial_numbers.read(job_cards.code_of("CERT-1"), ".*")
    assert (reading.sn, reading.problem) == (None, "job_card")
