"""The sample policy with what partner support reads of, and cases with an own view, an earlier case or a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from engine.model.answer import Answer, Case, Source, Standing
from engine.model.decision import Choice, Decision, OwnView
from engine.model.partner_copy import PartnerSupportCopy
from engine.model.policy import Effect, Flag, Policy
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.reference import recommend
from engine.report.partner_support import for_partner_support, partner_support_copy
from tests.report.sample import EARLIER, LONG_AGO, NOTHING_OF_CONCERN, ON, PROFILE, said, sample_policy

BEFORE_ANYTHING = "partner support, before anything is said to him"
TELL = {
    "current-stalking": (BEFORE_ANYTHING, "the police, if she is in danger now"),
    "shared-device": (BEFORE_ANYTHING,),
}

OWN_VIEW = OwnView(Choice.ONLINE, "He has kept every agreement.", "A. Practitioner", date(2026, 11, 20))

DECISION = Decision(
    case="K-0412",
    choice=Choice.ONLINE,
    by="A. Practitioner",
    on=ON,
    contact="030 123 456",
    review_by=date(2026, 12, 20),
    conditions=("own-device",),
    reasons="The device is gone; <seen> today.",
    second_person="B. Colleague",
)

STALKING_AND_DEVICE = {
    **NOTHING_OF_CONCERN,
    "shares-with-partner": (
        said(Source.CLIENT, "nothing", note="he laughed"),
        said(Source.PARTNER_SUPPORT, "device", on=ON, note="she whispered it"),
    ),
    "stalking-history": (said(Source.POLICE, "current", on=ON, note="file 17"),),
}


def told_policy(stage: Stage = Stage.START, *, asked_at: Stage | None = None) -> Policy:
    """Return the sample policy with `tell` and `partner_safety`; its questions may be those of an earlier stage."""
    policy = sample_policy(stage)
    flags = {name: _told(flag) for name, flag in policy.flags.items()}
    safeguards = {
        name: replace(safeguard, partner_safety=name in {"own-device", "callback"})
        for name, safeguard in policy.safeguards.items()
    }
    questions = {
        name: replace(question, stage=asked_at) if asked_at and question.stage is stage else question
        for name, question in policy.questions.items()
    }
    return replace(policy, flags=flags, safeguards=safeguards, questions=questions)


def _told(flag: Flag) -> Flag:
    return replace(flag, partner_safety=flag.effect is Effect.EXCLUDE, tell=TELL.get(flag.id, ()))


def screened_as(
    answers: Mapping[str, tuple[Answer, ...]],
    stage: Stage = Stage.START,
    *,
    earlier: Mapping[str, tuple[Answer, ...]] | None = None,
    own_view: OwnView | None = None,
    programme: Case | None = PROFILE,
    policy: Policy | None = None,
) -> Recommendation:
    """Return the recommendation on a case with these answers; `earlier` are those of a case at the start."""
    before = Case("K-0412", Stage.START, earlier) if earlier is not None else None
    case = Case("K-0412", stage, answers, programme if stage.of_client else None, before, own_view)
    asked_at = Stage.START if earlier is not None else None
    return recommend(policy or told_policy(stage, asked_at=asked_at), case, ON, "0.1.0")


def copy_of(found: Recommendation) -> PartnerSupportCopy:
    """Return partner support's copy, as the command makes it."""
    bare = recommend(found.policy, for_partner_support(found.case, found.policy), found.screened_on, found.engine)
    return partner_support_copy(found, bare)


CHANGED = screened_as(
    {
        **STALKING_AND_DEVICE,
        "people-nearby": (said(Source.CLIENT, "nobody"),),
        "partner-view-of-online": (
            said(Source.PARTNER_SUPPORT, "no-difference", on=LONG_AGO),
            Answer(Source.PARTNER, Standing.ASKED_DECLINED, (), ON),
        ),
    },
    Stage.DURING,
    earlier={
        **{name: given for name, given in NOTHING_OF_CONCERN.items() if name != "hopes"},
        "people-nearby": (said(Source.CLIENT, "children"),),
        "partner-view-of-online": (said(Source.PARTNER_SUPPORT, "no-difference", on=LONG_AGO),),
    },
    own_view=OWN_VIEW,
)

__all__ = ["BEFORE_ANYTHING", "CHANGED", "DECISION", "EARLIER", "OWN_VIEW", "STALKING_AND_DEVICE", "TELL"]
