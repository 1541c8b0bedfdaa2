"""kill -9 at random and at aimed moments: what was printed green is done exactly once, whatever was killed when.

The real commands run against a real sandbox process, with a proxy between that can stop a request where it hurts.
Judged is what was read from stdout up to the kill, and what the sandbox's file holds; never the station's word.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import used
from tests.soak import kills_aims, kills_oracle, kills_windows
from tests.soak.kills_aims import Aim
from tests.soak.kills_nursery import Nursery
from tests.soak.kills_shift import Shift, World
from tests.soak.outcome import Outcome

_STOCK = 4900
_SHELF_OF_A_SHIFT = 1500
_KILLS_OF_A_SHIFT = 30
_AGAIN_KILLED = 0.3
_TRIES = 12


def run(amount: int, seed: int) -> Outcome:
    """Kill `amount` times. Figures: kills a minute, green lines, lost and doubled units, starts of a new sandbox."""
    started, rng = time.monotonic(), random.Random(seed)
    killed, figures, violations = 0, Counter[str](), []
    with Nursery() as nursery:
        while killed < amount:
            figures["sandboxes"] += 1
            with _world(nursery, rng) as world:
                while killed < amount and len(world.shelf) > _SHELF_OF_A_SHIFT:
                    figures["shifts"] += 1
                    shift = Shift(world, f"station-{figures['shifts']}")
                    hits = _work(shift, min(_KILLS_OF_A_SHIFT, amount - killed))
                    verdict = kills_oracle.judge(shift)
                    killed += sum(hits.values())
                    figures += hits
                    figures += Counter(green=verdict.green, lost=verdict.lost, doubled=verdict.doubled)
                    violations += [
                        f"{shift.folder.name}: {one}" for one in [*shift.problems, *verdict.problems]
                    ]
    seconds = time.monotonic() - started
    return Outcome(
        "kill -9", killed, seconds, violations, {"kills a minute": round(killed * 60 / seconds), **figures}
    )


def run_windows(seed: int) -> Outcome:
    """One shift that is killed once in each of the windows, however many tries that takes."""
    started, hits = time.monotonic(), Counter[str]()
    with Nursery() as nursery, _world(nursery, random.Random(seed)) as world:
        for aim in kills_windows.first_aims():
            for number in range(_TRIES):  # a first start is one only in a new folder
                shift = Shift(world, f"windows-{number}")
                if aim(shift):
                    hits[aim.__name__] += 1
                    break
        shift.set_up()
        for aim in kills_windows.aims():
            _shoot_until_hit(aim, shift, hits)
        shift.scan_again()
        shift.sync_again()
        problems = [*shift.problems, *kills_oracle.judge(shift).problems]
    return Outcome("kill -9 in windows", hits.total(), time.monotonic() - started, problems, hits)


def _shoot_until_hit(aim: Aim, shift: Shift, hits: Counter[str]) -> None:
    for _ in range(_TRIES):
        if aim(shift):
            hits[aim.__name__] += 1
            return


@contextmanager
def _world(nursery: Nursery, rng: random.Random) -> Iterator[World]:
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        folder = Path(name)
        with (
            SandboxProcess(folder / "sandbox", "--devices", str(_STOCK)) as sandbox,
            FaultProxy(int(sandbox.base_url.rpartition(":")[2])) as proxy,
        ):
            number = str(sandbox.certificate(room=_STOCK)["certificate_no"])
            shelf = sandbox.sns(number, _STOCK)
            yield World(sandbox, proxy, nursery, rng, folder, number, shelf, seeded=used(sandbox, number))


def _work(shift: Shift, amount: int) -> Counter[str]:
    """Kill the station of a shift `amount` times. Gives how often which aim hit."""
    hits: Counter[str] = Counter()
    _first_kills(shift, min(amount, shift.world.rng.randint(0, 3)), hits)
    aims = kills_aims.chances()
    while sum(hits.values()) < amount:
        aim = shift.world.rng.choices([aim for aim, _ in aims], [weight for _, weight in aims])[0]
        _shoot(aim, shift, hits)
        if shift.world.rng.random() > _AGAIN_KILLED:  # else the command that is run again is killed as well
            shift.scan_again()
            shift.check_ledger()
            if shift.world.rng.random() < 0.5:
                shift.sync_again()
    shift.scan_again()
    shift.sync_again()
    return hits


def _first_kills(shift: Shift, amount: int, hits: Counter[str]) -> None:
    """Before the folder is set up: the first start with its migration."""
    for _ in range(amount):
        _shoot(shift.world.rng.choice(kills_aims.FIRST), shift, hits)
    shift.set_up()


def _shoot(aim: Aim, shift: Shift, hits: Counter[str]) -> None:
    if aim(shift):
        hits[aim.__name__] += 1
    shift.world.proxy.trap = None
    shift.world.proxy.mode = Mode.OK  # ends what a trap still holds
