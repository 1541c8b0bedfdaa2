"""What was found of one thing that can be wrong."""

from __future__ import annotations

from dataclasses import dataclass

from station.errors import ExitCode


@dataclass(frozen=True)
class Finding:
    """`remedy` is empty when all is well; `exit_code` is what the command ends with when it is not.

    The names are the keys of `doctor --json`, which monitoring reads.
    """

    name: str
    ok: bool
    detail: str
    remedy: str = ""
    exit_code: ExitCode = ExitCode.MACHINE
