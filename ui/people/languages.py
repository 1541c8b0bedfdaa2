"""The languages in which the station can speak to a person."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ui.languages import NAMES

LANGUAGES = ("", *NAMES)
"""Codes of `ui.languages`; empty for the station's own."""


def language_word(code: str) -> str:
    """A language by its own name; an unknown code as it is."""
    return NAMES.get(code, code) or QCoreApplication.translate("People", "As the station")
