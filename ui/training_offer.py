"""The button that starts the training: another program beside this one, so that nothing here can be taken for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, Qt

from station import own_program
from station.errors import UsageError
from ui.error_board import ErrorBoard, Topic
from ui.look.signs import Icon
from ui.main_window import MainWindow

translate = QCoreApplication.translate


def offer_training(window: MainWindow, errors: ErrorBoard, folder: Path) -> None:
    """Put the button at the foot of the navigation; `folder` is the data folder beside which people practise.

    A bundle without the sandbox has nothing to practise with.
    """
    if not own_program.has_sandbox():
        return
    window.add_tool(translate("Training", "Training …"), Icon.HELP, lambda: _ask(window, errors, folder))


def _ask(window: MainWindow, errors: ErrorBoard, folder: Path) -> None:
    from ui.desk.sheet_dialog import Sheet, SheetDialog  # noqa: PLC0415 - it comes when somebody asks for it

    dialog = SheetDialog(
        Sheet(
            translate("Training", "Practise without consequences"),
            hint=translate(
                "Training",
                "Training is a window of its own, with a violet frame, on data and a platform of its own: nothing "
                "that is done there reaches this station's data or the real platform. This window stays open. A "
                "keyboard scanner writes into the window in front; other scanners stay with this window. "
                "To end the training, close its window.",
            ),
            confirm=translate("Training", "Start the training"),
        ),
        window.theme,
        window,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _start(errors, folder))
    dialog.open()


def _start(errors: ErrorBoard, folder: Path) -> None:
    program, *arguments = own_program.station("training", "--data-dir", str(folder))
    started, _pid = QProcess.startDetached(program, arguments)
    if not started:
        message = translate("Training", "Start it from a terminal: pid-station training")
        errors.show(
            Topic.FAULT, UsageError(message, title=translate("Training", "The training did not start"))
        )
