"""Settings, each declared once with key, type, default and help, and the folders of the program.

They live in `settings.json` in the data folder; secrets never do (`station.credentials`).
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from station import sn_rule
from station.errors import DataFolderError, UsageError

_TYPE_NAMES = {
    bool: "yes or no (true, false)",
    int: "a whole number",
    float: "a number",
    str: "text",
    dict: "an object of texts",
}

Value = bool | int | float | str | dict[str, str]


@dataclass(frozen=True)
class Setting:
    """`least` and `most` bound a number; `choices` are the words a text may be."""

    key: str
    default: Value
    help: str
    least: float = 0
    most: float = 86_400
    choices: tuple[str, ...] = ()


SETTINGS: tuple[Setting, ...] = (
    Setting("station_name", "Station 1", "Name of this station on screen and in reports"),
    Setting(
        "language",
        "",
        "Language of the window: en, zh_CN or vi; empty for the system's. A person may have another",
        choices=("", "en", "zh_CN", "vi"),
    ),
    Setting("theme", "light", "light, dark or contrast", choices=("light", "dark", "contrast")),
    Setting("zoom", 1.0, "Size of everything in the window, 0.8 to 2.0", 0.8, 2.0),
    Setting("kiosk", False, "Full screen without a way out but for a supervisor (docs/deployment.md)"),
    Setting("volume", 80, "Loudness of the sounds in percent; 0 = none, and the top bar says so", 0, 100),
    Setting("scanners", "auto", "Addresses of scanners, blanks between; auto: whatever is surely a scanner"),
    Setting("bounce_s", 1.5, "The same code within so many seconds from one scanner counts once"),
    Setting("hold_back_s", 10.0, "Seconds a scan waits before it is sent, so that it can be undone"),
    Setting(
        "latch",
        "soft",
        "A red result stays until acknowledged (soft), stops the scanning until then (hard), or neither (none)",
        choices=("soft", "hard", "none"),
    ),
    Setting(
        "first_article",
        "none",
        "confirm: under a newly chosen certificate the platform has to confirm one unit before the run opens",
        choices=("none", "confirm"),
    ),
    Setting(
        "job_card",
        "off",
        "must_match: a certificate is taken up in the window only after its job card was scanned",
        choices=("off", "must_match"),
    ),
    Setting("behind_min", 30.0, "Minutes a unit may wait to be sent before the top bar turns amber"),
    Setting("sn_rules", {}, "SN rule per original PID: a regular expression over the whole cleaned label"),
    Setting(
        "lock_after_min", 0.0, "Minutes without scan or touch after which the station locks itself, 0 = never"
    ),
    Setting("batch_size", 100, "Most units in one request to the platform, 1 to 100", 1, 100),
    Setting(
        "batches_at_once",
        3,
        "Most requests with units under way at once, 1 to 10; 1 = one after the other",
        1,
        10,
    ),
    Setting(
        "sync_interval_s", 2.0, "Seconds between two looks for rows to send while the platform answers", 0.01
    ),
    Setting("retry_budget", 8, "A row is parked for a supervisor after so many answers without a verdict", 1),
    Setting("backup_every_min", 30.0, "Minutes between two rolling backups; the newest three are kept"),
    Setting(
        "share", 200, "Units of the certificate to hold reserved for work offline, 0 = none", 0, 1_000_000
    ),
    Setting(
        "share_stations",
        4,
        "How many stations share a certificate: none holds more than such a part",
        1,
        1000,
    ),
    Setting("share_ttl_s", 43_200, "Seconds a share lasts without the platform, 300 to 86400", 300, 86_400),
    Setting(
        "offline_hours",
        72.0,
        "Hours the oldest unit may wait to be sent before scanning stops, 0 = no limit",
        most=8760,
    ),
    Setting(
        "offline_units",
        20_000,
        "Units that may wait to be sent before scanning stops, 0 = no limit",
        most=10_000_000,
    ),
    Setting("connect_timeout_s", 5.0, "Seconds to wait for a connection", 0.1),
    Setting("read_timeout_s", 15.0, "Seconds to wait for an answer as a whole", 0.1),
    Setting("ca_bundle", "", "File with certificate authorities to trust instead of the system's"),
    Setting("replacement_prefix", "/v1.0/pid-replacement", "Path prefix of the replacement endpoints"),
    Setting(
        "log_level",
        "INFO",
        "DEBUG, INFO, WARNING or ERROR",
        choices=("DEBUG", "INFO", "WARNING", "ERROR"),
    ),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}

DEFAULT_FOLDER = Path(platformdirs.user_data_dir("pid-station", appauthor=False))


def data_folder(chosen: Path | None) -> Path:
    """The folder named, else the one of PID_STATION_DATA_DIR, else the user's own."""
    if chosen is not None:
        return chosen
    from_environment = os.environ.get("PID_STATION_DATA_DIR")
    return Path(from_environment) if from_environment else DEFAULT_FOLDER


