"""One label in, one verdict out: the only way into the ledger.

The verdict is final when `take` returns: an accepted unit is durable on disk by then. What happens if the disk fails?
The outcome of the commit is unknown then, so the row is looked up, and without it the verdict is `not_recorded`.
"""

from __future__ import annotations

import logging
import sqlite3
import uuid
from collections.abc import Callable, Sequence
from dataclasses import replace

from station import disk, label_preview, quota, serial_numbers
from station.admission import allowed_by, backlog_now, counter_now, why_closed, why_full, why_not_offline
from station.clock import Clock
from station.errors import DataFolderError, DiskFull, StorageError
from station.first_article import Phase
from station.met_before import Rejection, met_before
from station.model import Label, Replacement, ReplacementState, ScanOutcome, Verdict
from station.quota import Limit
from station.run_start import RunStart
from station.serial_numbers import Reading
from station.session import Session
from station.settings import Settings
from station.store import ledger, shift_ends, standing
from station.store.database import Database
from station.store.standing import Known, Moment, Standing

log = logging.getLogger(__name__)

_LOOK_AT_DISK_MS = 1_000


class _ShareFull(Exception):
    def __init__(self, certificate_no: str) -> None:
        super().__init__(certificate_no)
        self.certificate_no = certificate_no


class Intake:
    """Takes labels one at a time, in order, from one station's scanners, files and fields.

    `share_low` is called when the station's share of the certificate runs low, `more_share` when it is used up: it may
    take a moment to fetch more. `first_taken` is called when the first unit of a run is recorded.
    """

    def __init__(self, database: Database, session: Session, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._session = session
        self._settings = settings
        self._clock = clock
        self._last: Label | None = None
        self._trouble = ""
        self._space_until_ms = 0
        self._known = Known()
        self._start = RunStart(database, session, settings)
        self._may_wait, self._low, self._first = True, False, False
        self.share_low: Callable[[], None] = _nothing
        self.first_taken: Callable[[], None] = _nothing
        self.more_share: Callable[[str], None] = _no_more

    def take(
        self, label: Label, *, certificate_no: str | None = None, filter_bounce: bool = True
    ) -> ScanOutcome:
        """Decide on one label and record it, durable on return. Never raises for what a label or the disk does.

        Raises `ShiftClosing`, with nothing recorded, while a shift is being closed.
        `certificate_no` overrides the chosen certificate; `filter_bounce` is off where labels come from a file.
        """
        try:
            reading = self._read(label, certificate_no)
        except (StorageError, DataFolderError) as error:
            return self._not_recorded(serial_numbers.read(label.text), str(error))
        if filter_bounce and self._bounces(label):
            return ScanOutcome(reading.shown, reading.sn, Verdict.BOUNCE, "bounce: read twice, counted once")
        if self._disk_used_up():
            full = DiskFull(
                "Free some space and scan the unit again; what is left is needed to send the rest."
            )
            return self._not_recorded(reading, str(full))
        self._last = label
        item_id = str(uuid.uuid4())
        try:
            outcome = self._decided(label, reading, item_id, certificate_no)
        except (StorageError, DataFolderError) as error:
            self._log_once(str(error))
            return self._look_again(reading, item_id, str(error))
        self._trouble = ""
        return outcome

    def must_be_open(self) -> None:
        """For whoever is about to take many labels. Raises `ShiftClosing`, as `take` would."""
        with self._database.read() as connection:
            shift_ends.must_be_open(connection)

    def reads(self, text: str, certificate_no: str) -> bool:
        """Whether a text is an SN by the rule of that certificate's product."""
        return self._read(Label(text, "", 0.0), certificate_no).sn is not None

    def preview(self, labels: Sequence[Label], certificate_no: str) -> list[ScanOutcome]:
        """What `take` would say to these labels one after another, `ShiftClosing` as well. Nothing is written, and
        scans go on meanwhile.
        """
        readings = [self._read(label, certificate_no) for label in labels]
        with self._database.read() as connection:
            shift_ends.must_be_open(connection)
            return label_preview.outcomes(
                connection, readings, certificate_no, self._session, self._settings, self._clock
            )

    def _disk_used_up(self) -> bool:
        """Asked once a second: the reserve is far more than a second's scans take."""
        now_ms = self._clock.monotonic_ms()
        if now_ms < self._space_until_ms:
            return False
        try:
            used_up = disk.space(self._database.path.parent).used_up
        except OSError:
            return False  # the commit will tell what is wrong with the folder
        self._space_until_ms = 0 if used_up else now_ms + _LOOK_AT_DISK_MS
        return used_up

    def _read(self, label: Label, certificate_no: str | None) -> Reading:
        return serial_numbers.read(label.text, self._rule(certificate_no), self._session.known_pids)

    def _rule(self, certificate_no: str | None) -> str | None:
        """The SN rule of the product in hand, where the settings have one."""
        rules = self._settings.mapping("sn_rules")
        chosen = certificate_no or self._session.certificate_no
        certificate = self._session.cached_certificate(chosen) if rules and chosen else None
        return rules.get(certificate.original_pid) if certificate else None

    def _bounces(self, label: Label) -> bool:
        last = self._last
        return (
            last is not None
            and not label.typed
            and last.text == label.text
            and last.device == label.device
            and 0 <= label.at - last.at < self._settings.number("bounce_s")
        )

    def _decided(
        self, label: Label, reading: Reading, item_id: str, certificate_no: str | None
    ) -> ScanOutcome:
        """Before a full share turns a unit away, whoever is in touch with the platform may fetch more."""

        def work(connection: sqlite3.Connection) -> tuple[ScanOutcome, Moment, Standing]:
            before = standing.moment(connection)
            now = self._standing(connection, before, certificate_no)
            outcome = self._decide(connection, label, reading, item_id, certificate_no, now)
            return outcome, standing.later(before), now

        self._may_wait, self._low, self._first = True, False, False
        try:
            outcome, moment, stands = self._database.write(work)
        except _ShareFull as full:
            self.more_share(full.certificate_no)
            self._may_wait = False
            outcome, moment, stands = self._database.write(work)
        self._known.keep(moment, stands)
        if self._low:
            self.share_low()
        if self._first:
            self.first_taken()
        return outcome

    def _standing(self, connection: sqlite3.Connection, now: Moment, certificate_no: str | None) -> Standing:
        account, number = self._session.chosen()
        chosen = certificate_no or number or ""
        known = self._known.at(now, account, chosen)
        if known is None:
            shift_ends.must_be_open(connection)
            known = standing.read(connection, account, chosen, self._session.stamp())
        return known

    def _decide(
        self,
        connection: sqlite3.Connection,
        label: Label,
        reading: Reading,
        item_id: str,
        certificate_no: str | None,
        now: Standing,
    ) -> ScanOutcome:
        self._session.shift_id = now.shift_id
        rejection = self._why_not(connection, reading, now)
        if rejection is None and certificate_no is None:
            rejection = self._start.why_not(connection)
        if rejection is not None:
            self._keep_rejected(connection, label, reading, now.certificate_no, rejection)
            return ScanOutcome(
                reading.shown, reading.sn, rejection.verdict, rejection.reason, earlier=rejection.earlier
            )
        row = self._row(label, reading, item_id, now)
        if certificate_no is None and self._start.look(connection).phase is Phase.AWAITED:
            self._first = True
            self._start.take_first(connection, item_id)
            row = replace(row, send_after_ms=self._clock.monotonic_ms())
        now.add(connection, row, self._session.stamp())
        return ScanOutcome(reading.shown, row.sn, Verdict.ACCEPTED, "", item_id, row)

    def _why_not(self, connection: sqlite3.Connection, reading: Reading, now: Standing) -> Rejection | None:
        if reading.sn is None:
            return Rejection(Verdict.NOT_AN_SN, f"{reading.problem}: {reading.hint}")
        certificate = now.certificate
        known = met_before(ledger.latest_of(connection, reading.sn), certificate)
        if known is not None:
            return known
        closed = why_closed(certificate, self._clock)
        if closed is not None:
            return closed
        waits_too_long = why_not_offline(backlog_now(now.waiting, self._clock), allowed_by(self._settings))
        return waits_too_long or self._full(now)

    def _full(self, now: Standing) -> Rejection | None:
        assert now.certificate is not None
        counter = counter_now(now, now.certificate, self._clock)
        full = why_full(now.certificate, counter)
        if full is None and counter.share.binds:
            units, stations = self._settings.number("share"), self._settings.number("share_stations")
            self._low = quota.runs_low(counter, int(units), int(stations))
        if full is not None and counter.limit is Limit.SHARE and self._may_wait:
            raise _ShareFull(now.certificate_no)
        return full

    def _keep_rejected(
        self,
        connection: sqlite3.Connection,
        label: Label,
        reading: Reading,
        certificate_no: str,
        rejection: Rejection,
    ) -> None:
        ledger.reject(
            connection,
            rejection.verdict,
            rejection.reason,
            self._session.stamp(),
            label=reading.shown,
            sn=reading.sn,
            certificate_no=certificate_no,
            shift_id=self._session.shift_id or "",
            device=label.device,
        )

    def _row(self, label: Label, reading: Reading, item_id: str, now: Standing) -> Replacement:
        certificate = now.certificate
        assert certificate is not None
        return Replacement(
            seq=now.last_seq + 1,
            item_id=item_id,
            sn=reading.sn or "",
            label=reading.shown,
            certificate_no=certificate.certificate_no,
            original_pid=certificate.original_pid,
            new_pid=certificate.new_pid,
            account=now.account,
            station_id=self._session.station_id,
            operator=self._session.operator,
            shift_id=self._session.shift_id or "",
            device=label.device,
            symbology=label.symbology,
            typed=label.typed,
            state=ReplacementState.SAVED,
            code="",
            reason="",
            answer="",
            scanned_at_ms=self._clock.wall_ms(),
            clock_offset_ms=self._clock.offset_ms,
            boot_id=self._clock.boot_id,
            send_after_ms=self._clock.monotonic_ms() + int(self._settings.number("hold_back_s") * 1000),
            attempts=0,
            batch_id="",
            settled_at_ms=None,
            journal_seq=now.last_entry.seq + 1,
        )

    def _log_once(self, trouble: str) -> None:
        """A file of labels on a full disk is one error, not thousands; the others are told by their verdicts."""
        level = logging.INFO if trouble == self._trouble else logging.ERROR
        log.log(level, "A scan could not be recorded for sure: %s", trouble)
        self._trouble = trouble

    def _look_again(self, reading: Reading, item_id: str, problem: str) -> ScanOutcome:
        try:
            row = self._database.write(lambda c: ledger.get(c, item_id))
        except (StorageError, DataFolderError):
            row = None
        if row is not None:
            return ScanOutcome(reading.shown, row.sn, Verdict.ACCEPTED, "", item_id, row)
        return self._not_recorded(reading, problem)

    def _not_recorded(self, reading: Reading, problem: str) -> ScanOutcome:
        self._last = None  # scanned again it is a new try, not a bounce
        self._space_until_ms = 0  # and the disk is looked at anew
        return ScanOutcome(reading.shown, reading.sn, Verdict.NOT_RECORDED, f"not_recorded: {problem}")


def _nothing() -> None:
    """Nobody is there to look after the share or to send."""


def _no_more(_certificate_no: str) -> None:
    """Nobody is there to fetch more."""
