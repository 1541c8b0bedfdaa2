"""What a supervisor does about rows that need a person: retry, void, requeue."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from station.assembly import Station
from station.cli.common import AsJson, DataDir, open_station, print_rows, say
from station.errors import ExitCode, UsageError
from station.model import ReplacementState
from station.supervision import Act

Items = Annotated[list[str] | None, typer.Argument(metavar="ITEM...", help="Item ids, as queue lists them.")]
Reason = Annotated[str, typer.Option(help="Why; it is kept in the journal.")]
By = Annotated[str, typer.Option(help="Who decides; the operator of the station without.")]

_COLUMNS = ("item_id", "sn", "state", "done", "problem")


def retry(
    ctx: typer.Context,
    reason: Reason,
    items: Items = None,
    all_parked: Annotated[
        bool, typer.Option("--all-parked", help="Every parked row of the account.")
    ] = False,
    by: By = "",
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Put parked rows back into the outbox; the next sync sends them under their old item ids."""
    if bool(items) == all_parked:
        raise UsageError("Name the items, or all of them with --all-parked.")
    with open_station(ctx, data_dir) as station:
        chosen = items or [row.item_id for row in station.rows(ReplacementState.PARKED, limit=-1)]
        acts = station.supervision.retry(chosen, by or station.session.operator, reason)
    _tell(acts, as_json=as_json)


def void(
    ctx: typer.Context,
    reason: Reason,
    items: Items = None,
    by: By = "",
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """End parked rows, and rows that were never sent, as not to be done."""
    with open_station(ctx, data_dir) as station:
        acts = station.supervision.void(_named(items), by or station.session.operator, reason)
    _tell(acts, as_json=as_json)


def requeue(
    ctx: typer.Context,
    certificate: Annotated[str, typer.Option(help="Number of the certificate to use now.")],
    items: Items = None,
    reason: Reason = "",
    by: By = "",
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Queue refused units again under another certificate, each as a new item."""
    with open_station(ctx, data_dir) as station:
        who = by or station.session.operator
        acts = [_requeued(station, item_id, certificate, who, reason) for item_id in _named(items)]
    _tell(acts, as_json=as_json)


def _requeued(station: Station, item_id: str, certificate: str, who: str, reason: str) -> Act:
    """One unit that cannot be queued again stops no other."""
    try:
        return Act(item_id, station.supervision.requeue(item_id, certificate, who, reason))
    except UsageError as error:
        return Act(item_id, None, str(error))


def _named(items: list[str] | None) -> list[str]:
    if not items:
        raise UsageError("Name the items; see: pid-station queue")
    return items


def _tell(acts: Iterable[Act], *, as_json: bool) -> None:
    """A line for each item; exit 5 when something is left for a person. `new_item_id` where a unit has a new row."""
    documents = [_document(act) for act in acts]
    print_rows(documents, _COLUMNS, as_json=as_json)
    left = sum(not document["done"] for document in documents)
    if left:
        say(f"{left} of {len(documents)} could not be done; the reason stands beside each.")
        raise typer.Exit(ExitCode.NEEDS_A_PERSON)


def _document(act: Act) -> dict[str, object]:
    row = act.row
    return {
        "item_id": act.item_id,
        "sn": row.sn if row else None,
        "certificate_no": row.certificate_no if row else None,
        "state": row.state if row else None,
        "done": not act.problem,
        "problem": act.problem,
        "new_item_id": row.item_id if row and row.item_id != act.item_id else None,
    }
