"""Every failure a person can meet: what happened (`title`), what to do now (`message`).

    StationError
    ├── UsageError            the request cannot be carried out as it was put
    │   ├── UnknownCertificate
    │   ├── CertificateNotOpen
    │   ├── QueueFileRefused      not a queue file, or not one for this station
    │   ├── WrongPin
    │   ├── PinLocked             too many wrong PINs in a row
    │   ├── ShiftClosing          no unit is taken while a shift is being closed
    │   └── UnknownCommandCode    a printed code of another station, or revoked
    ├── QueueFileDamaged      a queue file or receipt was cut off or changed
    ├── RowsWaiting           scans would be left behind
    ├── SignInError           the platform does not know us (any more)
    │   ├── SignInNeeded
    │   ├── SignInRefused
    │   └── PlatformSetupError    a setting of the platform project is wrong
    ├── NotReachable          no answer from the platform; a retry may help
    │   ├── TlsFailure
    │   ├── NotThePlatform    something answered, but not the platform
    │   ├── PlatformBusy      it answered: later
    │   └── TooLate           not sent: what the request names has ended meanwhile
    ├── CallRejected          the platform says this one call is wrong
    └── MachineError          this computer: disk, database, permission, second instance
        ├── StorageError
        │   ├── DiskFull
        │   ├── DatabaseDamaged
        │   └── NewerDatabase
        ├── DataFolderError
        ├── ScannerUnavailable
        └── AlreadyRunning

`retryable` says whether the same request may succeed later without anybody changing anything.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from pathlib import Path
from typing import ClassVar


class ExitCode(IntEnum):
    """Exit codes of the command line."""

    GOOD = 0
    BUG = 1
    USAGE = 2
    SIGN_IN = 3
    NOT_REACHABLE = 4
    NEEDS_A_PERSON = 5
    MACHINE = 6


class Cause(StrEnum):
    """Why the platform cannot be worked with; read from what failed, see `station.cloud.causes`."""

    NONE = ""
    NO_LINK = "no_link"
    """No interface of this computer is connected, or none leads anywhere."""
    NO_INTERNET = "no_internet"
    """There is a link, but names are not found, or nobody on the way answers."""
    NOT_ANSWERING = "not_answering"
    """Refused, reset, silent, or half an answer: the way is there, the platform is not."""
    BUSY = "busy"
    """It answered: later."""
    PORTAL = "portal"
    """A web page stands in the platform's place, as of a guest network."""
    TLS = "tls"
    """Whoever answers cannot prove to be the platform."""
    PROXY = "proxy"
    """The proxy of this network refuses."""
    CLOCK = "clock"
    """The platform finds our clock wrong even after it was corrected."""
    SIGN_IN_NEEDED = "sign_in_needed"
    SETTINGS = "settings"
    """The platform refuses the project: a setting has to be changed."""


class StationError(Exception):
    """A failure told to a person: title = what happened, message = what to do now."""

    title: str = "Something went wrong"
    retryable: ClassVar[bool] = False
    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, message: str, *, title: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        if title is not None:
            self.title = title

    def __str__(self) -> str:
        return f"{self.title}. {self.message}"


class UsageError(StationError):
    title = "This cannot be done as asked"
    exit_code = ExitCode.USAGE


class UnknownCertificate(UsageError):
    title = "Unknown certificate"

    def __init__(self, certificate_no: str) -> None:
        super().__init__(
            f"No certificate {certificate_no!r} is known for this account. "
            "Check the number, or list them with: pid-station certificates"
        )


class CertificateNotOpen(UsageError):
    title = "The certificate is not approved"

    def __init__(self, certificate_no: str, status: str) -> None:
        super().__init__(
            f"Certificate {certificate_no} is {status}; only an approved certificate can be used. "
            "Choose another one, or wait for the audit."
        )


class QueueFileRefused(UsageError):
    title = "The file cannot be used here"


class WrongPin(UsageError):
    title = "Wrong PIN"

    def __init__(self, left: int) -> None:
        tries = "Last try" if left == 1 else f"{left} tries left"
        super().__init__(f"{tries}. Forgotten? A supervisor can give a new PIN.")
        self.left = left


class PinLocked(UsageError):
    title = "Too many wrong PINs"

    def __init__(self, name: str, seconds: int) -> None:
        super().__init__(f"{name} can try again in {-(-seconds // 60)} min. A badge still works.")
        self.seconds = seconds


class ShiftClosing(UsageError):
    """Nothing was taken: somebody counts what this shift has done."""

    title = "The shift is being closed"
    exit_code = ExitCode.NEEDS_A_PERSON

    def __init__(self) -> None:
        super().__init__(
            "No unit is taken meanwhile. To scan on, go to End of shift in the window and press: Go back to scanning. "
            "Or finish the closing there, or with: pid-station close-shift"
        )


