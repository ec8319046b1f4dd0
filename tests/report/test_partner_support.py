"""Partner support's copy: what bears on her safety, and nothing that stays with others."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from random import Random

import pytest
from hypothesis import assume, given, settings

from engine import api
from engine.model.answer import PARTNER_SIDE, Answer, Case, Source, Standing
from engine.model.decision import Choice, OwnView
from engine.model.partner_copy import Decided, PartnerSupportCopy
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import FlagFinding, Recommendation, SafeguardFinding
from engine.model.truth import Truth
from engine.reference import recommend
from engine.report.json_ import dumps
from engine.report.partner_page import (
    partner_support_html,
    partner_support_json,
    partner_support_markdown,
    partner_support_text,
)
from engine.report.partner_support import concerns, for_partner_support, partner_support_copy
from engine.report.shape_audiences import checked_copy, partner_support_schema
from engine.report.words import say, share, speaking
from engine.testing.generate import random_answer
from tests.drawing import ON, Drawn, default_policy_cases, drawn_cases
from tests.report.audiences import (
    BEFORE_ANYTHING,
    DECISION,
    OWN_VIEW,
    STALKING_AND_DEVICE,
    copy_of,
    screened_as,
    told_policy,
)
from tests.report.sample import HIS_WORD_ALONE, NOTHING_OF_CONCERN, PROFILE, WAITING_FOR_HER, said

CANARY = "CANARY-8f1d"


def forms(copy: PartnerSupportCopy) -> list[str]:
    return [
        partner_support_text(copy),
        partner_support_markdown(copy),
        partner_support_html(copy),
        dumps(partner_support_json(copy)),
    ]


def flat(text: str) -> str:
    return " ".join(text.split())


def told(found: Recommendation) -> str:
    return flat(partner_support_text(copy_of(found)))


def test_it_says_whose_it_is_what_stays_with_partner_support_and_what_to_do_if_he_learns_of_it() -> None:
    text = told(screened_as(STALKING_AND_DEVICE))
    assert text.startswith(f"For partner support {share.PARTNER_SUPPORT_ONLY} Case K-0412")
    for kept in (*share.KEPT, say.NOTICE, say.DEFERENCE, share.PARTNER_SUPPORT_ONLY_SHORT):
        assert kept in text


@pytest.mark.parametrize("answers", [STALKING_AND_DEVICE, HIS_WORD_ALONE, NOTHING_OF_CONCERN])
def test_the_outcome_is_told_in_words_as_a_recommendation_only(answers: dict[str, tuple[Answer, ...]]) -> None:
    found = screened_as(answers)
    text = told(found)
    assert say.outcome_text(Stage.START, found.outcome) in text
    assert "This is a recommendation, not a decision. The practitioner decides." in text


def test_it_names_the_grounds_that_bear_on_her_safety_and_who_must_be_told() -> None:
    text = told(screened_as(STALKING_AND_DEVICE))
    assert "Raised: - Stalking now (speaks against it) What it means: He is following" in text
    assert "because of: Stalking now - The police, if she is in danger now" in text
    assert "He may be overheard" not in text


def test_the_reader_is_told_once_that_they_are_told_and_not_that_partner_support_is() -> None:
    section = told(screened_as(STALKING_AND_DEVICE)).split(f" {share.H_TELL} ")[1].split(f" {share.H_GROUNDS} ")[0]
    assert section.startswith(f"{share.TELL_YOU_FIRST} Now,")
    assert "partner support" not in section.casefold()
    policy = told_policy()
    only = {name: replace(flag, tell=(BEFORE_ANYTHING,) if flag.tell else ()) for name, flag in policy.flags.items()}
    told_alone = told(screened_as(STALKING_AND_DEVICE, policy=replace(policy, flags=only)))
    assert f"{share.H_TELL} {share.TELL_YOU_FIRST} {share.H_GROUNDS}" in told_alone


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_language_names_partner_support_among_those_whom_partner_support_is_to_see_told(language: str) -> None:
    policy = api.load_policy(language=language)
    raised = tuple(FlagFinding(flag, Truth.TRUE, ()) for flag in policy.flags.values())
    bare = screened_as({}, programme=None)
    bare = replace(bare, policy=policy, flags=raised, to_find_out=(), safeguards=())
    text = flat(partner_support_text(partner_support_copy(bare, bare)))
    with speaking(policy.speech):
        section = text.split(f" {share.H_TELL} ")[1].split(f" {share.H_GROUNDS} ")[0]
        assert section.startswith(share.TELL_YOU_FIRST)
        assert not any(f"- {word}".casefold() in section.casefold() for word in share.BEGINS_WITH_YOU)


@pytest.mark.parametrize("stage", [Stage.START, Stage.DURING, Stage.END])
def test_beside_a_recommendation_against_the_safeguards_are_for_the_meantime_or_for_another_decision(
    stage: Stage,
) -> None:
    text = told(screened_as(STALKING_AND_DEVICE, stage))
    assert "whatever is decided" not in text
    lead = share.MEASURES_MEANWHILE.get(stage, share.MEASURES[Outcome.AGAINST])
    assert "decided otherwise" in lead
    assert f"{share.H_MEASURES} {lead}" in text


def test_what_was_decided_is_told_by_whom_and_until_when_and_nothing_of_why() -> None:
    found = screened_as(STALKING_AND_DEVICE)
    bare = recommend(found.policy, for_partner_support(found.case, found.policy), found.screened_on, found.engine)
    copy = partner_support_copy(found, bare, DECISION)
    for form in forms(copy):
        plain = flat(form)
        assert "A. Practitioner" in plain
        for kept in ("The device is gone", "B. Colleague", "030 123 456", "own-device"):
            assert kept not in plain
    text = flat(partner_support_text(copy))
    assert (
        "Decision Decision: online with conditions By: A. Practitioner On: 22 November 2026 "
        "To be looked at again by: 20 December 2026"
    ) in text
    assert checked_copy(dumps(partner_support_json(copy)))["decided"] == {
        "choice": "online-with-conditions",
        "by": "A. Practitioner",
        "on": "2026-11-22",
        "review_by": "2026-12-20",
    }
    assert partner_support_json(copy_of(found))["decided"] is None
    assert {each.name for each in fields(Decided)} == {"choice", "by", "on", "review_by"}


def test_a_caution_is_told_where_the_policy_says_that_it_bears_on_her_safety() -> None:
    policy = told_policy()
    marked = replace(policy.flags["overheard"], partner_safety=True)
    policy = replace(policy, flags={**policy.flags, "overheard": marked})
    assert "He may be overheard (calls for care)" in told(screened_as(NOTHING_OF_CONCERN, policy=policy))
    assert share.NO_GROUNDS in told(screened_as(NOTHING_OF_CONCERN))


def test_what_is_open_is_never_taken_as_a_no_and_nobody_has_to_be_told_of_it() -> None:
    text = told(screened_as(HIS_WORD_ALONE))
    assert "Still open, and never taken as a no: - Stalking now (speaks against it)" in text
    assert share.H_TELL not in text


def test_her_side_is_asked_in_the_order_of_the_questions_and_as_far_as_she_wishes() -> None:
    copy = copy_of(screened_as({}))
    order = list(told_policy().questions)
    asked = [one.question for one in copy.to_ask]
    assert asked == sorted(asked, key=order.index)
    assert {"shares-with-partner", "stalking-history", "partner-view-of-online"} == set(asked)
    text = told(screened_as({}))
    assert f"{share.H_TO_FIND_OUT} {share.TO_FIND_OUT}" in text
    assert "Put like this: What does she expect online delivery to do to her safety?" in text
    assert "Do you and your (ex-)partner use any device" not in text


def test_that_sources_differ_is_told_with_her_sides_words_alone() -> None:
    text = told(screened_as(STALKING_AND_DEVICE))
    assert "- partner support, 22 November 2026: a device" in text
    assert "nothing shared" not in text
    assert "the client" not in text


def test_where_her_side_said_nothing_nothing_is_told_of_who_differs() -> None:
    others = {**NOTHING_OF_CONCERN, "private-space": (said(Source.CLIENT, "yes"), said(Source.PRACTITIONER, "no"))}
    found = screened_as(others)
    assert found.contradictions
    assert share.H_DIFFER_HER_SIDE not in told(found)


def test_the_safeguards_are_those_that_bear_on_her_safety_or_that_partner_support_is_part_of() -> None:
    policy = told_policy()
    hers = replace(policy.safeguards["room-shown"], who="facilitators and partner support")
    policy = replace(policy, safeguards={**policy.safeguards, "room-shown": hers})
    copy = copy_of(screened_as(NOTHING_OF_CONCERN, policy=policy))
    assert [one.id for one in copy.measures] == ["callback", "room-shown"]
    text = flat(partner_support_text(copy))
    assert "[ ] The room shown on camera He turns the camera through the room. Who and when: facilitators and" in text
    assert "callback-procedure" not in text


def test_it_is_told_that_only_her_side_decides_or_is_waited_for() -> None:
    decides = {**NOTHING_OF_CONCERN, "shares-with-partner": (said(Source.PARTNER_SUPPORT, "device"),)}
    assert share.ONLY_HER_SIDE in told(screened_as(decides))
    assert share.WAITING_FOR_HER_SIDE in told(screened_as(WAITING_FOR_HER))
    for text in (told(screened_as(STALKING_AND_DEVICE)), told(screened_as(NOTHING_OF_CONCERN))):
        assert share.ONLY_HER_SIDE not in text
        assert share.WAITING_FOR_HER_SIDE not in text


def test_that_the_programme_lacks_what_her_safety_needs_is_told_and_nobodys_words_about_it() -> None:
    lacking = replace(PROFILE, answers={"callback-procedure": (said(Source.PROGRAMME, "no", note=CANARY),)})
    found = screened_as(NOTHING_OF_CONCERN, programme=lacking)
    assert found.outcome is Outcome.AGAINST
    text = told(found)
    assert "The recommendation is: against online delivery." in text
    assert "programme lacks" in text
    assert CANARY not in text
    aside = replace(told_policy().flags["programme-lacks-callback-procedure"], partner_safety=False)
    policy = replace(told_policy(), flags={**told_policy().flags, aside.id: aside})
    assert "programme lacks" not in told(screened_as(NOTHING_OF_CONCERN, programme=lacking, policy=policy))


def test_everything_that_stays_with_others_is_taken_out_before_the_case_is_screened_for_the_copy() -> None:
    hers, his = said(Source.PARTNER_SUPPORT, "Hers."), said(Source.CLIENT, "His.")
    found = screened_as({**STALKING_AND_DEVICE, "hopes": (hers, his)}, earlier=NOTHING_OF_CONCERN, own_view=OWN_VIEW)
    bare = for_partner_support(found.case, found.policy)
    assert (bare.own_view, bare.earlier, bare.programme) == (None, None, None)
    assert bare.answers["hopes"] == (hers,)
    assert {answer.note for given_ in bare.answers.values() for answer in given_} == {""}
    assert bare.answers.keys() == found.case.answers.keys()


def test_there_is_no_copy_of_a_programmes_stage_nor_of_two_cases_in_one() -> None:
    programme = screened_as({}, Stage.PROGRAMME_START)
    with pytest.raises(ValueError, match="client's case"):
        for_partner_support(programme.case, programme.policy)
    found = screened_as({})
    with pytest.raises(ValueError, match="do not belong together"):
        partner_support_copy(found, replace(found, case=replace(found.case, reference="K-1")))
    with pytest.raises(ValueError, match="still holds"):
        partner_support_copy(found, found)


def test_the_copy_has_no_field_that_what_stays_with_others_could_travel_in() -> None:
    assert {each.name for each in fields(PartnerSupportCopy)} == {
        *("case", "stage", "screened_on", "outcome", "only_her_side", "waiting_for_her_side", "grounds", "to_ask"),
        *("differ", "measures", "other_routes", "review_by", "policy", "speech", "translation_note"),
        "decided",
    }


def test_the_json_has_the_published_shape_and_closes_every_object() -> None:
    for answers in (STALKING_AND_DEVICE, HIS_WORD_ALONE, NOTHING_OF_CONCERN, {}):
        checked_copy(dumps(partner_support_json(copy_of(screened_as(answers)))))
    definitions = partner_support_schema()["$defs"]
    assert isinstance(definitions, dict)
    assert all(definition["additionalProperties"] is False for definition in definitions.values())


# INVARIANT (partner-support-copy), over random cases ------------------------------------------------------------


def shown_to_her(policy: Policy, rng: Random) -> Policy:
    """Let some flags and safeguards of a policy bear on her safety, and the others not."""
    flags = {name: replace(flag, partner_safety=rng.random() < 0.7) for name, flag in policy.flags.items()}
    safeguards = {name: replace(one, partner_safety=rng.random() < 0.7) for name, one in policy.safeguards.items()}
    return replace(policy, flags=flags, safeguards=safeguards)


def with_canaries(policy: Policy, case: Case) -> Case:
    """Put what must not travel wherever free words can stand, in the case and in the programme's profile."""
    answers: dict[str, tuple[Answer, ...]] = {
        name: tuple(replace(one, note=CANARY) for one in given) for name, given in case.answers.items()
    }
    for question in policy.questions.values():
        if question.open and question.stage in case.stage.readable:
            others = [source for source in Source if source not in PARTNER_SIDE]
            answers[question.id] = tuple(Answer(one, Standing.ANSWERED, (CANARY,), ON, CANARY) for one in others)
    programme = with_canaries(policy, case.programme) if case.programme is not None else None
    return replace(case, answers=answers, programme=programme)


