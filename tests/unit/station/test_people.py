"""Who works here, how they show it, and what printed codes may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station import command_codes, pins
from station.command_codes import Verb
from station.errors import PinLocked, UnknownCommandCode, UsageError, WrongPin
from station.model import Label, Verdict
from station.people import LOCKED_FOR_S, MOST_WRONG_PINS, People
from station.rights import Role, SupervisedAct
from station.store import journal
from tests.helpers.offline import Desk, desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path) as desk:
        yield desk


@pytest.fixture
def people(desk: Desk) -> People:
    return People(desk.database, desk.session, desk.clock)


def events(desk: Desk) -> list[tuple[str, str, str]]:
    """Event, actor and detail of the journal's entries, which must be whole."""
    with desk.database.read() as connection:
        assert journal.verify(connection).findings == ()
        rows = connection.execute("select event, actor, detail from journal order by seq")
        return [(row["event"], row["actor"], row["detail"]) for row in rows]


def whole_file(desk: Desk) -> bytes:
    folder = desk.database.path.parent
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.name.startswith("station.sqlite3"))


def test_nobody_is_asked_for_a_pin_until_there_is_a_supervisor(people: People) -> None:
    people.add("Binh", Role.OPERATOR, pin="4711")
    assert not people.guarded()
    people.add("Anna", Role.SUPERVISOR, pin="1234")
    assert people.guarded()
    assert [person.name for person in people.every()] == ["Anna", "Binh"]


def test_a_pin_is_not_in_the_database(desk: Desk, people: People) -> None:
    anna = people.add("Anna", Role.SUPERVISOR, pin="918273645")
    people.check_pin(anna.person_id, "918273645")
    assert b"918273645" not in whole_file(desk)


@settings(deadline=None, max_examples=10)  # slow on purpose
@given(st.text(alphabet="0123456789", min_size=4, max_size=12), st.text(max_size=14))
def test_a_hash_fits_its_pin_and_no_other(pin: str, other: str) -> None:
    kept = pins.hashed(pin)
    assert pins.fits(pin, kept)
    assert pins.fits(other, kept) is (other == pin)


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "١٢٣٤", "12 34"])
def test_what_cannot_be_a_pin_is_refused(people: People, pin: str) -> None:
    with pytest.raises(UsageError):
        people.add("Anna", Role.SUPERVISOR, pin=pin)
    assert people.every() == []


@pytest.mark.parametrize("name", ["", "   ", "x" * 65, "An\nna"])
def test_a_name_must_be_readable(people: People, name: str) -> None:
    with pytest.raises(UsageError):
        people.add(name, Role.OPERATOR)


def test_a_name_is_taken_whatever_its_capitals(people: People) -> None:
    people.add("Anna", Role.OPERATOR)
    with pytest.raises(UsageError, match="taken"):
        people.add("ANNA", Role.OPERATOR)


def test_five_wrong_pins_lock_even_the_right_one_for_a_while(desk: Desk, people: People) -> None:
    anna = people.add("Anna", Role.SUPERVISOR, pin="1234")
    for left in range(MOST_WRONG_PINS - 1, 0, -1):
        with pytest.raises(WrongPin) as wrong:
            people.check_pin(anna.person_id, "9999")
        assert wrong.value.left == left
    with pytest.raises(PinLocked):
        people.check_pin(anna.person_id, "9999")
    again = People(desk.database, desk.session, desk.clock)  # as after a restart
    with pytest.raises(PinLocked):
        again.check_pin(anna.person_id, "1234")
    assert ("pin_locked", desk.session.operator, "name=Anna") in events(desk)
    desk.clock.wall_shift_ms += LOCKED_FOR_S * 1000
    assert again.check_pin(anna.person_id, "1234").name == "Anna"


def test_a_right_pin_forgives_the_wrong_ones_before(people: People) -> None:
    anna = people.add("Anna", Role.SUPERVISOR, pin="1234")
    for _ in range(3):
        for _ in range(MOST_WRONG_PINS - 1):
            with pytest.raises(WrongPin):
                people.check_pin(anna.person_id, "0000")
        people.check_pin(anna.person_id, "1234")


def test_a_clock_that_was_set_back_locks_nobody_out_for_years(desk: Desk, people: People) -> None:
    anna = people.add("Anna", Role.SUPERVISOR, pin="1234")
    for _ in range(MOST_WRONG_PINS):
        with pytest.raises((WrongPin, PinLocked)):
            people.check_pin(anna.person_id, "9999")
    desk.clock.wall_shift_ms -= 86_400_000
    assert people.check_pin(anna.person_id, "1234").name == "Anna"


def test_a_badge_signs_on_and_the_scans_carry_the_name(desk: Desk, people: People) -> None:
    binh = people.add("Bình", Role.OPERATOR)
    badge = people.new_badge(binh.person_id)
    assert people.sign_on_by_badge(badge.lower()).name == "Bình"
    assert desk.session.operator == "Bình"
    assert events(desk)[-1][::2] == ("operator", "operator=Bình")


def test_a_new_badge_makes_the_old_one_void(people: People) -> None:
    binh = people.add("Binh", Role.OPERATOR)
    old = people.new_badge(binh.person_id)
    new = people.new_badge(binh.person_id)
    with pytest.raises(UnknownCommandCode):
        people.sign_on_by_badge(old)
    assert people.sign_on_by_badge(new).person_id == binh.person_id


