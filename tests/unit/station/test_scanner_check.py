"""The scanner doctor: every fault of a scanner's set-up is named, and a good scanner raises no alarm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station import serial_numbers
from station.command_codes import is_command
from station.scanner_check.diagnosis import ENCODINGS, Arrival, Diagnosis, Problem, diagnose
from station.scanner_check.guesses import from_layout, on_layout, swap_case
from station.scanner_check.labels import FOREIGN, LABELS, PLAIN, SEPARATED, CheckLabel
from station.scanner_check.layouts import DEAD, LAYOUTS, US

_EXTRA = st.text(st.characters(codec="ascii", exclude_characters="\r\n"), min_size=1, max_size=6)
_OTHER_LABELS = st.text(max_size=60) | st.from_regex(r"[A-Z0-9_-]{6,32}", fullmatch=True)
_OTHER_KEYS = {"Greek", "Russian", "Hebrew", "Thai", "Vietnamese"}
"""Keyboards without keys for Latin letters or digits: a scanner that is set up for one loses most of a test code."""
_NOTES = {Problem.AIM, Problem.NO_AIM}


def of(text: str, aim: str | None = None, typed: str | None = None, ended: bool | None = True) -> Diagnosis:
    return diagnose(Arrival(text, (aim or "").encode() + text.encode(), aim, typed, ended))


def named(diagnosis: Diagnosis) -> list[tuple[Problem, str]]:
    """What was found beside the note about AIM identifiers."""
    found = diagnosis.findings
    return [(finding.problem, finding.detail) for finding in found if finding.problem not in _NOTES]


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.key)
@pytest.mark.parametrize("aim", ["]C0", "]Q1", None])
@pytest.mark.parametrize("ended", [True, None])
def test_a_good_scanner_raises_no_alarm(label: CheckLabel, aim: str | None, ended: bool | None) -> None:
    found = of(label.text, aim, ended=ended)
    assert found.label is label
    assert found.good
    assert named(found) == []
    assert [finding.detail for finding in found.findings] == [aim or ""]


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("dead", ["", "´", "e"])
def test_the_computers_layout_is_named(name: str, dead: str) -> None:
    arrived = on_layout(PLAIN.text, name).replace(DEAD, dead)
    assert named(of(arrived)) == [(Problem.LAYOUT, name)]


@pytest.mark.parametrize("name", [name for name in LAYOUTS if name not in _OTHER_KEYS])
def test_the_scanners_own_layout_is_named(name: str) -> None:
    arrived = from_layout(PLAIN.text, name).replace(DEAD, "")
    [(problem, detail)] = named(of(arrived))
    assert problem is Problem.SCANNER_LAYOUT
    assert name in detail.split(" / ")


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label.key)
def test_caps_lock_and_changed_case_are_named(label: CheckLabel) -> None:
    assert named(of(swap_case(label.text))) == [(Problem.CAPS_LOCK, "")]
    assert named(of(label.text.upper())) == [(Problem.CASE, "upper")]
    assert named(of(label.text.lower())) == [(Problem.CASE, "lower")]


@pytest.mark.parametrize("name", sorted(set(LAYOUTS) - {"Thai", "Hebrew"}))  # scripts without capital letters
def test_caps_lock_on_another_layout_is_both(name: str) -> None:
    arrived = swap_case(on_layout(PLAIN.text, name)).replace(DEAD, "")
    assert named(of(arrived)) == [(Problem.LAYOUT, name), (Problem.CAPS_LOCK, "")]


@given(st.sampled_from(LABELS), st.data())
def test_lost_characters_are_named(label: CheckLabel, data: st.DataObject) -> None:
    most = len(label.text) // 3
    lost = data.draw(st.sets(st.integers(0, len(label.text) - 1), min_size=1, max_size=most))
    found = of("".join(char for place, char in enumerate(label.text) if place not in lost))
    [(problem, detail)] = named(found)
    assert found.label is label
    assert problem is Problem.LOST
    assert sorted(detail) == sorted(label.text[place] for place in lost)


@given(st.sampled_from(LABELS), _EXTRA | st.just(""), _EXTRA | st.just(""))
def test_added_characters_are_named(label: CheckLabel, before: str, after: str) -> None:
    wanted = [(Problem.PREFIX, before)] * bool(before) + [(Problem.SUFFIX, after)] * bool(after)
    found = of(before + label.text + after)
    assert found.good is not bool(before or after)
    assert named(found) == wanted


@pytest.mark.parametrize("encoding", [name for name in ENCODINGS if name != "utf-8"])
@pytest.mark.parametrize("errors", ["replace", "ignore"])
def test_a_scanner_that_sends_another_encoding_is_named(encoding: str, errors: str) -> None:
    raw = FOREIGN.text.encode(encoding, errors)
    assert named(diagnose(Arrival(raw.decode("latin-1"), raw))) == [(Problem.ENCODING, encoding)]
    with_aim = Arrival(raw.decode("latin-1"), b"]Q1" + raw, "]Q1")
    assert named(diagnose(with_aim)) == [(Problem.ENCODING, encoding)]


def test_a_station_that_reads_another_encoding_is_told_the_right_one() -> None:
    raw = FOREIGN.text.encode()
    assert named(diagnose(Arrival(raw.decode("gbk", "replace"), raw))) == [(Problem.ENCODING, "utf-8")]


def test_a_missing_suffix_is_found_beside_anything_else() -> None:
    assert named(of(PLAIN.text, ended=False)) == [(Problem.NO_SUFFIX, "")]
    assert not of(PLAIN.text, ended=False).good
    swapped = swap_case(PLAIN.text)
    assert named(of(swapped, ended=False)) == [(Problem.CAPS_LOCK, ""), (Problem.NO_SUFFIX, "")]


@pytest.mark.parametrize("name", ["German", "French", "Russian"])
def test_what_only_other_programs_would_misread_is_harmless(name: str) -> None:
    found = of(PLAIN.text, typed=on_layout(PLAIN.text, name).replace(DEAD, ""))
    assert found.good
    assert named(found) == [(Problem.LAYOUT, name)]
    assert named(of(PLAIN.text, typed=swap_case(PLAIN.text))) == [(Problem.CAPS_LOCK, "")]


def test_group_separators_sent_as_something_else_are_shown() -> None:
    assert named(of(SEPARATED.text.replace("\x1d", "|"))) == [(Problem.CHANGED, "PIDtest|Yz-42|x2")]
    assert named(of(SEPARATED.text.replace("\x1d", ""))) == [(Problem.LOST, "\x1d\x1d")]


@given(_OTHER_LABELS, st.binary(max_size=60), st.none() | st.text(max_size=40))
def test_another_label_is_never_taken_for_a_test_code(text: str, raw: bytes, typed: str | None) -> None:
    assert diagnose(Arrival(text, raw, typed=typed)).label is None


def test_test_codes_are_neither_units_nor_commands_nor_secrets() -> None:
    for label in LABELS:
        assert serial_numbers.read(label.text).sn is None
        assert serial_numbers.read(label.text).problem != "auth_key"
        assert not is_command(label.text)


def test_all_rows_of_the_table_are_complete() -> None:
    assert {len(row) for rows in (US, *LAYOUTS.values()) for row in rows} == {47}
