"""The SNs and the first state of a sandbox."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.sandbox import seed
from station.sandbox.database import Database

NUMBERS = st.integers(0, 99_999_999)


@given(st.integers(0, 675), NUMBERS)
def test_serial_numbers_look_like_nothing_else(product: int, number: int) -> None:
    sn = seed.serial_number(product, number)
    assert re.fullmatch("[A-Za-z0-9_-]{6,32}", sn)
    assert not re.fullmatch("[0-9A-Fa-f]{12}", sn), "a MAC"
    assert not re.fullmatch("[a-z0-9]{16}", sn), "a PID"


@given(st.integers(0, 675), NUMBERS, st.integers(0, 12), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_found_by_the_check_digit(
    product: int, number: int, place: int, digit: str
) -> None:
    sn = seed.serial_number(product, number)
    wrong = sn[:place] + digit + sn[place + 1 :]
    if place >= 4 and wrong != sn:
        assert seed.check_digit(wrong[:-1]) != int(wrong[-1])


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Database:
    return seed.prepare(tmp_path_factory.mktemp("state"), 40, 30, 1)


def test_what_is_used_has_a_result_and_a_replaced_device(state: Database) -> None:
    with state.reading() as conn:
        for row in conn.execute("SELECT * FROM certificates").fetchall():
            key = (row["certificate_no"],)
            done = conn.execute("SELECT count(*) FROM results WHERE certificate_no = ? AND code = 'OK'", key)
            assert done.fetchone()[0] == row["used"]
            replaced = conn.execute("SELECT count(*) FROM devices WHERE last_certificate_no = ?", key)
            assert replaced.fetchone()[0] == row["used"]


def test_a_new_pid_is_nobodys_original_and_serial_numbers_are_unlike(state: Database) -> None:
    with state.reading() as conn:
        rows = conn.execute("SELECT original_pid, new_pid FROM certificates").fetchall()
        assert not {row["new_pid"] for row in rows} & {row["original_pid"] for row in rows}


def test_the_seed_decides_the_first_state(tmp_path: Path) -> None:
    def whole(name: str, value: int) -> list[str]:
        conn = seed.prepare(tmp_path / name, 40, 10, value).connect()
        try:
            return list(conn.iterdump())
        finally:
            conn.close()

    assert whole("a", 7) == whole("b", 7)
    assert whole("c", 8) != whole("a", 7)


def test_a_second_start_keeps_the_state(tmp_path: Path) -> None:
    first = seed.prepare(tmp_path, 5, 5, 1)
    with first.reading() as conn:
        before = seed.credentials(conn)
    with seed.prepare(tmp_path, 9, 9, 2).reading() as conn:
        assert seed.credentials(conn) == before