def copied(policy: Policy, case: Case) -> PartnerSupportCopy:
    return copy_of(recommend(policy, case, ON, "test"))


@settings(max_examples=60, deadline=None)
@given(drawn_cases())
def test_partner_support_copy_no_note_no_own_view_and_no_free_words_of_others_travel(drawn: Drawn) -> None:
    assume(drawn.case.stage.of_client)
    policy = shown_to_her(drawn.policy, drawn.rng)
    own = OwnView(drawn.rng.choice(tuple(Choice)), CANARY, CANARY, ON)
    case = replace(with_canaries(policy, drawn.case), own_view=own, earlier=with_canaries(policy, drawn.case))
    with_all, without = copied(policy, case), copied(policy, drawn.case)
    assert forms(with_all) == forms(without)
    assert not any(CANARY in form for form in forms(with_all))


@settings(max_examples=60, deadline=None)
@given(drawn_cases())
def test_partner_support_copy_of_a_decision_only_the_choice_who_when_and_the_review_travel(drawn: Drawn) -> None:
    assume(drawn.case.stage.of_client)
    policy = shown_to_her(drawn.policy, drawn.rng)
    found = recommend(policy, drawn.case, ON, "test")
    bare = recommend(policy, for_partner_support(drawn.case, policy), ON, "test")
    choice = drawn.rng.choice(tuple(Choice))
    names = drawn.rng.sample(sorted(policy.safeguards), min(2, len(policy.safeguards)))
    one = replace(DECISION, choice=choice, stage=drawn.case.stage, reasons=CANARY, second_person=CANARY, contact=CANARY)
    other = replace(one, reasons="", second_person="", contact="c", conditions=tuple(names))
    copy = partner_support_copy(found, bare, one)
    assert copy == partner_support_copy(found, bare, other)
    assert replace(copy, decided=None) == partner_support_copy(found, bare)
    assert not any(CANARY in form for form in forms(copy))


