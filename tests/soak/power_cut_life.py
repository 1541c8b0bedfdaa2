"""Recordings of the real commands: a station's first day, and one scan of a file by a changed command."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from station.errors import ExitCode
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import NO_KEYRING
from tests.soak.power_cut_disk import Operation, Said
from tests.soak.power_cut_trace import Recorder

UNITS = 16
"""Units of one scanned file."""
_CONFIRMED = re.compile(r'"confirmed": (\d+)')


@dataclass(frozen=True)
class Promise:
    """What the user has been told so far."""

    account: bool = False
    certificate: bool = False
    sns: tuple[str, ...] = ()
    confirmed: int = 0

    def after(self, said: Said) -> Promise:
        """The promise when this has been said as well."""
        match said.command.partition("-")[0]:
            case "login":
                return replace(self, account=self.account or "Signed in as" in said.text)
            case "use":
                return replace(self, certificate=self.certificate or "Scans now change" in said.text)
            case "scan":
                return replace(self, sns=(*self.sns, *_green(said.text)))
            case "sync":
                counts = [int(count) for count in _CONFIRMED.findall(said.text)]
                return replace(self, confirmed=self.confirmed + sum(counts))
        return self


@dataclass(frozen=True)
class Recording:
    """`operations` after the folder was as `start` makes it; `labels` in the order in which they are scanned.

    `faulty`: some of them were not recorded.
    """

    start: list[Operation]
    operations: list[Operation]
    labels: list[str]
    promised: Promise = field(default_factory=Promise)
    faulty: bool = False


class RecordedStation:
    """A station in `work`/station that scans units of one certificate of a running sandbox."""

    def __init__(self, work: Path, sandbox: SandboxProcess) -> None:
        self._work, self._sandbox = work, sandbox
        self._folder = work / "station"
        self._certificate_no = str(sandbox.certificate(room=10 * UNITS)["certificate_no"])
        self._stock = sandbox.sns(self._certificate_no, 6 * UNITS)
        self._scanned: list[str] = []

    def first_day(self) -> Recording:
        """The folder and its database are made, somebody signs in, scans, sends, and scans again."""
        recorder = Recorder(self._folder, self._work)
        station = [sys.executable, "-m", "station"]
        login = [
            "--client-id",
            self._sandbox.ready["client_id"],
            "--username",
            self._sandbox.ready["username"],
        ]
        self._run(recorder, "login", [*station, "login", "--endpoint", self._sandbox.base_url, *login])
        self._run(recorder, "use", [*station, "use", self._certificate_no])
        self._run(recorder, "scan-1", [*station, *self._scan()])
        self._run(recorder, "sync-1", [*station, "sync", "--json"])
        self._run(recorder, "scan-2", [*_changed("often"), *self._scan()])
        self._run(recorder, "sync-2", [*_changed("often"), "sync", "--json"])
        return Recording([], recorder.operations, self._scanned)

    def scan_by(self, change: str) -> Recording:
        """One more file, scanned by a changed command after `first_day`; the folder itself stays as it was."""
        return self._scan_more(change, _changed(change))

    def scan_through(self, first: int, last: int) -> Recording:
        """The same by the real command, while the first to last of its fdatasync calls fail."""
        fault = f"fdatasync:error=EIO:when={first}..{last}"
        return self._scan_more(f"fault-{first}-{last}", (sys.executable, "-m", "station"), fault)

    def _scan_more(self, name: str, command: Sequence[str], fault: str = "") -> Recording:
        before, folder = list(self._scanned), self._folder
        self._folder = self._work / name
        shutil.copytree(folder, self._folder)
        recorder = Recorder(self._folder, self._work)
        self._run(recorder, f"scan-{name}", [*command, *self._scan()], fault)
        shutil.rmtree(self._folder)
        labels, self._scanned, self._folder = self._scanned, before, folder
        promised = Promise(account=True, certificate=True, sns=tuple(before), confirmed=len(before))
        return Recording(recorder.start, recorder.operations, labels, promised, faulty=bool(fault))

    def _scan(self) -> Sequence[str]:
        units = self._stock[len(self._scanned) : len(self._scanned) + UNITS]
        self._scanned = [*self._scanned, *units]
        file = self._work / "labels"
        file.write_text("".join(f"{sn}\n" for sn in units))
        return ("scan", "--input", str(file), "--json")

    def _run(self, recorder: Recorder, name: str, command: Sequence[str], fault: str = "") -> None:
        environment = {
            **os.environ,
            "PYTHON_KEYRING_BACKEND": NO_KEYRING,
            "PID_STATION_DATA_DIR": str(self._folder),
            "PID_STATION_CLIENT_SECRET": self._sandbox.ready["client_secret"],
            "PID_STATION_PASSWORD": self._sandbox.ready["password"],
        }
        code = recorder.run(name, command, environment, fault)
        assert code == 0 or (fault and code == ExitCode.MACHINE), (
            name,
            code,
            (self._work / f"{name}.said").read_text(),
        )


def _changed(change: str) -> Sequence[str]:
    return (sys.executable, "-m", "tests.soak.disk_subject", change)


def _green(text: str) -> list[str]:
    verdicts = [json.loads(line) for line in text.splitlines() if line.startswith("{")]
    return [str(verdict["sn"]) for verdict in verdicts if verdict["verdict"] == "accepted"]
