"""A policy folder becomes a policy; its fingerprint holds its meaning and nothing of its layout."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import BadData, NoInput
from engine.loading import check_policy, load_policy
from engine.model.answer import Source
from engine.model.condition import AllOf, AnswerIs, AtLeast, CalledFor, Condition, Not, ProgrammeLacks, SaidBy
from engine.model.policy import Effect, Outcome, Policy
from engine.model.question import Stage
from engine.model.work import Citation

GOOD = Path(__file__).parent / "good"
SHIPPED = Path(__file__).parents[2] / "rules"

A_RULE = """\
- id: extra
  title: Extra
  status: draft
  when: {when}
  raise: overheard
  because: For the test.
  source: [tsf]
  authority: guidance
  owner: intake lead
"""


BASE_BY_STAGE = "base_safeguards: {start: [own-room], during: [partner-check, headset]}"


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(GOOD)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "policy"))


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def when(copy: Path, text: str) -> Condition:
    """Return the condition of a draft rule."""
    (copy / "rules" / "start" / "extra.yaml").write_text(A_RULE.replace("{when}", text), encoding="utf-8")
    return load_policy(copy).rules["extra"].when


def slugs(folder: Path) -> list[str]:
    return [problem.slug for problem in check_policy(folder)]


def test_the_shipped_policy_has_nothing_wrong_with_it() -> None:
    assert check_policy(SHIPPED) == ()


def test_intervals_become_days_and_texts_lose_their_layout(policy: Policy) -> None:
    question = policy.questions["lives-with-partner"]
    assert question.valid_for == 56
    assert dict(policy.review) == {Stage.START: 28, Stage.DURING: 10}
    assert question.say("part-time") == "some days"
    assert question.source == (Citation("tsf", ("appendix-1", "start")),)
    assert policy.questions["wishes"].open


def test_a_bare_word_that_is_a_source_opens_a_citation_of_its_own(policy: Policy) -> None:
    assert policy.questions["people-nearby"].source == (Citation("tsf", ("start", "devices")), Citation("law-1"))


def test_questions_keep_the_order_in_which_they_are_asked(policy: Policy) -> None:
    asked = [question.id for question in policy.questions_at(Stage.START)]
    assert asked == ["lives-with-partner", "private-space", "people-nearby", "wishes"]


def test_not_conditional_means_the_two_other_outcomes(policy: Policy) -> None:
    assert policy.invariants["together-never-online"].outcomes == (Outcome.AGAINST, Outcome.UNDETERMINED)


def test_a_mapping_of_several_entries_is_a_conjunction(copy: Path) -> None:
    assert when(copy, "{private-space: never, people-nearby: partner}") == AllOf(
        (AnswerIs("private-space", ("never",)), AnswerIs("people-nearby", ("partner",)))
    )


def test_wanted_answers_stand_in_the_order_of_the_question(copy: Path) -> None:
    assert when(copy, "{private-space: [never, sometimes]}") == AnswerIs("private-space", ("sometimes", "never"))
    assert when(copy, "{private-space: {at-least: sometimes}}") == AnswerIs("private-space", ("sometimes", "never"))


def test_every_form_of_a_condition_is_read(copy: Path) -> None:
    never = AnswerIs("private-space", ("never",))
    assert when(copy, "{not: {private-space: never}}") == AnswerIs("private-space", ("always", "sometimes"))
    assert when(copy, "{not: {people-nearby: nobody}}") == Not(AnswerIs("people-nearby", ("nobody",)))
    assert when(copy, "{said-by: partner, private-space: never}") == SaidBy(Source.PARTNER, never)
    assert when(copy, "{programme-lacks: check-procedure}") == ProgrammeLacks("check-procedure")
    assert when(copy, "{at-least: 1, of: [{private-space: never}, {people-nearby: partner}]}") == AtLeast(
        1, (never, AnswerIs("people-nearby", ("partner",)))
    )


def test_a_need_becomes_an_exclude_flag_and_a_rule_at_each_client_stage_with_rules(policy: Policy) -> None:
    flag = policy.flags["programme-lacks-check-procedure"]
    assert flag.effect is Effect.EXCLUDE
    derived = {rule.id: rule for rule in policy.rules.values() if rule.derived}
    assert set(derived) == {
        "start-partner-check-needs-check-procedure",
        "during-partner-check-needs-check-procedure",
    }
    rule = derived["start-partner-check-needs-check-procedure"]
    assert rule.when == AllOf((CalledFor("partner-check"), ProgrammeLacks("check-procedure")))
    assert rule.raises == flag.id
    assert rule in policy.in_force(Stage.START)


def test_a_need_bears_only_on_the_stages_at_which_its_safeguard_may_be_called_for(copy: Path) -> None:
    change(copy / "policy.yaml", "base_safeguards: [own-room, partner-check]", BASE_BY_STAGE)
    policy = load_policy(copy)
    assert (policy.base_at(Stage.START), policy.base_at(Stage.DURING)) == (("own-room",), ("headset", "partner-check"))
    assert [rule.id for rule in policy.rules.values() if rule.derived] == ["during-partner-check-needs-check-procedure"]


def test_a_folder_that_is_not_there_is_no_input(tmp_path: Path) -> None:
    for verb in (load_policy, check_policy):
        with pytest.raises(NoInput, match="no such folder"):
            verb(tmp_path / "nowhere")
        with pytest.raises(NoInput, match="a file, not a folder"):
            verb(GOOD / "policy.yaml")


def test_an_empty_folder_lacks_every_file(tmp_path: Path) -> None:
    lacking = {Path(problem.place.file).name for problem in check_policy(tmp_path)}
    assert lacking == {"policy.yaml", "sources.yaml", "flags.yaml", "safeguards.yaml", "questions", "rules"}


@pytest.mark.parametrize("name", ["policy.yaml", "sources.yaml", "flags.yaml", "safeguards.yaml"])
def test_a_missing_file_is_one_problem_and_not_one_for_each_word_it_defines(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert slugs(copy) == ["missing-file"]


def test_a_policy_needs_no_invariants_of_its_own(copy: Path) -> None:
    (copy / "invariants.yaml").unlink()
    assert load_policy(copy).invariants == {}


@pytest.mark.parametrize("name", ["flags.yaml", "safeguards.yaml", "sources.yaml", "questions/start.yaml"])
def test_a_file_that_cannot_be_parsed_is_one_problem(copy: Path, name: str) -> None:
    (copy / name).write_text("- [\n", encoding="utf-8")
    assert slugs(copy) == ["not-yaml"]


def test_a_file_that_cannot_be_read_is_named(copy: Path) -> None:
    (copy / "flags.yaml").unlink()
    (copy / "flags.yaml").symlink_to(copy / "nowhere.yaml")
    assert slugs(copy) == ["unreadable-file"]


def test_what_is_no_policy_file_may_lie_beside(copy: Path) -> None:
    (copy / "README.md").write_text("# Read me", encoding="utf-8")
    (copy / ".git").mkdir()
    (copy / ".git" / "x.yaml").write_text("[", encoding="utf-8")
    (copy / "features").mkdir()
    (copy / "features" / "x.feature").write_text("Feature: x", encoding="utf-8")
    assert check_policy(copy) == ()


def test_a_link_to_a_folder_is_not_followed_and_not_ignored(copy: Path) -> None:
    (copy / "rules" / "end").symlink_to(copy / "rules" / "start", target_is_directory=True)
    assert slugs(copy) == ["unknown-file"]


def test_a_folder_of_everything_is_not_read_as_a_policy(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    for number in range(2001):
        (tmp_path / "rules" / f"{number}.yaml").touch()
    assert "too-many-files" in slugs(tmp_path)


def test_problems_come_sorted_by_place_over_all_files(copy: Path) -> None:
    change(copy / "rules" / "start" / "home.yaml", "{private-space: {at-least: sometimes}}", "{private-spase: never}")
    change(copy / "flags.yaml", "effect: caution", "effect: careful")
    with pytest.raises(BadData) as caught:
        load_policy(copy)
    places = [problem.place for problem in caught.value.problems]
    assert places == sorted(places)
    assert {Path(place.file).name for place in places} >= {"flags.yaml", "home.yaml"}


def test_an_excerpt_carries_no_escape_sequence_to_the_terminal(copy: Path) -> None:
    change(copy / "flags.yaml", "He can be overheard", "He \x1b[31m can be overheard")
    assert "\x1b" not in str(check_policy(copy)[0])


# --- the fingerprint


def entries(path: Path) -> list[str]:
    return [part for part in re.split(r"(?m)^(?=- )", path.read_text(encoding="utf-8")) if part]


def shuffled(folder: Path, chance: random.Random) -> None:
    """Write the same policy in another order, over other files, with other layout."""
    for name in ("flags.yaml", "safeguards.yaml", "sources.yaml"):
        parts = entries(folder / name)
        chance.shuffle(parts)
        (folder / name).write_text("# in another order\n\n".join(parts), encoding="utf-8")
    rules = entries(folder / "rules" / "start" / "home.yaml")
    chance.shuffle(rules)
    (folder / "rules" / "start" / "home.yaml").unlink()
    for part in rules:
        with (folder / "rules" / "start" / f"{chance.choice('abc')}.yaml").open("a", encoding="utf-8") as file:
            file.write(part.replace("because: ", "because: >-\n    "))
    change(folder / "policy.yaml", "[own-room, partner-check]", "\n  - partner-check\n  - own-room")


@given(st.randoms(use_true_random=False))
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_fingerprint_does_not_depend_on_order_files_or_layout(
    policy: Policy, tmp_path_factory: pytest.TempPathFactory, chance: random.Random
) -> None:
    folder = Path(shutil.copytree(GOOD, tmp_path_factory.mktemp("shuffled") / "policy"))
    shuffled(folder, chance)
    again = load_policy(folder)
    assert again.fingerprint == policy.fingerprint
    for field in fields(policy):
        assert getattr(again, field.name) == getattr(policy, field.name)
    assert list(again.rules) == list(policy.rules)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("policy.yaml", "4 weeks", "5 weeks"),
        ("policy.yaml", "  start: [In person]", "  start: [By letter]"),
        ("flags.yaml", "He is not alone", "He may not be alone"),
        ("questions/start.yaml", "[nobody, children, partner]", "[nobody, partner, children]"),
        ("questions/start.yaml", "corroborate: [partner-support, referrer]", "corroborate: [partner-support]"),
        ("rules/start/home.yaml", "[children, partner]", "partner"),
        ("rules/start/home.yaml", "at-least: sometimes", "at-least: never"),
        ("rules/start/home.yaml", "- {flag: overheard}\n", "- {flag: overheard}\n      - {people-nearby: partner}\n"),
        ("safeguards.yaml", "each_session: false", "each_session: true"),
        ("sources.yaml", "Read in full.", "Read in part."),
        ("invariants.yaml", "{not: conditional}", "against"),
    ],
)
def test_the_fingerprint_changes_with_every_word_that_has_meaning(
    policy: Policy, copy: Path, name: str, before: str, after: str
) -> None:
    change(copy / name, before, after)
    assert load_policy(copy).fingerprint != policy.fingerprint


def test_the_order_of_questions_is_part_of_the_fingerprint(policy: Policy, copy: Path) -> None:
    path = copy / "questions" / "start.yaml"
    path.write_text("".join(reversed(entries(path))), encoding="utf-8")
    assert load_policy(copy).fingerprint != policy.fingerprint


# --- speed


def test_a_policy_of_a_thousand_rules_loads(copy: Path) -> None:
    questions, rules = [], []
    for number in range(1000):
        if number % 10 == 0:
            questions.append(entries(GOOD / "questions" / "start.yaml")[0].replace("lives-with-partner", f"q-{number}"))
        rules.append(
            entries(GOOD / "rules" / "start" / "home.yaml")[0]
            .replace("id: together", f"id: rule-{number}")
            .replace("lives-with-partner", f"q-{number - number % 10}")
        )
    with (copy / "questions" / "start.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(questions))
    (copy / "rules" / "start" / "many.yaml").write_text("".join(rules), encoding="utf-8")
    assert len(load_policy(copy).rules) > 1000


def test_a_chain_of_flags_that_nobody_could_follow_is_refused(copy: Path) -> None:
    flags, rules = [], []
    for number in range(60):
        flags.append(f"- {{id: link-{number}, effect: caution, title: Link, meaning: Link, remedy: [headset]}}\n")
        condition = f"{{flag: link-{number - 1}}}" if number else "{private-space: never}"
        rules.append(
            A_RULE.replace("status: draft", "status: in-force")
            .replace("id: extra", f"id: chain-{99 - number}")
            .replace("raise: overheard", f"raise: link-{number}")
            .replace("{when}", condition)
        )
    with (copy / "flags.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(flags))
    (copy / "rules" / "start" / "chain.yaml").write_text("".join(rules), encoding="utf-8")
    assert slugs(copy) == ["chain-too-long"]


def test_a_remedy_that_facts_leave_without_use_is_refused() -> None:
    source = "source: [product: [start, eligibility]]"
    with TemporaryDirectory() as name:
        folder = Path(shutil.copytree(SHIPPED, Path(name) / "rules"))
        questions = folder / "questions" / "start.yaml"
        change(questions, f"nature: changeable\n  {source}", f"nature: fact\n  {source}")
        assert slugs(folder) == ["remedied-in-vain"]
