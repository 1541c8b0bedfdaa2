"""Who works here, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.commands import Terminal, assert_clear
from tests.helpers.fork_server import ForkServer


@pytest.fixture
def person(tmp_path: Path, server: ForkServer) -> Terminal:
    terminal = Terminal(tmp_path, server=server)
    terminal.environment["PID_STATION_PIN"] = "4711"
    return terminal


def test_people_come_get_a_pin_and_leave(person: Terminal) -> None:
    person.good("people", "add", "Anna", "--supervisor")
    person.good("people", "add", "Bình", "--language", "vi")
    person.good("people", "pin", "bình")
    listed = person.good("people", "--json").document
    assert [(row["name"], row["role"], row["language"], row["pin"]) for row in listed] == [
        ("Anna", "supervisor", "", "yes"),
        ("Bình", "operator", "vi", "yes"),
    ]
    person.good("people", "remove", "Bình")
    assert [row["name"] for row in person.good("people", "--json").document] == ["Anna"]
    assert "sound" in person.good("verify").out


@pytest.mark.parametrize(
    "words", [("people", "remove", "Anna"), ("people", "pin", "Nobody"), ("people", "add", "ANNA")]
)
def test_what_cannot_be_is_said(person: Terminal, words: tuple[str, ...]) -> None:
    person.good("people", "add", "Anna", "--supervisor")
    assert_clear(person.run(*words), 2)
