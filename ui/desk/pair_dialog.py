"""The question before a certificate is taken up: the PID pair is read back, big enough to compare with the job card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from station.model import Certificate
from ui import i18n
from ui.look.labels import label, panel
from ui.look.theme import Theme


class PairDialog(QDialog):
    """Accepted only by its button: no button is the default, so a scanner's Enter cannot answer."""

    def __init__(self, certificate: Certificate, left: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Perform replacement"))
        self.setModal(True)
        self.yes = QPushButton(self.tr("Yes, replace this pair"))
        self.no = QPushButton(self.tr("Cancel"))
        self.yes.setProperty("kind", "primary")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        margin = theme.px(28)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(16))
        column.addWidget(label(self.tr("Does this pair match the job card?"), "title"))
        column.addWidget(self._pair(certificate))
        column.addWidget(label(self._facts(certificate, left), "hint"))
        column.addLayout(self._buttons())
        self.setAccessibleDescription(f"{certificate.original_pid} → {certificate.new_pid}")
        self.no.setFocus()

    def _pair(self, certificate: Certificate) -> QWidget:
        card, column = panel(self._theme)
        for caption, pid in (
            (self.tr("Original PID"), certificate.original_pid),
            (self.tr("New PID"), certificate.new_pid),
        ):
            column.addWidget(label(caption, "hint"))
            column.addWidget(self._big(pid))
        return card

    def _big(self, pid: str) -> QLabel:
        made = label(pid, "pid")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _facts(self, certificate: Certificate, left: int) -> str:
        units = i18n.counted(left, self.tr("%n unit left"), self.tr("%n units left"))
        return self.tr("Certificate %1, %2").replace("%1", certificate.certificate_no).replace("%2", units)

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        for button in (self.no, self.yes):
            button.setAutoDefault(False)
            button.setMinimumHeight(self._theme.px(56))
            line.addWidget(button)
        return line
