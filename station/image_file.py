"""The set-up file for an image of many computers: read as data from elsewhere, written without secrets."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from station.errors import UsageError

MOST_BYTES = 100_000
_KEYS = frozenset({"station_name", "endpoint", "client_id", "username", "supervisors", "settings"})
_PLATFORM = ("endpoint", "client_id", "username")
_HASHED_PIN = re.compile(r"[0-9a-f]{32}\$[0-9a-f]{128}")
_LONGEST_TEXT = 256


@dataclass(frozen=True)
class ImageFile:
    """`{host}` in the name stands for the computer's name; `supervisors` are names with hashed PINs."""

    station_name: str
    platform: Mapping[str, str]
    settings: Mapping[str, Any]
    supervisors: Mapping[str, str]


def read(file: Path) -> bytes:
    """The file, empty when there is none. Raises `UsageError`."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise not_taken(f"{file.name} cannot be read ({error.strerror or error}).") from error
    if len(data) > MOST_BYTES:
        raise not_taken(f"{file.name} has more than {MOST_BYTES // 1000} kB.")
    return data


def parse(data: bytes) -> ImageFile:
    """Raises `UsageError` naming the first thing that is not in order; settings are checked where they are set."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise not_taken(f"The file is no JSON ({error}).") from error
    if not isinstance(found, dict):
        raise not_taken("The file does not hold an object.")
    strange = sorted(found.keys() - _KEYS)
    if strange:
        raise not_taken(f"The file has {strange[0]!r}; known are {', '.join(sorted(_KEYS))}.")
    settings, people = found.get("settings", {}), found.get("supervisors", {})
    if not isinstance(settings, dict) or "station_name" in settings:
        raise not_taken("The key settings holds an object without station_name, which stands beside it.")
    if not isinstance(people, dict) or not all(map(_is_supervisor, people, people.values())):
        raise not_taken(
            "The key supervisors holds an object of names with hashed PINs, as a station writes it."
        )
    platform = {key: _text(found, key) for key in _PLATFORM if key in found}
    return ImageFile(_text(found, "station_name"), platform, settings, people)


def write(target: Path, made: ImageFile) -> None:
    """For whoever runs the station alone: PINs are short, so their hashes can be tried out. Raises `UsageError`."""
    document = {
        "station_name": made.station_name,
        **{key: made.platform[key] for key in _PLATFORM if made.platform.get(key)},
        "supervisors": dict(made.supervisors),
        "settings": dict(made.settings),
    }
    try:
        with open(
            target, "x", opener=lambda name, flags: os.open(name, flags, 0o600), encoding="utf-8"
        ) as file:
            json.dump(document, file, ensure_ascii=False, indent=2)
            file.write("\n")
    except FileExistsError:
        raise UsageError(f"{target} is there already. Choose another name.", title="Not saved") from None
    except OSError as error:
        raise UsageError(
            f"{target} cannot be written ({error.strerror or error}). Choose another place.",
            title="Not saved",
        ) from error


def _text(found: Mapping[str, Any], key: str) -> str:
    value = found.get(key, "")
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT or not value.isprintable():
        raise not_taken(f"The key {key} holds a text of up to {_LONGEST_TEXT} readable characters.")
    return value.strip()


def _is_supervisor(name: object, pin: object) -> bool:
    named = isinstance(name, str) and 0 < len(name.strip()) <= 64 and name.isprintable()
    return named and isinstance(pin, str) and _HASHED_PIN.fullmatch(pin) is not None


def not_taken(what: str) -> UsageError:
    """`what` says in a sentence what is wrong with the file."""
    return UsageError(
        f"{what} Nothing of it was taken. Correct the file, or take it away.",
        title="The set-up file was not taken",
    )
