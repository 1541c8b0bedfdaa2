"""`pid-station sandbox`: the stand-in platform, its practice SNs and its auditor."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import platformdirs
import typer

from station.sandbox import certificates, devices
from station.sandbox.clock import wall_ms
from station.sandbox.database import Database
from station.sandbox.errors import PlatformError

EXIT_USAGE = 2
EXIT_MACHINE = 6
DATA_DIR_VARIABLE = "PID_STATION_DATA_DIR"

sandbox_app = typer.Typer(
    help="A stand-in for the platform on this machine: everything can be tried without an account.",
    invoke_without_command=True,
)


class Kind(StrEnum):
    """What the listed SNs are good for: each kind gives another answer when it is scanned."""

    REPLACEABLE = "replaceable"
    ACTIVATED = "activated"
    LOCKED = "locked"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Options:
    """What stands before the sub-command."""

    data_dir: Path | None


DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", help=f"Folder of the state (or {DATA_DIR_VARIABLE}).", file_okay=False),
]
Remark = Annotated[str, typer.Option("--remark", help="Shown with the certificate.")]
CertificateNo = Annotated[str, typer.Argument(metavar="NO", help="Certificate number.")]


def _fail(message: str, code: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)


def _folder(ctx: typer.Context, data_dir: Path | None) -> Path:
    before = ctx.obj.data_dir if isinstance(ctx.obj, Options) else None
    environment = os.environ.get(DATA_DIR_VARIABLE)
    chosen = data_dir or before or (Path(environment) if environment else None)
    return chosen or Path(platformdirs.user_data_dir("pid-station"))


def _existing(ctx: typer.Context, data_dir: Path | None) -> Database:
    folder = _folder(ctx, data_dir)
    db = Database(folder)
    try:
        ready = db.ready()
    except sqlite3.Error as exc:
        _fail(f"The sandbox's file {db.path} cannot be read: {exc}.", EXIT_MACHINE)
    if not ready:
        _fail(
            f"There is no sandbox in {folder}. Start `pid-station sandbox` with this folder first.",
            EXIT_USAGE,
        )
    return db


@sandbox_app.callback()
def serve(
    ctx: typer.Context,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port on 127.0.0.1; 0 = any free one.")] = 0,
    data_dir: DataDir = None,
    products: Annotated[int, typer.Option(min=2, max=10_000, help="Products of a new sandbox.")] = 40,
    devices: Annotated[
        int, typer.Option(min=1, max=1_000_000, help="Replaceable devices per certificate of a new sandbox.")
    ] = 1200,
    seed: Annotated[int, typer.Option(help="The same seed gives the same new sandbox.")] = 1,
    faults: Annotated[
        Path | None, typer.Option(help="JSON file of faults; read again whenever it changes.", dir_okay=False)
    ] = None,
) -> None:
    """Run the stand-in platform until Ctrl-C; prints one JSON line with address and sign-in when it is ready."""
    if ctx.invoked_subcommand is not None:
        ctx.obj = Options(data_dir)
        return
    try:
        from station.sandbox import server  # noqa: PLC0415 (an extra: the other commands work without it)
    except ModuleNotFoundError as exc:
        _fail(
            f"The sandbox needs the package {exc.name}. Install it with: pip install 'pid-station[sandbox]'",
            EXIT_USAGE,
        )
    folder = _folder(ctx, data_dir)
    try:
        server.run(folder, port, products, devices, seed, faults)
    except server.PortTakenError as exc:
        _fail(
            f"The sandbox did not start: {exc}. Choose another with --port, or 0 for any free one.",
            EXIT_MACHINE,
        )
    except (OSError, sqlite3.Error) as exc:
        _fail(f"The sandbox cannot use the folder {folder}: {exc}.", EXIT_MACHINE)


@sandbox_app.command()
def sns(
    ctx: typer.Context,
    certificate: Annotated[str, typer.Option("--certificate", help="Certificate number.")],
    count: Annotated[int, typer.Option("--count", min=1, help="How many.")] = 10,
    kind: Annotated[
        Kind, typer.Option("--kind", help="What the platform will say of them.")
    ] = Kind.REPLACEABLE,
    data_dir: DataDir = None,
) -> None:
    """Print serial numbers to scan for a certificate, one a line."""
    try:
        with _existing(ctx, data_dir).reading() as conn:
            found = devices.serial_numbers(conn, certificates.load(conn, certificate), kind, count)
    except PlatformError:
        _fail(f"The sandbox has no certificate {certificate}.", EXIT_USAGE)
    for sn in found:
        typer.echo(sn)
    if len(found) < count:
        typer.echo(
            f"Only {len(found)} {kind} SNs are left for {certificate}, {count} were asked for.", err=True
        )


def _audit(ctx: typer.Context, data_dir: Path | None, certificate_no: str, status: str, remark: str) -> None:
    try:
        with _existing(ctx, data_dir).writing() as conn:
            certificates.settle_due(conn, wall_ms())
            certificates.audit(conn, certificate_no, status, remark, wall_ms())
    except PlatformError:
        _fail(f"The sandbox has no certificate {certificate_no}.", EXIT_USAGE)
    except certificates.AuditRefusedError as exc:
        _fail(f"Nothing was changed: {exc}.", EXIT_USAGE)
    typer.echo(f"{certificate_no} is {status}.", err=True)


@sandbox_app.command()
def approve(ctx: typer.Context, no: CertificateNo, remark: Remark = "", data_dir: DataDir = None) -> None:
    """Approve a pending certificate."""
    _audit(ctx, data_dir, no, "approved", remark)


@sandbox_app.command()
def reject(ctx: typer.Context, no: CertificateNo, remark: Remark = "", data_dir: DataDir = None) -> None:
    """Reject a pending certificate."""
    _audit(ctx, data_dir, no, "rejected", remark)


@sandbox_app.command()
def revoke(ctx: typer.Context, no: CertificateNo, remark: Remark = "", data_dir: DataDir = None) -> None:
    """Revoke an approved certificate; its leases become void, what is done stays done."""
    _audit(ctx, data_dir, no, "revoked", remark)
