"""What this program is made of: each part with version and licence, as its own package metadata say it."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

PROGRAM = "pid-station"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_LONG = 60
"""Some packages put the text of their licence where its name belongs."""
_NOT_SAID = "see its licence file"


@dataclass(frozen=True)
class Part:
    """`licence` is an SPDX expression where the part gives one."""

    name: str
    version: str
    licence: str


def needed(extras: frozenset[str] = frozenset()) -> list[str]:
    """Names of the packages that the program needs here at run time, itself first; `extras` are its own."""
    found: dict[str, None] = {}
    _gather(PROGRAM, extras, found)
    return list(found)


def parts() -> list[Part]:
    """The program, Python, SQLite, then the packages by name; the sandbox's only where it is here."""
    own, *others = (distribution(name) for name in needed(frozenset({"sandbox"})))
    return [
        _part(own),
        Part("Python", platform.python_version(), "PSF-2.0"),
        Part("SQLite", sqlite3.sqlite_version, "blessing (public domain)"),
        *_fonts(),
        *sorted((_part(one) for one in others), key=lambda part: part.name.lower()),
    ]


def licence_texts(name: str) -> str:
    """The licence files that a package brings, one after the other; empty when it brings none."""
    if name == "Python":
        return sys.copyright
    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return ""
    texts = [
        file.read_text() for file in files if _is_licence(file.name) and ".dist-info" in str(file.parent)
    ]
    return "\n\n".join(text.strip() for text in texts if text)


def _fonts() -> Iterator[Part]:
    yield Part("DejaVu fonts", "2.37", "Bitstream-Vera and public domain")
    yield Part("Droid Sans Fallback", "2.55b", "Apache-2.0")


def _gather(name: str, extras: frozenset[str], found: dict[str, None]) -> None:
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:  # for another system, or an extra that is not installed
        return
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return
    found[key] = None
    for line in lines:
        wanted = _EXTRA.findall(line)
        match = _NAME.match(line)
        if match and (not wanted or extras & set(wanted)):
            _gather(match.group(), frozenset(), found)


def _part(one: Distribution) -> Part:
    return Part(one.metadata["Name"], one.version, _licence(one))


def _licence(one: Distribution) -> str:
    said = one.metadata.get_all("License-Expression") or one.metadata.get_all("License") or []
    short = [text for text in said if text and len(text) <= _LONG and "\n" not in text]
    classified = [
        line.rpartition(" :: ")[2]
        for line in one.metadata.get_all("Classifier") or []
        if line.startswith("License :: ") and not line.endswith("OSI Approved")
    ]
    return str((short or classified or [_NOT_SAID])[0])


def _is_licence(name: str) -> bool:
    return name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS"))
