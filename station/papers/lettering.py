"""The project's fonts in PDF files: Latin, Vietnamese, Greek and Cyrillic letters, and Chinese from a second font."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib import resources
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

SANS, BOLD, MONO = "DejaVu Sans", "DejaVu Sans Bold", "DejaVu Sans Mono"
_FALLBACK = "Droid Sans Fallback"
_FILES = {
    SANS: "DejaVuSans.ttf",
    BOLD: "DejaVuSans-Bold.ttf",
    MONO: "DejaVuSansMono.ttf",
    _FALLBACK: "DroidSansFallback.ttf",
}


@cache
def load() -> dict[str, frozenset[int]]:
    """Make the fonts known to reportlab, once. Only the letters that are used come into a file.

    Gives the code points that each font has, by its name.
    """
    folder = resources.files("station").joinpath("assets", "fonts")
    letters = {}
    for name, file in _FILES.items():
        with resources.as_file(folder.joinpath(file)) as path:
            font = TTFont(name, str(path))
        pdfmetrics.registerFont(font)
        letters[name] = frozenset(font.face.charToGlyph)
    return letters


def markup(text: str, font: str = SANS) -> str:
    """The text for a reportlab paragraph: nothing in it is read as markup, and each letter has a font that has it."""
    runs = groupby(text.replace("\n", " "), key=lambda letter: _has(font, letter))
    return "".join(_run("".join(letters), has) for has, letters in runs)


def _run(text: str, has: bool) -> str:
    return escape(text) if has else f'<font name="{_FALLBACK}">{escape(text)}</font>'


def _has(font: str, letter: str) -> bool:
    """Whether the font is the one for this letter; what no font has stays in it."""
    letters = load()
    return ord(letter) in letters[font] or ord(letter) not in letters[_FALLBACK]
