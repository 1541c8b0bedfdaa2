"""What goes wrong at a terminal: one clear error each, the right exit code, and nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers.commands import Terminal, assert_clear
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.small_disk import SmallDisk, small_disk


@pytest.fixture(scope="module")
def number(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=4000)["certificate_no"])


@pytest.fixture(scope="module")
def stock(sandbox: SandboxProcess, number: str) -> list[str]:
    return sandbox.sns(number, 40)


@pytest.fixture(scope="module")
def ready_folder(
    sandbox: SandboxProcess,
    server: ForkServer,
    number: str,
    stock: list[str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A signed-in station with two scans waiting."""
    person = Terminal(tmp_path_factory.mktemp("ready"), sandbox.ready, server)
    person.set_up(number)
    person.good("scan", "--input", "-", stdin="\n".join(stock[:2]))
    return person.folder


@pytest.fixture
def person(ready_folder: Path, sandbox: SandboxProcess, server: ForkServer) -> Iterator[Terminal]:
    """At that station; whatever the test does, both scans are still there afterwards."""
    person = Terminal(ready_folder, sandbox.ready, server)
    before = saved(ready_folder)
    assert len(before) >= 2
    yield person
    assert saved(ready_folder)[: len(before)] == before


def saved(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "station.sqlite3")) as connection:
        return [row[0] for row in connection.execute("select item_id from replacements order by seq")]


@pytest.fixture
def stranger(tmp_path: Path, sandbox: SandboxProcess, server: ForkServer) -> Terminal:
    """At a folder where nothing is yet."""
    return Terminal(tmp_path / "fresh", sandbox.ready, server)


USAGE, SIGN_IN, NOT_REACHABLE, NEEDS_A_PERSON, MACHINE = 2, 3, 4, 5, 6


def test_an_unknown_certificate(person: Terminal) -> None:
    assert_clear(
        person.run("use", "CERT-NONE"), USAGE, "Unknown certificate", "CERT-NONE", "pid-station certificates"
    )
    scanned = person.run("scan", "--certificate", "CERT-NONE", "--input", "-", stdin="SNAA000000001")
    assert_clear(scanned, USAGE, "Unknown certificate")


@pytest.mark.parametrize("status", ["pending", "rejected", "revoked", "expired"])
def test_a_certificate_that_is_not_approved(person: Terminal, sandbox: SandboxProcess, status: str) -> None:
    other = sandbox.certificate(status)["certificate_no"]
    assert_clear(person.run("use", other), USAGE, "not approved", status)


def test_scans_for_a_closed_certificate_are_all_refused(person: Terminal, sandbox: SandboxProcess) -> None:
    other = sandbox.certificate("revoked")["certificate_no"]
    done = person.good(
        "scan", "--certificate", other, "--input", "-", "--json", stdin="SNAA000000001\nSNAA000000002"
    )
    assert [line["verdict"] for line in done.lines] == ["certificate_closed"] * 2


def test_a_wrong_password_keeps_the_old_sign_in(person: Terminal) -> None:
    assert_clear(person.login(PID_STATION_PASSWORD="wrong"), SIGN_IN, "Sign-in refused", "password")
    assert person.run("products", "--json").code == 0


def test_a_wrong_client_secret_names_the_setting(stranger: Terminal) -> None:
    done = stranger.login(PID_STATION_CLIENT_SECRET="wrong")
    assert_clear(done, SIGN_IN, "settings", "client secret")


def test_a_command_without_secrets(stranger: Terminal, person: Terminal) -> None:
    for name in ("PID_STATION_PASSWORD", "PID_STATION_CLIENT_SECRET"):
        del stranger.environment[name]
        del person.environment[name]
    assert_clear(stranger.login(), USAGE, "PID_STATION_CLIENT_SECRET")
    assert_clear(person.run("products"), SIGN_IN, "sign")


