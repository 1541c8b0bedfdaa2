"""The end of a shift from the command line: for a person at a terminal, and for a job that starts at shift end."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from station import reports
from station.assembly import Station
from station.cli.common import DataDir, open_station, say
from station.cli.sending_bar import sending
from station.dry_run import Preview
from station.errors import CallRejected, ExitCode, NotReachable, SignInError, StationError, UsageError
from station.model import ReplacementState
from station.shift_end import Standing, Step

_ORDER = (ExitCode.SIGN_IN, ExitCode.NOT_REACHABLE, ExitCode.NEEDS_A_PERSON)
"""What went wrong first decides the exit code: without a sign-in nothing else could go right."""


def close_shift(
    ctx: typer.Context,
    count: Annotated[
        int | None, typer.Option(min=0, help="Units that somebody has counted in the set-aside tray.")
    ] = None,
    report: Annotated[
        list[Path] | None,
        typer.Option(help="File for the shift report: .json, .csv, .xlsx, .pdf. Repeatable."),
    ] = None,
    deadline: Annotated[
        float | None, typer.Option(min=0, help="Seconds to go on while the platform does not answer.")
    ] = None,
    data_dir: DataDir = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON line a step, also at a terminal.")
    ] = False,
) -> None:
    """Close the shift: look, send, compare the tray, reconcile, report, sign out. Run again, it goes on."""
    files = [(path, _format(path)) for path in report or ()]
    with open_station(ctx, data_dir) as station:
        run = _Closing(station, plain=as_json or not sys.stdout.isatty())
        code = run.close(count, files, deadline)
    if code is not ExitCode.GOOD:
        raise typer.Exit(code)


class _Closing:
    """One run through the steps. Each is told when it is over; what stops the sign-out is kept in `_codes`."""

    def __init__(self, station: Station, *, plain: bool) -> None:
        self._station, self._plain = station, plain
        self._codes: list[ExitCode] = []

    def close(
        self, count: int | None, files: Sequence[tuple[Path, reports.Format]], deadline: float | None
    ) -> ExitCode:
        """All steps, to the sign-out or as far as they go. Raises what leaves no step to go on with."""
        end = self._station.shift_end
        found_open = end.open
        standing = end.begin()
        self._tell(
            Step.STOP,
            True,
            shift_id=standing.closing.shift_id or None,
            scanned=standing.shift.scanned,
            waiting=standing.tally.waiting,
        )
        try:
            self._look(standing)
            standing = self._send(deadline)
            standing = self._compare(standing, count)
            standing = self._reconcile()
            self._report(standing, files)
            self._sign_out()
        finally:
            if self._station.session.account is not None and not found_open:
                end.leave()
        return next((code for code in _ORDER if code in self._codes), ExitCode.GOOD)

    def _look(self, standing: Standing) -> None:
        if not standing.tally.waiting:
            self._tell(Step.PREVIEW, True, would_send=0, would_confirm=0, would_refuse=0, over_quota=0)
            return
        station = self._station
        try:
            with sending(station, shown=False) as cancelled:
                found = Preview(station.database, station.session, station.clock, cancelled=cancelled).look()
        except (NotReachable, SignInError, CallRejected) as error:
            self._tell(Step.PREVIEW, False, problem=error.title)  # nothing hangs on it: sending finds out
            return
        names = ("would_send", "would_confirm", "would_refuse", "over_quota", "would_ask_about")
        self._tell(Step.PREVIEW, True, **{name: found[name] for name in names})

    def _send(self, deadline: float | None) -> Standing:
        station = self._station
        before = station.tally()
        problem: StationError | None = None
        with sending(station, shown=not self._plain) as cancelled:
            try:
                station.drain(deadline, cancelled)
            except (NotReachable, SignInError) as error:
                problem = error
        standing = station.shift_end.begin()
        if problem is not None:
            self._codes.append(problem.exit_code)
        elif standing.tally.waiting:
            self._codes.append(ExitCode.NEEDS_A_PERSON if cancelled.is_set() else ExitCode.NOT_REACHABLE)
        if standing.tally[ReplacementState.PARKED]:
            self._codes.append(ExitCode.NEEDS_A_PERSON)
        self._tell(
            Step.SEND,
            standing.settled,
            confirmed=_gained(before, standing, ReplacementState.CONFIRMED),
            refused=_gained(before, standing, ReplacementState.REFUSED),
            parked=standing.tally[ReplacementState.PARKED],
            waiting=standing.tally.waiting,
            **_problem(problem),
        )
        return standing

    def _compare(self, standing: Standing, count: int | None) -> Standing:
        """Without a count nothing is told of what should lie there, unless that is nothing."""
        if count is not None:
            standing = self._station.shift_end.count(count)
        tray = standing.tray
        good = standing.tray_agrees or (tray.counted is None and not tray.expected)
        if not good:
            self._codes.append(ExitCode.NEEDS_A_PERSON)
        known: dict[str, object] = {"counted": tray.counted}
        if tray.counted is not None or not tray.expected:
            known["expected"] = tray.expected
        else:
            known["problem"] = "Count the units in the tray: --count N, or in the window"
        self._tell(Step.TRAY, good, **known)
        return standing

    def _reconcile(self) -> Standing:
        """The platform is asked for its counters once more; when it does not answer, those last seen are told."""
        asked: StationError | None = None
        try:
            self._station.fetch_certificates()
        except (NotReachable, SignInError, CallRejected) as error:
            asked = error
        standing = self._station.shift_end.begin()
        balance = standing.balance
        if not standing.balance_agrees:
            self._codes.append(asked.exit_code if asked else ExitCode.NEEDS_A_PERSON)
        counters = [
            {
                "certificate_no": one.certificate_no,
                "before": one.first_used,
                "after": one.last_used,
                "change": one.change,
                "confirmed_here": one.confirmed_here,
                "elsewhere": one.elsewhere,
            }
            for one in balance.counters
        ]
        self._tell(Step.BALANCE, balance.balanced, **balance.scanned, counters=counters, **_problem(asked))
        return standing

    def _report(self, standing: Standing, files: Sequence[tuple[Path, reports.Format]]) -> None:
        if not files:
            return
        if not standing.closing.shift_id:
            self._tell(
                Step.REPORT, True, files=[], problem="Nothing was scanned: there is no shift to report"
            )
            return
        with self._station.database.read() as connection:
            facts = reports.gather(connection, standing.closing.shift_id)
            for path, format_ in files:
                reports.save_shift(
                    connection, facts, format_, path, self._station.settings.text("station_name")
                )
        self._tell(Step.REPORT, True, files=[str(path) for path, _ in files])

    def _sign_out(self) -> None:
        if self._codes:
            self._tell(
                Step.SIGN_OUT, False, problem="The shift stays open; run close-shift again when it is settled"
            )
            return
        self._station.sign_out()
        self._tell(Step.SIGN_OUT, True)

    def _tell(self, step: Step, ok: bool, **found: Any) -> None:
        if self._plain:
            typer.echo(json.dumps({"step": step, "ok": ok, **found}, ensure_ascii=False))
        else:
            typer.echo(_line(step, ok, found))
        if problem := found.get("problem"):
            say(f"{step}: {problem}.")


def _line(step: Step, ok: bool, found: dict[str, Any]) -> str:
    """A step for a person: its name, whether it went well, its figures."""
    figures = [
        f"{value} {name.replace('_', ' ')}"
        for name, value in found.items()
        if isinstance(value, int) and not isinstance(value, bool)
    ]
    counters = [
        f"{one['certificate_no']}: {one['before']} -> {one['after']}, "
        f"change {one['change']} = {one['confirmed_here']} here + {one['elsewhere']} elsewhere"
        for one in found.get("counters", ())
    ]
    written = [str(file) for file in found.get("files", ())]
    said = "; ".join(part for part in (", ".join(figures), *counters, *written) if part)
    return f"{step.value.replace('_', ' '):15} {'done' if ok else 'OPEN':5} {said}"


def _problem(error: StationError | None) -> dict[str, str]:
    return {} if error is None else {"problem": f"{error.title}. {error.message.rstrip('.')}"}


def _gained(before: Any, after: Standing, state: ReplacementState) -> int:
    return int(after.tally[state] - before[state])


def _format(path: Path) -> reports.Format:
    """By the end of the file's name. Raises `UsageError`."""
    try:
        return reports.Format(path.suffix.lower().lstrip("."))
    except ValueError:
        known = ", ".join(f".{one}" for one in reports.Format)
        raise UsageError(f"{path} ends in none of {known}.", title="No such kind of report") from None
