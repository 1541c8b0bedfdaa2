"""The first start: steps that stay as they were left, a file for images, an identity for each copy."""

from __future__ import annotations

import json
import socket
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station import machine, pins
from station.clock import Clock
from station.errors import UsageError, WrongPin
from station.first_start import FILE_NAME, FirstStart, Platform, Step, StepState
from station.machine import Machine
from station.model import Label, Verdict
from station.people import People
from station.rights import Role
from station.store import facts, journal, leases
from tests.helpers.offline import ACCOUNT_KEY, Desk, desk_in

HERE = Machine("system", frozenset({"card"}))
ELSEWHERE = Machine("other", frozenset({"other card"}))
SETS = st.frozensets(st.sampled_from("abc"), max_size=2)
MACHINES = st.builds(Machine, st.sampled_from(["", "x", "y"]), SETS)


def first_of(desk: Desk, computer: Machine = HERE) -> FirstStart:
    people = People(desk.database, desk.session, Clock())
    return FirstStart(desk.database, desk.session, desk.settings, people, computer)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Nobody has signed in yet."""
    with bare(tmp_path / "station") as made:
        yield made


@contextmanager
def bare(folder: Path) -> Iterator[Desk]:
    with desk_in(folder) as made:
        made.session.account = None
        yield made


def written(folder: Path, **document: Any) -> Path:
    file = folder / FILE_NAME
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def test_steps_stay_as_they_were_left_and_are_offered_until_put_off(desk: Desk) -> None:
    first = first_of(desk)
    assert first.look().fresh
    first.name("  Line 4 ")
    first.mark(Step.SOUND, StepState.LEFT_OUT)
    again = first_of(desk).look()
    assert again.station_name == "Line 4"
    assert (again.steps[Step.NAME], again.steps[Step.SOUND]) == (StepState.DONE, StepState.LEFT_OUT)
    assert again.steps[Step.SCANNER] is StepState.OPEN
    first.later()
    assert not first_of(desk).look().fresh


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 65])
def test_what_cannot_name_a_station_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(UsageError):
        first_of(desk).name(name)
    assert desk.settings.text("station_name") == "Station 1"


def test_the_sign_in_form_is_prepared_with_what_is_no_secret(desk: Desk) -> None:
    first = first_of(desk)
    first.connect(Platform("https://openapi.example.com/", "client", "anna"))
    form = first.look().platform.form
    assert (form.endpoint, form.client_id, form.username) == ("https://openapi.example.com", "client", "anna")
    assert (form.client_secret, form.password) == ("", "")
    with pytest.raises(UsageError, match="not encrypted"):
        first.connect(Platform("http://openapi.example.com"))


def test_a_file_sets_up_fifty_computers_and_is_taken_once(desk: Desk, tmp_path: Path) -> None:
    first = first_of(desk)
    written(
        tmp_path,
        station_name="Line {host}",
        endpoint="https://openapi.example.com",
        client_id="client",
        username="anna",
        supervisors={"Frau Weber": pins.hashed("4711")},
        settings={"language": "vi", "latch": "hard", "sn_rules": {"aaaa1111aaaa1111": "^SN[0-9]+$"}},
    )
    assert first.take_file(tmp_path)
    look = first.look()
    assert look.station_name == f"Line {socket.gethostname()}"
    assert desk.settings.text("language") == "vi"
    done = {step for step, state in look.steps.items() if state is StepState.DONE}
    assert done == {Step.LANGUAGE, Step.NAME, Step.PLATFORM, Step.SUPERVISOR}
    assert look.platform == Platform("https://openapi.example.com", "client", "anna")
    people = People(desk.database, desk.session, Clock())
    (weber,) = people.every()
    assert people.check_pin(weber.person_id, "4711").role is Role.SUPERVISOR
    with pytest.raises(WrongPin):
        people.check_pin(weber.person_id, "4712")
    desk.settings.set("language", "en")
    assert not first.take_file(tmp_path), "what somebody has changed since stays"
    assert desk.settings.text("language") == "en"
    with desk.database.read() as connection:
        assert journal.verify(connection).findings == ()


@pytest.mark.parametrize(
    "document",
    [
        [],
        {"password": "x"},
        {"settings": {"language": "tlh"}},
        {"settings": {"no_such": 1}},
        {"settings": {"station_name": "Line 1"}},
        {"endpoint": "http://openapi.example.com"},
        {"station_name": "a\nb"},
        {"supervisors": {"Anna": "4711"}},
        {"supervisors": {"": pins.hashed("4711")}},
        {"client_id": 7},
    ],
)
def test_of_a_file_that_is_not_in_order_nothing_is_taken(desk: Desk, tmp_path: Path, document: Any) -> None:
    good = {"station_name": "Line 1", "settings": {"latch": "hard"}}
    file = tmp_path / FILE_NAME
    file.write_text(json.dumps({**good, **document} if isinstance(document, dict) else document))
    with pytest.raises(UsageError) as caught:
        first_of(desk).take_file(tmp_path)
    assert caught.value.title == "The set-up file was not taken"
    assert desk.settings.given() == {}
    assert first_of(desk).look().platform == Platform()


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 5000, b" " * 100_001])
def test_a_file_of_anything_is_refused_or_nothing(desk: Desk, tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)
    if data:
        with pytest.raises(UsageError):
            first_of(desk).take_file(tmp_path)
    else:
        assert not first_of(desk).take_file(tmp_path)


def test_what_one_station_writes_sets_up_the_next_one(desk: Desk, tmp_path: Path) -> None:
    first = first_of(desk)
    first.name("Line 1")
    first.connect(Platform("https://openapi.example.com", "client", "anna"))
    desk.settings.set("zoom", 1.5)
    People(desk.database, desk.session, Clock()).add("Bo", Role.SUPERVISOR, pin="2468")
    file = tmp_path / FILE_NAME
    first.save_file(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "2468" not in file.read_text()
    with pytest.raises(UsageError, match="there already"):
        first.save_file(file)
    with bare(tmp_path / "next") as other:
        assert first_of(other).take_file(tmp_path)
        assert other.settings.number("zoom") == 1.5
        assert other.settings.text("station_name") == f"Station {socket.gethostname()}"
        people = People(other.database, other.session, Clock())
        assert people.check_pin(people.every()[0].person_id, "2468").name == "Bo"


def test_a_copy_that_nothing_was_scanned_on_gets_an_identity_of_its_own(desk: Desk) -> None:
    first = first_of(desk)
    assert not first.recognise()
    before = desk.session.station_id
    assert not first_of(desk).recognise()
    assert desk.session.station_id == before
    assert first_of(desk, ELSEWHERE).recognise()
    assert desk.session.station_id != before
    with desk.database.read() as connection:
        assert facts.get(connection, "station_id") == desk.session.station_id
    assert not first_of(desk, ELSEWHERE).recognise()


@pytest.mark.parametrize("copy", [True, False])
def test_of_a_station_that_has_worked_a_person_says_whether_it_is_a_copy(tmp_path: Path, copy: bool) -> None:
    with desk_in(tmp_path) as desk:
        desk.know()
        first_of(desk).recognise()
        assert desk.intake.take(Label("SNAA00000001", "test", 0.0)).verdict is Verdict.ACCEPTED
        before = desk.session.station_id
        lease = leases.Lease("request", "CERT-1", ACCOUNT_KEY, 50, 3600)
        desk.database.write(lambda connection: leases.ask(connection, lease))
        other = first_of(desk, ELSEWHERE)
        assert not other.recognise()
        assert other.look().elsewhere
        (other.is_copy if copy else other.has_moved)("Frau Weber")
        assert not other.look().elsewhere
        assert (desk.session.station_id == before) is not copy
        with desk.database.read() as connection:
            assert bool(leases.not_ended(connection, ACCOUNT_KEY)) is not copy, "two must not use one share"
            assert journal.verify(connection).findings == ()


@given(MACHINES, MACHINES)
def test_who_is_the_same_computer(one: Machine, other: Machine) -> None:
    assert one.is_same(one)
    assert one.is_same(other) == other.is_same(one)
    if one.hardware & other.hardware:
        assert one.is_same(other)
    if one.hardware and other.hardware and not one.hardware & other.hardware:
        assert not one.is_same(other), "an image made without care has the system's id of the first one"


def test_only_cards_that_are_devices_tell_a_computer(tmp_path: Path) -> None:
    cards, system = tmp_path / "net", tmp_path / "machine-id"
    for name, address, real in (
        ("eth0", "02:00:00:00:00:01", True),
        ("lo", "00:00:00:00:00:00", True),
        ("br0", "x", False),
    ):
        (cards / name).mkdir(parents=True)
        (cards / name / "address").write_text(address + "\n")
        if real:
            (cards / name / "device").mkdir()
    system.write_text("abc\n")
    here = machine.here(cards, (tmp_path / "none", system))
    assert len(here.hardware) == 1
    assert here.system
    assert "02:00" not in str(here), "only hashes are kept"
    assert machine.here(tmp_path / "nothing", ()).hardware == frozenset()
