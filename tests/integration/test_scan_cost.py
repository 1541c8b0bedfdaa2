"""What one scan may cost the window, by counts instead of times; and that being durable waits for no painting."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station.assembly import Station
from station.model import Label, Replacement
from tests.benchmarks.place import Place
from tests.helpers.scan_shots import as_picture
from tests.helpers.stations import no_keyring, open_station
from tests.helpers.windows import opening
from ui.scan.scan_views import ScanView
from ui.sounds.events import Event
from ui.station_window import StationWindow

__all__ = ["no_keyring"]

DEADLINE_MS = 15_000
BURST = 200
_EDGES = 24
"""Qt draws the edges of large letters a little differently when it draws them again."""
_LAID_OUT = {QEvent.Type.LayoutRequest, QEvent.Type.StyleChange, QEvent.Type.Resize}
PARTS = {"top_bar", "notices", "result", "counters"}


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    with open_station(tmp_path) as opened:
        Place(opened)
        yield opened


@pytest.fixture
def window(station: Station, qtbot: QtBot) -> Iterator[StationWindow]:
    with opening() as open_window:
        made = open_window(station)
        made.resize(1920, 1080)
        for n in range(12):
            made.scans.take(label(f"BEFORE{n:04d}"))
        qtbot.waitUntil(
            lambda: recorded(made) == [f"BEFORE{n:04d}" for n in range(2, 12)], timeout=DEADLINE_MS
        )
        yield made


def label(sn: str) -> Label:
    return Label(sn, "bench", time.monotonic())


def recorded(window: StationWindow) -> list[str]:
    """The SNs in the list of the last scans, oldest first."""
    return [row.sn for row in reversed(window.operator.page.recent.shown)]


class Costs(QObject):
    """Counts what is painted anywhere in the program, and what is laid out on a page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.painted: Counter[str] = Counter()
        self.laid_out: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted[watched.objectName() or type(watched).__name__] += 1
        elif event.type() in _LAID_OUT and isinstance(watched, QWidget) and self._page.isAncestorOf(watched):
            self.laid_out.append(f"{type(watched).__name__} {event.type().name}")
        return False


def test_a_scan_paints_what_it_changed_once_and_nothing_behind_it(
    window: StationWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    resets: list[str] = []
    window.operator.page.recent.modelReset.connect(lambda: resets.append("reset"))
    scans = [cost_of_scan(window, f"SCAN{n:08d}", qtbot, qapp) for n in range(5)]
    costs = min(
        scans, key=lambda one: one.painted.total()
    )  # other things go on in the window, once in a while
    assert costs.painted["result"] == 1, "the count is right in the first picture"
    assert costs.painted.keys() <= PARTS | {"qt_scrollarea_viewport"}, costs.painted
    assert max(costs.painted.values()) <= 2  # the clock of the top bar may come in between
    assert (costs.laid_out, resets) == ([], [])


def cost_of_scan(window: StationWindow, sn: str, qtbot: QtBot, app: QApplication) -> Costs:
    costs = Costs(window.operator.page)
    app.installEventFilter(costs)
    window.scans.take(label(sn))
    qtbot.waitUntil(lambda: recorded(window)[-1] == sn, timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: costs.painted["counters"] > 0, timeout=DEADLINE_MS)
    app.removeEventFilter(costs)
    return costs


def test_the_count_in_the_panel_is_the_one_of_the_numbers_that_follow(
    window: StationWindow, qtbot: QtBot
) -> None:
    views: list[ScanView] = []
    window.operator.on_drawn = views.append
    window.scans.take(label("COUNT0000001"))
    qtbot.waitUntil(lambda: recorded(window)[-1] == "COUNT0000001", timeout=DEADLINE_MS)
    shown = {view.panel.count for view in views if view.panel.label == "COUNT0000001"}
    assert [count.split(" /")[0] for count in shown] == ["13"]


def test_a_burst_is_durable_in_order_while_the_window_paints_nothing(
    window: StationWindow, station: Station, qtbot: QtBot
) -> None:
    sns = [f"BURST{n:07d}" for n in range(BURST)]
    for sn in sns:
        window.scans.take(label(sn))
    deadline = time.monotonic() + DEADLINE_MS / 1000
    while len(in_ledger(station)) < BURST:  # this thread is the one that paints, and it paints nothing here
        assert time.monotonic() < deadline
    assert [row.sn for row in in_ledger(station)] == sns
    assert window.operator.presenter.view().panel.label == "BEFORE0011"
    qtbot.waitUntil(lambda: window.operator.presenter.view().panel.label == sns[-1], timeout=DEADLINE_MS)
    qtbot.waitUntil(lambda: recorded(window) == sns[-10:], timeout=DEADLINE_MS)


def in_ledger(station: Station) -> list[Replacement]:
    return [row for row in reversed(station.rows(limit=BURST + 12)) if row.sn.startswith("BURST")]


def test_each_scan_of_a_burst_is_heard_though_only_some_are_painted(
    window: StationWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    heard: dict[int, Event] = {}

    def hear(view: ScanView) -> None:
        if view.call is not None:
            heard[view.call.number] = view.call.event

    window.operator.on_drawn = hear
    before = window.operator.presenter.view().call
    assert before is not None
    costs = Costs(window.operator.page)
    qapp.installEventFilter(costs)
    for n in range(40):
        window.scans.take(label(f"HEARD{n:07d}"))
    qtbot.waitUntil(lambda: recorded(window)[-1] == "HEARD0000039", timeout=DEADLINE_MS)
    qapp.removeEventFilter(costs)
    assert sorted(number for number in heard if number > before.number) == [
        before.number + 1 + n for n in range(40)
    ]
    assert costs.painted["result"] < 40


def test_what_is_painted_bit_by_bit_is_what_a_whole_picture_shows(
    window: StationWindow, qtbot: QtBot
) -> None:
    page = window.operator.page
    for n, text in enumerate(
        ["BIT000000001", "A4:CF:12:9B:00:7E", "BIT000000002", "BIT000000002", "B2345678"]
    ):
        window.scans.take(Label(text, "bench", 10.0 * n))
        qtbot.waitUntil(lambda text=text: text in page.result.accessibleName(), timeout=DEADLINE_MS)  # type: ignore[misc]
        qtbot.waitUntil(
            lambda: furthest_apart(on_screen(window), whole(window)) <= _EDGES, timeout=DEADLINE_MS
        )


def furthest_apart(one: Image.Image, other: Image.Image) -> int:
    """The largest difference of any colour of any pixel, of 255."""
    return max(ImageChops.difference(one, other).tobytes())


def on_screen(window: StationWindow) -> Image.Image:
    """The window as it stands after all partial repaints."""
    return as_picture(window.screen().grabWindow(window.winId()).toImage())


def whole(window: StationWindow) -> Image.Image:
    """The window painted anew."""
    return as_picture(window.grab().toImage())
