"""A label that takes no more lines than it may; what does not fit is cut, and whoever asks is told so."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_SIDE_PX = 4
"""A label keeps a little of its width to itself."""


class CutText(QLabel):
    """As wide as it is made; `was_cut` tells after each change whether something is missing."""

    was_cut = Signal(bool)

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self._whole, self._most = "", 1

    @property
    def whole(self) -> str:
        """The text with nothing cut off."""
        return self._whole

    @property
    def line_height(self) -> int:
        """Pixels from one line to the next."""
        return round(QFontMetricsF(self.font()).lineSpacing())

    def show_text(self, text: str, most_lines: int = 1) -> None:
        self._whole, self._most = text, most_lines
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self._lines(max(1.0, self.width() - _SIDE_PX))
        cut = len(lines) > self._most
        if cut:
            rest = " ".join(lines[self._most - 1 :])
            metrics = QFontMetricsF(self.font())
            last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width() - _SIDE_PX)
            lines = [*lines[: self._most - 1], last]
        self.setText("\n".join(lines))
        self.setFixedHeight(self.line_height * max(1, len(lines)))
        self.was_cut.emit(cut)

    def _lines(self, width: float) -> list[str]:
        layout = QTextLayout(self._whole.replace("\n", " "), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            found.append(layout.text()[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return found