@pytest.mark.parametrize(
    ("endpoint", "code", "word"),
    [
        ("http://127.0.0.1:9", NOT_REACHABLE, "No connection"),
        ("http://openapi.example.com", USAGE, "not encrypted"),
        ("openapi.example.com", USAGE, "not an address"),
        ("http://[::1", USAGE, "not an address"),
        ("https://no-such-host.invalid", NOT_REACHABLE, "not reachable"),
    ],
)
def test_an_endpoint_that_is_none(stranger: Terminal, endpoint: str, code: int, word: str) -> None:
    assert_clear(stranger.login(endpoint=endpoint), code, word)


def test_a_client_id_that_no_header_can_carry(stranger: Terminal) -> None:
    stranger.ready["client_id"], kept = "ключ", stranger.ready["client_id"]
    done = stranger.login()
    stranger.ready["client_id"] = kept
    assert_clear(done, USAGE, "client id")


def test_nobody_has_signed_in(stranger: Terminal) -> None:
    assert_clear(stranger.run("sync"), SIGN_IN, "Sign-in needed")
    assert_clear(
        stranger.run("scan", "--certificate", "CERT-1", "--input", "-", stdin="x"), SIGN_IN, "Sign-in needed"
    )
    assert_clear(stranger.run("scan", "--input", "-", stdin="x"), USAGE, "Choose a certificate")


def test_nothing_is_there_to_read(server: ForkServer, tmp_path: Path) -> None:
    empty = Terminal(tmp_path / "absent", None, server)
    assert_clear(empty.run("queue", "--json"), MACHINE, "no station database", "pid-station login")
    assert not (tmp_path / "absent").exists()


def test_junk_labels_are_answered_one_by_one(person: Terminal, stock: list[str]) -> None:
    labels = [
        stock[2],
        "https://example.com/q?x=1",
        "\x1b]0;owned\x07",
        "=1+1",
        "AA:BB:CC:DD:EE:FF",
        "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF",
        "标签",
        "\0\0",
        "12",
        stock[2],
        "x" * 1_000_000,
    ]
    done = person.good(
        "scan", "--input", "-", "--json", stdin="\n".join(labels).encode() + b"\n\xff\xfe\xfd\n\n"
    )
    verdicts = [line["verdict"] for line in done.lines]
    assert verdicts == ["accepted", *["not_an_sn"] * 8, "duplicate", "not_an_sn", "not_an_sn"]
    assert all(line["label"].isprintable() and len(line["label"]) < 300 for line in done.lines)
    assert "E6gH9jK2mN5pQ8sT1vW4" not in done.out


