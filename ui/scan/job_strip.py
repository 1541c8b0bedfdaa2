"""The job strip: certificate, for whom and with which tag, from which PID to which, own share, and what runs out."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ui.look.fonts import font
from ui.look.painted import PaintedWidget, Part
from ui.look.painting import (
    LINE,
    SMALLEST_PX,
    Block,
    IconRun,
    Step,
    fitted,
    readable_steps,
    stepped,
    width_of,
)
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme
from ui.scan.scan_views import JobView

HEIGHT, ICON, TEXT, WARNING, STACKED = 60.0, 32.0, 26.0, 24.0, 22.0
SHARE_STEPS = (Step(1, 19, 18), Step(2, 19, 15), Step(3, 15, 11))
PADDING, GAP, SWATCH = 16.0, 14.0, 26.0
SHARE_WIDTH, SHARE_ALONE = 0.26, 0.4
"""The share's sentence takes no more of what the warning leaves; less where a job is named."""
LEAST, JOB_GIVES = 0.5, 0.7
"""The strip shrinks so far; then the job gives up so much of its width, before certificate and PIDs are touched."""


class JobStrip(PaintedWidget):
    """Read from left to right; the share and the warning have their own places at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "job", parent)
        self._view = JobView("")

    def show_job(self, view: JobView) -> None:
        if view != self._view:
            self._view = view
            self.changed(
                ". ".join(
                    part
                    for part in (view.certificate, self._job(), self._pids(), view.share, view.warning)
                    if part
                )
            )

    def _pids(self) -> str:
        view = self._view
        return f"{view.original_pid} → {view.new_pid}" if view.original_pid else ""

    def _job(self) -> str:
        return " · ".join(part for part in (self._view.customer, self._view.tag) if part)

    def layout_parts(self) -> list[Part]:
        """All of it at one size: as large as the strip is high, smaller until nothing has to be cut."""
        unit = min(self.scale, self.height() / HEIGHT)
        least = max(unit * LEAST, SMALLEST_PX / STACKED)
        parts, fits = self._laid_out(unit)
        while not fits and unit > least:
            unit = max(least, unit * 0.94)
            parts, fits = self._laid_out(unit)
        return parts

    def _laid_out(self, unit: float) -> tuple[list[Part], bool]:
        theme, view = self.theme, self._view
        rect = QRectF(self.rect())
        parts: list[Part] = [Block(rect, theme.surfaces.panel, 8 * unit, 1, theme.surfaces.border)]
        side = ICON * unit
        place = QRectF(rect.left() + PADDING * unit, rect.center().y() - side / 2, side, side)
        parts.append(IconRun(place, Icon.CERTIFICATE, theme.surfaces.text))
        text = rect.adjusted((PADDING + GAP) * unit + side, 0, -PADDING * unit, 0)
        if view.warning:
            parts += self._warning(text, unit)
        if view.share:
            parts += self._share(text, unit)
        flow, fits = self._flow(text, unit)
        return parts + flow, fits

    def _flow(self, text: QRectF, unit: float) -> tuple[list[Part], bool]:
        """Certificate, job, PIDs side by side, the PIDs on two lines where one is too long; and whether all fits."""
        view, gap = self._view, 2 * GAP * unit
        swatch = (SWATCH + 10) * unit if view.swatch else 0.0
        number = width_of(view.certificate, font(TEXT * unit, bold=True)) + 2
        job = width_of(self._job(), font(TEXT * unit)) + swatch + 2 if self._job() else 0.0
        lines = [self._pids()]
        pids, gaps = self._wanted(lines, TEXT * unit), gap * (bool(job) + bool(self._pids()))
        if number + job + pids + gaps > text.width() and view.original_pid:
            lines = [f"{view.original_pid} →", view.new_pid]
            pids = self._wanted(lines, STACKED * unit)
        over = number + job + pids + gaps - text.width()
        job -= min(max(0.0, over), job * JOB_GIVES)
        share = min(1.0, max(1.0, text.width() - gaps) / (number + job + pids))
        first = QRectF(text.left(), text.top(), number * share, text.height())
        second = QRectF(first.right() + (gap if job else 0), text.top(), job * share, text.height())
        third = QRectF(second.right() + gap, text.top(), pids * share, text.height())
        parts: list[Part] = [
            fitted(first, view.certificate, TEXT * unit, self.theme.surfaces.text, bold=True, least=0.5)
        ]
        if job:
            parts += self._job_parts(second, swatch, unit)
        return parts + (self._pid_parts(third, lines, unit) if self._pids() else []), over <= 0

    @staticmethod
    def _wanted(lines: list[str], pixels: float) -> float:
        return max(width_of(line, font(pixels, mono=True)) for line in lines) + 2

    def _job_parts(self, place: QRectF, swatch: float, unit: float) -> list[Part]:
        """The tag's colour as a swatch with a rim, beside its word: never the colour alone."""
        theme, side = self.theme, SWATCH * unit
        words = place.adjusted(swatch, 0, 0, 0)
        text = fitted(words, self._job(), TEXT * unit, theme.surfaces.text, least=0.5)
        if not self._view.swatch:
            return [text]
        square = QRectF(place.left(), place.center().y() - side / 2, side, side)
        return [Block(square, self._view.swatch, 4 * unit, max(1.0, 2 * unit), theme.surfaces.text), text]

    def _pid_parts(self, place: QRectF, lines: list[str], unit: float) -> list[Part]:
        pixels = TEXT * unit if len(lines) == 1 else STACKED * unit
        height = pixels * LINE
        top = place.center().y() - height * len(lines) / 2
        rows = (QRectF(place.left(), top + n * height, place.width(), height) for n in range(len(lines)))
        ink = self.theme.surfaces.text
        return [
            fitted(row, line, pixels, ink, mono=True, least=0.5)
            for row, line in zip(rows, lines, strict=True)
        ]

    def _share(self, text: QRectF, unit: float) -> list[Part]:
        """The share's sentence at the right end, on up to three lines; takes its room away from `text`."""
        theme, view = self.theme, self._view
        normal = view.share_tone is Tone.NORMAL
        ink = theme.surfaces.muted if normal else theme.ink(view.share_tone)
        room = text.width() * (SHARE_WIDTH if self._job() else SHARE_ALONE)
        pixels, lines = stepped(view.share, room, readable_steps(SHARE_STEPS, unit), unit, bold=not normal)
        width = min(room, max(width_of(line, font(pixels, bold=not normal)) for line in lines) + 2)
        height = pixels * LINE
        top = text.center().y() - height * len(lines) / 2
        words = QRectF(text.right() - width, top, width, height)
        parts: list[Part] = []
        for n, line in enumerate(lines):
            parts.append(fitted(words.translated(0, n * height), line, pixels, ink, bold=not normal))
        text.setRight(words.left() - GAP * unit)
        if not normal:
            side = ICON * unit
            place = QRectF(text.right() - side, text.center().y() - side / 2, side, side)
            parts.append(IconRun(place, Icon.WARNING, ink))
            text.setRight(place.left() - GAP * unit)
        return parts

    def _warning(self, text: QRectF, unit: float) -> list[Part]:
        """The warning at the right end; takes its room away from `text`."""
        theme, view = self.theme, self._view
        side = ICON * unit
        wanted = width_of(view.warning, font(WARNING * unit, bold=True)) + side + 3 * GAP * unit + 2
        pill = QRectF(0, 0, min(wanted, text.width() / 2), self.height() - 10 * unit)
        pill.moveCenter(text.center())
        pill.moveRight(text.right())
        text.setRight(pill.left() - GAP * unit)
        ink = theme.on_fill(view.tone)
        icon = Icon.STOP if view.tone is Tone.STOP else Icon.WARNING
        place = QRectF(pill.left() + GAP * unit, pill.center().y() - side / 2, side, side)
        words = pill.adjusted(side + 2 * GAP * unit, 0, -GAP * unit, 0)
        return [
            Block(pill, theme.fill(view.tone), 6 * unit),
            IconRun(place, icon, ink),
            fitted(words, view.warning, WARNING * unit, ink, bold=True, least=0.5),
        ]
