"""Pictures of the scan page in its fixed states: each state in each theme in English, in each language in one theme.

They are kept with few colours, so that the repository stays small. Beside them stand the sums of what was really
painted, to the last pixel: `python -m tests.helpers.scan_shots` prints the sums of what is painted now.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.helpers.scan_states import NAMES, state
from tests.helpers.scan_window import ScanWindow, away
from ui import languages
from ui.look import theme
from ui.look.theme import ThemeName

SIZE = (1280, 800)
LARGE = (1920, 1080)
SIZES = (SIZE, (1366, 768), LARGE)
SUMS = "pixels.txt"
"""One line for each picture: the sum of the pixels painted, the sum of those kept, its name."""
_COLOURS = 32
"""By octree: it keeps the colour of a small thing, which a median cut gives up for more greys."""


@dataclass(frozen=True)
class Shot:
    """One picture: which state, theme, language and size."""

    state: str
    look: ThemeName
    language: str = languages.ENGLISH
    size: tuple[int, int] = SIZE

    @property
    def file_name(self) -> str:
        language = "" if self.language == languages.ENGLISH else f"-{self.language}"
        size = "" if self.size == SIZE else f"-{self.size[0]}x{self.size[1]}"
        return f"{self.state}-{self.look}{language}{size}.webp"


_OTHER_LANGUAGES = tuple(code for code in languages.NAMES if code != languages.ENGLISH)
COMMITTED = (
    *itertools.starmap(Shot, ((name, look) for look in ThemeName for name in NAMES)),
    *(Shot(name, ThemeName.LIGHT, code) for code in _OTHER_LANGUAGES for name in NAMES),
    Shot("accepted", ThemeName.LIGHT, size=LARGE),
)
MORE = (
    *(Shot(name, look, code) for look in ThemeName for code in _OTHER_LANGUAGES for name in NAMES),
    *(
        Shot(name, ThemeName.LIGHT, code, size)
        for size in SIZES[1:]
        for code in languages.NAMES
        for name in NAMES
    ),
)


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


def painted(app: QApplication, shots: Sequence[Shot]) -> Iterator[tuple[Shot, Image.Image]]:
    """What the window paints for each; one window serves all states that follow each other in one look."""
    with in_utc():
        for (look, code, size), group in itertools.groupby(
            shots, lambda shot: (shot.look, shot.language, shot.size)
        ):
            languages.speak(code)
            window = ScanWindow(theme.apply(app, look, 1.0), state(NAMES[0]))
            window.resize(*size)
            window.show()
            for shot in group:
                window.show_state(state(shot.state))
                app.sendPostedEvents()  # no timers: after some seconds Qt drops fonts and draws edges another way
                yield shot, as_picture(window.grab().toImage())
            away(window)
        languages.speak(languages.ENGLISH)


def as_picture(image: QImage) -> Image.Image:
    """The pixels without what Qt keeps beside them."""
    plain = image.convertToFormat(QImage.Format.Format_RGBX8888)
    return Image.frombytes("RGBX", (plain.width(), plain.height()), bytes(plain.constBits())).convert("RGB")


def sum_of(picture: Image.Image) -> str:
    return hashlib.sha256(picture.tobytes()).hexdigest()[:32]


def save(picture: Image.Image, file: Path) -> Image.Image:
    """Write the picture with few colours; gives it as it was written."""
    few = picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).convert(
        "RGB"
    )
    few.save(file, "WEBP", lossless=True, quality=60, method=3)
    return few


def make(app: QApplication, shots: Sequence[Shot], folder: Path) -> None:
    """Make these pictures in a folder, with their sums."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for shot, picture in painted(app, shots):
        kept = save(picture, folder / shot.file_name)
        lines.append(f"{sum_of(picture)} {sum_of(kept)} {shot.file_name}\n")
    (folder / SUMS).write_text("".join(sorted(lines, key=lambda line: line.split()[2])), encoding="utf-8")


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # each platform draws letters its own way
    for taken, seen in painted(QApplication([]), COMMITTED):
        sys.stdout.write(f"{sum_of(seen)} {taken.file_name}\n")
        if len(sys.argv) > 1:
            seen.save(Path(sys.argv[1]) / f"{Path(taken.file_name).stem}.png")
