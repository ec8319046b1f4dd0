"""What was changed, in words: entry by entry, key by key, and nothing for what is only written otherwise."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import api
from engine.compare.as_data import Told, as_data
from engine.compare.changes import Bearing, Change, What, changes_between, logically_the_same
from engine.compare.renamed import Names, under
from engine.compare.texts import texts_in, texts_of
from engine.model.condition import AllOf, AnswerIs, AnyOf
from engine.model.policy import Effect, Policy, Status
from engine.model.question import Nature, Question, Stage
from engine.model.source import Source
from engine.report.assurance.diff_condition import condition_text
from engine.report.assurance.diff_text import difference_text
from engine.testing.generate import Size, random_policy
from engine.testing.write import translate_some, write_policy
from tests.drawing import default_policy

RULE = "device-shared-with-partner"
QUESTION = "shares-with-partner"


def _changes(old: Policy, new: Policy) -> tuple[Change, ...]:
    return changes_between(old, new, (texts_of(old), texts_of(new)))


def _one(old: Policy, new: Policy) -> Change:
    (change,) = _changes(old, new)
    return change


def _question(policy: Policy, **changed: object) -> Policy:
    question = replace(policy.questions[QUESTION], **changed)  # type: ignore[arg-type]
    return replace(policy, questions={**policy.questions, QUESTION: question})


def _rule(policy: Policy, **changed: object) -> Policy:
    return replace(policy, rules={**policy.rules, RULE: replace(policy.rules[RULE], **changed)})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "key", "bearing"),
    [
        ({"answers": ("device", "nothing", "accounts-or-passwords")}, "answers", Bearing.RECOMMENDATION),
        ({"corroborate": (Source.POLICE,)}, "corroborate", Bearing.RECOMMENDATION),
        ({"valid_for": 7}, "valid_for", Bearing.RECOMMENDATION),
        ({"several": True}, "several", Bearing.RECOMMENDATION),
        ({"only_if": AnswerIs("lives-with-partner", ("yes",))}, "only_if", Bearing.RECOMMENDATION),
        ({"asked_of": (Source.COURT,)}, "asked_of", Bearing.REPORT),
        ({"nature": Nature.FACT}, "nature", Bearing.REPORT),
        ({"source": ()}, "source", Bearing.PAPERS),
        ({"ask": "And now?"}, "ask", Bearing.TEXT),
        ({"wording": ()}, "wording of device", Bearing.TEXT),
    ],
)
def test_each_key_of_a_question_is_told_by_what_it_bears_on(
    changed: dict[str, object], key: str, bearing: Bearing
) -> None:
    found = _changes(default_policy(), _question(default_policy(), **changed))
    assert (QUESTION, key, bearing) in [(change.id, change.key, change.bearing) for change in found]


@pytest.mark.parametrize(
    ("changed", "key", "bearing"),
    [
        ({"raises": "device-used-by-others"}, "raise", Bearing.RECOMMENDATION),
        ({"status": Status.SUSPENDED}, "status", Bearing.RECOMMENDATION),
        ({"also_at": ()}, "also_at", Bearing.RECOMMENDATION),
        ({"if_unknown_ask": (Source.COURT,)}, "if_unknown_ask", Bearing.REPORT),
        ({"owner": "somebody else"}, "owner", Bearing.PAPERS),
        ({"limits": "none"}, "limits", Bearing.TEXT),
    ],
)
def test_each_key_of_a_rule_is_told_by_what_it_bears_on(changed: dict[str, object], key: str, bearing: Bearing) -> None:
    change = _one(default_policy(), _rule(default_policy(), **changed))
    assert (change.kind, change.id, change.key, change.bearing) == ("rule", RULE, key, bearing)


def test_what_a_safeguard_needs_can_change_a_recommendation() -> None:
    old = default_policy()
    safeguard = next(each for each in old.safeguards.values() if each.needs)
    new = replace(old, safeguards={**old.safeguards, safeguard.id: replace(safeguard, needs=())})
    change = _one(old, new)
    assert (change.kind, change.key, change.bearing) == ("safeguard", "needs", Bearing.RECOMMENDATION)


def test_a_condition_is_told_as_it_is_written_before_and_after() -> None:
    old = default_policy()
    when = old.rules[RULE].when
    assert isinstance(when, AnyOf)
    change = _one(old, _rule(old, when=AllOf(when.members)))
    assert change.before == condition_text(when)
    assert change.after.startswith("all:")


def test_another_order_of_tests_changes_no_recommendation() -> None:
    old = default_policy()
    when = old.rules[RULE].when
    assert isinstance(when, AnyOf)
    change = _one(old, _rule(old, when=AnyOf(when.members[::-1])))
    assert (change.bearing, change.key) == (Bearing.REPORT, "order of the tests under when")


def test_a_flag_that_no_longer_excludes_comes_first() -> None:
    old = default_policy()
    flag = replace(old.flags["shared-device"], effect=Effect.CAUTION)
    new = _question(replace(old, flags={**old.flags, flag.id: flag}), ask="And now?")
    first, *others = _changes(old, new)
    assert (first.id, first.key, first.before, first.after) == ("shared-device", "effect", "exclude", "caution")
    assert [change.bearing for change in others] == [Bearing.TEXT]


def test_a_rule_that_is_not_in_force_is_paper() -> None:
    old = _rule(default_policy(), status=Status.DRAFT)
    assert _one(old, _rule(old, raises="device-used-by-others")).bearing is Bearing.PAPERS


def test_entries_that_came_and_went_are_told_with_what_they_do() -> None:
    old = default_policy()
    rules = {name: rule for name, rule in old.rules.items() if name != RULE}
    gone = _one(old, replace(old, rules=rules))
    assert (gone.what, gone.after) == (What.REMOVED, "")
    assert "raise: shared-device" in gone.before
    came = _one(replace(old, rules=rules), old)
    assert (came.what, came.before, came.after) == (What.ADDED, "", gone.before)


def test_an_entry_with_a_new_id_is_renamed_wherever_it_is_named() -> None:
    old = default_policy()
    new = under(old, Names(questions={QUESTION: "shares-anything"}))
    change = _one(old, new)
    assert (change.what, change.before, change.id) == (What.RENAMED, QUESTION, "shares-anything")


def test_of_two_entries_with_the_same_content_neither_is_taken_for_the_other() -> None:
    old = default_policy()
    rule = old.rules[RULE]
    twins = {name: replace(rule, id=name) for name in ("one-twin", "other-twin")}
    without = {name: each for name, each in old.rules.items() if name != RULE}
    found = _changes(old, replace(old, rules={**without, **twins}))
    assert sorted(change.what.value for change in found) == ["added", "added", "removed"]
    back = _changes(replace(old, rules={**without, **twins}), old)
    assert sorted(change.what.value for change in back) == ["added", "removed", "removed"]


def test_what_stands_in_policy_yaml_is_compared_too() -> None:
    old = default_policy()
    new = replace(
        old,
        version="2.0.0",
        review={**old.review, Stage.START: 7},
        other_routes={**old.other_routes, Stage.START: ("a walk",)},
        base_safeguards={**old.base_safeguards, Stage.START: ("no-recording",)},
        languages=("en",),
    )
    found = {change.key: change.bearing for change in _changes(old, new)}
    assert found == {
        "base_safeguards at start": Bearing.RECOMMENDATION,
        "review at start": Bearing.REPORT,
        "languages": Bearing.PAPERS,
        "version": Bearing.PAPERS,
        "other_routes at start": Bearing.TEXT,
    }


def test_questions_in_another_order_are_told_as_that() -> None:
    old = default_policy()
    turned: dict[str, Question] = dict(list(old.questions.items())[::-1])
    found = _changes(old, replace(old, questions=turned))
    assert {change.bearing for change in found} == {Bearing.REPORT}
    assert all(change.key.startswith("order of the questions") for change in found)


def test_a_key_that_nobody_thought_of_may_change_a_recommendation() -> None:
    # Whatever is added to the model counts as grave until somebody says otherwise.
    from engine.compare.changes import _bearing

    rule = default_policy().rules[RULE]
    assert _bearing("rule", "a-new-key", rule, rule) is Bearing.RECOMMENDATION


def _copy(folder: Path, to: Path, wanted: str, other: str, file: str) -> Path:
    for path in folder.rglob("*.yaml"):
        target = to / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        if path.relative_to(folder).as_posix() == file:
            assert wanted in text
            text = text.replace(wanted, other)
        target.write_text(text, encoding="utf-8")
    return to


@pytest.mark.parametrize(
    ("wanted", "other", "language"),
    [
        ("Was andere öffnen können", "Was sonst jemand öffnen kann", "de"),
        ("A device that others use", "A device others use", "en"),
        ("<he uses|the client uses>", "<he uses|they use>", "en"),
    ],
)
def test_a_text_is_told_in_the_language_in_which_it_was_changed_and_with_its_markers(
    tmp_path: Path, wanted: str, other: str, language: str
) -> None:
    folder = api.default_policy_dir()
    new_folder = _copy(folder, tmp_path / "rules", wanted, other, "rules/start/devices.yaml")
    old, new = api.load_policy(folder), api.load_policy(new_folder)
    (change,) = changes_between(old, new, (texts_in(folder, old), texts_in(new_folder, new)))
    assert (change.bearing, change.language) == (Bearing.TEXT, language)
    assert wanted in change.before
    assert other in change.after
    assert change.not_changed_in == tuple({"en", "de"} - {language})


def _rewritten(folder: Path, to: Path, rng: Random) -> Path:
    """Write a policy again with its files, the entries of its files and the keys of its entries in another order."""
    for path in sorted(folder.rglob("*.yaml")):
        content = json.loads(path.read_text(encoding="utf-8"))
        relative = path.relative_to(folder)
        if isinstance(content, list) and relative.parts[0] != "questions":
            rng.shuffle(content)
        entries = content if isinstance(content, list) else [content]
        turned = [dict(rng.sample(list(entry.items()), len(entry))) for entry in entries]
        spread = relative.parts[0] in {"rules", "flags.yaml", "safeguards.yaml"} and len(turned) > 1
        if spread:
            inside = to / (relative.parent if relative.parts[0] == "rules" else relative.stem)
            for number, entry in enumerate(turned):
                _put(inside / f"file-{number}.yaml", [entry])
        else:
            _put(to / relative, turned if isinstance(content, list) else turned[0])
    return to


def _put(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


@settings(max_examples=15)
@given(st.randoms(use_true_random=False))
def test_other_files_and_another_order_of_entries_and_keys_are_no_change(rng: Random) -> None:
    with TemporaryDirectory() as base:
        one = translate_some(write_policy(random_policy(rng, Size(questions=4, rules=5)), Path(base) / "old"), rng)
        other = _rewritten(one, Path(base) / "new", rng)
        old, new = api.load_policy(one), api.load_policy(other)
        assert changes_between(old, new, (texts_in(one, old), texts_in(other, new))) == ()


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_whatever_makes_another_policy_of_it_is_told(rng: Random) -> None:
    old, new = random_policy(rng), random_policy(rng)
    found = _changes(old, new)
    if old.fingerprint != new.fingerprint and logically_the_same(found):
        ours = [{k: (r.when, r.raises, frozenset(r.recommends)) for k, r in p.rules.items()} for p in (old, new)]
        assert ours[0].keys() == ours[1].keys()
    document = as_data(api.compare(old, new), Told("old", "new"))
    text = difference_text(document)
    for change in document["changes"]:
        assert change["id"] in text


def test_a_short_condition_stands_on_one_line_and_a_long_one_on_several() -> None:
    rules = default_policy().rules.values()
    for rule in rules:
        lines = condition_text(rule.when).split("\n")
        assert all("{" not in line or line.count("{") == line.count("}") for line in lines)
        assert len(lines) == 1 or len(max(lines, key=len)) < 110
