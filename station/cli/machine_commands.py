"""This computer: its health and its scanners."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from drivers.inventory import Seen, take_stock
from drivers.registry import list_devices
from station import crash_report, readiness
from station import support_bundle as bundle
from station.cli.common import AsJson, DataDir, folder, open_to_read, print_json, print_rows, say
from station.clock import Clock
from station.credentials import open_secrets
from station.errors import ExitCode
from station.health import leaving
from station.health.examination import examine
from station.health.finding import Finding
from station.health.leaving import Step
from station.readiness import CheckState
from station.settings import Settings
from station.store import facts
from station.store.database import ReadOnlyDatabase

Offline = Annotated[
    bool, typer.Option("--offline", help="Is the station ready to lose the network? Nothing is asked of it.")
]


Before = Annotated[
    Step | None,
    typer.Option("--before", help="May the program be updated or removed now? Exit code 5: not yet."),
]


def doctor(
    ctx: typer.Context,
    data_dir: DataDir = None,
    as_json: AsJson = False,
    offline: Offline = False,
    before: Before = None,
) -> None:
    """Check everything the station needs; each finding says what to do. The exit code is that of the first trouble."""
    if offline:
        _ready(folder(ctx, data_dir), open_to_read(ctx, data_dir), as_json=as_json)
        return
    if before is not None:
        where = folder(ctx, data_dir)
        _tell([*leaving.examine(where, open_to_read(ctx, data_dir), before)], as_json=as_json)
        return
    findings = [*examine(folder(ctx, data_dir), open_to_read(ctx, data_dir), open_secrets()), _scanners()]
    _tell(findings, as_json=as_json)


def _tell(findings: list[Finding], *, as_json: bool) -> None:
    """Print, and end with the exit code of the first trouble."""
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        for finding in findings:
            typer.echo(f"{'ok ' if finding.ok else 'BAD'} {finding.name:<12} {finding.detail}")
            if not finding.ok:
                typer.echo(f"                 what to do: {finding.remedy}")
    trouble = next((finding for finding in findings if not finding.ok), None)
    if trouble is not None:
        raise typer.Exit(trouble.exit_code)


def support_bundle(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The ZIP file to write.")],
    data_dir: DataDir = None,
) -> None:
    """Save health, logs, settings and the last crash as one ZIP file without secrets, for whoever helps."""
    where, database, secrets = folder(ctx, data_dir), open_to_read(ctx, data_dir), open_secrets()
    findings = [*examine(where, database, secrets), _scanners()]
    typer.echo(str(bundle.write(file, where, database, secrets, findings)))
    crash_report.told(where)


def _ready(data: Path, database: ReadOnlyDatabase, *, as_json: bool) -> None:
    """Exit code 5 when the line would stop or lose something."""
    settings = Settings(data / "settings.json")
    with database.read() as connection:
        clock = Clock(facts.get(connection, "clock_offset_ms") or 0)
    names = [device.name for device in list_devices()]
    found = readiness.checks(database, settings, open_secrets(), clock, names)
    if as_json:
        print_json([asdict(check) for check in found])
    else:
        for check in found:
            typer.echo(f"{check.state.upper():<4} {check.name:<15} {check.detail}")
            if check.remedy:
                typer.echo(f"                     what to do: {check.remedy}")
    if any(check.state is CheckState.BAD for check in found):
        raise typer.Exit(ExitCode.NEEDS_A_PERSON)


def devices(as_json: AsJson = False, data_dir: DataDir = None) -> None:
    """List the scanners that are plugged in: address for `scan --device`, mode, what keeps one from being used."""
    found = [_line(seen) for seen in take_stock([], list_devices())]
    print_rows(found, ("address", "name", "mode", "state", "automatic"), as_json=as_json)
    for line in () if as_json else found:
        if line["remedy"]:
            say(f"{line['problem']}. {line['remedy']}")
    if not found:
        say("No scanner is seen. A scanner in keyboard mode works in the window without being listed.")


def _line(seen: Seen) -> dict[str, object]:
    """One device. `automatic`: the setting `scanners` = auto would use it without being told."""
    problem = seen.problem
    return {
        **asdict(seen.device),
        "mode": seen.mode,
        "state": problem.code if problem else "free",
        "problem": problem.title if problem else "",
        "remedy": problem.message if problem else "",
    }


def _scanners() -> Finding:
    found = list_devices()
    names = ", ".join(device.address for device in found) or "none seen; keyboard mode is not listed"
    return Finding("scanners", True, names)
