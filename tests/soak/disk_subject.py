"""The real command with one change: `python -m tests.soak.disk_subject CHANGE ARGUMENTS...`

    often    checkpoints after every few scans, so that a short recording has them and a WAL that starts anew
    normal   a mutant: commits with `synchronous = NORMAL`
    early    a mutant: prints the green line before the commit

A rig that does not catch the mutants proves nothing about the real command.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from typing import Any

from station import intake
from station.__main__ import main
from station.cli import scan_command
from station.model import ScanOutcome, Verdict
from station.store import database


def often() -> None:
    database._CHECKPOINT_PAGES = 30


def normal() -> None:
    connect = database.Database._connect

    def lazy(self: database.Database) -> sqlite3.Connection:
        connection = connect(self)
        if not connection.in_transaction:
            connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    database.Database._connect = lazy  # type: ignore[method-assign]


def early() -> None:
    decide, show = intake.Intake._decide, scan_command._show

    def decide_and_say(self: intake.Intake, *args: Any) -> ScanOutcome:
        outcome = decide(self, *args)
        show(outcome, as_json=True)
        return outcome

    def say_the_rest(outcome: ScanOutcome, *, as_json: bool) -> None:
        if outcome.verdict is Verdict.NOT_RECORDED:
            show(outcome, as_json=as_json)

    intake.Intake._decide = decide_and_say  # type: ignore[assignment, method-assign]
    scan_command._show = say_the_rest


CHANGES: dict[str, Callable[[], None]] = {"often": often, "normal": normal, "early": early}


if __name__ == "__main__":
    CHANGES[sys.argv.pop(1)]()
    main()
