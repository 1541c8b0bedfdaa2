"""A shift by the real commands: everything as separate processes, with the platform going away in the middle."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import tty
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from station.cli.app import build
from station.every_command import demo, training
from tests.helpers.commands import Terminal
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import done, used

ROOT = Path(__file__).parents[2]
UNITS = 500


def test_a_shift_with_an_outage_from_sign_in_to_report(tmp_path: Path) -> None:
    with SandboxProcess(tmp_path / "platform") as sandbox:
        person = Terminal(tmp_path / "station", sandbox.ready)
        assert person.login().code == 0
        listed = person.good("certificates", "--json").document
        chosen = next(item for item in listed if item["audit_status"] == "approved" and item["left"] >= 1000)
        number = chosen["certificate_no"]
        person.good("use", number)
        sns = sandbox.sns(number, UNITS)
        before = used(sandbox, number)

        first = person.good("scan", "--input", "-", "--json", stdin="\n".join(sns[:300]))
        assert Counter(line["verdict"] for line in first.lines) == {"accepted": 300}
        assert [line["sn"] for line in first.lines] == sns[:300]

        item_delay = {"effect": "item_delay", "seconds": 0.02, "method": "POST", "skip": 1, "times": 1}
        sandbox.set_faults([{**item_delay, "path": "/v1.0/pid-replacement/replacements"}])
        syncing = person.popen("sync", "--json", "--deadline", "2")
        sandbox.wait_for_results(120)
        sandbox.kill()
        out, err = syncing.communicate(timeout=60)
        assert syncing.returncode == 4, err
        assert "not reachable" in err
        summary = json.loads(out)
        assert summary["confirmed"] + summary["waiting"] == 300
        assert summary["waiting"] > 0

        offline = person.good("scan", "--input", "-", "--json", stdin="\n".join(sns[250:]))
        assert Counter(line["verdict"] for line in offline.lines) == {"accepted": 200, "duplicate": 50}
        assert person.run("products").code == 4
        assert len(person.good("certificates", "--cached", "--json").document) == len(listed)

        sandbox.start()
        summary = person.good("sync", "--json").document
        assert (summary["waiting"], summary["parked"], summary["refused"]) == (0, 0, 0)
        rows = person.queue()
        assert {row["state"] for row in rows} == {"confirmed"}
        assert [row["sn"] for row in rows] == sns
        assert done(sandbox, sns) == Counter(sns), "each SN exactly once, by the platform's own file"
        assert used(sandbox, number) == before + UNITS
        stored = {result.item_id for result in sandbox.stored_results()}
        assert {row["item_id"] for row in rows} <= stored

        assert_reports(person, tmp_path, sns)
        assert person.good("verify", "--json").document["ok"]
        person.good("logout")
        assert_no_secrets(tmp_path / "station", sandbox)


def assert_reports(person: Terminal, folder: Path, sns: list[str]) -> None:
    person.good("report", "--format", "json", "--out", str(folder / "shift.json"))
    person.good("report", "--format", "csv", "--out", str(folder / "shift.csv"))
    report = json.loads((folder / "shift.json").read_text())
    balance = report["reconciliation"]
    assert balance["balanced"]
    assert (balance["scanned"], balance["confirmed"], balance["waiting"]) == (UNITS, UNITS, 0)
    assert report["not_accepted"] == {"duplicate": 50}
    table = list(csv.DictReader(io.StringIO((folder / "shift.csv").read_text(encoding="utf-8-sig"))))
    assert [row["sn"] for row in table] == sns


def assert_no_secrets(folder: Path, sandbox: SandboxProcess) -> None:
    """Neither password nor client secret nor any token that was ever issued is in any file."""
    tokens = sandbox.query("SELECT access_token, refresh_token FROM tokens")
    secrets = [
        sandbox.ready["client_secret"],
        sandbox.ready["password"],
        *(text for pair in tokens for text in pair),
    ]
    assert len(secrets) > 4
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert any(file.name == "station.log" for file in files)
    for file in files:
        data = file.read_bytes()
        assert [secret for secret in secrets if secret.encode() in data] == [], file


def test_several_scanners_are_read_until_the_last_one_ends(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    number = sandbox.certificate(room=600)["certificate_no"]
    sns = sandbox.sns(number, 40)
    person = Terminal(tmp_path / "station", sandbox.ready, server)
    person.set_up(number)
    addresses = []
    for name, part in (("one", sns[:20]), ("two", sns[20:])):
        (tmp_path / name).write_text("\n".join(part))
        addresses += ["--device", f"virtual:{tmp_path / name}"]
    done = person.run("scan", *addresses, "--json")
    assert done.code == 0, done
    verdicts = [json.loads(line) for line in done.out.splitlines()]
    assert {verdict["verdict"] for verdict in verdicts} == {"accepted"}
    assert [verdict["sn"] for verdict in verdicts if verdict["sn"] in sns[:20]] == sns[:20]
    assert [verdict["sn"] for verdict in verdicts if verdict["sn"] in sns[20:]] == sns[20:]


def test_a_scanner_on_a_serial_line_gives_verdicts_until_it_is_unplugged(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    number = sandbox.certificate(room=600)["certificate_no"]
    good, other = sandbox.sns(number, 2)
    person = Terminal(tmp_path / "station", sandbox.ready, server)
    person.set_up(number)
    master, slave = os.openpty()
    tty.setraw(slave)
    with person.popen("scan", "--device", f"serial:{os.ttyname(slave)}", "--json") as scanning:
        assert scanning.stdout is not None
        assert scanning.stderr is not None
        while "is ready" not in (line := scanning.stderr.readline()):
            assert line, "it ended"
        verdicts = []
        for label in (f"]C1{good}\r\n", f"{other}\r", f"{good}\r", "https://example.com/x\r"):
            os.write(master, label.encode())
            verdicts.append(json.loads(scanning.stdout.readline()))
        scanning.send_signal(2)
        _, err = scanning.communicate(timeout=30)
        assert scanning.returncode == 0, err
    os.close(slave)
    os.close(master)
    assert [(line["sn"], line["verdict"]) for line in verdicts] == [
        (good, "accepted"),
        (other, "accepted"),
        (good, "duplicate"),
        (None, "not_an_sn"),
    ]
    assert [row["sn"] for row in person.queue()] == [good, other]


def test_a_file_of_labels_is_a_scanner_too(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    number = sandbox.certificate(room=600)["certificate_no"]
    sns = sandbox.sns(number, 5)
    labels = tmp_path / "labels.txt"
    labels.write_text("\ufeff" + "\r\n".join(sns) + "\r\n\r\n")
    person = Terminal(tmp_path / "station", sandbox.ready, server)
    person.set_up(number)
    by_input = person.good("scan", "--input", str(labels), "--json", "--operator", "Nguyễn Văn An")
    assert [(line["sn"], line["verdict"]) for line in by_input.lines] == [(sn, "accepted") for sn in sns]
    assert {row["operator"] for row in person.queue()} == {"Nguyễn Văn An"}
    table = person.good("scan", "--input", str(labels)).out.splitlines()
    assert len(table) == 5
    assert all(line.startswith("duplicate") for line in table)


def test_what_was_scanned_survives_kill_9(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    number = sandbox.certificate(room=600)["certificate_no"]
    sns = sandbox.sns(number, 200)
    person = Terminal(tmp_path / "station", sandbox.ready, server)
    person.set_up(number)
    with person.popen("scan", "--input", "-", "--json") as scanning:
        assert scanning.stdin is not None
        assert scanning.stdout is not None
        scanning.stdin.write("\n".join(sns) + "\n")
        scanning.stdin.flush()
        green = [json.loads(scanning.stdout.readline())["sn"] for _ in range(40)]
        scanning.kill()
        rest = scanning.stdout.read()
    green += [json.loads(line)["sn"] for line in rest.splitlines() if line.endswith("}")]
    kept = [row["sn"] for row in person.queue()]
    assert kept[: len(green)] == green
    assert len(kept) <= len(green) + 1, "at most the one that was being answered"
    assert person.good("verify").out.endswith("sound\n")


def test_a_dry_run_tells_and_changes_nothing(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    number = sandbox.certificate(room=600)["certificate_no"]
    sns = sandbox.sns(number, 3) + sandbox.sns(number, 2, "activated")
    person = Terminal(tmp_path / "station", sandbox.ready, server)
    person.set_up(number)
    person.good("scan", "--input", "-", stdin="\n".join(sns))
    before = person.queue()
    forecast = person.good("sync", "--dry-run", "--json").document
    assert (forecast["would_confirm"], forecast["would_refuse"], forecast["over_quota"]) == (3, 2, 0)
    assert person.queue() == before
    summary = person.good("sync", "--json").document
    assert (summary["confirmed"], summary["refused"], summary["waiting"]) == (3, 2, 0)


def test_apply_approve_use(sandbox: SandboxProcess, server: ForkServer, tmp_path: Path) -> None:
    """A certificate from the application to the scan; the audit is noticed without being told."""
    model = sandbox.certificate(room=600)
    person = Terminal(tmp_path / "station", sandbox.ready, server)
    assert person.login().code == 0
    pids = ("--original-pid", model["original_pid"], "--new-pid", model["new_pid"])
    (made,) = person.good("apply", *pids, "--quantity", "7", "--reason", "new order", "--json").document
    assert (made["audit_status"], made["quota_total"], made["left"]) == ("pending", 7, 7)
    number = made["certificate_no"]
    assert person.run("use", number).code == 2
    sandbox.approve(number)
    person.good("use", number)
    assert person.good("products", "--json").document
    assert number in {item["certificate_no"] for item in person.good("certificates", "--json").document}
    pending = person.good("certificates", "--status", "pending", "--json").document
    assert {item["audit_status"] for item in pending} <= {"pending"}


JSON_COMMANDS = [
    "products",
    "certificates",
    "certificates --cached",
    "queue",
    "sync",
    "sync --dry-run",
    "verify",
    "devices",
]


@pytest.fixture(scope="module")
def settled(
    sandbox: SandboxProcess, server: ForkServer, tmp_path_factory: pytest.TempPathFactory
) -> Terminal:
    """A station with one confirmed and one refused unit."""
    number = sandbox.certificate(room=600)["certificate_no"]
    person = Terminal(tmp_path_factory.mktemp("settled"), sandbox.ready, server)
    person.set_up(number)
    labels = [*sandbox.sns(number, 1), "SNZZ00000000X", "junk\x1b[31m label"]
    person.good("scan", "--input", "-", stdin="\n".join(labels))
    person.good("sync")
    return person


@pytest.mark.parametrize("command", JSON_COMMANDS)
def test_json_output_is_one_document_and_nothing_else(settled: Terminal, command: str) -> None:
    done = settled.run(*command.split(), "--json")
    assert done.code == 0, done
    assert isinstance(json.loads(done.out), dict | list)


def test_tables_for_people_hold_no_control_characters(settled: Terminal) -> None:
    for command in ("queue", "certificates --cached"):
        table = settled.good(*command.split()).out
        assert all(character.isprintable() or character == "\n" for character in table)


def test_the_doctor_finds_a_healthy_station_healthy(settled: Terminal) -> None:
    findings = settled.good("doctor", "--json").document
    assert {finding["name"]: finding["ok"] for finding in findings}["platform"]
    assert [finding for finding in findings if not finding["ok"]] == []


def _documented() -> set[str]:
    """Every command that README and docs name."""
    texts = [(ROOT / "README.md").read_text(), *(file.read_text() for file in (ROOT / "docs").glob("*.md"))]
    named = re.compile(r"(?:pid-station|python -m station)((?: [a-z][a-z-]+)+)")
    words = {match.group(1).split()[0] for text in texts for match in named.finditer(text)}
    return {word for word in words if word not in {"and", "or", "is", "has", "with", "opens", "makes", "the"}}


def _no_window(_data_dir: Path | None) -> int:
    raise AssertionError("a command was asked for")


@pytest.mark.parametrize("command", sorted(_documented()))
def test_every_command_that_is_written_about_exists(command: str) -> None:
    done = CliRunner().invoke(build(_no_window, demo, training), [command, "--help"])
    assert done.exit_code == 0, done.output
    assert "Usage" in done.output


def test_the_version_is_told(tmp_path: Path) -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", Terminal(tmp_path).good("--version").out)
