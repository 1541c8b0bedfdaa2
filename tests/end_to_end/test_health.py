"""The doctor walks the way to the platform step by step and stops where it breaks, with what to do there."""

from __future__ import annotations

import datetime
import json
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from station.credentials import Secrets
from station.errors import ExitCode
from station.health import data, network
from station.health.finding import Finding
from station.session import Account
from station.settings import Settings
from tests.helpers.commands import Terminal
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.secret_service import secret_service

ISSUER = "CN=Inspection proxy of this factory"


def walk(folder: Path, endpoint: str, ca_bundle: str = "") -> dict[str, Finding]:
    (folder / "settings.json").write_text(json.dumps({"ca_bundle": ca_bundle, "connect_timeout_s": 2.0}))
    account = Account(endpoint, "client", "anna", "uid")
    found = network.examine(account, Secrets(None), Settings(folder / "settings.json"), None, busy=False)
    return {finding.name: finding for finding in found}


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def inspected(folder: Path) -> Iterator[tuple[int, Path]]:
    """A TLS server with a certificate of its own making, as a proxy that looks inside has one."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, ISSUER.removeprefix("CN="))])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "proxy.pem"
    pem.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "proxy.key").write_bytes(private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, folder / "proxy.key")
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                plain, _ = server.accept()
                with plain, suppress(OSError), context.wrap_socket(plain, server_side=True) as secured:
                    secured.recv(1)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(server.getsockname()[1]), pem
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join()


def test_a_name_that_is_not_found_ends_the_walk_there(tmp_path: Path) -> None:
    found = walk(tmp_path, "https://no-such-platform.invalid")
    broken = [*found.values()][-1]
    assert (broken.name, broken.ok, broken.exit_code) in {
        ("name", False, ExitCode.NOT_REACHABLE),
        ("link", False, ExitCode.NOT_REACHABLE),  # where this machine has no network at all
    }
    assert broken.remedy


def test_a_port_that_nobody_answers(tmp_path: Path) -> None:
    found = walk(tmp_path, f"http://127.0.0.1:{free_port()}")
    assert [(one.name, one.ok) for one in found.values()] == [
        ("link", True),
        ("name", True),
        ("connection", False),
    ]
    assert "refused" in found["connection"].detail


def test_a_certificate_that_is_not_trusted_is_named_by_its_issuer(tmp_path: Path) -> None:
    with inspected(tmp_path) as (port, pem):
        found = walk(tmp_path, f"https://localhost:{port}")
        assert not found["TLS"].ok
        assert ISSUER in found["TLS"].detail
        assert "do not sign in" in found["TLS"].remedy
        assert "platform" not in found, "nothing is sent to whoever that is"
        trusted = walk(tmp_path, f"https://localhost:{port}", ca_bundle=str(pem))
        assert trusted["TLS"].ok
        assert ISSUER in trusted["TLS"].detail


def test_the_doctor_reaches_the_account_but_not_beside_a_window(tmp_path: Path, server: ForkServer) -> None:
    with SandboxProcess(tmp_path / "platform") as sandbox:
        person = Terminal(tmp_path / "station", sandbox.ready, server)
        assert person.login().code == 0
        found = {one["name"]: one for one in person.good("doctor", "--json").document}
        assert [set(one) for one in found.values()] == [
            {"name", "ok", "detail", "remedy", "exit_code"}
        ] * len(found)
        assert found["account"]["detail"].endswith(f": {len(sandbox.ready['certificates'])}")
        assert {"link", "name", "connection", "TLS", "platform", "clock", "sound", "drive", "keyring"} <= set(
            found
        )
        sandbox.stop()
        down = person.run("doctor")
        assert (down.code, "BAD connection" in down.out, "what to do" in down.out) == (4, True, True)


def test_a_locked_keyring_is_a_finding_with_a_remedy() -> None:
    code = (
        "from station.credentials import open_secrets; from station.health import data;"
        "print(data.keyring(open_secrets(), probe=True))"
    )
    with secret_service(sys.executable) as service:
        run = [sys.executable, "-c", code]
        keep = [sys.executable, "-m", "tests.helpers.secrets_subject", "keep", "one", "two"]
        subprocess.run(keep, env=service.environment, check=True, capture_output=True)
        before = subprocess.run(
            run, env=service.environment, check=True, capture_output=True, text=True
        ).stdout
        service.lock()
        after = subprocess.run(
            run, env=service.environment, check=True, capture_output=True, text=True
        ).stdout
    assert "ok=True" in before
    assert "ok=False" in after
    assert "Unlock the keyring" in after
    assert data.keyring(Secrets(None), probe=False).ok
