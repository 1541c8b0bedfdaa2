"""Secrets: in the keyring where there is a safe one, else in memory; nothing hangs on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from station import credentials
from station.credentials import CLIENT_SECRET_VARIABLE, PASSWORD_VARIABLE, Secrets, open_secrets

WHO = ("https://openapi.example.com", "client", "anna")


class Drawer:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Broken(Drawer):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("the key service has gone")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("the key service has gone")


class Locked(Drawer):
    """Waits for a prompt that nobody answers."""

    def __init__(self) -> None:
        super().__init__()
        self.prompt = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.prompt.wait()
        return None


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (CLIENT_SECRET_VARIABLE, PASSWORD_VARIABLE):
        monkeypatch.delenv(name, raising=False)


def both(secrets: Secrets) -> tuple[str | None, str | None]:
    return secrets.client_secret(*WHO[:2]), secrets.password(*WHO)


def test_what_is_kept_is_there_for_the_next_program() -> None:
    drawer = Drawer()
    Secrets(drawer).keep(*WHO, "hmac secret", "password")
    assert both(Secrets(drawer)) == ("hmac secret", "password")
    assert Secrets(drawer).password("https://elsewhere.example.com", "client", "anna") is None
    assert Secrets(drawer).password(WHO[0], "client", "bert") is None


@pytest.mark.parametrize("drawer", [Drawer(), None], ids=["keyring", "memory"])
def test_what_is_forgotten_is_gone_here_and_there(drawer: Drawer | None) -> None:
    secrets = Secrets(drawer)
    secrets.keep(*WHO, "hmac secret", "password")
    assert both(secrets) == ("hmac secret", "password")
    secrets.forget(*WHO)
    assert both(secrets) == (None, None)
    assert drawer is None or drawer.held == {}


def test_without_a_keyring_memory_serves_and_it_is_said() -> None:
    secrets = Secrets(None)
    assert not secrets.kept
    secrets.keep(*WHO, "hmac secret", "password")
    assert both(secrets) == ("hmac secret", "password")
    assert both(Secrets(None)) == (None, None)


def test_the_environment_helps_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLIENT_SECRET_VARIABLE, "from outside")
    monkeypatch.setenv(PASSWORD_VARIABLE, "from outside too")
    assert both(Secrets(None)) == ("from outside", "from outside too")
    drawer = Drawer()
    Secrets(drawer).keep(*WHO, "kept", "kept too")
    assert both(Secrets(drawer)) == ("kept", "kept too")


@pytest.mark.log_allowed
def test_a_keyring_that_fails_is_left_alone_and_memory_serves() -> None:
    secrets = Secrets(Broken())
    secrets.keep(*WHO, "hmac secret", "password")
    assert both(secrets) == ("hmac secret", "password")
    assert not secrets.kept
    secrets.forget(*WHO)


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Locked]:
    monkeypatch.setattr(credentials, "_DEADLINE_S", 0.1)
    drawer = Locked()
    yield drawer
    drawer.prompt.set()


@pytest.mark.log_allowed
def test_a_locked_keyring_does_not_hold_the_station(locked: Locked) -> None:
    secrets = Secrets(locked)
    assert secrets.password(*WHO) is None
    assert not secrets.kept


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_backends_that_keep_nothing_count_as_none(monkeypatch: pytest.MonkeyPatch, backend: str) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    monkeypatch.setattr("keyring.core._keyring_backend", None)
    assert not open_secrets().kept
