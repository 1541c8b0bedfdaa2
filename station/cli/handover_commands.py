"""`export` and `import`: rows that travel by a signed file, receipts, and labels out of a scanner's memory."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from station import memory_dump, queue_file
from station.assembly import Station
from station.cli.common import AsJson, DataDir, open_station, print_json, say
from station.cli.scan_command import certificate_for
from station.errors import ExitCode, UsageError
from station.handover.arriving import Fate, Imported
from station.handover.leaving import Exported
from station.model import Label, ScanOutcome, Verdict
from station.reports import row_document
from station.serial_numbers import visible

_WHY_STAYED = {
    "sending": "sent without an answer yet: pid-station sync asks about them",
    "in_doubt": "sent without an answer yet: pid-station sync asks about them",
    "parked": "for a supervisor: pid-station queue --state parked",
    "beyond_one_file": "beyond what fits into one file: export them into another file",
    "other_accounts": "of other accounts: sign in as these to hand them over",
}
_FATES = {
    Fate.TAKEN: "taken over; pid-station sync sends them",
    Fate.TAKEN_BACK: "taken back; pid-station sync sends them",
    Fate.ALREADY_HERE: "are here already",
    Fate.REFUSED: "refused",
    Fate.TAKEN_THERE: "have been taken over there",
    Fate.UNKNOWN: "never left here by that file",
}


def export(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="New file to write; one that exists is not overwritten.")],
    again: Annotated[
        bool, typer.Option("--again", help="Write what is handed over already once more: a lost file.")
    ] = False,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Hand over what waits: a signed file that another station of the same account imports and sends."""
    with open_station(ctx, data_dir) as station:
        exported = station.leaving.export(file, again=again)
    if as_json:
        print_json(_export_document(exported))
    else:
        _tell_export(exported)
    if exported.left_behind:
        raise typer.Exit(ExitCode.NEEDS_A_PERSON)


def import_(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="Queue file, receipt, or a scanner's memory dump.")],
    certificate: Annotated[
        str | None, typer.Option(help="Certificate for the labels of a memory dump.")
    ] = None,
    receipt: Annotated[
        Path | None, typer.Option(help="Receipt to write for a queue file; FILE.receipt without.")
    ] = None,
    dry: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; take nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask at a terminal.")] = False,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Take over a queue file, a receipt for one, or the labels in a scanner's memory. Any of them may come twice."""
    data = _read(file)
    ask = sys.stdin.isatty() and not (yes or as_json or dry)
    with open_station(ctx, data_dir) as station:
        if queue_file.is_ours(data) or certificate is None:
            if certificate is not None:
                raise UsageError("A queue file names its certificates itself. Leave --certificate away.")
            target = receipt or file.with_name(f"{file.name}.receipt")
            _import_queue(station, data, None if dry else target, as_json=as_json)
        else:
            _import_dump(station, data, file.name, certificate, dry=dry, ask=ask, as_json=as_json)


def _export_document(exported: Exported) -> dict[str, Any]:
    return {
        "file": str(exported.file) if exported.file else None,
        "exported": len(exported.rows),
        "left_behind": sum(exported.left_behind.values()),
        "why": exported.left_behind,
        "rows": [row_document(row) for row in exported.rows],
    }


def _tell_export(exported: Exported) -> None:
    if exported.file is None:
        say("Nothing waits here that could be handed over; no file was written.")
    else:
        say(
            f"{len(exported.rows)} handed over. Carry {exported.file} to another station, sign in there as the "
            "same account, and import it: pid-station import FILE"
        )
    for why, count in exported.left_behind.items():
        say(f"{count} stay here, {_WHY_STAYED[why]}.")


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(queue_file.MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}). Name another file.") from error
    if len(data) > queue_file.MOST_BYTES:
        raise UsageError(
            f"{file} has more than {queue_file.MOST_BYTES // 1_000_000} MB; no station writes that. "
            "Name another file.",
            title="The file is too large",
        )
    return data


def _import_queue(station: Station, data: bytes, target: Path | None, *, as_json: bool) -> None:
    if target is None:
        _tell_import(station.arriving.preview(data), None, as_json=as_json)
        return
    _check_target(target)
    imported = station.arriving.take_in(data)
    receipt = station.arriving.receipt(imported)
    written = _write_receipt(target, receipt) if receipt else True
    _tell_import(imported, target if receipt and written else None, as_json=as_json)
    if imported.counts[Fate.REFUSED] or not written:
        raise typer.Exit(ExitCode.NEEDS_A_PERSON)


