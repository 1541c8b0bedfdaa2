"""The window's half of `pid-station --selfcheck`: Qt's plugins, fonts, icons, languages, sounds."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module, resources
from pathlib import Path
from pkgutil import walk_packages

from station.errors import ExitCode
from station.selfcheck import Content, Missing, contents, document

_FAMILIES = ("DejaVu Sans", "DejaVu Sans Mono", "Droid Sans Fallback")
_PLATFORMS = {
    "linux": ("libqxcb.so", "libqoffscreen.so"),
    "win32": ("qwindows.dll",),
    "darwin": ("libqcocoa.dylib",),
}


def run() -> int:
    """Print the JSON document; 0 when everything is here, 1 when the program was put together wrongly."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt reads its platform at import

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert application is not None
    found: list[Content] = [*contents(_LOOKS)]
    report = document(found)
    sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
    return ExitCode.GOOD if report["ok"] else ExitCode.BUG


def _qt() -> str:
    from PySide6.QtCore import QLibraryInfo, qVersion  # noqa: PLC0415

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    there = sorted(file.name for file in plugins.iterdir())
    missing = [name for name in _PLATFORMS.get(sys.platform, ()) if name not in there]
    if missing:
        raise Missing(f"{missing}; there are {there}")
    return f"Qt {qVersion()}: {', '.join(there)}"


def _fonts() -> str:
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415

    from ui.look import fonts  # noqa: PLC0415

    fonts.load()
    missing = set(_FAMILIES) - set(QFontDatabase.families())
    if missing:
        raise Missing(f"{sorted(missing)}")
    return ", ".join(_FAMILIES)


def _icons() -> str:
    from ui.look.icons import pixmap  # noqa: PLC0415
    from ui.look.signs import Icon  # noqa: PLC0415

    blank = [icon.name for icon in Icon if pixmap(icon, "#ff0000", 32).toImage().allGray()]
    if blank:
        raise Missing(f"{blank} are not drawn")
    return f"{len(list(Icon))} drawn"


def _languages() -> str:
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from ui import languages  # noqa: PLC0415

    said = {}
    for code in languages.NAMES:
        languages.speak(code)
        said[code] = (
            QCoreApplication.translate("StartErrorDialog", "Close"),
            languages.told("Nothing to undo"),
        )
    languages.speak(languages.ENGLISH)
    if len(set(said.values())) < len(said):
        raise Missing(f"translations: {said}")
    sounds = [file.name for file in resources.files("ui").joinpath("assets", "sounds").iterdir()]
    if len(sounds) < 6:
        raise Missing(f"sounds: {sounds}")
    return ", ".join(f"{code}: {words[0]}" for code, words in said.items())


def _modules() -> str:
    """Load every module of ours that is here: what one of them needs and is not here shows now, not at the line."""
    names = [
        module.name
        for package in map(import_module, ("drivers", "station", "ui"))
        for module in walk_packages(package.__path__, f"{package.__name__}.")
        if not module.name.startswith(_SANDBOX) and not module.name.endswith("__main__")
    ]
    for name in names:
        import_module(name)
    if not set(_LOADED_LATE) <= set(names):
        raise Missing(f"{sorted(set(_LOADED_LATE) - set(names))}")
    return f"{len(names)} loaded"


_SANDBOX = ("station.sandbox", "station.cli.sandbox_commands")
_LOADED_LATE = (
    "ui.app",
    "ui.reports.report_dialog",
    "ui.sounds.speaker",
    "drivers.hid_pos",
    "drivers.serial_port",
)
_LOOKS = (
    ("qt", _qt),
    ("fonts", _fonts),
    ("icons", _icons),
    ("languages", _languages),
    ("modules", _modules),
)
