"""A headless Chromium, driven over two pipes by its DevTools protocol; no library is needed for that."""

from __future__ import annotations

import fcntl
import itertools
import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_DEADLINE_S = 60
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    "--window-size=1920,1080",
    "--remote-debugging-pipe",
)
_AS_3_AND_4 = (
    "import os, sys; a, b, *c = sys.argv[1:]; os.dup2(int(a), 3); os.dup2(int(b), 4); os.execv(c[0], c)"
)
"""Where a browser looks for its pipes."""


def chromium() -> str | None:
    """The program, None where there is none."""
    return next((found for name in _NAMES if (found := shutil.which(name))), None)


def why_no_browser(wanted: bool) -> str:
    """Empty where a page can be compared with."""
    if not wanted:
        return "it takes minutes and is left out of --quick"
    return "" if chromium() else "there is no Chromium here (apt package chromium)"


class Page:
    """One page of a browser. `told` gets what the page passes to its function `tell`."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._out = to_browser
        self._numbers = itertools.count(1)
        self._answers: dict[int, queue.SimpleQueue[dict[str, Any]]] = {}
        self._session: str | None = None
        self.told: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reading = threading.Thread(target=self._read, args=(from_browser,), daemon=True)
        self._reading.start()

    def open(self, address: str) -> None:
        """Show a page; returns when it has said that it is ready."""
        if self._session is None:
            [target, *_] = [
                one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page"
            ]
            attached = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
            self._session = attached["sessionId"]
            self.ask("Runtime.enable")
            self.ask("Runtime.addBinding", name="tell")
        self.ask("Page.navigate", url=address)
        while self.told.get(timeout=_DEADLINE_S) != "ready":
            pass  # what a page before this one had to tell

    def type_line(self, text: str) -> None:
        """Text and Enter into whatever has the focus; nothing is waited for."""
        self._send("Input.insertText", text=text)
        for kind in ("keyDown", "keyUp"):
            self._send(
                "Input.dispatchKeyEvent",
                type=kind,
                key="Enter",
                windowsVirtualKeyCode=13,
                text="\r" * (kind == "keyDown"),
            )

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """One command and its answer."""
        answers: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._send(method, answers, **params)
        answer = answers.get(timeout=_DEADLINE_S)
        assert "result" in answer, answer
        return dict(answer["result"])

    def _send(
        self, method: str, answers: queue.SimpleQueue[dict[str, Any]] | None = None, **params: object
    ) -> None:
        number = next(self._numbers)
        if answers is not None:
            self._answers[number] = answers
        message = {"id": number, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")

    def _read(self, source: int) -> None:
        rest = b""
        while data := os.read(source, 65536):
            *whole, rest = (rest + data).split(b"\0")
            for message in map(json.loads, whole):
                if message.get("method") == "Runtime.bindingCalled":
                    self.told.put(message["params"]["payload"])
                waiting = self._answers.pop(message.get("id", 0), None)
                if waiting is not None:
                    waiting.put(message)


@contextmanager
def browser(program: str, folder: Path) -> Iterator[Page]:
    """A browser with an empty profile in this folder, which ends with the block."""
    there, to_browser = os.pipe()
    from_browser, back = os.pipe()
    inside = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (there, back)]
    command = [sys.executable, "-c", _AS_3_AND_4, *map(str, inside), program, *_FLAGS]
    command += [f"--user-data-dir={folder}", "about:blank"]
    with subprocess.Popen(
        command, pass_fds=inside, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        for end in (there, back, *inside):
            os.close(end)
        try:
            yield Page(to_browser, from_browser)
        finally:
            process.terminate()
            process.wait(_DEADLINE_S)
            os.close(to_browser)
