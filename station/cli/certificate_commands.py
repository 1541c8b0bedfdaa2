"""Products and certificates: what may be replaced by what."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from station.cli.common import AsJson, DataDir, open_station, open_to_read, print_rows, say
from station.errors import UsageError
from station.model import AuditStatus, Certificate
from station.session import stored_account
from station.store import certificates as cache

_PRODUCT_COLUMNS = ("product_id", "name", "protocol", "firmware_type", "dev_status", "replaceable", "why_not")
_CERTIFICATE_COLUMNS = (
    "original_pid",
    "new_pid",
    "replaced",
    "audit_status",
    "certificate_no",
    "applicant",
    "left",
    "expires_at",
)
CertificateNo = Annotated[str, typer.Argument(metavar="NO", help="Certificate number.")]


def products(ctx: typer.Context, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """List the account's products and whether their PID can be replaced."""
    with open_station(ctx, data_dir) as station:
        rows = [asdict(product) for product in station.fetch_products()]
    print_rows(rows, _PRODUCT_COLUMNS, as_json=as_json)


def certificates(
    ctx: typer.Context,
    status: Annotated[AuditStatus | None, typer.Option(help="Only those in this audit state.")] = None,
    cached: Annotated[bool, typer.Option("--cached", help="As last seen; the network is not used.")] = False,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """List the certificates: original PID, new PID, how many are replaced of how many, audit status."""
    found = _cached(ctx, data_dir) if cached else _fetched(ctx, data_dir)
    rows = [_document(item) for item in found if status is None or item.audit_status is status]
    print_rows(rows, _CERTIFICATE_COLUMNS, as_json=as_json)


def apply(
    ctx: typer.Context,
    original_pid: Annotated[str, typer.Option(help="PID burned in at the factory.")],
    new_pid: Annotated[str, typer.Option(help="PID the units shall have.")],
    quantity: Annotated[int, typer.Option(min=1, help="How many units.")],
    reason: Annotated[str, typer.Option(help="Tells the auditors what it is for.")],
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Apply for a certificate; it can be used when it is approved."""
    if original_pid == new_pid:
        raise UsageError("Original and new PID are the same. Name two different products.")
    with open_station(ctx, data_dir) as station:
        made = station.apply(original_pid, new_pid, quantity, reason)
    print_rows([_document(made)], _CERTIFICATE_COLUMNS, as_json=as_json)


def use(ctx: typer.Context, no: CertificateNo, data_dir: DataDir = None) -> None:
    """Choose the certificate that scans count towards."""
    with open_station(ctx, data_dir) as station:
        cached = station.session.cached_certificate(no)
        if cached is None or not cached.open:  # approved meanwhile, perhaps
            station.fetch_certificates()
        chosen = station.choose_certificate(no)
    say(f"Scans now change {chosen.original_pid} to {chosen.new_pid} under {chosen.certificate_no}.")


def _fetched(ctx: typer.Context, data_dir: DataDir) -> list[Certificate]:
    with open_station(ctx, data_dir) as station:
        return station.fetch_certificates()


def _cached(ctx: typer.Context, data_dir: DataDir) -> list[Certificate]:
    with open_to_read(ctx, data_dir).read() as connection:
        account = stored_account(connection)
        return cache.every(connection, account.key if account else "")


def _document(item: Certificate) -> dict[str, object]:
    left = max(0, item.quota_total - item.quota_used - item.quota_reserved)
    return {**asdict(item), "replaced": f"{item.quota_used}/{item.quota_total}", "left": left}
