"""What a supervisor set beside a certificate for the line: the customer's name and the colour of the tag."""

from __future__ import annotations

import sqlite3

from station.model import NO_TAG, JobTag, TagColour
from station.store import facts


def get(connection: sqlite3.Connection, certificate_no: str) -> JobTag:
    """The tag of a certificate; `NO_TAG` when none was chosen."""
    kept = facts.get(connection, _key(certificate_no))
    if kept is None:
        return NO_TAG
    return JobTag(kept["customer"], TagColour(kept["colour"]))


def put(connection: sqlite3.Connection, certificate_no: str, tag: JobTag) -> None:
    facts.put(connection, _key(certificate_no), {"customer": tag.customer, "colour": tag.colour})


def _key(certificate_no: str) -> str:
    return f"job_tag:{certificate_no}"
