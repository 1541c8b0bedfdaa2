"""The guest's parts, fetched as Debian packages and kept in a folder that git ignores."""

import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.lab.guest import cpio, image

ROOT: Final = Path(__file__).resolve().parents[3]
FOLDER: Final = ROOT / ".lab"
_META_PACKAGE: Final = "linux-image-amd64"
_OF_UDEV: Final = (
    *("bin/udevadm", "lib/systemd/systemd-udev*", "lib/udev/rules.d", "etc/udev"),
    *("lib/**/lib*.so*", "usr/lib/**/lib*.so*"),
)
"""What is taken of the packages: the daemon, its rules, its libraries."""


class LabError(Exception):
    """The lab cannot run here; the text says what is missing and what to do."""


@dataclass(frozen=True)
class Parts:
    """Files of a guest that can be booted."""

    kernel: Path
    initrd: Path
    udev: Path
    """udev as its packages unpack; empty when this machine has it installed: the guest shares the root."""


def parts() -> Parts:
    """The guest's parts, made anew when the recipe has changed. Raises `LabError`."""
    made = Parts(FOLDER / "vmlinux", FOLDER / "initrd.cpio", FOLDER / "udev")
    stamp = FOLDER / "stamp"
    key = _recipe()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != key:
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir()
        _make(made)
        stamp.write_text(key, encoding="ascii")
    return made


def _recipe() -> str:
    files = (Path(image.__file__), Path(cpio.__file__), image.INIT, Path(__file__))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _make(made: Parts) -> None:
    with tempfile.TemporaryDirectory(dir=FOLDER) as name:
        folder = Path(name)
        package = _kernel_package()
        print(f"lab: making the guest from {package}", flush=True)  # noqa: T201
        tree = _unpacked(folder / "kernel", _downloaded(folder, package))
        busybox = _unpacked(folder / "busybox", _downloaded(folder, "busybox-static"))
        packed = next((tree / "boot").glob("vmlinuz-*"))
        made.kernel.write_bytes(image.kernel(packed.read_bytes()))
        made.initrd.write_bytes(image.first_file_system(tree, (busybox / "bin/busybox").read_bytes()))
        made.udev.mkdir()
        for archive in _udev_archives(folder / "archives"):
            _take(_unpacked(folder / "udev", archive), made.udev)


def _kernel_package() -> str:
    for attempt in range(2):
        listing = _said("apt-cache", "depends", _META_PACKAGE)
        for line in listing.splitlines():
            kind, _, name = line.strip().partition(": ")
            if kind == "Depends" and name.startswith("linux-image-"):
                return name
        if attempt == 0:
            _said("apt-get", "update", "-qq")
    raise LabError(
        f"apt knows no package {_META_PACKAGE}: the lab needs Debian on x86-64 with its archive reachable"
    )


def _downloaded(folder: Path, package: str) -> Path:
    before = set(folder.glob("*.deb"))
    _said("apt-get", "download", "-qq", package, where=folder)
    return (set(folder.glob("*.deb")) - before).pop()


def _udev_archives(folder: Path) -> list[Path]:
    """udev and whatever of its needs this machine lacks; nothing is installed here."""
    (folder / "partial").mkdir(parents=True)
    keep = ("-o", f"Dir::Cache::archives={folder}", "-o", "Debug::NoLocking=1")
    _said("apt-get", "install", "-qq", "--no-install-recommends", "--download-only", *keep, "udev")
    return sorted(folder.glob("*.deb"))


def _unpacked(folder: Path, archive: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    _said("dpkg-deb", "-x", str(archive), str(folder))
    return folder


def _take(tree: Path, folder: Path) -> None:
    for pattern in _OF_UDEV:
        for path in tree.glob(pattern):
            place = path.relative_to(tree)
            target = (
                folder / ("" if place.parts[0] in ("usr", "etc") else "usr") / place
            )  # / has links to /usr
            target.parent.mkdir(parents=True, exist_ok=True)
            _said("cp", "-a", "--no-target-directory", str(path), str(target))


def _said(*command: str, where: Path | None = None) -> str:
    try:
        done = subprocess.run(command, cwd=where, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise LabError(f"there is no {command[0]} here: the lab needs Debian") from error
    if done.returncode:
        raise LabError(f"{' '.join(command)} failed: {done.stderr.strip()}")
    return done.stdout
