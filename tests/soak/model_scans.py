"""Whether a station gave a label the verdict it deserved: accepted once, and only where there is room (I2, I4, I5)."""

from __future__ import annotations

from station.model import ScanOutcome, Verdict
from tests.soak.model_book import Book, Broken, Cached, Row, Scan
from tests.soak.model_platform import ModelPlatform
from tests.soak.model_step import SPENT, Step


def done_by(platform: ModelPlatform, book: Book, scan: Scan) -> bool:
    """Whether the platform did this unit, under this certificate, for this station."""
    wanted = (scan.sn, scan.certificate_no, book.station_id)
    return any((d.sn, d.certificate_no, d.station_id) == wanted for d in platform.done)


class ScanOracle:
    def __init__(self, platform: ModelPlatform, *, has_leases: bool) -> None:
        self._platform = platform
        self.counter_garbled = False
        """The station cannot know better: an answer brought an older counter, or none, for units it confirmed, or a
        lease was voided behind its back."""
        self._has_leases = has_leases

    def judge(self, step: Step, book: Book, was: dict[str, Row], outcome: ScanOutcome) -> None:
        """`was` are the station's rows before the scan. Raises `Broken`."""
        scan = step.scan
        assert scan is not None
        if outcome.verdict is Verdict.ACCEPTED:
            self._once(was, scan, book)
            self._room(book, scan)
        elif not self._deserved(step, book, scan, outcome.verdict):
            raise Broken(
                "I5", f"{scan} at {book.desk.name} is turned away as {outcome.verdict}: {outcome.reason}"
            )

    def _deserved(self, step: Step, book: Book, scan: Scan, verdict: Verdict) -> bool:
        """Whether a label that was turned away had it coming."""
        cached = book.certificates.get((scan.account, scan.certificate_no))
        met = any(row.sn == scan.sn and row.state != "undone" for row in book.rows.values())
        if verdict is Verdict.NOT_AN_SN:
            return not scan.sn
        if verdict is Verdict.CERTIFICATE_CLOSED:
            return cached is None or cached.body["audit_status"] != "approved"
        if verdict is Verdict.QUOTA_FULL:
            return cached is None or self._has_leases or self._counted(book, cached) >= cached.total
        if verdict is Verdict.BOUNCE:
            return step.again
        return met or (verdict is Verdict.NOT_RECORDED and step.troubled)

    def _once(self, was: dict[str, Row], scan: Scan, book: Book) -> None:
        """A unit is accepted again only when nothing of it is under way, nor done or refused under the certificate."""
        for row in was.values():
            same = row.sn == scan.sn
            blocks = row.state in SPENT or (
                row.certificate_no == scan.certificate_no and row.state in {"confirmed", "refused"}
            )
            if same and blocks:
                raise Broken("I2", f"{scan.sn} is accepted and stands as {row.state} at {book.desk.name}")

    def _room(self, book: Book, scan: Scan) -> None:
        """I4, by the certificate as the station had it, and by who had really used it in that version."""
        cached = book.certificates.get((scan.account, scan.certificate_no))
        if cached is None:
            raise Broken("I4", f"{scan.sn} is accepted under {scan.certificate_no}, which is not known")
        if cached.body["audit_status"] != "approved":
            raise Broken(
                "I4", f"{scan.sn} is accepted under a certificate that is {cached.body['audit_status']}"
            )
        spent = book.live(scan.certificate_no, SPENT)
        confirmed = book.live(scan.certificate_no, frozenset({"confirmed"}))
        if confirmed + spent > cached.total:
            raise Broken("I4", f"{confirmed} confirmed and {spent} under way of {cached.total}")
        elsewhere = self._elsewhere(book, cached)
        fits = confirmed + spent + elsewhere <= cached.total
        if not fits and not self.counter_garbled and not self._leased(book, cached):
            raise Broken(
                "I4",
                f"{confirmed} confirmed, {spent} under way, {elsewhere} elsewhere: more than {cached.total}",
            )

    def _elsewhere(self, book: Book, cached: Cached) -> int:
        """What others had used or reserved in the version that the station knew."""
        paper = self._platform.papers[cached.number]
        counts = (*paper.used_by[cached.version].items(), *paper.shares_then[cached.version].items())
        others = sum(n for who, n in counts if who != book.station_id)
        reserved = paper.past[cached.version]["quota_reserved"] - paper.shares_then[cached.version].total()
        return others + int(reserved)

    def _leased(self, book: Book, cached: Cached) -> bool:
        """Whether everything under way and not done yet is covered by what the platform reserves for the station."""
        open_rows = [r for r in book.rows.values() if r.state in SPENT and r.certificate_no == cached.number]
        undone = [row for row in open_rows if not done_by(self._platform, book, book.scans[row.item_id])]
        return len(undone) <= self._platform.papers[cached.number].shares[book.station_id]

    def _counted(self, book: Book, cached: Cached) -> int:
        """Used, reserved and under way, as far as the station can know."""
        confirmed = book.live(cached.number, frozenset({"confirmed"}))
        used = max(int(cached.body["quota_used"]), confirmed)
        return used + int(cached.body["quota_reserved"]) + book.live(cached.number, SPENT)
