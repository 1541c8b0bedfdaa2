"""The committed pictures of the scan page are what it paints now, to the last pixel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.helpers.scan_shots import COMMITTED, Shot

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "screenshots" / "scan"


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures as a program paints them that has done nothing else: other tests leave fonts and styles behind."""
    folder = tmp_path_factory.mktemp("shots")
    subprocess.run([sys.executable, "-m", "tests.helpers.scan_shots", folder], check=True, timeout=120)
    return folder


@pytest.mark.parametrize("shot", COMMITTED, ids=lambda shot: shot.file_name)
def test_a_committed_picture_is_what_is_painted_now(fresh: Path, shot: Shot) -> None:
    committed, now = (
        QImage(str(folder / shot.file_name)).convertToFormat(QImage.Format.Format_RGB32)
        for folder in (FOLDER, fresh)
    )
    if now != committed:
        pytest.fail(
            f"{fresh / shot.file_name} differs. If that is meant, ./dev shots makes all pictures anew."
        )


def test_no_picture_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.png")} == {shot.file_name for shot in COMMITTED}
