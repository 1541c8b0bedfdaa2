"""After a whole shift no secret stands anywhere: files, logs, database, crash report, support bundle, process list."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

from station import crash_report
from tests.helpers.commands import Done, Terminal
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess

PIN = "83640175"
WRONG = "wr0ng-but-somebodys-passw0rd"
DIES_WITH_SECRETS = """
import os, sys
from pathlib import Path
from station.assembly import Station
from station.crash_report import CrashReport
station = Station.open(Path(sys.argv[1]))
CrashReport(station.folder).start()
token = station.session.platform._api._tokens.current()
secrets = os.environ["PID_STATION_PASSWORD"], os.environ["PID_STATION_CLIENT_SECRET"], token.access, token.refresh
raise RuntimeError(f"{secrets} {token}")
"""


def process_list() -> str:
    """What anybody on this computer sees of every process: its command line."""
    lines = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                lines.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
            except OSError:
                continue
    return "\n".join(lines)


def tokens(sandbox: SandboxProcess) -> set[str]:
    """Every token that the platform has ever given, by its own file."""
    with closing(sqlite3.connect(next(sandbox.data_dir.glob("*.sqlite3")))) as connection:
        rows = connection.execute("select access_token, refresh_token from tokens").fetchall()
    return {token for row in rows for token in row}


def everything(folder: Path) -> dict[str, bytes]:
    """Each file below the folder, and each file inside each ZIP there."""
    found = {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    for name in [name for name in found if name.endswith(".zip")]:
        with zipfile.ZipFile(name) as bundle:
            found |= {f"{name}:{inner}": bundle.read(inner) for inner in bundle.namelist()}
    return found


def a_shift(person: Terminal, sandbox: SandboxProcess, work: Path) -> list[Done]:
    """Everything that uses a secret, told at the log's loudest; gives what the commands said."""
    (person.folder / "settings.json").write_text(json.dumps({"log_level": "DEBUG", "hold_back_s": 0.0}))
    said = [person.login(PID_STATION_PASSWORD=WRONG), person.login()]
    number = sandbox.ready["certificates"][0]["certificate_no"]
    sns = sandbox.sns(number, 12)
    said += [
        person.good("use", number),
        person.run("people", "add", "Anna", "--supervisor", PID_STATION_PIN=PIN),
        person.good("scan", "--input", "-", "--json", stdin="\n".join(sns)),
        person.good("sync", "--json"),
        person.good("products"),
        person.good("report", "--format", "json", "--out", str(work / "report.json")),
        person.run("doctor", "--json"),
    ]
    assert "Anna" in person.good("people").out
    return said


def test_no_secret_is_left_anywhere(tmp_path: Path, server: ForkServer) -> None:
    folder, work = tmp_path / "station", tmp_path / "work"
    for made in (folder, work):
        made.mkdir()
    with SandboxProcess(tmp_path / "platform") as sandbox:
        person = Terminal(folder, sandbox.ready, server)
        said = a_shift(person, sandbox, work)
        scanning = person.popen("scan", "--input", "-", "--json")
        seen = process_list()
        scanning.communicate("", timeout=60)
        assert "scan --input" in seen
        died = subprocess.run(
            [sys.executable, "-c", DIES_WITH_SECRETS, str(folder)],
            env=person.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "RuntimeError" in died.stderr
        crash = crash_report.newest(folder)
        assert crash is not None
        assert "RuntimeError" in crash.text
        said.append(person.good("support-bundle", str(work / "bundle.zip")))
        given = tokens(sandbox)
        secrets = {sandbox.ready["client_secret"], sandbox.ready["password"], WRONG, PIN, *given}
    assert len(given) >= 2
    places = everything(folder) | everything(work)
    places["process list"] = seen.encode()
    places["what the commands said"] = "".join(done.out + done.err for done in said).encode()
    assert {"crash.txt", "health.json", "settings.json"} <= {name.rpartition(":")[2] for name in places}
    leaks = [(name, secret) for name, text in places.items() for secret in secrets if secret.encode() in text]
    assert leaks == []


def test_the_bundle_says_where_it_is_what_the_station_is_and_counts_units(
    tmp_path: Path, server: ForkServer
) -> None:
    with SandboxProcess(tmp_path / "platform") as sandbox:
        person = Terminal(tmp_path / "station", sandbox.ready, server)
        person.set_up(number := sandbox.ready["certificates"][0]["certificate_no"])
        person.good("scan", "--input", "-", stdin="\n".join(sandbox.sns(number, 3)))
        file = tmp_path / "help me.zip"
        assert person.good("support-bundle", str(file)).out.strip() == str(file)
        with zipfile.ZipFile(file) as bundle:
            station = json.loads(bundle.read("station.json"))
            health = {one["name"]: one for one in json.loads(bundle.read("health.json"))}
        assert station["units"] == {"saved": 3}
        assert health["database"]["ok"]
        refused = person.run("support-bundle", str(tmp_path / "no such folder" / "b.zip"))
        assert (refused.code, "was not saved" in refused.err) == (6, True)
        remove = person.run("doctor", "--before", "remove")
        assert (remove.code, "3 scanned units are not settled" in remove.out) == (5, True)
        assert person.good("doctor", "--before", "update").code == 0
        scanning = person.popen("scan", "--input", "-", "--json")
        assert scanning.stdin is not None
        assert scanning.stdout is not None
        scanning.stdin.write("not an sn\n")
        scanning.stdin.flush()
        scanning.stdout.readline()
        assert person.run("doctor", "--before", "update").code == 5, "somebody works"
        scanning.communicate("", timeout=60)
        person.good("sync")
        assert person.good("doctor", "--before", "remove").code == 0
