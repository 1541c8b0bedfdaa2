"""The end of a shift by the real command, as a job at shift end runs it and as a person at a terminal does."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from tests.helpers.commands import DEADLINE_S, Done, Terminal, assert_clear
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import used

SEND = "/v1.0/pid-replacement/replacements"


def at_work(sandbox: SandboxProcess, server: ForkServer, folder: Path) -> tuple[Terminal, str]:
    number = sandbox.certificate(room=600)["certificate_no"]
    person = Terminal(folder, sandbox.ready, server)
    person.set_up(number)
    return person, number


def scan(person: Terminal, *sns: str) -> None:
    person.good("scan", "--input", "-", stdin="\n".join(sns))


def steps(done: Done) -> dict[str, dict[str, Any]]:
    """One line a step, in their order."""
    return {line["step"]: line for line in done.lines}


def test_a_shift_with_refusals_is_closed_once_the_tray_is_counted(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    person, number = at_work(sandbox, server, tmp_path / "station")
    before = used(sandbox, number)
    scan(person, *sandbox.sns(number, 12), *sandbox.sns(number, 3, "activated"))
    first = person.run("close-shift")
    assert first.code == 5, first
    told = steps(first)
    assert list(told) == ["stop", "dry_run", "send", "tray", "reconciliation", "sign_out"]
    assert (told["stop"]["scanned"], told["stop"]["waiting"]) == (15, 15)
    assert (told["dry_run"]["would_confirm"], told["dry_run"]["would_refuse"]) == (12, 3)
    assert (told["send"]["confirmed"], told["send"]["refused"], told["send"]["waiting"]) == (12, 3, 0)
    assert (told["tray"]["ok"], told["tray"]["counted"]) == (False, None)
    assert "expected" not in told["tray"], "whoever counts must not know"
    assert told["sign_out"]["ok"] is False

    wrong = steps(person.run("close-shift", "--count", "2"))
    assert (wrong["tray"]["ok"], wrong["tray"]["expected"]) == (False, 3)

    reports = [tmp_path / "shift.json", tmp_path / "shift.csv"]
    named = [word for file in reports for word in ("--report", str(file))]
    told = steps(person.good("close-shift", "--count", "3", "--json", *named))
    assert all(line["ok"] for line in told.values())
    (counter,) = told["reconciliation"]["counters"]
    assert counter == {
        "certificate_no": number,
        "before": before,
        "after": before + 12,
        "change": 12,
        "confirmed_here": 12,
        "elsewhere": 0,
    }
    assert json.loads(reports[0].read_text())["reconciliation"]["balanced"]
    assert len(reports[1].read_text("utf-8-sig").splitlines()) == 16
    assert person.run("sync").code == 3, "signed out"


def test_what_another_station_used_is_told_apart(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    here, number = at_work(sandbox, server, tmp_path / "here")
    there, _ = at_work(sandbox, server, tmp_path / "there")
    sns = sandbox.sns(number, 9)
    scan(here, *sns[:4])
    scan(there, *sns[4:])
    assert steps(there.good("close-shift"))["reconciliation"]["counters"][0]["confirmed_here"] == 5
    (counter,) = steps(here.good("close-shift"))["reconciliation"]["counters"]
    assert (counter["change"], counter["confirmed_here"], counter["elsewhere"]) == (9, 4, 5)


def test_parked_rows_keep_the_shift_open(sandbox: SandboxProcess, server: ForkServer, tmp_path: Path) -> None:
    person, number = at_work(sandbox, server, tmp_path / "station")
    scan(person, *sandbox.sns(number, 2))
    sandbox.set_faults([{"effect": "error", "code": 1109, "method": "POST", "path": SEND}])
    stuck = person.run("close-shift")
    sandbox.set_faults([])
    assert stuck.code == 5, stuck
    assert steps(stuck)["send"]["parked"] == 2
    person.good("retry", "--all-parked", "--reason", "it is well again")
    assert steps(person.good("close-shift"))["sign_out"]["ok"]


def test_without_the_platform_everything_stays_and_the_next_run_goes_on(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    person, number = at_work(sandbox, server, tmp_path / "station")
    scan(person, *sandbox.sns(number, 3))
    report = tmp_path / "open.json"
    sandbox.set_faults([{"effect": "html"}])
    away = person.run("close-shift", "--deadline", "0", "--report", str(report))
    sandbox.set_faults([])
    assert away.code == 4, away
    told = steps(away)
    assert (told["dry_run"]["ok"], told["send"]["waiting"], told["sign_out"]["ok"]) == (False, 3, False)
    assert json.loads(report.read_text())["reconciliation"]["waiting"] == 3
    assert steps(person.good("close-shift"))["send"]["confirmed"] == 3


def test_nobody_signed_in_and_no_such_report_are_told_before_anything_happens(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    person = Terminal(tmp_path / "station", sandbox.ready, server)
    assert_clear(person.run("close-shift"), 3, "nobody is signed in")
    assert_clear(person.run("close-shift", "--report", "shift.doc"), 2, ".json")


def test_ctrl_c_at_a_terminal_ends_after_the_batch_and_leaves_nothing_in_doubt(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    person, number = at_work(sandbox, server, tmp_path / "station")
    (tmp_path / "station" / "settings.json").write_text(json.dumps({"batch_size": 5}))
    scan(person, *sandbox.sns(number, 40))
    before = len(sandbox.wait_for_results(0))
    sandbox.set_faults([{"effect": "item_delay", "seconds": 0.05, "method": "POST", "path": SEND}])
    screen, slave = pty.openpty()
    closing = subprocess.Popen(
        [sys.executable, "-m", "station", "sync"],
        env={**person.environment, "TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=slave,
    )
    os.close(slave)
    shown = _read_all(screen)
    sandbox.wait_for_results(before + 7)
    closing.send_signal(signal.SIGINT)
    out, _ = closing.communicate(timeout=DEADLINE_S)
    sandbox.set_faults([])
    assert closing.returncode == 5, shown()
    summary = json.loads(out)
    assert summary["confirmed"] + summary["waiting"] == 40
    assert summary["waiting"] > 0
    assert {row["state"] for row in person.queue()} == {"confirmed", "saved"}, "nothing is in doubt"
    assert len(sandbox.wait_for_results(0)) - before == summary["confirmed"]
    assert "Sending" in shown()
    assert "/40" in shown()
    assert "Stopping after the batch" in shown()
    assert person.good("sync", "--json").document["confirmed"] == summary["waiting"]


def _read_all(screen: int) -> Any:
    """Read a terminal in a thread, so that nobody who writes to it waits. Gives what shows all that was read."""
    pieces: list[bytes] = []

    def read() -> None:
        try:
            while piece := os.read(screen, 4096):
                pieces.append(piece)
        except OSError:
            pass  # the other side has closed it
        os.close(screen)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()

    def shown() -> str:
        reader.join(DEADLINE_S)
        return b"".join(pieces).decode()

    return shown
