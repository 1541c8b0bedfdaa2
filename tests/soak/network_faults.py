"""What a network does to a station, one entry a fault, with what the operator is to be told."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from station.errors import Cause, NotReachable, NotThePlatform, PlatformBusy, TlsFailure
from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.sandbox_process import SandboxProcess

RETRY_AFTER_S = 40
_DAY_S = 86_400
_NO_SHARE = {
    "share": 0
}  # a platform whose clock jumps by a day ends its leases, and refuses what travels under them
_PAGE = b"<html><head><title>Guest network</title></head><body>Please accept the terms.</body></html>"


@dataclass(frozen=True)
class Fault:
    """`error` is what a call ends with, None where the operator need not know; `cause` its word on the screen.

    `pauses_s` bounds every pause between two tries; `slow` faults cost a whole time-out a try; `settings` are those
    that the station needs for it.
    """

    name: str
    begin: Callable[[FaultProxy, SandboxProcess], None]
    error: type[NotReachable] | None
    cause: Cause = Cause.NONE
    pauses_s: tuple[float, float] = (0.25, 30.0)
    slow: bool = False
    settings: Mapping[str, object] = field(default_factory=dict)


def _mode(mode: Mode, *, cut_after: int = 0) -> Callable[[FaultProxy, SandboxProcess], None]:
    def begin(proxy: FaultProxy, _sandbox: SandboxProcess) -> None:
        proxy.cut_after, proxy.drip_s = cut_after, 0.005
        proxy.mode = mode

    return begin


def answering(status: str, body: bytes = b"", *headers: str) -> Callable[[FaultProxy, SandboxProcess], None]:
    head = "\r\n".join([f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"])

    def begin(proxy: FaultProxy, _sandbox: SandboxProcess) -> None:
        proxy.answer = head.encode() + b"\r\n\r\n" + body
        proxy.mode = Mode.ANSWER

    return begin


def _clock(seconds: int) -> Callable[[FaultProxy, SandboxProcess], None]:
    def begin(_proxy: FaultProxy, sandbox: SandboxProcess) -> None:
        sandbox.set_faults([{"effect": "clock_skew", "seconds": seconds}])

    return begin


def end(proxy: FaultProxy, sandbox: SandboxProcess) -> None:
    """All is well again."""
    sandbox.set_faults([])
    if proxy.mode is not Mode.OK:  # setting it ends what is under way
        proxy.mode = Mode.OK


FAULTS: tuple[Fault, ...] = (
    Fault("refused", _mode(Mode.REFUSE), NotReachable, Cause.NOT_ANSWERING),
    Fault("reset before the work", _mode(Mode.RESET), NotReachable, Cause.NOT_ANSWERING),
    Fault("answer lost after the work", _mode(Mode.LOST_REPLY), NotReachable, Cause.NOT_ANSWERING),
    Fault("cut in the headers", _mode(Mode.CUT, cut_after=20), NotThePlatform, Cause.NOT_ANSWERING),
    Fault("cut in the body", _mode(Mode.CUT, cut_after=-20), NotReachable, Cause.NOT_ANSWERING),
    Fault("black hole", _mode(Mode.BLACK_HOLE), NotReachable, Cause.NOT_ANSWERING, slow=True),
    Fault("drip", _mode(Mode.DRIP), NotReachable, Cause.NOT_ANSWERING, slow=True),
    Fault("portal page", answering("200 OK", _PAGE), NotThePlatform, Cause.PORTAL),
    Fault(
        "portal redirect",
        answering("302 Found", b"", "Location: http://192.0.2.1/login"),
        NotThePlatform,
        Cause.PORTAL,
    ),
    Fault("bad gateway", answering("502 Bad Gateway", b"<html>502</html>"), PlatformBusy, Cause.BUSY),
    Fault(
        "too many requests",
        answering("429 Too Many Requests", b"", f"Retry-After: {RETRY_AFTER_S}"),
        PlatformBusy,
        Cause.BUSY,
        pauses_s=(RETRY_AFTER_S, RETRY_AFTER_S + 30.0),
    ),
    Fault("empty answer", answering("200 OK"), NotThePlatform, Cause.NOT_ANSWERING),
    Fault("certificate nobody signed", _mode(Mode.BAD_CERTIFICATE), TlsFailure, Cause.TLS),
    Fault("clock a day ahead", _clock(_DAY_S), None, settings=_NO_SHARE),
    Fault("clock a day behind", _clock(-_DAY_S), None, settings=_NO_SHARE),
)


@dataclass(frozen=True)
class Tls:
    """`good` is signed by the authority in the file `ca`, `bad` by itself."""

    good: ssl.SSLContext
    bad: ssl.SSLContext
    ca: Path


def make_tls(folder: Path, host: str = "127.0.0.1") -> Tls:
    """Two servers for a name or an address, valid for a day."""
    authority = ec.generate_private_key(ec.SECP256R1())
    ca = folder / "ca.pem"
    ca.write_bytes(_signed(authority, "Test authority", authority, "Test authority"))
    good, bad = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    return Tls(
        _context(folder / "good.pem", good, _signed(good, host, authority, "Test authority")),
        _context(folder / "bad.pem", bad, _signed(bad, host, bad, host)),
        ca,
    )


def _signed(
    key: ec.EllipticCurvePrivateKey, name: str, signer: ec.EllipticCurvePrivateKey, issuer: str
) -> bytes:
    now = datetime.datetime.now(datetime.UTC)
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=key is signer, path_length=None), critical=True)
        .add_extension(own, critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
        .add_extension(x509.SubjectAlternativeName([_general(name)]), critical=False)
        .sign(signer, hashes.SHA256())
    )
    return certificate.public_bytes(serialization.Encoding.PEM)


def _general(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _context(file: Path, key: ec.EllipticCurvePrivateKey, certificate: bytes) -> ssl.SSLContext:
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(secret + certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context
