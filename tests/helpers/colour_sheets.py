"""Pictures of the results side by side, as people with each kind of colour vision see them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.helpers.colour_vision import Vision, as_seen
from tests.helpers.scan_shots import SIZE, Shot, painted, save
from ui.look.theme import ThemeName

STATES = (
    "ready",
    "accepted",
    "saved-offline",
    "already-scanned",
    "set-aside",
    "set-aside-beside-good",
    "not-an-sn",
    "line-stopped",
    "undone",
)
"""One or two of each tone."""
_ACROSS, _GAP = 3, 6
_PART = (SIZE[0] // _ACROSS, SIZE[1] // _ACROSS)


def sheets(app: QApplication) -> Mapping[Vision, Image.Image]:
    """The sheet of each kind of vision, the usual one first."""
    plain = _side_by_side([picture for _, picture in painted(app, [_shot(name) for name in STATES])])
    return {vision: as_seen(plain, vision) for vision in Vision}


def make(app: QApplication, folder: Path) -> None:
    """Make the sheets in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for vision, sheet in sheets(app).items():
        save(sheet, folder / f"{vision}.webp")


def _shot(name: str) -> Shot:
    return Shot(name, ThemeName.LIGHT)


def _side_by_side(pictures: list[Image.Image]) -> Image.Image:
    rows = -(-len(pictures) // _ACROSS)
    width, height = _PART
    sheet = Image.new("RGB", (_ACROSS * (width + _GAP), rows * (height + _GAP)), "#808080")
    for place, picture in enumerate(pictures):
        corner = (place % _ACROSS * (width + _GAP), place // _ACROSS * (height + _GAP))
        sheet.paste(picture.resize(_PART, Image.Resampling.LANCZOS), corner)
    return sheet
