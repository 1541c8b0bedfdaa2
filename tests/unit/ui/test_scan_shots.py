"""The committed pictures of the scan page are what it paints now, to the last pixel."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.helpers.scan_shots import COMMITTED, Shot, in_utc
from tests.helpers.scan_window import picture_of

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "screenshots" / "scan"


@pytest.mark.parametrize("shot", COMMITTED, ids=lambda shot: shot.file_name)
def test_a_committed_picture_is_what_is_painted_now(qapp: QApplication, shot: Shot, tmp_path: Path) -> None:
    committed = QImage(str(FOLDER / shot.file_name)).convertToFormat(QImage.Format.Format_RGB32)
    with in_utc():
        now = picture_of(qapp, shot.state, shot.size, shot.look)
    if now != committed:
        seen = tmp_path / shot.file_name
        now.save(str(seen))
        pytest.fail(
            f"{shot.file_name} differs: {seen}. If that is meant, ./dev shots makes all pictures anew."
        )


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.png")} == {shot.file_name for shot in COMMITTED}
