"""A program that shows one long table, to be measured from inside: `python -m tests.benchmarks.tables_subject WHAT ROWS
DATA_DIR`, WHAT being `certificates`, `history` or `items`. It writes one line of JSON (`Shown`).

`certificates` and `history` are the pages of the window over a station's own database; `items` is the same view over a
QStandardItemModel with the texts of so many rows of the history, ready made.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from station.assembly import Station
from tests.benchmarks.place import ACCOUNT
from ui.desk.certificates_side import CertificatesSide
from ui.desk.desk_rights import DeskRights
from ui.error_board import ErrorBoard
from ui.history.history_side import HistorySide
from ui.look import theme
from ui.tasks import Tasks

_SIZE = (1280, 800)
_DEADLINE_S = 900
_SETTLE_S = 0.3
_STEP, _PAINT_ALL = 50, 10_000


@dataclass(frozen=True)
class Shown:
    """From asking for the rows to their first paint, and memory of the process's own beyond the page without rows:
    then, and at most while it was scrolled to the last row. `rows` is how many rows were gone through."""

    first_ms: float
    first_mb: float
    scrolled_mb: float
    rows: int


class _Painted(QObject):
    """How often the table was painted with rows in it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self.times = 0
        self._table = table
        table.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        model = self._table.model()
        if event.type() == QEvent.Type.Paint and model.rowCount():
            self.times += 1
        return False


def _shown(page: QWidget, table: QTableView, fill: Callable[[], None], rows: int) -> Shown:
    page.resize(*_SIZE)
    page.show()
    _let(_SETTLE_S)
    painted, before = _Painted(table), _own_mb()
    begun = time.perf_counter()
    fill()
    _until(lambda: painted.times > 0)
    first_ms = (time.perf_counter() - begun) * 1000
    _let(_SETTLE_S)
    first_mb = _own_mb() - before
    seen, most_mb = _scroll(table, rows)
    return Shown(first_ms, first_mb, most_mb - before, seen)


def _scroll(table: QTableView, rows: int) -> tuple[int, float]:
    """To the last row, some fifty rows at a time, waiting for pages that are read only then. In a very long table not
    every step is painted. Gives the rows gone through, and the most memory."""
    model, bar = table.model(), table.verticalScrollBar()
    seen, steps, most_mb = model.rowCount(), 0, 0.0
    came: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, last: came.append(last - first + 1))
    while seen + sum(came) < rows or bar.value() < bar.maximum():
        if bar.value() == bar.maximum():
            _until(lambda: bool(came))
        seen, steps = seen + sum(came), steps + 1
        came.clear()
        painted = steps % max(1, rows // _PAINT_ALL) == 0
        table.viewport().setUpdatesEnabled(painted)
        bar.setValue(bar.value() + _STEP)
        QApplication.processEvents()
        if painted:
            table.viewport().repaint()
            most_mb = max(most_mb, _own_mb())
    return seen + sum(came), max(most_mb, _own_mb())


def _own_mb() -> float:
    """Memory of the process's own: RssAnon of proc(5), without the pages of libraries and other files."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("RssAnon"))
    return int(kilobytes) / 1024


def _let(seconds: float) -> None:
    until = time.monotonic() + seconds
    _until(lambda: time.monotonic() > until)


def _until(there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _DEADLINE_S
    while not there():
        assert time.monotonic() < deadline, "the table did not come that far"
        QApplication.processEvents()
        time.sleep(0.0005)  # else this thread keeps the interpreter from the one that reads


def _certificates(station: Station, tasks: Tasks, look: theme.Theme, rows: int) -> Shown:
    side = CertificatesSide(station, tasks, ErrorBoard(), look, DeskRights(lambda: "bench"))
    return _shown(side.page, side.page.certificates.table, side.presenter.load, rows)


def _history(station: Station, tasks: Tasks, look: theme.Theme, rows: int) -> Shown:
    side = HistorySide(station, tasks, ErrorBoard(), look)
    return _shown(side.page, side.page.table, side.presenter.open, rows)


def _items(station: Station, rows: int) -> Shown:
    texts = [
        (str(row.scanned_at_ms), row.sn, row.state, row.operator, row.certificate_no, row.reason)
        for row in station.rows(limit=rows)
    ]
    model, table = QStandardItemModel(), QTableView()
    table.setModel(model)

    def fill() -> None:
        for row in texts:
            model.appendRow([QStandardItem(text) for text in row])

    return _shown(table, table, fill, rows)


def main() -> None:
    what, rows, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    app = QApplication(["bench"])
    look = theme.apply(app, "light", 1.0)
    with ExitStack() as stack:
        station = stack.enter_context(Station.open(folder))
        station.session.account = ACCOUNT
        tasks = Tasks()
        stack.callback(tasks.close)
        if what == "items":
            shown = _items(station, rows)
        else:
            shown = {"certificates": _certificates, "history": _history}[what](station, tasks, look, rows)
    print(json.dumps(asdict(shown)))  # noqa: T201 - this is what the program is for


if __name__ == "__main__":
    main()
