"""The way to the platform step by step: link, name, connection, TLS, project, clock, account; up to where it breaks."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore

from station.clock import Clock
from station.cloud.auth import Api, TokenKeeper
from station.cloud.causes import link_up
from station.cloud.client import Request, SignedClient
from station.cloud.endpoints import PidReplacement
from station.cloud.transport import Limits, Transport, is_loopback
from station.credentials import Secrets
from station.errors import ExitCode, StationError
from station.health.finding import Finding
from station.session import Account
from station.settings import Settings

_CLOCK_TOLERANCE_MS = 60_000
_HTTPS, _HTTP = 443, 80
AccountCall = Callable[[], int]
"""One call in the name of whoever is signed in; gives how many certificates came. Raises `StationError`."""


@dataclass(frozen=True)
class _Way:
    """Whom this computer speaks to: the platform itself, or the proxy of this network."""

    platform: str
    host: str
    port: int
    secure: bool
    proxied: bool


def examine(
    account: Account, secrets: Secrets, settings: Settings, account_call: AccountCall | None, *, busy: bool
) -> Iterator[Finding]:
    """Without an `account_call` the account signs in for one call, unless the folder is `busy`: whoever works there
    has a token of that account, and a second sign-in could end it."""
    limit_s = settings.number("connect_timeout_s")
    way = _way(account.endpoint)
    steps: tuple[Callable[[], Finding], ...] = (
        lambda: _link(account.endpoint),
        lambda: _name(way),
        lambda: _connection(way, limit_s),
        lambda: _tls(way, settings.text("ca_bundle"), limit_s),
    )
    for step in steps:
        finding = step()
        yield finding
        if not finding.ok:
            return
    yield from _platform(account, secrets, settings, account_call, busy=busy)


def _way(endpoint: str) -> _Way:
    parts = urlsplit(endpoint)
    host, secure = parts.hostname or "", parts.scheme == "https"
    proxy = "" if is_loopback(endpoint) or proxy_bypass(host) else getproxies().get(parts.scheme, "")
    if proxy:
        through = urlsplit(proxy if "//" in proxy else f"//{proxy}")
        return _Way(host, through.hostname or "", through.port or _HTTP, secure=False, proxied=True)
    return _Way(host, host, parts.port or (_HTTPS if secure else _HTTP), secure, proxied=False)


def _link(endpoint: str) -> Finding:
    if is_loopback(endpoint):
        return Finding("link", True, "the platform is on this computer")
    up = link_up()
    if up is False:
        remedy = "Plug the network cable in, or switch Wi-Fi on; scanning goes on without."
        return Finding("link", False, "no network interface is connected", remedy, ExitCode.NOT_REACHABLE)
    return Finding("link", True, "connected" if up else "not known on this system")


def _name(way: _Way) -> Finding:
    try:
        found = socket.getaddrinfo(way.host, way.port, type=socket.SOCK_STREAM)
    except OSError as error:
        return Finding(
            "name",
            False,
            f"{way.host}: {error}",
            "Check the name service (DNS) of this network, and the endpoint; scanning goes on without.",
            ExitCode.NOT_REACHABLE,
        )
    addresses = sorted({str(one[4][0]) for one in found})
    return Finding("name", True, f"{way.host} → {', '.join(addresses)}")


def _connection(way: _Way, limit_s: float) -> Finding:
    try:
        with closing(socket.create_connection((way.host, way.port), limit_s)):
            answers = f"answers: {way.host}:{way.port}"
            return Finding(
                "connection", True, f"{answers}, the proxy of this network" if way.proxied else answers
            )
    except OSError as error:
        return Finding(
            "connection",
            False,
            f"{way.host}:{way.port}: {error}",
            "Check cable, name service and proxy; scanning goes on without.",
            ExitCode.NOT_REACHABLE,
        )


def _tls(way: _Way, ca_bundle: str, limit_s: float) -> Finding:
    if not way.secure:
        return Finding("TLS", True, "through the proxy" if way.proxied else "not used: the endpoint is http")
    try:
        context = (
            ssl.create_default_context(cafile=ca_bundle)
            if ca_bundle
            else truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        )
        with (
            socket.create_connection((way.host, way.port), limit_s) as plain,
            context.wrap_socket(plain, server_hostname=way.host) as secured,
        ):
            issuer = _issuer(secured.getpeercert(binary_form=True))
            return Finding(
                "TLS", True, f"{secured.version()}, certificate issued by {issuer or 'an unnamed authority'}"
            )
    except (OSError, ValueError) as error:
        issuer = _presented_by(way, limit_s)
        reason = getattr(error, "verify_message", "") or str(error)
        return Finding(
            "TLS",
            False,
            f"{reason}" + (f"; the certificate was issued by {issuer}" if issuer else ""),
            "If that is the authority of this network's proxy, let IT install it in the system's trust store or name "
            "its file in the setting ca_bundle. If not, somebody stands in between: do not sign in.",
            ExitCode.NOT_REACHABLE,
        )


def _presented_by(way: _Way, limit_s: float) -> str:
    """Who issued the certificate that was not accepted; nothing is sent over this connection."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with (
        suppress(OSError, ValueError),
        socket.create_connection((way.host, way.port), limit_s) as plain,
        context.wrap_socket(plain, server_hostname=way.host) as secured,
    ):
        return _issuer(secured.getpeercert(binary_form=True))
    return ""


