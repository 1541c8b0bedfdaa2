"""How a known text looks after each usual fault: keyboard layout, Caps Lock, changed case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from station.scanner_check.layouts import DEAD, LAYOUTS, US


@dataclass(frozen=True)
class Guess:
    """One fault, or two together, and a pattern of what it makes of the text.

    `layouts` are those that make the same of it; `by_scanner`: the scanner is set up for them, not the computer.
    `case` is `upper` or `lower` when the scanner changes letters. `vague` is how much of the text may come as anything.
    """

    pattern: re.Pattern[str]
    layouts: tuple[str, ...] = ()
    by_scanner: bool = False
    caps_lock: bool = False
    case: str = ""
    vague: int = 0

    def find(self, text: str) -> tuple[str, str] | None:
        """What stands before and after it; None when it is not in the text."""
        found = self.pattern.fullmatch(text) or self.pattern.search(text)
        return (text[: found.start()], text[found.end() :]) if found else None


@cache
def guesses(text: str) -> tuple[Guess, ...]:
    """Every fault that shows in this text, the likeliest first. Faults that look the same are one guess."""
    made: dict[str, Guess] = {}
    for pattern, guess in _all(text):
        known = made.setdefault(pattern, guess)
        if known is not guess and (known.by_scanner, known.caps_lock) == (guess.by_scanner, guess.caps_lock):
            merged = (*known.layouts, *guess.layouts) if known.layouts else ()
            made[pattern] = replace(known, layouts=merged)
    return tuple(made.values())


def _all(text: str) -> Iterator[tuple[str, Guess]]:
    yield _guess(text)
    yield _guess(swap_case(text), caps_lock=True)
    yield _guess(text.upper(), case="upper")
    yield _guess(text.lower(), case="lower")
    for name in LAYOUTS:
        typed, read = on_layout(text, name), from_layout(text, name)
        if _tells(text, typed):
            yield _guess(typed, layouts=(name,))
            yield _guess(swap_case(typed), layouts=(name,), caps_lock=True)
        if _tells(text, read):
            yield _guess(read, layouts=(name,), by_scanner=True)


def _tells(text: str, changed: str) -> bool:
    """Whether a layout changes this text otherwise than by leaving characters out, and leaves most of it known."""
    return changed.count(DEAD) <= len(text) // 3 and any(
        new not in (old, DEAD) for old, new in zip(text, changed, strict=True)
    )


def _guess(
    text: str,
    layouts: tuple[str, ...] = (),
    by_scanner: bool = False,
    caps_lock: bool = False,
    case: str = "",
) -> tuple[str, Guess]:
    pattern = _pattern(text)
    compiled = re.compile(pattern, re.DOTALL)
    return pattern, Guess(compiled, layouts, by_scanner, caps_lock, case, text.count(DEAD))


def _pattern(text: str) -> str:
    """A dead key and the character after it come as nothing, as one accented character, or as both."""
    return re.sub(
        re.escape(re.escape(DEAD)) + r"(?:\\?.)?", lambda _dead: ".{0,2}", re.escape(text), flags=re.DOTALL
    )


def on_layout(text: str, name: str) -> str:
    """What a US scanner's keys type where the computer has this layout; DEAD for a dead key."""
    return _translated(text, _table(US, LAYOUTS[name]), lambda character: character)


def from_layout(text: str, name: str) -> str:
    """What a computer with a US layout reads from a scanner that types for this layout.

    DEAD for a character that needs a third level (AltGr) there.
    """
    return _translated(text, _table(LAYOUTS[name], US), _only_control)


def swap_case(text: str) -> str:
    """Capital for small letters and the other way round, character by character."""
    return "".join(_swapped(character) for character in text)


def _translated(text: str, table: dict[str, str], otherwise: Callable[[str], str]) -> str:
    return "".join(table.get(character) or otherwise(character) for character in text)


def _table(source: tuple[str, str], target: tuple[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for row, into in zip(source, target, strict=True):
        for character, typed in zip(row, into, strict=True):
            if character != DEAD:
                table.setdefault(character, typed)
    return table


def _only_control(character: str) -> str:
    """Blanks and control characters are the same on all keyboards; what else has no key comes as anything."""
    return character if character <= " " else DEAD


def _swapped(character: str) -> str:
    swapped = character.swapcase()
    return swapped if len(swapped) == 1 else character
