"""A serial wire as voltage over time: what a port set to one rate makes of bytes sent at another. No device."""

import bisect
from dataclasses import dataclass
from itertools import accumulate

_IDLE_BITS = 40


@dataclass(frozen=True)
class Wire:
    """The level (1 or 0) from each of `times` on, in seconds; after `end` the line is idle."""

    times: list[float]
    levels: list[int]
    end: float

    def level(self, at: float) -> int:
        return self.levels[max(0, bisect.bisect_right(self.times, at) - 1)] if at < self.end else 1

    def next(self, level: int, at: float) -> float | None:
        """When the line has this level at `at` or later."""
        for number in range(max(0, bisect.bisect_right(self.times, at) - 1), len(self.times)):
            if self.levels[number] == level:
                return max(at, self.times[number])
        return None


def send(data: bytes, baud: int, bits: int = 8, parity: str = "N") -> Wire:
    """Bytes as a sender puts them on the wire: start bit, data with the lowest bit first, parity, stop bit."""
    levels = [1]
    for byte in data:
        value = byte & ((1 << bits) - 1)
        levels += [0, *((value >> bit) & 1 for bit in range(bits))]
        if parity != "N":
            levels.append(value.bit_count() % 2 ^ (parity == "O"))
        levels.append(1)
    levels += [1] * _IDLE_BITS
    times = list(accumulate((1 / baud for _ in levels), initial=0.0))
    return Wire(times[:-1], levels, times[-1])


def receive(wire: Wire, baud: int) -> bytes:
    """The bytes that a port with 8 data bits and no parity reads, sampled in the middle of each bit."""
    bit, now, data = 1 / baud, 0.0, bytearray()
    while (start := wire.next(0, now)) is not None:
        if wire.level(start + bit / 2):  # a spike, no start bit
            now = start + bit / 2
            continue
        data.append(sum(wire.level(start + bit * (1.5 + number)) << number for number in range(8)))
        stop = start + 9.5 * bit
        again = wire.next(1, stop)  # after a missing stop bit the port waits for the idle line
        if again is None:
            break
        now = again
    return bytes(data)
