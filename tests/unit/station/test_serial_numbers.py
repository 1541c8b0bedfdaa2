"""What is an SN, what only looks like one, and what may be shown of a label."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from station.serial_numbers import DEFAULT_RULE, SHOWN_LENGTH, read

ANYTHING = st.text(st.characters(codec=None), max_size=80) | st.text("Aa0:-]C1\0\x1d\x02 ", max_size=40)
RULES = st.sampled_from([r"SN[A-Z]{2}\d{9}", r".*", r"[A-F0-9]{12}", r"(", r"\d+", r"^.{4,8}$", ""])


@settings(max_examples=150, deadline=None)
@given(ANYTHING, st.none() | RULES)
def test_any_label_is_read_and_what_is_accepted_follows_the_rule(label: str, rule: str | None) -> None:
    reading = read(label, rule, frozenset({"abcdefgh12345678"}))
    assert (reading.sn is None) == bool(reading.problem) == bool(reading.hint)
    if reading.sn is not None:
        assert (DEFAULT_RULE if rule is None else re.compile(rule)).fullmatch(reading.sn)
        assert reading.sn in label


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec=None)) | ANYTHING.map(lambda text: text * 100))
@example("\x1b]0;title\x07")
@example("\u202egnp.exe")
@example("\ud800")
def test_what_is_shown_is_bounded_and_holds_no_control_characters(label: str) -> None:
    shown = read(label).shown
    assert len(shown) <= SHOWN_LENGTH + 40
    assert shown.isprintable()
    shown.encode("utf-8")


@pytest.mark.parametrize(
    "around", ["{}", " {} ", "{}\r\n", "\t{}\n", "\x02{}\x03", "{}\0", "]C1{}", "]d2{}", "]Q3{}\r"]
)
def test_what_scanners_add_around_is_dropped(around: str) -> None:
    assert read(around.format("SNAB000000017")).sn == "SNAB000000017"


@pytest.mark.parametrize(
    ("problem", "label"),
    [
        ("empty", ""),
        ("empty", " \r\n"),
        ("empty", "]C1"),
        ("pid", "abcd1234efgh5678"),
        ("pid", "KNOWNPRODUCT1"),
        ("url", "https://example.com/sn/1"),
        ("url", "www.example.com"),
        ("url", "smart.example.com/q?sn=1"),
        ("mac", "AA:BB:CC:DD:EE:FF"),
        ("mac", "aa-bb-cc-dd-ee-ff"),
        ("mac", "AABB.CCDD.EEFF"),
        ("mac", "A1B2C3D4E5F6"),
        ("uuid", "123e4567-e89b-12d3-a456-426614174000"),
        ("uuid", "{123e4567-e89b-12d3-a456-426614174000}"),
        ("uuid", "123e4567e89b12d3a456426614174000"),
        ("auth_key", "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF"),
        ("joined", "SNAB000000017SNAB000000017"),
        ("control", "SNAB\x1d000000017"),
        ("control", "SN\x00AB0000"),
        ("control", "SNAB\ud8000000"),
        ("not_ascii", "产品序列号标签一"),
        ("not_ascii", "SNÄB000000017"),
        ("not_ascii", "ＳＮ０００００００１"),
        ("short", "SN1"),
        ("long", "S" * 33),
        ("long", "A1" * 16 + "B"),
        ("characters", "SN 000 001"),
        ("characters", "=1+2;drop"),
    ],
)
def test_each_look_alike_is_named(problem: str, label: str) -> None:
    reading = read(label, None, frozenset({"knownproduct1"}))
    assert (reading.sn, reading.problem) == (None, problem)


@pytest.mark.parametrize("label", ["SNAB000000017", "123456", "00112233445566", "ab_cd-1", "123456789012"])
def test_plain_serial_numbers_are_taken(label: str) -> None:
    assert read(label).sn == label


def test_the_products_own_rule_has_the_last_word() -> None:
    mac = "A1B2C3D4E5F6"
    assert read(mac).problem == "mac"
    assert read(mac, r"[A-F0-9]{12}").sn == mac
    assert read("SNAB000000017", r"[A-F0-9]{12}").problem == "rule"
    assert read("SNAB000000017X", r"SNAB\d{9}").sn is None, "the rule covers the whole label"


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("(", "missing )"),
        ("[z-a]", "range"),
        ("*", "repeat"),
        ("A" * 201, "longer than 200"),
        ("((a{500}){500}){500}", "multiply"),
        ("(?x) ( (a{5 0 0}) {5 0 0} ) {5 0 0}", "multiply"),
        ("a{99999999999999999999}", "multiply"),
        ("a{1,99999999999}", "too big"),
    ],
)
def test_a_rule_that_cannot_be_used_refuses_everything_and_says_why(rule: str, why: str) -> None:
    started = time.perf_counter()
    reading = read("SNAB000000017", rule)
    assert reading.problem == "rule"
    assert "cannot be used" in reading.hint
    assert why in reading.hint
    assert len(reading.hint) < 400
    assert time.perf_counter() - started < 2, "refused before it is compiled"


@pytest.mark.parametrize("rule", [r"(A|AA|AAA)+[0-9]", r"(?:A|AA)+[0-9]"])
def test_a_rule_without_end_refuses_the_label_and_is_named(rule: str) -> None:
    """By Python's own `re` the first one takes longer than the age of the world for this label."""
    started = time.perf_counter()
    reading = read("A" * 200, rule)
    assert time.perf_counter() - started < 5
    assert (reading.sn, reading.problem) == (None, "rule")
    assert f"{rule} takes too long" in reading.hint
    assert read("AAAAAA1", rule).sn == "AAAAAA1"


@pytest.mark.parametrize(
    "label", ["7" * 5000, "汉" * 5000, "\0" * 5000, "A1B2C3" * 1000, "a" * 5000 + "://", "a." * 2500]
)
def test_very_long_labels_are_refused_at_once(label: str) -> None:
    started = time.perf_counter()
    reading = read(label)
    assert reading.sn is None
    assert time.perf_counter() - started < 0.5


def test_a_secret_is_masked_under_every_rule() -> None:
    secret = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF"
    for rule in (None, r"SN\d+", "("):
        reading = read(f"]C1{secret}\r", rule)
        assert reading.sn is None
        assert secret[4:-4] not in reading.shown + reading.hint


def test_a_rule_that_takes_32_mixed_characters_is_obeyed() -> None:
    label = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF"
    assert read(label, r"[A-Za-z0-9]{32}").sn == label


def test_what_cannot_be_written_down_is_no_serial_number_whatever_the_rule_says() -> None:
    assert read("SN\ud800123456", ".*").sn is None


ALIKE = st.one_of(
    st.text("aA1F-_g", max_size=40),
    *(st.text(letters, min_size=n, max_size=n) for letters in ("a1F", "aA1z", "a1") for n in (12, 16, 32)),
    st.from_regex(r"\A[0-9A-F]{2}(-[0-9A-F]{2}){5}\Z"),
)


@given(ALIKE | ALIKE.map(lambda text: text * 2))
@example("SNAB000017" * 2)
@example("knownproduct")
def test_a_label_with_nothing_to_clean_is_judged_like_one_with_a_blank(label: str) -> None:
    known = frozenset({"knownproduct", "a1f"})
    plain, blank = (read(text, None, known) for text in (label, f" {label}"))
    assert (plain.sn, plain.problem, plain.hint) == (blank.sn, blank.problem, blank.hint)
