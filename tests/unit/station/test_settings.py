"""Settings are declared once; a file that is not as declared is told with its name and changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from station.errors import DataFolderError, UsageError
from station.settings import DEFAULT_FOLDER, SETTINGS, Settings, data_folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    settings = Settings(file)
    assert settings.text("theme") == "light"
    assert settings.number("zoom") == 1.0
    assert settings.mapping("sn_rules") == {}
    assert not file.exists()


def test_what_is_set_is_there_after_a_restart(file: Path) -> None:
    settings = Settings(file)
    settings.set("station_name", "Línea 3")
    settings.set("batch_size", 25)
    settings.set("bounce_s", 2)
    settings.set("sn_rules", {"pid": r"SN\d+"})
    again = Settings(file)
    assert again.text("station_name") == "Línea 3"
    assert (again.number("batch_size"), again.number("bounce_s")) == (25.0, 2.0)
    assert again.mapping("sn_rules") == {"pid": r"SN\d+"}
    assert [*file.parent.iterdir()] == [file], "no half-written file stays behind"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"text"',
        "\0",
        "[" * 100_000,
        '{"zoom": "big"}',
        '{"zoom": true}',
        '{"zoom": NaN}',
        '{"hold_back_s": Infinity}',
        '{"hold_back_s": 1e999}',
        '{"bounce_s": -1}',
        '{"batch_size": 2.5}',
        '{"batch_size": 0}',
        '{"retry_budget": -1}',
        '{"connect_timeout_s": 0}',
        '{"read_timeout_s": -3}',
        '{"sn_rules": []}',
        '{"sn_rules": {"pid": 5}}',
        '{"no_such_setting": 1}',
        '{"station_name": null}',
    ],
)
def test_a_broken_file_is_named_and_left_alone(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(DataFolderError, match=r"settings\.json") as caught:
        Settings(file)
    assert len(caught.value.message) < 1000
    assert file.read_text() == text


def test_bytes_that_are_no_text_are_told(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00{")
    with pytest.raises(DataFolderError):
        Settings(file)


def test_a_rule_spoiled_by_hand_keeps_nobody_from_working(file: Path) -> None:
    file.write_text('{"sn_rules": {"pid": "("}}')
    assert Settings(file).mapping("sn_rules") == {"pid": "("}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("no_such", 1),
        ("zoom", "1"),
        ("batch_size", 2.5),
        ("sn_rules", {"a": 1}),
        ("sn_rules", {"a": "("}),
        ("sn_rules", {"a": "x" * 201}),
        ("theme", 3),
    ],
)
def test_a_wrong_value_is_refused_and_the_old_one_stays(file: Path, key: str, value: object) -> None:
    settings = Settings(file)
    settings.set("station_name", "Line 1")
    before = file.read_bytes()
    with pytest.raises(UsageError):
        settings.set(key, value)  # type: ignore[arg-type]
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings = Settings(tmp_path / "absent" / "settings.json")
    with pytest.raises(DataFolderError):
        settings.set("theme", "dark")


def test_every_setting_says_what_it_is() -> None:
    keys = [setting.key for setting in SETTINGS]
    assert len(keys) == len(set(keys))
    assert all(setting.help for setting in SETTINGS)


def test_the_folder_is_the_one_named_then_the_environments_then_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PID_STATION_DATA_DIR", str(tmp_path / "b"))
    assert data_folder(tmp_path / "a") == tmp_path / "a"
    assert data_folder(None) == tmp_path / "b"
    monkeypatch.delenv("PID_STATION_DATA_DIR")
    assert data_folder(None) == DEFAULT_FOLDER


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@hypothesis_settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.sampled_from([setting.key for setting in SETTINGS]), ANY_JSON, max_size=3))
def test_any_values_are_taken_or_told(file: Path, values: dict[str, object]) -> None:
    file.write_text(json.dumps(values))
    try:
        settings = Settings(file)
    except DataFolderError:
        return
    for setting in SETTINGS:
        if isinstance(setting.default, float | int) and not isinstance(setting.default, bool):
            assert settings.number(setting.key) >= 0
