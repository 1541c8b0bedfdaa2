"""Windows that come and go under a keyboard scanner: dialogs, menus, lists, message boxes, fields with the focus."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

HALT_MS = 50


class KeyRecorder(QObject):
    """Everything that key presses did: texts of keys that came to a widget, buttons, actions and shortcuts.

    `halts` counts gaps of more than 50 ms within labels, by the time stamps of the keys: the rig, not the program,
    has come to a halt then, and no program can know what belongs together.
    """

    def __init__(self) -> None:
        super().__init__()
        self.reached: list[str] = []
        self.halts = 0
        self._last_ms = 0

    def did(self, what: str) -> Callable[..., None]:
        return lambda *_: self.reached.append(what)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if isinstance(watched, QWindow):
                self._time(event)
            elif event.text():
                self.reached.append(f"{event.text()!r} at {type(watched).__name__}")
        return False

    def _time(self, event: QKeyEvent) -> None:
        if self._last_ms and event.timestamp() - self._last_ms > HALT_MS:
            self.halts += 1
        self._last_ms = 0 if event.key() == Qt.Key.Key_Return else event.timestamp()


class Commotion(QWidget):
    """`start` changes what has the focus every `every_ms` until `stop`; `turns` counts the changes."""

    def __init__(self, recorder: KeyRecorder) -> None:
        super().__init__()
        self.turns = 0
        self._recorder = recorder
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self._open: QWidget | None = None
        self.field, self.button, self.combo = QLineEdit(), QPushButton("Press"), QComboBox()
        self.combo.addItems(["SN one", "TY two", "0 three"])
        self.button.clicked.connect(recorder.did("button"))
        self.combo.currentIndexChanged.connect(recorder.did("combo"))
        for keys in ("S", "Return", "1"):
            QShortcut(QKeySequence(keys), self).activated.connect(recorder.did(f"shortcut {keys}"))
        column = QVBoxLayout(self)
        for part in (self.field, self.button, self.combo):
            column.addWidget(part)
        self._acts = cycle(
            (
                self._dialog, self._close, self.field.setFocus, self._menu, self._close, self._message,
                self._close, self.combo.showPopup, self.combo.hidePopup, self.button.setFocus, self._dialog,
                self._close, self._menu, self._close, self._file, self._close, self.combo.setFocus,
            )
        )  # fmt: skip

    def start(self, every_ms: int) -> None:
        self._timer.start(every_ms)

    def stop(self) -> None:
        self._timer.stop()
        self._close()
        self.combo.hidePopup()

    def _turn(self) -> None:
        self.turns += 1
        next(self._acts)()

    def _dialog(self) -> None:
        dialog = QDialog(self)
        column = QVBoxLayout(dialog)
        field, default = QLineEdit(), QPushButton("OK")
        default.setDefault(True)
        default.clicked.connect(self._recorder.did("dialog"))
        column.addWidget(field)
        column.addWidget(default)
        field.setFocus()
        self._show(dialog)

    def _message(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Question", "Go on?", parent=self)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
        box.buttonClicked.connect(self._recorder.did("message box"))
        self._show(box)

    def _file(self) -> None:
        dialog = QFileDialog(self)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.fileSelected.connect(self._recorder.did("file"))
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        self._open = dialog
        dialog.open()

    def _menu(self) -> None:
        menu = QMenu(self)
        for name in ("&SN", "&Type", "&0 zero"):
            menu.addAction(name, self._recorder.did(f"menu {name}"))
        self._open = menu
        menu.popup(self.mapToGlobal(self.rect().center()))

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open.deleteLater()
            self._open = None
