"""The texts of one language, both ways: what a source text is called in it, and which source text a text came from.

The core writes English, and the window changes its language while it stands open. Both need to know what was meant by
a finished text, values and all: `recognise` finds the source text and the values that stand for %1, %2 and %n.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_VALUE = re.compile(r"%([1-9n])")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|(?<=[。？！])\s*")
_LEAST_WEIGHT = 4
"""A pattern with fewer letters of its own fits too much, and takes numbers only. A Chinese character counts as two."""
_ANYTHING, _NUMBER = ".+?", "[+-]?[0-9][0-9.,\u2009]*"


@dataclass(frozen=True)
class Phrase:
    """A source text, and what stands in its places, by the sign after the %."""

    source: str
    values: Mapping[str, str]


class Phrases:
    """Made of pairs of source text and translation.

    Where two sources read the same in this language the first is meant; of singular and plural, which come in this
    order, the plural.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._said = dict(pairs)
        self._source = {said: source for source, said in reversed(self._said.items())}
        self._source.update((said, source) for source, said in self._said.items() if "%n" in source)
        self._patterns = [
            (_pattern(said), source)
            for said, source in sorted(self._source.items(), key=lambda pair: -_weight(pair[0]))
            if _VALUE.search(said)
        ]

    def said(self, source: str) -> str:
        """A source text in this language; itself when it is not known."""
        return self._said.get(source, source)

    def say(self, phrase: Phrase) -> str:
        return _VALUE.sub(lambda found: phrase.values.get(found[1], found[0]), self.said(phrase.source))

    def recognise(self, text: str) -> Phrase | None:
        """The source text of a text in this language, the most telling one where several fit."""
        if text in self._source:
            return Phrase(self._source[text], {})
        for pattern, source in self._patterns:
            found = pattern.fullmatch(text)
            if found is not None:
                return Phrase(source, {name[1:]: value for name, value in found.groupdict().items()})
        return None

    def told_in(self, other: Phrases, text: str) -> str:
        """A text of this language in another one; what is not known stays as it is, values are told as well."""
        phrase = self.recognise(text)
        if phrase is not None:
            values = {place: self.told_in(other, value) for place, value in phrase.values.items()}
            return other.say(Phrase(phrase.source, values))
        sentences = [sentence for sentence in _SENTENCE_END.split(text) if sentence]
        return " ".join(self.told_in(other, one) for one in sentences) if len(sentences) > 1 else text


@cache
def phrases(code: str) -> Phrases:
    """The texts of a language that the program has; those of English are the source texts themselves."""
    if code == "en":
        return Phrases((source, source) for source, _ in _pairs(_ANY))
    return Phrases(_pairs(code))


_ANY = "zh_CN"
"""All translations have the same source texts."""
_FIRST = ("Scan", "Words")
"""Contexts of texts that are kept as said (pinned results): in doubt those are meant."""


def _pairs(code: str) -> list[tuple[str, str]]:
    from xml.etree import ElementTree  # noqa: PLC0415 - a window in English never needs it

    file = resources.files("ui").joinpath("assets", "i18n", f"pid_station_{code}.ts")
    contexts = ElementTree.fromstring(file.read_text(encoding="utf-8")).iter("context")  # noqa: S314 - our own file
    return [
        (source, message.findtext("translation") or source)
        for context in sorted(contexts, key=lambda one: one.findtext("name") not in _FIRST)
        for message in context.iter("message")
        if (source := message.findtext("source"))
    ]


def _weight(text: str) -> int:
    letters = (character for character in _VALUE.sub("", text) if character.isalpha())
    return sum(2 if ord(letter) > 0x2E80 else 1 for letter in letters)


def _pattern(text: str) -> re.Pattern[str]:
    value = _ANYTHING if _weight(text) >= _LEAST_WEIGHT else _NUMBER
    seen: set[str] = set()
    made = ""
    for place, piece in enumerate(_VALUE.split(text)):
        if place % 2 == 0:
            made += re.escape(piece)
        elif piece in seen:
            made += f"(?P=v{piece})"
        else:
            seen.add(piece)
            made += f"(?P<v{piece}>{value})"
    return re.compile(made, re.DOTALL)
