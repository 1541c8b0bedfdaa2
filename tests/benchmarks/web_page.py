"""The usual way to scan: a web page with one field, Enter, one request for each scan. Its server is the platform.

The page `queue` keeps what is typed while a request is under way in its memory and sends it afterwards: as quick as a
page can be, and lost with it. The page `disabled` closes the field while it waits, as most such pages do.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from tests.benchmarks.devtools import Page

_DEADLINE_S = 60
_PAGE = """<!doctype html><meta charset="utf-8"><title>Scan</title>
<style>body {{ font: 24px sans-serif; margin: 24px }} input {{ font: inherit; width: 40em }}
#result {{ background: #3ccf72; height: 45vh; margin-top: 24px; font: bold 120px sans-serif }}</style>
<input id="field" autofocus><div id="result"></div>
<script>
const field = document.getElementById("field"), result = document.getElementById("result");
const disabled = {disabled}, waiting = [];
let sending = false;
function painted(label) {{
  result.textContent = "OK " + label;
  requestAnimationFrame(() => setTimeout(() => tell(label)));
}}
async function post(label) {{
  await fetch("/scan", {{ method: "POST", body: label }});
  painted(label);
}}
async function drain() {{
  sending = true;
  while (waiting.length) await post(waiting.shift());
  sending = false;
}}
field.addEventListener("keydown", async (event) => {{
  if (event.key !== "Enter") return;
  const label = field.value;
  if (disabled) {{
    field.disabled = true;
    await post(label);
    field.value = ""; field.disabled = false; field.focus();
  }} else {{
    field.value = "";
    waiting.push(label);
    if (!sending) drain();
  }}
}});
addEventListener("load", () => {{ field.focus(); requestAnimationFrame(() => tell("ready")); }});
</script>"""


class Platform(ThreadingHTTPServer):
    """Takes one label with each request and answers `delay_s` later; `stored` has each label and when that was."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.delay_s = 0.0
        self.stored: queue.SimpleQueue[tuple[str, float]] = queue.SimpleQueue()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def took(self) -> dict[str, float]:
        """Every label so far, in the order in which it was answered, and when."""
        found: dict[str, float] = {}
        while not self.stored.empty():
            label, at = self.stored.get()
            found[label] = at
        return found


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Platform

    def do_GET(self) -> None:
        disabled = "true" if urlsplit(self.path).path == "/disabled" else "false"
        self._answer(_PAGE.format(disabled=disabled).encode(), "text/html; charset=utf-8")

    def do_POST(self) -> None:
        label = self.rfile.read(int(self.headers["Content-Length"])).decode()
        time.sleep(self.server.delay_s)
        self.server.stored.put((label, time.perf_counter()))
        self._answer(b"{}", "application/json")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has in the base class
        """Nothing is said of a request."""


@contextmanager
def platform() -> Iterator[Platform]:
    """The server, while the block lasts."""
    with Platform() as server:
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        yield server
        server.shutdown()
        serving.join()


def within(server: Platform, quiet_s: float) -> dict[str, float]:
    """What is stored until nothing new has come for so long."""
    found: dict[str, float] = {}
    while True:
        try:
            label, at = server.stored.get(timeout=quiet_s)
        except queue.Empty:
            return found
        found[label] = at


def painted_ms(page: Page, server: Platform, delay_s: float, scans: int, every_s: float) -> list[float]:
    """From Enter until the answer has been painted, one scan at a time."""
    server.delay_s = delay_s
    page.open(f"{server.address}/queue")
    times = []
    for n in range(scans):
        begun = time.perf_counter()
        page.type_line(f"WEB{n:09d}")
        assert page.told.get(timeout=_DEADLINE_S) == f"WEB{n:09d}"
        times.append((time.perf_counter() - begun) * 1000)
        time.sleep(max(0.0, every_s - (time.perf_counter() - begun)))
    server.took()
    return times
