"""The marks of training: a stripe above and below every page, a coloured frame, a word across the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.main_window import MainWindow

translate = QCoreApplication.translate
COLOUR = "#6a1b9a"
"""Violet: no state of the station is violet."""
_STRIPE_PX, _FRAME_PX, _TEXT_PX = 34, 8, 19
_WATERMARK_ALPHA = 16
_TILT_DEGREES = -24


def mark(window: MainWindow) -> None:
    """Mark a window that is not shown yet; its pages stay as they are."""
    window.setWindowTitle(translate("Training", "TRAINING - PID Station"))
    inside = window.takeCentralWidget()
    assert inside is not None
    outside = QWidget()
    outside.setObjectName("training")
    outside.setStyleSheet(f"QWidget#training {{ background: {COLOUR}; }}")
    column = QVBoxLayout(outside)
    frame = window.theme.px(_FRAME_PX)
    column.setContentsMargins(frame, 0, frame, 0)
    column.setSpacing(0)
    column.addWidget(_stripe(window, translate("Training", "TRAINING - nothing is sent to the platform")))
    column.addWidget(inside, 1)
    column.addWidget(_stripe(window, translate("Training", "TRAINING - to end it, close this window")))
    window.setCentralWidget(outside)
    Watermark(inside, translate("Training", "TRAINING"))


def _stripe(window: MainWindow, words: str) -> QLabel:
    stripe = QLabel(words)
    stripe.setAlignment(Qt.AlignmentFlag.AlignCenter)
    stripe.setFixedHeight(window.theme.px(_STRIPE_PX))
    stripe.setStyleSheet(
        f"background: {COLOUR}; color: white; font-weight: bold; font-size: {window.theme.px(_TEXT_PX)}px;"
    )
    return stripe


class Watermark(QWidget):
    """One word across what it lies on, as large as that; it takes no clicks, and what is below stays readable."""

    def __init__(self, below: QWidget, word: str) -> None:
        super().__init__(below)
        self._below, self._word = below, word
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below.installEventFilter(self)
        self._cover()

    def eventFilter(self, below: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._cover()
        return False

    def _cover(self) -> None:
        self.setGeometry(self._below.rect())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(COLOUR)
        colour.setAlpha(_WATERMARK_ALPHA)
        painter.setPen(colour)
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(max(20, self.width() // 7))
        painter.setFont(font)
        painter.translate(self.width() / 2, self.height() / 2)
        painter.rotate(_TILT_DEGREES)
        side = float(self.width())
        painter.drawText(QRectF(-side, -side / 2, 2 * side, side), Qt.AlignmentFlag.AlignCenter, self._word)
