"""The question before a certificate is taken up: the PID pair is read back, big enough to compare with the job card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from station import job_cards
from station.model import LONGEST_CUSTOMER, NO_TAG, Certificate, JobTag, TagColour
from station.run_plan import RunPlan
from ui import i18n
from ui.desk.run_panel import RunPanel
from ui.look import tag_colours
from ui.look.chevron_box import ChevronBox
from ui.look.fitting_dialog import FittingDialog
from ui.look.labels import label, panel
from ui.look.theme import Theme

_WIDTH_PX = 720
NO_PLAN = RunPlan()


class PairDialog(FittingDialog):
    """Accepted only by its button: no button is the default, so a scanner's Enter cannot answer.

    `run` has the plan of the run, `print_card` asks for the job card on paper.
    """

    def __init__(
        self,
        certificate: Certificate,
        left: int,
        theme: Theme,
        parent: QWidget,
        tag: JobTag = NO_TAG,
        plan: RunPlan = NO_PLAN,
        *,
        needs_card: bool = False,
    ) -> None:
        """`needs_card`: the button works only after the certificate's job card was scanned."""
        super().__init__(theme, parent, _WIDTH_PX)
        self.certificate_no = certificate.certificate_no
        self.setWindowTitle(self.tr("Perform replacement"))
        self.setModal(True)
        self.yes = QPushButton(self.tr("Yes, replace this pair"))
        self.no = QPushButton(self.tr("Cancel"))
        self.yes.setProperty("kind", "primary")
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        column = self.body
        column.addWidget(label(self.tr("Does this pair match the job card?"), "title", wrap=True))
        column.addWidget(self._pair(certificate))
        column.addWidget(label(self._facts(certificate, left), "hint", wrap=True))
        self.card = label(role="hint")
        self.card.setWordWrap(True)
        column.addWidget(self.card)
        column.addLayout(self._job(tag))
        self.run = RunPanel(plan, theme)
        self.run.changed.connect(self._check)
        column.addWidget(label(self.tr("How the run goes"), "heading"))
        column.addWidget(self.run)
        self.print_card = QPushButton(self.tr("Job card …"))
        self.add_buttons(self.print_card, self.no, self.yes)
        self.setAccessibleDescription(f"{certificate.original_pid} → {certificate.new_pid}")
        self.no.setFocus()
        self._card_is_right = not needs_card
        self._check()
        self.card.setVisible(needs_card)
        self._say_card("hint", self.tr("Scan the job card of this certificate."))

    def card_scanned(self, number: str) -> None:
        """A job card was scanned: only the right one lets the person say yes, another one takes it back."""
        right = job_cards.same(number, self.certificate_no)
        self._card_is_right = right
        self._check()
        self.card.setVisible(True)
        if right:
            self._say_card("ok", self.tr("The job card matches."))
        else:
            words = self.tr("Another job card. Expected %1, got %2.")
            self._say_card("error", words.replace("%1", self.certificate_no).replace("%2", number))

    def _check(self) -> None:
        self.yes.setEnabled(self._card_is_right and not self.run.problem)

    def _say_card(self, role: str, words: str) -> None:
        self.card.setText(words)
        self.card.setProperty("role", role)
        self.card.style().polish(self.card)

    def _pair(self, certificate: Certificate) -> QWidget:
        card, column = panel(self._theme)
        px = self._theme.px
        column.setContentsMargins(px(24), px(10), px(24), px(10))
        column.setSpacing(px(4))
        for caption, pid in (
            (self.tr("Original PID"), certificate.original_pid),
            (self.tr("New PID"), certificate.new_pid),
        ):
            column.addWidget(label(caption, "hint"))
            column.addWidget(self._big(pid))
        return card

    @property
    def tag(self) -> JobTag:
        """What is to stand in the job strip: for whom, and with which tag."""
        return JobTag(self.customer.text().strip(), TagColour(self.colour.currentData()))

    def _job(self, tag: JobTag) -> QGridLayout:
        self.customer = QLineEdit(tag.customer)
        self.customer.setMaxLength(LONGEST_CUSTOMER)
        self.customer.setPlaceholderText(self.tr("not shown when empty"))
        self.colour = ChevronBox()
        for colour in TagColour:
            swatch = tag_colours.swatch(colour, self._theme.px(20), self._theme.surfaces.text)
            self.colour.addItem(swatch, tag_colours.word(colour) or self.tr("no tag"), colour)
        self.colour.setCurrentIndex(list(TagColour).index(tag.colour))
        grid = QGridLayout()
        for place, (caption, field) in enumerate(
            ((self.tr("Customer"), self.customer), (self.tr("Colour of the tag"), self.colour))
        ):
            field.setAccessibleName(caption)
            grid.addWidget(label(caption), 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _big(self, pid: str) -> QLabel:
        made = label(pid, "pid")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made

    def _facts(self, certificate: Certificate, left: int) -> str:
        units = i18n.counted(left, self.tr("%n unit left"), self.tr("%n units left"))
        return self.tr("Certificate %1, %2").replace("%1", certificate.certificate_no).replace("%2", units)
