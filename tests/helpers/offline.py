"""A station's parts on a real database without any platform: certificates are put in as if they had been fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from station.credentials import Secrets
from station.intake import Intake
from station.model import AuditStatus, Certificate, Replacement, ReplacementState
from station.session import Session
from station.settings import Settings
from station.store import certificates, facts, ledger
from station.store.database import Database
from tests.helpers.stations import ShiftedClock

ACCOUNT = {"endpoint": "https://openapi.example.com", "client_id": "client", "username": "anna", "uid": "ay1"}
ACCOUNT_KEY = "anna@client@https://openapi.example.com"
CERTIFICATE = Certificate(
    certificate_no="CERT-1",
    original_pid="aaaa1111aaaa1111",
    new_pid="bbbb2222bbbb2222",
    quota_total=100,
    quota_used=0,
    quota_reserved=0,
    audit_status=AuditStatus.APPROVED,
    audit_remark="",
    reason="test",
    applicant="anna",
    created_at="2025-01-01T00:00:00.000Z",
    audited_at="2025-01-02T00:00:00.000Z",
    expires_at=None,
    version=2,
)


class Desk:
    """Database, session and intake of one station, as `Station` puts them together."""

    def __init__(self, folder: Path, clock: ShiftedClock) -> None:
        self.clock = clock
        self.database = Database(folder / "station.sqlite3")
        self.database.open()
        self.database.write(lambda c: facts.put(c, "account", ACCOUNT))
        self.settings = Settings(folder / "settings.json")
        self.session = Session(self.database, Secrets(None), self.settings, clock)
        self.intake = Intake(self.database, self.session, self.settings, clock)

    def know(self, certificate: Certificate = CERTIFICATE, **changes: object) -> Certificate:
        """Put a certificate into the cache and choose it where it is open."""
        made = replace(certificate, **changes)  # type: ignore[arg-type]
        self.database.write(lambda c: certificates.put(c, self.session.account_key, made))
        if made.open:
            self.session.choose(made.certificate_no)
        return made

    def rows(self, state: ReplacementState | None = None) -> list[Replacement]:
        with self.database.read() as connection:
            return ledger.page(connection, state, limit=-1)

    def rejects(self) -> list[tuple[str, str]]:
        """Verdict and label of everything that was not accepted, in order."""
        with self.database.read() as connection:
            return [
                (row[0], row[1])
                for row in connection.execute("select verdict, label from rejects order by seq")
            ]


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    folder.mkdir(parents=True, exist_ok=True)
    desk = Desk(folder, ShiftedClock())
    try:
        yield desk
    finally:
        desk.database.close()
