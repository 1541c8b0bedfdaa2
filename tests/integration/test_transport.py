"""Limits on every exchange, TLS that is always verified, proxies, and words for what goes wrong."""

from __future__ import annotations

import datetime
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from station.cloud import exchange
from station.cloud.transport import Answer, Limits, Transport, checked_endpoint
from station.errors import Cause, NotReachable, NotThePlatform, TlsFailure, UsageError
from tests.helpers.fault_proxy import FaultProxy, Mode
from tests.helpers.tiny_platform import Call, Raw, TinyPlatform

SHORT = Limits(connect_s=0.3, answer_s=0.4)
TOTAL_S = SHORT.connect_s + SHORT.answer_s
BODY = b'{"success": true, "result": "' + b"x" * 300 + b'"}'


def get(endpoint: str, limits: Limits = SHORT, **query: str) -> Answer:
    return Transport(endpoint, limits).send("GET", "/path", query, b"", {})


def always(answer: Raw) -> TinyPlatform:
    return TinyPlatform(lambda _call: answer)


@contextmanager
def ended_in_time() -> Iterator[None]:
    started = time.monotonic()
    yield
    assert time.monotonic() - started < TOTAL_S + 1.0


@contextmanager
def raw_server(*pieces: bytes, pause_s: float = 0.0) -> Iterator[str]:
    """Sends these pieces to whoever connects, then keeps the connection open."""
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            client, _ = listener.accept()
            with client:
                client.recv(65536)
                for piece in pieces:
                    if stop.wait(pause_s):
                        return
                    try:
                        client.sendall(piece)
                    except OSError:
                        return
                stop.wait(10)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stop.set()
        thread.join()


def test_an_answer_comes_back_whole() -> None:
    with always(Raw(BODY, 200, {"Retry-After": "3"})) as platform:
        answer = get(platform.url, sn="A B+ä&")
    assert (answer.status, answer.body, answer.headers["retry-after"]) == (200, BODY, "3")
    assert platform.calls[0].query == "sn=A+B%2B%C3%A4%26"


def test_a_black_hole_ends_by_the_time_out() -> None:
    with ended_in_time(), raw_server() as url, pytest.raises(NotReachable) as caught:
        get(url)
    assert caught.value.cause is Cause.NOT_ANSWERING


def test_a_connection_nobody_takes_ends_by_the_time_out() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        address = listener.getsockname()
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(address)
        with ended_in_time(), pytest.raises(NotReachable) as caught:
            get(f"http://127.0.0.1:{address[1]}")
        assert caught.value.cause is Cause.NOT_ANSWERING
        for filler in fillers:
            filler.close()


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n384\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Endless: ",
        b"",
    ],
    ids=["length", "chunked", "until-close", "in-a-header", "status-line"],
)
def test_a_dripping_answer_ends_by_the_total_deadline(head: bytes) -> None:
    drops = [head, *[b"H"] * 200]
    with ended_in_time(), raw_server(*drops, pause_s=0.05) as url, pytest.raises(NotReachable) as caught:
        get(url)
    assert caught.value.cause is Cause.NOT_ANSWERING


def test_a_dripping_proxy_ends_too_and_the_next_call_works() -> None:
    with always(Raw(BODY)) as platform, FaultProxy(platform.port) as proxy:
        link = Transport(proxy.url, SHORT)
        proxy.mode = Mode.DRIP
        with ended_in_time(), pytest.raises(NotReachable):
            link.send("GET", "/", {}, b"", {})
        proxy.mode = Mode.OK
        assert link.send("GET", "/", {}, b"", {}).body == BODY


def test_a_connection_is_kept_for_whichever_thread_asks_next() -> None:
    """Each batch under way has a thread of its own, and a TLS connection takes three round trips."""
    with always(Raw(BODY)) as platform, FaultProxy(platform.port) as proxy:
        link = Transport(proxy.url, SHORT)
        for _ in range(5):
            asking = threading.Thread(target=lambda: link.send("GET", "/", {}, b"", {}))
            asking.start()
            asking.join()
        assert (proxy.tries, proxy.connections) == (5, 1)


@pytest.mark.parametrize("mode", [Mode.RESET, Mode.LOST_REPLY, Mode.CUT])
def test_broken_connections_are_told_without_python_in_the_words(mode: Mode) -> None:
    with always(Raw(BODY)) as platform, FaultProxy(platform.port) as proxy:
        proxy.mode = mode
        proxy.cut_after = 10
        with pytest.raises(NotReachable) as caught:
            get(proxy.url)
    assert "('" not in caught.value.message
    assert "Error(" not in caught.value.message


def test_an_answer_cut_in_its_body_is_no_answer() -> None:
    cut = b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + BODY
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            client, _ = listener.accept()
            with client:
                client.recv(65536)
                client.sendall(cut)

        thread = threading.Thread(target=serve)
        thread.start()
        with pytest.raises(NotReachable):
            get(f"http://127.0.0.1:{listener.getsockname()[1]}")
        thread.join()


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with ended_in_time(), pytest.raises(NotReachable, match="refused") as caught:
        get(f"http://127.0.0.1:{port}")
    assert caught.value.cause is Cause.NOT_ANSWERING


