"""Who may pass over the first unit of a run, and who may end its stop: a supervisor by PIN, and nobody else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from station.first_article import Phase
from station.lifecycle import Event
from station.rights import SupervisedAct
from station.store import ledger
from tests.helpers.desk_driver import WITHIN_MS
from tests.helpers.offline import CERTIFICATE
from tests.helpers.people_driver import Place, place_in
from tests.unit.ui.scan_data import OFFLINE

pytestmark = pytest.mark.qt_log_ignore("does not support")
FIRST, SECOND = "TY20A4F00001", "TY20A4F00002"


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot) -> Iterator[Place]:
    with place_in(tmp_path, qtbot, first_article="confirm") as place:
        place.station.sync.link = OFFLINE  # nothing is sent here, so nobody else says so
        place.window.operator.tick()
        place.supervisor()
        yield place


def phase(place: Place) -> Phase:
    return place.station.overview().first.phase


def acknowledge(place: Place) -> None:
    place.qtbot.waitUntil(place.window.operator.page.buttons.acknowledge.isEnabled, timeout=WITHIN_MS)
    place.window.operator.page.buttons.acknowledge.click()


def test_offline_a_supervisor_opens_the_run_and_nobody_else(place: Place) -> None:
    place.scan(FIRST)
    place.until(FIRST)
    acknowledge(place)
    assert place.asked().question.act is SupervisedAct.SKIP_FIRST_ARTICLE
    assert place.asked().question.about == CERTIFICATE.certificate_no
    place.decline()
    assert phase(place) is Phase.UNDER_WAY
    place.scan(SECOND)
    place.shows("WAIT")
    acknowledge(place)
    place.allow()
    place.qtbot.waitUntil(lambda: phase(place) is Phase.OPEN, timeout=WITHIN_MS)
    place.scan(SECOND)
    place.until(FIRST, SECOND)
    assert place.journal("allowed") == [("Anna", f"act=skip_first_article {CERTIFICATE.certificate_no}")]
    assert place.journal("first_article_skipped") == [("Anna", f"certificate={CERTIFICATE.certificate_no}")]


def test_the_stop_after_a_refused_first_unit_is_a_supervisor_s_to_end(place: Place) -> None:
    place.scan(FIRST)
    place.until(FIRST)
    item_id = place.station.rows()[0].item_id

    def refuse(connection: sqlite3.Connection) -> None:
        stamp = place.station.session.stamp("sync")
        ledger.move(connection, item_id, Event.SEND, stamp, attempts=1, batch_id="b")
        ledger.move(
            connection, item_id, Event.REFUSE, stamp, code="SN_PID_MISMATCH", reason="another product"
        )

    place.station.database.write(refuse)
    place.window.operator.feed.ask()
    place.shows("FIRST UNIT REFUSED")
    acknowledge(place)
    assert place.asked().question.act is SupervisedAct.END_STOP
    place.decline()
    assert phase(place) is Phase.REFUSED
    acknowledge(place)
    place.allow()
    place.qtbot.waitUntil(lambda: phase(place) is Phase.AWAITED, timeout=WITHIN_MS)
    place.scan(SECOND)
    place.until(FIRST, SECOND)
