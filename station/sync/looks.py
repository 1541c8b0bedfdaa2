"""How a certificate stands by the platform's word, and whether that word holds what was confirmed here."""

from __future__ import annotations

from typing import NamedTuple

from station.model import Certificate
from station.session import Acting
from station.store import certificates
from station.store.database import Database


class Look(NamedTuple):
    certificate: Certificate
    sure: bool
    """Two answers in a row: it holds every unit that was confirmed here by then."""


def look(database: Database, acting: Acting, certificate_no: str) -> Look:
    """Ask the platform when units have just been confirmed; once more when its answer is the version that is known
    already: they were done before that version, or the answer was held up somewhere. Raises what its calls raise.
    """
    with database.read() as connection:
        held = certificates.find(connection, acting.account_key, certificate_no)
    first = acting.platform.certificate(certificate_no)
    if held is None or first.version != held.version:
        return Look(first, sure=False)
    again = acting.platform.certificate(certificate_no)
    return Look(again, sure=again.version == first.version)
