"""`./dev words`: bring the translations up to date with the sources, then pack them for Qt.

New texts come into the `.ts` files as unfinished, texts that are gone leave them; translate, and run it again.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.helpers.core_texts import core_texts

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "ui" / "assets" / "i18n"
CODES = ("zh_CN", "vi")

_QT_TEXTS = {
    "QPlatformTheme": (
        "OK|Save|Open|&Yes|Yes to &All|&No|N&o to All|Abort|Retry|Ignore|Close|Cancel|Discard|Help|Apply|Reset|"
        "Restore Defaults|Save All"
    ),
    "QWidgetTextControl": "&Undo|&Redo|Cu&t|&Copy|&Paste|Delete|Select All",
    "QLineEdit": "&Undo|&Redo|Cu&t|&Copy|&Paste|Delete|Select All",
    "QFileDialog": (
        "Look in:|File &name:|Files of type:|&Open|&Save|&Choose|Back|Forward|Parent Directory|List View|Detail View|"
        "Create New Folder|Create a New Folder|All Files (*)|Go back|Go forward|Go to the parent directory|"
        "Change to list view mode|Change to detail view mode|Sidebar|Files|%1 already exists.\\n"
        "Do you want to replace it?|%1\\nFile not found.\\nPlease verify the correct file name was given.|"
        "New Folder|&Rename|&Delete|Show &hidden files|&New Folder|Recent Places|Save As|Directory:|Open|Computer"
    ),
    "QFileSystemModel": "Name|Size|Type|Kind|Date Modified|Computer|My Computer|%1 bytes|%1 KiB|%1 MiB|%1 GiB",
    "QAbstractSpinBox": "&Select All|&Step up|Step &down",
}
"""Qt's own texts that this program shows. Qt has them in Chinese, but not in Vietnamese."""


def ts_of(code: str) -> Path:
    return FOLDER / f"pid_station_{code}.ts"


def update(target: Path) -> None:
    """Take the texts of the sources into a `.ts` file, new or there already. Raises CalledProcessError."""
    with tempfile.TemporaryDirectory(prefix="pid-station-words-") as name:
        marked = Path(name) / "other_texts.py"
        marked.write_text("\n".join(_marked()), encoding="utf-8")
        sources = [str(path) for path in sorted((ROOT / "ui").rglob("*.py"))]
        _tool(
            "pyside6-lupdate", "-no-obsolete", "-locations", "none", *sources, str(marked), "-ts", str(target)
        )


def release(source: Path, target: Path) -> None:
    """Pack a `.ts` file for Qt. Raises CalledProcessError."""
    _tool("pyside6-lrelease", str(source), "-qm", str(target))


def main() -> int:
    for code in CODES:
        update(ts_of(code))
        release(ts_of(code), ts_of(code).with_suffix(".qm"))
        left = ts_of(code).read_text(encoding="utf-8").count('type="unfinished"')
        sys.stdout.write(f"{ts_of(code).relative_to(ROOT)}: {left} to translate\n")
    return 0


def _marked() -> list[str]:
    """The texts that no call of tr() names, as a source that lupdate reads."""
    texts = [("Core", text) for text in core_texts(ROOT)]
    for context, listed in _QT_TEXTS.items():
        texts += [(context, text.replace("\\n", "\n")) for text in listed.split("|")]
    return [f"QT_TRANSLATE_NOOP({_quoted(context)}, {_quoted(text)})" for context, text in texts]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _tool(*words: str) -> None:
    program = Path(sys.executable).parent / words[0]
    subprocess.run([program, *words[1:]], check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
