"""What a supervisor does with rows at a station of the model: retry, void, set aside, queue again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from station.assembly import Station
from station.model import Replacement, ScanOutcome, Verdict
from station.supervision import Act
from tests.soak.model_book import Scan
from tests.soak.model_faults import Trouble
from tests.soak.model_nouns import Temper
from tests.soak.model_step import Step, World

WHO = "supervisor"
_WHY = "looked at it"


class Supervisor:
    """Part of a world: each method is one step."""

    def __init__(self, world: World) -> None:
        self._world = world

    def retry(self, desk: int, trouble: Trouble | None = None) -> None:
        """Let everything parked go again."""
        self._act(desk, "retry", {"parked"}, lambda station: station.supervision.retry, trouble)

    def set_aside(self, desk: int, trouble: Trouble | None = None) -> None:
        """End everything parked as refused."""
        self._act(desk, "set aside", self._parked, lambda station: station.supervision.refuse, trouble)

    def void(self, desk: int, trouble: Trouble | None = None, *, which: Sequence[str] = ()) -> None:
        """End rows as not to be done; rows that were sent are asked for as well, and must not be."""
        states = {"saved", "held", "sending", "in_doubt", "confirmed", "handed_over"} | self._parked
        self._act(desk, "void", states, lambda station: station.supervision.void, trouble, which)

    def queue_again(
        self, desk: int, paper: str, new_sn: str = "", trouble: Trouble | None = None, *, nth: int = 0
    ) -> None:
        """Take up a refused unit under `paper`, or under `new_sn` where one is given."""
        rows = self._world.oracle.books[desk].rows.values()
        refused = [row for row in rows if row.state == "refused"]
        if not refused:
            return
        old, station = refused[nth % len(refused)], self._world.desks[desk].station
        number = old.certificate_no if new_sn else paper
        at_once = ("", 0)  # no hold-back
        scan = Scan(new_sn or old.sn, number, old.account, WHO, *at_once, station.session.station_id)
        step = Step("queue again", desk, everything=True, scan=scan)

        def work() -> None:
            made = self._made(station, old.item_id, paper, new_sn)
            step.outcome = ScanOutcome(made.sn, made.sn, Verdict.ACCEPTED, "", made.item_id, made)

        self._world.do(step, work, trouble)

    @staticmethod
    def _made(station: Station, item_id: str, paper: str, new_sn: str) -> Replacement:
        if new_sn:
            return station.supervision.correct(item_id, new_sn, WHO, _WHY)
        return station.supervision.requeue(item_id, paper, WHO, _WHY)

    @property
    def _parked(self) -> set[str]:
        """A platform that does a unit twice when asked under two ids leaves no way to end what may be done."""
        return set() if self._world.setup.temper is Temper.ITEMS_ONLY else {"parked"}

    def _act(
        self,
        desk: int,
        kind: str,
        states: set[str],
        act: Callable[[Station], Callable[[Sequence[str], str, str], list[Act]]],
        trouble: Trouble | None,
        which: Sequence[str] = (),
    ) -> None:
        rows = self._world.oracle.books[desk].rows.values()
        chosen = [row.item_id for row in rows if row.state in states and (not which or row.sn in which)]
        station = self._world.desks[desk].station
        self._world.do(Step(kind, desk), lambda: act(station)(chosen, WHO, _WHY), trouble)
