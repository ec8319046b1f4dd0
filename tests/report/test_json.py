"""The JSON report: the keys of the interface, in its order, the same bytes every time."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.reference import recommend
from engine.report.json_ import dumps, practitioner_json
from engine.report.shape import checked, recommendation_schema
from engine.testing.generate import SCREENED_ON, random_case, random_policy
from tests.report.sample import AGAINST_ON_HER_WORD, HIS_WORD_ALONE, NOTHING_OF_CONCERN, screened

IN_THE_INTERFACE = [
    *("schema", "case", "stage", "screened_on", "policy", "engine", "outcome", "text", "flags", "safeguards"),
    *("to_find_out", "contradictions", "rules", "would_have_to_change", "other_routes", "review_by", "notice"),
    "decision",
]
BESIDES = ["smallest_sets", "smallest_sets_cut", "near_misses", "made_no_difference", "warnings"]
BESIDES += ["tell_at_once", "changes", "own_view", "notes", "language"]

SAMPLES = [
    screened(AGAINST_ON_HER_WORD),
    screened(HIS_WORD_ALONE, programme=None),
    screened(NOTHING_OF_CONCERN),
    screened({}, stage=Stage.STRUCTURAL),
]


@pytest.mark.parametrize("recommendation", SAMPLES, ids=lambda r: f"{r.case.stage}-{r.outcome}")
def test_the_keys_stand_in_the_order_of_the_interface(recommendation: Recommendation) -> None:
    document = practitioner_json(recommendation)
    assert list(document) == IN_THE_INTERFACE + BESIDES
    assert list(document["policy"]) == ["id", "version", "fingerprint"]
    assert document["decision"] == {"by": None, "on": None, "choice": None, "reasons": None}
    for flag in document["flags"]:
        assert list(flag) == ["id", "effect", "truth", "title", "raised_by", "remedy", "tell"]
    for safeguard in document["safeguards"]:
        assert list(safeguard) == ["id", "title", "who", "by", "because", "truth"]
    for rule in document["rules"]:
        assert list(rule) == ["id", "truth", "because", "source", "tree"]


@pytest.mark.parametrize("recommendation", SAMPLES, ids=lambda r: f"{r.case.stage}-{r.outcome}")
def test_every_report_has_the_published_shape(recommendation: Recommendation) -> None:
    assert checked(dumps(practitioner_json(recommendation)))["case"] == recommendation.case.reference


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_reports_on_random_cases_have_the_published_shape(seed: int) -> None:
    rng = Random(seed)
    policy = random_policy(rng)
    recommendation = recommend(policy, random_case(rng, policy), SCREENED_ON, "0.1.0")
    checked(dumps(practitioner_json(recommendation)))


def test_an_unknown_key_does_not_have_the_published_shape() -> None:
    document = {**practitioner_json(SAMPLES[0]), "score": 3}
    with pytest.raises(ValueError, match="score"):
        checked(json.dumps(document))


def test_the_schema_closes_every_object_and_names_every_key() -> None:
    schema = recommendation_schema()
    assert schema["required"] == IN_THE_INTERFACE + BESIDES
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    assert all(definition["additionalProperties"] is False for definition in definitions.values())


def test_replay_the_same_recommendation_gives_the_same_bytes_in_whatever_order_it_was_found() -> None:
    once = SAMPLES[1]
    again = replace(
        once,
        flags=once.flags[::-1],
        safeguards=once.safeguards[::-1],
        rules=once.rules[::-1],
        to_find_out=once.to_find_out[::-1],
        made_no_difference=once.made_no_difference[::-1],
        known={name: once.known[name] for name in sorted(once.known, reverse=True)},
    )
    assert dumps(practitioner_json(once)) == dumps(practitioner_json(again))


def test_one_line_means_one_line() -> None:
    line = dumps(practitioner_json(SAMPLES[0]), one_line=True)
    assert line.count("\n") == 1
    assert line.endswith("\n")
    assert line.isascii()


def test_a_structural_report_has_no_outcome() -> None:
    assert practitioner_json(SAMPLES[3])["outcome"] is None


def test_a_test_on_several_answers_shows_all_that_was_chosen() -> None:
    text = dumps(practitioner_json(SAMPLES[2]), one_line=True)
    assert '"possible": ["children"]' in text
