"""What must be true when a shift under kills is over, judged by what was seen green and by the platform's own file."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from tests.soak.kills_shift import Shift


@dataclass(frozen=True)
class Verdict:
    """`lost`: green and not in the ledger, or not done; `doubled`: done more than once."""

    green: int
    lost: int
    doubled: int
    problems: tuple[str, ...]


def judge(shift: Shift) -> Verdict:
    """Call after an undisturbed sync."""
    problems: list[str] = []
    ledger = shift.rows("select sn, item_id, state from replacements")
    held = {sn for sn, _item, _state in ledger}
    done = _done(shift)
    lost = {sn for sn in shift.green if sn not in held or sn not in done}
    doubled = {sn for sn, items in done.items() if len(items) > 1}
    problems += [f"LOST: {sn} was green; in the ledger: {sn in held}, done: {sn in done}" for sn in lost]
    problems += [f"DOUBLED: {sn} was done as {done[sn]}" for sn in doubled]
    problems += [f"{sn} was done and is not in the ledger" for sn in done.keys() - held]
    problems += [f"{sn} stands as {state}" for sn, _item, state in ledger if state != "confirmed"]
    problems += [f"{sn} was done under another item id" for sn, item, _s in ledger if done.get(sn) != [item]]
    problems += _counters(shift) + _commands(shift) + _used(shift)
    if "Traceback" in shift.errors.read_text(encoding="utf-8"):
        problems.append(f"a traceback in {shift.errors}: {shift.last_words()}")
    return Verdict(len(shift.green), len(lost), len(doubled), tuple(problems))


def _done(shift: Shift) -> dict[str, list[str]]:
    """SN → item ids under which the platform has replaced it."""
    done: dict[str, list[str]] = {}
    offered = set(shift.offered)
    for item_id, sn in shift.world.sandbox.query("SELECT item_id, sn FROM results WHERE code = 'OK'"):
        if sn in offered:
            done.setdefault(sn, []).append(item_id)
    return done


def _counters(shift: Shift) -> list[str]:
    """The counters that screens read are those of the rows."""
    counted = Counter(row[0] for row in shift.rows("select state from replacements"))
    query = "select state, sum(n) from tallies where shift_id {} '*' group by state"
    by_shift, in_all = (
        Counter({state: int(n) for state, n in shift.rows(query.format(sign))}) for sign in ("<>", "=")
    )
    if by_shift == in_all == counted:
        return []
    return [f"the counters say {dict(in_all)}, by shift {dict(by_shift)}, the rows {dict(counted)}"]


def _commands(shift: Shift) -> list[str]:
    """`verify` finds the journal sound, the shift report balances."""
    problems = []
    verified = json.loads(shift.finish(shift.start("verify", "--json"), "verify") or b"{}")
    if not verified.get("ok"):
        problems.append(f"verify: {verified}")
    out = shift.folder / "report.json"
    shift.finish(shift.start("report", "--format", "json", "--out", str(out)), "report")
    totals = json.loads(out.read_text(encoding="utf-8"))["reconciliation"]
    if not totals["balanced"] or totals["confirmed"] != len(shift.known):
        problems.append(f"{len(shift.known)} units were scanned, the report says {totals}")
    return problems


def _used(shift: Shift) -> list[str]:
    """The certificate's counter is the number of units done under it, those of the seed left out."""
    rose, fresh = shift.world.used, shift.world.done_under_certificate()
    return [] if rose == fresh else [f"used rose by {rose}, {fresh} units were done"]
