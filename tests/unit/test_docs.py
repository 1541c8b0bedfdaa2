"""The documents tell the truth: commands, options, settings and files that they name exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import typer

from station.cli.app import build
from station.every_command import demo, training
from station.settings import SETTINGS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def commands() -> dict[str, set[str]]:
    """Every command of the program with its options and those of the commands within it."""
    root = typer.main.get_command(build(lambda _folder: 0, demo, training))
    found = {}
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        within = getattr(command, "commands", {}).values()
        parameters = [parameter for one in (command, *within) for parameter in one.params]
        found[name] = {option for parameter in parameters for option in parameter.opts}
    return found


def test_the_two_commands_stand_before_line_25() -> None:
    head = "\n".join(README.splitlines()[:24])
    assert "./dev run" in head
    assert "./dev test" in head


def test_every_command_is_in_the_readme() -> None:
    missing = [
        name for name in commands() if f"pid-station {name}" not in README and f"`{name}" not in README
    ]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_named_in_a_page_exist(page: Path) -> None:
    known = commands()
    for name, rest in re.findall(r"pid-station ([a-z-]+)((?: [^`\n|]*)?)", page.read_text(encoding="utf-8")):
        if name.startswith("-"):
            continue
        assert name in known, f"{page.name} names the command {name}"
        if name != "sandbox":
            options = set(re.findall(r"(--[a-z-]+)", rest.split("pid-station")[0].split("&&")[0]))
            assert options <= known[name] | {"--help"}, f"{page.name}: {name}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_named_in_a_page_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:station|ui|drivers|tests|docs)/[\w./-]+)`", text) + re.findall(
        r"\]\(([\w./-]+)\)", text
    )
    missing = [
        name
        for name in named
        if "NAME" not in name and not (ROOT / name).exists() and not (page.parent / name).exists()
    ]
    assert missing == []


def test_every_setting_is_described_with_its_default() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = [f"| `{setting.key}` | `{json.dumps(setting.default)}` | {setting.help} |" for setting in SETTINGS]
    assert [row for row in rows if row not in text] == []


def test_every_picture_of_the_desk_and_the_guide_is_shown_in_a_page() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    folder = ROOT / "docs" / "screenshots"
    pictures = [*folder.glob("*.*"), *(folder / "guide").iterdir()]
    shown = [picture for picture in pictures if f"({picture.relative_to(ROOT / 'docs').as_posix()})" in text]
    assert len(shown) > 20
    assert set(pictures) - set(shown) == set()
