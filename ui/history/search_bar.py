"""What is looked for in the history: beginning of the SN, operator, certificate, state, period."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from enum import Enum, auto

from PySide6.QtCore import QDate, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from station.model import ReplacementState
from station.store.history import Names, Search
from ui import i18n
from ui.look.chevron_box import ChevronBox, DayBox
from ui.look.flow import Flow
from ui.look.theme import Theme

_TYPING_MS = 250


class Period(Enum):
    """Local days."""

    ANY = auto()
    TODAY = auto()
    YESTERDAY = auto()
    WEEK = auto()
    MONTH = auto()
    CHOSEN = auto()


class SearchBar(QWidget):
    """`changed` carries a `Search`, a moment after the last key."""

    changed = Signal(object)

    def __init__(self, theme: Theme, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._now_ms = now_ms
        self._names = Names((), ())
        self.sn = QLineEdit()
        self.sn.setPlaceholderText(self.tr("SN or its beginning"))
        self.sn.setAccessibleName(self.tr("SN or its beginning"))
        self.sn.setClearButtonEnabled(True)
        self.sn.setMinimumWidth(theme.px(180))
        self.operator = self._box(self.tr("Operator"), [(self.tr("Everybody"), "")])
        self.certificate = self._box(self.tr("Certificate"), [(self.tr("All certificates"), "")])
        self.state = self._box(self.tr("State"), [(self.tr("All states"), frozenset()), *_states()])
        self.period = self._box(self.tr("Period"), self._periods())
        self.first, self.last = self._day(self.tr("First day")), self._day(self.tr("Last day"))
        self._days = _beside(self.first, self.last, theme.px(12))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._connect()
        flow = Flow(theme.px(12))
        flow.add(self.sn, wide=True)
        for widget in (self.operator, self.certificate, self.state, self.period, self._days):
            flow.add(widget)
        self.setLayout(flow)
        self._days.setVisible(False)

    def search(self) -> Search:
        """What is asked for now."""
        since_ms, until_ms = self._times()
        return Search(
            sn=self.sn.text().strip(),
            operator=self.operator.currentData(),
            certificate_no=self.certificate.currentData(),
            states=self.state.currentData(),
            since_ms=since_ms,
            until_ms=until_ms,
        )

    def show_names(self, names: Names) -> None:
        """Offer these; what is chosen stays chosen."""
        if names != self._names:
            self._names = names
            _offer(self.operator, names.operators)
            _offer(self.certificate, names.certificates)

    def _connect(self) -> None:
        self._timer.timeout.connect(lambda: self.changed.emit(self.search()))
        self.sn.textChanged.connect(lambda _text: self._timer.start())
        for box in (self.operator, self.certificate, self.state):
            box.currentIndexChanged.connect(lambda _n: self._timer.start())
        self.period.currentIndexChanged.connect(lambda _n: self._period_changed())
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _day: self._timer.start())

    def _period_changed(self) -> None:
        self._days.setVisible(self.period.currentData() is Period.CHOSEN)
        self._timer.start()

    def _times(self) -> tuple[int | None, int | None]:
        period = self.period.currentData()
        today = datetime.fromtimestamp(self._now_ms() / 1000).astimezone().date()
        match period:
            case Period.ANY:
                return None, None
            case Period.YESTERDAY:
                return _begin_ms(today - timedelta(days=1)), _begin_ms(today)
            case Period.CHOSEN:
                days = [date(*day.date().getDate()) for day in (self.first, self.last)]
                return _begin_ms(min(days)), _begin_ms(max(days) + timedelta(days=1))
        back = {Period.TODAY: 0, Period.WEEK: 6, Period.MONTH: 29}[period]
        return _begin_ms(today - timedelta(days=back)), None

    def _periods(self) -> list[tuple[str, object]]:
        return [
            (self.tr("Any time"), Period.ANY),
            (self.tr("Today"), Period.TODAY),
            (self.tr("Yesterday"), Period.YESTERDAY),
            (self.tr("Last 7 days"), Period.WEEK),
            (self.tr("Last 30 days"), Period.MONTH),
            (self.tr("Chosen days"), Period.CHOSEN),
        ]

    def _box(self, name: str, items: Sequence[tuple[str, object]]) -> ChevronBox:
        box = ChevronBox()
        box.setAccessibleName(name)
        for text, data in items:
            box.addItem(text, data)
        return box

    def _day(self, name: str) -> DayBox:
        edit = DayBox()
        edit.setAccessibleName(name)
        today = datetime.fromtimestamp(self._now_ms() / 1000).astimezone().date()
        edit.setDate(QDate(today.year, today.month, today.day))
        return edit


def _beside(left: QWidget, right: QWidget, gap: int) -> QWidget:
    """The two as one, so that they go to the next line together."""
    both = QWidget()
    line = QHBoxLayout(both)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(gap)
    line.addWidget(left)
    line.addWidget(right)
    return both


def _states() -> list[tuple[str, object]]:
    """States that have the same word are one choice."""
    words: dict[str, set[ReplacementState]] = {}
    for state in ReplacementState:
        words.setdefault(i18n.state_word(state), set()).add(state)
    return [(word, frozenset(states)) for word, states in words.items()]


def _offer(box: ChevronBox, names: Sequence[str]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(1)
    for name in names:
        box.addItem(name, name)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)


def _begin_ms(day: date) -> int:
    """The first moment of a local day, ms since 1970."""
    return int(datetime(day.year, day.month, day.day).astimezone().timestamp() * 1000)
