"""Where a row of a ledger may come from: a label, another station's queue file, the platform after a restore."""

from __future__ import annotations

from tests.soak.model_book import Broken, Row, Scan
from tests.soak.model_platform import ModelPlatform
from tests.soak.model_step import Step


class Births:
    """`scanned` has every unit that was ever taken at a station, by item id, whatever became of the disk."""

    def __init__(self, platform: ModelPlatform) -> None:
        self.scanned: dict[str, Scan] = {}
        self._platform = platform

    def scan_behind(self, step: Step, station_id: str, row: Row) -> Scan:
        """The scan that a new row stands for. Raises `Broken` when there is none, or when the row says otherwise."""
        scan = self._expected(step, station_id, row)
        if scan is None:
            raise Broken("I1", f"a row of {row.sn} ({row.item_id}) comes from nowhere in step {step.kind}")
        if _owner(row) != _owner(scan):
            raise Broken("I7", f"a row belongs to {_owner(row)}, scanned was {_owner(scan)}")
        if step.kind == "scan" and not step.crashed and not self._shown(step, row):
            raise Broken("I8", f"{row.sn} is in the ledger and was not shown green: {step.outcome}")
        self.scanned.setdefault(row.item_id, scan)  # a queue file may still hold it as it was first scanned
        return scan

    def _expected(self, step: Step, station_id: str, row: Row) -> Scan | None:
        known = self.scanned.get(row.item_id)
        if step.scan is not None:
            return None if known else step.scan
        if step.kind == "import":
            return known
        if step.kind == "ask" and known is not None and known.station_id == station_id:
            done = any(done.item_id == row.item_id for done in self._platform.done)
            # Who scanned it the platform does not say; it counts for the account that asks.
            return Scan(**{**vars(known), "account": row.account}) if done else None
        return None

    @staticmethod
    def _shown(step: Step, row: Row) -> bool:
        return step.outcome is not None and step.outcome.item_id == row.item_id


def _owner(one: Row | Scan) -> tuple[str, ...]:
    return (one.sn, one.certificate_no, one.account, one.operator, one.station_id)
