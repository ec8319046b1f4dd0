"""The copy for partner support: what bears on her safety, and nothing else.

INVARIANT (partner-support-copy): it is made from a recommendation on a case out of which everything that stays with
others was taken first (`for_partner_support`), and only through the fields of `PartnerSupportCopy`. No note, no
reasons, no own view, no free words of anybody but her side and no answer of the programme's profile can travel in it.
Of the case as a whole it takes the outcome, the warnings about her side, and which grounds are raised or open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.model.answer import PARTNER_SIDE, Answer, Case, Source, Standing
from engine.model.decision import Decision
from engine.model.partner_copy import (
    Decided,
    Differing,
    Ground,
    HerWord,
    Measure,
    PartnerSupportCopy,
    PolicyNamed,
    ToAsk,
)
from engine.model.policy import Effect, Policy
from engine.model.question import Question
from engine.model.recommendation import Caveat, Recommendation, SafeguardFinding
from engine.model.truth import Truth
from engine.report.words import say, share, speaking


def for_partner_support(case: Case, policy: Policy) -> Case:
    """Return the case without what stays with others: notes, own view, programme, others' free words, what was before.

    Raises ValueError at a programme's stage: nobody's partner is spoken of there.
    """
    if not case.stage.of_client:
        raise ValueError("partner support's copy is of a client's case")
    answers = {}
    for name, given in case.answers.items():
        kept = [replace(answer, note="") for answer in given if _may_stand(policy.questions[name], answer)]
        if kept:
            answers[name] = tuple(dict.fromkeys(kept))
    return Case(case.reference, case.stage, answers)


def _may_stand(question: Question, answer: Answer) -> bool:
    return not question.open or answer.source in PARTNER_SIDE


def partner_support_copy(
    found: Recommendation, bare: Recommendation, decision: Decision | None = None
) -> PartnerSupportCopy:
    """Return what partner support may read of a recommendation, and of the decision on it.

    `bare` is the recommendation on `for_partner_support` of the same case; of `found`, only the outcome, the warnings
    about her side and which grounds are raised or open are taken: a ground that rests on the programme is none the less
    one that bears on her safety. Raises ValueError when they are not of the same case, stage, day and policy.
    """
    same = (found.case.reference, found.case.stage, found.screened_on, found.policy)
    if same != (bare.case.reference, bare.case.stage, bare.screened_on, bare.policy):
        raise ValueError("two recommendations that do not belong together")
    if bare.case != for_partner_support(bare.case, bare.policy):
        raise ValueError("the case still holds what stays with others")
    policy = bare.policy
    with speaking(policy.speech):
        grounds = tuple(_grounds(found))
        return PartnerSupportCopy(
            case=bare.case.reference,
            stage=bare.case.stage,
            screened_on=bare.screened_on,
            outcome=found.outcome,
            only_her_side=Caveat.PARTNER_SIDE_ONLY in found.warnings,
            waiting_for_her_side=Caveat.WAITING_FOR_PARTNER_SIDE in found.warnings,
            grounds=grounds,
            to_ask=tuple(_to_ask(bare, frozenset(ground.id for ground in grounds))),
            differ=tuple(_differing(bare)),
            measures=tuple(_measure(finding) for finding in bare.safeguards if concerns(finding)),
            other_routes=bare.other_routes,
            review_by=bare.review_by,
            policy=PolicyNamed(policy.id, policy.title, policy.version, policy.fingerprint, bare.engine),
            speech=policy.speech,
            translation_note=policy.translation_note,
            decided=_decided(decision) if decision is not None else None,
        )


def _decided(decision: Decision) -> Decided:
    return Decided(decision.choice, decision.by, decision.on, decision.review_by)


def _grounds(found: Recommendation) -> Iterator[Ground]:
    """Yield the flags that bear on her safety: those that are raised first, what excludes before what cautions."""
    shown = [finding for finding in found.flags if finding.flag.partner_safety]
    for finding in sorted(shown, key=lambda f: (f.truth is not Truth.TRUE, f.flag.effect is not Effect.EXCLUDE)):
        flag = finding.flag
        raised = finding.truth is Truth.TRUE
        yield Ground(flag.id, flag.title, flag.meaning, flag.effect is Effect.EXCLUDE, raised, flag.tell)


def _to_ask(bare: Recommendation, grounds: frozenset[str]) -> Iterator[ToAsk]:
    """Yield what her side could settle, in the order in which the questions are asked."""
    entries = {entry.question.id: entry for entry in bare.to_find_out if PARTNER_SIDE & set(entry.ask)}
    for question in bare.policy.questions.values():
        entry = entries.get(question.id)
        if entry is not None and question.stage.of_client:
            put = question.ask if PARTNER_SIDE & set(question.asked_of) else ""
            bears_on = tuple(flag for flag in entry.settles if flag in grounds)
            yield ToAsk(question.id, question.about or question.ask, put, bears_on)


def _differing(bare: Recommendation) -> Iterator[Differing]:
    """Yield the questions about which her side said something, and somebody something else."""
    by_id = {known.question: known for known in bare.contradictions}
    for question in bare.policy.questions.values():
        known = by_id.get(question.id)
        hers = [one for one in known.answers if one.source in PARTNER_SIDE and one.values] if known is not None else []
        if hers:
            said = tuple(
                HerWord(one.source, one.values, say.listed(question.say(word) for word in one.values), one.on)
                for one in hers
                if one.standing is Standing.ANSWERED
            )
            yield Differing(question.id, question.about or question.ask, said)


def concerns(finding: SafeguardFinding) -> bool:
    """Whether a safeguard bears on her safety, or partner support has a part in it."""
    safeguard = finding.safeguard
    named = (Source.PARTNER_SUPPORT.value, *share.WORDS_OF_PARTNER_SUPPORT)
    return safeguard.partner_safety or any(word.casefold() in safeguard.who.casefold() for word in named)


def _measure(finding: SafeguardFinding) -> Measure:
    one = finding.safeguard
    who = say.SOURCES.get(one.who, one.who)
    return Measure(
        one.id, one.title, one.do, who, one.by, one.each_session, one.check, certain=finding.truth is Truth.TRUE
    )
