"""A window with fields and the wedge filter, to be typed at from outside: `python -m tests.helpers.wedge_subject`.

Prints `ready` when it has the keyboard, then one JSON line for each scan; when a scan reads `the-end`, it prints what
keys did otherwise and exits. With `--commotion MS` dialogs, menus and lists open and close every so many milliseconds.
"""

from __future__ import annotations

import argparse
import json
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from drivers.wedge import WedgeDecoder, WedgeScan
from tests.helpers.wedge_commotion import Commotion, KeyRecorder
from ui.wedge.wedge_filter import WedgeFilter

END = "the-end"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commotion", type=int, default=0)
    every_ms = parser.parse_args().commotion
    app = QApplication(sys.argv)
    recorder = KeyRecorder()
    window = Commotion(recorder)
    window.showFullScreen()
    window.activateWindow()
    window.field.setFocus()
    wedge = WedgeFilter(WedgeDecoder())
    wedge.watch(app)
    app.installEventFilter(recorder)

    def scanned(scan: WedgeScan) -> None:
        if scan.event.data == END:
            window.stop()
            did = {"reached": recorder.reached, "turns": window.turns, "halts": recorder.halts}
            _say({"field": window.field.text(), **did})
            app.quit()
            return
        told = {"label": scan.event.data, "torn": scan.torn, "at": scan.event.at}
        _say({**told, "differs": scan.layout_differs, "caps_lock": scan.caps_lock, "typed": scan.typed})

    def tell_when_ready() -> None:
        if window.field.hasFocus() and window.isActiveWindow():
            watch.stop()
            if every_ms:
                window.start(every_ms)
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
