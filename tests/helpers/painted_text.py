"""What a scan page really paints, part by part: nothing may be clipped, nothing stand on top of another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from ui.look.painted import Part
from ui.look.painting import TextRun, width_of
from ui.scan.scan_page import ScanPage

SMALLEST_READABLE_PX = 12
Painted = tuple[str, QRectF, list[Part]]


def painted_parts(page: ScanPage) -> Iterator[Painted]:
    """Each part with its name, the rectangle it has to stay in and what it paints, in order."""
    for part in (page.top_bar, page.job, page.result, page.counters, page.notices):
        if part.isVisible():
            yield part.objectName(), QRectF(part.rect()), list(part.parts())
    for button in page.buttons.row:
        yield button.text(), QRectF(button.rect()), list(button.parts())
    yield from _cells(page)


def _cells(page: ScanPage) -> Iterator[Painted]:
    view = page.recent_view
    inside = QRectF(view.viewport().rect())
    for n, column in itertools.product(range(page.recent.rowCount()), range(page.recent.columnCount())):
        index = page.recent.index(n, column)
        cell = QRectF(view.visualRect(index))
        if inside.contains(cell.center()):
            yield f"row {n}", inside, list(view.cell_parts(cell, index))


def text_runs(page: ScanPage) -> list[tuple[str, QRectF, list[TextRun]]]:
    """The lines of text of each painted part, with the rectangle they have to stay in."""
    return [
        (name, place, [run for run in parts if isinstance(run, TextRun)])
        for name, place, parts in painted_parts(page)
    ]


def assert_fits(name: str, place: QRectF, run: TextRun) -> None:
    """The text is inside its rectangle by the measures of its font, and the rectangle inside its part."""
    where = f"{name}: {run.text!r} at {run.font.pixelSize()} px in {run.rect}"
    assert place.adjusted(-1, -1, 1, 1).contains(run.rect), where
    assert width_of(run.text, run.font) <= run.rect.width() + 1, where
    assert QFontMetricsF(run.font).height() <= run.rect.height() + 1.5, where
    if run.text:
        assert run.font.pixelSize() >= SMALLEST_READABLE_PX, where


def assert_apart(name: str, runs: Sequence[TextRun]) -> None:
    """No two texts of one part share a place."""
    for one, other in itertools.combinations(runs, 2):
        shared = one.rect.intersected(other.rect)
        assert shared.width() < 1.5 or shared.height() < 1.5, f"{name}: {one.text!r} on {other.text!r}"
