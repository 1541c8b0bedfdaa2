"""One sandbox for the commands that leave it as it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.helpers.sandbox_process import SandboxProcess


@pytest.fixture(scope="package")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox")) as process:
        yield process
