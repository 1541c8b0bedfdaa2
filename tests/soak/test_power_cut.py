"""A short form of the power cuts: the real commands lose nothing, and the mutants show that the rig would see it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import NO_KEYRING
from tests.soak.power_cut import cut
from tests.soak.power_cut_disk import (
    Create,
    Disk,
    FailedSync,
    Image,
    Operation,
    Rename,
    Resize,
    Survival,
    Sync,
    SyncFolder,
    Unlink,
    Write,
)
from tests.soak.power_cut_life import UNITS, RecordedStation, Recording
from tests.soak.power_cut_trace import why_not

CUTS = 600
MUTANT_CUTS = 180
FAULT_CUTS = 180


@pytest.fixture(autouse=True)
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", NO_KEYRING)


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RecordedStation]:
    reason = why_not()
    if reason:
        pytest.skip(reason)
    work = tmp_path_factory.mktemp("cuts")
    with SandboxProcess(work / "sandbox") as sandbox:
        yield RecordedStation(work, sandbox)


@pytest.fixture(scope="module")
def first_day(station: RecordedStation) -> Recording:
    return station.first_day()


def test_a_power_cut_at_any_moment_of_the_first_day_loses_nothing(first_day: Recording) -> None:
    syncs = [operation for operation in first_day.operations if isinstance(operation, Sync)]
    assert len(syncs) > len(first_day.labels) == 2 * UNITS
    findings = cut(first_day, CUTS, seed=1)
    assert findings.violations == []
    assert findings.cuts >= CUTS
    assert findings.opened_by_station >= CUTS // 20
    assert 0 < findings.before_first_promise < findings.cuts / 2


@pytest.mark.parametrize(("first", "last"), [(4, 5), (6, 9)])
def test_what_a_failed_sync_left_behind_is_never_green(
    station: RecordedStation, first_day: Recording, first: int, last: int
) -> None:
    assert first_day.labels
    recording = station.scan_through(first, last)
    assert sum(isinstance(operation, FailedSync) for operation in recording.operations) == last - first + 1
    assert cut(recording, FAULT_CUTS, seed=1).violations == []


@pytest.mark.parametrize("mutant", ["normal", "early"])
def test_a_mutant_is_caught(station: RecordedStation, first_day: Recording, mutant: str) -> None:
    assert first_day.labels
    findings = cut(station.scan_by(mutant), MUTANT_CUTS, seed=1)
    assert findings.kinds["lost"] > 10
    assert set(findings.kinds) == {"lost"}


def after(operations: list[Operation], survival: Survival = Survival.NONE) -> Image:
    return Disk(operations).after_cut(survival, random.Random(1))


def test_what_is_synced_stays_and_what_is_not_may_go() -> None:
    made: list[Operation] = [Create("a", 1), Write(1, 0, b"kept"), Sync(1), Write(1, 4, b" lost")]
    assert after(made) == {"a": b"kept"}
    assert after(made, Survival.ALL) == {"a": b"kept lost"}


def test_a_sync_after_one_that_failed_brings_nothing_back() -> None:
    made: list[Operation] = [Create("a", 1), Sync(1), Write(1, 0, b"\1" * 8192), FailedSync(1)]
    later: list[Operation] = [*made, Write(1, 8192, b"kept"), Sync(1)]
    found = {
        Disk(later, random.Random(number)).after_cut(Survival.ALL, random.Random(1))["a"]
        for number in range(9)
    }
    assert {len(image) for image in found} == {8196}
    assert all(image.endswith(b"kept") for image in found)
    assert len(found) > 5


def test_a_name_needs_its_folder_or_the_new_file_to_be_synced() -> None:
    made: list[Operation] = [Create("a", 1), Sync(1), Create("b", 2), Rename("a", "c")]
    assert after(made) == {"a": b""}
    assert after([*made, SyncFolder()]) == {"c": b"", "b": b""}
    assert after([*made, SyncFolder(), Unlink("c")]) == {"c": b"", "b": b""}
    assert after([*made, Sync(2)]) == {"c": b"", "b": b""}


def test_sectors_survive_as_a_whole_and_in_any_order() -> None:
    disk = Disk([Create("a", 1), Sync(1), Write(1, 0, b"\1" * 2048)])
    rng = random.Random(7)
    found = {disk.after_cut(Survival.SECTORS, rng)["a"] for _ in range(200)}
    sectors = {tuple(image[at : at + 512] for at in range(0, len(image), 512)) for image in found}
    assert all(part in (b"\0" * 512, b"\1" * 512) for image in sectors for part in image)
    assert len(found) > 10
    assert (b"\0" * 512, b"\1" * 512) in {image[:2] for image in sectors}


def test_sizes_change_in_their_order() -> None:
    disk = Disk([Create("a", 1), Write(1, 0, b"x" * 600), Sync(1), Resize(1, 0), Resize(1, 100)])
    rng = random.Random(7)
    sizes = {len(disk.after_cut(Survival.WRITES, rng)["a"]) for _ in range(50)}
    assert sizes == {600, 0, 100}
