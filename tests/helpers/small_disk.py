"""A disk of a few hundred kB that a test can fill and empty: a tmpfs where mounting is allowed."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class SmallDisk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Take all space that is left."""
        with self._ballast.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError as error:
                assert error.errno == errno.ENOSPC

    def leave(self, free: int) -> None:
        """Take space until so many bytes are left, or give some back."""
        with self._ballast.open("ab") as file:
            size = file.tell() + shutil.disk_usage(self.folder).free - free
            os.ftruncate(file.fileno(), max(0, size))
            os.posix_fallocate(file.fileno(), 0, max(1, size))

    def empty(self) -> None:
        self._ballast.unlink()

    def read_only(self) -> None:
        _run("mount", "-o", "remount,ro", str(self.folder))

    def writable(self) -> None:
        _run("mount", "-o", "remount,rw", str(self.folder))


@contextmanager
def small_disk(folder: Path, size_kb: int = 1024) -> Iterator[SmallDisk]:
    """Skips the test where this user may not mount."""
    folder.mkdir(parents=True)
    if os.geteuid() != 0 or _mount(folder, size_kb) != 0:
        pytest.skip("mounting a small disk needs root")
    try:
        yield SmallDisk(folder)
    finally:
        _run("umount", "--lazy", str(folder))


@contextmanager
def files_not_larger_than(size: int) -> Iterator[None]:
    """No write of this process makes a file larger than so many bytes: it fails as on a broken disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _mount(folder: Path, size_kb: int) -> int:
    return subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size_kb}k", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    ).returncode


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
