"""The ledger and its way to the platform: queue, sync, report, verify."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from station import dry_run, reports
from station.assembly import Station
from station.cli.common import (
    AsJson,
    DataDir,
    folder,
    open_station,
    open_to_read,
    print_json,
    print_rows,
    say,
)
from station.cli.sending_bar import sending
from station.errors import ExitCode, NotReachable, SignInError, StationError
from station.model import ReplacementState
from station.settings import Settings
from station.store import ledger
from station.store.journal import verify as verify_journal

_COLUMNS = ("item_id", "sn", "certificate_no", "state", "code", "scanned_at", "attempts")


def queue(
    ctx: typer.Context,
    state: Annotated[ReplacementState | None, typer.Option(help="Only rows in this state.")] = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """List the rows of the ledger in the order of their scans."""
    with open_to_read(ctx, data_dir).read() as connection:
        rows = [reports.row_document(row) for row in reversed(ledger.page(connection, state, limit=-1))]
    print_rows(rows, (*_COLUMNS, "reason"), as_json=as_json)


def sync(
    ctx: typer.Context,
    dry: Annotated[bool, typer.Option("--dry-run", help="Ask what would happen; nothing is sent.")] = False,
    deadline: Annotated[
        float | None, typer.Option(min=0, help="Seconds to go on while the platform does not answer.")
    ] = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Send everything that waits, and say as JSON what became of it."""
    with open_station(ctx, data_dir) as station:
        if dry:
            _print_summary(dry_run.preview(station.database, station.session, station.clock), as_json=as_json)
            return
        before = _counts(station)
        problem: StationError | None = None
        with sending(station, shown=not as_json) as cancelled:
            try:
                station.drain(deadline, cancelled)
            except (NotReachable, SignInError) as error:
                problem = error
        after = _counts(station)
        summary = _summary(station, before, after)
    _print_summary(summary, as_json=as_json)
    if problem is not None:
        raise problem
    if summary["parked"]:
        say("Some rows need a supervisor: pid-station queue --state parked")
        raise typer.Exit(ExitCode.NEEDS_A_PERSON)
    if summary["waiting"] and cancelled.is_set():
        say("Stopped; run sync again to send the rest.")
        raise typer.Exit(ExitCode.NEEDS_A_PERSON)
    if summary["waiting"]:
        say("The platform has put some rows off; run sync again later.")
        raise typer.Exit(ExitCode.NOT_REACHABLE)


def report(
    ctx: typer.Context,
    format_: Annotated[reports.Format, typer.Option("--format", help="Kind of file.")],
    out: Annotated[Path, typer.Option(help="File to write.")],
    shift: Annotated[str | None, typer.Option(help="Shift id; the latest without.")] = None,
    data_dir: DataDir = None,
) -> None:
    """Write the report of a shift."""
    place = folder(ctx, data_dir)
    name = Settings(place / "settings.json").text("station_name")
    with open_to_read(ctx, data_dir).read() as connection:
        facts = reports.gather(connection, shift)
        reports.save_shift(connection, facts, format_, out, name)
    totals = reports.reconciliation(facts.tally)
    say(
        f"Shift {facts.shift_id}: {totals['scanned']} scanned, {totals['confirmed']} confirmed. Written: {out}"
    )


def verify(ctx: typer.Context, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Check the journal's hash chain and hold the ledger against it."""
    with open_to_read(ctx, data_dir).read() as connection:
        result = verify_journal(connection)
    findings = [{"entry": finding.seq, "problem": finding.problem} for finding in result.findings]
    if as_json:
        print_json({"ok": not findings, "entries": result.entries, "head": result.head, "findings": findings})
    else:
        for finding in findings:
            typer.echo(f"entry {finding['entry']}: {finding['problem']}")
        typer.echo(f"{result.entries} entries, head {result.head}: {'NOT sound' if findings else 'sound'}")
    if findings:
        raise typer.Exit(ExitCode.NEEDS_A_PERSON)


def _counts(station: Station) -> dict[ReplacementState, int]:
    with station.database.read() as connection:
        return ledger.tally(connection, station.session.account_key).counts


def _summary(
    station: Station, before: dict[ReplacementState, int], after: dict[ReplacementState, int]
) -> dict[str, Any]:
    """What this run has settled; parked and waiting are what stands there now."""

    def gained(state: ReplacementState) -> int:
        return after.get(state, 0) - before.get(state, 0)

    with station.database.read() as connection:
        tally = ledger.tally(connection, station.session.account_key)
    return {
        "confirmed": gained(ReplacementState.CONFIRMED),
        "refused": gained(ReplacementState.REFUSED),
        "parked": tally[ReplacementState.PARKED],
        "waiting": tally.waiting,
        "certificates": [
            {
                "certificate_no": item.certificate_no,
                "quota_total": item.quota_total,
                "quota_used": item.quota_used,
                "audit_status": item.audit_status,
                "version": item.version,
            }
            for item in station.cached_certificates()
        ],
    }


def _print_summary(summary: dict[str, Any], *, as_json: bool) -> None:
    """One JSON document on stdout for whoever called, and a line on stderr for a person."""
    print_json(summary)
    if not as_json:
        counts = {key: value for key, value in summary.items() if isinstance(value, int)}
        say(", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items()))
