"""The question before an act on rows: for which units, why, and what else the act needs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from station.model import Certificate
from ui.desk.desk_rights import DeskAct
from ui.desk.row_acts import LONGEST_REASON, Answer, Question, question_sheet, reasons
from ui.desk.sheet_dialog import SheetDialog
from ui.look.chevron_box import ChevronBox
from ui.look.labels import label
from ui.look.theme import Theme

translate = QCoreApplication.translate
_LONGEST_SN = 512


class ActDialog(SheetDialog):
    """Its button can be pressed once everything is given; `answer` is what was."""

    def __init__(self, question: Question, theme: Theme, parent: QWidget) -> None:
        self.reason = ChevronBox()
        self.certificate = ChevronBox()
        self.sn = QLineEdit()
        extra: list[QWidget] = []
        if question.act is DeskAct.REQUEUE:
            extra += [label(translate("Desk", "Certificate"), "hint"), self.certificate]
        if question.act is DeskAct.CORRECT:
            extra += [label(translate("Desk", "The right SN"), "hint"), self.sn]
        extra += [label(translate("Desk", "Reason: choose or type one"), "hint"), self.reason]
        super().__init__(question_sheet(question), theme, parent, extra)
        self._act = question.act
        self._fill_reasons(question.act)
        self._fill_certificates(question)
        self._fill_sn(question)
        self._check()

    def answer(self) -> Answer:
        return Answer(
            self.reason.currentText().strip(),
            str(self.certificate.currentData() or ""),
            self.sn.text().strip(),
        )

    def _check(self) -> None:
        given = self.answer()
        missing = (self._act is DeskAct.REQUEUE and not given.certificate_no) or (
            self._act is DeskAct.CORRECT and not given.sn
        )
        self.yes.setEnabled(bool(given.reason) and not missing)

    def _fill_reasons(self, act: DeskAct) -> None:
        self.reason.setEditable(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.addItems(reasons(act))
        line = self.reason.lineEdit()
        if line is not None:
            line.setMaxLength(LONGEST_REASON)
        self.reason.currentTextChanged.connect(self._check)

    def _fill_certificates(self, question: Question) -> None:
        """Another one for the same product comes first; where there is none, the person has to choose."""
        first = question.rows[0]

        def place(one: Certificate) -> tuple[bool, bool, str]:
            same = one.certificate_no == first.certificate_no
            return same, one.original_pid != first.original_pid, one.certificate_no

        self.certificate.setAccessibleName(self.tr("Certificate"))
        offered = sorted(question.certificates, key=place)
        for one in offered:
            text = f"{one.certificate_no}   {one.original_pid} → {one.new_pid}"
            self.certificate.addItem(text, one.certificate_no)
        if offered and any(place(offered[0])[:2]):
            self.certificate.setCurrentIndex(-1)
        self.certificate.currentIndexChanged.connect(self._check)

    def _fill_sn(self, question: Question) -> None:
        self.sn.setAccessibleName(self.tr("The right SN"))
        self.sn.setProperty("role", "mono")
        self.sn.setMaxLength(_LONGEST_SN)
        self.sn.setText(question.rows[0].sn)
        self.sn.textChanged.connect(self._check)
