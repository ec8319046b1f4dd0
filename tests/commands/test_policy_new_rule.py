"""`policy new-rule`: what is asked, what is written, and what the scenarios that it writes say."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from engine import api
from engine.loading.scenarios import read_scenarios
from engine.loading.sentences import FOR_THE_WRITER
from engine.model.policy import Policy
from engine.scenarios.run import run_all
from engine.scenarios.world import Unmet
from tests.commands.desk import SMALL, call
from tests.commands.seat import Seat

TOLD: Mapping[str, str] = {
    "stage": "start",
    "title": "People near when he joins",
    "test": "people-nearby=children",
    "effect": "caution",
    "flag-title": "Others may hear",
    "meaning": "What is said in a session can reach the family: children above all.",
    "because": "Whoever is near hears one side at least.",
    "source": "tsf: start, eligibility",
    "authority": "guidance",
    "owner": "intake lead",
    "topic": "people",
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "own"))


def options(told: Mapping[str, str | tuple[str, ...]]) -> list[str]:
    pairs = [(key, [texts] if isinstance(texts, str) else texts) for key, texts in told.items()]
    return [part for key, texts in pairs for text in texts for part in (f"--{key}", text)]


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_rule_its_flag_and_its_scenarios_are_written_and_the_policy_is_sound(own: Path) -> None:
    before = held(own)
    found = call("policy", "new-rule", own, *options(TOLD))
    assert (found.exit_code, found.stderr.splitlines()[0]) == (
        0,
        "the rule is in force; its scenarios wait for what you want recommended. Next:",
    )
    rule, flag, feature = map(Path, found.stdout.splitlines())
    assert rule == own / "rules" / "rules" / "start" / "people.yaml"
    assert feature == own / "features" / "start" / "people-near-when-he-joins.feature"
    assert {*map(str, held(own))} - {*before} == {str(path.relative_to(own)) for path in (rule, feature)}
    assert (
        rule.read_text(encoding="utf-8")
        == """\
- id: people-near-when-he-joins
  title: People near when he joins
  status: in-force
  when: {people-nearby: {at-least: children}}
  raise: others-may-hear
  because: >
    Whoever is near hears one side at least.
  source: [tsf: [start, eligibility]]
  authority: guidance
  owner: intake lead
"""
    )
    assert (
        flag.read_bytes()
        == before[str(flag.relative_to(own))]
        + b"""
- id: others-may-hear
  effect: caution
  title: Others may hear
  meaning: >
    What is said in a session can reach the family: children above all.
  remedy: []
