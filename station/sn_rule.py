"""The SN rule of a product: a regular expression that a person has written, so it is checked and its time is limited.

Python's own `re` cannot be stopped: one rule such as `(a+)+b` and one label would hang the line. The library `regex`
can match against the clock. It unrolls fixed counts while it compiles, and that cannot be stopped either, so the size
of what it would unroll is limited before.
"""

from __future__ import annotations

import functools
import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

LONGEST_RULE = 200
LONGEST_LABEL = 512
_TIMEOUT_S = 0.05
_MOST_UNROLLED = 20_000
_COUNT = re.compile(r"(.)\{(\d+)")


class TooSlow(Exception):
    """The rule does not come to an end with this label."""


def problem(rule: str) -> str:
    """Empty when `rule` can be used, else what is wrong with it."""
    if len(rule) > LONGEST_RULE:
        return f"it is longer than {LONGEST_RULE} characters"
    if _unrolled(rule) > _MOST_UNROLLED:
        return "its repeat counts multiply to too much"
    import regex  # noqa: PLC0415 - 0.1 s that a station without rules need not pay

    try:
        _compiled(rule)
    except (regex.error, RecursionError, OverflowError) as error:
        return str(error)
    return ""


def covers(rule: str, text: str) -> bool:
    """Whether a rule without a `problem` takes the whole text. Raises `TooSlow`."""
    if len(text) > LONGEST_LABEL:
        return False
    try:
        return _compiled(rule).fullmatch(text, timeout=_TIMEOUT_S) is not None
    except TimeoutError:
        raise TooSlow from None


@functools.lru_cache(maxsize=64)
def _compiled(rule: str) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - see above

    return regex.compile(rule)


def _unrolled(rule: str) -> int:
    """No less than the elements that compiling makes: counts of groups multiply, counts of single elements add up."""
    dense = "".join(rule.split())  # in a verbose rule blanks may stand anywhere
    counts = [(before in ")}", int(number)) for before, number in _COUNT.findall(dense)]
    groups = math.prod(max(1, count) for of_group, count in counts if of_group)
    return groups * (len(rule) + sum(count for of_group, count in counts if not of_group))
