"""How much slower the guest computes than the machine below it: the share of emulation in a measured cost."""

import os
import time
from typing import Final

PACE_VARIABLE: Final = "PID_STATION_LAB_LOOP_S"
_TURNS: Final = 3


def loop_s() -> float:
    """CPU seconds of a fixed piece of work, half in Python and half in the kernel; the best of three."""
    return min(_one_loop_s() for _ in range(_TURNS))


def times_slower() -> float:
    """How often longer the same work takes here than on the machine that started the guest."""
    return loop_s() / float(os.environ[PACE_VARIABLE])


def _one_loop_s() -> float:
    before = time.process_time()
    total = 0
    for number in range(2000):
        total += os.stat("/").st_nlink  # noqa: PTH116 - the system call is measured, not a wrapper
        total += sum(range(200)) % (number + 1)
    assert total
    return time.process_time() - before
