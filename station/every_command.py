"""All commands, those that open a window among them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from station import own_program
from station.cli import app as command_line
from station.cli.common import DataDir, folder


def demo(
    headless: Annotated[
        bool, typer.Option("--headless", help="Drive the same window without a screen.")
    ] = False,
    units: Annotated[int, typer.Option(min=10, max=1000, help="Units of the headless shift.")] = 60,
    out: Annotated[Path, typer.Option(help="Folder for screenshots and the shift report.")] = Path(
        "demo-out"
    ),
) -> None:
    """A sandbox platform, this station and a virtual scanner: everything to try out, or a whole shift by itself."""
    from ui.demo import run_headless, run_window  # noqa: PLC0415 - commands start without Qt

    raise typer.Exit(run_headless(units, out) if headless else run_window())


def training(
    ctx: typer.Context,
    reset: Annotated[
        bool, typer.Option("--reset", help="Forget the training before and begin anew.")
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """The window to practise in: its own data and its own platform beside the station's, which are not touched."""
    from ui.training import run_training  # noqa: PLC0415 - commands start without Qt

    raise typer.Exit(run_training(folder(ctx, data_dir), reset=reset))


def run(open_window: command_line.OpenWindow) -> None:
    """What the command line says."""
    with_window = (demo, training) if own_program.has_sandbox() else ()
    command_line.run(command_line.build(open_window, *with_window, self_check=_self_check))


def _self_check() -> int:
    from ui.about.selfcheck import run  # noqa: PLC0415 - commands start without Qt

    return run()
