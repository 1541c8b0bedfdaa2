"""The parts of the window behind its first page, each built when it is first wanted; their modules are loaded then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.error_board import ErrorBoard
from ui.late import Late
from ui.look.theme import Theme
from ui.tasks import Tasks

if TYPE_CHECKING:
    from station.assembly import Station
    from ui.desk.desk_side import DeskSide
    from ui.history.history_side import HistorySide
    from ui.setup.setup_side import SetupSide
    from ui.shift_end.shift_end_side import ShiftEndSide


class LateSides:
    """Desk, history, set-up and the end of the shift; whoever has to be told of one says so with its `then`."""

    def __init__(self, station: Station, tasks: Tasks, errors: ErrorBoard, theme: Theme) -> None:
        self._with = (station, tasks, errors, theme)
        self.desk = Late(self._build_desk)
        self.history = Late(self._build_history)
        self.setup = Late(self._build_setup)
        self.shift_end = Late(self._build_shift_end)

    def _build_desk(self) -> DeskSide:
        from ui.desk.desk_side import DeskSide  # noqa: PLC0415 - see above

        return DeskSide(*self._with)

    def _build_history(self) -> HistorySide:
        from ui.history.history_side import HistorySide  # noqa: PLC0415 - see above

        return HistorySide(*self._with)

    def _build_setup(self) -> SetupSide:
        from ui.setup.setup_side import SetupSide  # noqa: PLC0415 - see above

        return SetupSide(*self._with)

    def _build_shift_end(self) -> ShiftEndSide:
        from ui.shift_end.shift_end_side import ShiftEndSide  # noqa: PLC0415 - see above

        return ShiftEndSide(*self._with)
