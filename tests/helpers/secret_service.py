"""A real Secret Service of its own: gnome-keyring on a private D-Bus session, with a throw-away keyring.

Needs gnome-keyring and dbus (Debian: gnome-keyring dbus). Nothing of whoever runs the tests is touched.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

TOOLS = ("dbus-daemon", "gnome-keyring-daemon")
_WITHIN_S = 30.0
_LOCK = """
import secretstorage
with secretstorage.dbus_init() as bus:
    secretstorage.get_default_collection(bus).lock()
"""


@dataclass
class SecretService:
    """`environment` is for programs that are to use it; `keys` is the process that holds the secrets."""

    environment: dict[str, str]
    keys: subprocess.Popen[bytes]
    python: str

    def lock(self) -> None:
        """Lock the keyring: from now on a secret is given only after a prompt, which nobody answers."""
        subprocess.run([self.python, "-c", _LOCK], env=self.environment, check=True, timeout=_WITHIN_S)

    def freeze(self) -> None:
        """Let it answer nothing at all, as a service that hangs."""
        self.keys.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self.keys.send_signal(signal.SIGCONT)

    def vanish(self) -> None:
        """The service is gone, as after a crash of the desktop session."""
        self.keys.kill()
        self.keys.wait()


def needed() -> None:
    """Skips where the tools are missing; with PID_STATION_NO_SKIP, as in CI, that fails."""
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        assert not os.environ.get("PID_STATION_NO_SKIP"), missing
        pytest.skip(f"{missing}: apt-get install gnome-keyring dbus")


@contextmanager
def secret_service(python: str) -> Iterator[SecretService]:
    """An unlocked Secret Service for programs that get its environment."""
    needed()
    with tempfile.TemporaryDirectory(prefix="pid-station-keys-") as name:
        home = Path(name)
        (home / "run").mkdir(mode=0o700)
        environment = {
            key: value
            for key, value in os.environ.items()
            if key not in ("DISPLAY", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND")
        }
        environment |= {
            "HOME": name,
            "XDG_RUNTIME_DIR": str(home / "run"),
            "XDG_DATA_HOME": str(home / "data"),
        }
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        keys = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert keys.stdin is not None
        keys.stdin.write(b"throw-away")
        keys.stdin.close()
        try:
            yield SecretService(environment, keys, python)
        finally:
            for process in (keys, bus):
                process.kill()
                process.wait()
                if process.stdout is not None:
                    process.stdout.close()
