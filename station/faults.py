"""Faults of the running window in words a person can act on."""

from __future__ import annotations

from station.errors import MachineError


class WindowStoodStill(MachineError):
    title = "The window stood still"

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"It did not answer for {round(seconds)} s. Nothing that was shown green is lost. "
            "Save a support bundle on the page Health and send it to whoever looks after this station."
        )


class StationStuck(MachineError):
    title = "The station does not get on"

    def __init__(self) -> None:
        super().__init__(
            "The disk or the database does not answer: scans are not recorded. Stop the line and call the supervisor."
        )


class BrokeLastTime(MachineError):
    title = "Something broke in the last run"

    def __init__(self, when: str) -> None:
        super().__init__(
            f"It was at {when}. Everything that was shown green is safe. "
            "Save a support bundle on the page Health and send it to whoever looks after this station."
        )
