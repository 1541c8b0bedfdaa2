"""The people page: who works here, with PINs, badges and command sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from station.rights import Role
from station.store.people import Person
from ui.look.flow import Flow
from ui.look.focus import FIRST_FOCUS
from ui.look.labels import label, panel, set_role
from ui.look.theme import Theme
from ui.people.act_words import role_word
from ui.people.languages import language_word
from ui.people.people_presenter import PersonRow

_ROW_PX, _BUTTON_PX, _TABLE_PX = 44, 56, 200


class PeoplePage(QWidget):
    """Shows rows; tells what the person wants, with the selected `Person` where it is about one."""

    add_wanted = Signal()
    pin_wanted = Signal(object)
    badge_wanted = Signal(object)
    language_wanted = Signal(object)
    remove_wanted = Signal(object)
    sheet_wanted = Signal(bool)
    card_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._rows: Sequence[PersonRow] = ()
        self.guard = label(role="warning", wrap=True)
        self.table = self._table()
        self.setProperty(FIRST_FOCUS, self.table)
        self.add = self._button(self.tr("Add …"), self.add_wanted.emit)
        self.new_pin = self._button(self.tr("New PIN …"), lambda: self.pin_wanted.emit(self.selected))
        self.new_badge = self._button(self.tr("New badge …"), lambda: self.badge_wanted.emit(self.selected))
        self.language = self._button(self.tr("Language …"), lambda: self.language_wanted.emit(self.selected))
        self.remove = self._button(self.tr("Remove …"), lambda: self.remove_wanted.emit(self.selected))
        self.sheet = self._button(self.tr("New sheet …"), lambda: self.sheet_wanted.emit(False))
        self.newer = self._button(
            self.tr("Revoke the older, new sheet …"), lambda: self.sheet_wanted.emit(True)
        )
        self.card = self._button(self.tr("Operator's card …"), self.card_wanted.emit)
        self.card.setToolTip(self.tr("For the wall of the station: what each result means, and what to do."))
        self.add.setProperty("kind", "primary")
        self._arrange()
        self.show_people(())

    def show_people(self, rows: Sequence[PersonRow]) -> None:
        chosen = self.selected
        self._rows = rows
        names = (self.tr("Name"), self.tr("Role"), self.tr("Language"), self.tr("PIN"), self.tr("Badge"))
        self.table.setHorizontalHeaderLabels(list(names))
        self.table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(self._texts(row)):
                self.table.setItem(place, column, QTableWidgetItem(text))
            if chosen is not None and row.person.person_id == chosen.person_id:
                self.table.selectRow(place)
        guarded = any(row.person.role is Role.SUPERVISOR and row.person.has_pin for row in rows)
        self._show_guard(guarded)
        self._selection_changed()

    @property
    def selected(self) -> Person | None:
        place = self.table.currentRow()
        return self._rows[place].person if 0 <= place < len(self._rows) else None

    def changeEvent(self, event: QEvent) -> None:
        """A table's own texts are not said again by themselves in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_people(self._rows)

    def _show_guard(self, guarded: bool) -> None:
        self.guard.setText(
            self.tr("What needs a supervisor is allowed only with a supervisor's PIN or badge.")
            if guarded
            else self.tr(
                "No supervisor PIN is set up: whoever is at the station may do everything. Add a supervisor."
            )
        )
        set_role(self.guard, "hint" if guarded else "warning")

    def _texts(self, row: PersonRow) -> tuple[str, ...]:
        person = row.person
        yes, no = self.tr("yes"), self.tr("no")
        return (
            person.name,
            role_word(person.role),
            language_word(person.language),
            yes if person.has_pin else no,
            yes if row.has_badge else no,
        )

    def _selection_changed(self) -> None:
        for button in (self.new_pin, self.new_badge, self.language, self.remove):
            button.setEnabled(self.selected is not None)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 5)
        table.setAccessibleName(self.tr("People"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW_PX))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(self._theme.px(120))
        header.setHighlightSections(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.currentCellChanged.connect(lambda *_cells: self._selection_changed())
        return table

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setMinimumHeight(self._theme.px(_BUTTON_PX))
        button.clicked.connect(lambda _checked: act())
        return button

    def _sheets_panel(self) -> QFrame:
        card, column = panel(self._theme)
        column.addWidget(label(self.tr("Command sheet"), "heading"))
        hint = self.tr(
            "Codes for the scanner: undo, acknowledge, lock. They command this station only; "
            "a sheet that was lost can be revoked."
        )
        buttons = Flow(self._theme.px(12))
        buttons.add(self.card)
        buttons.add(self.sheet)
        buttons.add(self.newer)
        column.addWidget(label(hint, "hint", wrap=True))
        column.addLayout(buttons)
        return card

    def _arrange(self) -> None:
        px = self._theme.px
        tools = Flow(px(12))
        tools.add(self.add)
        tools.add(QWidget(), wide=True)
        for button in (self.new_pin, self.new_badge, self.language, self.remove):
            tools.add(button)
        self.table.setMinimumHeight(px(_TABLE_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.guard)
        column.addWidget(self.table, 1)
        column.addLayout(tools)
        column.addWidget(self._sheets_panel())
