"""Every command line in README and docs is run as it stands there, on a station that has worked a little."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers.commands import Done, Terminal
from tests.helpers.fork_server import ForkServer
from tests.helpers.sandbox_process import SandboxProcess

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
LINE = re.compile(r"`(pid-station[^`\n]*)`|^ {4}(.*pid-station .*)$", re.MULTILINE)

STAYS_OPEN = {"demo", "training", "sandbox"}
"""They run until somebody ends them; tests of their own start them."""
NOT_HERE = {
    "sheets training-units": "needs a training before: tests/integration/test_training.py",
    "scan --device hid:...": "an address cut short",
    "report --shift": "names a shift of its own",
}
SAYS_WHY_NOT = {"retry", "void", "requeue", "restore", "import FILE [--dry-run]", "sandbox approve"}
"""Well said, but there is nothing here to do it with: they may say so in words and end with 2."""


@dataclass(frozen=True)
class Prepared:
    """A folder to copy for each command, the platform it knows, and what the words in the documents stand for."""

    folder: Path
    sandbox: SandboxProcess
    words: dict[str, str]
    server: ForkServer


def documented() -> list[str]:
    """Each line once, without `pid-station`; one that another one continues is only a mention."""
    found: dict[str, None] = {}
    for page in PAGES:
        for quoted, indented in LINE.findall(page.read_text(encoding="utf-8")):
            for part in re.split(r"\s*(?:&&|\|\s|\s>\s)\s*", (quoted or indented).split("    #")[0]):
                if part.startswith("pid-station "):
                    found[part.removeprefix("pid-station ").strip()] = None
    whole = [line for line in found if not any(other.startswith(f"{line} ") for other in found)]
    return [line for line in whole if _runs_to_its_end(line)]


def _runs_to_its_end(line: str) -> bool:
    words = line.split()
    if any(line.startswith(start) for start in NOT_HERE):
        return False
    return words[0] not in STAYS_OPEN or (words[0] == "sandbox" and len(words) > 1 and words[1].isalpha())


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, server: ForkServer) -> Iterator[Prepared]:
    place = tmp_path_factory.mktemp("documented")
    with SandboxProcess(place / "platform") as sandbox:
        person = Terminal(place / "station", sandbox.ready, server)
        number = sandbox.ready["certificates"][0]["certificate_no"]
        person.set_up(number)
        scanned = person.good("scan", "--input", "-", "--json", stdin="\n".join(sandbox.sns(number, 3)))
        (place / "labels.txt").write_text("\n".join(sandbox.sns(number, 5)[3:]))
        person.run("people", "add", "Anna", PID_STATION_PIN="1234")
        words = {
            "NO": number,
            "NAME": "Binh",
            "ITEM...": scanned.lines[0]["item_id"],
            "R": "tried",
            "TEXT": "tried",
            "S": "saved",
            "N": "3",
            "URL": sandbox.base_url,
            "http://127.0.0.1:8765": sandbox.base_url,
            "ID": sandbox.ready["client_id"],
            "U": sandbox.ready["username"],
            "--client-id ...": sandbox.ready["client_id"],
            "--username ...": sandbox.ready["username"],
            "--original-pid ...": sandbox.ready["certificates"][0]["original_pid"],
            "--new-pid ...": sandbox.ready["certificates"][0]["new_pid"],
            "600": "20",
        }
        yield Prepared(place / "station", sandbox, words, server)


def arguments(line: str, prepared: Prepared, work: Path) -> list[str]:
    """The line as somebody types it: what may be left out is typed, of several ways the first."""
    words = shlex.split(re.sub(r"[\[\]]", "", line))
    said = [prepared.words.get(word, word).split("|")[0] for word in words]
    for place, word in enumerate(words):
        before = words[place - 1]
        if word == "...":
            said[place] = prepared.words[f"{before} ..."]
        elif word.startswith("CERT-"):
            said[place] = prepared.words["NO"]
        elif before == "--data-dir":
            said[place] = str(prepared.sandbox.data_dir)
        elif word == "S" and before == "--deadline":
            said[place] = "20"
        elif word == "FILE" and before == "--report":
            said[place] = str(work / "shift.pdf")
        elif word == "NAME" and before in {"badge", "pin", "remove"}:
            said[place] = "Anna"
        elif word == "ADDRESS":
            said[place] = f"virtual:{work.parent / 'empty.txt'}"
        elif word.endswith((".pdf", ".csv", ".xlsx", ".zip", "FILE")):
            said[place] = str(work / word)
    if words[:2] in (["scan", "--input"], ["import", "FILE"]) and said[-1] != "-":
        labels = prepared.folder.parent / "labels.txt"
        said = [str(labels) if word == str(work / "FILE") else word for word in said]
    if words[0] == "sandbox" and "--data-dir" not in words:
        said += ["--data-dir", str(prepared.sandbox.data_dir)]
    return said


@pytest.mark.parametrize("line", documented())
def test_what_is_written_can_be_typed(line: str, prepared: Prepared, tmp_path: Path) -> None:
    folder = tmp_path / "station"
    shutil.copytree(prepared.folder, folder)
    (tmp_path / "empty.txt").write_text("")
    work = tmp_path / "work"
    work.mkdir()
    person = Terminal(folder, prepared.sandbox.ready, prepared.server)
    typed = arguments(line, prepared, work)
    done: Done = person.run(*typed, stdin="not an SN", PID_STATION_PIN="73915046")
    assert "Traceback" not in done.err, done
    assert "Usage:" not in done.err, done
    expected = {0, 5} if typed[0] in {"doctor", "close-shift", "logout"} else {0}
    if any(line.startswith(start) for start in SAYS_WHY_NOT):
        expected = {0, 2, 5}
    assert done.code in expected, done
