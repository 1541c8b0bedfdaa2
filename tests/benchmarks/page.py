"""The page docs/performance.md, from one full run."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.result import Result

_ABOVE = """# Performance

Written by `./dev bench` on a shared two-core machine. Each time stands beside a limit or a peer that ran in turns with
it, and the ratio of the medians is what counts: the times themselves are those of the disk and the load of that moment.
Smaller is better everywhere; [the chart](performance.svg) shows each ratio beside its goal.

| workload | ours | limit or peer | ratio | goal |
|---|---|---|---|---|
"""
_BELOW = """
**What is in one scan.** SN rule, space on the disk (looked at once a second), duplicate, certificate, backlog and
quota, ledger row, journal entry with its hash, counters, all triggers, and the commit with synchronous=FULL. Not in
it: scanner, painting, sound, network.

**What it is compared with.** The append is the least that makes anything durable: no structure, nothing that can be
looked up. The libraries keep the same 200 bytes with synchronous=FULL over one open connection, without look-ups,
journal or counters. They are ahead of a scan, since one insert is all they do: a scan with a ledger that can be
trusted costs what the ratios say. Not compared: databases with a server.

**Where the time of one scan goes.** Steps of a scan after a pause of 10 ms, in a folder in memory, so without the
sync; medians in µs of processor time, before and since a scan goes on from what the scan before left known. A scan in a
tight loop takes a third of it: after a pause the caches are cold, and what counts is how much code and how many pages
are touched, not how often.

| step | before | now |
|---|---|---|
| read the label: clean, look-alikes, rule | 76 | 46 |
| begin the transaction; see that nobody has written since | 56 | 82 |
| certificate, shift, what waits, share, counter: read and judged | 228 | 65 |
| every row of this SN | 66 | 21 |
| item id and row | 100 | 71 |
| journal entry: hash 33, insert 28 | 100 | 80 |
| row: insert, its triggers | 110 | 60 |
| commit: seven pages to the log | 81 | 59 |
| the sync of the disk | 300 to 500 in addition | the same |

In turns in two processes of one moment, the new code takes 0.45 ms of processor time where the old took 0.58 (folder in
memory, after a pause, fastest tenth), 0.13 where it took 0.20 (in a loop), 0.67 where it took 0.81 (on the disk). Of
eleven queries one is left, and it asks for the SN alone (tested). No invariant was given up for it:
`station/store/standing.py` says when what is known may be used.

**Why the first goal is missed, and what the next limit is.** Seven pages of the log, written plainly and synced, take
1.3 to 1.5 times as long as 200 bytes here (median; 1.6 to 1.8 in the fastest tenth): so 1.3 is out of reach with seven
pages, whatever is computed. Two pages take 1.5 or more in the fastest tenth, and a plain INSERT writes one or two. Of
the 0.67 ms of processor time on the disk 0.2 are the kernel's, writing and syncing, and 0.2 SQLite's: begin, inserts
with triggers and five indices, commit. The rest is Python on cold caches.

**What was tried and left out.** One index less at the scan (rows of a shift): six pages, 3 % of the time; it would make
the numbers on the screen go through the backlog. Pages of 1,024 or 2,048 bytes: 3 to 5 %, for new databases only, and
every tree one level deeper. A log that has its size beforehand: nothing in the fastest tenth; the log is used again
after each checkpoint anyway. Tuples in place of small objects: nothing that could be measured.

**The sync** ends when every row is settled durably: up to three batches of 100 are under way at once, and one is
settled while the others travel. For each unit the station computes about 0.2 ms and the sandbox 0.15 ms (processor
time): two moves with their journal entries, hashes and counters in two transactions for each batch, JSON and
signature on both sides. So without any distance the two processes of a two-core machine, and the line's, are what
limits it; with distance it is the round trip, divided by the units under way. Single posts go over one open
connection; bare batches keep nothing, one after the other. The platform is the sandbox for all of them, with up to
ten items in one of its transactions.

**Where each unit goes alone** (`batch_size` 1, `batches_at_once` 10) each row has two transactions and two syncs of
its own; the peer keeps nothing.

