"""Two real stations, one platform model, rivals, clocks: one method for each thing that can happen.

Each method is one step: it does its work, restarts a station that crashed in it, and lets the oracle judge.
"""

from __future__ import annotations

import random
import tempfile
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self
from unittest.mock import patch

from station import session
from station.cloud import endpoints
from station.errors import StationError
from station.lifecycle import IllegalMove
from station.model import Label, Verdict
from station.store import certificates
from station.sync import flights, sending
from tests.soak import model_settled
from tests.soak.model_air import Air
from tests.soak.model_book import Broken, Scan
from tests.soak.model_desk import ACCOUNTS, Desk, account_key, form, ram_folder
from tests.soak.model_faults import Trouble
from tests.soak.model_files import Stick
from tests.soak.model_nouns import Trait
from tests.soak.model_oracle import Oracle
from tests.soak.model_platform import ModelPlatform
from tests.soak.model_ruins import Ruins
from tests.soak.model_setup import PAPERS, PIDS, Setup
from tests.soak.model_step import SPENT, Step
from tests.soak.model_supervisor import Supervisor
from tests.soak.model_wire import Crash, Wire, transport_over

JUNK = ("", "junk", "https://example.com/1", PIDS[0], "SN-1\x00SN-2", "ÄÖÜ-000001", "x" * 500)
_DRAIN_ROUNDS = 60
_PAGE_SIZE = 2
"""Small pages, so that few rows make many of them."""


