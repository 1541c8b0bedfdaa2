"""Where the window asks for a supervisor, and what printed codes and the lock do to it: the connections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from station.model import Label, Replacement
from station.rights import SupervisedAct
from ui.late import Late
from ui.people.people_side import PeopleSide
from ui.scan import found_words
from ui.scan.operator_side import OperatorSide
from ui.scan.scan_help import ScanHelp

if TYPE_CHECKING:
    from ui.desk.desk_side import DeskSide
    from ui.setup.setup_side import SetupSide


def supervise(
    people: PeopleSide, operator: OperatorSide, desk: Late[DeskSide], setup: Late[SetupSide], help_: ScanHelp
) -> None:
    """Let operator's page, desk and set-up ask through the one gate; badges and the lock change who works here."""
    scans = operator.scans

    def end_stop(about: str, go: Callable[[], None]) -> None:
        people.gate.ask(SupervisedAct.END_STOP, lambda _who: go(), about)

    def not_taken() -> None:
        operator.presenter.dropped()
        operator.redraw()

    def found(rows: Sequence[Replacement]) -> None:
        desk().queue.found(rows)
        operator.presenter.say(found_words.found(rows[0]))
        operator.redraw()

    def skip_first(about: str, go: Callable[[str], None]) -> None:
        people.gate.ask(SupervisedAct.SKIP_FIRST_ARTICLE, go, about)

    scans.end_stop = end_stop
    scans.skip_first = skip_first

    def with_desk(there: DeskSide) -> None:
        there.rights.gate = people.gate.ask
        there.finder.on_unknown = scans.take
        there.finder.on_found = found

    def with_setup(there: SetupSide) -> None:
        there.scanners.gate = people.gate.ask

    def card_scanned(number: str) -> str | None:
        return desk().certificates_page.card_scanned(number)

    desk.then(with_desk)
    setup.then(with_setup)
    scans.card_wanted = card_scanned
    scans.divert = lambda label, code: people.divert(label, code) or _for_desk(desk, label, code)
    scans.on_lock = people.lock.lock
    operator.page.buttons.lock.clicked.connect(people.lock.lock)
    operator.page.buttons.help.clicked.connect(help_.open)
    people.start(scans.signed_on, not_taken)


def _for_desk(desk: Late[DeskSide], label: Label, code: bool) -> bool:
    """Whether a page of the desk waits for this label."""
    if not desk.there:
        return False
    side = desk()
    return (not code and side.certificates_page.sample_scanned(label.text)) or side.finder.divert(label, code)
