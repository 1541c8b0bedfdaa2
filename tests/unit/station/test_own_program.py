"""The program knows how to start its own parts, from a checkout and as a bundle, and what it is made of."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from station import own_program, parts

ROOT = Path(__file__).parents[3]


def test_a_bundle_starts_its_parts_through_its_one_executable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/pid-station/pid-station")
    assert own_program.station("sandbox", "sns") == ["/opt/pid-station/pid-station", "sandbox", "sns"]
    assert own_program.speaker("80") == ["/opt/pid-station/pid-station", own_program.PLAY_SOUNDS, "80"]


def test_the_program_contains_what_it_needs() -> None:
    """The look that is taken at every bundle, taken at the checkout; it starts the sound process as well."""
    done = subprocess.run(own_program.station("--selfcheck"), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert (found["bundle"], found["sandbox"], found["ok"]) == (False, True, True)
    assert {
        "hid",
        "serial",
        "keyring",
        "certificate authorities",
        "fonts",
        "sounds",
        "languages",
        "qt",
    } <= set(found["contents"])


def test_what_is_missing_fails_the_selfcheck(monkeypatch: pytest.MonkeyPatch) -> None:
    from station import selfcheck

    monkeypatch.setitem(sys.modules, "hidraw", None)  # what Python does with a module that cannot be found
    found = {one.name: one for one in selfcheck.contents()}
    assert not found["hid"].ok
    assert "hidraw" in found["hid"].detail
    assert not selfcheck.document([*found.values()])["ok"]


def test_every_part_stands_in_the_document_with_its_licence() -> None:
    text = (ROOT / "docs" / "third-party.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", text, re.MULTILINE))
    wanted = {part.name: part.licence for part in parts.parts() if part.name != parts.PROGRAM}
    assert {name: licence for name, licence in wanted.items() if rows.get(name) != licence} == {}


def test_parts_bring_their_licence_texts() -> None:
    assert "Apache License" in parts.licence_texts("requests")
    assert parts.licence_texts("there-is-no-such-package") == ""
