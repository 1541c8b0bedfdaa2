"""`restore`: a damaged database replaced by its newest sound copy."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from station.assembly import DATABASE_NAME
from station.cli.common import AsJson, DataDir, folder, print_json, print_rows, say
from station.clock import iso
from station.restore import restore as put_back
from station.store import backups


def restore(
    ctx: typer.Context,
    source: Annotated[
        Path | None, typer.Option("--from", help="Copy to use; else the newest sound one.")
    ] = None,
    list_only: Annotated[bool, typer.Option("--list", help="Only show which copies there are.")] = False,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Replace a damaged database by its newest sound copy, with every row that can still be read from it."""
    chosen = folder(ctx, data_dir)
    database_path = chosen / DATABASE_NAME
    if list_only:
        rows = [
            {"file": str(copy.path), "taken_at": iso(copy.taken_at_ms), "bytes": copy.size}
            for copy in backups.every(database_path)
        ]
        print_rows(rows, ("file", "taken_at", "bytes"), as_json=as_json)
        return
    done = put_back(chosen, database_path, source)
    if as_json:
        print_json(
            {**asdict(done), "source": str(done.source), "kept": str(done.kept) if done.kept else None}
        )
    say(
        f"Restored from {done.source.name} of {iso(done.taken_at_ms)}; {done.salvaged} newer rows were saved from the "
        f"damaged file, which is kept in {done.kept}. Now type: pid-station sync"
    )
