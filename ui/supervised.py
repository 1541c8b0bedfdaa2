"""Where the window asks for a supervisor, and what printed codes and the lock do to it: the connections."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from station.model import Replacement
from station.rights import SupervisedAct
from ui.desk.desk_side import DeskSide
from ui.people.people_side import PeopleSide
from ui.scan import found_words
from ui.scan.operator_side import OperatorSide
from ui.scan.scan_help import ScanHelp
from ui.setup.setup_side import SetupSide


def supervise(
    people: PeopleSide, operator: OperatorSide, desk: DeskSide, setup: SetupSide, help_: ScanHelp
) -> None:
    """Let operator's page, desk and set-up ask through the one gate; badges and the lock change who works here."""
    desk.rights.gate = people.gate.ask
    setup.scanners.gate = people.gate.ask
    scans = operator.scans

    def end_stop(about: str, go: Callable[[], None]) -> None:
        people.gate.ask(SupervisedAct.END_STOP, lambda _who: go(), about)

    def not_taken() -> None:
        operator.presenter.dropped()
        operator.redraw()

    def found(rows: Sequence[Replacement]) -> None:
        desk.queue.found(rows)
        operator.presenter.say(found_words.found(rows[0]))
        operator.redraw()

    def skip_first(about: str, go: Callable[[str], None]) -> None:
        people.gate.ask(SupervisedAct.SKIP_FIRST_ARTICLE, go, about)

    scans.end_stop = end_stop
    scans.skip_first = skip_first
    scans.card_wanted = desk.certificates_page.card_scanned
    scans.divert = lambda label, code: (
        people.divert(label, code)
        or (not code and desk.certificates_page.sample_scanned(label.text))
        or desk.finder.divert(label, code)
    )
    desk.finder.on_unknown = scans.take
    desk.finder.on_found = found
    scans.on_lock = people.lock.lock
    operator.page.buttons.lock.clicked.connect(people.lock.lock)
    operator.page.buttons.help.clicked.connect(help_.open)
    people.start(scans.signed_on, not_taken)
