"""A rule learned from labels takes the labels that it was learned from, their like, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station import rule_learning, serial_numbers, sn_rule

SNS = st.text("ABCdef0123456789-_", min_size=6, max_size=32)


@pytest.mark.parametrize(
    ("samples", "rule"),
    [
        (("TY2404A00012", "TY2404A00437", "TY2404B01001"), "TY[0-9]{4}[A-Z][0-9]{5}"),
        (("SN000001", "SN000002", "SN000003"), "SN[0-9]{6}"),
        (("1A2B-01", "34C5-02", "9F00-03"), "[0-9A-Z\\-]{7}"),
        (("X1", "X22", "X333"), "X[0-9]{1,3}"),
        (("AB-2024/01", "AB-2024/02", "AB-2025/11"), "AB\\-[0-9]{4}/[0-9]{2}"),
    ],
)
def test_what_is_learned(samples: tuple[str, ...], rule: str) -> None:
    assert rule_learning.learn(samples) == rule


def test_the_zeros_of_a_counter_are_no_part_of_the_rule() -> None:
    rule = rule_learning.learn(["SN000001", "SN000002", "SN000003"])
    assert sn_rule.covers(rule, "SN123456")
    assert not sn_rule.covers(rule, "SN12345")
    assert not sn_rule.covers(rule, "PN123456")


@given(st.lists(SNS, min_size=3, max_size=3, unique=True))
def test_every_rule_can_be_used_and_takes_its_own_labels(samples: list[str]) -> None:
    rule = rule_learning.learn(samples)
    assert sn_rule.problem(rule) == ""
    assert [serial_numbers.read(sample, rule).sn for sample in samples] == samples


@pytest.mark.parametrize("samples", [(), ("A1", "A2"), ("A1", "A1", "A1"), ("A1", "A2", "")])
def test_too_few_labels_teach_nothing(samples: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"[0-9]"):
        rule_learning.learn(samples)