def _issuer(certificate: bytes | None) -> str:
    """The issuer's name; empty where the package that can read it is missing (on Linux the keyring brings it)."""
    try:
        from cryptography import x509  # noqa: PLC0415 - not on every system, and slow to load
    except ImportError:
        return ""
    if not certificate:
        return ""
    return x509.load_der_x509_certificate(certificate).issuer.rfc4514_string()


def _platform(
    account: Account, secrets: Secrets, settings: Settings, account_call: AccountCall | None, *, busy: bool
) -> Iterator[Finding]:
    """One signed call that needs no user shows endpoint, project and clock; then one in the user's name."""
    client_secret = secrets.client_secret(account.endpoint, account.client_id)
    if client_secret is None:
        yield Finding(
            "platform",
            False,
            "the client secret is not stored",
            "Sign in on the page Account, or with: pid-station login",
            ExitCode.SIGN_IN,
        )
        return
    clock = Clock()
    limits = Limits(settings.number("connect_timeout_s"), ca_bundle=settings.text("ca_bundle"))
    client = SignedClient(Transport(account.endpoint, limits), account.client_id, client_secret, clock)
    try:
        answer = client.call(Request("GET", "/v1.0/token", {"grant_type": "1"}))
    except StationError as error:
        yield Finding("platform", False, str(error), error.message, ExitCode.NOT_REACHABLE)
        return
    if answer.success:
        yield Finding("platform", True, "the project's signature is accepted")
    else:
        said = f"it answers {answer.msg} (code {answer.code})"
        yield Finding("platform", False, said, "Check client id, secret and data centre.", ExitCode.SIGN_IN)
    yield _clock(clock)
    if answer.success and account_call is not None:
        yield _account(account_call)
    elif answer.success and not busy:
        password = secrets.password(account.endpoint, account.client_id, account.username)
        tokens = TokenKeeper(client, clock, account.username, password)
        platform = PidReplacement(Api(client, tokens), clock, settings.text("replacement_prefix"))
        yield _account(lambda: len(platform.certificates()))


def _clock(clock: Clock) -> Finding:
    seconds = clock.offset_ms / 1000
    far = abs(clock.offset_ms) > _CLOCK_TOLERANCE_MS
    return Finding(
        "clock", True, f"{seconds:+.1f} s to the platform's" + (", corrected by the station" if far else "")
    )


def _account(account_call: AccountCall) -> Finding:
    try:
        count = account_call()
    except StationError as error:
        return Finding("account", False, str(error), error.message, error.exit_code)
    return Finding("account", True, f"signed in, certificates listed: {count}")
