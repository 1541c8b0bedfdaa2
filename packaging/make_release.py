"""What `./dev build` makes: wheel, source archive, the bundle as a folder and an archive, a .deb, SHA-256 sums.

    python packaging/make_release.py [--outdir DIR] [--no-bundle] [--with-sandbox] [--try]

`--with-sandbox` puts the stand-in platform for demo and training in; `--try` runs the built program where no Python is.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import debian_package
import trial

ROOT = Path(__file__).parents[1]
NAME = "pid-station"
BUNDLE_WITHIN_S = 900


def main() -> None:
    options = _options()
    out = Path(options.outdir).absolute()
    out.mkdir(parents=True, exist_ok=True)
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out))
    if not options.no_bundle:
        folder = _bundle(out, with_sandbox=options.with_sandbox)
        if options.try_it:
            trial.attempt(folder)
        _archive(folder)
        if shutil.which("dpkg-deb"):
            debian_package.make(folder, out, version(NAME))
    _sums(out)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build everything that is handed out.")
    parser.add_argument("--outdir", default=str(ROOT / "dist"), help="Folder for the results.")
    parser.add_argument("--no-bundle", action="store_true", help="Wheel and source archive only.")
    parser.add_argument("--with-sandbox", action="store_true", help="Put the sandbox in: demo and training.")
    parser.add_argument("--try", dest="try_it", action="store_true", help="Try the bundle without a Python.")
    return parser.parse_args()


def _bundle(out: Path, *, with_sandbox: bool) -> Path:
    with tempfile.TemporaryDirectory(prefix="pid-station-build-") as work:
        _run(
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(out), "--workpath", work, str(ROOT / "station.spec")),
            PID_STATION_WITH_SANDBOX="1" if with_sandbox else "0",
        )
    return out / NAME


def _archive(folder: Path) -> None:
    """The folder as one file that keeps the executable bits."""
    name = f"{NAME}-{version(NAME)}-{sys.platform}"
    if sys.platform == "win32":
        shutil.make_archive(str(folder.parent / name), "zip", folder.parent, folder.name)
        return
    with (folder.parent / f"{name}.tar.gz").open("wb") as file:
        tar = subprocess.Popen(
            ["tar", "--create", "--owner=0", "--group=0", "--directory", str(folder.parent), folder.name],
            stdout=subprocess.PIPE,
        )
        subprocess.run(["gzip", "-3"], stdin=tar.stdout, stdout=file, check=True)
        if tar.wait():
            raise SystemExit("tar failed")


def _sums(out: Path) -> None:
    """A line for each file, as `sha256sum --check` reads it; for the folder the lines of all its files."""
    lines = [
        f"{_sum(file)}  {file.relative_to(out).as_posix()}"
        for file in sorted(out.rglob("*"))
        if file.is_file() and not file.is_symlink() and file.name != "SHA256SUMS"
    ]
    (out / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _run(*command: str, **environment: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True, timeout=BUNDLE_WITHIN_S, env={**os.environ, **environment})


if __name__ == "__main__":
    main()
