"""The exception desk without widgets: who may, what is asked, the act in the ledger, what is told afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from station.errors import StationError, UsageError
from station.model import Replacement
from station.rights import SupervisedAct
from station.supervision import Act
from ui.desk import row_acts, row_details
from ui.desk.desk_rights import DeskAct, DeskRights
from ui.desk.row_acts import Answer, Question
from ui.desk.sheet_dialog import Sheet
from ui.error_board import ErrorBoard, Topic
from ui.tasks import LOCAL, SCAN, Tasks

if TYPE_CHECKING:
    from station.assembly import Station


class ActView(Protocol):
    def ask_act(self, question: Question, answered: Callable[[Answer], None]) -> None: ...
    def tell(self, sheet: Sheet) -> None: ...


class ActPresenter:
    """Every act goes through `DeskRights` first, and stands in the journal with who and why.

    `on_done` is called with words when all was done, `on_rows` with the rows as they stand then.
    """

    def __init__(
        self, station: Station, tasks: Tasks, errors: ErrorBoard, view: ActView, rights: DeskRights
    ) -> None:
        self._station, self._tasks, self._errors, self._view = station, tasks, errors, view
        self._rights = rights
        self.on_done: Callable[[str], None] = lambda _words: None
        self.on_rows: Callable[[Sequence[Replacement]], None] = lambda _rows: None

    def act(self, act: DeskAct, selected: Sequence[Replacement]) -> None:
        """Ask for what the act needs and carry it out on those of the rows that it is for."""
        rows = row_acts.fitting(act, selected)
        if rows:
            self._rights.ask(
                SupervisedAct(act),
                lambda who: self._ask(act, rows, len(selected) - len(rows), who),
                row_acts.about(rows),
            )

    def details(self, row: Replacement) -> None:
        self._view.tell(row_details.details_sheet(row, self._station.clock.wall_ms()))

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
        self._view.ask_act(
            question,
            lambda answer: self._tasks.run(
                lambda: self._carry_out(question, answer, who),
                lambda acts: self._carried_out(question, acts),
                self._fail,
                lane=SCAN,
            ),
        )

    def _carry_out(self, question: Question, answer: Answer, who: str) -> list[Act]:
        desk, ids = self._station.supervision, [row.item_id for row in question.rows]
        match question.act:
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

    def _carried_out(self, question: Question, acts: Sequence[Act]) -> None:
        self._errors.clear(Topic.DESK)
        sns = {row.item_id: row.sn for row in question.rows}
        problems = [(sns[act.item_id], act.problem) for act in acts if act.problem]
        done = len(acts) - len(problems)
        self.on_rows([act.row for act in acts if act.row is not None])
        if problems:
            self._view.tell(row_acts.not_done_sheet(question.act, done, problems))
        else:
            self.on_done(row_acts.done_words(question.act, done))

    def _fail(self, error: StationError) -> None:
        self._errors.show(Topic.DESK, error)


def _tried(item_id: str, work: Callable[[str], Replacement]) -> Act:
    """One unit that cannot be queued again stops no other."""
    try:
        return Act(item_id, work(item_id))
    except UsageError as error:
        return Act(item_id, None, str(error))
