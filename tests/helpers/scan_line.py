"""A whole place of work, made once for many tests: sandbox, station, window, scanner on a serial line, ears."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from drivers.registry import open_scanner
from station.assembly import Station
from station.model import Link, Replacement
from station.rights import Role
from station.sandbox import certificates, devices
from station.sandbox.clock import wall_ms
from station.sandbox.database import Database
from tests.helpers.desk_driver import dialog
from tests.helpers.pty_scanner import PtyScanner
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import NO_KEYRING, ShiftedClock, form_of
from ui.app import start
from ui.people.pin_dialog import PinDialog
from ui.scan.scan_views import Notice, PanelView, ScanView
from ui.sound_side import sounding
from ui.sounds.events import Sound, SoundState
from ui.station_window import StationWindow

WITHIN_MS = 20_000
PIN = "1234"
KNOWN = "CERT-000004"
"""A certificate of the sandbox from its first day; those that tests make are for the same pair of PIDs."""
EVERYTHING = [{"effect": "drop_before", "path": "/"}]
"""The fault of a platform that cannot be reached."""


@dataclass
class ScanLine:
    """`qtbot` is the test's own; what was `heard` is in order."""

    station: Station
    window: StationWindow
    sandbox: SandboxProcess
    scanner: PtyScanner
    clock: ShiftedClock
    units: Iterator[str]
    heard: list[Sound] = field(default_factory=list)
    qtbot: QtBot | None = None

    @property
    def view(self) -> ScanView:
        return self.window.operator.presenter.view()

    @property
    def panel(self) -> PanelView:
        return self.view.panel

    def until(self, so: Callable[[], object]) -> None:
        assert self.qtbot is not None
        self.qtbot.waitUntil(lambda: bool(so()), timeout=WITHIN_MS)

    def good(self, count: int = 1) -> list[str]:
        """So many units that no test has had."""
        return [next(self.units) for _ in range(count)]

    def scan(self, *labels: str) -> None:
        self.scanner.send("".join(f"{label}\r" for label in labels).encode())

    def take(self, *units: str) -> None:
        """Scan units that are accepted, and wait until the last one is shown."""
        self.scan(*units)
        self.until(lambda: (self.panel.word, self.panel.label) == ("OK", units[-1]))

    def shows(self, word: str, label: str | None = None) -> PanelView:
        self.until(lambda: self.panel.word == word and label in (None, self.panel.label))
        return self.panel

    def notice(self, word: str) -> Notice | None:
        """The full-width line that has this in its words."""
        return next((notice for notice in self.view.notices if word in notice.word), None)

    def told(self, word: str) -> Notice:
        """The same, as soon as it is there."""
        self.until(lambda: self.notice(word))
        found = self.notice(word)
        assert found is not None
        return found

    def hears(self, *sounds: Sound) -> None:
        """Exactly these were heard since `listen`, in whatever order they could be told apart."""
        self.until(lambda: len(self.heard) >= len(sounds))
        assert sorted(self.heard) == sorted(sounds)

    def listen(self) -> None:
        self.heard.clear()

    @property
    def counted(self) -> tuple[int, int]:
        """Units of the shift and those set aside, by the ledger."""
        numbers = self.station.overview()
        return numbers.shift.scanned, numbers.set_aside

    def figure(self, caption: str) -> str:
        """One number of the counters on the page."""
        return next(figure.value for figure in self.view.counters.figures if figure.caption == caption)

    def certificate(self, total: int, used: int = 0) -> str:
        """A fresh approved certificate for the known pair."""
        known = self.station.session.cached_certificate(KNOWN)
        assert known is not None
        made = self.station.apply(known.original_pid, known.new_pid, total, "test").certificate_no
        with Database(self.sandbox.data_dir).writing() as conn:
            certificates.audit(conn, made, "approved", "", wall_ms())
            conn.execute("UPDATE certificates SET used = ? WHERE certificate_no = ?", (used, made))
        self.station.fetch_certificates()
        return made

    def work_under(self, number: str) -> None:
        """Take a certificate up as a command would; the page follows."""
        self.station.choose_certificate(number)
        self.window.operator.feed.ask()
        self.until(lambda: self.view.job.certificate == number)

    def platform_says(self, sql: str, *values: object) -> None:
        """Change the platform's own file, and let the station look at its certificate at once."""
        with Database(self.sandbox.data_dir).writing() as conn:
            conn.execute(sql, values)
        self.clock.shift_ms += 21_000
        self.station.sync.try_now()

    def hold_back(self, seconds: float) -> None:
        self.station.settings.set("hold_back_s", seconds)

    def go_offline(self) -> None:
        self.sandbox.set_faults(EVERYTHING)

    def come_back(self) -> None:
        self.sandbox.set_faults([])
        self.until(self._online)

    def _online(self) -> bool:
        self.station.sync.try_now()
        return self.station.sync.link.link is Link.ONLINE

    def asked_again(self) -> Replacement:
        """The newest row, and no wait for the end of a back-off."""
        self.station.sync.try_now()
        return self.station.rows(limit=1)[0]

    def allow(self) -> None:
        """A supervisor types the PIN."""
        assert self.qtbot is not None
        shown = dialog(self.qtbot, PinDialog)
        QTest.keyClicks(shown, PIN)
        shown.who.pad.yes.click()

    def acknowledge(self) -> None:
        """One press; a supervisor's PIN where a stop needs it."""
        before, stop = self.view.to_acknowledge, self.window.operator.presenter.stop
        self.window.operator.page.buttons.acknowledge.click()
        if stop is not None:
            self.allow()
        self.until(lambda: self.view.to_acknowledge < before)

    def clean_up(self) -> None:
        """Ready for the next test: online, nothing pinned, nothing heard."""
        self.hold_back(0.0)
        self.come_back()
        while self.view.to_acknowledge:
            self.acknowledge()
        self.listen()


