"""The end of the shift joined with the rest of the window: labels, the gate, the exception desk, the sign-out."""

from __future__ import annotations

from collections.abc import Callable

from station.model import Label
from ui.desk.desk_side import DeskSide
from ui.desk.queue_presenter import Group
from ui.people.people_side import PeopleSide
from ui.scan.operator_side import OperatorSide
from ui.scan.scan_views import PanelView
from ui.shift_end.shift_end_side import ShiftEndSide


def join(
    side: ShiftEndSide,
    operator: OperatorSide,
    desk: DeskSide,
    people: PeopleSide,
    show_queue: Callable[[], None],
) -> None:
    """Everybody who looks at labels before is asked first; `show_queue` brings the exception desk to the front."""
    before = operator.scans.divert

    def divert(label: Label, code: bool) -> bool:
        return before(label, code) or side.divert(label, code)

    def turned_away(panel: PanelView) -> None:
        operator.presenter.say(panel)
        operator.redraw()

    def show_parked() -> None:
        show_queue()
        desk.queue_page.totals.chips[Group.PARKED].click()

    operator.scans.divert = divert
    operator.scans.on_closing = side.turn_away
    side.on_turned_away = turned_away
    side.desk.gate = people.gate.ask
    side.signs_out_by(desk.account.sign_out)
    side.send.desk_wanted.connect(show_parked)
