"""The window's composition root: application, station, window, scanners; and the way back down."""

from __future__ import annotations

import gc
import logging
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from drivers.base import Scanner
from drivers.errors import DriverError
from drivers.manager import ScannerManager
from drivers.wedge import WedgeDecoder
from station.assembly import DATABASE_NAME, Station
from station.errors import AlreadyRunning, DatabaseDamaged, ExitCode, StationError, UsageError
from station.restore import restore
from station.session import SignInForm
from station.settings import data_folder
from station.store.early_check import EarlyCheck
from ui import languages, qt_messages
from ui.error_board import Topic
from ui.first_start.first_start_side import FirstStartSide, prepare
from ui.health.health_side import HealthSide
from ui.language_side import LanguageSide
from ui.look import theme
from ui.scan.scan_views import ScannerReport
from ui.scanner_bridge import ScannerBridge
from ui.second_start import raise_first
from ui.sound_side import sounding
from ui.start_error import StartErrorDialog
from ui.station_window import StationWindow
from ui.staying_up import staying_up
from ui.tasks import ProgramError
from ui.training_offer import offer_training
from ui.wedge.wedge_filter import WedgeFilter

FIRST_FRAME = "The window is there"
"""How the line of the log begins that says so."""
CLOSE_WITHIN_S = 10.0
"""The longest wait for the station to let go of its folder; what is green is on disk long before."""

_log = logging.getLogger(__name__)


@dataclass
class Running:
    """A window at work, its scanners, and the last report of each of them, by address."""

    window: StationWindow
    manager: ScannerManager
    scanners: dict[str, ScannerReport] = field(default_factory=dict)

    def heard(self, report: ScannerReport) -> None:
        self.scanners[report.device] = report

    def forget(self, address: str) -> None:
        self.scanners.pop(address, None)


def run(
    data_dir: Path | None = None,
    scanners: Sequence[str] = (),
    prefill: SignInForm | None = None,
    early: EarlyCheck | None = None,
) -> int:
    """Open the window on a data folder and stay until it is closed. Gives the exit code of the program.

    `scanners` are addresses; without any, those of the settings are used. `prefill` is put into the sign-in
    form. `early` has begun to look at the database.
    """
    station = _open(data_dir, early)
    if isinstance(station, int):
        return station
    first, problem = prepare(station)
    addresses = scanners or station.settings.text("scanners").split()
    form = prefill or first.look().platform.form
    with (
        qt_messages.logged(),
        start(station, (), form, addresses) as running,
        sounding(station.settings, running.window) as sounds,
    ):
        _show_our_faults(running.window)
        FirstStartSide(first, running.window, sounds, problem)
        offer_training(running.window, running.window.errors, station.folder)
        quit_on_signals()
        running.window.first_frame.then(_first_frame_seen)
        with staying_up(station, running.window):
            QApplication.exec()
    _close(station)
    return ExitCode.GOOD


@contextmanager
def start(
    station: Station,
    scanners: Sequence[Scanner] = (),
    prefill: SignInForm | None = None,
    addresses: Sequence[str] = (),
) -> Iterator[Running]:
    """Bring the window to life on an open station: sending, scanners, keyboard. The caller shows it.

    `scanners` are the program's own, `addresses` name others. At the end everything stops but the station, which the
    caller closes.
    """
    window = build(station, prefill)
    bridge = ScannerBridge(window)
    running = Running(window, bridge.manager)
    _connect(bridge, running)
    keyboard = WedgeFilter(WedgeDecoder(), running.window)
    keyboard.scanned.connect(bridge.take_wedge)
    keyboard.lost_to_input_method.connect(bridge.input_method_took_scan)
    keyboard.watch(_application())
    window.first_frame.then(station.sync.start)
    for scanner in scanners:
        bridge.manager.add(scanner)
    for wrong in bridge.manager.use(addresses):
        window.errors.show(Topic.SCANNER, _usage_error(wrong))
    try:
        yield running
    finally:
        keyboard.leave(_application())
        bridge.stop()
        running.window.close()
        running.window.shut_down()


