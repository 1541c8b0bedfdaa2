"""The log never holds a secret, one event is one entry, and a full disk does not make it shout."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station import log
from station.log import BLANK, Redaction

CANARY = "kanarienvogel-7731"


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    handler = log.start(tmp_path, "DEBUG", to_stderr=False)
    assert handler is not None
    yield tmp_path / "log" / "station.log"
    log.stop(handler)


def test_known_secrets_are_blanked_wherever_they_stand(log_file: Path) -> None:
    log.redaction.add(CANARY)
    logger = logging.getLogger("station.test")
    logger.info("signed in with %s", CANARY)
    logger.info("url=https://x/?k=%s&b=1", CANARY)
    try:
        int(f"refused: {CANARY}")
    except ValueError:
        logger.debug("it failed", exc_info=True)
    text = log_file.read_text()
    assert CANARY not in text
    assert text.count(BLANK) == 3
    assert "Traceback" in text


@pytest.mark.parametrize(
    "line",
    [
        f'{{"password": "{CANARY}"}}',
        f"client_secret={CANARY}&x=1",
        f"access_token: {CANARY}",
        f"headers {{'sign': '{CANARY}', 'access_token': '{CANARY}'}}",
        f"POST /v1.0/iot-03/users/token/{CANARY} failed",
        f"GET /v1.0/token/{CANARY}?x=1",
        f"authKey={CANARY}",
        f"AUTH_KEY = {CANARY}",
        f'"refresh_token":"{CANARY}"',
    ],
)
def test_what_stands_behind_a_telling_name_is_blanked(line: str) -> None:
    clean = Redaction().clean(line)
    assert CANARY not in clean
    assert BLANK in clean


def test_plain_words_stay() -> None:
    line = "Link: online; 3 rows of CERT-000001 sent; the sign-in is fresh"
    assert Redaction().clean(line) == line


@given(
    st.text(min_size=4, max_size=20).filter(lambda text: text not in BLANK),
    st.text(max_size=20),
    st.text(max_size=20),
)
def test_a_secret_of_any_letters_is_blanked(secret: str, before: str, after: str) -> None:
    redaction = Redaction()
    redaction.add(secret)
    clean = redaction.clean(f"{before} {secret} {after}").replace(BLANK, "")
    assert secret not in clean or len(secret.strip()) < 4


def test_a_label_cannot_forge_an_entry(log_file: Path) -> None:
    logging.getLogger("station.test").info("label %s", "x\n2026-01-01 00:00:00 INFO forged\r\x1b[2Jy")
    lines = log_file.read_text().splitlines()
    assert len([line for line in lines if not line.startswith("    ")]) == 1
    assert "\r" not in log_file.read_text()


def test_a_full_disk_is_not_told_by_the_log(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "station.log").symlink_to("/dev/full")
    handler = log.start(tmp_path, "INFO", to_stderr=False)
    logging.getLogger("station.test").info("no room for this")
    log.stop(handler)
    assert capsys.readouterr().err == ""


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way")
    assert log.start(tmp_path, "INFO", to_stderr=False) is None
    log.stop(None)
