"""An SN rule learned from sample labels: what they have in common, and no more than a person can read and correct."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

SAMPLES = 3
"""So many different labels tell a rule from a coincidence."""
_HEAD = re.compile(r"[^0-9]*")
_CLASSES = (
    ("0123456789", "[0-9]"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "[A-Z]"),
    ("abcdefghijklmnopqrstuvwxyz", "[a-z]"),
)


def learn(samples: Sequence[str]) -> str:
    """A regular expression over the whole SN. Raises `ValueError` for fewer than three different samples.

    Letters that all have in front stand as they are; digits never do, since what is the same in three labels may be a
    date or the zeros of a counter. Behind them each place keeps its kind of character where the kinds are the same in
    all; where they are mixed (hexadecimal) or the lengths differ, one class stands for the rest.
    """
    texts = list(dict.fromkeys(samples))
    if len(texts) < SAMPLES or not all(texts):
        raise ValueError(len(texts))
    head = _common_head(texts)
    rests = [text[len(head) :] for text in texts]
    return re.escape(head) + _rest(rests)


def _common_head(texts: Sequence[str]) -> str:
    """What all begin with, up to the first digit; one that is a whole label leaves its last character to the rest."""
    length = 0
    while all(len(text) > length + 1 for text in texts) and len({text[length] for text in texts}) == 1:
        length += 1
    found = _HEAD.match(texts[0][:length])
    return found[0] if found else ""


def _rest(rests: Sequence[str]) -> str:
    shortest, longest = min(map(len, rests)), max(map(len, rests))
    places = [_class("".join(column)) for column in zip(*rests, strict=False)]
    if shortest == longest and all(
        place in {name for _, name in _CLASSES} or len(place) <= 2 for place in places
    ):
        return "".join(_times(place, len([*group])) for place, group in groupby(places))
    whole = _class("".join(rests))
    return _times(whole, shortest) if shortest == longest else f"{whole}{{{shortest},{longest}}}"


def _class(characters: str) -> str:
    """The narrowest class for these characters; a single sign that is neither letter nor digit stands as it is."""
    used = set(characters)
    if len(used) == 1 and not characters[0].isalnum():
        return re.escape(characters[0])
    inside = "".join(name[1:-1] for members, name in _CLASSES if used & set(members))
    signs = "".join(re.escape(sign) for sign in sorted(used) if not (sign.isascii() and sign.isalnum()))
    return f"[{inside}{signs}]"


def _times(place: str, count: int) -> str:
    return place if count == 1 else f"{place}{{{count}}}"
