"""Whether a station gave a label the verdict it deserved: accepted once, and only where there is room (I2, I4, I5)."""

from __future__ import annotations

from datetime import datetime

from station.model import ScanOutcome, Verdict
from tests.soak.model_book import Book, Broken, Cached, Row, Scan
from tests.soak.model_platform import ModelPlatform
from tests.soak.model_step import SPENT, Step


def done_by(platform: ModelPlatform, scan: Scan) -> bool:
    """Whether the platform did this unit, under this certificate, for the station that scanned it."""
    wanted = (scan.sn, scan.certificate_no, scan.station_id)
    return any((d.sn, d.certificate_no, d.station_id) == wanted for d in platform.done)


class ScanOracle:
    def __init__(self, platform: ModelPlatform, *, has_leases: bool) -> None:
        self._platform = platform
        self._has_leases = has_leases

    def judge(self, step: Step, book: Book, was: dict[str, Row], outcome: ScanOutcome) -> None:
        """`was` are the station's rows before the scan. Raises `Broken`."""
        scan = step.scan
        assert scan is not None
        if outcome.verdict is Verdict.ACCEPTED:
            self._once(step, was, scan, book)
            self._room(book, scan)
        elif not self._deserved(step, book, scan, outcome.verdict):
            raise Broken(
                "I5", f"{scan} at {book.desk.name} is turned away as {outcome.verdict}: {outcome.reason}"
            )

    def _deserved(self, step: Step, book: Book, scan: Scan, verdict: Verdict) -> bool:
        """Whether a label that was turned away had it coming."""
        cached = book.certificates.get((scan.account, scan.certificate_no))
        met = any(row.sn == scan.sn and row.state not in {"undone", "voided"} for row in book.rows.values())
        if verdict is Verdict.NOT_AN_SN:
            return not scan.sn
        if verdict is Verdict.CERTIFICATE_CLOSED:
            return cached is None or not _open(cached, book)
        if verdict is Verdict.QUOTA_FULL:
            return cached is None or self._has_leases or self._counted(book, cached) >= cached.total
        if verdict is Verdict.BOUNCE:
            return step.again
        return met or (verdict is Verdict.NOT_RECORDED and step.troubled)

    def _once(self, step: Step, was: dict[str, Row], scan: Scan, book: Book) -> None:
        """A unit is accepted again only when nothing of it is under way, nor done or refused under the certificate; a
        supervisor may take up a refused one. One that was handed over is done when the platform has said so.
        """
        ended = {"confirmed", "refused"} if step.kind == "scan" else {"confirmed"}
        for row in (row for row in was.values() if row.sn == scan.sn):
            away = row.state == "handed_over"
            under_way = row.state in SPENT or (away and row.code != "OK")
            done = row.certificate_no == scan.certificate_no and (row.state in ended or away)
            if under_way or done:
                raise Broken("I2", f"{scan.sn} is accepted and stands as {row.state} at {book.desk.name}")

    def _room(self, book: Book, scan: Scan) -> None:
        """I4, by the certificate as the station had it, and by who had really used it in that version."""
        cached = book.certificates.get((scan.account, scan.certificate_no))
        if cached is None:
            raise Broken("I4", f"{scan.sn} is accepted under {scan.certificate_no}, which is not known")
        if not _open(cached, book):
            raise Broken("I4", f"{scan.sn} is accepted under a certificate that is closed: {cached.body}")
        held = self._held(book, cached.number)
        if len(held) > cached.total:
            raise Broken("I4", f"{len(held)} confirmed or under way of {cached.total}")
        if self._platform.lease_voided or self._platform.went_back:
            return  # what others had used and reserved in that version, nobody here can know
        taken = len(held | self._done_then(cached)) + self._others_part(book, cached)
        if taken > cached.total and not self._leased(book, cached):
            raise Broken(
                "I4", f"{len(held)} are confirmed or under way here, {taken} in all of {cached.total}"
            )

    @staticmethod
    def _held(book: Book, number: str) -> set[tuple[str, str]]:
        """SN and station of all that this one has confirmed, or has spent quota on."""
        held = [row for row in book.rows.values() if row.certificate_no == number and holds_quota(row)]
        return {(row.sn, row.station_id) for row in held}

    def _done_then(self, cached: Cached) -> set[tuple[str, str]]:
        """SN and station of all that was done in the version that the station knew."""
        done = [done for done in self._platform.done if done.certificate_no == cached.number]
        return {(done.sn, done.station_id) for done in done if done.version <= cached.version}

    def _others_part(self, book: Book, cached: Cached) -> int:
        """What rivals had used, and all others had reserved, in that version."""
        paper = self._platform.papers[cached.number]
        rivals = sum(n for who, n in paper.used_by[cached.version].items() if who.startswith("rival"))
        own = paper.shares_then[cached.version][book.station_id]
        return rivals + int(paper.past[cached.version]["quota_reserved"]) - own

    def _leased(self, book: Book, cached: Cached) -> bool:
        """Whether everything under way and not done yet is covered by what the platform reserves for the station."""
        open_rows = [r for r in book.rows.values() if r.state in SPENT and r.certificate_no == cached.number]
        undone = [row for row in open_rows if not done_by(self._platform, book.scans[row.item_id])]
        return len(undone) <= self._platform.papers[cached.number].shares[book.station_id]

    def _counted(self, book: Book, cached: Cached) -> int:
        """Used, reserved and under way, as far as the station can know."""
        confirmed = book.live(cached.number, frozenset({"confirmed"}))
        known = cached.body["confirmed_here"]
        since_then = 0 if known is None else max(0, confirmed - known)
        used = max(int(cached.body["quota_used"]) + since_then, confirmed)
        return used + int(cached.body["quota_reserved"]) + len(self._held(book, cached.number)) - confirmed


def holds_quota(row: Row) -> bool:
    """Whether a row counts against its certificate; one that was handed over does until the platform has spoken."""
    return row.state in SPENT | {"confirmed"} or (row.state == "handed_over" and not row.settled)


def _open(cached: Cached, book: Book) -> bool:
    """Whether the certificate may be used, by what the station knows and by its idea of the platform's time."""
    ends = cached.body["expires_at"]
    ended = (
        ends is not None and datetime.fromisoformat(ends).timestamp() * 1000 <= book.desk.clock.platform_ms()
    )
    return cached.body["audit_status"] == "approved" and not ended
