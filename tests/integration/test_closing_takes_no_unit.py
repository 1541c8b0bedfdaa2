"""While a shift is being closed no unit comes into the ledger, whichever way it tries; afterwards all ways are open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.errors import ShiftClosing
from station.model import Label
from tests.helpers.commands import Terminal, assert_clear
from tests.helpers.desk_driver import WITHIN_MS, choose, close, sheet, told, window_on
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess
from tests.helpers.stations import accept, assert_sound, open_station, signed_in, states
from tests.integration.conftest import Stock

CLOSING = "The shift is being closed"
WAY_OUT = "Go back to scanning"


@pytest.fixture
def big(sandbox: SandboxProcess) -> str:
    return str(sandbox.certificate(room=4000)["certificate_no"])


@pytest.fixture
def pair(sandbox: SandboxProcess, big: str, tmp_path: Path) -> Iterator[list[Station]]:
    with ExitStack() as stack:
        yield [stack.enter_context(signed_in(tmp_path / name, sandbox, big)) for name in "ab"]


def assert_refused(work: Callable[[], object]) -> None:
    with pytest.raises(ShiftClosing, match=WAY_OUT):
        work()


def test_no_way_into_the_ledger_is_open_and_nothing_is_written(
    pair: list[Station], stock: Stock, big: str, tmp_path: Path
) -> None:
    here, there = pair
    first, other = stock(big, 2)
    accept(there, other)
    there.leaving.export(tmp_path / "queue.pidq")
    file = (tmp_path / "queue.pidq").read_bytes()
    here.shift_end.begin()
    label = Label(first, "scanner", 1.0)
    for work in (
        lambda: here.intake.take(label),
        lambda: here.intake.take(label, certificate_no=big, filter_bounce=False),
        lambda: here.intake.take(Label("AA:BB:CC:DD:EE:FF", "scanner", 2.0)),
        lambda: here.intake.preview([label], big),
        lambda: here.arriving.preview(file),
        lambda: here.arriving.take_in(file),
    ):
        assert_refused(work)
    assert states(here) == {}
    with here.database.read() as connection:
        assert connection.execute("select count(*) from rejects").fetchone()[0] == 0
    here.shift_end.leave()
    accept(here, first)
    assert here.arriving.take_in(file).counts.total() == 1
    assert states(here) == {"saved": 2}
    assert_sound(here)


def test_a_receipt_is_taken_because_its_units_are_here_already(
    pair: list[Station], stock: Stock, big: str, tmp_path: Path
) -> None:
    here, there = pair
    accept(here, *stock(big, 2))
    here.leaving.export(tmp_path / "queue.pidq")
    receipt = there.arriving.receipt(there.arriving.take_in((tmp_path / "queue.pidq").read_bytes()))
    assert receipt is not None
    here.shift_end.begin()
    assert here.arriving.take_in(receipt).counts.total() == 2


def test_a_sign_out_ends_the_closing_also_where_nothing_was_scanned(
    sandbox: SandboxProcess, stock: Stock, big: str, tmp_path: Path
) -> None:
    with signed_in(tmp_path / "station", sandbox, big) as station:
        station.shift_end.begin()
        station.sign_out()
    with signed_in(tmp_path / "station", sandbox, big) as station:
        accept(station, *stock(big, 1))


def test_the_commands_refuse_and_say_what_to_do(
    sandbox: SandboxProcess, stock: Stock, big: str, tmp_path: Path
) -> None:
    dump = tmp_path / "memory.txt"
    dump.write_text("\n".join(stock(big, 2)))
    with ForkServer() as server:
        person = Terminal(tmp_path / "station", sandbox.ready, server)
        person.set_up(big)
        with open_station(tmp_path / "station") as station:
            station.shift_end.begin()
        for command in (
            ("scan", "--input", str(dump)),
            ("scan", "--device", "virtual:" + str(dump)),
            ("import", str(dump), "--certificate", big),
            ("import", str(dump), "--certificate", big, "--dry-run"),
        ):
            assert_clear(person.run(*command), 5, "being closed", "go back to scanning", "close-shift")
        assert person.queue() == []
        person.good("close-shift")
        person.set_up(big)
        person.good("import", str(dump), "--certificate", big)
        assert len(person.queue()) == 2


def test_the_window_refuses_a_memory_before_it_is_sent_and_a_label_on_its_way(
    pair: list[Station], stock: Stock, big: str, qtbot: QtBot, tmp_path: Path
) -> None:
    here, _there = pair
    sns = stock(big, 45)
    dump = tmp_path / "memory.txt"
    dump.write_text("\n".join(sns))
    with window_on(here) as window:
        window.desk.queue_page.import_.click()
        choose(qtbot, dump)
        question = sheet(qtbot, "Take these labels?")
        qtbot.waitUntil(question.yes.isVisible, timeout=WITHIN_MS)
        closing = window.shift_end.presenter
        here.shift_end.begin()
        assert not closing.closing, "a click a moment ago: the window does not know yet"
        question.yes.click()
        qtbot.waitUntil(lambda: told(window).startswith(CLOSING), timeout=WITHIN_MS)
        assert WAY_OUT in told(window)
        window.errors.close_newest()
        window.scans.take(Label(sns[0], "scanner", 1.0))
        presenter = window.operator.presenter
        qtbot.waitUntil(lambda: presenter.view().panel.word == "NOT TAKEN", timeout=WITHIN_MS)
        assert not presenter.paused, "nothing of this computer has failed"
        window.desk.upload.attach(window_source := _Source())
        window.desk.upload.ask()
        qtbot.waitUntil(lambda: told(window).startswith(CLOSING), timeout=WITHIN_MS)
        assert not window_source.asked
        assert states(here) == {}
        here.shift_end.leave()
        window.desk.queue_page.import_.click()
        choose(qtbot, dump)
        question = sheet(qtbot, "Take these labels?")
        qtbot.waitUntil(question.yes.isVisible, timeout=WITHIN_MS)
        question.yes.click()
        close(qtbot, sheet(qtbot, "Labels taken"))
    assert states(here) == {"saved": 45}


class _Source:
    """Ports of this computer: there are none, and nobody may ask."""

    asked = False

    def serial_ports(self) -> list[tuple[str, str]]:
        self.asked = True
        return []

    def receive(
        self, _address: str, _heard: Callable[[int], None], _cancelled: Callable[[], bool]
    ) -> bytes | None:
        self.asked = True
        return None
