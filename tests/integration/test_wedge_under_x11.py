"""A keyboard scanner at a real X11 screen: real key presses, as fast as a scanner and as slowly as a person."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue

import pytest

from tests.helpers.wedge_subject import END
from tests.helpers.x_keyboard import CAPS_LOCK, XKeyboard, keyboard_at
from tests.helpers.x_screen import running, screen, why_not
from tests.soak import wedge

MISSING = why_not("matchbox", "xdotool", "setxkbmap")
pytestmark = pytest.mark.skipif(bool(MISSING), reason=MISSING)
SCANS = 100
LABEL = "SN:Yz-42/a_b"


@pytest.mark.parametrize("manager", ["matchbox", "openbox"])
def test_scans_while_dialogs_menus_and_lists_come_and_go(manager: str) -> None:
    if why_not(manager):
        pytest.skip(why_not(manager))
    outcome = wedge.run(SCANS, seed=1, manager=manager)
    assert outcome.violations == []
    assert outcome.figures["turns"] > 0


class Desk:
    """A window with a field that has the focus, a keyboard at it, and what the window says."""

    def __init__(
        self, environment: dict[str, str], keyboard: XKeyboard, said: SimpleQueue[wedge.Said]
    ) -> None:
        self.keyboard = keyboard
        self._environment, self._said = environment, said

    def xdotool(self, *arguments: str) -> None:
        self._call("xdotool", *arguments)

    def layout(self, name: str) -> None:
        self._call("setxkbmap", name)

    def scan(self, label: str) -> wedge.Said:
        self.keyboard.scan(label)
        return self.said()

    def end(self) -> wedge.Said:
        """What keys did that belonged to no scan."""
        self.keyboard.scan(END, pause_ms=500)
        return self.said()

    def said(self) -> wedge.Said:
        return self._said.get(timeout=wedge.DEADLINE_S)

    def _call(self, *command: str) -> None:
        subprocess.run(command, env=self._environment, check=True, timeout=30)


@contextmanager
def subject(environment: dict[str, str]) -> Iterator[Desk]:
    command = (sys.executable, "-m", "tests.helpers.wedge_subject")
    with (
        running(*command, environment=environment, stdout=subprocess.PIPE) as process,
        keyboard_at(environment["DISPLAY"]) as keyboard,
    ):
        desk = Desk(environment, keyboard, wedge.listen(process))
        assert desk.said() == {"ready": True}
        yield desk


@pytest.fixture
def desk() -> Iterator[Desk]:
    with screen() as environment, subject(environment) as made:
        yield made


def test_a_person_types_moves_repeats_and_pastes(desk: Desk) -> None:
    desk.xdotool("type", "--delay", "70", "By hamd")
    desk.xdotool("key", "--delay", "70", "Left", "BackSpace", "n", "End", "ctrl+a", "ctrl+c", "End", "ctrl+v")
    assert desk.scan(LABEL)["label"] == LABEL
    desk.xdotool("key", "--delay", "500", "x", "BackSpace")
    assert desk.end()["field"] == "By handBy hand"


@pytest.mark.parametrize(
    ("layout", "typed"), [("de", "SNÖZyß42-a?b"), ("fr", "SNMYw)'é!q°b"), ("cn", LABEL), ("ru", None)]
)
def test_a_scanner_is_read_through_the_layout_of_the_computer(
    desk: Desk, layout: str, typed: str | None
) -> None:
    desk.layout(layout)
    said = desk.scan(LABEL)
    assert (said["label"], said["torn"], said["differs"]) == (LABEL, False, typed != LABEL)
    if typed is not None:
        assert said["typed"] == typed
    assert desk.end()["reached"] == []


def test_caps_lock_is_read_through_and_told(desk: Desk) -> None:
    desk.keyboard.press(CAPS_LOCK)
    said = desk.scan(LABEL)
    assert (said["label"], said["caps_lock"]) == (LABEL, True)


def test_dead_keys_of_the_layout_lose_no_character(desk: Desk) -> None:
    """An input method takes them before the window gets them; the scan codes are seen before that."""
    desk.layout("de")
    for label in ("SN=1234`5", "=SN12345", "SN12345="):
        said = desk.scan(label)
        assert (said["label"], said["torn"]) == (label, False)
    did = desk.end()
    assert (did["reached"], did["field"]) == ([], "")


def test_a_person_can_still_use_dead_keys(desk: Desk) -> None:
    desk.layout("de")
    for code in (21, 26, 38):
        desk.keyboard.press(code)
        desk.xdotool("sleep", "0.15")
    assert desk.end()["field"] == "éa"