"""
    )
    assert api.check_policy(own / "rules") == ()
    assert api.check_scenarios(own / "rules", own / "features", complete=True) == ()


def test_every_scenario_waits_for_its_writer_and_says_what_could_stand_there(own: Path) -> None:
    found = call("policy", "new-rule", own, *options(TOLD))
    feature = Path(found.stdout.splitlines()[-1])
    policy = api.load_policy(own / "rules")
    runs = list(run_all(policy, read_scenarios(feature)[0]))
    assert [run.scenario.name for run in runs] == [
        'It applies: "people-nearby" is "children"',
        'It applies too: "people-nearby" is "partner"',
        'It does not apply: "people-nearby" is only "nobody"',
        'Nobody has answered "people-nearby"',
        'The sources differ about "people-nearby"',
    ]
    filled_in(feature, policy)
    assert all(run.failed is None for run in run_all(policy, read_scenarios(feature)[0]))


def filled_in(feature: Path, policy: Policy) -> None:
    for run in run_all(policy, read_scenarios(feature)[0]):
        assert run.failed is not None
        assert run.failed.text == FOR_THE_WRITER
        assert isinstance(run.why, Unmet)
        sentence = run.why.came.partition("`")[2].rstrip("`")
        feature.write_text(feature.read_text().replace(FOR_THE_WRITER, sentence, 1), encoding="utf-8")


@pytest.mark.parametrize("tests", [(), ("shares-with-partner=accounts",)])
@pytest.mark.parametrize("join", ["any", "all"])
def test_once_filled_in_its_own_scenarios_notice_every_other_answer_in_its_tests(
    own: Path, tests: tuple[str, ...], join: str
) -> None:
    told: dict[str, str | tuple[str, ...]] = {
        **TOLD,
        "test": (TOLD["test"], *tests),
        **({"join": join} if tests else {}),
    }
    found = call("policy", "new-rule", own, *options(told))
    assert found.exit_code == 0, found.stderr
    feature = Path(found.stdout.splitlines()[-1])
    filled_in(feature, api.load_policy(own / "rules"))
    rule = "people-near-when-he-joins"
    document = json.loads(call("policy", "mutate", own, "--rule", rule, "--format", "json", "--jobs", "1").stdout)
    assert sum(each["tried"] for each in document["tried"].values()) > 5
    assert [each["message"] for each in document["survivors"] if each["id"] == rule] == []


def test_policy_test_says_exactly_what_to_fill_in(own: Path) -> None:
    call("policy", "new-rule", own, *options(TOLD))
    feature = own / "features" / "start" / "people-near-when-he-joins.feature"
    from tests.commands.desk import process

    found = process("policy", "test", feature)
    assert found.returncode == 1
    told = found.stdout.decode()
    line = feature.read_text().splitlines().index(f"    And {FOR_THE_WRITER}") + 1
    assert f"{feature}:{line}:5: And {FOR_THE_WRITER}\n" in told
    assert "expected: your own sentence in place of this one: what is to be recommended here\n" in told
    assert "as the policy stands it would be `the recommendation is online with conditions`" in told


def test_a_rule_that_excludes_shows_whose_word_is_needed_and_what_disagreement_does(own: Path) -> None:
    told: dict[str, str | tuple[str, ...]] = {
        **{key: TOLD[key] for key in ("stage", "because", "authority", "owner")},
        "title": "Joint accounts",
        "id": "joint-accounts",
        "test": "shares-with-partner=accounts",
        "raise": "shared-device",
        "source": ("tsf", "tsf: start"),
        "if-unknown-ask": "partner-support",
        "topic": "devices",
    }
    found = call("policy", "new-rule", own / "rules", *options(told))
    assert found.exit_code == 0, found.stderr
    rule = Path(found.stdout.splitlines()[0])
    before = (SMALL / "rules" / "rules" / "start" / "devices.yaml").read_text(encoding="utf-8")
    assert rule.read_text(encoding="utf-8").startswith(f"{before}\n- id: joint-accounts\n")
    assert "  source: [tsf, tsf: [start]]\n" in rule.read_text(encoding="utf-8")
    text = Path(found.stdout.splitlines()[-1]).read_text(encoding="utf-8")
    assert 'And "shares-with-partner" is to be found out from partner-support\n' in text
    assert 'And the report shows that the sources disagree about "shares-with-partner"\n' in text
    assert 'And the flag "shared-device" is raised by "joint-accounts"\n' in text
    assert api.check_policy(own / "rules") == ()


def test_without_a_terminal_every_missing_paper_is_named_at_once(own: Path) -> None:
    before = held(own)
    some = {key: TOLD[key] for key in ("stage", "title", "test", "authority")}
    found = call("policy", "new-rule", own, *options(some))
    assert found.exit_code == 2
    for missing in ("--raise, --recommend, or --effect", "--because", "--source", "--owner", "--topic"):
        assert missing in found.stderr
    assert "--authority" not in found.stderr.partition("missing:")[2]
    assert held(own) == before


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("stage", "strat", "did you mean `start`?"),
        ("test", "people-nearbuy=children", "did you mean `people-nearby`?"),
        ("test", "people-nearby=nobody", "is no answer of `people-nearby` from the second one on"),
        ("test", "hopes=much", "is no question that can be named here"),
        ("id", "device-shared", "is there already"),
        ("flag-id", "Shared", "small letters"),
        ("source", "tfs", "did you mean `tsf`?"),
        ("meaning", "<he|", "is not closed"),
        ("topic", "../devices", "is no topic"),
        ("remedy", "own-devise", "did you mean `own-device`?"),
        ("owner", " ", "nothing is written there"),
        ("if-unknown-ask", "everybody", "source whose word settles it"),
    ],
)
def test_a_paper_that_cannot_stand_is_explained_and_nothing_is_written(
    key: str, text: str, told: str, own: Path
) -> None:
    before = held(own)
    found = call("policy", "new-rule", own, *options({**TOLD, key: text}))
    assert found.exit_code == 2
    assert f"--{key}" in found.stderr
    assert told in found.stderr
    assert held(own) == before


def test_a_rule_does_one_thing(own: Path) -> None:
    found = call("policy", "new-rule", own, *options({**TOLD, "raise": "shared-device"}))
    assert found.exit_code == 2
    assert "one of these three" in found.stderr


def test_a_policy_that_is_not_sound_is_left_alone(own: Path) -> None:
    (own / "rules" / "flags.yaml").write_text("- id: a\n", encoding="utf-8")
    before = held(own)
    assert call("policy", "new-rule", own, *options(TOLD)).exit_code == 65
    assert held(own) == before


def test_scenarios_of_the_same_name_are_not_written_over(own: Path) -> None:
    feature = own / "features" / "start" / "people-near-when-he-joins.feature"
    feature.write_text("Feature: Mine\n", encoding="utf-8")
    before = held(own)
    found = call("policy", "new-rule", own, *options(TOLD))
    assert (found.exit_code, held(own)) == (65, before)
    assert "give the rule another id" in found.stderr


# -- At a terminal --


def test_at_a_terminal_everything_is_asked_with_a_way_back_and_help(own: Path) -> None:
    with Seat("policy", "new-rule", ".", cwd=own) as seat:
        assert "? explains" in seat.types("strat")
        assert "Did you mean `start`?" in seat.types("start")
        assert "What does the rule say" in seat.types("People near")
        assert "Enter for people-near" in seat.types("<")
        assert "What does the rule say" in seat.types("People near when he joins")
        seat.types("")
        seat.types("people-nearby")
        assert "children" in seat.types("children")
        assert "Which other one?" in seat.types("")
        assert "What does the rule do" in seat.types("new-flag")
        seat.types("?")
        assert "decides for the whole case" in seat.types("caution")
        for line in ("Others may hear", "", "What is said can reach the family.", "", "", "It is heard.", "tsf: start"):
            seat.types(line)
        for line in ("", "guidance", "intake lead", "", "", "people"):
            seat.types(line)
        assert seat.ends() == 0
    assert "people-near-when-he-joins.feature" in seat.seen
    assert api.check_policy(own / "rules") == ()
    assert "people-near-when-he-joins" in api.load_policy(own / "rules").rules


def test_at_a_terminal_what_is_given_as_an_option_is_not_asked_for(own: Path) -> None:
    told = {key: text for key, text in TOLD.items() if key not in {"because", "owner"}}
    with Seat("policy", "new-rule", ".", *options(told), cwd=own) as seat:
        asked = [seat.types(line) for line in ("", "", "", "", "It is heard.", "intake lead", "", "")]
        assert seat.ends() == 0
    words = ("Under which id?", "Under which id?", "resolve it", "told at once", "Why?", "answers for", "ask", "cover")
    assert all(word in question for word, question in zip(words, asked, strict=True))


def test_at_a_terminal_nothing_is_asked_when_everything_is_given(own: Path) -> None:
    with Seat("policy", "new-rule", ".", *options(TOLD), cwd=own) as seat:
        assert seat.ends() == 0
    assert "Answer:" not in seat.seen


def test_what_came_of_it_all_can_be_mended_without_beginning_anew(own: Path) -> None:
    feature = own / "features" / "start" / "people-near-when-he-joins.feature"
    feature.write_text("Feature: Mine\n", encoding="utf-8")
    told = {key: text for key, text in TOLD.items() if key != "owner"}
    with Seat("policy", "new-rule", ".", *options(told), cwd=own) as seat:
        for line in ("", "", "", "", "intake lead", "", ""):
            seat.types(line)
        assert "there are scenarios of this name already" in seat.sees("What would you like to answer anew?")
        assert "Type one of the words" in [seat.types("no"), seat.types("id")][1]
        seat.types("near-when-he-joins")
        for line in ("", "", "", "", "", ""):
            seat.types(line)
        assert seat.ends() == 0
    assert (own / "features" / "start" / "near-when-he-joins.feature").exists()


def test_interrupted_nothing_is_written(own: Path) -> None:
    before = held(own)
    with Seat("policy", "new-rule", ".", cwd=own) as seat:
        seat.types("start")
        seat.sees("Answer:")
        seat.insists(lambda: seat.signals(signal.SIGINT))
        assert seat.ends() == 130
    assert held(own) == before