def _check_target(target: Path) -> None:
    """A receipt may replace an older receipt, and nothing else."""
    try:
        old = target.read_bytes()[:1000] if target.exists() else None
    except OSError:
        old = b""
    if old is not None and not old.startswith(f'{{"format":"{queue_file.RECEIPT}"'.encode()):
        raise UsageError(
            f"{target} is there already and is no receipt. Name another with --receipt PATH; nothing was taken.",
            title="The file exists",
        )


def _write_receipt(target: Path, receipt: bytes) -> bool:
    try:
        queue_file.replace_durably(target, receipt)
    except OSError as error:
        say(
            f"The rows are taken, but the receipt {target} cannot be written ({error.strerror or error}). "
            "Import the file again with --receipt PATH; nothing is taken twice."
        )
        return False
    return True


def _tell_import(imported: Imported, receipt: Path | None, *, as_json: bool) -> None:
    if as_json:
        print_json(_import_document(imported, receipt))
        return
    for fate, count in imported.counts.items():
        say(f"{count} {_FATES[fate]}.")
    for arrival in imported.arrivals:
        if arrival.fate is Fate.REFUSED:
            typer.echo(f"{arrival.sn}  {arrival.reason}")
    for number, units in imported.over_quota.items():
        say(
            f"{number} has {units} fewer units left than wait for it: their right was spent where they were "
            "scanned, the platform may refuse the last ones."
        )
    if receipt is not None:
        say(f"Carry the receipt {receipt} back and import it there.")


def _import_document(imported: Imported, receipt: Path | None) -> dict[str, Any]:
    counts = imported.counts
    return {
        "kind": imported.header.format,
        "taken": counts[Fate.TAKEN] + counts[Fate.TAKEN_BACK],
        "already_here": counts[Fate.ALREADY_HERE],
        "refused": counts[Fate.REFUSED],
        "taken_back": counts[Fate.TAKEN_BACK],
        "taken_there": counts[Fate.TAKEN_THERE],
        "unknown": counts[Fate.UNKNOWN],
        "over_quota": imported.over_quota,
        "receipt": str(receipt) if receipt else None,
        "items": [
            {"item_id": arrival.item_id, "sn": arrival.sn, "result": arrival.fate, "reason": arrival.reason}
            for arrival in imported.arrivals
        ],
    }


def _import_dump(
    station: Station, data: bytes, name: str, named: str, *, dry: bool, ask: bool, as_json: bool
) -> None:
    station.intake.must_be_open()
    certificate = certificate_for(station, named)
    texts = memory_dump.labels(data, lambda text: station.intake.reads(text, certificate))
    if not texts:
        raise UsageError(f"{name} holds no label.", title="Nothing to take")
    device = f"import:{visible(name)}"
    labels = [Label(text, device, time.monotonic()) for text in texts]
    if dry or ask:
        outcomes = station.intake.preview(labels, certificate)
        _tell_dump(outcomes, as_json=as_json, dry=True)
        if dry or not typer.confirm("Take them?", err=True):
            return
    outcomes = [
        station.intake.take(label, certificate_no=certificate, filter_bounce=False) for label in labels
    ]
    _tell_dump(outcomes, as_json=as_json, dry=False)
    if any(outcome.verdict is Verdict.NOT_RECORDED for outcome in outcomes):
        say(
            "At least one unit is NOT recorded. Check the disk (pid-station doctor), then import the file again."
        )
        raise typer.Exit(ExitCode.MACHINE)


def _tell_dump(outcomes: Sequence[ScanOutcome], *, as_json: bool, dry: bool) -> None:
    verdicts = Counter(str(outcome.verdict) for outcome in outcomes)
    if as_json:
        print_json(_dump_document(outcomes, verdicts, dry=dry))
        return
    for outcome in outcomes:
        if outcome.verdict is not Verdict.ACCEPTED:
            typer.echo(f"{outcome.verdict:<18} {outcome.sn or outcome.label}  {outcome.reason}".rstrip())
    found = ", ".join(f"{count} {verdict.replace('_', ' ')}" for verdict, count in verdicts.items())
    say(f"{len(outcomes)} labels{' would be' if dry else ''}: {found}.")


def _dump_document(outcomes: Sequence[ScanOutcome], verdicts: Counter[str], *, dry: bool) -> dict[str, Any]:
    taken, known = verdicts[Verdict.ACCEPTED], verdicts[Verdict.DUPLICATE]
    return {
        "kind": "memory dump",
        "dry_run": dry,
        "taken": taken,
        "already_here": known,
        "refused": len(outcomes) - taken - known,
        "verdicts": dict(verdicts),
        "items": [
            {
                "label": outcome.label,
                "sn": outcome.sn,
                "verdict": outcome.verdict,
                "reason": outcome.reason,
                "item_id": None if dry else outcome.item_id,
            }
            for outcome in outcomes
        ],
    }
