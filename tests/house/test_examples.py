"""What is in examples/ works as it stands, each case as its twin among the scenarios says, and the blank case is whole.

`FORETHOUGHT_REGENERATE=1 pytest tests/house/test_examples.py` writes the blank case anew from the policy.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

import pytest
import yaml
from click.testing import CliRunner

from cli import forethought
from engine import api
from engine.model.policy import Outcome
from engine.model.question import Question, Stage
from engine.reference import recommend
from tests.caseload import EXAMPLES
from tests.drawing import ON, default_policy

START_HERE = EXAMPLES / "start-here"
RULES = EXAMPLES.parent / "rules"
DECISIONS = (START_HERE / "decision.yaml", *sorted((EXAMPLES / "decisions").iterdir()))
BLANK = START_HERE / "blank-case.yaml"
HEAD = """\
# A blank case for the start of the programme. Copy it, give it a reference, and write over {standing: not-asked}:
#
#   question: {value: word, source: who said it, on: 2026-11-02, note: "in quotes, without names"}
#   question: [{value: word, source: client}, {value: word, source: partner-support}]     several sources
#   question: {standing: asked-unknown, source: police}       also: asked-declined, not-asked, not-applicable
#
# Sources: client, partner, partner-support, police, probation, child-protection, court, referrer, practitioner,
# programme. The answers of each question stand from least to most concerning.
case: K-0000
stage: start
answers:
"""


def blank() -> str:
    return HEAD + "\n".join(line for q in default_policy().questions_at(Stage.START) for line in entry(q)) + "\n"


def entry(question: Question) -> Iterator[str]:
    yield ""
    yield from (f"  # {line}" for line in wrap(question.ask, 110))
    yield from (f"  #   {line}" for line in wrap(" ".join(question.help.split()), 108))
    for word, says in question.wording:
        yield f"  #   - {word}: {says}"
    if question.open:
        yield "  #   In the person's own words, in quotes."
    if question.several:
        yield "  #   More than one may hold: [word, word]"
    yield f"  #   Put to: {', '.join(question.asked_of)}."
    if question.corroborate:
        yield from (f"  #   {line}" for line in wrap(f"Settled by: {', '.join(question.corroborate)}.", 108))
    yield f"  {question.id}: {{standing: not-asked}}"


def test_the_blank_case_asks_every_question_of_the_policy() -> None:
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        BLANK.write_text(blank(), encoding="utf-8")
    assert BLANK.read_text(encoding="utf-8") == blank()


def test_a_blank_case_is_never_a_reassurance() -> None:
    case = api.load_case(BLANK, default_policy(), ON)
    assert recommend(default_policy(), case, ON, "test").outcome is Outcome.UNDETERMINED


def test_every_form_of_condition_in_the_guide_is_one(tmp_path: Path) -> None:
    guide = (RULES / "README.md").read_text(encoding="utf-8")
    forms = [
        form for form in re.findall(r"`(\{[^`]*\})`", guide) if "..." not in form and "programme-lacks" not in form
    ]
    assert len(forms) >= 7
    folder = Path(shutil.copytree(RULES, tmp_path / "rules"))
    pattern = """- id: extra-{number}
  title: Extra
  status: draft
  when: {form}
  recommend: [earlier-review]
  because: For the test.
  source: [product]
  authority: product-default
  owner: intake lead
"""
    extra = "".join(pattern.replace("{number}", str(n)).replace("{form}", form) for n, form in enumerate(forms))
    (folder / "rules" / "start" / "extra.yaml").write_text(extra, encoding="utf-8")
    assert api.check_policy(folder) == ()


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_makes_a_clients_copy(decision: Path) -> None:
    result = CliRunner().invoke(forethought, ["screen", "--audience", "client", "--decision", str(decision)])
    assert result.exit_code == 0, result.stderr
    written = yaml.safe_load(decision.read_text(encoding="utf-8"))
    for private in (written["reasons"], written["second_person"]):
        assert " ".join(private.split()) not in " ".join(result.stdout.split())
    for condition in written["conditions"]:
        wording = default_policy().safeguards[condition].client_wording
        assert " ".join(wording.split()) in " ".join(result.stdout.split())
