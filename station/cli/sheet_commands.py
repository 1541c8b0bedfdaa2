"""Sheets for the printer, as PDF files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from station import training
from station.cli.common import DataDir, folder, open_station, open_to_read, say
from station.cli.people_commands import Name, named
from station.cli.training_folder import TrainingFolder
from station.errors import UnknownCertificate, UsageError
from station.papers.card_words import Language
from station.papers.paper_size import PaperSize
from station.session import stored_account
from station.settings import Settings
from station.store import certificates, job_tags

sheets_app = typer.Typer(help="Sheets to print, as PDF files.", add_completion=False, no_args_is_help=True)

Out = Annotated[Path, typer.Option(help="PDF file to write; an older one is replaced.")]
Size = Annotated[PaperSize, typer.Option(help="Paper in the printer.")]


@sheets_app.callback()
def sheets() -> None:
    """Sheets to print, as PDF files."""


@sheets_app.command("scanner-test")
def scanner_test(ctx: typer.Context, out: Out, size: Size = PaperSize.A4, data_dir: DataDir = None) -> None:
    """Codes that show what is wrong with a scanner; the window's page Scanners reads them."""
    from station.papers.scanner_test_sheet import scanner_test_sheet  # noqa: PLC0415 - reportlab takes a while

    write(
        out, scanner_test_sheet(Settings(folder(ctx, data_dir) / "settings.json").text("station_name"), size)
    )


@sheets_app.command()
def commands(
    ctx: typer.Context,
    out: Out,
    size: Size = PaperSize.A4,
    revoke: Annotated[
        bool, typer.Option("--revoke", help="All sheets before command nothing any more.")
    ] = False,
    data_dir: DataDir = None,
) -> None:
    """Codes for the scanner: undo, acknowledge, lock. They command this station only."""
    from station.papers.command_sheet import command_sheet  # noqa: PLC0415 - reportlab takes a while

    with open_station(ctx, data_dir) as station:
        codes = station.people.new_sheet(revoke_others=revoke)
        write(out, command_sheet(codes, station.settings.text("station_name"), size))


@sheets_app.command()
def badge(
    ctx: typer.Context, name: Name, out: Out, size: Size = PaperSize.A4, data_dir: DataDir = None
) -> None:
    """A badge for somebody of this station; the badges before are void."""
    from station.papers.badge_sheet import badge_sheet  # noqa: PLC0415 - reportlab takes a while

    with open_station(ctx, data_dir) as station:
        person = named(station.people, name)
        code = station.people.new_badge(person.person_id)
        station_name = station.settings.text("station_name")
        write(out, badge_sheet(person.name, person.role.capitalize(), code, station_name, size))


@sheets_app.command("job-card")
def job_card(
    ctx: typer.Context,
    no: Annotated[str, typer.Argument(metavar="NO", help="Certificate number.")],
    out: Out,
    size: Size = PaperSize.A4,
    data_dir: DataDir = None,
) -> None:
    """The card that goes with the units of a certificate: its pair of PIDs, and a code to compare with the station."""
    from station.papers.job_card import job_card as sheet_of  # noqa: PLC0415 - reportlab takes a while

    with open_to_read(ctx, data_dir).read() as connection:
        account = stored_account(connection)
        certificate = certificates.find(connection, account.key if account else "", no)
        tag = job_tags.get(connection, no)
    if certificate is None:
        raise UnknownCertificate(no)
    name = Settings(folder(ctx, data_dir) / "settings.json").text("station_name")
    write(out, sheet_of(certificate, tag, name, size))


@sheets_app.command("operator-card")
def operator_card(
    ctx: typer.Context,
    out: Out,
    language: Annotated[Language, typer.Option(help="Language of the card.")] = Language.ENGLISH,
    size: Size = PaperSize.A4,
    data_dir: DataDir = None,
) -> None:
    """One page for the wall of the station: what each result means and what to do."""
    from station.papers.operator_card import operator_card as card_of  # noqa: PLC0415 - reportlab takes a while

    name = Settings(folder(ctx, data_dir) / "settings.json").text("station_name")
    write(out, card_of(name, language, size))


@sheets_app.command("training-units")
def training_units(ctx: typer.Context, out: Out, size: Size = PaperSize.A4, data_dir: DataDir = None) -> None:
    """Labels of units to practise with in the training, good ones and wrong ones."""
    from station.cli.training_labels import how, labels  # noqa: PLC0415 - reportlab takes a while
    from station.papers.unit_labels import unit_labels  # noqa: PLC0415

    real = folder(ctx, data_dir)
    training_folder = TrainingFolder(real)
    name = training.named(Settings(real / "settings.json").text("station_name"))
    practice = training_folder.practice()
    write(out, unit_labels("Units to practise with", how(practice), labels(training_folder), name, size))


def write(out: Path, pdf: bytes) -> None:
    """Write a sheet and say so. Raises `UsageError` when the file cannot be written."""
    try:
        out.write_bytes(pdf)
    except OSError as error:
        raise UsageError(
            f"{out} cannot be written ({error.strerror}). Name another file with --out."
        ) from error
    say(f"Written: {out}")