def test_files_that_hold_nothing_or_cannot_be_read(person: Terminal, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n\r\n  \n")
    assert_clear(
        person.run("scan", "--input", str(tmp_path / "empty.txt")), USAGE, "Nothing to scan", "empty.txt"
    )
    assert_clear(person.run("scan", "--input", str(tmp_path)), USAGE, "cannot be read")
    assert_clear(person.run("scan", "--input", "-", "--device", "virtual:x"), USAGE, "either")


@pytest.mark.parametrize(
    "address", ["nonsense", "serial:/dev/no-such-port", "virtual:/no/such/file", "magic:1"]
)
def test_a_scanner_that_is_not_there(person: Terminal, address: str) -> None:
    done = person.run("scan", "--device", address)
    assert done.code in {USAGE, MACHINE}, done
    assert_clear(done, done.code)


def test_a_second_program_on_the_folder(person: Terminal, number: str, stock: list[str]) -> None:
    with person.popen("scan", "--input", "-", "--json") as first:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write(stock[3] + "\n")
        first.stdin.flush()
        assert "accepted" in first.stdout.readline()
        assert_clear(person.run("sync"), MACHINE, "in use", "scan", str(first.pid))
        assert stock[3] in {row["sn"] for row in person.queue()}, "reading goes on"
        _, err = first.communicate(timeout=30)
        assert first.returncode == 0, err


def test_a_report_that_cannot_be_written(person: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "absent" / "report.csv"
    assert_clear(
        person.run("report", "--format", "csv", "--out", str(out)),
        USAGE,
        "cannot be written",
        "another place",
    )
    unknown = person.run("report", "--format", "csv", "--out", str(tmp_path / "r"), "--shift", "1999-01-01-1")
    assert_clear(unknown, USAGE, "No such shift")


def test_sign_out_with_scans_waiting(person: Terminal) -> None:
    assert_clear(person.run("logout"), NEEDS_A_PERSON, "waiting", "pid-station sync")


@pytest.mark.parametrize("content", ["{", "[]", '{"zoom": "big"}', '{"no_such": 1}'])
def test_a_broken_settings_file(person: Terminal, content: str) -> None:
    settings = person.folder / "settings.json"
    settings.write_text(content)
    try:
        assert_clear(person.run("sync"), MACHINE, "settings.json")
    finally:
        settings.unlink()


def test_the_doctor_names_broken_settings_and_still_reports_the_rest(person: Terminal) -> None:
    settings = person.folder / "settings.json"
    settings.write_text("{")
    try:
        done = person.run("doctor", "--json")
    finally:
        settings.unlink()
    assert done.code == MACHINE
    findings = {finding["name"]: finding for finding in done.document}
    assert not findings["settings"]["ok"]
    assert findings["database"]["ok"]


def change_schema(folder: Path, version: int) -> None:
    with closing(sqlite3.connect(folder / "station.sqlite3")) as connection:
        connection.execute(f"pragma user_version = {version}")


def test_a_database_of_a_newer_version(person: Terminal) -> None:
    with closing(sqlite3.connect(person.folder / "station.sqlite3")) as connection:
        known = connection.execute("pragma user_version").fetchone()[0]
    change_schema(person.folder, 99)
    try:
        for command in (("scan", "--input", "-"), ("queue",)):
            assert_clear(person.run(*command, stdin="SNAA000000001"), MACHINE, "newer version", "99")
    finally:
        change_schema(person.folder, known)


def test_a_file_where_the_folder_should_be(
    sandbox: SandboxProcess, server: ForkServer, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        assert_clear(Terminal(place, sandbox.ready, server).login(), MACHINE, "data folder", "--data-dir")
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk", 2048) as disk:
        yield disk


def test_a_full_folder_records_nothing_and_says_so(
    disk: SmallDisk, sandbox: SandboxProcess, server: ForkServer, number: str, stock: list[str]
) -> None:
    person = Terminal(disk.folder, sandbox.ready, server)
    person.set_up(number)
    person.good("scan", "--input", "-", stdin=stock[10])
    disk.fill()
    done = person.run("scan", "--input", "-", "--json", stdin="\n".join(stock[11:14]))
    assert_clear(done, MACHINE, "disk" if not done.out else "not recorded")
    assert "accepted" not in done.out
    disk.empty()
    assert [row["sn"] for row in person.queue()] == [stock[10]]
    person.good("scan", "--input", "-", stdin="\n".join(stock[11:14]))
    assert person.good("verify", "--json").document["ok"]


def test_a_read_only_folder(
    disk: SmallDisk, sandbox: SandboxProcess, server: ForkServer, number: str, stock: list[str]
) -> None:
    person = Terminal(disk.folder, sandbox.ready, server)
    person.set_up(number)
    disk.read_only()
    done = person.run("scan", "--input", "-", "--json", stdin=stock[20])
    assert_clear(done, MACHINE, "cannot be written", "--data-dir")
    assert done.out == ""
    disk.writable()
    person.good("scan", "--input", "-", stdin=stock[20])


def test_unknown_options_are_usage(person: Terminal) -> None:
    for command in (("no-such-command",), ("sync", "--no-such-option"), ("queue", "--state", "nonsense")):
        done = person.run(*command)
        assert done.code == USAGE
        assert "Traceback" not in done.err
