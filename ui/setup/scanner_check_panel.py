"""The test of a scanner: says that nothing is recorded, and of each code that comes what is wrong with the scanner."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from station.scanner_check.diagnosis import Arrival, Diagnosis, diagnose
from ui.languages import told
from ui.look.labels import label, set_role
from ui.look.theme import Theme
from ui.setup import scanner_words
from ui.setup.scanner_views import Broken, LastLabel

IDLE_MS = 180_000
"""A test that nobody ends and nobody uses ends by itself: units scanned during it are not recorded."""


class ScannerCheckPanel(QFrame):
    """`ended` when the person or time has ended it."""

    ended = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAccessibleName(self.tr("Scanner test"))
        self._theme = theme
        self._verdict = label(role="heading", wrap=True)
        self._arrived = label(role="mono", wrap=True)
        self._inside = QWidget()
        self._findings = QVBoxLayout()
        self.end = QPushButton(self.tr("End the test"))
        self.end.clicked.connect(self.ended)
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.setInterval(IDLE_MS)
        self.idle.timeout.connect(self.ended)
        self._arrange()

    def start(self) -> None:
        self.idle.start()
        set_role(self._verdict, "heading")
        self._verdict.setText(self.tr("Scan code A of the printed test sheet"))
        self._arrived.setText("")
        self._show(())

    def stop(self) -> None:
        self.idle.stop()

    def show_result(self, came: Arrival | Broken) -> None:
        """Say what this label tells."""
        self.idle.start()
        if isinstance(came, Broken):
            words = self.tr("A label came broken: %1").replace("%1", told(came.reason))
            found = diagnose(came.arrival) if came.arrival else Diagnosis(None)
            octets = scanner_words.hexadecimal(came.raw) if found.label else ""  # else it may be a secret
            self._tell(words, "error", "", octets)
            self._show_findings(found)
        else:
            self._show_diagnosis(came, diagnose(came))

    def said(self) -> list[str]:
        """Everything that is shown of the last label."""
        lines = [self._verdict.text(), self._arrived.text()]
        return lines + [shown.text() for shown in self._inside.findChildren(QLabel)]

    def _show_diagnosis(self, came: Arrival, found: Diagnosis) -> None:
        text, octets = scanner_words.shown(LastLabel(0, came.text, came.raw))
        role = "warning" if found.label is None else "ok" if found.good else "error"
        self._tell(scanner_words.verdict(found), role, text, octets)
        self._show_findings(found)

    def _show_findings(self, found: Diagnosis) -> None:
        findings = sorted(found.findings, key=lambda finding: finding.harmless)
        self._show([(*scanner_words.finding(finding), finding.harmless) for finding in findings])

    def _tell(self, verdict: str, role: str, text: str, octets: str) -> None:
        set_role(self._verdict, role)
        self._verdict.setText(verdict)
        self._arrived.setText("\n".join(part for part in (text, octets) if part))
        self.setAccessibleDescription(verdict)

    def _show(self, findings: Sequence[tuple[str, str, bool]]) -> None:
        while (item := self._findings.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        for name, remedy, harmless in findings:
            self._findings.addWidget(label(f"• {name}", "hint" if harmless else "", wrap=True))
            if remedy:
                self._findings.addWidget(label(f"   → {remedy}", "hint", wrap=True))
        self._findings.addStretch(1)

    def _arrange(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        column.setSpacing(px(8))
        column.addWidget(self._banner())
        for part in (self._verdict, self._arrived):
            part.setContentsMargins(px(16), 0, px(16), 0)
            column.addWidget(part)
        self._inside.setLayout(self._findings)
        self._findings.setContentsMargins(px(16), 0, px(16), 0)
        self._findings.setSpacing(px(4))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._inside)
        for ground in (scroll.viewport(), self._inside):  # the panel shows through
            ground.setAutoFillBackground(False)
        column.addWidget(scroll, 1)

    def _banner(self) -> QFrame:
        banner = QFrame()
        banner.setProperty("tone", "caution")
        line = QHBoxLayout(banner)
        line.setContentsMargins(self._theme.px(16), self._theme.px(8), self._theme.px(16), self._theme.px(8))
        words = self.tr(
            "TEST: nothing that is scanned now is recorded. Leaving this page ends the test, and so do 3 minutes "
            "without a scan."
        )
        line.addWidget(label(words, wrap=True), 1)
        self.end.setMinimumSize(self._theme.px(140), self._theme.px(44))
        line.addWidget(self.end)
        return banner
