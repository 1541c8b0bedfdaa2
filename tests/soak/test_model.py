"""Short form of the model rig: random walks, the same rules for Hypothesis, and every planted bug found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from tests.soak import model
from tests.soak.model_book import Broken
from tests.soak.model_desk import ACCOUNTS
from tests.soak.model_faults import DISK_KINDS, KINDS, Trouble
from tests.soak.model_files import SPOILS
from tests.soak.model_mutants import MUTANTS, installed
from tests.soak.model_nouns import Temper, Trait
from tests.soak.model_setup import PAPERS, Setup
from tests.soak.model_walk import Walk
from tests.soak.model_world import JUNK, World

pytestmark = pytest.mark.log_allowed
SEED = 1
_MOST_STEPS = 12_000

DESKS = st.sampled_from([0, 1])
TROUBLES = st.none() | st.builds(Trouble, st.sampled_from(KINDS), st.integers(1, 3), st.integers(0, 9))
DISK_TROUBLES = st.none() | st.builds(Trouble, st.sampled_from(DISK_KINDS))
NUMBERS = st.sampled_from(PAPERS)
UNITS = st.integers(0, 5)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    with model.quiet():
        yield


def test_random_walks_break_no_promise() -> None:
    outcome = model.run(2_000, SEED)
    assert not outcome.violations, outcome.text
    assert outcome.figures["units"] > 120
    assert outcome.figures["crashes"] > 20


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_bug_is_caught(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    caught: list[Broken] = []

    def each(_walk: Walk, broken: Broken | None) -> bool:
        caught.extend([broken] if broken else [])
        return not caught

    with installed(name):
        sums = model.walk_until(_MOST_STEPS, SEED, each)
    assert caught, f"{name} was not caught in {sums['steps']} steps"
    with capsys.disabled():
        print(f"\n{name}: after {sums['steps']} steps by {caught[0]}", end="")  # noqa: T201 - the figure is the point


def test_a_sign_in_that_cannot_be_kept_sends_nothing_in_the_new_name() -> None:
    with World(Setup(seed=1, hold_back_s=0.0)) as world:
        world.scan(0, "SN-00001", "SN-00001")
        world.sign_in(0, ACCOUNTS[1], Trouble("commit fails and is not kept"))
        world.send(0)
        world.drain()
        assert [done.sn for done in world.platform.done] == ["SN-00001"]


class Shift(RuleBasedStateMachine):
    """Whatever two stations, their operators, a platform and the network between them do."""

    @initialize(
        temper=st.sampled_from(Temper),
        total=st.integers(1, 6),
        trait=st.sampled_from(Trait),
        batch_size=st.sampled_from([1, 2, 100]),
        hold_back_s=st.sampled_from([0.0, 5.0]),
        share=st.sampled_from([0, 3]),
        lifetime_s=st.sampled_from([None, 10, 500]),
        seed=st.sampled_from([7, 8]),
    )
    def begin(
        self,
        temper: Temper,
        total: int,
        trait: Trait,
        batch_size: int,
        hold_back_s: float,
        share: int,
        lifetime_s: int | None,
        seed: int,
    ) -> None:
        traits, lifetimes = (trait, *(Trait.PLAIN,) * 5), (lifetime_s, None, None)
        setup = Setup(
            seed, temper, (total, 3, 2), traits, batch_size, 2, hold_back_s, share > 0, share, lifetimes
        )
        self.world = World(setup)
        self.world.__enter__()

    @rule(desk=DESKS, unit=UNITS, trouble=DISK_TROUBLES, typed=st.booleans())
    def scan(self, desk: int, unit: int, trouble: Trouble | None, typed: bool) -> None:
        sn = self.world.setup.sns[unit]
        self.world.scan(desk, sn, sn, trouble, typed=typed)

    @rule(desk=DESKS, label=st.sampled_from(JUNK) | st.text(max_size=5))
    def scan_junk(self, desk: int, label: str) -> None:
        self.world.scan(desk, "", label)

    @rule(desk=DESKS, trouble=DISK_TROUBLES)
    def undo(self, desk: int, trouble: Trouble | None) -> None:
        self.world.undo(desk, trouble)

    @rule(desk=DESKS, trouble=TROUBLES, everything=st.booleans())
    def send(self, desk: int, trouble: Trouble | None, everything: bool) -> None:
        self.world.send(desk, trouble, everything=everything)

    @rule(desk=DESKS, trouble=TROUBLES)
    def ask(self, desk: int, trouble: Trouble | None) -> None:
        self.world.ask(desk, trouble)

    @rule(desk=DESKS, trouble=TROUBLES)
    def look_after_the_share(self, desk: int, trouble: Trouble | None) -> None:
        self.world.share(desk, trouble)

    @rule(desk=DESKS, paper=NUMBERS, trouble=TROUBLES)
    def look(self, desk: int, paper: str, trouble: Trouble | None) -> None:
        self.world.look(desk, paper, trouble)

    @rule(desk=DESKS, paper=NUMBERS)
    def choose(self, desk: int, paper: str) -> None:
        self.world.choose(desk, paper)

    @rule(desk=DESKS, username=st.sampled_from(ACCOUNTS), trouble=TROUBLES)
    def sign_in(self, desk: int, username: str, trouble: Trouble | None) -> None:
        self.world.wire.locked_out.clear()
        self.world.sign_in(desk, username, trouble)

    @rule(desk=DESKS)
    def retry_parked(self, desk: int) -> None:
        self.world.supervisor.retry(desk)

    @rule(desk=DESKS, unit=UNITS, trouble=DISK_TROUBLES)
    def void(self, desk: int, unit: int, trouble: Trouble | None) -> None:
        self.world.supervisor.void(desk, trouble, which=[self.world.setup.sns[unit]])

    @rule(desk=DESKS)
    def set_aside(self, desk: int) -> None:
        self.world.supervisor.set_aside(desk)

    @rule(desk=DESKS, paper=NUMBERS, new=st.none() | UNITS, nth=st.integers(0, 3), trouble=DISK_TROUBLES)
    def queue_again(self, desk: int, paper: str, new: int | None, nth: int, trouble: Trouble | None) -> None:
        new_sn = "" if new is None else self.world.setup.sns[new]
        self.world.supervisor.queue_again(desk, paper, new_sn, trouble, nth=nth)

    @rule(desk=DESKS, again=st.booleans(), trouble=DISK_TROUBLES)
    def export(self, desk: int, again: bool, trouble: Trouble | None) -> None:
        self.world.stick.export(desk, trouble, again=again)

    @precondition(lambda self: self.world.stick.files)
    @rule(desk=DESKS, nth=st.integers(0, 3), spoil=st.sampled_from(["", "", *SPOILS]), trouble=DISK_TROUBLES)
    def take_in(self, desk: int, nth: int, spoil: str, trouble: Trouble | None) -> None:
        files = self.world.stick.files
        self.world.stick.take_in(desk, files[-1 - nth % len(files)], trouble, spoil=spoil)

    @precondition(lambda self: self.world.stick.receipts)
    @rule(desk=DESKS, nth=st.integers(0, 3), trouble=DISK_TROUBLES)
    def acknowledge(self, desk: int, nth: int, trouble: Trouble | None) -> None:
        self.world.stick.acknowledge(desk, nth % len(self.world.stick.receipts), trouble)

    @rule(desk=DESKS)
    def copy(self, desk: int) -> None:
        self.world.ruins.copy(desk)

    @rule(desk=DESKS, readable=st.booleans())
    def restore(self, desk: int, readable: bool) -> None:
        self.world.ruins.restore(desk, readable=readable)

    @rule(back=st.booleans())
    def copy_platform_or_set_it_back(self, back: bool) -> None:
        if back:
            self.world.ruins.set_platform_back()
        else:
            self.world.ruins.copy_platform()

    @rule(desk=DESKS, trouble=TROUBLES)
    def fetch(self, desk: int, trouble: Trouble | None) -> None:
        self.world.fetch(desk, trouble)

    @rule(desk=DESKS)
    def sign_out(self, desk: int) -> None:
        self.world.sign_out(desk)

    @rule(units=st.sets(UNITS, max_size=3))
    def busy(self, units: set[int]) -> None:
        self.world.busy([self.world.setup.sns[unit] for unit in sorted(units)])

    @rule(desk=DESKS)
    def hold_and_release(self, desk: int) -> None:
        self.world.hold(desk)
        self.world.release(desk)

    @rule(desk=DESKS, how=st.sampled_from(["restart", "reboot", "crash"]))
    def start_again(self, desk: int, how: str) -> None:
        if how == "crash":
            self.world.crash(desk)
        else:
            self.world.restart(desk, reboot=how == "reboot")

    @rule(ms=st.sampled_from([500, 6_000, 400_000]))
    def wait(self, ms: int) -> None:
        self.world.wait(ms)

    @rule(who=st.integers(0, 2), ms=st.sampled_from([-3_600_000, -2_000, 400_000]))
    def jump(self, who: int, ms: int) -> None:
        self.world.jump(who, ms)

    @rule(paper=NUMBERS, what=st.sampled_from(["rival", "reserve", "revoked", "expired", "approved"]))
    def elsewhere(self, paper: str, what: str) -> None:
        if what == "rival":
            self.world.rival(paper, 1)
        elif what == "reserve":
            self.world.reserve(paper, 1)
        else:
            self.world.audit(paper, what)

    @rule()
    def deliver_late(self) -> None:
        self.world.deliver_late()

    def teardown(self) -> None:
        if hasattr(self, "world"):
            try:
                self.world.drain()
            finally:
                self.world.__exit__(None, None, None)


Shift.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestShift = Shift.TestCase
