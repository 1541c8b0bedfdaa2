"""Secrets: in the operating system's keyring, else in memory; never in a file of ours.

The keyring is opened once, when the first secret is wanted, in a thread with a deadline: a locked one may wait for a
prompt for ever, and a scanner would type into that prompt. Backends that write plain text count as absent.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")

_SERVICE = "pid-station"
_DEADLINE_S = 5.0
CLIENT_SECRET_VARIABLE = "PID_STATION_CLIENT_SECRET"  # noqa: S105 - a name, not a secret
PASSWORD_VARIABLE = "PID_STATION_PASSWORD"  # noqa: S105 - a name, not a secret


class Backend(Protocol):
    """What we need of a keyring (https://keyring.readthedocs.io)."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class Secrets:
    """Client secret and password of one account; `choose` finds the keyring when it is needed for the first time."""

    def __init__(self, backend: Backend | None, choose: Callable[[], Backend | None] | None = None) -> None:
        self._backend = backend
        self._choose = choose
        self._opening = threading.Lock()
        self._memory: dict[str, str | None] = {}
        self.trouble = ""
        """Why the keyring is not used any more, in the words of whoever failed; empty when it is, or never was."""

    @property
    def kept(self) -> bool:
        """Whether they outlive the program."""
        return self._keyring() is not None

    def probe(self) -> None:
        """Ask the keyring for something that is not there: a locked one, or one that hangs, shows it now."""
        self._get("probe")

    def client_secret(self, endpoint: str, client_id: str) -> str | None:
        return self._get(_secret_name(endpoint, client_id)) or os.environ.get(CLIENT_SECRET_VARIABLE)

    def password(self, endpoint: str, client_id: str, username: str) -> str | None:
        return self._get(_password_name(endpoint, client_id, username)) or os.environ.get(PASSWORD_VARIABLE)

    def keep(self, endpoint: str, client_id: str, username: str, client_secret: str, password: str) -> None:
        self._set(_secret_name(endpoint, client_id), client_secret)
        self._set(_password_name(endpoint, client_id, username), password)

    def forget(self, endpoint: str, client_id: str, username: str) -> None:
        for name in (_secret_name(endpoint, client_id), _password_name(endpoint, client_id, username)):
            held = self._get(name) is not None
            backend = self._keyring()
            if backend is not None and held:
                self._guarded(lambda backend=backend, name=name: backend.delete_password(_SERVICE, name))  # type: ignore[misc]
            self._memory.pop(name, None)

    def _get(self, name: str) -> str | None:
        if name in self._memory:
            return self._memory[name]
        backend = self._keyring()
        if backend is None:
            return None
        # Also that there is nothing is remembered: nobody may be asked for a keyring's password while scanning.
        self._memory[name] = found = self._guarded(lambda: backend.get_password(_SERVICE, name))
        return found

    def _set(self, name: str, value: str) -> None:
        self._memory[name] = value
        backend = self._keyring()
        if backend is not None:
            self._guarded(lambda: backend.set_password(_SERVICE, name, value))

    def _keyring(self) -> Backend | None:
        with self._opening:
            choose, self._choose = self._choose, None
            if choose is not None:
                found = _within_deadline(choose)
                if isinstance(found, _Failed):
                    log.info("No keyring (%s): secrets stay in memory", found.reason)
                else:
                    self._backend = found
            return self._backend

    def _guarded(self, work: Callable[[], T]) -> T | None:
        """Use the keyring with a deadline; one that fails or hangs is not asked again."""
        answer = _within_deadline(work)
        if answer is None or isinstance(answer, _Failed):
            if isinstance(answer, _Failed):
                self.trouble = answer.reason
                log.warning("The keyring does not work (%s); secrets stay in memory", answer.reason)
                self._backend = None
            return None
        return answer


class _Failed:
    def __init__(self, reason: str) -> None:
        self.reason = reason


def open_secrets() -> Secrets:
    """The system's keyring where there is a safe one, else memory."""
    return Secrets(None, _choose_backend)


def _choose_backend() -> Backend | None:
    import keyring  # noqa: PLC0415 - import and choice cost 0.3 s: not for every command, nor before the window is there
    from keyring.backends import chainer, fail, null  # noqa: PLC0415

    backend = keyring.get_keyring()
    if isinstance(backend, fail.Keyring | null.Keyring):
        return None
    members = backend.backends if isinstance(backend, chainer.ChainerBackend) else [backend]
    if any(type(member).__module__.startswith("keyrings.alt") for member in members):
        return None
    return backend


def _within_deadline(work: Callable[[], T]) -> T | _Failed:
    """Run in a thread that is left behind when it hangs: nothing else stops a keyring's prompt."""
    box: list[T | _Failed] = []

    def run() -> None:
        try:
            box.append(work())
        except Exception as error:  # noqa: BLE001 - outermost of a thread; a keyring backend may raise anything
            box.append(_Failed(f"{type(error).__name__}: {error}"))

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(_DEADLINE_S)
    return box[0] if box else _Failed(f"no answer within {_DEADLINE_S:g} s")


def _secret_name(endpoint: str, client_id: str) -> str:
    return f"client secret|{endpoint}|{client_id}"


def _password_name(endpoint: str, client_id: str, username: str) -> str:
    return f"password|{endpoint}|{client_id}|{username}"
