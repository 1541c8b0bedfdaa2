"""From the start of the process to the first painted frame: the station beside a bare window of Qt."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from pathlib import Path

from station.assembly import Station
from station.store import facts
from tests.benchmarks.place import ACCOUNT, Place
from tests.benchmarks.result import Result
from tests.helpers.pty_scanner import PtyScanner
from ui.app import FIRST_FRAME

NOT_BEFORE_THE_FRAME = frozenset(
    {"requests", "urllib3", "keyring", "sqlite_utils", "typer", "rich", "reportlab", "openpyxl", "pydantic"}
)
"""Libraries that take as long as a window to load: none of them is on the way to the first frame."""
_GOAL, _FAILS_AT = 1.25, 30.0
_DEADLINE_S = 120
_LOOK_EVERY_S = 0.002


class SubjectDied(RuntimeError):
    """A program that was to be timed ended without a frame."""

    def __init__(self, words: Sequence[str], code: int | None, said: str) -> None:
        super().__init__(f"The subject {' '.join(words)} ended with {code} before its first frame:\n{said}")


def run(rows: int, rounds: int) -> Iterator[Result]:
    """Medians of so many starts each, in turns."""
    with tempfile.TemporaryDirectory(prefix="pid-station-bench-") as name, ExitStack() as stack:
        scanner = PtyScanner(Path(name) / "scanner")
        scanner.plug()
        stack.callback(scanner.unplug)
        folder = prepared(Path(name), rows, f"serial:{scanner.link}")
        first_frame("window", str(folder))  # compiles the modules
        ours, bare = [], []
        for _ in range(rounds):
            ours.append(first_frame("window", str(folder))[0])
            bare.append(first_frame("bare")[0])
        loaded = first_frame("window", str(folder))[1]
        bundled = [_bundle_s(bundle, folder) for _ in range(rounds)] if (bundle := _bundle()) else []
    yield Result(
        f"start to first frame, {rows:,} rows, scanner open",
        statistics.median(ours),
        "bare window of Qt",
        statistics.median(bare),
        "s",
        _GOAL,
        _FAILS_AT,
    )
    if bundled:
        yield Result(
            f"start of the bundle to first frame, {rows:,} rows",
            statistics.median(bundled),
            "bare window of Qt",
            statistics.median(bare),
            "s",
            _GOAL,
            _FAILS_AT,
        )
    early = NOT_BEFORE_THE_FRAME & {module.split(".")[0] for module in loaded}
    yield Result("large libraries before the first frame", len(early), "wanted", 0, "libraries", 1.0, 1.0)


def prepared(base: Path, rows: int, scanner: str) -> Path:
    """A data folder with a chosen certificate and so many rows."""
    folder = base / "station"
    with Station.open(folder) as station:
        place = Place(station)
        if rows:
            place.grow(rows)
        station.settings.set("scanners", scanner)
        station.database.write(lambda c: facts.put(c, "account", asdict(ACCOUNT)))
    return folder


def first_frame(*words: str) -> tuple[float, list[str]]:
    """Seconds from the start of the process to its first frame, and the modules it had loaded by then.

    Raises `SubjectDied` with what the program said when it never came to a frame.
    """
    begun = time.perf_counter()
    with started(*words) as (process, said):
        assert process.stdout is not None
        late = threading.Timer(_DEADLINE_S, process.kill)  # it may also ask somebody, and wait for ever
        late.start()
        line = process.stdout.readline()
        took = time.perf_counter() - begun
        code = process.wait()
        late.cancel()
        if not line:
            raise SubjectDied(words, code, said())
    return took, json.loads(line)


@contextmanager
def started(*words: str) -> Iterator[tuple[subprocess.Popen[str], Callable[[], str]]]:
    """A subject that has been started, and what it has written to stderr so far."""
    with (
        tempfile.TemporaryFile() as errors,
        subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.start_subject", *words],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment(),
        ) as process,
    ):

        def said() -> str:
            errors.seek(0)
            return errors.read().decode(errors="replace").strip()

        yield process, said


def _bundle() -> Path | None:
    """The bundle's executable, where one was built: PID_STATION_BUNDLE, or what `./dev build` leaves."""
    named = os.environ.get("PID_STATION_BUNDLE")
    executable = Path(named) if named else Path(__file__).parents[2] / "dist" / "pid-station" / "pid-station"
    return executable if executable.is_file() else None


def _bundle_s(executable: Path, folder: Path) -> float:
    """Seconds from the start of the bundle until its log says that the window is there."""
    log = folder / "log" / "station.log"
    known = log.stat().st_size
    begun = time.perf_counter()
    with subprocess.Popen(
        [executable, "--data-dir", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            while FIRST_FRAME.encode() not in log.read_bytes()[known:]:
                took = time.perf_counter() - begun
                if took > _DEADLINE_S or process.poll() is not None:
                    raise SubjectDied([executable.name], process.returncode, log.read_text("utf-8")[-500:])
                time.sleep(_LOOK_EVERY_S)
            return time.perf_counter() - begun
        finally:
            process.terminate()
            process.wait(_DEADLINE_S)


def environment() -> dict[str, str]:
    """With compiled modules, as an installed program has them; kept apart from the checkout."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "pid-station-bench-bytecode")}
