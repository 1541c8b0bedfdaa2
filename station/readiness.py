"""Whether this station is ready to lose the network: one check per thing that work offline stands on.

Nothing is changed here and the platform is not asked; whoever wants the share made up first does so before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from station import admission, disk
from station.clock import Clock, parse_iso
from station.credentials import Secrets
from station.model import Certificate, ShareKind
from station.offline import Backlog
from station.quota import Counter
from station.session import Account, stored_account
from station.settings import Settings
from station.store import backups, certificates, facts, journal

_HOUR_MS = 3_600_000
_FRESH_MS = _HOUR_MS
_OLD_MS = 24 * _HOUR_MS
_SHIFT_MS = 8 * _HOUR_MS
_LEAST_HELD = 0.5
BYTES_PER_UNIT = 10_000
"""Row, journal entries and the platform's answer take about 2 kB in the database (measured), which exists five times
over at worst: itself, its log, and three backups."""
_JOURNAL_TAIL = 2000


class CheckState(StrEnum):
    GOOD = "good"
    CARE = "care"
    """It works, and somebody should know."""
    BAD = "bad"
    """The line would stop, or something would be lost."""


class CheckName(StrEnum):
    CERTIFICATE = "certificate"
    CERTIFICATE_END = "certificate end"
    SHARE = "own share"
    LIMITS = "limits"
    DISK = "disk"
    SIGN_IN = "sign-in"
    CLOCK = "clock"
    BACKUP = "backup"
    JOURNAL = "journal"
    SCANNER = "scanner"


@dataclass(frozen=True)
class Check:
    """`detail` is what was found and what it means, `remedy` what to do now; empty when there is nothing to do."""

    name: CheckName
    state: CheckState
    detail: str
    remedy: str = ""


class Readable(Protocol):
    """A database that can be looked at: the station's own, or one that another program holds."""

    @property
    def path(self) -> Path: ...
    def read(self) -> AbstractContextManager[sqlite3.Connection]: ...


@dataclass(frozen=True)
class _Look:
    """What one consistent look at the database has given."""

    account: Account | None
    certificate: Certificate | None
    counter: Counter | None
    backlog: Backlog
    journal: journal.Verification


def checks(
    database: Readable, settings: Settings, secrets: Secrets, clock: Clock, scanners: Sequence[str]
) -> list[Check]:
    """Every check, in the order in which a person goes through them. `scanners` are the names of those that can read.

    `clock` has the platform's offset as far as it is known. Raises `StationError` kinds when the database cannot be
    read.
    """
    with database.read() as connection:
        look = _look(connection, clock)
    return [
        _certificate(look, clock),
        *_certificate_end(look, clock),
        _share(look, settings, clock),
        _limits(look, settings),
        _disk(look, settings, database.path.parent),
        _sign_in(look, secrets),
        _clock(look, clock),
        _backup(database.path, settings, clock),
        _journal(look),
        _scanner(scanners),
    ]


def _look(connection: sqlite3.Connection, clock: Clock) -> _Look:
    account = stored_account(connection)
    number = facts.get(connection, "certificate_no")
    key = account.key if account else ""
    certificate = certificates.find(connection, key, number) if number else None
    return _Look(
        account,
        certificate,
        admission.counter_of(connection, certificate, clock) if certificate else None,
        admission.backlog_of(connection, key, clock),
        journal.verify_end(connection, _JOURNAL_TAIL),
    )


def _certificate(look: _Look, clock: Clock) -> Check:
    name, certificate = CheckName.CERTIFICATE, look.certificate
    if certificate is None:
        return Check(name, CheckState.BAD, "none is chosen: nothing can be scanned", "Choose a certificate.")
    closed = admission.why_closed(certificate, clock)
    if closed is not None:
        return Check(name, CheckState.BAD, closed.reason.partition(": ")[2], "Choose another certificate.")
    age_ms = clock.platform_ms() - certificate.fetched_at_ms
    seen = f"{certificate.certificate_no}, as the platform had it {_span(age_ms)} ago"
    if age_ms <= _FRESH_MS:
        return Check(name, CheckState.GOOD, seen)
    return Check(name, CheckState.CARE, seen, "Connect the station once: others may have used units since.")


def _certificate_end(look: _Look, clock: Clock) -> Iterator[Check]:
    certificate = look.certificate
    expires_ms = parse_iso(certificate.expires_at) if certificate and certificate.expires_at else None
    if expires_ms is None:
        return
    left_ms = expires_ms - clock.platform_ms()
    state = CheckState.GOOD if left_ms > _OLD_MS * 3 else CheckState.CARE
    said, remedy = f"it ends in {_span(left_ms)}", "Send before it ends: what waits then is refused."
    if left_ms <= 0:
        state, said = CheckState.BAD, "it has ended"
    yield Check(CheckName.CERTIFICATE_END, state, said, "" if state is CheckState.GOOD else remedy)


