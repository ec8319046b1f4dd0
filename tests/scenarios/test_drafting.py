"""Whatever is chosen for a new rule, the policy is sound with it, and only its writer's part is left to do."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from engine import api
from engine.errors import BadData
from engine.loading.canonical import formatted
from engine.loading.scenarios import check_feature, read_scenarios
from engine.loading.sentences import FOR_THE_WRITER
from engine.loading.writing import yaml_text
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.scenarios.drafting.checks import stages
from engine.scenarios.drafting.draft import Draft, Wrong, slug
from engine.scenarios.drafting.entries import with_entry
from engine.scenarios.drafting.files import files_for
from engine.scenarios.drafting.papers import PAPERS, Paper, wanted
from engine.scenarios.drafting.papers import given as give
from engine.scenarios.run import run_all
from engine.testing.generate import random_policy
from engine.testing.write import write_policy
from tests.drawing import default_policy

# A seed does not become simpler by being smaller: looking for a smaller one would take long and show nothing.
QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate)
SHIPPED = Path(__file__).parents[2] / "rules"
PAPER = {paper.key: paper for paper in PAPERS}
FREE = {
    "title": ("A rule", "He joins <from home|from home>: 'quoted', and #1", "Yes", "null", 'Über alles: "ja" \\ nein'),
    "flag-title": ("A ground", "A rule", "- dash", "12", "{brace}", "[a, b]"),
    "meaning": ("It means that.", "# no comment: " + "long words and more " * 20),
    "because": ("Because.", "> folded | literal & anchor * alias ! tag % directive @ at ` tick"),
    "limits": ("Not this.",),
    "owner": ("intake lead", "no", "us: all of us"),
    "tell": ("partner support, at once", "the police: 110"),
    "topic": ("drafted", "devices", "all"),
}


def choose(draft: Draft, paper: Paper, rng: Random) -> tuple[str, ...]:
    words = [word for word, _ in paper.words(draft)]
    if paper.key == "test":
        chosen = [draft.policy.questions[name] for name in rng.sample(words, min(len(words), rng.choice((1, 1, 2, 3))))]
        return tuple(f"{question.id}={rng.choice(question.answers[1:])}" for question in chosen)
    if paper.key == "source":
        return tuple({f"{rng.choice(words)}{rng.choice(('', ': start', ': a, page 2: b'))}" for _ in range(2)})
    if paper.key in {"id", "flag-id"}:
        return (paper.proposed(draft) or f"drafted-{rng.randrange(10**6)}",)
    if paper.key in FREE:
        several = rng.randint(1, 2) if paper.several else 1
        return tuple(rng.sample(FREE[paper.key], several))
    return tuple(rng.sample(words, min(len(words), rng.randint(1, 2) if paper.several else 1)))


def draft_of(policy: Policy, rng: Random) -> Draft | None:
    """Return a whole draft; None when the choices made leave nothing to choose (nobody may settle a question)."""
    draft = Draft(policy)
    for paper in PAPERS:
        if not paper.applies(draft) or (not paper.must(draft) and rng.random() < 0.5):
            continue
        for _ in range(20):
            with suppress(Wrong):
                give(draft, paper, choose(draft, paper, rng))
                break
    return None if wanted(draft) else draft


def hold(draft: Draft, folder: Path) -> None:
    """Write the draft's files beside a policy and hold every promise about them."""
    written = files_for(draft, folder, folder / "features")
    before = {path: path.read_bytes() for path in written.contents if path.exists()}
    for path, data in written.contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if not data.lstrip().startswith(b"["):
            assert data.startswith(before.get(path, b""))
    assert api.check_policy(folder) == ()
    policy = api.load_policy(folder)
    expected = draft.rule
    assert policy.rules[expected.id].when == expected.when
    assert policy.rules[expected.id].source == expected.source
    assert policy.rules[expected.id].owner == expected.owner
    assert check_feature(policy, written.feature) == ()
    scenarios, _ = read_scenarios(written.feature)
    kinds = {scenario.name.partition(":")[0].partition('"')[0].strip() for scenario in scenarios}
    assert {"It applies", "It does not apply"} & kinds
    for run in run_all(policy, scenarios):
        assert run.failed is not None
        assert (run.failed.text, run.scenario.tags) == (FOR_THE_WRITER, frozenset({f"rule:{expected.id}"}))
    assert not [file.name for file in formatted(folder) if file.changes and file.path == written.rule and not before]


