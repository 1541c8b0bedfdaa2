"""One random way through one world of the model: which step comes next, to whom, and what goes wrong in it.

The steps call what the station's own sync thread calls (ask, send, look after the share, look at certificates, hold),
one at a time; the thread itself has its tests in `tests/integration/test_worker.py`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from tests.soak.model_book import Broken
from tests.soak.model_desk import ACCOUNTS
from tests.soak.model_faults import DISK_KINDS, KINDS, Trouble
from tests.soak.model_files import SPOILS
from tests.soak.model_nouns import Temper, Trait
from tests.soak.model_setup import PAPERS, Setup
from tests.soak.model_world import JUNK, World

_LIKELY = {
    "lost after": 5,
    "lost before": 2,
    "stopped in the middle": 4,
    "items missing": 6,
    "foreign item": 8,
    "crash after the work": 3,
    "crash after a transaction": 3,
    "late": 3,
    "stale certificate": 4,
}
_WEIGHTS = [_LIKELY.get(kind, 1) for kind in KINDS]
_THEMES: tuple[tuple[str, ...], ...] = (
    (),
    ("_export", "_import", "_receipt"),
    ("_copy", "_restore"),
    ("_copy_platform", "_set_platform_back"),
    ("_void", "_queue_again", "_retry", "_undo"),
)
_MUCH = 6
_DRESSES = ("{}", "{}", "{}", "{}\r\n", "]C1{}", " {} ")


class Walk:
    """One world and one way through it, all from one seed."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._chance, self._lengths = random.Random(seed), random.Random(seed)
        self.setup = self._setup()
        self.figures: Counter[str] = Counter()
        self._actions: dict[Callable[[World], None], int] = {
            self._scan: 34,
            self._send: 26,
            self._ask: 14,
            self._wait: 8,
            self._undo: 4,
            self._look: 4,
            self._fetch: 2,
            self._share: 6 if self.setup.has_leases else 1,
            self._hold: 2,
            self._release: 2,
            self._retry: 3,
            self._void: 3,
            self._set_aside: 1,
            self._queue_again: 4,
            self._export: 4,
            self._import: 8,
            self._receipt: 4,
            self._copy: 3,
            self._restore: 2,
            self._copy_platform: 2,
            self._set_platform_back: 1,
            self._choose: 3,
            self._sign_in: 2,
            self._restart: 3,
            self._crash: 2,
            self._jump: 2,
            self._elsewhere: 4,
            self._audit: 2,
            self._busy: 2,
            self._late: 2,
        }

        self._emphasize(self._chance.choice(_THEMES))

    def _emphasize(self, theme: tuple[str, ...]) -> None:
        """Each world has much of one thing, so that a few of its steps are found one after the other."""
        for action in self._actions:
            if action.__name__ in theme:
                self._actions[action] *= _MUCH

    def run(self, steps: int) -> Broken | None:
        """Walk, drain, judge. Gives the promise that did not hold; `told` says how it came to it."""
        broken: Broken | None = None
        world = World(self.setup)
        try:
            with world:
                self._walk(world, steps)
                world.drain()
        except Broken as error:
            broken = error
        self.told, self.figures = world.told, world.figures
        self.figures["lost answers"] = world.wire.lost
        self.figures["beside"], self.figures["overtaken"] = world.air.beside, world.air.overtaken
        return broken

    def _walk(self, world: World, steps: int) -> None:
        actions, weights = list(self._actions), list(self._actions.values())
        for _ in range(steps):
            self._chance.choices(actions, weights)[0](world)
            if self._chance.random() < 0.3:
                world.wire.locked_out.clear()

    def _setup(self) -> Setup:
        chance = self._chance
        special = [trait for trait in Trait if trait is not Trait.PLAIN]
        traits = [Trait.PLAIN] * 11 + chance.sample(special, 4)
        chance.shuffle(traits)
        return Setup(
            seed=self.seed,
            temper=chance.choices(list(Temper), [4, 2, 2])[0],
            totals=tuple(chance.randint(2, 16) for _ in PAPERS),
            traits=tuple(traits),
            batch_size=chance.choice([1, 2, 3, 5, 100]),
            retry_budget=chance.choice([1, 2, 3, 8]),
            hold_back_s=chance.choice([0.0, 3.0, 10.0]),
            has_leases=chance.random() < 0.5,
            share=chance.choice([0, 2, 5, 200]),
            lifetimes_s=tuple(chance.choice([None, None, 30, 200, 2_000]) for _ in PAPERS),
        )

    def _trouble(self, likely: float = 0.4) -> Trouble | None:
        if self._chance.random() > likely:
            return None
        nth = self._chance.choices([1, 2, 3, 4], [8, 4, 1, 1])[0]
        return Trouble(self._chance.choices(KINDS, _WEIGHTS)[0], nth, self._chance.getrandbits(32))

    def _disk_trouble(self) -> Trouble | None:
        """For steps that use the disk alone."""
        struck = self._chance.random() < 0.1
        return Trouble(self._chance.choice(DISK_KINDS)) if struck else None

    def _desk(self) -> int:
        return self._chance.randrange(2)

    def _desk_with(self, world: World, states: set[str]) -> int:
        """A station with rows in one of these states, mostly; idle steps find nothing."""
        busy = [desk for desk in range(2) if self._has(world, desk, states)]
        return self._chance.choice(busy) if busy and self._chance.random() < 0.9 else self._desk()

    def _has(self, world: World, desk: int, states: set[str]) -> bool:
        return any(row.state in states for row in world.oracle.books[desk].rows.values())

    def _sn(self, world: World, desk: int) -> str:
        """Half of the scans are units that this station has not seen."""
        met = {row.sn for row in world.oracle.books[desk].rows.values()}
        fresh = [sn for sn in self.setup.sns if sn not in met]
        return self._chance.choice(fresh if fresh and self._chance.random() < 0.6 else self.setup.sns)

    def _scan(self, world: World) -> None:
        trouble, desk = self._disk_trouble(), self._desk()
        if self._chance.random() < 0.1:
            world.scan(desk, "", self._chance.choice(JUNK), trouble)
            return
        dress = self._chance.choice(_DRESSES)
        for _ in range(self._chance.choice([1, 1, 2, 3])):
            sn = self._sn(world, desk)
            typed = self._chance.random() < 0.2
            world.scan(desk, sn, dress.format(sn), trouble, bounce=self._chance.random() < 0.5, typed=typed)

    def _send(self, world: World) -> None:
        desk = self._desk_with(world, {"saved"})
        trouble = self._trouble(0.6) if self._has(world, desk, {"saved"}) else None
        if trouble is not None and not trouble.on_disk and self._chance.random() < 0.8:
            trouble = replace(trouble, nth=1, aim="/replacements")
        everything = self._chance.random() < 0.8
        world.send(desk, trouble, everything=everything, batches=self._lengths.choice([1, 1_000]))

    def _ask(self, world: World) -> None:
        desk = self._desk_with(world, {"sending", "in_doubt"})
        trouble = self._trouble(0.6) if self._has(world, desk, {"sending", "in_doubt"}) else None
        world.ask(desk, trouble)

    def _wait(self, world: World) -> None:
        world.wait(self._chance.choice([200, 1_000, 3_000, 8_000, 40_000]))

    def _undo(self, world: World) -> None:
        world.undo(self._desk(), self._disk_trouble())

    def _look(self, world: World) -> None:
        world.look(self._desk(), self._chance.choice(PAPERS), self._trouble(0.2))

    def _fetch(self, world: World) -> None:
        world.fetch(self._desk(), self._trouble(0.2))

    def _share(self, world: World) -> None:
        world.share(self._desk(), self._trouble(0.3))

    def _hold(self, world: World) -> None:
        world.hold(self._desk(), self._disk_trouble())

    def _release(self, world: World) -> None:
        world.release(self._desk(), self._disk_trouble())

    def _retry(self, world: World) -> None:
        world.supervisor.retry(self._desk_with(world, {"parked"}), self._disk_trouble())

    def _void(self, world: World) -> None:
        which = self._chance.sample(self.setup.sns, 3)
        world.supervisor.void(self._desk_with(world, {"saved"}), self._disk_trouble(), which=which)

    def _set_aside(self, world: World) -> None:
        world.supervisor.set_aside(self._desk_with(world, {"parked"}), self._disk_trouble())

    def _queue_again(self, world: World) -> None:
        desk, paper = self._desk_with(world, {"refused"}), self._chance.choice(PAPERS)
        new_sn = self._sn(world, desk) if self._chance.random() < 0.3 else ""
        world.supervisor.queue_again(desk, paper, new_sn, self._disk_trouble(), nth=self._chance.randrange(9))

    def _export(self, world: World) -> None:
        desk = self._desk_with(world, {"saved", "held"})
        struck = self._chance.random() < 0.3
        trouble = Trouble(self._chance.choice(DISK_KINDS), self._chance.randint(1, 2)) if struck else None
        world.stick.export(desk, trouble, again=self._chance.random() < 0.2)

    def _import(self, world: World) -> None:
        if world.stick.files:
            spoil = self._chance.choice(list(SPOILS)) if self._chance.random() < 0.2 else ""
            file = self._chance.choice(world.stick.files[-3:])
            world.stick.take_in(self._desk(), file, self._disk_trouble(), spoil=spoil)

    def _receipt(self, world: World) -> None:
        if world.stick.receipts:
            number = self._chance.randrange(len(world.stick.receipts))
            world.stick.acknowledge(self._desk(), number, self._disk_trouble())

    def _copy(self, world: World) -> None:
        world.ruins.copy(self._desk(), self._disk_trouble())

    def _restore(self, world: World) -> None:
        world.ruins.restore(self._desk(), readable=self._chance.random() < 0.5)

    def _copy_platform(self, world: World) -> None:
        world.ruins.copy_platform()

    def _set_platform_back(self, world: World) -> None:
        world.ruins.set_platform_back()

    def _choose(self, world: World) -> None:
        world.choose(self._desk(), self._chance.choice(PAPERS), self._disk_trouble())

    def _sign_in(self, world: World) -> None:
        desk = self._desk()
        if self._chance.random() < 0.2:
            world.sign_out(desk, self._disk_trouble())
            return
        world.sign_in(desk, self._chance.choice([ACCOUNTS[0], ACCOUNTS[0], ACCOUNTS[1]]), self._trouble(0.1))
        world.fetch(desk)
        world.choose(desk, self._chance.choice(PAPERS))

    def _restart(self, world: World) -> None:
        world.restart(self._desk(), reboot=self._chance.random() < 0.3)

    def _crash(self, world: World) -> None:
        world.crash(self._desk())

    def _jump(self, world: World) -> None:
        world.jump(
            self._chance.randrange(3), self._chance.choice([-7_200_000, -400_000, -2_000, 9_000, 3_600_000])
        )

    def _elsewhere(self, world: World) -> None:
        paper, count = self._chance.choice(PAPERS), self._chance.randint(1, 2)
        (world.rival if self._chance.random() < 0.7 else world.reserve)(paper, count)

    def _audit(self, world: World) -> None:
        statuses = ["approved", "approved", "approved", "revoked", "expired", "pending"]
        world.audit(self._chance.choice(PAPERS), self._chance.choice(statuses))

    def _busy(self, world: World) -> None:
        world.busy(self._chance.sample(self.setup.sns, self._chance.randint(0, 3)))

    def _late(self, world: World) -> None:
        world.deliver_late()
