"""Below the table: everything about one scanner, with the bytes of its last label."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from ui import i18n
from ui.look.labels import label
from ui.look.theme import Theme
from ui.setup import scanner_words
from ui.setup.scanner_views import Mode, ScannerRow


class ScannerDetails(QFrame):
    """A view of one row; empty while none is selected."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("The selected scanner"))
        self._names = (
            self.tr("Address"),
            self.tr("State"),
            self.tr("Last scan"),
            self.tr("Text"),
            self.tr("Bytes"),
        )
        self._values = [label(wrap=True) for _ in self._names]
        for value in self._values:
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange(theme)
        self.show_row(None, 0)

    def show_row(self, row: ScannerRow | None, now_ms: int) -> None:
        for value, text in zip(self._values, self._texts(row, now_ms), strict=True):
            value.setText(text)

    def texts(self) -> dict[str, str]:
        """What is shown, by its name."""
        return {name: value.text() for name, value in zip(self._names, self._values, strict=True)}

    def _texts(self, row: ScannerRow | None, now_ms: int) -> tuple[str, ...]:
        if row is None:
            return (self.tr("Select a scanner in the table."), "", "", "", "")
        address = self.tr("none: the window reads it") if row.mode is Mode.WINDOW else row.address
        state = ". ".join(part for part in (scanner_words.condition(row), scanner_words.remedy(row)) if part)
        if row.last is None:
            return address, state, self.tr("nothing yet"), "", ""
        text, octets = scanner_words.shown(row.last)
        moment = i18n.moment(row.last.at_ms, now_ms)
        lost = self.tr("%1 labels were lost: the station could not take them").replace(
            "%1", i18n.number(row.lost)
        )
        last = " · ".join([moment, *([row.last.aim] if row.last.aim else []), *([lost] if row.lost else [])])
        return address, state, last, text, octets or self.tr("not shown: the label looks like a secret")

    def _arrange(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            caption = QLabel(name)
            caption.setProperty("role", "hint")
            value.setAccessibleName(name)
            if place >= len(self._names) - 2:
                value.setProperty("role", "mono")
            grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(self._names), 1)
