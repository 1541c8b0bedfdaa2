"""The operator's card: one page in each language and on each paper, in the very words of the window."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pypdfium2
import pytest

from station.papers.card_words import WORDS, Language
from station.papers.operator_card import operator_card
from station.papers.paper_size import PaperSize
from ui import i18n

FILES = Path(i18n.__file__).parent / "assets" / "i18n"
PANEL_CONTEXTS = {"Words", "Scan"}


def window_words(language: Language) -> dict[str, str]:
    """The panel's words in English, and what the window calls them."""
    file = FILES / f"pid_station_{Language.CHINESE if language is Language.ENGLISH else language}.ts"
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        if context.findtext("name") in PANEL_CONTEXTS:
            for message in context.iter("message"):
                source = message.findtext("source") or ""
                said = source if language is Language.ENGLISH else message.findtext("translation") or ""
                found[source] = said
    return found


@pytest.mark.parametrize("language", Language)
def test_the_card_speaks_as_the_window_does(language: Language) -> None:
    known = window_words(language)
    wanted = [known[word] for _, word, _ in WORDS[Language.ENGLISH].lines]
    assert [word for _, word, _ in WORDS[language].lines] == wanted


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("language", Language)
def test_the_card_is_one_page_with_everything_on_it(language: Language, size: PaperSize) -> None:
    pdf = pypdfium2.PdfDocument(operator_card("Line 3", language, size))
    assert len(pdf) == 1
    text = "".join(pdf[0].get_textpage().get_text_bounded().split())
    card = WORDS[language]
    for words in (card.title, card.promise, *(part for line in card.lines for part in line[1:]), *card.rules):
        assert "".join(words.split()) in text
