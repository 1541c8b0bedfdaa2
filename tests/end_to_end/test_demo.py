"""The demo shift as a newcomer starts it: it has to balance, with its pictures and reports in place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def test_the_headless_shift_balances(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-m", "station", "demo", "--headless", "--units", "12", "--out", str(out)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "The shift balances." in done.stdout
    assert done.stderr == ""
    report = json.loads((out / "shift-report.json").read_text(encoding="utf-8"))
    assert report["reconciliation"] == {
        "scanned": 15,
        "confirmed": 12,
        "refused": 3,
        "parked": 0,
        "voided": 0,
        "undone": 0,
        "handed_over": 0,
        "waiting": 0,
        "balanced": True,
    }
    assert len({row["sn"] for row in report["rows"]}) == 15
    assert (out / "shift-report.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert {"accepted.png", "certificates.png", "offline.png", "queue.png"} <= {
        file.name for file in out.iterdir()
    }
