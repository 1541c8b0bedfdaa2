"""The command line put together. What needs the window is handed in, so that commands start without Qt."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Final

import typer

from station import own_program
from station.cli import (
    account_commands,
    certificate_commands,
    handover_commands,
    machine_commands,
    queue_commands,
    restore_command,
    scan_command,
    shift_command,
    supervisor_commands,
)
from station.cli.common import DataDir, say
from station.cli.people_commands import people_app
from station.cli.sheet_commands import sheets_app
from station.errors import StationError

OpenWindow = Callable[[Path | None], int]


_COMMANDS: Final = (
    account_commands.login,
    account_commands.logout,
    certificate_commands.products,
    certificate_commands.certificates,
    certificate_commands.apply,
    certificate_commands.use,
    scan_command.scan,
    queue_commands.queue,
    queue_commands.sync,
    shift_command.close_shift,
    queue_commands.report,
    queue_commands.verify,
    supervisor_commands.retry,
    supervisor_commands.void,
    supervisor_commands.requeue,
    handover_commands.export,
    machine_commands.doctor,
    machine_commands.devices,
    machine_commands.support_bundle,
    restore_command.restore,
)


def build(
    open_window: OpenWindow, *with_window: Callable[..., None], self_check: Callable[[], int] | None = None
) -> typer.Typer:
    """All commands; `open_window` takes the data folder and gives the exit code, `with_window` are commands.

    `self_check` prints what the program contains and gives the exit code.
    """
    app = typer.Typer(
        name="pid-station",
        help="Change the product id of finished devices by scanning their serial numbers.",
        pretty_exceptions_enable=False,
        add_completion=False,
    )

    @app.callback(invoke_without_command=True)
    def root(
        ctx: typer.Context,
        data_dir: DataDir = None,
        show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
        check: Annotated[
            bool, typer.Option("--selfcheck", help="Print as JSON what this program contains.")
        ] = False,
    ) -> None:
        """Without a command the window opens."""
        ctx.obj = data_dir
        if show_version:
            typer.echo(version("pid-station"))
        elif check and self_check is not None:
            raise typer.Exit(self_check())
        elif ctx.invoked_subcommand is None:
            raise typer.Exit(open_window(data_dir))

    for command in _COMMANDS:
        app.command()(command)
    app.command("import")(handover_commands.import_)
    for command in with_window:
        app.command()(command)
    app.add_typer(people_app, name="people")
    app.add_typer(sheets_app, name="sheets")
    if own_program.has_sandbox():
        from station.cli.sandbox_commands import sandbox_app  # noqa: PLC0415 - a bundle may be without

        app.add_typer(sandbox_app, name="sandbox")
    return app


def run(app: typer.Typer) -> None:
    """Run one command; a failure that has words ends with them on stderr and its exit code."""
    try:
        app()
    except StationError as error:
        say(f"{error.title}\n{error.message}")
        sys.exit(error.exit_code)
