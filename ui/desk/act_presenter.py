"""The exception desk without widgets: who may, what is asked, the act in the ledger, what is told afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from station.errors import StationError, UsageError
from station.model import Replacement
from station.rights import SupervisedAct
from station.store.journal import Entry
from station.supervision import Act
from station.unit_story import UnitStory
from ui.desk import row_acts, row_details, row_list
from ui.desk.desk_rights import DeskAct, DeskRights
from ui.desk.row_acts import Answer, Question
from ui.desk.sheet_dialog import Sheet
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, NETWORK, SCAN, Tasks

if TYPE_CHECKING:
    from station.assembly import Station


AT_ONCE = 50
"""Rows that are acted on in one go: a scan that comes meanwhile waits for no more than these."""


class ActView(Protocol):
    def ask_act(self, question: Question, answered: Callable[[Answer], None]) -> None: ...
    def tell(self, sheet: Sheet) -> None: ...
    def choose_new_file(self, name: str, chosen: Callable[[Path], None]) -> None: ...


@dataclass(frozen=True)
class _Order:
    """What somebody has decided: the question, the answer, who answers for it."""

    question: Question
    answer: Answer
    who: str


class ActPresenter:
    """Every act goes through `DeskRights` first, and stands in the journal with who and why.

    `on_done` is called with words when all was done, `on_rows` with the rows as they stand then, `on_progress` with how
    many of how many rows are done; (0, 0) at the end. One order is carried out at a time.
    """

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: ActView, rights: DeskRights
    ) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._rights = rights
        self.on_done: Callable[[str], None] = lambda _words: None
        self.on_rows: Callable[[Sequence[Replacement]], None] = lambda _rows: None
        self.on_progress: Callable[[int, int], None] = lambda _done, _all: None
        self._story = UnitStory(station.database, station.session)
        self._busy = False

    def act(self, act: DeskAct, selected: Sequence[Replacement]) -> None:
        """Ask for what the act needs and carry it out on those of the rows that it is for."""
        rows = row_acts.fitting(act, selected)
        if rows and not self._busy:
            self._rights.ask(
                SupervisedAct(act),
                lambda who: self._ask(act, rows, len(selected) - len(rows), who),
                row_acts.about(rows),
            )

    def details(self, row: Replacement) -> None:
        """Everything that is known of a row: also what was done about it, and what became of the unit's other rows."""

        def work() -> tuple[Sequence[Entry], Sequence[Replacement]]:
            return self._story.entries_of(row.item_id), self._story.rows_of(row.sn)

        def told(entries: Sequence[Entry], rows: Sequence[Replacement]) -> None:
            others = [other for other in rows if other.item_id != row.item_id]
            now_ms = self._station.clock.wall_ms()
            self._view.tell(row_details.details_sheet(row, now_ms, entries, others))

        self._tasks.run(work, lambda found: told(*found), self._fail, lane=NETWORK)

    def save_list(self, rows: Sequence[Replacement]) -> None:
        """Write these rows into a file for people elsewhere, with reason, advice and the platform's answer."""
        now_ms = self._station.clock.wall_ms()
        name = row_list.name_for(self._station.settings.text("station_name"), now_ms)

        def chosen(path: Path) -> None:
            self._tasks.run(
                lambda: row_list.save(path, rows),
                lambda _nothing: self._saved(path, len(rows)),
                self._fail,
                lane=NETWORK,
            )

        self._view.choose_new_file(name, chosen)

    def _saved(self, path: Path, count: int) -> None:
        self._errors.clear(Topic.DESK)
        self.on_done(row_acts.saved_words(path, count))

    def _ask(self, act: DeskAct, rows: tuple[Replacement, ...], left_out: int, who: str) -> None:
        if act is not DeskAct.REQUEUE:
            self._put(Question(act, rows, left_out), who)
            return
        self._tasks.run(
            self._station.cached_certificates,
            lambda found: self._put(
                Question(act, rows, left_out, tuple(one for one in found if one.open)), who
            ),
            self._fail,
            lane=LOCAL,
        )

    def _put(self, question: Question, who: str) -> None:
        self._view.ask_act(question, lambda answer: self._begin(_Order(question, answer, who)))

    def _begin(self, order: _Order) -> None:
        if not self._busy:
            self._busy = True
            self._next(order, [])

    def _next(self, order: _Order, acts: list[Act]) -> None:
        """A few rows at a time, between the scans. What fails as a whole leaves the rest as it is."""
        rows = order.question.rows
        if len(acts) == len(rows):
            self._end(order, acts)
            return
        if len(rows) > AT_ONCE:
            self.on_progress(len(acts), len(rows))
        some = rows[len(acts) : len(acts) + AT_ONCE]

        def failed(error: StationError) -> None:
            self._end(order, acts)
            self._fail(error)

        self._tasks.run(
            lambda: self._carry_out(order, some),
            lambda more: self._next(order, acts + more),
            failed,
            lane=SCAN,
        )

    def _carry_out(self, order: _Order, rows: Sequence[Replacement]) -> list[Act]:
        desk, ids = self._station.supervision, [row.item_id for row in rows]
        answer, who = order.answer, order.who
        match order.question.act:
            case DeskAct.RETRY:
                return desk.retry(ids, who, answer.reason)
            case DeskAct.REFUSE:
                return desk.refuse(ids, who, answer.reason)
            case DeskAct.VOID:
                return desk.void(ids, who, answer.reason)
            case DeskAct.REQUEUE:
                return [
                    _tried(item_id, lambda one: desk.requeue(one, answer.certificate_no, who, answer.reason))
                    for item_id in ids
                ]
        return [_tried(ids[0], lambda one: desk.correct(one, answer.sn, who, answer.reason))]

    def _end(self, order: _Order, acts: Sequence[Act]) -> None:
        self._busy = False
        self.on_progress(0, 0)
        self._errors.clear(Topic.DESK)
        question = order.question
        sns = {row.item_id: row.sn for row in question.rows}
        problems = [(sns[act.item_id], act.problem) for act in acts if act.problem]
        done = len(acts) - len(problems)
        self.on_rows([act.row for act in acts if act.row is not None])
        if problems:
            self._view.tell(row_acts.not_done_sheet(question.act, done, problems))
        elif acts:
            self.on_done(row_acts.done_words(question.act, done))

    def _fail(self, error: StationError) -> None:
        self._errors.show(Topic.DESK, error)


def _tried(item_id: str, work: Callable[[str], Replacement]) -> Act:
    """One unit that cannot be queued again stops no other."""
    try:
        return Act(item_id, work(item_id))
    except UsageError as error:
        return Act(item_id, None, str(error))
