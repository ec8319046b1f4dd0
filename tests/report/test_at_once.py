"""Who must be told at once fits a screen: each ground once, and one line for each who is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from engine.report.at_once import told_blocks
from engine.report.page import Page, Section
from engine.report.plain import plain_text

FIVE = ("Stalking now", "A shared device", "Threats", "Fear", "Children at home")


def told(whom: Mapping[str, Sequence[str]]) -> list[str]:
    page = Page("Title", (), (Section("Tell at once", tuple(told_blocks(whom)), tight=True),))
    return [line.strip() for line in plain_text(page, 200).splitlines() if line.startswith("  ")]


def test_one_ground_needs_no_number() -> None:
    assert told({"partner support, first": FIVE[:1], "the police": FIVE[:1]}) == [
        "Now, whatever else is still open, because of: Stalking now",
        "- Partner support, first",
        "- The police",
    ]


def test_two_grounds_stand_once_and_who_is_told_for_both_says_so() -> None:
    assert told({"partner support, first": FIVE[:2], "the police": FIVE[1:2]}) == [
        "Now, whatever else is still open, because of: (1) Stalking now; (2) A shared device",
        "- Partner support, first (all of these)",
        "- The police (2)",
    ]


def test_five_grounds_are_one_block() -> None:
    lines = told({"partner support": FIVE, "the police": FIVE[:1], "the lead": FIVE[1:4], "the school": FIVE[4:]})
    assert lines[1:] == [
        "- Partner support (all of these)",
        "- The police (1)",
        "- The lead (2, 3 and 4)",
        "- The school (5)",
    ]
    assert all(lines[0].count(ground) == 1 for ground in FIVE)
    assert "(5) Children at home" in lines[0]


@pytest.mark.parametrize("number", [1, 2, 5])
def test_there_are_never_more_lines_than_who_is_told_and_the_grounds_once(number: int) -> None:
    grounds = FIVE[:number]
    whom = {f"somebody {index}": grounds[index % number :] for index in range(6)}
    assert len(told(whom)) == 1 + len(whom)
    assert told(dict.fromkeys(whom, grounds))[0].endswith("; ".join(grounds))


def test_nobody_to_tell_is_nothing() -> None:
    assert list(told_blocks({})) == []
