"""What the demo stands on: a sandbox process, an open station, units to scan, a scanner to scan them with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from drivers.virtual import VirtualScanner
from station.assembly import Station
from station.cli.sandbox_process import SandboxProcess
from station.session import SignInForm

_SCANNER = "demo"


@dataclass(frozen=True)
class Stage:
    """`units` are SNs that the platform will replace, `activated` such as it refuses; all of `certificate_no`."""

    sandbox: SandboxProcess
    station: Station
    scanner: VirtualScanner
    form: SignInForm
    certificate_no: str
    units: list[str]
    activated: list[str]


@contextmanager
def set_up(folder: Path, units: int, settings: dict[str, float]) -> Iterator[Stage]:
    """Start everything in `folder`, and end it at the end. Raises `StationError` when something does not start."""
    sandbox = SandboxProcess(folder / "sandbox", ["--devices", str(units + 200)])
    ready = sandbox.start()
    try:
        with Station.open(folder / "station", log_to_stderr=False) as station:
            for key, value in settings.items():
                station.settings.set(key, value)
            station.settings.set("share", max(200, units))  # nobody else is at work: the outage may be long
            station.settings.set("share_stations", 1)
            number = _roomy(ready["certificates"], units)
            yield Stage(
                sandbox=sandbox,
                station=station,
                scanner=VirtualScanner(_SCANNER),
                form=SignInForm(
                    ready["base_url"],
                    ready["client_id"],
                    ready["client_secret"],
                    ready["username"],
                    ready["password"],
                ),
                certificate_no=number,
                units=_sns(sandbox, number, units, "replaceable"),
                activated=_sns(sandbox, number, 3, "activated"),
            )
    finally:
        sandbox.stop()


def _roomy(certificates: list[dict[str, object]], units: int) -> str:
    """The smallest approved certificate that is new and has room for all units, so that its counter moves visibly."""
    fitting = [
        (int(str(item["quota_total"])), str(item["certificate_no"]))
        for item in certificates
        if item["audit_status"] == "approved"
        and item["quota_used"] == 0
        and int(str(item["quota_total"])) > units
    ]
    return min(fitting)[1]


def _sns(sandbox: SandboxProcess, certificate_no: str, count: int, kind: str) -> list[str]:
    return sandbox.run("sns", "--certificate", certificate_no, "--count", str(count), "--kind", kind).split()
