"""PINs as they are kept: never themselves, only a slow hash that takes some 50 ms to try.

scrypt (RFC 7914) with N = 2^14, r = 8, p = 1 and a random salt, from the standard library. A PIN has few digits: the
hash only keeps whoever reads the database from seeing it at a glance; what protects the station is that tries are
limited (`station.people`).
"""

from __future__ import annotations

import hashlib
import hmac
import os

FEWEST_DIGITS, MOST_DIGITS = 4, 12
_COST, _BLOCK, _LANES, _SALT_BYTES = 2**14, 8, 1, 16


def is_pin(text: str) -> bool:
    """Whether a text can be a PIN: 4 to 12 of the digits 0 to 9."""
    return text.isascii() and text.isdigit() and FEWEST_DIGITS <= len(text) <= MOST_DIGITS


def hashed(pin: str) -> str:
    """What is kept of a PIN: salt and hash in hexadecimal."""
    salt = os.urandom(_SALT_BYTES)
    return f"{salt.hex()}${_hash(pin, salt).hex()}"


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN that `kept` was made of."""
    salt, _, digest = kept.partition("$")
    return hmac.compare_digest(_hash(pin, bytes.fromhex(salt)), bytes.fromhex(digest))


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_LANES)
