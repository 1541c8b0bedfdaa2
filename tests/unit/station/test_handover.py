"""Queue files: what leaves arrives once, and a file that is not what it was is named and changes nothing."""

from __future__ import annotations

import hmac
import itertools
import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station import queue_file, reports
from station.clock import iso
from station.credentials import CLIENT_SECRET_VARIABLE
from station.errors import QueueFileDamaged, QueueFileRefused, SignInNeeded, StationError
from station.handover.arriving import Arriving, Fate, Imported
from station.handover.leaving import Exported, Leaving
from station.handover.rows import row_document, row_from
from station.lifecycle import Event
from station.model import Label, Replacement, ReplacementState, Verdict
from station.store import facts, journal, ledger
from tests.helpers.offline import ACCOUNT, CERTIFICATE, Desk, desk_in

S = ReplacementState
SECRET = "a client secret that both stations have"


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLIENT_SECRET_VARIABLE, SECRET)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[Desk]]:
    """Three stations of one account."""
    with ExitStack() as stack:
        made = [stack.enter_context(desk_in(tmp_path / name)) for name in "abc"]
        for desk in made:
            desk.know()
        yield made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "queue.pidq"


@pytest.fixture(autouse=True)
def _stick(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()


def take(desk: Desk, *numbers: int) -> list[str]:
    outcomes = [
        desk.intake.take(Label(f"SNAB{number:06d}", "scanner", 0.0), filter_bounce=False)
        for number in numbers
    ]
    assert {outcome.verdict for outcome in outcomes} <= {Verdict.ACCEPTED}, outcomes
    return [outcome.item_id or "" for outcome in outcomes]


def export(desk: Desk, path: Path, *, again: bool = False) -> Exported:
    return Leaving(desk.database, desk.session, desk.clock).export(path, again=again)


def arriving(desk: Desk) -> Arriving:
    return Arriving(desk.database, desk.session, desk.clock)


def take_in(desk: Desk, data: Path | bytes) -> Imported:
    return arriving(desk).take_in(data if isinstance(data, bytes) else data.read_bytes())


def receipt(desk: Desk, imported: Imported) -> bytes:
    made = arriving(desk).receipt(imported)
    assert made is not None
    return made


def move(desk: Desk, item_id: str, *events: Event) -> None:
    for event in events:
        counted = {"attempts": 1, "batch_id": "batch"} if event is Event.SEND else {}
        desk.database.write(
            lambda c, event=event, counted=counted: ledger.move(  # type: ignore[misc]
                c, item_id, event, desk.session.stamp(), **counted
            )
        )


def states(desk: Desk) -> dict[str, int]:
    return dict(Counter(str(row.state) for row in desk.rows()))


def assert_sound(desk: Desk) -> None:
    with desk.database.read() as connection:
        assert journal.verify(connection).findings == ()
        assert reports.reconciliation(ledger.tally(connection, desk.session.account_key))["balanced"]


def everything(desk: Desk) -> list[tuple[Any, ...]]:
    """All that a refused file must leave as it was."""
    with desk.database.read() as connection:
        return [
            tuple(row)
            for table in ("replacements", "journal", "handovers", "shifts", "facts", "rejects")
            for row in connection.execute(f"select * from {table}")
        ]


IDENTITY = (
    "item_id",
    "sn",
    "certificate_no",
    "original_pid",
    "new_pid",
    "account",
    "station_id",
    "operator",
    "device",
    "typed",
    "scanned_at_ms",
    "clock_offset_ms",
    "attempts",
)


def identities(rows: list[Replacement]) -> list[tuple[Any, ...]]:
    return sorted(tuple(getattr(row, name) for name in IDENTITY) for row in rows)


def test_rows_leave_with_all_that_they_are_and_arrive_as_such(desks: list[Desk], file: Path) -> None:
    here, there, _ = desks
    here.session.set_operator("Anna")
    here.clock.offset_ms = 12_345
    take(here, 1, 2, 3)
    before = identities(here.rows())
    exported = export(here, file)
    assert len(exported.rows) == 3
    assert exported.left_behind == {}
    assert states(here) == {"handed_over": 3}
    there.session.set_operator("Bert")
    imported = take_in(there, file)
    assert imported.counts == {Fate.TAKEN: 3}
    assert states(there) == {"saved": 3}
    assert identities(there.rows()) == before
    for desk in desks:
        assert_sound(desk)


def test_the_file_holds_no_secret_and_not_the_label(desks: list[Desk], file: Path) -> None:
    take(desks[0], 1)
    export(desks[0], file)
    text = file.read_text(encoding="ascii")
    assert SECRET not in text
    document = json.loads(text.splitlines()[1])
    assert set(document) == {*IDENTITY, "symbology"}


def test_what_may_have_been_sent_stays_and_is_named(desks: list[Desk], file: Path) -> None:
    here = desks[0]
    saved, held, sending, doubt, parked = take(here, 1, 2, 3, 4, 5)
    move(here, held, Event.HOLD)
    move(here, sending, Event.SEND)
    move(here, doubt, Event.SEND, Event.LOSE_ANSWER)
    move(here, parked, Event.SEND, Event.LOSE_ANSWER, Event.PARK)
    exported = export(here, file)
    assert {row.item_id for row in exported.rows} == {saved, held}
    assert exported.left_behind == {"sending": 1, "in_doubt": 1, "parked": 1}
    assert states(here) == {"handed_over": 2, "sending": 1, "in_doubt": 1, "parked": 1}
    assert_sound(here)


def test_rows_of_other_accounts_stay_and_are_named(desks: list[Desk], file: Path) -> None:
    here = desks[0]
    take(here, 1)
    here.database.write(lambda c: facts.put(c, "account", {**ACCOUNT, "username": "bert"}))
    here.database.write(here.session._load)
    exported = export(here, file)
    assert (exported.file, exported.rows, exported.left_behind) == (None, (), {"other_accounts": 1})
    assert not file.exists()


def test_a_file_that_exists_is_not_overwritten(desks: list[Desk], file: Path) -> None:
    take(desks[0], 1)
    file.write_text("somebody's work")
    with pytest.raises(QueueFileRefused, match="not overwritten"):
        export(desks[0], file)
    assert file.read_text() == "somebody's work"
    assert states(desks[0]) == {"saved": 1}


def test_a_folder_that_is_not_there_hands_over_nothing(desks: list[Desk], tmp_path: Path) -> None:
    (item_id,) = take(desks[0], 1)
    with pytest.raises(QueueFileRefused, match="cannot be written"):
        export(desks[0], tmp_path / "absent" / "queue")
    assert states(desks[0]) == {"saved": 1}
    with desks[0].database.read() as connection:
        assert connection.execute("select count(*) from handovers").fetchone()[0] == 0
    assert item_id == desks[0].rows()[0].item_id


def test_nothing_is_left_beside_the_file(desks: list[Desk], file: Path) -> None:
    take(desks[0], 1)
    export(desks[0], file)
    assert [*file.parent.iterdir()] == [file]


def test_a_second_import_finds_everything_here(desks: list[Desk], file: Path) -> None:
    here, there, _ = desks
    take(here, 1, 2)
    export(here, file)
    take_in(there, file)
    before = identities(there.rows())
    assert take_in(there, file).counts == {Fate.ALREADY_HERE: 2}
    assert identities(there.rows()) == before
    assert_sound(there)


def test_a_partial_import_is_made_whole_by_another(desks: list[Desk], file: Path, tmp_path: Path) -> None:
    here, there, _ = desks
    first = take(here, 1, 2)
    export(here, tmp_path / "first")
    second = take(here, 3)
    take_in(there, tmp_path / "first")
    export(here, file, again=True)
    imported = take_in(there, file)
    assert imported.counts == {Fate.ALREADY_HERE: 2}
    export(here, tmp_path / "third")
    assert take_in(there, tmp_path / "third").counts == {Fate.TAKEN: 1}
    assert {row.item_id for row in there.rows()} == {*first, *second}


def test_a_unit_that_is_live_here_is_refused_and_comes_home_by_the_receipt(
    desks: list[Desk], file: Path
) -> None:
    here, there, _ = desks
    same, other = take(here, 1, 2)
    (rival,) = take(there, 1)
    export(here, file)
    imported = take_in(there, file)
    assert imported.counts == {Fate.TAKEN: 1, Fate.REFUSED: 1}
    assert {row.item_id for row in there.rows()} == {rival, other}
    note = receipt(there, imported)
    back = take_in(here, note)
    assert back.counts == {Fate.TAKEN_BACK: 1, Fate.TAKEN_THERE: 1}
    assert {row.item_id: row.state for row in here.rows()} == {same: S.SAVED, other: S.HANDED_OVER}
    assert take_in(here, note).counts == {Fate.ALREADY_HERE: 1, Fate.TAKEN_THERE: 1}
    for desk in desks:
        assert_sound(desk)


def test_a_receipt_of_another_stations_rows_is_named_and_changes_nothing(
    desks: list[Desk], file: Path
) -> None:
    here, there, third = desks
    take(here, 1)
    export(here, file)
    note = receipt(there, take_in(there, file))
    before = everything(third)
    with pytest.raises(QueueFileRefused, match="another station"):
        take_in(third, note)
    assert everything(third) == before


def test_a_receipt_takes_back_only_what_left_by_the_file_it_answers_to(
    desks: list[Desk], file: Path, tmp_path: Path
) -> None:
    here, between, last = desks
    take(here, 1)
    take(last, 1)
    export(here, file)
    take_in(between, file)
    export(between, tmp_path / "onward")
    note = receipt(last, take_in(last, tmp_path / "onward"))
    refused(here, note, "another station")
    assert take_in(between, note).counts == {Fate.TAKEN_BACK: 1}


def test_the_signature_can_be_made_by_hand(desks: list[Desk], file: Path) -> None:
    take(desks[0], 1)
    export(desks[0], file)
    *body, last = file.read_bytes().splitlines(keepends=True)
    purpose = f"pid-station queue file 1|{desks[0].session.station_id}"
    key = hmac.digest(SECRET.encode(), purpose.encode(), "sha256")
    assert json.loads(last) == {"signature": hmac.digest(key, b"".join(body), "sha256").hex()}


def test_ones_own_file_brings_everything_back(desks: list[Desk], file: Path, tmp_path: Path) -> None:
    here, there, _ = desks
    ids = take(here, 1, 2)
    export(here, file)
    take_in(there, file)
    imported = take_in(here, file)
    assert imported.counts == {Fate.TAKEN_BACK: 2}
    assert arriving(here).receipt(imported) is None
    assert states(here) == {"saved": 2}
    assert take_in(here, file).counts == {Fate.ALREADY_HERE: 2}
    assert {row.item_id for row in here.rows()} == set(ids)
    assert_sound(here)


def test_a_lost_file_is_written_again(desks: list[Desk], file: Path, tmp_path: Path) -> None:
    here, there, _ = desks
    take(here, 1, 2)
    export(here, file)
    file.unlink()
    again = export(here, file, again=True)
    assert len(again.rows) == 2
    assert again.left_behind == {}
    assert states(here) == {"handed_over": 2}
    assert take_in(there, file).counts == {Fate.TAKEN: 2}


def test_a_row_goes_on_to_a_third_station_as_what_it_is(
    desks: list[Desk], file: Path, tmp_path: Path
) -> None:
    here, there, third = desks
    take(here, 1)
    before = identities(here.rows())
    export(here, file)
    take_in(there, file)
    export(there, tmp_path / "onward")
    take_in(third, tmp_path / "onward")
    assert identities(third.rows()) == before
    assert states(there) == {"handed_over": 1}


def test_a_unit_that_was_handed_over_is_a_duplicate_at_the_scanner(desks: list[Desk], file: Path) -> None:
    take(desks[0], 1)
    export(desks[0], file)
    outcome = desks[0].intake.take(Label("SNAB000001", "scanner", 0.0), filter_bounce=False)
    assert outcome.verdict is Verdict.DUPLICATE


def test_the_right_to_quota_is_not_given_out_again_by_a_handover(desks: list[Desk], file: Path) -> None:
    here = desks[0]
    here.know(quota_total=2, version=3)
    take(here, 1, 2)
    export(here, file)
    outcome = here.intake.take(Label("SNAB000003", "scanner", 0.0), filter_bounce=False)
    assert outcome.verdict is Verdict.QUOTA_FULL


def test_more_units_than_the_certificate_has_left_are_taken_and_said(desks: list[Desk], file: Path) -> None:
    here, there, _ = desks
    take(here, 1, 2, 3)
    export(here, file)
    there.know(quota_total=100, quota_used=98, version=3)
    imported = take_in(there, file)
    assert imported.counts == {Fate.TAKEN: 3}
    assert imported.over_quota == {CERTIFICATE.certificate_no: 1}


def test_a_look_changes_nothing_and_says_the_same(desks: list[Desk], file: Path) -> None:
    here, there, _ = desks
    take(here, 1, 2)
    take(there, 1)
    export(here, file)
    before = everything(there)
    seen = arriving(there).preview(file.read_bytes())
    assert everything(there) == before
    assert seen.arrivals == take_in(there, file).arrivals


def refused(desk: Desk, data: bytes, match: str, kind: type[StationError] = QueueFileRefused) -> None:
    """The file is named, with what to do, and nothing is changed."""
    before = everything(desk)
    with pytest.raises(kind, match=match) as raised:
        take_in(desk, data)
    assert raised.value.title
    assert len(raised.value.message) > 40
    assert everything(desk) == before


def re_signed(desk: Desk, data: bytes, **changes: Any) -> bytes:
    """The same file with another header, signed as the station that wrote it could."""
    lines = data.splitlines()
    header = queue_file.Header(**{**json.loads(lines[0]), **changes})
    rows = [json.loads(line) for line in lines[1:-1]]
    return queue_file.encode(header, rows, desk.session.derived_key(header.key_purpose))


def test_each_kind_of_wrong_file_is_named(
    desks: list[Desk], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there, _ = desks
    take(here, 1, 2, 3)
    export(here, file)
    good = file.read_bytes()
    lines = good.splitlines(keepends=True)
    for junk in (b"", b"\n", b"SN\nSNAB1\n", os.urandom(1_000_000), b"[" * 100_000, b"{}\n" * 1000):
        refused(there, junk, "not a queue file")
    refused(there, re_signed(here, good, version=2), "newer version")
    refused(there, re_signed(here, good, account="bert@client@https://x"), "another account")
    for cut in (len(good) - 1, len(good) - 10, len(good) // 2, len(lines[0])):
        refused(there, good[:cut], "cut off", QueueFileDamaged)
    refused(there, b"".join([*lines[:2], *lines[3:]]), "changed", QueueFileDamaged)
    refused(there, b"".join([lines[0], lines[2], lines[1], *lines[3:]]), "changed", QueueFileDamaged)
    refused(there, b"".join([lines[0], lines[1], *lines[1:]]), "changed", QueueFileDamaged)
    refused(there, good + b"\n", "cut off", QueueFileDamaged)
    refused(there, good.replace(b"\n", b"\r\n"), "cut off", QueueFileDamaged)
    monkeypatch.setenv(CLIENT_SECRET_VARIABLE, "another project's secret")
    refused(there, good, "changed", QueueFileDamaged)
    monkeypatch.delenv(CLIENT_SECRET_VARIABLE)
    refused(there, good, "client secret", SignInNeeded)


def test_a_file_of_another_station_does_not_pass_for_it(desks: list[Desk], file: Path) -> None:
    here, there, third = desks
    take(here, 1)
    export(here, file)
    data = file.read_bytes()
    forged = data.replace(here.session.station_id.encode(), third.session.station_id.encode())
    refused(there, forged, "changed", QueueFileDamaged)


def test_a_row_that_cannot_be_understood_stops_no_other(desks: list[Desk], file: Path) -> None:
    here, there, _ = desks
    take(here, 1, 2, 3)
    export(here, file)
    lines = file.read_bytes().splitlines()
    rows = [json.loads(line) for line in lines[1:-1]]
    rows[0]["attempts"] = -1
    rows[1]["account"] = "somebody@else"
    header = queue_file.Header(**json.loads(lines[0]))
    data = queue_file.encode(header, rows, here.session.derived_key(header.key_purpose))
    imported = take_in(there, data)
    assert imported.counts == {Fate.REFUSED: 2, Fate.TAKEN: 1}
    assert take_in(here, receipt(there, imported)).counts == {Fate.TAKEN_BACK: 2, Fate.TAKEN_THERE: 1}


def test_every_bit_of_the_file_counts(desks: list[Desk], file: Path) -> None:
    take(desks[0], 1, 2)
    export(desks[0], file)
    good = file.read_bytes()

    def read(data: bytes) -> list[dict[str, Any]]:
        header = queue_file.header_of(data)
        return queue_file.rows_of(data, desks[1].session.derived_key(header.key_purpose))

    assert len(read(good)) == 2
    for place in range(len(good)):
        for bit in range(8):
            broken = bytearray(good)
            broken[place] ^= 1 << bit
            with pytest.raises((QueueFileRefused, QueueFileDamaged)):
                read(bytes(broken))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_flipped_byte_is_named_and_changes_nothing(desks: list[Desk], file: Path, data: Any) -> None:
    here, there, _ = desks
    if not file.exists():
        take(here, 1, 2)
        export(here, file)
    good = file.read_bytes()
    place = data.draw(st.integers(0, len(good) - 1), "place")
    other = data.draw(st.integers(1, 255), "flip")
    broken = bytearray(good)
    broken[place] ^= other
    with pytest.raises((QueueFileRefused, QueueFileDamaged)) as raised:
        take_in(there, bytes(broken))
    assert raised.value.title
    assert there.rows() == []


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_flipped_byte_of_a_receipt_is_named_too(desks: list[Desk], file: Path, data: Any) -> None:
    here, there, _ = desks
    note = file.with_suffix(".receipt")
    if not file.exists():
        take(here, 1, 2)
        take(there, 2)
        export(here, file)
        note.write_bytes(receipt(there, take_in(there, file)))
    broken = bytearray(note.read_bytes())
    broken[data.draw(st.integers(0, len(broken) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises((QueueFileRefused, QueueFileDamaged)):
        take_in(here, bytes(broken))
    assert states(here) == {"handed_over": 2}


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(junk=st.binary(max_size=3000))
def test_whatever_bytes_come_nothing_breaks(desks: list[Desk], junk: bytes) -> None:
    for data in (junk, b'{"format":"pid-station queue file"}\n' + junk):
        with pytest.raises((QueueFileRefused, QueueFileDamaged)):
            take_in(desks[0], data)


def test_a_row_that_is_taken_has_a_time_that_can_be_sent(desks: list[Desk]) -> None:
    take(desks[0], 1)
    document = row_document(desks[0].rows()[0])
    edges = [
        sign * (2**bits + more) for bits in (0, 30, *range(40, 70)) for sign in (1, -1) for more in (-1, 0)
    ]
    taken = 0
    for scanned_at_ms, offset_ms in itertools.product(edges, edges):
        times = {"scanned_at_ms": scanned_at_ms, "clock_offset_ms": offset_ms}
        row = row_from({**document, **times}, "shift", desks[0].clock)
        if row is not None:
            assert iso(row.scanned_at_ms + row.clock_offset_ms).endswith("Z")
            taken += 1
    assert taken > 100


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(field=st.sampled_from([*IDENTITY, "symbology"]), value=JSON)
def test_a_row_is_typed_and_bounded_or_not_taken(desks: list[Desk], field: str, value: Any) -> None:
    here = desks[0]
    if not here.rows():
        take(here, 1)
    document = {**row_document(here.rows()[0]), field: value}
    row = row_from(document, "shift", here.clock)
    if row is not None:
        assert row_document(row) == document
        assert all(
            len(text) <= 1000 and text.isprintable() for text in document.values() if type(text) is str
        )
