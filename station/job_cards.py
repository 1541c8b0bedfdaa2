"""The code on a job card: it names a certificate, is no unit and commands nothing, so it needs no secret."""

from __future__ import annotations

PREFIX = "*PJ:"


def code_of(certificate_no: str) -> str:
    """What stands in the barcode of a certificate's job card."""
    return PREFIX + certificate_no


def number_on(label: str) -> str | None:
    """The certificate number on a job card; None for every other label. An empty card has an empty number."""
    text = label.strip()
    return text[len(PREFIX) :].strip() if text.upper().startswith(PREFIX) else None


def same(number: str, other: str) -> bool:
    """Whether two numbers name one certificate. Capitals do not matter: Caps Lock may be on at a keyboard scanner."""
    return number.casefold() == other.casefold()
