"""What is wrong with a scanner, from a test code and what arrived of it. Pure functions, no state."""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from station.scanner_check.guesses import Guess, guesses
from station.scanner_check.labels import LABELS, CheckLabel

_LIKE_ENOUGH = 0.6
"""A text less like every test code than this (0 to 1, difflib) is another label."""

ENCODINGS = ("utf-8", "gbk", "big5", "shift_jis", "euc_kr", "latin-1")
"""What scanners can be set to send, as the setting `encoding` names it."""


class Problem(StrEnum):
    """What can be found; the values are stable codes."""

    LAYOUT = "layout"
    """The computer's keyboard layout is another than the scanner types for."""
    SCANNER_LAYOUT = "scanner_layout"
    """The scanner is set up for another country's keyboard."""
    CAPS_LOCK = "caps_lock"
    CASE = "case"
    """The scanner makes all letters capital or small."""
    NO_SUFFIX = "no_suffix"
    LOST = "lost"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    ENCODING = "encoding"
    CHANGED = "changed"
    """Something else than the other problems."""
    AIM = "aim"
    NO_AIM = "no_aim"


@dataclass(frozen=True)
class Arrival:
    """One label as it came.

    `text` is what the station reads, `raw` the bytes. `typed` is what this computer's keyboard layout made of the keys
    of a keyboard scanner, None for others. `terminated` is false when only silence ended it; None where the scanner's
    mode needs no end mark. `device` is the address of the scanner.
    """

    text: str
    raw: bytes
    aim: str | None = None
    typed: str | None = None
    terminated: bool | None = None
    device: str = ""


@dataclass(frozen=True)
class Finding:
    """One problem; `detail` names layouts, characters or bytes. A `harmless` one does not stop or change scans."""

    problem: Problem
    detail: str = ""
    harmless: bool = False


@dataclass(frozen=True)
class Diagnosis:
    """`label` is the test code that was scanned; None when it was another label, of which nothing can be said."""

    label: CheckLabel | None
    findings: tuple[Finding, ...] = ()

    @property
    def good(self) -> bool:
        """Whether the test code came as it should."""
        return self.label is not None and all(finding.harmless for finding in self.findings)


def diagnose(arrival: Arrival) -> Diagnosis:
    """Say which test code this is and what is wrong with it. Never raises, whatever arrived."""
    for explain in (_in_full, _by_encoding, _with_losses, _otherwise):
        for label in LABELS:
            found = explain(label, arrival)
            if found is not None:
                return Diagnosis(label, (*found, *_typed(label, arrival), *_frame(arrival)))
    return Diagnosis(None)


def _in_full(label: CheckLabel, arrival: Arrival) -> list[Finding] | None:
    """Everything arrived, perhaps as other characters, perhaps with more before or after it."""
    return _match(label, arrival.text)


def _match(label: CheckLabel, text: str) -> list[Finding] | None:
    found = [(guess, guess.find(text)) for guess in guesses(label.text)]
    hits = [(guess, hit) for guess, hit in found if hit is not None]
    if not hits:
        return None
    guess, (before, after) = min(hits, key=lambda hit: (hit[0].vague, len(hit[1][0]) + len(hit[1][1])))
    return [*_of_guess(guess), *_added(Problem.PREFIX, before), *_added(Problem.SUFFIX, after)]


def _of_guess(guess: Guess) -> list[Finding]:
    found = []
    if guess.layouts:
        problem = Problem.SCANNER_LAYOUT if guess.by_scanner else Problem.LAYOUT
        found.append(Finding(problem, " / ".join(guess.layouts)))
    if guess.caps_lock:
        found.append(Finding(Problem.CAPS_LOCK))
    if guess.case:
        found.append(Finding(Problem.CASE, guess.case))
    return found


def _added(problem: Problem, text: str) -> list[Finding]:
    return [Finding(problem, text)] if text else []


def _by_encoding(label: CheckLabel, arrival: Arrival) -> list[Finding] | None:
    """The bytes are those of another encoding than the station reads."""
    body = arrival.raw[len(arrival.aim or "") :]
    if label.text.isascii() or not body:
        return None
    for encoding in ENCODINGS:
        for errors in ("replace", "ignore"):
            wanted = label.text.encode(encoding, errors)
            if not wanted.isascii() and body == wanted:
                return [Finding(Problem.ENCODING, encoding)]
    return None


def _with_losses(label: CheckLabel, arrival: Arrival) -> list[Finding] | None:
    """Characters are missing and the others are in order."""
    text = arrival.text
    letters = iter(label.text)
    in_order = all(character in letters for character in text)
    if not in_order or len(text) < _LIKE_ENOUGH * len(label.text):
        return None
    return [Finding(Problem.LOST, _missing(label.text, text))]


def _missing(wanted: str, text: str) -> str:
    """The characters of `wanted` that `text` has not, in their order; of equal ones the last are said to be missing."""
    left = Counter(text)
    missing = []
    for character in wanted:
        if left[character]:
            left[character] -= 1
        else:
            missing.append(character)
    return "".join(missing)


def _otherwise(label: CheckLabel, arrival: Arrival) -> list[Finding] | None:
    """It is like this test code, and nothing known explains the difference."""
    likeness = {one: difflib.SequenceMatcher(None, one.text, arrival.text).ratio() for one in LABELS}
    if likeness[label] < _LIKE_ENOUGH or likeness[label] < max(likeness.values()):
        return None
    return [Finding(Problem.CHANGED, arrival.text)]


def _typed(label: CheckLabel, arrival: Arrival) -> list[Finding]:
    """What other programs on this computer would make of the same keys; the station goes by the keys themselves."""
    if arrival.typed is None or arrival.typed == arrival.text:
        return []
    found = _match(label, arrival.typed) or [Finding(Problem.CHANGED, arrival.typed)]
    return [Finding(finding.problem, finding.detail, harmless=True) for finding in found]


def _frame(arrival: Arrival) -> list[Finding]:
    found = [Finding(Problem.NO_SUFFIX)] if arrival.terminated is False else []
    aim = Finding(Problem.AIM, arrival.aim, harmless=True) if arrival.aim else None
    return [*found, aim or Finding(Problem.NO_AIM, harmless=True)]