def build(station: Station, prefill: SignInForm | None = None) -> StationWindow:
    """The window on an open station, not yet shown, with nothing running but its own threads."""
    app = _application()
    look = theme.apply(app, station.settings.text("theme"), station.settings.number("zoom"))
    languages.speak(languages.ENGLISH)  # made in English it knows the source of each of its texts
    window = StationWindow(station, look, prefill)
    HealthSide(station, window)
    LanguageSide(station, window)
    return window


def _connect(bridge: ScannerBridge, running: Running) -> None:
    window = running.window
    bridge.scanned.connect(window.scans.take)
    bridge.reported.connect(running.heard)
    bridge.reported.connect(window.show_scanner)
    bridge.gone.connect(running.forget)
    bridge.gone.connect(window.forget_scanner)
    bridge.lost.connect(window.show_lost_label)
    window.late.setup.then(lambda setup: bridge.tested.connect(setup.scanners.tested))
    window.late.setup.then(lambda setup: setup.scanners.attach(bridge))
    for side in window.findChildren(HealthSide):
        side.scanners = bridge.look
    window.late.desk.then(lambda desk: desk.upload.attach(bridge))
    bridge.keyboard_told.connect(window.show_keyboard)


def _usage_error(error: DriverError) -> UsageError:
    return UsageError(error.message, title=error.title)


def _application() -> QApplication:
    """The one application object; Qt allows no second."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    # a scanner's keys in a dialog of the system's own go past our filter
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("PID Station")
    app.setWindowIcon(_icon())
    return app


def _icon() -> QIcon:
    picture = QPixmap()
    picture.loadFromData(resources.files("ui").joinpath("assets", "pid-station.svg").read_bytes())
    return QIcon(picture)


def _open(data_dir: Path | None, early: EarlyCheck | None = None) -> Station | int:
    """The station, or the exit code when it cannot be opened; a damaged database can be restored here and now."""
    try:
        return Station.open(data_dir, early=early)
    except DatabaseDamaged as error:
        restored = _tell(error, QCoreApplication.translate("Start", "Restore the newest backup"))
        return _restore(data_dir) if restored else error.exit_code
    except AlreadyRunning as error:
        if raise_first(data_folder(data_dir)):
            return ExitCode.GOOD
        _tell(error)
        return error.exit_code
    except StationError as error:
        _tell(error)
        return error.exit_code


def _restore(data_dir: Path | None) -> Station | int:
    folder = data_folder(data_dir)
    try:
        restore(folder, folder / DATABASE_NAME)
        return Station.open(data_dir)
    except StationError as error:
        _tell(error)
        return error.exit_code


def _tell(error: StationError, remedy: str = "") -> bool:
    """Show what keeps the station from starting; true when the person chose the remedy."""
    sys.stderr.write(f"{error.title}\n{error.message}\n")
    app = _application()
    languages.speak(languages.language_for(""))
    look = theme.apply(app, theme.ThemeName.LIGHT, 1.0)
    keyboard = WedgeFilter(WedgeDecoder())  # nothing can be recorded yet, but no scan may press a button
    keyboard.watch(app)
    try:
        return StartErrorDialog(error, look, remedy).exec() == QDialog.DialogCode.Accepted
    finally:
        keyboard.leave(app)


def _first_frame_seen() -> None:
    """Collect garbage from now on; what the start has loaded stays, and is not looked at again and again."""
    _log.info("%s after %.2f s of processor time", FIRST_FRAME, time.process_time())
    gc.freeze()
    gc.enable()


def _show_our_faults(window: StationWindow) -> None:
    """What nobody catches is logged and shown; the window goes on."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("A fault in the window", exc_info=(kind, error, trace))
        window.errors.show(Topic.FAULT, ProgramError(error))

    sys.excepthook = hook


def quit_on_signals() -> None:
    """Let the terminal's Ctrl+C and the system's shutdown close the window in good order."""

    def leave(_number: int, _frame: FrameType | None) -> None:
        _application().exit()  # not quit: that asks the window, which refuses in kiosk mode

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, leave)


def _close(station: Station) -> None:
    """Close off the Qt thread with a deadline: a hung disk must not keep a dead window on the screen."""
    closer = threading.Thread(target=station.close, name="close", daemon=True)
    closer.start()
    closer.join(CLOSE_WITHIN_S)
    if closer.is_alive():
        _log.warning("The station did not close within %s s", CLOSE_WITHIN_S)
