"""Papers of the window without widgets: asked for, made off the Qt thread, then printed or written into a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLocale

from station.errors import DataFolderError, StationError, UsageError
from station.papers.paper_size import PaperSize
from ui.tasks import LOCAL, Tasks

translate = QCoreApplication.translate

Print = Callable[[bytes], object]
"""Puts a PDF on the printer that was chosen. Raises `UsageError` when it takes nothing."""


@dataclass(frozen=True)
class Paper:
    """`make` gives the PDF and may take a while; it is called in `lane`, once it is sure where the paper goes.

    A `private` file can be read by its owner alone.
    """

    title: str
    file_name: str
    make: Callable[[], bytes]
    private: bool = False
    lane: str = LOCAL


@dataclass(frozen=True)
class Made:
    """What has become of a paper, in words; `file` is None when it was printed."""

    words: str
    file: Path | None = None


class PapersView(Protocol):
    def ask_way(
        self, title: str, file_name: str, to_file: Callable[[Path], None], to_printer: Callable[[Print], None]
    ) -> None: ...
    def ask_printer(self, title: str, chosen: Callable[[Print], None]) -> None: ...


class PaperDesk:
    """`offer` asks whether to print or to save; `print` goes straight to the printer."""

    def __init__(self, tasks: Tasks, view: PapersView) -> None:
        self._tasks, self._view = tasks, view

    def offer(
        self, paper: Paper, done: Callable[[Made], None], failed: Callable[[StationError], None]
    ) -> None:
        """`done` or `failed` is called once; neither when the person does not want it after all."""
        self._view.ask_way(
            paper.title,
            paper.file_name,
            lambda file: self._save(paper, file, done, failed),
            lambda put: self._print(paper, put, done, failed),
        )

    def print(
        self, paper: Paper, done: Callable[[Made], None], failed: Callable[[StationError], None]
    ) -> None:
        """As `offer`, for a place that has a button of its own for files."""
        self._view.ask_printer(paper.title, lambda put: self._print(paper, put, done, failed))

    def _save(
        self,
        paper: Paper,
        file: Path,
        done: Callable[[Made], None],
        failed: Callable[[StationError], None],
    ) -> None:
        def work() -> None:
            _write(file, b"", private=paper.private)  # before what the paper replaces becomes void
            _write(file, paper.make(), private=paper.private)

        words = translate("Papers", "Saved: %1").replace("%1", str(file))
        self._tasks.run(work, lambda _none: done(Made(words, file)), failed, lane=paper.lane)

    def _print(
        self,
        paper: Paper,
        put: Print,
        done: Callable[[Made], None],
        failed: Callable[[StationError], None],
    ) -> None:
        def made(pdf: bytes) -> None:
            try:
                put(pdf)
            except UsageError as error:
                failed(error)
            else:
                done(Made(translate("Papers", "Sent to the printer.")))

        self._tasks.run(paper.make, made, failed, lane=paper.lane)


def paper_size() -> PaperSize:
    """What printers of this country hold."""
    us = QLocale.MeasurementSystem.ImperialUSSystem
    return PaperSize.LETTER if QLocale.system().measurementSystem() is us else PaperSize.A4


def _write(file: Path, pdf: bytes, *, private: bool) -> None:
    """Raises `DataFolderError`."""
    mode = 0o600 if private else 0o666
    try:
        with open(file, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as opened:
            opened.write(pdf)
    except OSError as error:
        raise DataFolderError(
            f"{file} cannot be written ({error.strerror}). Choose another place.", title="Not saved"
        ) from error
