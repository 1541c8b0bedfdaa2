"""Reading the faults file and counting calls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.sandbox import faults
from station.sandbox.faults import FaultsFile


@given(skip=st.integers(0, 5), times=st.none() | st.integers(0, 5), calls=st.integers(0, 15))
def test_a_rule_applies_after_skip_for_times(skip: int, times: int | None, calls: int) -> None:
    entry = {"effect": "empty", "skip": skip, "times": times}
    rule = faults.parse(json.dumps([entry])).rules[0]
    applied = [rule.take() for _ in range(calls)]
    last = calls if times is None else skip + times
    assert applied == [skip <= index < last for index in range(calls)]


@given(st.text(max_size=60) | st.recursive(st.integers() | st.text(), st.lists).map(repr))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        faults.parse(text)
    except (ValueError, TypeError):
        return


@pytest.mark.parametrize(
    "text", ["null", "[null]", '{"rules": null}', '{"times": 1}', '[{"effect": "empty", "skip": {}}]']
)
def test_what_is_no_rules_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        faults.parse(text)


def test_the_file_is_read_again_when_it_appears_changes_breaks_and_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "faults.json"
    file = FaultsFile(path)

    def effects() -> list[str]:
        return [rule.effect for rule in file.take("GET", "/v1.0/token", 0)]

    assert effects() == []
    path.write_text('[{"effect": "empty", "times": 1}]')
    assert [effects(), effects()] == [["empty"], []]
    path.write_text('[{"effect": "empty", "times": 1} ]')
    assert effects() == ["empty"]
    path.write_text("[")
    assert effects() == []
    assert effects() == []
    assert capsys.readouterr().err.count("faults file ignored") == 1
    path.unlink()
    assert effects() == []


def test_the_page_about_the_wire_names_every_effect_and_option() -> None:
    page = (Path(__file__).parents[3] / "docs" / "platform-api.md").read_text(encoding="utf-8")
    lines = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}
    shared = next(line for line in page.splitlines() if line.startswith("| `cut_headers`, `cut_body`"))
    items = next(line for line in page.splitlines() if line.startswith("| `missing_items`, `foreign_items`"))
    lines |= {"cut_body": shared, "foreign_items": items}
    for effect, options in faults.EFFECTS.items():
        for name in options:
            assert f"`{name}`" in lines[effect]
    assert set(lines) >= set(faults.EFFECTS)
