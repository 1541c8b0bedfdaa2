"""A program that is started to be timed: `python -m tests.benchmarks.start_subject [stay] window DATA_DIR | bare`.

It writes one line of JSON when its first frame is painted, the names of the modules loaded by then. With `stay` it
goes on until it is terminated.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import QApplication, QWidget

from ui.first_frame import FirstFrame

_stays = "stay" in sys.argv


def _tell() -> None:
    sys.stdout.write(json.dumps(sorted(sys.modules)) + "\n")
    sys.stdout.flush()
    if not _stays:
        QApplication.quit()


def _bare() -> None:
    app = QApplication(sys.argv[:1])
    window = QWidget()
    FirstFrame(window).then(_tell)
    window.showMaximized()
    app.exec()


def _window(folder: str) -> None:
    from station.__main__ import main

    go_on = FirstFrame._go_on

    def tell_and_go_on(self: FirstFrame) -> None:
        _tell()
        go_on(self)

    FirstFrame._go_on = tell_and_go_on  # type: ignore[method-assign]
    sys.argv[1:] = ["--data-dir", folder]
    main()


if __name__ == "__main__":
    if sys.argv[-1] == "bare":
        _bare()
    else:
        _window(sys.argv[-1])
