"""The job strip: which certificate, from which PID to which, the own share, and a warning when it runs out."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from ui.look.fonts import font
from ui.look.painted import PaintedWidget, Part
from ui.look.painting import LINE, Block, IconRun, fitted, width_of, wrapped
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme
from ui.scan.scan_views import JobView

HEIGHT, ICON, TEXT, WARNING, SHARE = 56.0, 32.0, 26.0, 24.0, 20.0
PADDING, GAP = 16.0, 14.0
SHARE_WIDTH = 0.45
"""The share's sentence takes no more of what the warning leaves; a longer one goes on two lines."""


class JobStrip(PaintedWidget):
    """Read from left to right; the share and the warning have their own places at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "job", parent)
        self._view = JobView("")

    def show_job(self, view: JobView) -> None:
        if view != self._view:
            self._view = view
            self.changed(
                ". ".join(part for part in (view.certificate, self._pids(), view.share, view.warning) if part)
            )

    def _pids(self) -> str:
        view = self._view
        return f"{view.original_pid} → {view.new_pid}" if view.original_pid else ""

    def layout_parts(self) -> list[Part]:
        theme, view = self.theme, self._view
        unit = min(self.scale, self.height() / HEIGHT)
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
        number = width_of(view.certificate, font(TEXT * unit, bold=True)) + 2
        pids = width_of(self._pids(), font(TEXT * unit, mono=True)) + 2
        gap = 2 * GAP * unit if self._pids() else 0
        share = min(1.0, max(1.0, text.width() - gap) / (number + pids))
        first = QRectF(text.left(), text.top(), number * share, text.height())
        second = QRectF(first.right() + gap, text.top(), pids * share, text.height())
        parts.append(fitted(first, view.certificate, TEXT * unit, theme.surfaces.text, bold=True, least=0.5))
        if self._pids():
            parts.append(fitted(second, self._pids(), TEXT * unit, theme.surfaces.text, mono=True, least=0.5))
        return parts

    def _share(self, text: QRectF, unit: float) -> list[Part]:
        """The share's sentence at the right end, on one line or two; takes its room away from `text`."""
        theme, view, pixels = self.theme, self._view, SHARE * unit
        normal = view.share_tone is Tone.NORMAL
        ink = theme.surfaces.muted if normal else theme.ink(view.share_tone)
        room = text.width() * SHARE_WIDTH
        lines = wrapped(view.share, font(pixels, bold=not normal), room, 2)
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
