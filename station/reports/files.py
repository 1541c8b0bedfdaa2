"""Reports as files: a file is there as a whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from station import training
from station.errors import UsageError
from station.model import Replacement, ReplacementState
from station.reports import csv_file, json_file
from station.reports.facts import ShiftFacts
from station.reports.speech import ENGLISH, Speech
from station.store import ledger, shift_totals

_FOR_A_PERSON = frozenset({ReplacementState.REFUSED, ReplacementState.PARKED})


class Format(StrEnum):
    """PDF is for people: the sums and the units that somebody has to see to. The others have every unit."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


def save_shift(
    connection: sqlite3.Connection,
    facts: ShiftFacts,
    format_: Format,
    file: Path,
    station_name: str = "",
    speech: Speech = ENGLISH,
) -> None:
    """Write the report of a shift. Raises `UsageError` when the file cannot be written."""
    rows = ledger.of_shift(connection, facts.shift_id)
    match format_:
        case Format.JSON:
            _save(file, lambda out: json_file.write(facts, rows, out))
        case Format.CSV:
            _save(file, lambda out: csv_file.write(rows, out, marked=facts.training))
        case Format.XLSX:
            from station.reports import xlsx_file  # noqa: PLC0415 - openpyxl takes a while

            _save(file, lambda out: xlsx_file.write(rows, out, facts, marked=facts.training))
        case Format.PDF:
            pdf = shift_pdf(connection, facts, station_name, speech)
            _save(file, lambda out: out.write(pdf))


def save_rows(rows: Iterable[Replacement], format_: Format, file: Path, *, marked: bool = False) -> None:
    """Write a list of units as CSV or XLSX. Raises `UsageError` when the file cannot be written."""
    if format_ is Format.CSV:
        _save(file, lambda out: csv_file.write(rows, out, marked=marked))
        return
    from station.reports import xlsx_file  # noqa: PLC0415 - openpyxl takes a while

    _save(file, lambda out: xlsx_file.write(rows, out, marked=marked))


def shift_pdf(
    connection: sqlite3.Connection, facts: ShiftFacts, station_name: str, speech: Speech = ENGLISH
) -> bytes:
    """The report of a shift for people."""
    from station.reports import pdf_file  # noqa: PLC0415 - reportlab takes a while

    name = training.named(station_name) if facts.training else station_name
    rows = shift_totals.in_states(connection, facts.shift_id, _FOR_A_PERSON)
    return pdf_file.shift_pdf(facts, rows, name, speech)


def _save(file: Path, write: Callable[[BinaryIO], object]) -> None:
    """Beside its place first and then under its name, so that nobody finds half a report; a device as it is."""
    beside = (
        file if file.exists() and not file.is_file() else file.with_name(f".{file.name}.{os.getpid()}.part")
    )
    try:
        try:
            with beside.open("wb") as out:
                write(out)
            if beside != file:
                beside.replace(file)
        except BaseException:
            if beside != file:
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(
            f"{file} cannot be written ({error.strerror or error}). Choose another place or name.",
            title="The file was not written",
        ) from error
