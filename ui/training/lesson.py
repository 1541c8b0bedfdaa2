"""One training from the opening of the window to its end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from station import training
from station.assembly import Station
from station.cli.training_folder import TrainingFolder
from station.errors import ExitCode
from station.session import SignInForm
from station.settings import SETTINGS, Settings
from station.store import facts
from ui.app import Running, quit_on_signals, start
from ui.sound_side import sounding
from ui.training.marking import mark

_NOT_TAKEN_OVER = frozenset({"station_name", "sn_rules", "ca_bundle", "replacement_prefix"})
"""Settings that belong to the real station's name, products or platform."""


def hold(real: Path) -> int:
    """Train until the window is closed. Raises `StationError` when something does not start."""
    with lesson(real) as (station, running), sounding(station.settings, running.window):
        quit_on_signals()
        running.window.showMaximized()
        QApplication.exec()
    return ExitCode.GOOD


@contextmanager
def lesson(real: Path) -> Iterator[tuple[Station, Running]]:
    """A marked window at work, signed in at a sandbox of its own; `real` is the data folder beside which it lives."""
    folder = TrainingFolder(real)
    with Station.open(
        folder.station
    ) as station:  # first: a second training must not touch the first one's sandbox
        sandbox = folder.start_sandbox()
        try:
            _prepare(station, Settings(real / "settings.json"))
            ready = sandbox.ready
            keys = ("base_url", "client_id", "client_secret", "username", "password")
            station.sign_in(SignInForm(*(ready[key] for key in keys)))
            station.fetch_certificates()
            with start(station, addresses=station.settings.text("scanners").split()) as running:
                mark(running.window)
                yield station, running
        finally:
            sandbox.stop()


def _prepare(station: Station, real: Settings) -> None:
    """Look, sounds, scanners and rules of work as in the real station; its name says that this is training."""
    for setting in SETTINGS:
        if setting.key not in _NOT_TAKEN_OVER and isinstance(setting.default, bool | int | float | str):
            station.settings.set(setting.key, _value(real, setting.key, setting.default))
    station.settings.set("station_name", training.named(real.text("station_name")))
    station.database.write(lambda connection: facts.put(connection, training.FACT, True))


def _value(real: Settings, key: str, default: bool | float | str) -> bool | float | str:
    if isinstance(default, str):
        return real.text(key)
    value = real.number(key)
    return type(default)(value)
