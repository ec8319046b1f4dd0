"""What asks less of people without changing an outcome: a second reviewer is asked for, and wording is to be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine import api
from engine.compare.as_data import Told, as_data
from engine.compare.weaker import weaker_between
from engine.model.condition import AnswerIs
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.report.assurance.diff_text import difference_text
from tests.commands.desk import SMALL

OLD = api.load_policy(SMALL / "rules")
PROMISE = OLD.invariants["shared-device-never-online"]


def _safeguard(**changed: object) -> Policy:
    one = replace(OLD.safeguards["alone-check"], **changed)  # type: ignore[arg-type]
    return replace(OLD, safeguards={**OLD.safeguards, one.id: one})


def _flag(policy: Policy = OLD, **changed: object) -> Policy:
    one = replace(policy.flags["shared-device"], **changed)  # type: ignore[arg-type]
    return replace(policy, flags={**policy.flags, one.id: one})


def _promise(**changed: object) -> Policy:
    return replace(OLD, invariants={PROMISE.id: replace(PROMISE, **changed)})  # type: ignore[arg-type]


def _base(*names: str) -> Policy:
    return replace(OLD, base_safeguards={Stage.START: names})


def _review(days: int) -> Policy:
    return replace(OLD, review={Stage.START: days})


WIDE = _promise(outcomes=(Outcome.AGAINST, Outcome.UNDETERMINED), also_at=(Stage.DURING,))
TOLD = _flag(tell=("Partner support.", "The police."))
WAYS: list[tuple[str, Policy, Policy]] = [
    ("each_session", OLD, _safeguard(each_session=False)),
    ("partner_safety", _safeguard(partner_safety=True), _safeguard(partner_safety=False)),
    ("partner_safety", _flag(partner_safety=True), _flag(partner_safety=False)),
    ("review at start", OLD, _review(7 * 52)),
    ("review at start", OLD, replace(OLD, review={})),
    ("tell", TOLD, _flag(tell=("Partner support.",))),
    ("tell", TOLD, OLD),
    ("remedy", OLD, _flag(remedy=())),
    ("base_safeguards at start", OLD, _base()),
    ("removed", OLD, replace(OLD, invariants={})),
    ("changed", WIDE, _promise(outcomes=WIDE.invariants[PROMISE.id].outcomes)),
    ("changed", OLD, _promise(outcomes=(Outcome.AGAINST, Outcome.UNDETERMINED))),
    ("changed", OLD, _promise(if_holds=AnswerIs("people-nearby", ("partner",)))),
]


@pytest.mark.parametrize(("key", "old", "new"), WAYS)
def test_what_asks_less_needs_a_second_reviewer_and_the_other_way_round_does_not(
    key: str, old: Policy, new: Policy
) -> None:
    found = api.compare(old, new)
    assert key in [one.key for one in found.weaker]
    assert found.second_reviewer
    document = as_data(found, Told("old", "new"))
    assert key in [change["key"] for reason in document["second_reviewer"] for change in reason["changes"]]
    assert "othing is less cautious" not in difference_text(document)
    if not (old is OLD and key == "changed" and new.invariants[PROMISE.id].if_holds != PROMISE.if_holds):
        assert weaker_between(new, old) == ()


def test_nothing_that_stays_or_gets_stronger_is_named() -> None:
    assert weaker_between(OLD, OLD) == ()
    assert weaker_between(OLD, _promise(if_holds=None)) == ()


@pytest.mark.parametrize("key", ["do", "by", "check", "who"])
def test_a_condition_whose_wording_changed_is_named_and_somebody_has_to_read_it(key: str) -> None:
    found = as_data(api.compare(OLD, _safeguard(**{key: "Not needed."})), Told("old", "new"))
    text = " ".join(difference_text(found).split())
    assert found["second_reviewer"] == []
    assert found["wording_not_compared"] == [{"kind": "safeguard", "id": "alone-check", "key": key}]
    assert "othing is less cautious" not in text
    assert text.count("the wording of 1 condition (alone-check) was changed and was not compared: read it.") == 2


def test_another_notice_of_who_is_told_at_once_is_to_be_read_too() -> None:
    found = as_data(api.compare(TOLD, _flag(tell=("Partner support.", "Nobody."))), Told("old", "new"))
    text = " ".join(difference_text(found).split())
    assert "the wording of 1 notice of who is told at once (shared-device) was changed" in text


def test_another_title_of_a_condition_is_only_told() -> None:
    found = as_data(api.compare(OLD, _safeguard(title="Alone")), Told("old", "new"))
    assert found["wording_not_compared"] == []
    assert "Nothing is less cautious" in difference_text(found)
