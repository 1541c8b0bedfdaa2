"""Where training keeps its own station, its own sandbox platform, and what it remembers of them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from station.cli.sandbox_process import SandboxFailed, SandboxProcess
from station.errors import UsageError

_DEVICES = 400


@dataclass(frozen=True)
class Practice:
    """What to practise with: the sandbox's port, a certificate with room, and one of another product."""

    port: str
    certificate_no: str
    other_no: str


class TrainingFolder:
    """A sub-folder of a station's data folder; the rest of that folder is never written to."""

    def __init__(self, data_folder: Path) -> None:
        self.root = data_folder / "training"
        self.station = self.root / "station"
        self._sandbox = self.root / "sandbox"
        self._notes = self.root / "practice.json"

    def start_sandbox(self) -> SandboxProcess:
        """Start the sandbox, on its port of last time if that is free: the account is known by its address."""
        before = self._read()
        sandbox = SandboxProcess(self._sandbox, ["--devices", str(_DEVICES)], before.port if before else "0")
        try:
            sandbox.start()
        except SandboxFailed:
            if before is None:
                raise
            sandbox = SandboxProcess(self._sandbox, ["--devices", str(_DEVICES)])
            sandbox.start()
        port = sandbox.base_url.rpartition(":")[2]
        chosen = (
            (before.certificate_no, before.other_no) if before else _choose(sandbox.ready["certificates"])
        )
        self._notes.write_text(json.dumps(asdict(Practice(port, *chosen))), encoding="utf-8")
        return sandbox

    def practice(self) -> Practice:
        """What to practise with. Raises `UsageError` before the first training."""
        found = self._read()
        if found is None:
            raise UsageError(
                "Start it once with: pid-station training", title="There has been no training here yet"
            )
        return found

    def units(self, certificate_no: str, count: int, kind: str = "replaceable") -> list[str]:
        """SNs of the training platform that are of this kind now; perhaps fewer than asked for."""
        arguments = ("sns", "--certificate", certificate_no, "--count", str(count), "--kind", kind)
        return SandboxProcess(self._sandbox).run(*arguments).split()

    def _read(self) -> Practice | None:
        try:
            return Practice(**json.loads(self._notes.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError) as error:
            raise UsageError(
                f"{self._notes}: {error}. Start the training anew with: pid-station training --reset",
                title="The training folder is damaged",
            ) from error


def _choose(certificates: list[dict[str, Any]]) -> tuple[str, str]:
    """The smallest approved certificate that is new and has room for a morning, and one of another product."""
    approved = [one for one in certificates if one["audit_status"] == "approved"]
    roomy = [one for one in approved if one["quota_used"] == 0 and one["quota_total"] >= 100]
    chosen = min(roomy, key=lambda one: int(one["quota_total"]))
    other = next(one for one in approved if one["original_pid"] != chosen["original_pid"])
    return str(chosen["certificate_no"]), str(other["certificate_no"])