class UnknownCommandCode(UsageError):
    title = "This code commands nothing here"

    def __init__(self) -> None:
        super().__init__("It belongs to another station, or was revoked. Print a new one on this station.")


class QueueFileDamaged(StationError):
    """The signature does not prove the file; nothing of it was taken."""

    title = "The file is damaged"
    exit_code = ExitCode.NEEDS_A_PERSON


class RowsWaiting(StationError):
    title = "Scans are waiting to be sent"
    exit_code = ExitCode.NEEDS_A_PERSON

    def __init__(self, waiting: int, parked: int = 0) -> None:
        """`parked` of the `waiting` need a supervisor."""
        ways = []
        if waiting > parked:
            ways.append("Send first (pid-station sync) or hand over (pid-station export FILE)")
        if parked:
            rows = "1 is" if parked == 1 else f"{parked} are"
            ways.append(f"{rows} parked: a supervisor decides (pid-station retry or pid-station void)")
        scans = "1 scan is" if waiting == 1 else f"{waiting} scans are"
        super().__init__(f"{scans} not settled yet. {'. '.join(ways)}. Then sign out.")


class SignInError(StationError):
    exit_code = ExitCode.SIGN_IN


class SignInNeeded(SignInError):
    title = "Sign-in needed"

    def __init__(self, why: str = "The platform does not accept the stored sign-in any more.") -> None:
        super().__init__(f"{why} Sign in again; everything scanned is kept and will be sent then.")


class SignInRefused(SignInError):
    title = "Sign-in refused"


class PlatformSetupError(SignInError):
    """The platform refuses the project, not the user: a setting has to be changed."""

    title = "The platform refuses this station's settings"

    def __init__(self, message: str, code: int | str | None = None) -> None:
        super().__init__(message)
        self.code = code


class NotReachable(StationError):
    """No usable answer, and why there is none."""

    title = "The platform is not reachable"
    retryable = True
    exit_code = ExitCode.NOT_REACHABLE

    def __init__(
        self, message: str, *, cause: Cause = Cause.NOT_ANSWERING, retry_after_s: float = 0.0
    ) -> None:
        super().__init__(message)
        self.cause = cause
        self.retry_after_s = retry_after_s


class TlsFailure(NotReachable):
    title = "The secure connection failed"


class NotThePlatform(NotReachable):
    title = "The answer did not come from the platform"


class PlatformBusy(NotReachable):
    title = "The platform is busy"


class TooLate(NotReachable):
    title = "The request came too late"


class PlatformWentBack(StationError):
    """The platform was restored from a copy of its own and has forgotten what came after it."""

    title = "The platform has gone back to an earlier state"
    exit_code = ExitCode.NEEDS_A_PERSON

    def __init__(self, certificate_no: str, units: int) -> None:
        again = (
            f"{units} {'unit is' if units == 1 else 'units are'} sent again"
            if units
            else "no unit is missing"
        )
        super().__init__(
            f"Certificate {certificate_no}: {again}, and its count begins anew. "
            "Tell whoever looks after the platform; scanning goes on."
        )


class CallRejected(StationError):
    """The platform answered that this call is wrong: `code` and the raw answer tell why."""

    title = "The platform rejected the request"
    exit_code = ExitCode.NEEDS_A_PERSON

    def __init__(self, message: str, code: int | str, raw: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.raw = raw


class MachineError(StationError):
    exit_code = ExitCode.MACHINE


class StorageError(MachineError):
    """The database did not do as told: whether the last change was kept is unknown until looked up."""

    title = "The database cannot be written"


class DiskFull(StorageError):
    title = "The disk is full"


class DatabaseDamaged(StorageError):
    title = "The database is damaged"


class NewerDatabase(StorageError):
    title = "The database belongs to a newer version"

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} has schema {found}, this program knows up to {known}. "
            "Start the newer PID Station; nothing has been changed."
        )


class DataFolderError(MachineError):
    title = "The data folder cannot be used"


class ScannerUnavailable(MachineError):
    """A scanner named on the command line cannot be opened; title and message come from its driver."""

    title = "The scanner cannot be used"


class AlreadyRunning(MachineError):
    title = "The data folder is in use"

    def __init__(self, holder: str, folder: Path) -> None:
        super().__init__(
            f"{holder} is working on {folder}. Close it first, or use another folder with --data-dir. "
            "Reading commands (queue, report, verify, doctor, certificates --cached) work meanwhile."
        )
