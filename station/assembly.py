"""The station put together for one data folder: what the window and the commands work with.

What a shift begins without (hand-over, applications, the doctor) is loaded when it is first used: the window is there
the sooner.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import uuid
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from station import crash_report, log
from station.clock import Clock
from station.credentials import Secrets, open_secrets
from station.errors import DataFolderError, StorageError, UsageError
from station.events import Listener, StationEvent, nobody
from station.housekeeping import Housekeeping
from station.intake import Intake
from station.lifecycle import Event
from station.lock import FolderLock
from station.model import (
    Certificate,
    JobTag,
    Link,
    Product,
    Replacement,
    ReplacementState,
    Tally,
)
from station.overview import Numbers, Overview, look
from station.people import People
from station.run_start import RunStart
from station.session import Account, Session, SignInForm
from station.settings import Settings, data_folder
from station.store import certificates, early_check, facts, handovers, job_tags, ledger, people, shift_ends
from station.store.database import Database
from station.store.early_check import EarlyCheck
from station.sync.engine import SyncEngine
from station.sync.worker import SyncWorker

if TYPE_CHECKING:
    from station.applications import Applications
    from station.certificate_desk import CertificateDesk
    from station.handover.arriving import Arriving
    from station.handover.leaving import Leaving
    from station.health.finding import Finding
    from station.readiness import Check
    from station.shift_end import ShiftEnd
    from station.supervision import Supervision

DATABASE_NAME = early_check.DATABASE_NAME
_WAIT_FOR_SHARE_S = 3.0


class Station:
    """Owns the data folder while it is open. Calls that use network or disk say so by raising `StationError`s."""

    def __init__(
        self,
        folder: Path,
        lock: FolderLock,
        log_handler: logging.Handler | None,
        clock: Clock,
        early: EarlyCheck | None = None,
    ) -> None:
        self.folder = folder
        self._lock = lock
        self._log_handler = log_handler
        self.on_change: Listener | None = None
        self.settings = Settings(folder / "settings.json")
        logging.getLogger().setLevel(self.settings.text("log_level"))
        self.clock = clock
        self.database = Database(folder / DATABASE_NAME, early)
        self.database.open()
        self._secrets: Secrets = open_secrets()
        self.session = Session(self.database, self._secrets, self.settings, self.clock)
        self.intake = Intake(self.database, self.session, self.settings, self.clock)
        self.engine = SyncEngine(self.database, self.session, self.settings, self.clock, self._tell)
        self.housekeeping = Housekeeping(self.database, self.settings, self.clock)
        self.sync = SyncWorker(
            self.engine, self.session, self.settings, self.clock, self._tell, self.housekeeping.tidy
        )
        self.people = People(self.database, self.session, self.clock)
        self.run_start = RunStart(self.database, self.session, self.settings)
        self.intake.share_low = self.sync.wake
        self.intake.first_taken = self.sync.try_now
        self.intake.more_share = self._more_share

    @classmethod
    def open(
        cls,
        folder: Path | None = None,
        *,
        log_to_stderr: bool = False,
        clock: Clock | None = None,
        early: EarlyCheck | None = None,
    ) -> Self:
        """Take the data folder (made if need be). Raises `AlreadyRunning`, `DataFolderError`, `StorageError` kinds."""
        chosen = data_folder(folder)
        _make(chosen)
        lock = FolderLock(chosen)
        lock.acquire()
        handler = log.start(chosen, "INFO", to_stderr=log_to_stderr)
        try:
            return cls(chosen, lock, handler, clock or Clock(), early)
        except BaseException:
            log.stop(handler)
            lock.release()
            raise

    def close(self) -> None:
        """Stop sending, put everything into the main database file, let go of the folder."""
        self.sync.stop()
        with suppress(StorageError, DataFolderError):
            self.database.write(lambda c: facts.put(c, "clock_offset_ms", self.clock.offset_ms))
        self.database.close()
        log.stop(self._log_handler)
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @cached_property
    def supervision(self) -> Supervision:
        from station.supervision import Supervision  # noqa: PLC0415 - see above, as for all below

        return Supervision(self.database, self.session, self.settings, self.clock, self.sync.wake)

    @cached_property
    def leaving(self) -> Leaving:
        from station.handover.leaving import Leaving  # noqa: PLC0415

        return Leaving(self.database, self.session, self.clock)

    @cached_property
    def arriving(self) -> Arriving:
        from station.handover.arriving import Arriving  # noqa: PLC0415

        return Arriving(self.database, self.session, self.clock)

    @cached_property
    def certificates(self) -> CertificateDesk:
        from station.certificate_desk import CertificateDesk  # noqa: PLC0415

        return CertificateDesk(self.database, self.session, self.clock)

    @cached_property
    def applications(self) -> Applications:
        from station.applications import Applications  # noqa: PLC0415

        return Applications(self.database, self.session, self.clock)

    @cached_property
    def shift_end(self) -> ShiftEnd:
        from station.shift_end import ShiftEnd  # noqa: PLC0415

        return ShiftEnd(self.database, self.session, self.settings, self.clock)

    @property
    def shift_closing(self) -> bool:
        """Whether a shift is being closed: no unit may come in."""
        with self.database.read() as connection:
            return shift_ends.closing(connection) is not None

    @property
    def secrets_kept(self) -> bool:
        """False where there is no keyring: the sign-in is forgotten when the program ends."""
        return self._secrets.kept

    def sign_in(self, form: SignInForm) -> Account:
        account = self.session.sign_in(form)
        self.engine.shares.begin()
        self.sync.try_now()
        return account

    def sign_out(self) -> None:
        """End the shift; the shares go back. Raises `RowsWaiting` while scans are not settled."""
        if not self.tally().spent:
            self.engine.shares.give_back()
        self.session.sign_out()

    def fetch_certificates(self) -> list[Certificate]:
        return self.session.fetch_certificates()

    def cached_certificates(self) -> list[Certificate]:
        with self.database.read() as connection:
            return certificates.every(connection, self.session.account_key)

    def fetch_products(self) -> list[Product]:
        return self.certificates.renew_products()

    def apply(self, original_pid: str, new_pid: str, quantity: int, reason: str) -> Certificate:
        """Ask the platform for a certificate; it comes back pending."""
        acting = self.session.acting()
        made = acting.platform.apply(str(uuid.uuid4()), original_pid, new_pid, quantity, reason)
        self.database.write(lambda c: certificates.put(c, acting.account_key, made))
        return made

    def choose_certificate(self, certificate_no: str) -> Certificate:
        chosen = self.session.choose(certificate_no)
        self.sync.wake()
        return chosen

    def job_tag(self, certificate_no: str) -> JobTag:
        """The customer and the tag's colour of a certificate, as a supervisor set them here."""
        with self.database.read() as connection:
            return job_tags.get(connection, certificate_no)

    def tag_job(self, certificate_no: str, tag: JobTag) -> None:
        """Set the customer and the tag's colour of a certificate, for the job strip of this station."""
        self.database.write(lambda c: job_tags.put(c, certificate_no, tag))

    def drain(self, deadline_s: float | None = None, cancelled: threading.Event | None = None) -> None:
        """Send everything that waits, in the caller's thread; not while the worker runs. A share is made up again.

        `cancelled` ends it after the batch under way.
        """
        from station.sync.drain import drain  # noqa: PLC0415

        drain(self.engine, self.database, self.session, self.clock, deadline_s, cancelled)
        self.engine.shares.keep_up()
        self.housekeeping.tidy()

    def overview(self) -> Overview:
        with self.database.read() as connection:
            return self._look(connection)

    def _look(self, connection: sqlite3.Connection) -> Overview:
        first = self.run_start.look(connection)
        return look(connection, self.session, self.settings, self.clock, self.folder, first)

    def numbers(self, recent: int = 10) -> Numbers:
        """What the scan page shows, so many of the last scans included, from one connection."""
        with self.database.read() as connection:
            rows = ledger.page(connection, None, None, recent, self.session.account_key)
            return Numbers(self._look(connection), rows, people.guarded(connection))

    def readiness(self, scanners: Sequence[str] = ()) -> list[Check]:
        """Whether this station is ready to lose the network; `scanners` are the names of those that can read.

        While the platform answers the share is made up first: the network is used, for a few seconds at most.
        """
        if self.sync.running and self.sync.link.link is Link.ONLINE:
            self.engine.shares.await_look(self.sync.try_now, _WAIT_FOR_SHARE_S)
        from station import readiness  # noqa: PLC0415

        return readiness.checks(self.database, self.settings, self._secrets, self.clock, scanners)

    def health(self) -> list[Finding]:
        """What the doctor finds, asked from inside. The network is used, and the process that plays is started."""
        from station.health.examination import examine  # noqa: PLC0415

        return [*examine(self.folder, self.database, self._secrets, self._count_certificates)]

    def save_support_bundle(
        self, file: Path, findings: Sequence[Finding], traffic: Sequence[str] = ()
    ) -> Path:
        """Write the support bundle; an earlier crash counts as told then. Raises `DataFolderError`."""
        from station import support_bundle  # noqa: PLC0415

        saved = support_bundle.write(file, self.folder, self.database, self._secrets, findings, traffic)
        crash_report.told(self.folder)
        return saved

    def tally(self) -> Tally:
        """All rows of the account on this station, by state."""
        with self.database.read() as connection:
            return ledger.tally(connection, self.session.account_key)

    def waiting_by_certificate(self) -> dict[str, int]:
        """How many units wait here for each certificate; those for which none waits are left out."""
        with self.database.read() as connection:
            return ledger.waiting_by_certificate(connection, self.session.account_key)

    def rows(
        self, state: ReplacementState | None = None, before_seq: int | None = None, limit: int = 200
    ) -> list[Replacement]:
        """Rows of the account, newest first; the next page starts before the last row's `seq`."""
        with self.database.read() as connection:
            return ledger.page(connection, state, before_seq, limit, self.session.account_key)

    def undo_last(self, seen: Replacement | None = None) -> Replacement:
        """Take back the newest scan of this station, or `seen`: the newest one that a person knew of, while others
        were on their way. Raises `UsageError` with the reason when it cannot be.
        """
        stamp = self.session.stamp()

        def work(connection: sqlite3.Connection) -> Replacement:
            newest = ledger.page(
                connection,
                before_seq=seen.seq + 1 if seen else None,
                limit=1,
                account=self.session.account_key,
                station_id=self.session.station_id,
            )
            if not newest:
                raise UsageError("There is no scan to undo.", title="Nothing to undo")
            row = newest[0]
            if row.state is ReplacementState.UNDONE:
                raise UsageError(f"The last scan, {row.sn}, is undone already.", title="Nothing to undo")
            gone = row.attempts or handovers.stands_in(connection, row.item_id)
            if row.state is not ReplacementState.SAVED or gone:
                raise UsageError(
                    f"{row.sn} has been sent or handed over; it cannot be taken back here. Call the supervisor.",
                    title="Too late to undo",
                )
            return ledger.move(connection, row.item_id, Event.UNDO, stamp)

        return self.database.write(work)

    def _more_share(self, certificate_no: str) -> None:
        """A scan would be turned away because the share is used up: fetch more, as long as the platform answers."""
        if not self.sync.running:
            self.engine.shares.top_up(certificate_no)
        elif self.sync.link.link is Link.ONLINE:
            self.engine.shares.await_look(self.sync.wake, _WAIT_FOR_SHARE_S)

    def _count_certificates(self) -> int:
        return len(self.session.platform.certificates())

    def _tell(self, event: StationEvent) -> None:
        (self.on_change or nobody)(event)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DataFolderError(
            f"{folder} cannot be made or used ({error.strerror or error}). Choose another folder with --data-dir."
        ) from error
