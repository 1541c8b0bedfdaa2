"""Two real stations, one real platform, and a file between them: every unit is done once, whoever sends it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from station.assembly import Station
from station.errors import QueueFileRefused, RowsWaiting, UsageError
from station.handover.arriving import Fate
from station.model import Label, Verdict
from station.store import ledger
from tests.helpers.commands import Done, Terminal, assert_clear
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.small_disk import small_disk
from tests.helpers.stations import accept, assert_sound, done, row_of, scan, signed_in, states, used

from .conftest import Stock

KILLED_BETWEEN_FILE_AND_ROWS = """
import os, signal, sys
from station.handover.leaving import Leaving
Leaving._hand_over = lambda *parts: os.kill(os.getpid(), signal.SIGKILL)
from station.__main__ import main
sys.argv = ["pid-station", *sys.argv[1:]]
main()
"""


@pytest.fixture
def big(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=4000)["certificate_no"])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "queue.pidq"


@pytest.fixture
def pair(sandbox: SandboxProcess, big: str, tmp_path: Path) -> Any:
    """Two stations, both signed in as the same account."""
    with ExitStack() as stack:
        yield [stack.enter_context(signed_in(tmp_path / name, sandbox, big)) for name in "ab"]


def assert_once(sandbox: SandboxProcess, sns: list[str], certificate_no: str, before: int) -> None:
    assert done(sandbox, sns) == Counter(sns)
    assert used(sandbox, certificate_no) == before + len(sns)


def station_ids(sandbox: SandboxProcess, sns: list[str]) -> set[str]:
    marks = ", ".join("?" * len(sns))
    return {
        row[0] for row in sandbox.query(f"SELECT caller_station FROM results WHERE sn IN ({marks})", *sns)
    }


def test_exported_imported_and_sent_there(
    sandbox: SandboxProcess, stock: Stock, big: str, pair: list[Station], file: Path
) -> None:
    here, there = pair
    sns, before = stock(big, 150), used(sandbox, big)
    own = stock(big, 20)
    accept(here, *sns)
    exported = here.leaving.export(file)
    assert len(exported.rows) == 150
    here.sign_out()
    accept(there, *own[:10])
    assert there.arriving.take_in(file.read_bytes()).counts == {Fate.TAKEN: 150}
    accept(there, *own[10:])
    there.drain(20.0)
    assert states(here) == {"handed_over": 150}
    assert states(there) == {"confirmed": 170}
    assert_once(sandbox, [*sns, *own], big, before)
    assert station_ids(sandbox, sns) == {here.session.station_id}
    assert station_ids(sandbox, own) == {there.session.station_id}
    for station in pair:
        assert_sound(station)


def test_both_have_the_rows_and_both_send(
    sandbox: SandboxProcess, stock: Stock, big: str, pair: list[Station], file: Path
) -> None:
    here, there = pair
    sns, before = stock(big, 30), used(sandbox, big)
    accept(here, *sns)
    here.leaving.export(file)
    there.arriving.take_in(file.read_bytes())
    assert here.arriving.take_in(file.read_bytes()).counts == {Fate.TAKEN_BACK: 30}
    here.drain(20.0)
    there.drain(20.0)
    assert states(here) == states(there) == {"confirmed": 30}
    assert_once(sandbox, sns, big, before)


def test_double_and_overlapping_imports_do_each_unit_once(
    sandbox: SandboxProcess, stock: Stock, big: str, pair: list[Station], file: Path, tmp_path: Path
) -> None:
    here, there = pair
    sns, before = stock(big, 40), used(sandbox, big)
    accept(here, *sns[:20])
    here.leaving.export(file)
    assert there.arriving.take_in(file.read_bytes()).counts == {Fate.TAKEN: 20}
    there.drain(20.0)
    here.arriving.take_in(file.read_bytes())
    accept(here, *sns[20:])
    here.leaving.export(tmp_path / "all")
    assert there.arriving.take_in((tmp_path / "all").read_bytes()).counts == {
        Fate.ALREADY_HERE: 20,
        Fate.TAKEN: 20,
    }
    assert there.arriving.take_in(file.read_bytes()).counts == {Fate.ALREADY_HERE: 20}
    there.drain(20.0)
    assert_once(sandbox, sns, big, before)
    assert_sound(there)


def test_the_exporting_station_hears_from_the_platform_what_became_of_its_rows(
    sandbox: SandboxProcess, stock: Stock, big: str, pair: list[Station], file: Path
) -> None:
    here, there = pair
    sns = [*stock(big, 5), "NOSUCHUNIT01"]
    accept(here, *sns)
    here.leaving.export(file)
    there.arriving.take_in(file.read_bytes())
    assert spent(here, big) == 6
    here.drain(20.0)
    assert spent(here, big) == 6, "not sent yet: the right stays spent"
    there.drain(20.0)
    here.fetch_certificates()
    here.drain(20.0)
    assert spent(here, big) == 0
    assert Counter(row.code for row in here.rows()) == {"OK": 5, "SN_NOT_FOUND": 1}
    assert states(here) == {"handed_over": 6}
    cached = here.session.cached_certificate(big)
    assert cached is not None
    assert cached.quota_used == used(sandbox, big)
    assert_sound(here)


def test_a_right_that_is_free_again_stands_in_the_counter_at_once(
    sandbox: SandboxProcess, stock: Stock, big: str, pair: list[Station], file: Path
) -> None:
    here, there = pair
    accept(here, *stock(big, 3))
    here.leaving.export(file)
    there.arriving.take_in(file.read_bytes())
    there.drain(20.0)
    room = here.overview().room
    here.drain(20.0)
    assert spent(here, big) == 0
    assert here.overview().room == room, "what was spent here is used there now"


def spent(station: Station, certificate_no: str) -> int:
    with station.database.read() as connection:
        return ledger.spent_under(connection, certificate_no)


def test_a_unit_that_went_on_to_a_later_certificate_comes_home_one_step_after_the_other(
    sandbox: SandboxProcess, stock: Stock, big: str, pair: list[Station], file: Path
) -> None:
    """Both its rows wait after a restore: what the platform has of the first one is not known any more."""
    here, _there = pair
    (item_id,) = accept(here, *stock(big, 1))
    first = row_of(here, item_id)
    later = replace(
        first, item_id=str(uuid.uuid4()), certificate_no=another(sandbox, big), original_pid=first.new_pid
    )
    here.database.write(lambda c: ledger.insert(c, later, here.session.stamp()))
    here.leaving.export(file)
    assert states(here) == {"handed_over": 2}
    assert fates(here, file) == {item_id: Fate.TAKEN_BACK, later.item_id: Fate.REFUSED}
    here.drain(20.0)
    assert states(here) == {"confirmed": 1, "handed_over": 1}
    assert fates(here, file) == {item_id: Fate.ALREADY_HERE, later.item_id: Fate.TAKEN_BACK}


def fates(station: Station, file: Path) -> dict[str, Fate]:
    """What became of each row of a queue file."""
    return {arrival.item_id: arrival.fate for arrival in station.arriving.take_in(file.read_bytes()).arrivals}


def another(sandbox: SandboxProcess, certificate_no: str) -> str:
    """An approved certificate that is not this one."""
    found = (one for one in sandbox.ready["certificates"] if one["audit_status"] == "approved")
    return next(str(one["certificate_no"]) for one in found if one["certificate_no"] != certificate_no)


@pytest.mark.log_allowed
def test_a_stick_that_is_full_or_read_only_takes_nothing_and_leaves_nothing_behind(
    stock: Stock, big: str, tmp_path: Path, pair: list[Station]
) -> None:
    here, there = pair
    accept(here, *stock(big, 200))
    with small_disk(tmp_path / "stick") as stick:
        file = stick.folder / "queue.pidq"
        stick.fill()
        with pytest.raises(QueueFileRefused, match="Nothing was handed over"):
            here.leaving.export(file)
        assert not [path for path in stick.folder.iterdir() if path.name.startswith((".queue", "queue"))]
        stick.empty()
        stick.read_only()
        with pytest.raises(QueueFileRefused, match="Nothing was handed over"):
            here.leaving.export(file)
        stick.writable()
        assert states(here) == {"saved": 200}
        here.leaving.export(file)
        assert there.arriving.take_in(file.read_bytes()).counts == {Fate.TAKEN: 200}


def test_sign_out_goes_through_after_the_export_and_not_before(
    stock: Stock, big: str, pair: list[Station], file: Path
) -> None:
    here, _ = pair
    accept(here, *stock(big, 3))
    with pytest.raises(RowsWaiting, match="export"):
        here.sign_out()
    here.leaving.export(file)
    here.sign_out()
    assert here.session.account is None


def test_an_imported_row_is_not_undone_at_this_station(
    stock: Stock, big: str, pair: list[Station], file: Path
) -> None:
    here, there = pair
    mine, theirs = stock(big, 2)
    accept(there, mine)
    accept(here, theirs)
    here.leaving.export(file)
    there.arriving.take_in(file.read_bytes())
    assert there.undo_last().sn == mine
    here.arriving.take_in(file.read_bytes())
    with pytest.raises(UsageError, match="handed over"):
        here.undo_last()


# The commands themselves.


@pytest.fixture(scope="module")
def warm() -> Iterator[ForkServer]:
    with ForkServer() as server:
        yield server


@pytest.fixture
def terminals(tmp_path: Path, sandbox: SandboxProcess, big: str, warm: ForkServer) -> list[Terminal]:
    """Two stations at two shells."""
    both = [Terminal(tmp_path / name, sandbox.ready, warm) for name in "ab"]
    for terminal in both:
        terminal.set_up(big)
    return both


def scanned(terminal: Terminal, sns: list[str]) -> None:
    terminal.good("scan", "--input", "-", stdin="\n".join(sns))


def test_the_commands_carry_a_queue_there_and_the_receipt_back(
    sandbox: SandboxProcess, stock: Stock, big: str, tmp_path: Path, file: Path, terminals: list[Terminal]
) -> None:
    here, there = terminals
    sns, before = stock(big, 6), used(sandbox, big)
    scanned(here, sns)
    scanned(there, sns[:1])
    exported = here.good("export", str(file), "--json").document
    assert {key: exported[key] for key in ("file", "exported", "left_behind")} == {
        "file": str(file),
        "exported": 6,
        "left_behind": 0,
    }
    assert {row["sn"] for row in exported["rows"]} == set(sns)
    looked = there.good("import", str(file), "--dry-run", "--json").document
    assert (looked["taken"], looked["refused"]) == (5, 1)
    taken = there.run("import", str(file), "--json")
    assert taken.code == 5
    assert (taken.document["taken"], taken.document["already_here"], taken.document["refused"]) == (5, 0, 1)
    again = there.run("import", str(file), "--json")
    assert (again.document["taken"], again.document["already_here"], again.document["refused"]) == (0, 5, 1)
    receipt = Path(taken.document["receipt"])
    assert receipt == file.with_name("queue.pidq.receipt")
    back = here.good("import", str(receipt), "--json").document
    assert (back["taken"], back["taken_there"]) == (1, 5)
    assert Counter(row["state"] for row in here.queue()) == {"handed_over": 5, "saved": 1}
    there.good("sync", "--json")
    here.run("sync", "--json")
    assert_once(sandbox, sns, big, before)
    report = tmp_path / "report.json"
    here.good("report", "--format", "json", "--out", str(report))
    assert json.loads(report.read_text())["reconciliation"]["balanced"]
    for terminal in (here, there):
        terminal.good("verify")
        terminal.good("logout")


def test_a_logout_is_refused_until_the_rows_are_handed_over(
    stock: Stock, big: str, file: Path, terminals: list[Terminal]
) -> None:
    here, _ = terminals
    scanned(here, stock(big, 2))
    assert_clear(here.run("logout"), 5, "pid-station export")
    here.good("export", str(file))
    nothing = here.good("export", str(file) + "2", "--json").document
    assert (nothing["file"], nothing["exported"]) == (None, 0)
    here.good("logout")
    assert_clear(here.run("import", str(file)), 3)


def test_killed_between_the_file_and_the_rows_nothing_is_lost_or_doubled(
    sandbox: SandboxProcess, stock: Stock, big: str, tmp_path: Path, file: Path, terminals: list[Terminal]
) -> None:
    here, there = terminals
    sns, before = stock(big, 5), used(sandbox, big)
    scanned(here, sns)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED_BETWEEN_FILE_AND_ROWS, "export", str(file)],
        env=here.environment,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed
    assert {row["state"] for row in here.queue()} == {"saved"}
    assert there.good("import", str(file), "--json").document["taken"] == 5
    there.good("sync")
    here.good("export", str(file) + ".second")
    assert there.good("import", str(file) + ".second", "--json").document["already_here"] == 5
    assert here.good("import", str(file), "--json").document["taken"] == 5
    here.good("sync")
    assert_once(sandbox, sns, big, before)
    assert {row["state"] for row in here.queue()} == {"confirmed"}
    here.good("verify")


def test_files_that_are_none_are_told_and_change_nothing(
    sandbox: SandboxProcess, stock: Stock, big: str, tmp_path: Path, file: Path, terminals: list[Terminal]
) -> None:
    here, there = terminals
    scanned(here, stock(big, 2))
    here.good("export", str(file))
    scanned(here, stock(big, 1))
    assert_clear(here.run("export", str(file)), 2, "not overwritten")
    cut, changed = tmp_path / "cut", tmp_path / "changed"
    cut.write_bytes(file.read_bytes()[:-5])
    changed.write_bytes(file.read_bytes().replace(b'"attempts":0', b'"attempts":1'))
    junk, empty = tmp_path / "junk", tmp_path / "empty"
    junk.write_bytes(bytes(range(256)) * 4096)
    empty.write_bytes(b"")
    told: list[tuple[Path, int, str, Done]] = [
        (path, code, word, there.run("import", str(path)))
        for path, code, word in (
            (cut, 5, "cut off"),
            (changed, 5, "changed"),
            (junk, 2, "not a queue file"),
            (empty, 2, "not a queue file"),
            (tmp_path / "absent", 2, "cannot be read"),
            (tmp_path, 2, "cannot be read"),
        )
    ]
    for _path, code, word, ended in told:
        assert_clear(ended, code, word)
    assert_clear(there.run("import", str(file), "--certificate", big), 2, "leave --certificate away")
    file.with_name("queue.pidq.receipt").write_text("somebody's work")
    assert_clear(there.run("import", str(file)), 2, "--receipt")
    assert there.queue() == []


def test_a_scanners_memory_is_taken_once(
    sandbox: SandboxProcess, stock: Stock, big: str, tmp_path: Path, terminals: list[Terminal]
) -> None:
    here, _ = terminals
    sns = stock(big, 4)
    dump = tmp_path / "memory.csv"
    dump.write_text(
        "time;barcode\n"
        + "".join(f"10:0{n};{sn}\n" for n, sn in enumerate([*sns, sns[0], "AA:BB:CC:DD:EE:FF"]))
    )
    looked = here.good("import", str(dump), "--certificate", big, "--dry-run", "--json").document
    expected = {Verdict.ACCEPTED: 4, Verdict.DUPLICATE: 1, Verdict.NOT_AN_SN: 1}
    assert looked["verdicts"] == expected
    assert here.queue() == []
    first = here.good("import", str(dump), "--certificate", big, "--json").document
    assert first["verdicts"] == expected
    assert (first["taken"], first["already_here"], first["refused"]) == (4, 1, 1)
    second = here.good("import", str(dump), "--certificate", big, "--json").document
    assert (second["taken"], second["already_here"]) == (0, 5)
    rows = here.queue()
    assert sorted(row["sn"] for row in rows) == sorted(sns)
    assert {row["device"] for row in rows} == {"import:memory.csv"}
    here.good("sync")
    assert done(sandbox, sns) == Counter(sns)
    junk = tmp_path / "junk.bin"
    junk.write_bytes(bytes(range(256)) * 4096)
    assert_clear(here.run("import", str(junk), "--certificate", big), 2, "text")
    assert_clear(here.run("import", str(dump), "--certificate", "CERT-NO-SUCH"), 2, "unknown certificate")
    here.good("verify")


def test_a_preview_leaves_no_shift_behind(stock: Stock, big: str, pair: list[Station]) -> None:
    here, _ = pair
    labels = [Label(sn, "import:x", 0.0) for sn in stock(big, 2)]
    outcomes = here.intake.preview([*labels, labels[0]], big)
    assert [outcome.verdict for outcome in outcomes] == [
        Verdict.ACCEPTED,
        Verdict.ACCEPTED,
        Verdict.DUPLICATE,
    ]
    assert here.session.shift_id is None
    assert states(here) == {}
    assert {outcome.verdict for outcome in scan(here, labels[0].text)} == {Verdict.ACCEPTED}


@pytest.mark.parametrize(("answer", "taken"), [("n", 0), ("y", 2)])
def test_a_person_at_a_terminal_is_shown_the_memory_and_asked(
    stock: Stock, big: str, tmp_path: Path, terminals: list[Terminal], answer: str, taken: int
) -> None:
    here, _ = terminals
    dump = tmp_path / "memory.txt"
    dump.write_text("\n".join([*stock(big, 2), "AA:BB:CC:DD:EE:FF"]))
    keyboard, screen = os.openpty()
    os.write(keyboard, f"{answer}\n".encode())
    ended = subprocess.run(
        [sys.executable, "-m", "station", "import", str(dump), "--certificate", big],
        env=here.environment,
        stdin=screen,
        capture_output=True,
        timeout=60,
        check=False,
    )
    for descriptor in (keyboard, screen):
        os.close(descriptor)
    assert ended.returncode == 0, ended
    assert b"3 labels would be: 2 accepted, 1 not an sn." in ended.stderr
    assert len(here.queue()) == taken
