"""What an operator can press: undo, acknowledge, type an SN. Typing opens a line in place of the buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.big_button import BigButton
from ui.look.signs import Icon, Tone
from ui.look.theme import Theme

GAP = 8.0
LONGEST_SN = 512


class OperatorButtons(QWidget):
    """One row; `typed` carries what was typed, without blanks around it."""

    undo_asked = Signal()
    acknowledged = Signal()
    typed = Signal(str)
    line_closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 1.0
        self.undo = BigButton(theme, Icon.UNDO, self.tr("Undo last"), self)
        self.acknowledge = BigButton(theme, Icon.ACKNOWLEDGE, self.tr("Acknowledge"), self)
        self.type_sn = BigButton(theme, Icon.KEYBOARD, self.tr("Type SN"), self)
        self.lock = BigButton(theme, Icon.LOCK, self.tr("Lock"), self)
        self.help = BigButton(theme, Icon.HELP, self.tr("Help"), self)
        self.take = BigButton(theme, Icon.ACCEPTED, self.tr("Take it"), self)
        self.cancel = BigButton(theme, Icon.CANCEL, self.tr("Cancel"), self)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(self.tr("SN, typed by hand"))
        self.line.setPlaceholderText(self.tr("Type the SN"))
        self.line.setProperty("role", "mono")
        self.line.setMaxLength(LONGEST_SN)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.installEventFilter(self)
        self.undo.clicked.connect(self.undo_asked)
        self.acknowledge.clicked.connect(self.acknowledged)
        self.type_sn.clicked.connect(self.open_line)
        self.take.clicked.connect(self._take)
        self.line.returnPressed.connect(self._take)
        self.cancel.clicked.connect(self.close_line)
        self.close_line()

    @property
    def row(self) -> tuple[BigButton, ...]:
        """What stands side by side while nothing is typed, from left to right."""
        return self.undo, self.acknowledge, self.type_sn, self.lock, self.help

    def show_to_acknowledge(self, count: int) -> None:
        self.acknowledge.setEnabled(count > 0)
        self.acknowledge.set_tone(Tone.CAUTION if count else Tone.NORMAL)

    def open_line(self) -> None:
        """Show the line for typing and give it the keyboard."""
        self._show_line(True)
        self.line.setFocus()

    def close_line(self) -> None:
        self.line.clear()
        self._show_line(False)
        self.line_closed.emit()

    def _show_line(self, typing: bool) -> None:
        for part in (self.line, self.take, self.cancel):
            part.setVisible(typing)
        for button in self.row:
            button.setVisible(not typing)

    def _take(self) -> None:
        text = self.line.text().strip()
        if text:
            self.close_line()
            self.typed.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self.close_line()
        return True

    def set_look(self, theme: Theme, scale: float) -> None:
        self._scale = scale
        for button in (*self.row, self.take, self.cancel):
            button.set_look(theme, scale)
        sheet = f"font-size: {max(16, round(30 * scale))}px"
        if sheet != self.line.styleSheet():  # a style sheet is dear: only for another size, never for a state
            self.line.setStyleSheet(sheet)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap = round(GAP * self._scale)
        self._place_row(gap)
        quarter = (self.width() - 2 * gap) // 4
        line = self.width() - 2 * (quarter + gap)
        self.line.setGeometry(0, 0, line, self.height())
        self.take.setGeometry(line + gap, 0, quarter, self.height())
        self.cancel.setGeometry(line + quarter + 2 * gap, 0, quarter, self.height())

    def _place_row(self, gap: int) -> None:
        """Each as wide as its words ask for: the line is shared, none is shorter than the others by its place."""
        room = self.width() - gap * (len(self.row) - 1)
        wanted = [button.wanted_width() for button in self.row]
        done = 0.0
        for n, (button, width) in enumerate(zip(self.row, wanted, strict=True)):
            left, right = (round(room * share / sum(wanted)) for share in (done, done + width))
            button.setGeometry(left + n * gap, 0, right - left, self.height())
            done += width
