"""A text is recognised in one language and said again in another, values and all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.phrases import Phrase, Phrases

ENGLISH = Phrases(
    (text, text) for text in ("saved", "%1 s", "%1 left", "%1 of %2 left", "Scan it.", "%1: %2. Call.")
)
OTHER = Phrases(
    [
        ("saved", "已保存"),
        ("%1 s", "%1秒"),
        ("%1 left", "剩余 %1"),
        ("%1 of %2 left", "剩 %1，共 %2"),
        ("Scan it.", "请扫码。"),
        ("%1: %2. Call.", "%2（%1）。请叫主管。"),
    ]
)


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("saved", "已保存"),
        ("7 left", "剩余 7"),
        ("5 s left", "剩余 5秒"),
        ("x s", "x s"),
        ("7 of 12 left", "剩 7，共 12"),
        ("disk: saved. Call.", "已保存（disk）。请叫主管。"),
        ("Nobody wrote this", "Nobody wrote this"),
        ("", ""),
    ],
)
def test_a_text_is_told_both_ways(english: str, other: str) -> None:
    assert ENGLISH.told_in(OTHER, english) == other
    assert OTHER.told_in(ENGLISH, other) == english


def test_sentences_that_stand_together_are_told_one_by_one() -> None:
    assert ENGLISH.told_in(OTHER, "Scan it. Nobody wrote this. Scan it.") == (
        "请扫码。 Nobody wrote this. 请扫码。"
    )


def test_the_pattern_with_the_most_letters_of_its_own_wins() -> None:
    assert ENGLISH.recognise("1 of 2 left") == Phrase("%1 of %2 left", {"1": "1", "2": "2"})


@given(st.text(), st.text())
def test_any_text_is_taken_and_values_come_out_as_they_went_in(one: str, two: str) -> None:
    OTHER.told_in(ENGLISH, one)
    said = OTHER.say(Phrase("%1 of %2 left", {"1": one, "2": two}))
    assert said == f"剩 {one}，共 {two}"


def test_a_value_that_looks_like_a_place_stays_a_value() -> None:
    assert OTHER.say(Phrase("%1 of %2 left", {"1": "%2", "2": "x"})) == "剩 %2，共 x"
