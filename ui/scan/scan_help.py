"""Help for the operator: what the colours mean, what each button does, whom to call. Scanning goes on beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.look.icons import pixmap
from ui.look.labels import label, panel
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme

translate = QCoreApplication.translate
_WIDTH_PX, _HEIGHT_PX, _SIGN_PX, _ICON_PX = 1200, 640, 290, 30
_PLACES = ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2))
"""Row and column of each chapter, and how many of them it covers."""
_NARROW_PLACES = ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1))

HelpLine = tuple[Tone, Icon, str, str]
"""Colour, icon, word, and what to do."""


def help_lines() -> tuple[tuple[str, tuple[HelpLine, ...]], ...]:
    """The chapters: heading and lines."""
    colours = (
        (Tone.OK, Icon.ACCEPTED, translate("Help", "OK"), translate("Help", "Recorded. Scan the next unit.")),
        (
            Tone.INFO,
            Icon.SAVED,
            translate("Help", "SAVED"),
            translate("Help", "Recorded here, will be sent later. Go on scanning."),
        ),
        (
            Tone.CAUTION,
            Icon.REPEAT,
            translate("Help", "ALREADY SCANNED"),
            translate("Help", "It counts once. Go on with the next unit."),
        ),
        (
            Tone.BAD,
            Icon.SET_ASIDE,
            translate("Help", "SET ASIDE"),
            translate("Help", "Put this unit into the tray, then press Acknowledge."),
        ),
        (
            Tone.STOP,
            Icon.STOP,
            translate("Help", "STOP"),
            translate("Help", "Scan nothing more. Call the supervisor."),
        ),
    )
    buttons = (
        (
            Tone.NORMAL,
            Icon.UNDO,
            translate("Help", "Undo last"),
            translate("Help", "Takes the last scan back, as long as it has not been sent."),
        ),
        (
            Tone.NORMAL,
            Icon.ACKNOWLEDGE,
            translate("Help", "Acknowledge"),
            translate("Help", "You have read the red result and put the unit aside."),
        ),
        (
            Tone.NORMAL,
            Icon.KEYBOARD,
            translate("Help", "Type SN"),
            translate("Help", "For a label that cannot be read. It is marked as typed."),
        ),
        (
            Tone.NORMAL,
            Icon.LOCK,
            translate("Help", "Lock"),
            translate("Help", "When you leave. A badge or a PIN opens it; sending goes on."),
        ),
    )
    codes = (
        (
            Tone.NORMAL,
            Icon.SCANNER,
            translate("Help", "Printed codes"),
            translate("Help", "Undo, acknowledge and lock also work by scanning the command sheet."),
        ),
        (
            Tone.NORMAL,
            Icon.PERSON,
            translate("Help", "Your badge"),
            translate(
                "Help", "Scan it when you come: from then on units carry your name. Nothing is closed."
            ),
        ),
        (
            Tone.NORMAL,
            Icon.QUESTION,
            translate("Help", "Whom to call"),
            translate("Help", "The supervisor for every STOP, and when a red result comes again and again."),
        ),
    )
    return (
        (translate("Help", "What the colours mean"), colours),
        (translate("Help", "What the buttons do"), buttons),
        (translate("Help", "Codes and people"), codes),
    )


class ScanHelp:
    """Opens one sheet beside the window; it blocks nothing, so that scans are taken while it is read."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._theme, self._parent = theme, parent
        self.sheet: HelpSheet | None = None

    def open(self) -> None:
        """Show it, or bring it to the front."""
        if self.sheet is None:
            self.sheet = HelpSheet(self._theme, self._parent)
            self.sheet.finished.connect(self._closed)
        self.sheet.show()
        self.sheet.raise_()

    def _closed(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
        self.sheet = None


class HelpSheet(QDialog):
    """Words with icons, in the colours of the result panel; a button for gloves closes it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModal(False)
        self.setWindowTitle(translate("Help", "Help"))
        window = parent.window().size()
        width, height = theme.px(_WIDTH_PX), theme.px(_HEIGHT_PX)
        self.resize(min(width, round(window.width() * 0.96)), min(height, round(window.height() * 0.96)))
        self.closing = QPushButton(translate("Help", "Close"))
        self.closing.setProperty("glove", True)
        self.closing.setAutoDefault(False)
        self.closing.clicked.connect(self.reject)
        self._arrange()

    def _arrange(self) -> None:
        px = self._theme.px
        page = QWidget()
        page.setObjectName("page")
        chapters = QGridLayout(page)
        chapters.setHorizontalSpacing(px(28))
        chapters.setVerticalSpacing(px(16))
        places = _PLACES if self.width() >= px(_WIDTH_PX) else _NARROW_PLACES
        for place, (heading, lines) in zip(places, help_lines(), strict=True):
            chapters.addLayout(self._chapter(heading, lines), *place)
        chapters.setRowStretch(3, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.addWidget(scroll, 1)
        column.addWidget(self.closing)

    def _chapter(self, heading: str, lines: tuple[HelpLine, ...]) -> QVBoxLayout:
        px = self._theme.px
        column, grid = QVBoxLayout(), QGridLayout()
        column.setSpacing(px(8))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for row, (tone, icon, word, text) in enumerate(lines):
            grid.addWidget(self._sign(tone, icon, word), row, 0)
            grid.addWidget(label(text, wrap=True), row, 1)
        column.addWidget(label(heading, "heading"))
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _sign(self, tone: Tone, icon: Icon, word: str) -> QFrame:
        """Icon and word as they look on the scan page."""
        card, column = panel(self._theme)
        card.setProperty("tone", tone.value)
        card.setFixedWidth(self._theme.px(_SIGN_PX))
        px = self._theme.px
        column.setContentsMargins(px(8), px(4), px(8), px(4))
        ink = self._theme.surfaces.text if tone is Tone.NORMAL else self._theme.on_fill(tone)
        sign = QLabel()
        sign.setPixmap(pixmap(icon, ink, px(_ICON_PX)))
        line = QGridLayout()
        line.setColumnStretch(1, 1)
        line.addWidget(sign, 0, 0)
        line.addWidget(label(word, "heading"), 0, 1)
        column.addLayout(line)
        return card