def _share(look: _Look, settings: Settings, clock: Clock) -> Check:
    name, counter = CheckName.SHARE, look.counter
    if counter is None:
        return Check(
            name, CheckState.BAD, "there is no certificate to hold a share of", "Choose a certificate."
        )
    if counter.room_now <= 0:
        return Check(
            name,
            CheckState.BAD,
            "no unit more can be taken in offline",
            "Connect the station, or choose another certificate.",
        )
    if counter.share.kind is not ShareKind.HELD:
        what = (
            "has no shares" if counter.share.kind is ShareKind.UNSUPPORTED else "has reserved nothing for it"
        )
        said = (
            f"the platform {what}: room for {counter.room_now} units, which other stations may use up as well"
        )
        return Check(
            name, CheckState.CARE, said, "Let one station at a time work offline on this certificate."
        )
    lasts_ms = (counter.share.expires_ms or 0) - clock.platform_ms()
    said = f"{counter.room_now} units are reserved for this station, for {_span(lasts_ms)}"
    if lasts_ms < _SHIFT_MS:
        return Check(name, CheckState.CARE, said, "Connect again before it lapses, or raise share_ttl_s.")
    if counter.room_now < settings.number("share") * _LEAST_HELD:
        return Check(
            name, CheckState.CARE, said, "Connect for a moment to get more, or raise the setting share."
        )
    return Check(name, CheckState.GOOD, said)


def _limits(look: _Look, settings: Settings) -> Check:
    name, allowed, waits = CheckName.LIMITS, admission.allowed_by(settings), look.backlog.units
    rules = [f"{allowed.hours:g} h"] if allowed.hours else []
    rules += [f"{allowed.units} units"] if allowed.units else []
    if not rules:
        return Check(name, CheckState.GOOD, f"none is set; {_units(waits)} now")
    said = f"{' or '.join(rules)} may wait to be sent; {_units(waits)} now"
    full = admission.why_not_offline(look.backlog, allowed)
    if full is not None:
        return Check(name, CheckState.BAD, full.reason.partition(": ")[2], "Connect the station and send.")
    low = any(left.low for left in admission.limits_of(look.backlog, settings))
    remedy = "Send first: little is left until scanning stops." if low else ""
    return Check(name, CheckState.CARE if low else CheckState.GOOD, said, remedy)


def _disk(look: _Look, settings: Settings, folder: Path) -> Check:
    found = disk.space(folder)
    fits = found.spare // BYTES_PER_UNIT
    most = admission.allowed_by(settings).units or fits
    wanted = min(look.counter.room_now if look.counter else most, most)
    said = f"{found.free_mb} MB free, enough for about {fits} units"
    if found.used_up or fits < wanted:
        return Check(CheckName.DISK, CheckState.BAD, said, "Free some space on this disk.")
    if found.low:
        return Check(CheckName.DISK, CheckState.CARE, said, "Free some space before the next shift.")
    return Check(CheckName.DISK, CheckState.GOOD, said)


def _sign_in(look: _Look, secrets: Secrets) -> Check:
    name, account = CheckName.SIGN_IN, look.account
    if account is None:
        return Check(name, CheckState.BAD, "nobody is signed in", "Sign in while the network is there.")
    secret = secrets.client_secret(account.endpoint, account.client_id)
    password = secrets.password(account.endpoint, account.client_id, account.username)
    if secrets.kept and secret and password:
        return Check(name, CheckState.GOOD, "kept by the operating system: a restart sends by itself")
    said = "not kept on this computer: after a restart scanning goes on, and sending needs a new sign-in"
    return Check(name, CheckState.CARE, said, "Do not restart, or have the password at hand.")


def _clock(look: _Look, clock: Clock) -> Check:
    if look.certificate is None or not look.certificate.fetched_at_ms:
        said = "how far this clock is from the platform's is not known"
        return Check(CheckName.CLOCK, CheckState.CARE, said, "Connect the station once.")
    return Check(CheckName.CLOCK, CheckState.GOOD, f"{clock.offset_ms / 1000:+.1f} s to the platform's")


def _backup(database: Path, settings: Settings, clock: Clock) -> Check:
    name, newest = CheckName.BACKUP, next(iter(backups.every(database)), None)
    if newest is None:
        return Check(name, CheckState.CARE, "there is none yet", "Leave the window open for a moment.")
    age_ms = max(0, clock.wall_ms() - newest.taken_at_ms)
    said = f"the newest is {_span(age_ms)} old"
    if age_ms <= 2 * settings.number("backup_every_min") * 60_000:
        return Check(name, CheckState.GOOD, said)
    return Check(name, CheckState.CARE, said, "Open the window for a moment: it makes one.")


def _journal(look: _Look) -> Check:
    if look.journal.findings:
        first = look.journal.findings[0]
        said = f"entry {first.seq} {first.problem}"
        return Check(
            CheckName.JOURNAL, CheckState.BAD, said, "Stop, and call the supervisor: pid-station verify"
        )
    return Check(CheckName.JOURNAL, CheckState.GOOD, f"its last {look.journal.entries} entries are sound")


def _scanner(scanners: Sequence[str]) -> Check:
    if scanners:
        return Check(CheckName.SCANNER, CheckState.GOOD, ", ".join(scanners))
    said = "none is seen; one in keyboard mode is not listed"
    return Check(CheckName.SCANNER, CheckState.CARE, said, "Scan one label to try it.")


def _units(count: int) -> str:
    return "1 unit waits" if count == 1 else f"{count} units wait"


def _span(ms: int) -> str:
    """Days and hours, hours and minutes, or minutes."""
    minutes = max(0, ms) // 60_000
    days, hours = minutes // 1440, minutes // 60 % 24
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {minutes % 60:02} min" if hours else f"{minutes} min"
