"""The page Health: how this station is, each trouble with its remedy; a bundle for whoever helps."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from station import support_bundle
from station.health.finding import Finding
from ui.health import health_words
from ui.health.health_list import HealthList
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS, switch
from ui.look.labels import label, set_role
from ui.look.scrolled import scrolled
from ui.look.theme import Theme

_BUTTON_PX = 56


class HealthPage(QWidget):
    """Emits what the person wants; `save_wanted` comes with the file and whether scanner traffic goes in."""

    look_wanted = Signal()
    save_wanted = Signal(object, bool)
    about_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._findings: Sequence[Finding] | None = None
        self._saved: Path | None = None
        self.verdict = label(role="heading", wrap=True)
        self.said = label(role="hint", wrap=True)
        self.list = HealthList(theme)
        self.again = QPushButton(self.tr("Check again"))
        self.traffic = QPushButton()
        self.traffic.setCheckable(True)
        self.traffic.toggled.connect(self._show_traffic)
        self.save = QPushButton(self.tr("Save a support bundle …"))
        self.about = QPushButton(self.tr("About …"))
        self.save.setProperty("kind", "primary")
        self.setProperty(FIRST_FOCUS, self.again)
        self.again.clicked.connect(self.look_wanted)
        self.about.clicked.connect(self.about_wanted)
        self.save.clicked.connect(self._choose_file)
        self._arrange()
        self._show_traffic(False)
        self.show_looking()

    def show_looking(self) -> None:
        switch(False, self.again)
        set_role(self.verdict, "heading")
        self.verdict.setText(self.tr("Looking …"))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        self._findings = findings
        switch(True, self.again)
        set_role(self.verdict, "ok" if all(finding.ok for finding in findings) else "error")
        self.verdict.setText(health_words.verdict(findings))
        self.list.show_findings(findings)

    def show_failed(self) -> None:
        switch(True, self.again)
        self.verdict.setText("")

    def show_saved(self, file: Path) -> None:
        """Say where the bundle is."""
        self._saved = file
        self.said.setText(self.tr("Saved: %1. Secrets are not in it.").replace("%1", str(file)))

    def changeEvent(self, event: QEvent) -> None:
        """What was said in another language is said again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_traffic(self.traffic.isChecked())
            if self._findings is not None:
                self.show_findings(self._findings)
            if self._saved is not None:
                self.show_saved(self._saved)

    def _show_traffic(self, on: bool) -> None:
        self.traffic.setText(
            self.tr("Last scans: in the bundle") if on else self.tr("Last scans: not in the bundle")
        )

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Support bundle"), str(Path.home()), "ZIP (*.zip)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(support_bundle.name(time.time()))
        dialog.fileSelected.connect(lambda name: self.save_wanted.emit(Path(name), self.traffic.isChecked()))
        dialog.open()

    def _arrange(self) -> None:
        px = self._theme.px
        above, below = Flow(px(12)), Flow(px(12))
        above.add(self.verdict, wide=True)
        above.add(self.again)
        below.add(self.said, wide=True)
        for widget in (self.about, self.traffic, self.save):
            below.add(widget)
        for button in (self.again, self.about, self.traffic, self.save):
            button.setMinimumHeight(px(_BUTTON_PX))
            button.setMinimumWidth(px(140))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(8))
        column.setSpacing(px(12))
        column.addLayout(above)
        column.addWidget(scrolled(self.list), 1)
        column.addLayout(below)
