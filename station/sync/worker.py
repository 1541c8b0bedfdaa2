"""The background thread of the window: sends as rows come, notices outages, watches the chosen certificate."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass

from station.clock import Clock
from station.errors import Cause, NotReachable, PlatformSetupError, SignInError, SignInRefused, StationError
from station.events import LinkChanged, Listener, SyncFailed
from station.model import Link, LinkState
from station.session import Session
from station.settings import Settings
from station.sync.engine import SyncEngine

log = logging.getLogger(__name__)

_FIRST_PAUSE_S = 1.0
_LONGEST_PAUSE_S = 30.0
_REFUSED_PAUSE_S = 600.0  # a wrong password does not get better, and tried often it locks the account
_CERTIFICATE_EVERY_MS = 20_000
_STOP_WITHIN_S = 2.0


@dataclass
class _Outage:
    failures: int = 0

    def pause_s(self, error: StationError) -> float:
        """Full jitter, on top of what the platform asked for."""
        self.failures += 1
        if isinstance(error, SignInRefused):
            return _REFUSED_PAUSE_S
        longest = min(_LONGEST_PAUSE_S, _FIRST_PAUSE_S * 2 ** min(self.failures, 10))
        asked = error.retry_after_s if isinstance(error, NotReachable) else 0.0
        return asked + random.uniform(_FIRST_PAUSE_S / 4, longest)  # noqa: S311 - jitter, not a secret


class SyncWorker:
    """Runs the engine until stopped; `tidy` is called when there is nothing to send. `link` may be read anywhere."""

    def __init__(
        self,
        engine: SyncEngine,
        session: Session,
        settings: Settings,
        clock: Clock,
        listener: Listener,
        tidy: Callable[[], None],
    ) -> None:
        self._engine = engine
        self._session = session
        self._settings = settings
        self._clock = clock
        self._tell = listener
        self._tidy = tidy
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._all_now = threading.Event()
        self._paused = threading.Event()
        self._at_work = False
        self._thread: threading.Thread | None = None
        self._outage = _Outage()
        self._certificate_seen_ms = -_CERTIFICATE_EVERY_MS
        self.link = LinkState(Link.UNKNOWN)

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)
        self._thread.start()

    def stop(self) -> bool:
        """End the thread; False when a request in flight keeps it a little longer (it is left to die alone)."""
        self._stopping.set()
        self._wake.set()
        if self._thread is None:
            return True
        self._thread.join(_STOP_WITHIN_S)
        return not self._thread.is_alive()

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def wake(self) -> None:
        """There is work; a back-off goes on to its end, or a busy line would end every one of them."""
        if not self._outage.failures:
            self._wake.set()

    def try_now(self) -> None:
        """Something has changed that may help, or a person asks: do not wait for the end of a back-off."""
        self._wake.set()

    def send_now(self) -> None:
        """Look for work now, and end hold-backs and holds: a person has said so."""
        self._all_now.set()
        self.try_now()

    def pause(self) -> None:
        """Send nothing after the batch under way until `resume`; what is in doubt is asked about all the same."""
        self._paused.set()

    def resume(self) -> None:
        """Send again. Does nothing when nobody has paused it."""
        if self._paused.is_set():
            self._paused.clear()
            self.try_now()

    @property
    def paused(self) -> bool:
        return self._paused.is_set()

    @property
    def resting(self) -> bool:
        """Paused, and no batch is under way any more: nothing is sent from here on."""
        return self._paused.is_set() and not self._at_work

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._at_work = True
            try:
                pause_s = self._round()
            except StationError as error:
                pause_s = self._failed(error)
            except Exception as error:  # outermost of the thread: logged, shown, tried again
                if self._stopping.is_set():
                    return  # the station was closed over a request in flight; its rows are asked about at the start
                log.exception("The sync thread met a bug")
                self._tell(
                    SyncFailed(StationError(f"Sending stopped for a moment: {error}. It is in the log."))
                )
                pause_s = _LONGEST_PAUSE_S
            self._at_work = False
            self._clock.wait(pause_s, self._wake)
            self._wake.clear()

    def _round(self) -> float:
        """Ask, send until nothing is due, look at the certificate. Gives the seconds until the next round."""
        if self._session.account is None:
            self._show(Link.SIGN_IN_NEEDED, Cause.SIGN_IN_NEEDED, "nobody is signed in")
            return self._settings.number("sync_interval_s")
        heard = self._engine.ask()
        everything = self._all_now.is_set()
        self._all_now.clear()
        if everything:
            self._engine.release_held()
        while sent := self._engine.send(ignore_hold_back=everything, go_on=self._go_on, heard=self._online):
            heard += sent
            self._online()
            self._engine.shares.keep()
        heard += self._watch_certificate()
        self._engine.shares.keep()
        if heard:
            self._online()
        else:
            self._housekeep()
        return self._settings.number("sync_interval_s")

    def _may_send(self) -> bool:
        return not (self._stopping.is_set() or self._paused.is_set())

    def _go_on(self) -> bool:
        """Also whether nobody waits for a look at the share, who is in a hurry."""
        return self._may_send() and not self._engine.shares.is_awaited

    def _online(self) -> None:
        """The platform has answered."""
        self._outage = _Outage()
        self._show(Link.ONLINE, Cause.NONE)

    def _watch_certificate(self) -> int:
        """Every 20 s, and at once after an outage: is the chosen certificate still approved, what is used?"""
        now = self._clock.monotonic_ms()
        chosen = self._session.certificate_no
        due = now - self._certificate_seen_ms >= _CERTIFICATE_EVERY_MS or self.link.link is not Link.ONLINE
        if not due:
            return 0
        if chosen is not None:
            self._engine.refresh_certificate(chosen)
        self._engine.audits.look(at_once=chosen is None)
        self._certificate_seen_ms = now
        self._engine.hold_closed()
        return 1

    def _failed(self, error: StationError) -> float:
        if isinstance(error, NotReachable):
            self._show(Link.OFFLINE, error.cause)
        elif isinstance(error, PlatformSetupError):
            self._show(Link.SETUP_WRONG, Cause.SETTINGS, error.message)
        elif isinstance(error, SignInError):
            self._show(Link.SIGN_IN_NEEDED, Cause.SIGN_IN_NEEDED, error.message)
        else:
            log.error("Sending failed: %s", error)
            self._tell(SyncFailed(error))
        self._housekeep()
        return self._outage.pause_s(error)

    def _housekeep(self) -> None:
        try:
            self._tidy()
        except StationError as error:
            log.error("Housekeeping failed: %s", error)  # noqa: TRY400 - the words are in the error
            self._tell(SyncFailed(error))

    def _show(self, link: Link, cause: Cause, detail: str = "") -> None:
        """Tell a change of the link or its cause, once; an outage is one line in the log, however many tries it takes
        and in however many ways they fail.
        """
        now = self._clock.wall_ms()
        old = self.link
        since = old.since_ms if old.link is link else now
        self.link = LinkState(link, cause, since, now if link is Link.ONLINE else old.last_answer_ms, detail)
        if (old.link, old.cause, old.detail) != (link, cause, detail):
            level = logging.INFO if old.link is not link else logging.DEBUG
            log.log(level, "Link: %s %s", link, detail or cause)
            self._tell(LinkChanged(self.link))
