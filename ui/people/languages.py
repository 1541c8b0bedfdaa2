"""The languages in which the station can speak to a person."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

LANGUAGES = ("", "en", "zh", "vi")
"""ISO 639-1 codes; empty for the station's own."""
_OWN_NAMES: Mapping[str, str] = {"en": "English", "zh": "中文", "vi": "Tiếng Việt"}


def language_word(code: str) -> str:
    """A language by its own name; an unknown code as it is."""
    return _OWN_NAMES.get(code, code) or QCoreApplication.translate("People", "As the station")
