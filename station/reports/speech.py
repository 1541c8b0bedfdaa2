"""How a report for people speaks: the core writes English, and who makes the report may say it in another language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _as_it_is(text: str) -> str:
    return text


@dataclass(frozen=True)
class Speech:
    """`say` puts a sentence into the language, `code` explains a code of the platform, `verdict` one of the intake."""

    say: Callable[[str], str]
    code: Callable[[str], str]
    verdict: Callable[[str], str]


ENGLISH = Speech(_as_it_is, _as_it_is, lambda verdict: verdict.replace("_", " "))
