"""One sandbox for the tests that leave it usable, a fresh one for those that do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.platform_client import PlatformClient
from tests.helpers.sandbox_process import SandboxProcess

Stock = Callable[[int], list[str]]
NewCertificate = Callable[[int], dict[str, Any]]


@pytest.fixture(scope="session")
def shared_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox")) as process:
        yield process


@pytest.fixture
def sandbox(shared_sandbox: SandboxProcess) -> Iterator[SandboxProcess]:
    """The shared sandbox, without faults before and after the test."""
    yield shared_sandbox
    shared_sandbox.set_faults([])


@pytest.fixture
def client(sandbox: SandboxProcess) -> PlatformClient:
    """Signed in as the first account."""
    client = PlatformClient(sandbox.ready)
    client.sign_in()
    return client


@pytest.fixture
def certificate(sandbox: SandboxProcess) -> dict[str, Any]:
    """The seeded certificate with room for 1,000 units."""
    return sandbox.certificate(room=1000)


@pytest.fixture(scope="session")
def _stock(shared_sandbox: SandboxProcess) -> list[str]:
    return shared_sandbox.sns(shared_sandbox.certificate(room=1000)["certificate_no"], 1000)


@pytest.fixture
def stock(_stock: list[str]) -> Stock:
    """Hands out SNs of `certificate` that no test has used."""

    def take(count: int) -> list[str]:
        taken, _stock[:count] = _stock[:count], []
        assert len(taken) == count
        return taken

    return take


@pytest.fixture
def new_certificate(
    sandbox: SandboxProcess,
    client: PlatformClient,
    certificate: dict[str, Any],
    request: pytest.FixtureRequest,
) -> NewCertificate:
    """Apply for a certificate for the PIDs of `certificate`, and have it approved."""

    def make(quantity: int) -> dict[str, Any]:
        body = {
            "client_req_id": f"{request.node.name[:40]}-{quantity}",
            "original_pid": certificate["original_pid"],
            "new_pid": certificate["new_pid"],
            "quantity": quantity,
            "reason": "contract test",
        }
        made = client.result("POST", "/certificates", body)
        sandbox.approve(made["certificate_no"])
        return dict(client.result("GET", f"/certificates/{made['certificate_no']}"))

    return make


@pytest.fixture
def own_sandbox(tmp_path: Path) -> Iterator[SandboxProcess]:
    """A small sandbox of this test's own: it may be killed."""
    with SandboxProcess(tmp_path / "own", "--devices", "120") as process:
        yield process
