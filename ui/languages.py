"""The languages of the window: which there are, which one is spoken, and what English from the core means in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.phrases import phrases

ENGLISH = "en"
NAMES: Mapping[str, str] = {ENGLISH: "English", "zh_CN": "中文", "vi": "Tiếng Việt"}
"""Each language in its own words: who needs it must be able to read it."""

_installed: list[QTranslator] = []
_spoken = ENGLISH


def spoken() -> str:
    """The code of the language that is spoken now."""
    return _spoken


def language_for(wanted: str) -> str:
    """A code of `NAMES` for a wish: itself, or the system's language for an empty one, else English."""
    if wanted in NAMES:
        return wanted
    wishes = [wanted] if wanted else QLocale.system().uiLanguages()
    return next((code for code in map(_code_of, wishes) if code), ENGLISH)


def speak(code: str) -> None:
    """Give Qt the texts of a language from now on; what stands on the screen already is `ui.retelling`'s."""
    global _spoken  # noqa: PLW0603 - as Qt's own translators, which are the application's
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    _spoken = code
    _told.cache_clear()
    if code != ENGLISH:
        _install(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(f"pid_station_{code}", str(resources.files("ui").joinpath("assets", "i18n")))


def told(text: str) -> str:
    """What the core or a driver says in English, in the language spoken now; unchanged when it is not known."""
    return text if _spoken == ENGLISH or not text else _told(text)


@lru_cache(maxsize=2048)
def _told(text: str) -> str:
    return phrases(ENGLISH).told_in(phrases(_spoken), text)


def _install(name: str, folder: str) -> None:
    translator = QTranslator()
    if translator.load(name, folder):  # Qt has no texts of its own in Vietnamese
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def _code_of(wish: str) -> str:
    """The code for a system's language such as zh-Hans-CN; traditional Chinese is not simplified Chinese."""
    parts = wish.replace("_", "-").split("-")
    if parts[0] == "zh":
        return "" if {"Hant", "TW", "HK", "MO"} & set(parts) else "zh_CN"
    return parts[0] if parts[0] in NAMES else ""
