"""A dialog that says what would happen, or what has happened: counts with words, the units concerned, one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QPushButton, QWidget

from ui import i18n
from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label
from ui.look.signs import Tone
from ui.look.theme import Theme

_WIDTH_PX, _UNITS_PX, _TALL_PX = 720, 160, 420
MOST_UNITS = 500
"""Units named one by one; the others are counted."""
_ROLES = {Tone.NORMAL: "", Tone.OK: "ok", Tone.CAUTION: "warning", Tone.BAD: "error"}


@dataclass(frozen=True)
class Line:
    """How many units, and what is or will be with them."""

    count: int
    words: str
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True)
class Sheet:
    """`units` are named one a line, in a higher box when `tall`; `confirm` is the text of the button that goes on."""

    title: str
    lines: tuple[Line, ...] = ()
    units: tuple[str, ...] = ()
    hint: str = ""
    confirm: str = ""
    tall: bool = False


class SheetDialog(FittingDialog):
    """Accepted only by its button: no button is the default, so a scanner's Enter cannot answer."""

    def __init__(self, sheet: Sheet, theme: Theme, parent: QWidget, extra: Sequence[QWidget] = ()) -> None:
        super().__init__(theme, parent, _WIDTH_PX)
        self.setModal(True)
        self._title, self._hint = label("", "title", wrap=True), label("", "hint", wrap=True)
        self._counts = QGridLayout()
        self._units = QPlainTextEdit()
        self._units.setReadOnly(True)
        self._units.setTabChangesFocus(True)
        self._units.setAccessibleName(self.tr("Units"))
        self.yes, self.no = QPushButton(), QPushButton()
        self.yes.setProperty("kind", "primary")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self._arrange(extra)
        self.show_sheet(sheet)
        self.no.setFocus()

    def show_sheet(self, sheet: Sheet) -> None:
        """Say this instead."""
        self.setWindowTitle(sheet.title)
        self._title.setText(sheet.title)
        self._show_lines(sheet.lines)
        self._units.setPlainText(_named(sheet.units))
        self._units.setVisible(bool(sheet.units))
        self._units.setFixedHeight(self._theme.px(_TALL_PX if sheet.tall else _UNITS_PX))
        self._hint.setText(sheet.hint)
        self._hint.setVisible(bool(sheet.hint))
        self.yes.setText(sheet.confirm)
        self.yes.setVisible(bool(sheet.confirm))
        self.no.setText(self.tr("Cancel") if sheet.confirm else self.tr("Close"))
        said = [f"{line.count} {line.words}" for line in sheet.lines]
        self.setAccessibleDescription(". ".join([*said, sheet.hint]))
        self.fit()

    def _show_lines(self, lines: Sequence[Line]) -> None:
        while (item := self._counts.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row, line in enumerate(lines):
            role = _ROLES.get(line.tone, "")
            count, words = label(i18n.number(line.count), role), label(line.words, role, wrap=True)
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            words.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._counts.addWidget(count, row, 0)
            self._counts.addWidget(words, row, 1)

    def _arrange(self, extra: Sequence[QWidget]) -> None:
        px = self._theme.px
        self._counts.setColumnStretch(1, 1)
        self._counts.setHorizontalSpacing(px(16))
        self.body.addWidget(self._title)
        for widget in extra:
            self.body.addWidget(widget)
        self.body.addLayout(self._counts)
        for widget in (self._units, self._hint):
            self.body.addWidget(widget)
        self.add_buttons(self.no, self.yes)


def _named(units: Sequence[str]) -> str:
    more = len(units) - MOST_UNITS
    return "\n".join([*units[:MOST_UNITS], *([f"… + {i18n.number(more)}"] if more > 0 else [])])
