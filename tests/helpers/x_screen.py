"""An X11 screen of its own with a window manager; without one, keys follow the pointer."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.helpers import x_keyboard

MANAGERS = {"matchbox": ("matchbox-window-manager", "-use_titlebar", "no"), "openbox": ("openbox",)}


def why_not(manager: str = "matchbox", *programs: str) -> str:
    """What is missing on this machine for such a screen with a keyboard; empty when nothing is."""
    needed = ("Xvfb", MANAGERS[manager][0], *programs)
    missing = [name for name in needed if shutil.which(name) is None]
    return f"needs {', '.join(missing)}" if missing else x_keyboard.why_not()


@contextmanager
def running(*command: str, environment: Mapping[str, str], **more: object) -> Iterator[subprocess.Popen[str]]:
    """A process that ends with the block."""
    process = subprocess.Popen(command, env=environment, text=True, **more)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


@contextmanager
def screen(manager: str = "matchbox", size: str = "800x480x24") -> Iterator[dict[str, str]]:
    """The environment of programs on that screen."""
    reader, writer = os.pipe()
    numbered = ("Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp")
    plain = dict(os.environ)
    with running(*numbered, environment=plain, pass_fds=(writer,), stderr=subprocess.DEVNULL):
        os.close(writer)
        with os.fdopen(reader) as numbers:
            display = f":{numbers.readline().strip()}"
        environment = {**plain, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with running(*MANAGERS[manager], environment=environment, stderr=subprocess.DEVNULL):
            yield environment