class World:
    """Use as a context manager. `told` is what happened, for whoever has to understand a violation."""

    accounts: Sequence[str] = ACCOUNTS

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.supervisor = Supervisor(self)
        self.ruins = Ruins(self)
        self.figures: Counter[str] = Counter()
        self.told: list[str] = []
        self._stack = ExitStack()
        self._last_label = ["", ""]

    def __enter__(self) -> Self:
        folder = self._stack.enter_context(
            tempfile.TemporaryDirectory(dir=ram_folder(), ignore_cleanup_errors=True)
        )
        ids = random.Random(self.setup.seed)
        fixed = lambda: uuid.UUID(int=ids.getrandbits(128), version=4)  # noqa: E731 - it stands in for uuid.uuid4
        random.seed(self.setup.seed)  # the back-off's jitter
        self._stack.enter_context(patch("uuid.uuid4", fixed))
        self.platform = ModelPlatform(self.setup.temper, self.setup.papers(), self.setup.devices())
        self.wire = Wire(self.platform, has_leases=self.setup.has_leases)
        self.air = Air(self.setup.seed)
        self._stack.enter_context(patch.object(flights, "begin", self.air.begin))
        self._stack.enter_context(patch.object(sending, "_AMPLE", 0))  # certificates here have a few units
        self._stack.enter_context(patch.object(session, "Transport", transport_over(self.wire)))
        self._stack.enter_context(patch.object(endpoints, "_PAGE_SIZE", _PAGE_SIZE))
        self.stick = Stick(self, Path(folder))
        self._open(Path(folder))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for desk in self.desks:
            desk.close()
        for book in self.oracle.books:
            book.let_go()
        self._stack.close()

    def scan(
        self,
        desk: int,
        sn: str,
        label: str,
        trouble: Trouble | None = None,
        *,
        bounce: bool = False,
        typed: bool = False,
    ) -> None:
        """Put a label before a station; `sn` is what stands on it, empty when it is none."""
        station, clock = self.desks[desk].station, self.desks[desk].clock
        now = station.session
        scan = Scan(
            sn,
            now.certificate_no or "",
            now.account_key,
            now.operator,
            clock.boot_id,
            clock.mono,
            now.station_id,
        )
        again, self._last_label[desk] = self._last_label[desk] == label, label
        step = Step("scan", desk, scan=scan, again=again)

        def work() -> None:
            read = Label(label, "scanner", clock.mono / 1000, typed=typed)
            step.outcome = station.intake.take(read, filter_bounce=bounce)
            self.figures["units"] += step.outcome.verdict is Verdict.ACCEPTED

        self.do(step, work, trouble)

    def undo(self, desk: int, trouble: Trouble | None = None) -> None:
        self.do(Step("undo", desk), self.desks[desk].station.undo_last, trouble)

    def ask(self, desk: int, trouble: Trouble | None = None) -> None:
        self.do(Step("ask", desk), self.desks[desk].station.engine.ask, trouble)

    def send(
        self, desk: int, trouble: Trouble | None = None, *, everything: bool = False, batches: int = 1_000
    ) -> None:
        """So many batches at most."""
        left = iter(range(batches))
        sync = self.desks[desk].station.engine

        def work() -> None:
            self.air.shown.clear()
            sync.send(ignore_hold_back=everything, go_on=lambda: next(left, None) is not None)
            if trouble is None:
                self._newest_is_kept(desk)

        self.do(Step("send", desk, everything=everything), work, trouble)

    def _newest_is_kept(self, desk: int) -> None:
        """Whichever answer is settled last: the newest truth that came with them stands. I6.

        A newer version with fewer units used is of a platform that went back, which is looked into before it stands.
        """
        station = self.desks[desk].station
        with station.database.read() as connection:
            suspects = certificates.suspects(connection, station.session.account_key)
        for number, version in self.air.shown.items():
            held = station.session.cached_certificate(number)
            if held is not None and held.version < version and number not in suspects:
                raise Broken("I6", f"{number} stands in version {held.version}; an answer had {version}")

    def look(self, desk: int, paper: str, trouble: Trouble | None = None) -> None:
        """The station asks how a certificate stands."""
        self.do(
            Step("look", desk), lambda: self.desks[desk].station.engine.refresh_certificate(paper), trouble
        )

    def fetch(self, desk: int, trouble: Trouble | None = None) -> None:
        self.do(Step("fetch", desk), self.desks[desk].station.fetch_certificates, trouble)

    def share(self, desk: int, trouble: Trouble | None = None) -> None:
        """The station looks after its leases."""
        self.do(Step("share", desk), self.desks[desk].station.engine.shares.keep, trouble)

    def hold(self, desk: int, trouble: Trouble | None = None) -> None:
        self.do(Step("hold", desk), self.desks[desk].station.engine.hold_closed, trouble)

    def release(self, desk: int, trouble: Trouble | None = None) -> None:
        self.do(Step("release", desk), self.desks[desk].station.engine.release_held, trouble)

    def choose(self, desk: int, paper: str, trouble: Trouble | None = None) -> None:
        self.do(Step("choose", desk), lambda: self.desks[desk].station.choose_certificate(paper), trouble)

    def sign_in(self, desk: int, username: str, trouble: Trouble | None = None) -> None:
        self.do(Step("sign_in", desk), lambda: self.desks[desk].station.sign_in(form(username)), trouble)

    def sign_out(self, desk: int, trouble: Trouble | None = None) -> None:
        self.do(Step("sign_out", desk), self.desks[desk].station.sign_out, trouble)

    def restart(self, desk: int, *, reboot: bool = False) -> None:
        """Close and open again on the same folder."""

        def work() -> None:
            self.desks[desk].close()
            if reboot:
                self.desks[desk].clock.reboot()
            self.desks[desk].open()

        self.figures["restarts"] += 1
        self.do(Step("restart", desk), work)

    def crash(self, desk: int) -> None:
        """The program is killed between two steps."""
        self.do(Step("crash", desk), self.desks[desk].die)

    def jump(self, who: int, ms: int) -> None:
        """Somebody's wall clock is set: of a station (0, 1) or of the platform (2)."""
        if who < len(self.desks):
            self.desks[who].clock.wall += ms
        else:
            self.platform.wall_ms += ms
        self.do(Step("jump"))

    def wait(self, ms: int) -> None:
        self.platform.wall_ms += ms
        self.platform.expire()
        for desk in self.desks:
            desk.clock.wall += ms
            desk.clock.mono += ms
        self.do(Step("wait"))

    def rival(self, paper: str, count: int) -> None:
        for _ in range(count):
            self.platform.use_elsewhere(paper, "rival")
        self.do(Step("rival"))

    def reserve(self, paper: str, count: int) -> None:
        self.platform.reserve(paper, count)
        self.do(Step("reserve"))

    def audit(self, paper: str, status: str) -> None:
        self.platform.audit(paper, status)
        self.do(Step("audit"))

    def busy(self, sns: Sequence[str]) -> None:
        """From now on the platform answers SYSTEM_BUSY to these units."""
        self.platform.busy = frozenset(sns).__contains__
        self.do(Step("busy"))

    def deliver_late(self) -> None:
        self.figures["late"] += self.wire.deliver_late()
        self.do(Step("deliver late"))

    def drain(self) -> None:
        """Everything heals; whoever closes the shift sends all that waits. Then both sides must agree."""
        self.deliver_late()
        self.busy(())
        self.wire.locked_out.clear()
        for device in self.platform.devices.values():
            device.trait = Trait.PLAIN if device.trait is Trait.ODD else device.trait
        self._close_shift()
        rows = [row for book in self.oracle.books for row in book.rows.values()]
        if any(row.state == "handed_over" for row in rows):
            self._close_shift()  # a file is not taken in for a unit that is under way: import it again afterwards
        model_settled.check(self.oracle)

    def _close_shift(self) -> None:
        self.stick.bring_home(by_way_of_the_other=bool(self.setup.seed % 2))
        for desk in range(len(self.desks)):
            for username in ACCOUNTS:
                self._drain_account(desk, username)

    def _drain_account(self, desk: int, username: str) -> None:
        asks = desk in self.ruins.restored or self.platform.went_back
        if not self._open_rows(desk, username) and not asks:
            return
        self.sign_in(desk, username)
        self.fetch(desk)
        for _ in range(_DRAIN_ROUNDS):
            self.supervisor.retry(desk)
            self.release(desk)
            self.ask(desk)
            self.send(desk, everything=True)
            if not self._open_rows(desk, username):
                return
            self.wait(31_000)

    def _open_rows(self, desk: int, username: str) -> bool:
        rows = self.oracle.books[desk].rows.values()
        return any(row.account == account_key(username) and row.state in SPENT for row in rows)

    def do(
        self, step: Step, work: Callable[[], object] = lambda: None, trouble: Trouble | None = None
    ) -> None:
        self.figures["steps"] += 1
        self.oracle.step = step
        if step.desk >= 0:
            self._arm(self.desks[step.desk], trouble)
        try:
            work()
        except Crash:
            step.crashed = True
            self._after_crash(step)
        except IllegalMove as error:
            raise Broken("moves", repr(error)) from error
        except StationError as error:
            step.answer = str(error)
        except Broken:
            raise
        except Exception as error:
            raise Broken("bug", repr(error)) from error
        finally:
            self._disarm(step, trouble)
            self.told.append(step.text(trouble))
        self.oracle.check()

    def _arm(self, desk: Desk, trouble: Trouble | None) -> None:
        desk.trouble = trouble
        self.wire.die = desk.die
        self.wire.shown = self._shown(desk)
        self.wire.trouble = trouble.on_call if trouble else lambda _wire, _call: None

    def _shown(self, desk: Desk) -> dict[str, int]:
        """A certificate that another account was shown before may be new to the one that is signed in."""
        versions = self.oracle.books[self.desks.index(desk)].versions
        account = desk.station.session.account_key
        return {number: version for (who, number), version in versions.items() if who == account}

    def _disarm(self, step: Step, trouble: Trouble | None) -> None:
        step.troubled = trouble is not None and trouble.struck
        self.figures["troubles"] += step.troubled
        if step.desk >= 0:
            self.desks[step.desk].trouble = None
        self.wire.trouble = lambda _wire, _call: None

    def _after_crash(self, step: Step) -> None:
        self.figures["crashes"] += 1
        self.wire.trouble = lambda _wire, _call: None
        self.air.crash()
        step.outcome = None
        self._last_label[step.desk] = ""
        self.oracle.books[step.desk].let_go()
        self.desks[step.desk].trouble = None
        self.desks[step.desk].restart_from_ruins()

    def _open(self, folder: Path) -> None:
        settings: dict[str, float] = {
            "batch_size": self.setup.batch_size,
            "batches_at_once": 1 + self.setup.seed % 4,
            "retry_budget": self.setup.retry_budget,
            "hold_back_s": self.setup.hold_back_s,
            "share": self.setup.share,
            "share_ttl_s": 300,
        }
        self.desks = [
            Desk(name, folder, self.platform.wall_ms + shift, settings)
            for name, shift in (("left", 0), ("right", 7_000))
        ]
        self.oracle = Oracle(self.platform, self.wire, self.desks, int(self.setup.hold_back_s * 1000))
        self.wire.on_batch = self.oracle.sent
        for number in range(len(self.desks)):
            self.sign_in(number, ACCOUNTS[0])
            self.fetch(number)
            self.choose(number, PAPERS[0])
