"""The English sentences that core and drivers hand to a person, read from their sources.

The core knows no languages: it writes English, and the window says it again in another language (`ui.core_words`). So
that no sentence is forgotten they are not listed by hand. A value in a sentence stands as %1, %2, as in the window.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_TREES = ("station", "drivers")
_NOT_IN_THE_WINDOW = (
    "station/sandbox/*",
    "station/cli/*",
    "station/papers/*",
    "station/reports/xlsx_file.py",
    "station/__main__.py",
    "station/every_command.py",
    "station/health/leaving.py",
    "station/selfcheck.py",
    "station/parts.py",
    "station/crash_report.py",
    "station/support_readme.py",
    "station/log.py",
    "station/credentials.py",
    "station/store/certificate_list.py",
    "station/store/journal.py",
    "station/store/guards.py",
    "station/store/migrations.py",
    "station/scanner_check/labels.py",
    "station/scanner_check/layouts.py",
    "drivers/aim.py",
)
"""Commands speak English, and so does the output they share with a support bundle; papers have words of their own."""

_TO_THE_LOG = frozenset({"debug", "info", "warning", "error", "critical", "exception", "log"})
_NOT_SAID = _TO_THE_LOG | {"execute", "executemany", "Setting", "note", "_noted", "Thread", "partial"}
_NO_TEXT = re.compile(
    r"\s*(select|insert|update|delete|from|with|seq|as|union|state|%1 and|%1 state|pid-station %1)\b|%1…|.*=%1 ",
    re.IGNORECASE,
)
"""SQL, labels cut short, details for the journal."""
_WORDS = re.compile(r"[A-Za-z]{2,},? [A-Za-z%(]|[A-Za-z] [a-z]{2,}|^[%\w].* [a-z]{2,}")


def core_texts(root: Path) -> list[str]:
    """Every such sentence of the sources below `root`, each once, in order."""
    found: dict[str, None] = {}
    for tree in _TREES:
        for path in sorted((root / tree).rglob("*.py")):
            place = path.relative_to(root)
            if not any(place.match(pattern) for pattern in _NOT_IN_THE_WINDOW):
                found.update(dict.fromkeys(_texts_of(ast.parse(path.read_text(encoding="utf-8")))))
    return list(found)


def _texts_of(module: ast.Module) -> Iterator[str]:
    skipped = set(_skipped(module))
    for node in ast.walk(module):
        text = "" if id(node) in skipped else _template(node)
        if _WORDS.search(text) and not _NO_TEXT.match(text):
            yield text


def _skipped(module: ast.Module) -> Iterator[int]:
    """Docstrings, pieces of a longer text, and what goes to the log, the database or the settings' help."""
    for node in ast.walk(module):
        match node:
            case ast.Expr(value=ast.Constant() as said):
                yield id(said)
            case ast.JoinedStr(values=pieces):
                yield from (id(piece) for piece in pieces if isinstance(piece, ast.Constant))
            case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)) if name in _NOT_SAID:
                yield from (id(inner) for inner in ast.walk(node))
            case ast.Assert():
                yield from (id(inner) for inner in ast.walk(node))


def _template(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=pieces):
            return "".join(_pieces(pieces))
    return ""


def _pieces(pieces: list[ast.expr]) -> Iterator[str]:
    number = 0
    for piece in pieces:
        if isinstance(piece, ast.Constant):
            yield str(piece.value)
        else:
            number += 1
            yield f"%{number}"