@contextmanager
def scan_line(sandbox: SandboxProcess, folder: Path, **settings: object) -> Iterator[ScanLine]:
    """The place with one supervisor (Anna), a certificate in hand, everything ready to scan."""
    station_folder, clock = folder / "station", ShiftedClock()
    station_folder.mkdir(parents=True, exist_ok=True)
    values = {"hold_back_s": 0.0, "sync_interval_s": 0.05, "share": 0, "connect_timeout_s": 2.0, **settings}
    (station_folder / "settings.json").write_text(json.dumps(values))
    scanner = PtyScanner(folder / "scanner")
    scanner.plug()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHON_KEYRING_BACKEND", NO_KEYRING)
        patch.setenv("PULSE_SERVER", f"unix:{folder}/nowhere")
        patch.setenv("PIPEWIRE_REMOTE", f"{folder}/nowhere")
        with Station.open(station_folder, clock=clock) as station:
            station.sign_in(form_of(sandbox.ready))
            station.fetch_certificates()
            station.choose_certificate(KNOWN)
            station.people.add("Anna", Role.SUPERVISOR, pin=PIN)
            serial = open_scanner(f"serial:{scanner.link}")
            with start(station, [serial]) as running, sounding(station.settings, running.window) as side:
                line = ScanLine(station, running.window, sandbox, scanner, clock, _units(sandbox))
                patch.setattr(side.speaker, "play", line.heard.append)
                running.window.resize(1280, 800)
                running.window.show()
                _wait(lambda: [report.health for report in running.scanners.values()] == ["ready"])
                _wait(lambda: side.speaker.state is not SoundState.STARTING)
                _wait(lambda: station.sync.link.link is Link.ONLINE)
                yield line
    scanner.unplug()


def _wait(so: Callable[[], bool]) -> None:
    until = time.monotonic() + WITHIN_MS / 1000
    while not so():
        assert time.monotonic() < until
        QTest.qWait(5)


def _units(sandbox: SandboxProcess) -> Iterator[str]:
    with Database(sandbox.data_dir).reading() as conn:
        found = devices.serial_numbers(conn, certificates.load(conn, KNOWN), "replaceable", 1000)
    return iter(found)


def units_of_kind(sandbox: SandboxProcess, kind: str, count: int) -> list[str]:
    """SNs of the known certificate that the platform would treat as `kind` says."""
    with Database(sandbox.data_dir).reading() as conn:
        return devices.serial_numbers(conn, certificates.load(conn, KNOWN), kind, count)
