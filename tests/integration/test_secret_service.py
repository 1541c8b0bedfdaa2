"""Secrets in a real Secret Service: kept, given back, deleted; locked, slow or gone it keeps nobody from work."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from station.credentials import CLIENT_SECRET_VARIABLE, PASSWORD_VARIABLE
from tests.helpers.commands import Terminal
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.secret_service import SecretService, needed, secret_service

SECRETS = ["s3cret-of-the-project", "pa55word-of-anna"]
DEADLINE_S = 60.0
STATION_WAITS_S = 5.0


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    for name in (CLIENT_SECRET_VARIABLE, PASSWORD_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    with secret_service(sys.executable) as running:
        yield running


def use(service: SecretService, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.secrets_subject", *words],
        env=service.environment,
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_what_is_kept_is_there_for_the_next_start_until_it_is_forgotten(service: SecretService) -> None:
    assert use(service, "keep", *SECRETS)["kept"]
    assert use(service, "read")["found"] == SECRETS
    forgotten = use(service, "forget")
    assert forgotten["kept"]
    assert use(service, "read")["found"] == [None, None]


def test_a_locked_keyring_gives_nothing_and_keeps_nobody_waiting(service: SecretService) -> None:
    use(service, "keep", *SECRETS)
    service.lock()
    locked = use(service, "read")
    assert (locked["found"], locked["kept"]) == ([None, None], False)
    assert "Locked" in locked["trouble"]
    assert locked["took_s"] < STATION_WAITS_S + 1


def test_a_keyring_that_hangs_is_left_after_the_deadline_and_not_asked_again(service: SecretService) -> None:
    use(service, "keep", *SECRETS)
    service.freeze()
    try:
        slow = use(service, "read")
    finally:
        service.thaw()
    assert (slow["found"], slow["kept"]) == ([None, None], False)
    assert slow["took_s"] < 2 * STATION_WAITS_S, "two secrets, one wait"
    assert use(service, "read")["found"] == SECRETS, "nothing was lost by it"


def test_without_a_service_secrets_stay_in_memory(service: SecretService) -> None:
    service.vanish()
    gone = use(service, "keep", *SECRETS)
    assert (gone["found"], gone["kept"]) == (SECRETS, False)
    del service.environment["DBUS_SESSION_BUS_ADDRESS"]
    assert not use(service, "keep", *SECRETS)["kept"]


def test_commands_sign_in_once_and_work_from_the_keyring(tmp_path: Path, service: SecretService) -> None:
    needed()
    with SandboxProcess(tmp_path / "sandbox") as sandbox:
        terminal = Terminal(tmp_path / "station", sandbox.ready)
        assert terminal.environment.pop("PYTHON_KEYRING_BACKEND")
        terminal.environment |= service.environment
        assert terminal.login().code == 0
        for name in (CLIENT_SECRET_VARIABLE, PASSWORD_VARIABLE):
            del terminal.environment[name]
        assert terminal.good("certificates", "--json").document
        assert terminal.good("logout").code == 0
        assert terminal.run("certificates", "--json").code == 3
