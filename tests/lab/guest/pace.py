"""What emulation costs: how much dearer waiting is in the guest than on the machine below it, and what that excuses."""

import os
import threading
import time
from typing import Final

COST_VARIABLE: Final = "PID_STATION_LAB_WAKE_S"
ACCELERATOR_VARIABLE: Final = "PID_STATION_LAB_ACCELERATOR"
_WAKES: Final = 300
_EMULATED_TAKES: Final = 2.0


def wake_s() -> float:
    """CPU seconds of waking up 300 times for a look at a folder: the kind of work that waiting for scanners is."""
    never = threading.Event()
    before = time.process_time()
    for _ in range(_WAKES):
        never.wait(0.002)
        os.stat("/dev")  # noqa: PTH116 - the system call is measured, not a wrapper
    return time.process_time() - before


def times_dearer() -> float:
    """How much more CPU time the same waking takes here than on the machine that started the guest."""
    return wake_s() / float(os.environ[COST_VARIABLE])


def limit(seconds: float) -> float:
    """A promised time as it is asked for here: doubled under software emulation, as it is with KVM."""
    return seconds * (_EMULATED_TAKES if os.environ[ACCELERATOR_VARIABLE] == "tcg" else 1.0)
