"""One sandbox for the commands that leave it as it is, and one warm interpreter to run them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess


@pytest.fixture(scope="package")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox")) as process:
        yield process


@pytest.fixture(scope="package")
def server() -> Iterator[ForkServer]:
    with ForkServer() as server:
        yield server
