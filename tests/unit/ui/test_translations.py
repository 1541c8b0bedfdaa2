"""The files of translations: complete, up to date with the sources, packed, and drawable with the bundled fonts."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtWidgets import QApplication

from tests.helpers import words
from ui.look import fonts

Message = tuple[str, str, str]
_PLACE = re.compile(r"%[1-9n]|\{[^}]*\}")
_MNEMONIC = re.compile(r"&\S")


def messages(file: Path) -> list[Message]:
    """Context, source text and translation of everything in a file; an unfinished one is translated as nothing."""
    found = []
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            finished = said is not None and said.get("type") is None
            text = (said.text or "") if said is not None and finished else ""
            found.append((context.findtext("name") or "", message.findtext("source") or "", text))
    return found


def translated(code: str) -> list[Message]:
    return [message for message in messages(words.ts_of(code)) if message[2]]


@pytest.fixture(params=words.CODES)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_nothing_is_left_to_translate(code: str) -> None:
    assert [source for _, source, said in messages(words.ts_of(code)) if not said] == []


def test_the_sources_hold_no_text_that_the_file_does_not(code: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    words.update(fresh)
    known = {(context, source) for context, source, _ in messages(words.ts_of(code))}
    now = {(context, source) for context, source, _ in messages(fresh)}
    assert (now - known, known - now) == (set(), set()), "run ./dev words"


def test_places_for_values_are_the_same(code: str) -> None:
    for _, source, said in translated(code):
        assert sorted(_PLACE.findall(source)) == sorted(_PLACE.findall(said)), source
        assert len(_MNEMONIC.findall(source)) == len(_MNEMONIC.findall(said)), source


def test_a_source_text_has_one_translation(code: str) -> None:
    """Words stay the same all over the window, and a text can be told without its context."""
    by_source: dict[str, set[str]] = defaultdict(set)
    for _, source, said in messages(words.ts_of(code)):
        by_source[source].add(said)
    assert {source: said for source, said in by_source.items() if len(said) > 1} == {}


def test_the_packed_file_says_what_the_file_says(code: str, qapp: QApplication) -> None:
    packed = QTranslator()
    assert packed.load(str(words.ts_of(code).with_suffix(".qm")))
    for context, source, said in messages(words.ts_of(code)):
        assert packed.translate(context, source) == said, "run ./dev words"


def test_every_letter_is_in_the_bundled_fonts(code: str, qapp: QApplication) -> None:
    fonts.load()
    families = [QRawFont.fromFont(QFontDatabase.font(family, "", 16)) for family in fonts.SANS]
    missing = {
        letter
        for _, _, said in messages(words.ts_of(code))
        for letter in said
        if letter.isprintable() and not any(font.supportsCharacter(ord(letter)) for font in families)
    }
    assert missing == set()


def test_vietnamese_letters_are_composed() -> None:
    """Letters in pieces are drawn with their marks beside them by some fonts, and found by no search."""
    for _, _, said in messages(words.ts_of("vi")):
        assert said == unicodedata.normalize("NFC", said)


def test_every_word_of_the_glossary_has_its_translation_in_the_table() -> None:
    docs = words.ROOT / "docs"
    bold = re.findall(r"^\*\*(.+?)\*\*", (docs / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE)
    table = (docs / "languages.md").read_text(encoding="utf-8").partition("## Words")[2].casefold()
    terms = {term.strip().casefold() for listed in bold for term in listed.split(",")}
    named = {
        term.strip()
        for line in table.splitlines()
        if line.startswith("|")
        for term in re.split(r"[,|]", line)
    }
    assert terms - named == set()
