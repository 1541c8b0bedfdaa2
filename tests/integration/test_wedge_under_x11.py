"""A keyboard scanner at a real X11 screen: xdotool types, as fast as a scanner and as slowly as a person."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import pytest

from tests.helpers.wedge_subject import END

NEEDED = ("Xvfb", "xdotool", "matchbox-window-manager")
pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in NEEDED), reason=f"needs {', '.join(NEEDED)}"
)
SCANS = 100


@contextmanager
def running(*command: str, environment: dict[str, str], **more: object) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(command, env=environment, text=True, **more)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a screen of its own with a window manager; without one, keys follow the pointer."""
    reader, writer = os.pipe()
    numbered = ("Xvfb", "-displayfd", str(writer), "-screen", "0", "800x480x24", "-nolisten", "tcp")
    plain = dict(os.environ)
    with running(*numbered, environment=plain, pass_fds=(writer,), stderr=subprocess.DEVNULL):
        os.close(writer)
        with os.fdopen(reader) as numbers:
            display = f":{numbers.readline().strip()}"
        environment = {**plain, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with running("matchbox-window-manager", "-use_titlebar", "no", environment=environment):
            yield environment


def xdotool(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], env=environment, check=True, timeout=30)


def said(stream: IO[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(stream.readline())
    return found


def test_100_scans_and_typing_in_between(screen: dict[str, str]) -> None:
    labels = [f"SN:Yz-42/a_b{n:04}X" for n in range(SCANS)]
    command = (sys.executable, "-m", "tests.helpers.wedge_subject")
    with running(*command, environment=screen, stdout=subprocess.PIPE) as subject:
        assert subject.stdout is not None
        assert said(subject.stdout) == {"ready": True}
        for n, label in enumerate(labels):
            xdotool(screen, "type", "--delay", "1", label)
            xdotool(screen, "key", "Return")
            if n == SCANS // 2:
                xdotool(screen, "type", "--delay", "80", "By hand")
                xdotool(screen, "sleep", "0.2")
        xdotool(screen, "type", "--delay", "1", END)
        xdotool(screen, "key", "Return")
        scans = [said(subject.stdout) for _ in labels]
        assert [scan["label"] for scan in scans] == labels
        assert not any(scan["torn"] for scan in scans)
        assert said(subject.stdout) == {"field": "By hand"}
        assert subject.wait(10) == 0
