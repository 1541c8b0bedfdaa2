"""The page docs/performance.md, from one full run."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.result import Result

_ABOVE = """# Performance

Written by `./dev bench` from one run on a shared two-core machine. Each time stands beside a limit or a peer that ran
in turns with it in the same process, and the ratio of the medians is what counts: the times themselves are those of
the disk and the load of that moment.

| workload | ours | limit or peer | ratio | goal |
|---|---|---|---|---|
"""
_BELOW = """
**What is in one scan.** SN rule, space on the disk, duplicate, certificate, backlog and quota, ledger row, journal
entry with its hash, counters, all triggers, the change to the writing thread and back, and the commit with
synchronous=FULL. Not in it: scanner, painting, sound, network.

**What it is compared with.** The append is the least that makes anything durable: no structure, nothing that can be
looked up. `INSERT by sqlite3 alone` and `insert()` of sqlite-utils keep the same 200 bytes in one table with the same
settings, without look-ups, index, journal, or a thread of their own.
Not compared: queue libraries, and other databases.

**The long ledgers** hold units of many shifts, none of them sent, written with every trigger.

**The counts** are the same on every machine, and `./dev bench --quick` fails when one is wrong; a ratio fails it only
where no load of the machine can be the reason. A scan is one sync: checkpoints wait until the unit is green. A scan
writes seven pages: row, journal, counters, and one each of the indices by item, by SN, by state and by shift.

**Why the first goal is missed.** A scan after a pause takes the processor time above, most of it in Python and in the
two changes of threads; without the sync its commit takes 0.1 ms. In blocks of their own, seven pages synced as fast as
200 bytes here, and a log allocated beforehand was no faster. Where a sync takes 0.4 ms, computing is most of a scan.

**What the medians are worth.** While other programs keep both processors busy, a wait seems to end a tick of the
scheduler later (4 ms here), and the same code gave ratios from 2.6 to 14. So a growth that is shown as less than 1
means that none was seen above this noise, not that a long ledger is faster; the look-ups and the fastest tenth are
disturbed least.
"""


def written(results: Sequence[Result]) -> str:
    """The page as text."""
    rows = "".join(f"| {' | '.join(result.cells)} |\n" for result in results)
    return f"{_ABOVE}{rows}{_BELOW}"
