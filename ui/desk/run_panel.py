"""How a run is to go, in the question before it: SN rule (typed, or learned from labels), share, limits, first unit."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QDoubleValidator, QIntValidator, QValidator
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from station import rule_learning, serial_numbers, sn_rule
from station.run_plan import RunPlan
from ui.look.labels import label, set_role
from ui.look.theme import Theme
from ui.look.tick_box import TickBox

_MOST_SHARE, _MOST_HOURS, _MOST_UNITS = 1_000_000, 8760, 10_000_000
_NUMBER_PX = 140


class RunPanel(QWidget):
    """Can be read by anybody and changed after `unlock`; `change_wanted` asks for that, `changed` after each change.

    While it learns, labels go to `sample`.
    """

    change_wanted = Signal()
    changed = Signal()

    def __init__(self, plan: RunPlan, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._samples: list[str] = []
        self.learning = False
        self.rule = QLineEdit(plan.sn_rule)
        self.rule.setProperty("role", "mono")
        self.rule.setMaxLength(sn_rule.LONGEST_RULE)
        self.hint = label("", "hint", wrap=True)
        self.learn = QPushButton(self.tr("Learn from three labels"))
        self.share = self._number(f"{plan.share}", QIntValidator(0, _MOST_SHARE, self))
        self.units = self._number(f"{plan.offline_units}", QIntValidator(0, _MOST_UNITS, self))
        self.hours = self._number(f"{plan.offline_hours:g}", _hours_validator(self))
        self.first = TickBox(self.tr("The platform confirms one unit before the run opens"))
        self.first.setChecked(plan.first_article)
        self.change = QPushButton(self.tr("Change …"))
        self._fields = (self.rule, self.learn, self.share, self.hours, self.units, self.first)
        for field in self._fields:
            field.setEnabled(False)
        self._connect()
        self._arrange()

    @property
    def plan(self) -> RunPlan:
        """What the fields say."""
        return RunPlan(
            self.rule.text().strip(),
            int(self.share.text() or 0),
            float(self.hours.text() or 0),
            int(self.units.text() or 0),
            self.first.isChecked(),
        )

    @property
    def problem(self) -> str:
        """What is wrong with the rule; empty when it can be used."""
        rule = self.rule.text().strip()
        return sn_rule.problem(rule) if rule else ""

    def unlock(self) -> None:
        """A supervisor has said yes."""
        for field in self._fields:
            field.setEnabled(True)
        self.change.setEnabled(False)

    def sample(self, text: str) -> bool:
        """A label was scanned; true when it was taken as a sample."""
        if not self.learning:
            return False
        sn = serial_numbers.clean(text)
        if sn and sn not in self._samples:
            self._samples.append(sn)
        if len(self._samples) < rule_learning.SAMPLES:
            self._say_waiting()
        else:
            self.learning = False
            self.rule.setText(rule_learning.learn(self._samples))
            self._say("ok", self.tr("Learned from %1.").replace("%1", ", ".join(self._samples)))
        return True

    def _number(self, text: str, validator: QValidator) -> QLineEdit:
        field = QLineEdit(text)
        field.setValidator(validator)
        field.setMaximumWidth(self._theme.px(_NUMBER_PX))
        return field

    def _begin(self) -> None:
        self.learning, self._samples = True, []
        self._say_waiting()

    def _typed(self) -> None:
        """A rule typed by hand, or a label while it learns: Enter ends it."""
        if self.learning and self.rule.text().strip():
            text = self.rule.text()
            self.rule.clear()
            self.sample(text)

    def _check(self) -> None:
        if self.problem:
            self._say("error", self.tr("This rule cannot be used: %1").replace("%1", self.problem))
        elif not self.learning:
            self._say_usual()
        self.changed.emit()

    def _say_usual(self) -> None:
        usual = self.tr("Empty: the usual rule, 6 to 32 letters, digits, - or _")
        self._say("hint", "" if self.rule.text().strip() else usual)

    def _say_waiting(self) -> None:
        words = self.tr("Scan three different labels of this product, or type each with Enter: %1 of %2.")
        count, wanted = str(len(self._samples)), str(rule_learning.SAMPLES)
        self._say("hint", words.replace("%1", count).replace("%2", wanted))

    def _say(self, role: str, text: str) -> None:
        set_role(self.hint, role)
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _connect(self) -> None:
        self.learn.clicked.connect(self._begin)
        self.change.clicked.connect(self.change_wanted)
        self.rule.textChanged.connect(self._check)
        self.rule.returnPressed.connect(self._typed)
        for button in (self.learn, self.change):
            button.setAutoDefault(False)
        self._say_usual()

    def _arrange(self) -> None:
        px = self._theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        limits = QHBoxLayout()
        limits.setSpacing(px(8))
        limits.addWidget(self.hours)
        limits.addWidget(label(self.tr("hours")))
        limits.addWidget(self.units)
        limits.addWidget(label(self.tr("units")))
        limits.addStretch(1)
        for row, (caption, field) in enumerate(
            (
                (self.tr("SN rule"), self.rule),
                (self.tr("Own share, units"), self.share),
                (self.tr("Offline at most (0: no limit)"), self.hours),
                (self.tr("First unit"), self.first),
            )
        ):
            field.setAccessibleName(caption)
            grid.addWidget(label(caption, wrap=True), 2 * row, 0)
        self.units.setAccessibleName(self.tr("Units offline at most"))
        grid.addWidget(self.rule, 0, 1)
        grid.addWidget(self.learn, 0, 2)
        grid.addWidget(self.hint, 1, 1, 1, 2)
        grid.addWidget(self.share, 2, 1)
        grid.addWidget(self.change, 2, 2)
        grid.addLayout(limits, 4, 1, 1, 2)
        grid.addWidget(self.first, 6, 1, 1, 2)


def _hours_validator(parent: QWidget) -> QDoubleValidator:
    made = QDoubleValidator(0, _MOST_HOURS, 1, parent)
    made.setNotation(QDoubleValidator.Notation.StandardNotation)
    made.setLocale(QLocale.c())
    return made
