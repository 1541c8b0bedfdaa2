"""What every command shares: the data folder, one JSON document or a table, errors with their exit code."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from station.assembly import DATABASE_NAME, Station
from station.errors import UsageError
from station.settings import data_folder
from station.store.database import ReadOnlyDatabase

DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", help="Data folder of this station (or PID_STATION_DATA_DIR)."),
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on stdout and nothing else.")]


def open_station(ctx: typer.Context, data_dir: Path | None) -> Station:
    """The station for commands that change something; only one program at a time."""
    return Station.open(folder(ctx, data_dir), log_to_stderr=True)


def open_to_read(ctx: typer.Context, data_dir: Path | None) -> ReadOnlyDatabase:
    """The database for commands that only look, also while the window is open."""
    return ReadOnlyDatabase(folder(ctx, data_dir) / DATABASE_NAME)


def folder(ctx: typer.Context, data_dir: Path | None) -> Path:
    before = ctx.obj if isinstance(ctx.obj, Path) else None
    return data_folder(data_dir or before)


def print_json(document: object) -> None:
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2))


def print_rows(rows: Sequence[Mapping[str, object]], columns: Iterable[str], *, as_json: bool) -> None:
    """Rows as one JSON array, or the named columns as a table for people."""
    if as_json:
        print_json(rows)
        return
    from rich.console import Console  # noqa: PLC0415 - 60 ms that JSON output need not pay
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, header_style="bold")
    names = list(columns)
    for name in names:
        table.add_column(name.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if row[name] is None else str(row[name])) for name in names))
    Console(width=None if sys.stdout.isatty() else 200).print(table)


def say(text: str) -> None:
    """For the person at the terminal; stdout stays free for data."""
    typer.echo(text, err=True)


def from_environment(variable: str, prompt: str) -> str:
    """A secret from the environment, else asked for at a terminal. Raises `UsageError` when there is neither."""
    value = os.environ.get(variable)
    if value:
        return value
    if sys.stdin.isatty():
        return str(typer.prompt(prompt, hide_input=True, err=True))
    raise UsageError(
        f"Set {variable}, or run this at a terminal to be asked for it.", title=f"No {prompt.lower()}"
    )
