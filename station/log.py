"""The log: one rotating file in the data folder, with secrets blanked out before anything is written."""

from __future__ import annotations

import logging
import logging.handlers
import re
import sys
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 2_000_000
BACKUPS = 3
BLANK = "[redacted]"

_NAMED = re.compile(
    r"""(?ix)(["']?(?:client_secret|secret|password|access_token|refresh_token|sign|auth_?key)["']?\s*[:=]\s*["']?)
        [^\s"',}&]+""",
)
_REFRESH_PATH = re.compile(r"(/token/)[^\s/?]+")


class Redaction(logging.Filter):
    """Blanks the secrets it was told, and whatever stands behind a name such as `password`."""

    def __init__(self) -> None:
        super().__init__()
        self._secrets: set[str] = set()

    def add(self, *secrets: str) -> None:
        """From now on these texts are never written. Very short ones are left to the names before them."""
        self._secrets.update(secret for secret in secrets if len(secret) >= 4)

    def clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, BLANK)
        return _REFRESH_PATH.sub(rf"\1{BLANK}", _NAMED.sub(rf"\1{BLANK}", text))


class _CleanFormatter(logging.Formatter):
    """Formats first and cleans then, so that tracebacks are cleaned as well."""

    def __init__(self, redaction: Redaction, pattern: str) -> None:
        super().__init__(pattern)
        self._redaction = redaction

    def format(self, record: logging.LogRecord) -> str:
        # One event is one line: a label with a line feed cannot forge an entry.
        return self._redaction.clean(super().format(record)).replace("\r", "\\r").replace("\n", "\n    ")


class _LogFile(logging.handlers.RotatingFileHandler):
    """A log that cannot be written must not fill the terminal: what the disk lacks is told by what needs it."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the base class names it so
        pass

    def close(self) -> None:
        with suppress(OSError):
            super().close()


redaction = Redaction()
"""The one place that knows what must not be written; whoever gets hold of a secret adds it here."""


def start(folder: Path, level: str, *, to_stderr: bool) -> logging.Handler | None:
    """Log into `folder`/log; warnings also to stderr for commands. Gives the file's handler for closing.

    A folder that cannot be written does not stop the program: it is told on stderr by what fails next.
    """
    root = logging.getLogger()
    root.setLevel(level)
    logging.getLogger("urllib3").setLevel(
        logging.ERROR
    )  # it warns at each try of what the transport tells once
    if to_stderr:
        console = logging.StreamHandler(sys.stderr)
        console.setLevel(logging.WARNING)
        console.addFilter(
            lambda record: not record.name.startswith("drivers")
        )  # the command tells these itself
        console.setFormatter(_CleanFormatter(redaction, "%(levelname)s: %(message)s"))
        root.addHandler(console)
    try:
        (folder / "log").mkdir(parents=True, exist_ok=True)
        file = _LogFile(
            folder / "log" / "station.log",
            maxBytes=MOST_BYTES,
            backupCount=BACKUPS,
            encoding="utf-8",
            delay=True,
        )
    except OSError:
        return None
    file.setFormatter(
        _CleanFormatter(redaction, "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
    )
    root.addHandler(file)
    return file


def stop(file: logging.Handler | None) -> None:
    """Let go of the log file that `start` gave, and of the console beside it."""
    root = logging.getLogger()
    for handler in [*root.handlers]:
        if handler is file or isinstance(handler.formatter, _CleanFormatter):
            root.removeHandler(handler)
            handler.close()