@settings(max_examples=15, deadline=None)
@given(default_policy_cases())
def test_partner_support_copy_nothing_that_stays_with_others_travels_under_the_default_policy(drawn: Drawn) -> None:
    assume(drawn.case.stage.of_client)
    case = replace(with_canaries(drawn.policy, drawn.case), own_view=replace(OWN_VIEW, reasons=CANARY))
    assert not any(CANARY in form for form in forms(copied(drawn.policy, case)))


@settings(max_examples=60, deadline=None)
@given(drawn_cases())
def test_partner_support_copy_no_answer_of_the_programmes_profile_travels(drawn: Drawn) -> None:
    assume(drawn.case.stage.of_client)
    policy, rng = shown_to_her(drawn.policy, drawn.rng), drawn.rng
    questions = policy.questions_at(Stage.PROGRAMME_START)
    profiles = [Case("n", Stage.PROGRAMME_START, {q.id: (random_answer(rng, q),) for q in questions}) for _ in range(3)]
    copies = [copied(policy, replace(drawn.case, programme=programme)) for programme in (None, *profiles)]
    # Whether a ground is raised may rest on the profile, as the outcome may; no answer of it is told.
    alike = [
        replace(
            copy,
            outcome=Outcome.AGAINST,
            only_her_side=False,
            waiting_for_her_side=False,
            grounds=(),
            to_ask=tuple(replace(one, bears_on=()) for one in copy.to_ask),
        )
        for copy in copies
    ]
    assert len(set(alike)) == 1
    for question in questions:
        for word in (question.id, *question.answers):
            assert f'"{word}"' not in json.dumps(partner_support_json(copies[-1]))


@settings(max_examples=60, deadline=None)
@given(drawn_cases())
def test_partner_support_copy_no_answer_is_told_but_her_sides_own(drawn: Drawn) -> None:
    assume(drawn.case.stage.of_client)
    document = dumps(partner_support_json(copied(shown_to_her(drawn.policy, drawn.rng), drawn.case)))
    for name, given_ in drawn.case.answers.items():
        hers = {word for one in given_ if one.source in PARTNER_SIDE for word in one.values}
        for word in drawn.policy.questions[name].answers:
            assert word in hers or f'"{word}"' not in document


def test_the_same_safeguards_are_told_in_every_language() -> None:
    told_in = []
    for language in ("en", "de"):
        policy = api.load_policy(language=language)
        with speaking(policy.speech):
            findings = [SafeguardFinding(one, Truth.TRUE, ()) for one in policy.safeguards.values()]
            told_in.append([finding.safeguard.id for finding in findings if concerns(finding)])
    assert told_in[0] == told_in[1]
    assert "partner-safety-check" in told_in[0]
