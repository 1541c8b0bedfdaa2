"""A built bundle tried where a factory PC has nothing: no Python on PATH, no variables, an empty home.

python packaging/trial.py FOLDER
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

_WITHIN_S = 300


def attempt(folder: Path) -> None:
    """Selfcheck, and where the sandbox is inside the whole demo shift. Ends the program when something is wrong."""
    with tempfile.TemporaryDirectory(prefix="pid-station-trial-") as place:
        home = Path(place)
        found = json.loads(_run(folder, home, "--selfcheck"))
        wrong = {name: one["detail"] for name, one in found["contents"].items() if not one["ok"]}
        if wrong or not found["bundle"]:
            raise SystemExit(f"The bundle lacks something: {wrong}")
        _print(f"selfcheck: {len(found['contents'])} kinds of contents are there")
        if found["sandbox"]:
            said = _run(folder, home, "demo", "--headless", "--units", "20", "--out", str(home / "out"))
            _print(said.strip().splitlines()[-1])
            _run(folder, home, "sheets", "scanner-test", "--out", str(home / "sheet.pdf"))


def _run(folder: Path, home: Path, *words: str) -> str:
    """What the program prints; its stderr is shown when it fails."""
    empty = home / "bin"
    empty.mkdir(exist_ok=True)
    done = subprocess.run(
        [str(folder / "pid-station"), *words],
        env={"HOME": str(home), "PATH": str(empty), "LANG": "C.UTF-8", "TMPDIR": str(home)},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=_WITHIN_S,
        check=False,
    )
    if done.returncode:
        raise SystemExit(
            f"pid-station {' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    attempt(Path(sys.argv[1]).absolute())
