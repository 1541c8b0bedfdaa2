"""`pid-station sandbox`: its ready line, its exit codes, its SNs and its auditor."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from station.cli.sandbox_commands import sandbox_app
from tests.helpers.platform_client import PlatformClient, item
from tests.helpers.sandbox_process import COMMAND, SandboxProcess


def run(*args: str, **environment: str) -> Result:
    """Run a command that does not serve in this process: its exit code, stdout and stderr are the real ones."""
    return CliRunner().invoke(sandbox_app, list(args), env={"COLUMNS": "200", **environment})


@pytest.fixture(scope="module")
def small_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("small"), "--devices", "120") as process:
        yield process


def test_the_ready_line_has_what_a_station_needs(small_sandbox: SandboxProcess) -> None:
    ready = small_sandbox.ready
    assert ready["base_url"].startswith("http://127.0.0.1:")
    assert all(ready[key] for key in ("client_id", "client_secret", "username", "password"))
    statuses = {one["audit_status"] for one in ready["certificates"]}
    assert statuses == {"pending", "approved", "rejected", "revoked", "expired"}
    approved = [one for one in ready["certificates"] if one["audit_status"] == "approved"]
    left = {one["quota_total"] - one["quota_used"] for one in approved}
    assert 0 in left
    assert any(0 < room <= 5 for room in left)
    assert {60, 600, 1000} <= left
    for one in ready["certificates"]:
        assert re.fullmatch("[a-z0-9]{16}", one["original_pid"])
        assert re.fullmatch("[a-z0-9]{16}", one["new_pid"])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        [*COMMAND, "--data-dir", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["base_url"]
        process.send_signal(number)
        output, errors = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, output) == (0, "")
    assert "Traceback" not in errors


def test_a_small_sandbox_still_has_its_certificates(tmp_path: Path) -> None:
    with SandboxProcess(tmp_path, "--products", "2", "--devices", "3") as sandbox:
        client = PlatformClient(sandbox.ready)
        client.sign_in()
        assert client.result("GET", "/products")["total"] == 2
        number = sandbox.certificate(room=1000)["certificate_no"]
        assert client.replace(number, [item(sandbox.sns(number, 1)[0])])["summary"]["ok"] == 1


def test_a_busy_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("--data-dir", str(tmp_path), "--port", port)
    assert (done.exit_code, done.stdout) == (6, "")
    assert port in done.stderr
    assert "--port" in done.stderr


def test_an_unusable_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "sandbox.sqlite3").write_text("this is no database, but long enough to be taken for one" * 50)
    done = run("--data-dir", str(tmp_path))
    assert done.exit_code == 6
    assert str(tmp_path) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_extra_is_named(tmp_path: Path) -> None:
    hide = "import sys; sys.modules['fastapi'] = None; sys.modules['uvicorn'] = None; "
    command = [
        sys.executable,
        "-c",
        hide + "from station.__main__ import main; main()",
        "sandbox",
        "--data-dir",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pid-station[sandbox]" in done.stderr


def test_sns_are_replaceable_and_not_yet_replaced(small_sandbox: SandboxProcess) -> None:
    number = small_sandbox.certificate(room=1000)["certificate_no"]
    sns = small_sandbox.sns(number, 120)
    assert len(set(sns)) == 120
    assert small_sandbox.sns(number, 5) == sns[:5]
    client = PlatformClient(small_sandbox.ready)
    client.sign_in()
    assert client.replace(number, [item(sn) for sn in sns[:100]])["summary"]["ok"] == 100
    short = small_sandbox.said("sns", "--certificate", number, "--count", "50")
    assert (short.returncode, short.stdout.split()) == (0, sns[100:])
    assert "20" in short.stderr


def test_sns_of_other_kinds_get_their_answers(small_sandbox: SandboxProcess) -> None:
    client = PlatformClient(small_sandbox.ready)
    client.sign_in()
    number = "CERT-000004"
    expected = {"activated": "SN_ACTIVATED", "locked": "DEVICE_LOCKED", "replaced": "ALREADY_REPLACED"}
    for kind, code in expected.items():
        body = {"certificate_no": number, "sns": small_sandbox.sns(number, 3, kind)}
        assert {one["code"] for one in client.result("POST", "/devices/check", body)} == {code}


def test_the_folder_may_stand_before_after_or_in_the_environment(small_sandbox: SandboxProcess) -> None:
    folder, wanted = str(small_sandbox.data_dir), ["--certificate", "CERT-000001", "--count", "3"]
    before = run("--data-dir", folder, "sns", *wanted)
    after = run("sns", *wanted, "--data-dir", folder)
    environment = run("sns", *wanted, PID_STATION_DATA_DIR=folder)
    assert before.exit_code == 0
    assert len(before.stdout.split()) == 3
    assert before.stdout == after.stdout == environment.stdout
    wrong = run("sns", *wanted, "--data-dir", folder, PID_STATION_DATA_DIR="elsewhere")
    assert wrong.stdout == before.stdout


def test_mistakes_of_use_exit_2(small_sandbox: SandboxProcess, tmp_path: Path) -> None:
    for args in (
        ["sns", "--certificate", "CERT-999999"],
        ["approve", "CERT-999999"],
        ["approve", "CERT-000001"],
        ["reject", "CERT-000009"],
        ["revoke", "CERT-000007"],
        ["sns"],
    ):
        done = run("--data-dir", str(small_sandbox.data_dir), *args)
        assert (done.exit_code, done.stdout) == (2, ""), args
        assert done.stderr
        assert "Traceback" not in done.stderr
    empty = run("sns", "--certificate", "CERT-000001", "--data-dir", str(tmp_path / "empty"))
    assert empty.exit_code == 2
    assert "pid-station sandbox" in empty.stderr
    assert not (tmp_path / "empty").exists()
