"""A window with a field and the wedge filter, to be typed at from outside: `python -m tests.helpers.wedge_subject`.

Prints `ready` when it has the keyboard, then one JSON line for each scan; when a scan reads `the-end`, it prints the
field's text as `{"field": ...}` and exits.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from drivers.wedge import WedgeDecoder, WedgeScan
from ui.wedge_filter import WedgeFilter

END = "the-end"


def main() -> int:
    app = QApplication(sys.argv)
    field = QLineEdit()
    field.showFullScreen()
    field.activateWindow()
    wedge = WedgeFilter(WedgeDecoder())
    wedge.watch(app)

    def scanned(scan: WedgeScan) -> None:
        if scan.event.data == END:
            _say({"field": field.text()})
            app.quit()
        else:
            _say({"label": scan.event.data, "torn": scan.torn})

    def tell_when_ready() -> None:
        if field.hasFocus() and field.isActiveWindow():
            watch.stop()
            _say({"ready": True})

    wedge.scanned.connect(scanned)
    watch = QTimer()
    watch.timeout.connect(tell_when_ready)
    watch.start(20)
    return app.exec()


def _say(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
