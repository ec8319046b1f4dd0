"""What the generator draws is what the loader accepts: no promise is tested on policies that cannot exist."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from engine.loading import check_policy, load_policy, read_case
from engine.testing.generate import SCREENED_ON, Size, random_case, random_policy
from engine.testing.write import case_text, translate_some, write_policy
from tests.drawing import default_policy, outcome


@given(st.randoms(use_true_random=False))
def test_the_loader_accepts_every_generated_policy_and_reads_the_same_rules(rng: Random) -> None:
    policy = random_policy(rng)
    with TemporaryDirectory() as name:
        folder = write_policy(policy, Path(name))
        # A generated flag may be read by nothing and a safeguard called for by nothing; all else is well-formed.
        assert check_policy(folder) == ()
        loaded = load_policy(folder)
        translate_some(folder, rng)
        spoken = [load_policy(folder, language) for language in ("en", "de")]
    assert {rule.id: (rule.when, rule.raises) for rule in loaded.rules.values()} == {
        rule.id: (rule.when, rule.raises) for rule in policy.rules.values()
    }
    case = random_case(rng, policy)
    assert outcome(loaded, case) is outcome(policy, case)
    # The language and the pronouns change what is read, and nothing that is decided.
    assert {outcome(each, case) for each in spoken} == {outcome(policy, case)}
    assert len({each.fingerprint for each in spoken}) == 1


def test_a_policy_of_a_thousand_rules_loads() -> None:
    size = Size(questions=300, programme_questions=3, flags=150, rules=1000, safeguards=30, depth=2)
    rng = Random(7)
    policy = max((random_policy(rng, size) for _ in range(10)), key=lambda drawn: len(drawn.rules))
    with TemporaryDirectory() as name:
        assert len(load_policy(write_policy(policy, Path(name))).rules) == len(policy.rules) > 700


@given(st.randoms(use_true_random=False))
def test_a_case_written_and_read_again_is_the_same_case(rng: Random) -> None:
    policy = default_policy()
    case = random_case(rng, policy)
    again = read_case(case_text(case).encode(), "case.json", policy, SCREENED_ON, None)
    assert {question: sorted(answers, key=repr) for question, answers in again.answers.items()} == {
        question: sorted(answers, key=repr) for question, answers in case.answers.items() if answers
    }
