"""What must always hold (I1 to I8 of the design), judged after every step by histories.

The histories are what was shown green, what the journal says of each row, and what the platform really did. The
station's own idea of itself (its item ids, counters, states) is what is under suspicion, never the measure.
"""

from __future__ import annotations

import json
from collections import Counter

from station import reports
from station.model import ScanOutcome, Verdict
from station.store import ledger
from tests.soak.model_births import Births
from tests.soak.model_book import Book, Broken, Cached, Row, Scan, Unit
from tests.soak.model_desk import Desk
from tests.soak.model_nouns import Json, Temper
from tests.soak.model_platform import ModelPlatform
from tests.soak.model_scans import ScanOracle, done_by
from tests.soak.model_step import LEGAL, SPENT, Step
from tests.soak.model_wire import Wire


class Oracle:
    def __init__(self, platform: ModelPlatform, wire: Wire, desks: list[Desk], hold_back_ms: int) -> None:
        self.platform = platform
        self.books = [Book(desk, desk.station.session.station_id) for desk in desks]
        self.step = Step("start")
        self.scans = ScanOracle(platform, has_leases=wire.has_leases)
        self.births = Births(platform)
        self.asked_for: dict[Unit, str] = {}
        """Item id under which an SN of a certificate was sent for the station that scanned it."""
        self._given_up: set[str] = set()
        """Items that a supervisor has put another one in the place of; a copy at the other station may still go out."""
        self.forgotten: set[Unit] = set()
        """What a broken disk has taken with it: scanned again it gets an item id of its own."""
        self.in_files: set[str] = set()
        """Item ids that stand in some queue file."""
        self.by_hand: set[str] = set()
        """Item ids that a supervisor has ended, whatever the platform did with them."""
        self._wire = wire
        self._hold_back_ms = hold_back_ms

    def check(self) -> None:
        """Everything that must hold between two steps. Raises `Broken`."""
        for number, book in enumerate(self.books):
            if not book.changed():
                continue
            was = dict(book.rows)
            if self.step.kind == "restore" and number == self.step.desk:
                self._restored(book)
            self._follow_journal(book, number == self.step.desk)
            self._compare_rows(book)
            self._compare_certificates(book)
            self._balance(book)
            if number == self.step.desk and self.step.outcome is not None:
                self.scans.judge(self.step, book, was, self.step.outcome)
        if self.step.outcome is not None:
            self._shown(self.books[self.step.desk], self.step.outcome)
        self._platform_history()

    def sent(self, request: Json, username: str) -> None:
        """Before the first byte of a batch goes out: it must stand on disk, and be sent in the right name. I2, I7."""
        book = self.books[self.step.desk]
        for item in request["items"]:
            row = book.row_now(item["item_id"])
            if row is None:
                raise Broken(
                    "I2", f"item {item['item_id']} of SN {item['sn']} is sent and stands in no ledger"
                )
            if row.state != "sending" or row.batch_id != request["batch_id"]:
                raise Broken(
                    "I2", f"{row.sn} is sent while the disk says {row.state} in batch {row.batch_id!r}"
                )
            self._same_name(book, row, item, request, username)
            self._not_too_early(book, row)
            key = (row.sn, row.certificate_no, row.station_id)
            if row.item_id in self._given_up:
                continue
            earlier = self.asked_for.setdefault(key, row.item_id)
            if earlier != row.item_id and key not in self.forgotten:
                raise Broken("I2", f"{row.sn} is sent under a second item id for {row.certificate_no}")
            self._wire.unsent.pop(row.item_id, None)

    def _same_name(self, book: Book, row: Row, item: Json, request: Json, username: str) -> None:
        scan = book.scans[row.item_id]
        said = (item["sn"], request["certificate_no"], item["operator"], request["station_id"])
        scanned = (scan.sn, scan.certificate_no, scan.operator, scan.station_id)
        if said != scanned:
            raise Broken("I7", f"sent as {said}, scanned as {scanned}")
        if scan.account.partition("@")[0] != username:
            raise Broken("I7", f"{row.sn} was scanned by {scan.account} and is sent by {username}")

    def _not_too_early(self, book: Book, row: Row) -> None:
        scan, clock = book.scans[row.item_id], book.desk.clock
        early = clock.boot_id == scan.boot_id and clock.mono < scan.mono_ms + self._hold_back_ms
        ours = row.station_id == book.station_id and row.item_id not in self.in_files
        if early and ours and row.attempts == 1 and not self.step.everything:
            raise Broken("hold-back", f"{row.sn} is sent while the operator may still undo it")

    def _follow_journal(self, book: Book, in_hand: bool) -> None:
        allowed = LEGAL.get(self.step.kind, set()) if in_hand else set()
        for entry in book.entries():
            book.journal_seq += 1
            if entry["seq"] != book.journal_seq:
                raise Broken("I1", f"journal entry {book.journal_seq} is missing")
            item_id, old, new = entry["item_id"], entry["old_state"], entry["new_state"]
            if item_id is None:
                continue
            if item_id not in book.states:
                self._born(book, item_id, old, new, in_hand)
            elif old != book.states[item_id] or (old, new) not in allowed:
                now = book.states[item_id]
                raise Broken(
                    "I1", f"{self.step.kind} moved item {item_id} from {old} to {new}; it stood as {now}"
                )
            book.states[item_id] = new
            if (old, new) == ("confirmed", "in_doubt") and done_by(self.platform, book.scans[item_id]):
                raise Broken("I2", f"{book.scans[item_id].sn} is doubted and the platform knows it")
            if new == "sending":
                book.sends[item_id] = book.sends.get(item_id, 0) + 1
            if new == "undone":
                self._undone(book, item_id)
            if new == "voided":
                self._voided(book, item_id, str(old))
            if new == "confirmed":
                self._confirmed(book, item_id)
            if new == "refused" and old != new:
                self._refused(book, item_id)

    def _born(self, book: Book, item_id: str, old: str | None, new: str, in_hand: bool) -> None:
        row = book.row_now(item_id)
        if not in_hand or (old, new) != (None, "saved") or row is None:
            raise Broken("I1", f"a row {item_id} ({old} to {new}) comes up in step {self.step.kind}")
        book.scans[item_id] = self.births.scan_behind(self.step, book.station_id, row)
        if self.step.kind == "queue again":
            self._forget_question(book.scans[item_id])
        made_now = sum(entry["new_state"] == "sending" for entry in book.entries_of(item_id))
        book.sends_before[item_id] = row.attempts - made_now
        self._wire.unsent[item_id] = row.sn

    def _undone(self, book: Book, item_id: str) -> None:
        sent = book.sends.get(item_id) or book.sends_before[item_id]
        if sent or any(done.item_id == item_id for done in self.platform.done):
            raise Broken("I1", f"{book.scans[item_id].sn} was undone after it had been sent")
        if item_id in self.in_files:
            raise Broken("I1", f"{book.scans[item_id].sn} was undone and stands in a queue file")
        self._wire.unsent.pop(item_id, None)

    def _voided(self, book: Book, item_id: str, old: str) -> None:
        """A parked unit may have been done; a supervisor has looked, and the unit may be scanned anew."""
        if old != "parked":
            self._undone(book, item_id)
        self._forget_question(book.scans[item_id])
        self.by_hand.add(item_id)

    def _forget_question(self, scan: Scan) -> None:
        item_id = self.asked_for.pop(self._unit(scan), None)
        if item_id is not None:
            self._given_up.add(item_id)

    @staticmethod
    def _unit(scan: Scan) -> Unit:
        return (scan.sn, scan.certificate_no, scan.station_id)

    def _confirmed(self, book: Book, item_id: str) -> None:
        if not done_by(self.platform, book.scans[item_id]):
            raise Broken("I8", f"{book.scans[item_id].sn} is confirmed and this station never had it done")

    def _refused(self, book: Book, item_id: str) -> None:
        scan = book.scans[item_id]
        if self.step.kind == "set aside":
            self.by_hand.add(item_id)
            return
        if self._unit(scan) in self.forgotten:
            self._red_after_a_lost_disk(scan)
        elif done_by(self.platform, scan):
            raise Broken("I2", f"{scan.sn} is shown red and the platform did it for this station")
        if not self.final_words(item_id):
            raise Broken("I1", f"{scan.sn} is shown red without a final word of the platform on it")

    def _red_after_a_lost_disk(self, scan: Scan) -> None:
        """Scanned anew, and on another PID by now: the platform refuses it, whoever has done it before."""
        unit = self._unit(scan)
        self.by_hand |= {
            done.item_id
            for done in self.platform.done
            if (done.sn, done.certificate_no, done.station_id) == unit
        }

    def final_words(self, item_id: str) -> set[str]:
        """Codes with which the platform truthfully ended an item without doing it; when it did the unit for another
        station, its history says so of an item that never arrived.
        """
        said = {word.code for word in self.platform.verdicts.get(item_id, []) if word.final}
        scan = self.births.scanned[item_id]
        ever = [*self.platform.done, *self.platform.forgotten]
        if any((d.sn, d.certificate_no) == (scan.sn, scan.certificate_no) for d in ever):
            said.add("ALREADY_REPLACED")
        return said - {"OK"}

    def _compare_rows(self, book: Book) -> None:
        book.rows = book.read_rows()
        if book.rows.keys() != book.states.keys():
            raise Broken("I1", f"ledger and journal differ in {set(book.rows) ^ set(book.states)}")
        for item_id, row in book.rows.items():
            if row.state != book.states[item_id]:
                raise Broken(
                    "I1", f"{row.sn} stands as {row.state}, its journal ends in {book.states[item_id]}"
                )
            made = book.sends_before[item_id] + book.sends.get(item_id, 0)
            if row.attempts != made:
                raise Broken("I2", f"{row.sn} counts {row.attempts} attempts, {made} were made")
            if row.state == "handed_over" and item_id not in self.in_files:
                raise Broken("I1", f"{row.sn} is handed over and stands in no queue file")
        done = {done.item_id for done in self.platform.done}  # after a restore they are only asked about
        by_paper = (
            self.platform.went_back
        )  # a unit that was done under two certificates may be forgotten under both
        under_way = Counter(
            (row.sn, row.certificate_no if by_paper else "")
            for row in book.rows.values()
            if row.state in SPENT and row.item_id not in done
        )
        for sn, count in under_way.items():
            if count > 1:
                raise Broken("I2", f"{sn} is under way {count} times")

    def _compare_certificates(self, book: Book) -> None:
        book.certificates = {}
        for found in book.connection().execute("select * from certificates"):
            cached = Cached(
                found["certificate_no"], found["account"], found["version"], json.loads(found["body"])
            )
            key = (cached.account, cached.number)
            set_back = self.step.kind == "ask" and bool(self.platform.other_lines[cached.number])
            if cached.version < book.versions.get(key, 0) and not set_back:
                raise Broken("I6", f"{key} went back from version {book.versions[key]} to {cached.version}")
            book.versions[key] = cached.version
            book.certificates[key] = cached
            lines = [self.platform.papers[cached.number], *self.platform.other_lines[cached.number]]
            truths = [line.past[cached.version] for line in lines if cached.version in line.past]
            if not any(all(cached.body[k] == value for k, value in truth.items()) for truth in truths):
                raise Broken("I6", f"{cached} is not what the platform said in that version")

    def _balance(self, book: Book) -> None:
        """I3: the counters are those of the rows, and add up."""
        for account in {row.account for row in book.rows.values()}:
            tally = ledger.tally(book.connection(), account)
            counted = Counter(row.state for row in book.rows.values() if row.account == account)
            balance = reports.reconciliation(tally)
            if not balance["balanced"] or balance["scanned"] != counted.total():
                raise Broken("I3", f"{balance} for {dict(counted)}")
            if {str(state): n for state, n in tally.counts.items() if n} != dict(counted):
                raise Broken("I3", f"counters {tally.counts}, rows {dict(counted)}")

    def _shown(self, book: Book, outcome: ScanOutcome) -> None:
        """I1, I8: green means that it stands on disk."""
        if outcome.verdict is Verdict.ACCEPTED:
            if outcome.item_id not in book.rows:
                raise Broken("I1", f"{outcome.sn} is shown green and stands in no ledger")
            book.green.add(str(outcome.item_id))

    def _platform_history(self) -> None:
        """I2 on the platform's side, I3 between both sides."""
        by_station = Counter((d.sn, d.certificate_no, d.station_id) for d in self.platform.done)
        overall = Counter((d.sn, d.certificate_no) for d in self.platform.done)
        twice = [str(key) for key, n in by_station.items() if n > 1]
        if self.platform.temper is not Temper.ITEMS_ONLY:
            twice += [str(key) for key, n in overall.items() if n > 1]
        if twice:
            raise Broken("I2", f"done twice: {twice}")
        for book in self.books:
            lost = book.green - book.rows.keys()
            if lost:
                raise Broken("I1", f"shown green and lost: {lost}")

    def _restored(self, book: Book) -> None:
        """A disk broke, and its copy is in its place: what must have come back, and what is now forgotten."""
        before, green = book.rows, book.green & book.rows.keys()
        wanted = before.keys() if self.step.readable else before.keys() & self.step.in_copy
        book.begin_again()
        lost = wanted - book.rows.keys()
        if lost:
            raise Broken("I1", f"after the restore {[before[item].sn for item in lost]} are gone")
        strangers = book.rows.keys() - self.births.scanned.keys()
        if strangers:
            raise Broken("I1", f"after the restore {strangers} come from nowhere")
        for item_id, row in before.items():
            now = book.rows.get(item_id)
            ended = row.state in {"undone", "voided", "refused", "handed_over"} and self.step.readable
            if now is not None and ended and now.state != row.state:
                raise Broken("I1", f"after the restore {row.sn} is {now.state} and was {row.state}")
        for item_id in before.keys() - book.rows.keys():
            self.forgotten.add(self._unit(self.births.scanned[item_id]))
            self._wire.unsent.pop(item_id, None)
        book.green = green & book.rows.keys()