def test_who_has_left_cannot_come_back_by_badge_or_pin(people: People) -> None:
    people.add("Anna", Role.SUPERVISOR, pin="1234")
    binh = people.add("Binh", Role.OPERATOR, pin="4711")
    badge = people.new_badge(binh.person_id)
    people.remove(binh.person_id, by="Anna")
    with pytest.raises(UnknownCommandCode):
        people.sign_on_by_badge(badge)
    with pytest.raises(UsageError):
        people.check_pin(binh.person_id, "4711")
    people.add("Binh", Role.OPERATOR)  # somebody else of that name


def test_the_last_supervisor_stays(people: People) -> None:
    anna = people.add("Anna", Role.SUPERVISOR, pin="1234")
    with pytest.raises(UsageError, match="only supervisor"):
        people.remove(anna.person_id)
    chi = people.add("Chi", Role.SUPERVISOR, pin="5678")
    people.remove(anna.person_id, by="Chi")
    assert [person.name for person in people.every()] == [chi.name]


def test_codes_of_a_sheet_say_what_they_say_until_revoked(people: People) -> None:
    sheet = people.new_sheet()
    assert {verb: people.said(code).verb for verb, code in sheet.items()} == {verb: verb for verb in sheet}
    newer = people.new_sheet()
    assert people.said(sheet[Verb.UNDO]).verb is Verb.UNDO
    people.new_sheet(revoke_others=True)
    for code in (*sheet.values(), *newer.values()):
        with pytest.raises(UnknownCommandCode):
            people.said(code)


def test_a_strangers_sheet_commands_nothing(people: People, tmp_path: Path) -> None:
    with desk_in(tmp_path / "other") as other:
        strange = People(other.database, other.session, other.clock).new_sheet()
    for code in strange.values():
        with pytest.raises(UnknownCommandCode):
            people.said(code)


def test_a_code_is_not_in_the_database(desk: Desk, people: People) -> None:
    sheet = people.new_sheet()
    held = whole_file(desk)
    assert not any(code.removeprefix(command_codes.PREFIX).encode() in held for code in sheet.values())


@given(st.text(max_size=60))
def test_no_other_label_is_taken_for_a_command(text: str) -> None:
    known = re.fullmatch(r"\*PS:[A-Za-z2-7]{16}", text.strip())
    assert (command_codes.digest_of(text) is not None) is (known is not None and known[0].isascii())


def test_every_change_is_written_down_with_who_did_it(desk: Desk, people: People) -> None:
    people.add("Anna", Role.SUPERVISOR, pin="1234")
    binh = people.add("Binh", Role.OPERATOR, by="Anna")
    people.set_pin(binh.person_id, "4711", by="Anna")
    people.new_badge(binh.person_id, by="Anna")
    people.new_sheet(by="Anna")
    people.remove(binh.person_id, by="Anna")
    assert [(event, actor) for event, actor, _ in events(desk)][-5:] == [
        ("person_added", "Anna"),
        ("pin_set", "Anna"),
        ("badge_made", "Anna"),
        ("sheet_made", "Anna"),
        ("person_removed", "Anna"),
    ]
    assert not any("4711" in detail for _, _, detail in events(desk))


def test_only_a_supervisor_answers_for_an_act_and_it_is_written_down(desk: Desk, people: People) -> None:
    anna = people.add("Anna", Role.SUPERVISOR, pin="1234")
    binh = people.add("Binh", Role.OPERATOR, pin="4711")
    with pytest.raises(UsageError, match="not a supervisor"):
        people.allow(binh, SupervisedAct.VOID, "2 units")
    people.allow(anna, SupervisedAct.VOID, "2 units")
    assert events(desk)[-1] == ("allowed", "Anna", "act=void 2 units")
    assert [event for event, _, _ in events(desk)].count("allowed") == 1


def test_a_station_is_locked_only_where_somebody_can_unlock_it(desk: Desk, people: People) -> None:
    binh = people.add("Binh", Role.OPERATOR)
    assert not people.lock()
    assert not people.locked
    people.new_badge(binh.person_id)
    assert people.with_badge() == {binh.person_id}
    assert people.lock()
    assert People(desk.database, desk.session, desk.clock).locked, "as after a restart"
    people.unlock(binh)
    assert not people.locked
    assert desk.session.operator == "Binh"
    people.lock()
    people.remove(binh.person_id)
    assert not people.locked, "nobody could unlock it"


@pytest.mark.parametrize("form", ["{}", "]C0{}", " {}\r\n", "{}X"])
def test_a_printed_code_is_no_unit_and_is_nowhere_in_clear(desk: Desk, people: People, form: str) -> None:
    certificate = desk.know()
    desk.settings.set("sn_rules", {certificate.original_pid: ".*"})
    code = people.new_sheet()[Verb.LOCK]
    outcome = desk.intake.take(Label(form.format(code), "test", 1.0))
    assert outcome.verdict is Verdict.NOT_AN_SN
    assert outcome.reason.startswith("command_code")
    assert desk.rows() == []
    assert "masked" in desk.rejects()[0][1]
    assert code.removeprefix(command_codes.PREFIX).encode() not in whole_file(desk)
