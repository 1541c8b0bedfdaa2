"""What this program really contains: a bundle can be built without a word and lack what is only found at run time.

Parts that are loaded by name are loaded by name here as well, so that nothing is found that the bundle would not find.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module, resources
from pathlib import Path
from typing import Any

from station import own_program, parts

_SPEAKS_WITHIN_S = 30.0
_KEYRINGS = {"linux": ("SecretService", "libsecret", "kwallet"), "darwin": ("macOS",), "win32": ("Windows",)}


class Missing(Exception):
    """Something that should be in here is not; the text says what."""


@dataclass(frozen=True)
class Content:
    """One thing that has to be in here: what was found of it, or what is wrong."""

    name: str
    ok: bool
    detail: str


Look = tuple[str, Callable[[], str]]


def contents(more: Sequence[Look] = ()) -> Iterator[Content]:
    """Look at each part in turn; `more` are looks of the window's side."""
    for name, look in (*_LOOKS, *more):
        try:
            yield Content(name, True, look())
        except Exception as error:  # noqa: BLE001 - a part that is missing may fail in any way; that is the finding
            yield Content(name, False, f"{type(error).__name__}: {error}")


def document(found: Sequence[Content]) -> dict[str, Any]:
    """What `pid-station --selfcheck` prints."""
    return {
        "bundle": own_program.frozen(),
        "sandbox": own_program.has_sandbox(),
        "ok": all(one.ok for one in found),
        "contents": {one.name: {"ok": one.ok, "detail": one.detail} for one in found},
    }


def _hid() -> str:
    kinds = ("hid", "hidraw") if sys.platform == "linux" else ("hid",)
    return ", ".join(f"{kind} sees {len(import_module(kind).enumerate())}" for kind in kinds)


def _serial() -> str:
    return f"{len(import_module('serial.tools.list_ports').comports())} ports"


def _evdev() -> str:
    if sys.platform != "linux":
        return "not for this system"
    return f"{len(import_module('evdev').list_devices())} input devices"


def _keyring() -> str:
    wanted = _KEYRINGS.get(sys.platform, ())
    for name in wanted:
        import_module(f"keyring.backends.{name}")
    if sys.platform == "linux":
        import_module("secretstorage")
    points = import_module("importlib.metadata").entry_points(group="keyring.backends")
    if not points:
        raise Missing("the backends' entry points")
    return ", ".join(wanted)


def _certificates() -> str:
    import_module("truststore")
    store = Path(import_module("certifi").where())
    return f"{store.read_text(encoding='utf-8').count('BEGIN CERTIFICATE')} authorities, and the system's own"


def _database() -> str:
    import_module("sqlite_utils")
    sqlite = import_module("sqlite3")
    connection = sqlite.connect(":memory:")
    connection.execute("CREATE TABLE t (x TEXT) STRICT")
    connection.close()
    return f"SQLite {sqlite.sqlite_version}"


def _papers() -> str:
    lettering = import_module("station.papers.lettering")
    assert lettering is not None
    files = [file.name for file in resources.files("station").joinpath("assets", "fonts").iterdir()]
    fonts = sorted(name for name in files if name.endswith(".ttf"))
    if len(fonts) < 5:
        raise Missing(f"fonts; there are {fonts}")
    import_module("reportlab.graphics.barcode.code128")
    import_module("openpyxl")
    return ", ".join(fonts)


def _scanner_rules() -> str:
    file = resources.files("drivers").joinpath("udev", "60-pid-station.rules")
    return f"{len(file.read_text(encoding='utf-8').splitlines())} lines"


def _speaker() -> str:
    """Start the process that plays as the window does, and hear what it says of itself."""
    process = subprocess.Popen(
        own_program.speaker("80"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        said, complaint = process.communicate(b"", timeout=_SPEAKS_WITHIN_S)
    finally:
        process.kill()
    words = said.decode().split()
    if not words:
        raise Missing(f"its word; it ended with {process.returncode}: {complaint.decode()[-300:]}")
    return words[0]


def _parts() -> str:
    found = parts.parts()
    return ", ".join(f"{part.name} {part.version}" for part in found)


_LOOKS: tuple[Look, ...] = (
    ("hid", _hid),
    ("serial", _serial),
    ("input devices", _evdev),
    ("keyring", _keyring),
    ("certificate authorities", _certificates),
    ("database", _database),
    ("papers", _papers),
    ("scanner rules", _scanner_rules),
    ("sounds", _speaker),
    ("parts", _parts),
)
