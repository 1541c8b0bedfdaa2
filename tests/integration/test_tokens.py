"""The life of a user token, against the real sandbox and against servers that follow only the contract."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from station.cloud.auth import Api, TokenKeeper
from station.cloud.client import Request, SignedClient
from station.cloud.transport import Limits, Transport
from station.errors import (
    NotReachable,
    NotThePlatform,
    PlatformBusy,
    PlatformSetupError,
    SignInNeeded,
    SignInRefused,
    StationError,
)
from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import ShiftedClock
from tests.helpers.tiny_platform import LOGIN, REFRESH, Answer, Call, Raw, TinyPlatform, bad, good, tokens

PRODUCTS = Request("GET", "/v1.0/pid-replacement/products", {"page_no": "1", "page_size": "1"})
LIMITS = Limits(2.0, 2.0)


class Desk:
    """Everything between a business call and the wire, with its clock at hand."""

    def __init__(
        self, url: str, client_id: str, secret: str, username: str, password: str | None, clock: ShiftedClock
    ) -> None:
        self.clock = clock
        client = SignedClient(Transport(url, LIMITS), client_id, secret, clock)
        self.keeper = TokenKeeper(client, clock, username, password)
        self.api = Api(client, self.keeper)

    def forget_password(self) -> None:
        """As if it had only been typed in: a refresh is all that is left."""
        self.keeper._password = None


@pytest.fixture
def desk(sandbox: SandboxProcess) -> Desk:
    ready = sandbox.ready
    return Desk(
        ready["base_url"],
        ready["client_id"],
        ready["client_secret"],
        ready["username"],
        ready["password"],
        ShiftedClock(),
    )


class Accounts:
    """A platform with one user: gives numbered tokens, remembers which access token is good."""

    def __init__(self) -> None:
        self.life_s = 7200
        self.issued = 0
        self.dead_with: int | str = 1010
        self.killed: set[str] = set()
        self.instead: dict[str, Answer] = {}

    def __call__(self, call: Call) -> Answer:
        for path, answer in self.instead.items():
            if call.path.startswith(path):
                return answer
        if call.path == LOGIN or call.path.startswith(REFRESH):
            if call.path.startswith(REFRESH) and call.path != f"{REFRESH}refresh-{self.issued}":
                return bad(1010, "token invalid")
            self.issued += 1
            return tokens(self.issued, self.life_s)
        token = call.headers.get("access_token", "")
        if token != f"access-{self.issued}" or token in self.killed:
            return bad(self.dead_with, "token invalid")
        return good({"list": []})


@contextmanager
def tiny(accounts: Accounts, password: str | None = "secret words") -> Iterator[tuple[TinyPlatform, Desk]]:
    with TinyPlatform(accounts) as platform:
        yield platform, Desk(platform.url, "client", "hmac secret", "anna", password, ShiftedClock())


def test_a_token_is_used_until_a_minute_before_its_end(sandbox: SandboxProcess, desk: Desk) -> None:
    first = desk.keeper.current()
    desk.clock.shift_ms = 7200_000 - 60_000 - 5_000
    assert desk.keeper.current() is first
    desk.clock.shift_ms = 7200_000 - 60_000
    second = desk.keeper.current()
    assert second.refresh != first.refresh
    assert desk.api.call(PRODUCTS).success
    used_up = sandbox.query("SELECT refreshable FROM tokens WHERE refresh_token = ?", first.refresh)
    assert used_up == [(0,)], "it was refreshed, not signed in anew"


@pytest.mark.parametrize("code", [1010, 1011, 1012])
def test_a_dead_token_is_refreshed_and_the_call_repeated(
    sandbox: SandboxProcess, desk: Desk, code: int
) -> None:
    first = desk.keeper.current()
    sandbox.set_faults([{"effect": "kill_tokens", "code": code, "times": 1, "path": PRODUCTS.path}])
    assert desk.api.call(PRODUCTS).success
    assert desk.keeper.current() is not first


@pytest.mark.parametrize("code", [1002, 1400, "1010"])
def test_other_token_codes_are_treated_alike(code: int | str) -> None:
    accounts = Accounts()
    accounts.dead_with = code
    with tiny(accounts) as (platform, desk):
        desk.api.call(PRODUCTS)
        accounts.killed.add("access-1")
        assert desk.api.call(PRODUCTS).success
        assert platform.paths() == [LOGIN, PRODUCTS.path, PRODUCTS.path, f"{REFRESH}refresh-1", PRODUCTS.path]


def test_a_dead_refresh_token_leads_to_a_new_sign_in_where_a_password_is_there(
    sandbox: SandboxProcess, desk: Desk
) -> None:
    desk.keeper.current()
    sandbox.set_faults(
        [{"effect": "kill_tokens", "code": 1010, "refresh_too": True, "times": 1, "path": PRODUCTS.path}]
    )
    assert desk.api.call(PRODUCTS).success


def test_without_a_password_the_person_is_asked(sandbox: SandboxProcess, desk: Desk) -> None:
    desk.keeper.current()
    desk.forget_password()
    sandbox.set_faults(
        [{"effect": "kill_tokens", "code": 1010, "refresh_too": True, "times": 1, "path": PRODUCTS.path}]
    )
    with pytest.raises(SignInNeeded, match="kept and will be sent"):
        desk.api.call(PRODUCTS)


def test_the_sign_in_sends_the_password_hashed_and_no_token() -> None:
    with tiny(Accounts(), "Pässwörd") as (platform, desk):
        desk.keeper.current()
        login = platform.calls[0]
    digest = hashlib.sha256("Pässwörd".encode()).hexdigest()
    assert login.document == {"username": "anna", "password": digest}
    assert "access_token" not in login.headers
    assert login.headers["sign_method"] == "HMAC-SHA256"
    assert len(login.headers["t"]) == 13
    assert login.headers["nonce"]


def test_a_refresh_token_is_never_used_twice() -> None:
    accounts = Accounts()
    with tiny(accounts) as (platform, desk):
        for _ in range(3):
            accounts.killed.add(desk.keeper.current().access)
            desk.api.call(PRODUCTS)
        refreshed = [path for path in platform.paths() if path.startswith(REFRESH)]
    assert refreshed == [f"{REFRESH}refresh-{n}" for n in (1, 2, 3)]


def test_eight_threads_refresh_once_between_them() -> None:
    accounts = Accounts()
    with tiny(accounts) as (platform, desk):
        first = desk.keeper.current()
        desk.clock.shift_ms = 7200_000
        start, got = threading.Barrier(8), []

        def work() -> None:
            start.wait()
            got.append(desk.keeper.current())

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert platform.paths() == [LOGIN, f"{REFRESH}refresh-1"]
    assert len(got) == 8
    assert {token.access for token in got} == {"access-2"} != {first.access}


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (Raw(b"<html>guest network</html>"), NotThePlatform),
        (Raw(b"", 502), PlatformBusy),
        (bad(500), PlatformBusy),
        (bad(1004), PlatformSetupError),
        (good({"access_token": "x"}), NotThePlatform),
        (good({"access_token": "x", "refresh_token": "y", "expire": float("inf")}), NotThePlatform),
        (good({"access_token": "ключ", "refresh_token": "y", "expire": 7200}), NotThePlatform),
        (good({"access_token": "a\r\nb", "refresh_token": "y", "expire": 7200}), NotThePlatform),
        (good(None), NotThePlatform),
        (good([1]), NotThePlatform),
    ],
)
def test_a_failing_refresh_clears_nothing(answer: Answer, kind: type[StationError]) -> None:
    accounts = Accounts()
    with tiny(accounts) as (platform, desk):
        desk.keeper.current()
        desk.clock.shift_ms = 7200_000
        accounts.instead = {REFRESH: answer}
        for _ in range(2):
            with pytest.raises(kind):
                desk.api.call(PRODUCTS)
        accounts.instead = {}
        assert desk.api.call(PRODUCTS).success
        assert platform.paths().count(LOGIN) == 1


def test_a_network_that_is_down_clears_nothing() -> None:
    with TinyPlatform(Accounts()) as platform, FaultProxy(platform.port) as proxy:
        desk = Desk(proxy.url, "client", "hmac secret", "anna", "secret words", ShiftedClock())
        desk.keeper.current()
        desk.forget_password()
        desk.clock.shift_ms = 7200_000
        proxy.mode = Mode.RESET
        for _ in range(3):
            with pytest.raises(NotReachable):
                desk.api.call(PRODUCTS)
        proxy.mode = Mode.OK
        assert desk.api.call(PRODUCTS).success


def test_a_refused_sign_in_says_so(sandbox: SandboxProcess) -> None:
    ready = sandbox.ready
    desk = Desk(
        ready["base_url"],
        ready["client_id"],
        ready["client_secret"],
        ready["username"],
        "wrong",
        ShiftedClock(),
    )
    with pytest.raises(SignInRefused, match="account and the password"):
        desk.api.call(PRODUCTS)


@pytest.mark.parametrize(("client_id", "secret"), [("nobody", None), (None, "wrong")])
def test_a_wrong_project_is_told_as_a_setting(
    sandbox: SandboxProcess, client_id: str | None, secret: str | None
) -> None:
    ready = sandbox.ready
    desk = Desk(
        ready["base_url"],
        client_id or ready["client_id"],
        secret or ready["client_secret"],
        ready["username"],
        ready["password"],
        ShiftedClock(),
    )
    with pytest.raises(PlatformSetupError, match="client"):
        desk.api.call(PRODUCTS)


def test_a_fresh_token_that_is_refused_too_ends_in_words() -> None:
    accounts = Accounts()
    accounts.instead = {PRODUCTS.path: bad(1010)}
    with tiny(accounts) as (platform, desk):
        with pytest.raises(SignInNeeded):
            desk.api.call(PRODUCTS)
        assert platform.paths().count(PRODUCTS.path) == 2, "repeated once, not for ever"


@pytest.mark.log_allowed
@pytest.mark.parametrize("wrong_by_ms", [-3_600_000, 86_400_000])
def test_a_wrong_clock_is_put_right_and_the_call_repeated(
    sandbox: SandboxProcess, desk: Desk, wrong_by_ms: int
) -> None:
    desk.clock.wall_shift_ms = wrong_by_ms
    assert desk.api.call(PRODUCTS).success
    assert abs(desk.clock.offset_ms + wrong_by_ms) < 2_000


@pytest.mark.log_allowed
def test_a_clock_that_cannot_be_put_right_is_tried_once_more_only() -> None:
    accounts = Accounts()
    accounts.instead = {PRODUCTS.path: bad(1013, "request time is invalid")}
    with tiny(accounts) as (platform, desk):
        with pytest.raises(PlatformBusy):
            desk.api.call(PRODUCTS)
        assert platform.paths().count(PRODUCTS.path) == 2


def test_a_small_drift_is_followed_without_a_refusal(sandbox: SandboxProcess, desk: Desk) -> None:
    desk.keeper.current()
    desk.clock.wall_shift_ms = 100_000
    assert desk.api.call(PRODUCTS).success
    assert abs(desk.clock.offset_ms + 100_000) < 2_000
