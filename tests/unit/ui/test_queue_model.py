from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from station.model import Replacement, ReplacementState, Tally
from tests.unit.ui.scan_data import NOW, row
from ui.desk.queue_model import QueueColumn, QueueTableModel, reason_words
from ui.desk.queue_presenter import Group
from ui.desk.totals_line import TotalsLine
from ui.look.theme import Theme, ThemeName

S = ReplacementState
PAGE = 20


def page(newest: int, oldest: int) -> list[Replacement]:
    """Rows with these numbers, newest first, both ends included."""
    return [row(n) for n in range(newest, oldest - 1, -1)]


def numbers(model: QueueTableModel) -> list[int]:
    return [one.seq for one in model.shown]


def made() -> QueueTableModel:
    model = QueueTableModel()
    model.now_ms = NOW
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    return model


def test_new_scans_are_inserted_without_a_reset(qtbot: QtBot) -> None:
    model = made()
    model.start(page(30, 11), older_there=True)
    with qtbot.assertNotEmitted(model.modelReset):
        model.renew_head(page(33, 14), older_there=True)
    assert numbers(model) == list(range(33, 10, -1))


def test_changed_rows_are_repainted_in_place(qtbot: QtBot) -> None:
    model = made()
    model.start(page(5, 1), older_there=False)
    confirmed = row(3, S.CONFIRMED)
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.update([confirmed, row(99, S.CONFIRMED)])
    assert changed.args is not None
    assert changed.args[0].row() == 2
    assert model.index(2, QueueColumn.STATE).data() == "confirmed"


def test_rows_that_left_the_filter_go(qtbot: QtBot) -> None:
    model = made()
    model.start(page(5, 1), older_there=False)
    model.renew_head([row(5), row(2)], older_there=False)
    assert numbers(model) == [5, 2]
    model.renew_head([], older_there=False)
    assert numbers(model) == []


def test_more_new_rows_than_a_page_start_the_list_anew(qtbot: QtBot) -> None:
    model = made()
    model.start(page(30, 11), older_there=True)
    with qtbot.waitSignal(model.modelReset):
        model.renew_head(page(100, 81), older_there=True)
    assert numbers(model) == list(range(100, 80, -1))


def test_older_pages_are_asked_for_once_and_appended(qtbot: QtBot) -> None:
    model = QueueTableModel()  # no model tester here: it scrolls by itself
    asked: list[int] = []
    model.more_wanted.connect(asked.append)
    model.start(page(60, 41), older_there=True)
    top = QModelIndex()
    assert model.canFetchMore(top)
    model.fetchMore(top)
    model.fetchMore(top)
    assert asked == [41]
    model.append(page(40, 21), older_there=True)
    model.fetchMore(top)
    assert asked == [41, 21]
    model.append(page(20, 1), older_there=False)
    assert not model.canFetchMore(top)
    assert numbers(model) == list(range(60, 0, -1))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_list_stays_what_the_ledger_says_whatever_happens(data: st.DataObject) -> None:
    """Scans, settlements, scrolling and renewals in any order: the loaded rows are a head of the filtered ledger."""
    model = made()
    ledger: list[Replacement] = []

    def matching() -> list[Replacement]:
        return [one for one in reversed(ledger) if one.state is S.SAVED]

    def append(before: int) -> None:
        rows = [one for one in matching() if one.seq < before][:PAGE]
        model.append(rows, older_there=len(rows) == PAGE)

    def renew() -> None:
        rows = matching()[:PAGE]
        model.renew_head(rows, older_there=len(rows) == PAGE)

    asked: list[int] = []
    model.more_wanted.connect(asked.append)
    for _ in range(data.draw(st.integers(1, 12))):
        step = data.draw(st.sampled_from(["scan", "settle", "scroll", "renew"]))
        if step == "scan":
            for _ in range(data.draw(st.integers(1, 45))):
                ledger.append(row(len(ledger) + 1))
        elif step == "settle" and ledger:
            n = data.draw(st.integers(0, len(ledger) - 1))
            ledger[n] = replace(ledger[n], state=data.draw(st.sampled_from([S.CONFIRMED, S.SAVED])))
            model.drop({ledger[n].seq} if ledger[n].state is not S.SAVED else set())
            model.update([ledger[n]])
        elif step == "scroll":
            model.fetchMore(QModelIndex())
        while asked:  # the model tester scrolls too; answers come later, as from a thread
            append(asked.pop(0))
        renew()
        wanted = matching()
        shown = numbers(model)
        assert shown[:PAGE] == [one.seq for one in wanted[:PAGE]]
        assert shown == sorted(set(shown), reverse=True)
        assert set(shown) <= {one.seq for one in wanted}


def test_reasons_in_plain_words_with_the_code() -> None:
    refused = row(1, S.REFUSED, "SN_NOT_FOUND", "no device has this SN")
    assert reason_words(refused) == "the platform does not know this SN (SN_NOT_FOUND)"
    assert reason_words(row(1, S.PARKED, "X_NEW", "Something new")) == "Something new (X_NEW)"
    assert reason_words(row(1, S.CONFIRMED, "OK", "done")) == ""
    assert reason_words(row(1, S.PARKED, "", "No answer after 8 tries")) == "No answer after 8 tries"


def test_every_state_stands_in_exactly_one_term_of_the_totals() -> None:
    for state in S:
        terms = [group for group in Group if group.value and state in group.value]
        assert len(terms) == 1
    tally = Tally({state: n for n, state in enumerate(S, 1)})
    parts = sum(group.count(tally) for group in Group if group is not Group.SCANNED)
    assert parts == Group.SCANNED.count(tally) == tally.scanned


def test_the_totals_line_reads_as_a_sum(qtbot: QtBot) -> None:
    line = TotalsLine(Theme(ThemeName.LIGHT, 1.0))
    qtbot.addWidget(line)
    line.show_totals(Tally({S.CONFIRMED: 1200, S.REFUSED: 3, S.SAVED: 2, S.HELD: 1}))
    names = [chip.accessibleName() for chip in line.chips.values()]
    assert names == [
        "scanned: 1\u2009206",
        "confirmed: 1\u2009200",
        "set aside: 3",
        "needs a supervisor: 0",
        "voided: 0",
        "undone: 0",
        "handed over: 0",
        "waiting: 3",
    ]
    with qtbot.waitSignal(line.chosen) as chosen:
        line.chips[Group.REFUSED].click()
    assert chosen.args == [Group.REFUSED]