def test_a_name_that_does_not_exist() -> None:
    with pytest.raises(NotReachable) as caught:
        get("https://no-such-host.invalid", Limits(2.0, 2.0))
    assert caught.value.cause in (Cause.NO_INTERNET, Cause.NO_LINK)


def test_redirects_are_not_followed() -> None:
    with always(Raw(b"secret page")) as other:
        target = other.url + "/elsewhere"
        with always(Raw(b"", 302, {"Location": target})) as platform:
            assert get(platform.url).status == 302
        assert other.calls == []


def test_an_endless_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MOST_BYTES", 100_000)
    with always(Raw(b"x" * 100_001)) as platform, pytest.raises(NotThePlatform, match="100000 bytes"):
        get(platform.url, Limits())
    with always(Raw(b"x" * 100_000)) as platform:
        assert len(get(platform.url, Limits()).body) == 100_000


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://openapi.example.com",
        "http://192.168.1.5:8080",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "ftp://127.0.0.1",
        "openapi.example.com",
        "https://",
        "https:///path",
        "",
        "file:///etc/passwd",
        "http://[::1",
        "https://host:port",
        "https://host:99999",
        "https://user:password@openapi.example.com",
        "https://ex ample.com",
        "https://example.com\r\nX: y",
        "https://[nonsense]",
        "https://exa\0mple.com",
    ],
)
def test_addresses_that_are_none_or_not_encrypted_are_refused(endpoint: str) -> None:
    with pytest.raises(UsageError):
        checked_endpoint(endpoint)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" https://openapi.example.com/ ", "https://openapi.example.com"),
        ("HTTPS://OpenAPI.Example.com", "https://openapi.example.com"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:1/", "http://localhost:1"),
        ("http://[::1]:80", "http://[::1]:80"),
        ("https://openapi.example.com/base/?query#part", "https://openapi.example.com/base"),
    ],
)
def test_one_address_has_one_spelling(typed: str, kept: str) -> None:
    assert checked_endpoint(typed) == kept


@settings(max_examples=200)
@given(st.text(max_size=30) | st.text(":/[]@?#%. a0\0", max_size=30).map(lambda text: f"https://{text}"))
def test_any_address_is_taken_or_refused_in_words(endpoint: str) -> None:
    try:
        kept = checked_endpoint(endpoint)
    except UsageError:
        return
    assert checked_endpoint(kept) == kept


def authority(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A self-signed certificate for 127.0.0.1: the server's TLS context, and the file to trust."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "factory proxy")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "public.pem", folder / "private.pem"
    public.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return context, public


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    context, _ = authority(tmp_path)
    with TinyPlatform(lambda _: Raw(BODY), context) as platform:
        with pytest.raises(TlsFailure, match="ca_bundle") as caught:
            get(platform.url, Limits())
        assert platform.calls == []
    assert caught.value.cause is Cause.TLS


def test_the_factorys_own_authority_is_accepted_by_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context, bundle = authority(tmp_path)
    (tmp_path / "other").mkdir()
    _, another = authority(tmp_path / "other")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(another))
    with TinyPlatform(lambda _: Raw(BODY), context) as platform:
        assert get(platform.url, Limits(ca_bundle=str(bundle))).body == BODY
        with pytest.raises(TlsFailure):
            get(platform.url, Limits(ca_bundle=str(another)))


def test_a_ca_bundle_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    context, _ = authority(tmp_path)
    empty = tmp_path / "empty.pem"
    empty.write_text("no certificate")
    with TinyPlatform(lambda _: Raw(BODY), context) as platform:
        for file in (tmp_path / "absent.pem", empty):
            with pytest.raises(TlsFailure, match="ca_bundle"):
                get(platform.url, Limits(ca_bundle=str(file)))


def test_plain_text_behind_an_https_address_is_a_tls_failure() -> None:
    with always(Raw(BODY)) as platform, pytest.raises(TlsFailure):
        get(platform.url.replace("http:", "https:"), Limits())


@pytest.fixture
def forward_proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[TinyPlatform]:
    """A web proxy that answers every request itself, named by the environment as a factory's would be."""

    def respond(call: Call) -> Raw:
        return Raw(b"", 407) if call.method == "CONNECT" else Raw(b"from the proxy")

    with TinyPlatform(respond) as proxy:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        yield proxy


def test_the_factorys_proxy_is_used_for_the_platform(forward_proxy: TinyPlatform) -> None:
    with pytest.raises(NotReachable) as caught:
        get("https://openapi.example.com", Limits(2.0, 2.0))
    assert caught.value.cause is Cause.PROXY
    assert [call.method for call in forward_proxy.calls] == ["CONNECT"]


def test_the_proxy_is_not_used_for_this_machine(forward_proxy: TinyPlatform) -> None:
    with always(Raw(BODY)) as platform:
        assert get(platform.url).body == BODY
    assert forward_proxy.calls == []