class Settings:
    """The values of one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Value] = _read(path)

    def number(self, key: str) -> float:
        value = self._value(key)
        assert isinstance(value, int | float)
        return float(value)

    def text(self, key: str) -> str:
        return str(self._value(key))

    def mapping(self, key: str) -> dict[str, str]:
        value = self._value(key)
        assert isinstance(value, dict)
        return value

    def set(self, key: str, value: Value) -> None:
        """Keep a value; the file is replaced as a whole. Raises `UsageError`, `DataFolderError`."""
        self.set_all({key: value})

    def set_all(self, values: Mapping[str, Value]) -> None:
        """Keep several values, or none of them. Raises `UsageError`, `DataFolderError`."""
        for key, value in values.items():
            _check(key, value)
            if isinstance(value, dict):
                _check_rules(key, value)
        self._values.update(values)
        _write(self._path, self._values)

    def given(self) -> dict[str, Value]:
        """What stands in the file; everything else has its default."""
        return dict(self._values)

    def _value(self, key: str) -> Value:
        return self._values.get(key, _BY_KEY[key].default)


def _check(key: str, value: object) -> None:
    if key not in _BY_KEY:
        raise UsageError(f"There is no setting {key!r}. Known: {', '.join(sorted(_BY_KEY))}.")
    setting = _BY_KEY[key]
    wanted = type(setting.default)
    if not _fits(value, wanted):
        raise UsageError(f"The setting {key!r} takes {_TYPE_NAMES[wanted]}, not {str(value)[:80]!r}.")
    if isinstance(value, int | float) and not setting.least <= value <= setting.most:
        raise UsageError(f"The setting {key!r} takes {setting.least:g} to {setting.most:g}, not {value!r}.")
    if setting.choices and value not in setting.choices:
        raise UsageError(f"The setting {key!r} takes {', '.join(setting.choices)}, not {str(value)[:80]!r}.")


def _check_rules(key: str, rules: dict[str, str]) -> None:
    """Not done at the start: a rule edited by hand refuses labels with its reason, and keeps nobody from working."""
    for pid, rule in rules.items():
        wrong = sn_rule.problem(rule)
        if wrong:
            raise UsageError(f"The rule for {pid} in the setting {key!r} cannot be used: {wrong}.")


def _fits(value: object, wanted: type) -> bool:
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is dict:
        return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
    return type(value) is wanted


def _read(path: Path) -> dict[str, Value]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise DataFolderError(f"{path} cannot be read ({error}). Mend it, or move it away.") from error
    if not isinstance(values, dict):
        raise DataFolderError(f"{path} does not hold settings. Mend it, or move it away.")
    try:
        for key, value in values.items():
            _check(key, value)
    except UsageError as error:
        raise DataFolderError(f"{path}: {error.message} Correct it, or move the file away.") from error
    return values


def _write(path: Path, values: dict[str, Value]) -> None:
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as file:
            json.dump(values, file, indent=2, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    except OSError as error:
        raise DataFolderError(f"{path} cannot be written ({error}).") from error
