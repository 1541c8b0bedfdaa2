"""Pictures of the scan page in its fixed states: the committed ones, and all states, themes and sizes to look at."""

from __future__ import annotations

import itertools
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.helpers.scan_states import NAMES
from tests.helpers.scan_window import picture_of
from ui.look.theme import ThemeName

SIZE = (1280, 800)
SIZES = (SIZE, (1366, 768), (1920, 1080))
LANGUAGES = ("en",)
"""A language is added here when the window speaks it; its name is part of the picture's."""
_IN_LIGHT = (
    "ready",
    "accepted",
    "saved-offline",
    "already-scanned",
    "set-aside",
    "set-aside-beside-good",
    "not-an-sn",
    "wrong-product",
    "line-stopped",
    "certificate-full",
    "not-recorded",
    "refused-later",
    "scanner-missing",
    "last-units",
    "everything-at-once",
)
_IN_EACH_THEME = ("accepted", "set-aside-beside-good", "saved-offline")


@dataclass(frozen=True)
class Shot:
    """One picture: which state, theme, language and size."""

    state: str
    look: ThemeName
    language: str = "en"
    size: tuple[int, int] = SIZE

    @property
    def file_name(self) -> str:
        language = "" if self.language == "en" else f"-{self.language}"
        size = "" if self.size == SIZE else f"-{self.size[0]}x{self.size[1]}"
        return f"{self.state}-{self.look}{language}{size}.png"


COMMITTED = (
    *(Shot(state, ThemeName.LIGHT) for state in _IN_LIGHT),
    *(Shot(state, look) for look in (ThemeName.DARK, ThemeName.HIGH_CONTRAST) for state in _IN_EACH_THEME),
    Shot("accepted", ThemeName.LIGHT, size=(1920, 1080)),
)
ALL = tuple(Shot(*what) for what in itertools.product(NAMES, ThemeName, LANGUAGES, SIZES))


@contextmanager
def in_utc() -> Iterator[None]:
    """Times of day as in UTC, whatever this machine's zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "UTC"
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


def save(app: QApplication, shots: Sequence[Shot], folder: Path) -> None:
    """Make these pictures in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with in_utc():
        for shot in shots:
            picture = picture_of(app, shot.state, shot.size, shot.look)
            picture.save(str(folder / shot.file_name), quality=0)


if __name__ == "__main__":
    save(QApplication([]), COMMITTED, Path(sys.argv[1]))