@settings(max_examples=12, phases=QUICKLY)
@given(st.integers(0, 2**32))
def test_any_rule_fits_into_any_policy(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng)
    with tempfile.TemporaryDirectory() as room:
        folder = write_policy(policy, Path(room))
        draft = draft_of(api.load_policy(folder), rng)
        if draft is not None:
            hold(draft, folder)


@settings(max_examples=2, phases=QUICKLY)
@given(st.integers(0, 2**32))
def test_any_rule_fits_into_the_shipped_policy(seed: int) -> None:
    with tempfile.TemporaryDirectory() as room:
        folder = Path(shutil.copytree(SHIPPED, Path(room, "rules")))
        draft = draft_of(default_policy(), Random(seed))
        if draft is not None:
            hold(draft, folder)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("- id: a\n", "- id: a\n\n- id: b\n"),
        ("# A.\n- id: a", "# A.\n- id: a\n\n- id: b\n"),
        ("  - id: a\n  # end\n\n", "  - id: a\n  # end\n\n  - id: b\n"),
        ("# Only a comment.\n", "# Only a comment.\n\n- id: b\n"),
        ("", "- id: b\n"),
        ('[{"id": "a"}]\n', '[{"id": "a"},\n {"id": "b"}\n]\n'),
        ("[]", '[\n {"id": "b"}\n]'),
    ],
)
def test_an_entry_is_put_at_the_end_and_nothing_else_changes(text: str, after: str) -> None:
    assert with_entry(text, {"id": "b"}, "a.yaml") == after


@pytest.mark.parametrize("text", ["- id: a\n...\n", "-   {id: a}\n...\n"])
def test_a_file_that_has_come_to_its_end_takes_no_more(text: str) -> None:
    with pytest.raises(BadData):
        with_entry(text, {"id": "b"}, "a.yaml")


def test_an_id_is_made_of_the_words_of_a_title() -> None:
    assert slug("A device shared with the (ex-)partner", ()) == "device-shared-with-the-partner"
    assert slug("<He joins|They join> on it", ()) == "he-joins-on-it"
    assert slug("Device", {"device", "device-2"}) == "device-3"
    assert slug("…", ()) == ""
    assert len(slug("word " * 40, {})) <= 50
    assert yaml_text({"id": slug("No", ())}) == 'id: "no"\n'


def test_a_question_that_nobody_could_settle_may_not_come_to_bear_on_exclusion() -> None:
    policy = default_policy()
    open_to = {word for word, _ in stages(Draft(policy))}
    unsettled = [q for q in policy.questions.values() if q.stage in open_to and q.answers and not q.corroborate]
    assert unsettled
    for question in unsettled:
        if question.stage is Stage.STRUCTURAL:
            continue
        draft = Draft(policy)
        test = f"{question.id}={question.worst}"
        for key, text in (("stage", question.stage.value), ("title", "A"), ("test", test), ("does", "new-flag")):
            give(draft, PAPER[key], (text,))
        with pytest.raises(Wrong, match=f"`{question.id}` would bear on exclusion"):
            give(draft, PAPER["effect"], ("exclude",))
        assert "effect" not in draft.said
        give(draft, PAPER["effect"], ("caution",))


def test_a_question_that_is_put_only_sometimes_is_put_in_the_scenarios_about_it(tmp_path: Path) -> None:
    policy = default_policy()
    question = next(q for q in policy.questions_at(Stage.START) if q.only_if is not None and not q.open)
    draft = Draft(policy)
    told = {"stage": "start", "title": "A", "test": f"{question.id}={question.worst}", "does": "new-flag"}
    told |= {"id": "drafted", "effect": "caution", "flag-title": "A", "flag-id": "drafted-ground", "meaning": "A"}
    told |= {"because": "A", "source": "tsf", "authority": "guidance", "owner": "lead", "topic": "drafted"}
    for paper in PAPERS:
        if paper.key in told:
            give(draft, paper, (told[paper.key],))
    text = files_for(draft, SHIPPED, tmp_path).contents[tmp_path / "start" / "drafted.feature"].decode()
    assert "No scenario could be made" not in text
    assert text.count("Scenario:") >= 3


def test_a_rule_and_its_flag_never_share_an_id() -> None:
    draft = Draft(default_policy())
    for key, text in (("stage", "start"), ("title", "A title like no other"), ("id", "drafted")):
        give(draft, PAPER[key], (text,))
    with pytest.raises(Wrong, match="`drafted` is there already"):
        give(draft, PAPER["flag-id"], ("drafted",))
    give(draft, PAPER["id"], ("drafted",))