**The start** is from the start of the process until its first frame is painted, with compiled modules and the
scanner's port opened; the bare window is an empty widget. Libraries that are large stay out of its way, and so does
every page behind the first one (counted, and tested). The goal is out of reach: Python loads 220 modules of our own
before anything can be painted. The bundle is measured where `./dev build` has left one, or PID_STATION_BUNDLE names
one, until its log says that the window is there.

| part of the start | processor time, in starts of the bare window |
|---|---|
| Python and Qt: what the bare window does as well | 1.0 |
| our modules, the libraries they need, their data classes (a quarter of it) | 2.4 |
| the whole database looked at, 100,000 rows; beside the modules, on the other processor | 0.6 |
| theme, fonts, style sheets, the application | 0.2 |
| scan page, top bar, navigation | 0.25 |
| settings, database, scanners, sounds, first frame | 0.3 |

**To the screen** is by a pseudo terminal of the kernel at 1920x1080, offscreen and on an X server (Xvfb), 20 scans a
second; the floor repaints a label of a third of that size. What the window does beyond the floor: two threads of the
scanner and the lane of the scans hand the label on (0.6 ms), the ledger (see above), the words of the result and where
they stand (0.4 ms), and the letters themselves (1.2 ms, half of it the SN: letters above 64 px are drawn as outlines).
The web page shows its result when the platform has answered; its time ends when Chromium has painted. Nearer than a
fifth of a page whose platform is beside it is out of reach, since such a page takes two or three pictures of 16 ms.

**Bursts** go into the window while it sends to a platform 200 ms away. A label is recorded when its row is durable; for
the peers when the platform has answered, since they keep nothing themselves. Keys are posted to the window as the
system would, a millisecond apart by their stamps. A page that closes its field while it waits loses what is typed
meanwhile; a page with a queue loses nothing while it is open, and falls behind by a round trip with each label. The
window that sends in its handler stands still meanwhile. Peers get 40 labels of a burst at most.

**Idle** is the window with a scanner attached, from a few seconds after its first frame, beside an empty widget. One
timer a second for ages and the link, one that shows the watchdog that the window lives, the numbers every ten
seconds; a scanner's thread waits in the system and looks up four times a second. The process that plays sounds is not
in it.

**A long shift** is that of `./dev soak --units`, with sending, in a process of its own: units come as fast as the
station takes them, while its clock runs as at 1,000 units an hour, and the pages are walked through. Early
units are those from 5 to 25 %, late ones the last fifth; the processor time is that of all threads, the painting of
every result and of the other pages included, in thousandths of a sum of 300,000 squares at the same time, so that the
load of the machine falls out. Memory is the resident set: PySide6 with its style sheets, fonts and network takes more
than twice an empty widget before anything is scanned.

**Long tables** are the window's own pages, each in a process of its own: from asking for the rows to their first paint,
and memory of the process's own (RssAnon) beyond the page without rows. The history is scrolled through to its last row.
QStandardItemModel is given ready texts and no database; it is measured at 100,000 rows where ours has 1,000,000: a
million takes it half a minute and 3 GB. Of the first paint of 10,000 certificates nearly half is the database putting
all of them in order.

**The long ledgers** hold units of many shifts, none of them sent, written with every trigger.

**The counts** are the same on every machine, and `./dev bench --quick` fails when one is wrong; a ratio fails it only
where no load of the machine can be the reason. A scan is one sync: checkpoints wait until the unit is green. A scan
writes seven pages: row, journal, counters, and one each of the indices by item, by SN, by state and by shift.

**What the medians are worth.** While other programs keep both processors busy, a wait seems to end a tick of the
scheduler later (4 ms here), and the same code gave ratios from 2.6 to 14. So a growth that is shown as less than 1
means that none was seen above this noise, not that a long ledger is faster; the look-ups and the fastest tenth are
disturbed least.
"""


def written(results: Sequence[Result]) -> str:
    """The page as text."""
    rows = "".join(f"| {' | '.join(result.cells)} |\n" for result in results)
    return f"{_ABOVE}{rows}{_BELOW}"
