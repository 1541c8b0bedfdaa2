"""The .deb: the bundle in /opt, desktop entry, icon, permissions for scanners, a unit that starts it at sign-in.

python packaging/debian_package.py FOLDER OUTDIR VERSION
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
_CONTROL = """\
Package: pid-station
Version: {version}
Architecture: {architecture}
Maintainer: PID Station
Section: misc
Priority: optional
Installed-Size: {size}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager, udev
Description: Change the product id of finished smart devices by scanning
 A station for factory lines: scans are safe on disk before they show green,
 and reach the platform once, also after an outage.
"""
_DEPENDS = (
    "libc6, libglib2.0-0, libegl1, libgl1, libxkbcommon0, libdbus-1-3, libfontconfig1, libxcb-cursor0, "
    "libxkbcommon-x11-0, libxcb-icccm4, libxcb-keysyms1, libxcb-shape0, libpulse0, libxrandr2, libgssapi-krb5-2"
)
_PLACES = {
    HERE / "pid-station.desktop": "usr/share/applications/pid-station.desktop",
    HERE / "pid-station.service": "usr/lib/systemd/user/pid-station.service",
    ROOT / "ui/assets/pid-station.svg": "usr/share/icons/hicolor/scalable/apps/pid-station.svg",
    ROOT / "drivers/udev/60-pid-station.rules": "usr/lib/udev/rules.d/60-pid-station.rules",
    ROOT / "LICENSE": "usr/share/doc/pid-station/copyright",
    ROOT / "docs/third-party.md": "usr/share/doc/pid-station/third-party.md",
}


def make(folder: Path, out: Path, version: str) -> Path:
    """Pack the bundle in `folder`; gives the file. Raises `CalledProcessError`."""
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    file = out / f"pid-station_{version}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="pid-station-deb-") as name:
        root = Path(name)
        root.chmod(0o755)
        _fill(root, folder)
        size = sum(one.lstat().st_size for one in root.rglob("*")) // 1024
        (root / "DEBIAN" / "control").write_text(
            _CONTROL.format(version=version, architecture=architecture, size=size, depends=_DEPENDS),
            encoding="utf-8",
        )
        subprocess.run(
            ["dpkg-deb", "-Zgzip", "-z3", "--root-owner-group", "--build", str(root), str(file)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return file


def _fill(root: Path, folder: Path) -> None:
    shutil.copytree(folder, root / "opt" / "pid-station", symlinks=True)
    for source, place in _PLACES.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, root / place)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "pid-station").symlink_to("/opt/pid-station/pid-station")
    (root / "DEBIAN").mkdir()
    for script in ("postinst", "prerm", "postrm"):
        shutil.copyfile(HERE / "debian" / script, root / "DEBIAN" / script)
        (root / "DEBIAN" / script).chmod(0o755)


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
