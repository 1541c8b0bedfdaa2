"""One sandbox per module, without faults before and after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import no_keyring

__all__ = ["no_keyring"]

Stock = Callable[[str, int], list[str]]


@pytest.fixture(scope="module")
def _module_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SandboxProcess]:
    with SandboxProcess(tmp_path_factory.mktemp("sandbox")) as process:
        yield process


@pytest.fixture
def sandbox(_module_sandbox: SandboxProcess) -> Iterator[SandboxProcess]:
    yield _module_sandbox
    _module_sandbox.set_faults([])


@pytest.fixture(scope="module")
def _shelf() -> dict[str, list[str]]:
    return {}


@pytest.fixture
def stock(_module_sandbox: SandboxProcess, _shelf: dict[str, list[str]]) -> Stock:
    """Hands out SNs that are good for a certificate and that no test of the module has had."""

    def take(certificate_no: str, count: int) -> list[str]:
        if certificate_no not in _shelf:
            _shelf[certificate_no] = _module_sandbox.sns(certificate_no, 1000)
        taken, _shelf[certificate_no][:count] = _shelf[certificate_no][:count], []
        assert len(taken) == count
        return taken

    return take


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder of the test's station."""
    return tmp_path / "station"
