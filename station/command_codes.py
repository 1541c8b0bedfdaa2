"""Printed command barcodes: what an operator with gloves tells the station with the scanner.

A code is `*PS:` and 80 random bits in base32 (RFC 4648), 21 characters, which Code 128 takes. The database keeps only
the SHA-256 of the random part: whoever reads it cannot print a badge, another station's sheet commands nothing here,
and a sheet that was lost can be revoked.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from enum import StrEnum

PREFIX = "*PS:"
_RANDOM_BYTES = 10
_CODE = re.compile(r"\*PS:([A-Z2-7]{16})", re.IGNORECASE)


class Verb(StrEnum):
    """What a code says."""

    UNDO = "undo"
    ACKNOWLEDGE = "acknowledge"
    LOCK = "lock"
    BADGE = "badge"
    """Somebody comes to work here; the code stands for that person."""


SHEET_VERBS = (Verb.UNDO, Verb.ACKNOWLEDGE, Verb.LOCK)


def new_code() -> str:
    """A code that never was."""
    return PREFIX + base64.b32encode(secrets.token_bytes(_RANDOM_BYTES)).decode()


def digest_of(label: str) -> str | None:
    """What is kept of the code on a label; None when the label is no command, whatever it begins with.

    Capitals do not matter: a keyboard scanner may type with Caps Lock on.
    """
    found = _CODE.fullmatch(label.strip())
    return hashlib.sha256(found[1].upper().encode()).hexdigest() if found else None


def is_command(label: str) -> bool:
    """Whether a label is meant for the station and not a unit, a damaged one too. It never enters the ledger."""
    return label.strip().upper().startswith(PREFIX)
