"""The recommendation with everything that explains it: why, why not, what is missing, what would have to change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from engine.errors import InvariantBroken, Place, Problem
from engine.model.answer import PARTNER_SIDE, Answer, Case, Source, Standing
from engine.model.condition import CalledFor, FlagIs, ProgrammeLacks, leaves_of, question_of
from engine.model.policy import Effect, Outcome, Policy, Rule
from engine.model.question import Nature
from engine.model.recommendation import (
    Caveat,
    Change,
    FlagFinding,
    Recommendation,
    RuleFinding,
    SafeguardFinding,
    ToFindOut,
    Tree,
)
from engine.model.truth import FALSE, TRUE, UNKNOWN
from engine.reference.judge import Judgement
from engine.reference.known import View
from engine.reference.missing import smallest_sets
from engine.reference.nearness import made_no_difference, near_misses


def recommend(policy: Policy, case: Case, on: date, engine: str) -> Recommendation:
    """Screen a case on the day `on` and return the explained recommendation.

    `engine` is the engine's version, kept with the recommendation so that it can be replayed. Raises ValueError when
    the policy has no rules in force for the stage: that nothing speaks against it would then say nothing.
    """
    if not policy.in_force(case.stage):
        raise ValueError("no rules in force for the stage")
    view = View(policy, case, on)
    judgement = Judgement(policy, case, view)
    rules = tuple(RuleFinding(rule, judgement.rule(rule)) for rule in policy.in_force(case.stage))
    outcome = judgement.outcome()
    _hold_invariants(policy, case, judgement, outcome)
    flags = _flags(policy, case, judgement)
    safeguards = _safeguards(policy, case, judgement)
    for question in (*[question.id for question in policy.questions_at(case.stage)], *case.answers):
        view.known(question)
    to_find_out = _to_find_out(policy, case, rules, flags)
    sets, cut = smallest_sets(judgement) if outcome is Outcome.UNDETERMINED else ((), False)
    known = view.all_known()
    return Recommendation(
        case=case,
        policy=policy,
        engine=engine,
        screened_on=on,
        outcome=outcome,
        known=known,
        rules=rules,
        flags=flags,
        safeguards=safeguards,
        to_find_out=to_find_out,
        smallest_sets=sets,
        sets_cut=cut,
        contradictions=tuple([each for each in known.values() if each.differ]),
        near_misses=near_misses(policy, rules),
        would_have_to_change=_changes(policy, rules, flags),
        made_no_difference=made_no_difference(policy, case, rules),
        other_routes=policy.other_routes.get(case.stage, ()),
        review_by=on + timedelta(days=policy.review[case.stage]),
        warnings=_warnings(policy, view, outcome, flags, to_find_out),
    )


def _hold_invariants(policy: Policy, case: Case, judgement: Judgement, outcome: Outcome) -> None:
    """Raise InvariantBroken when the outcome is none that the policy's own invariants allow."""
    broken = [
        invariant.id
        for invariant in policy.invariants_at(case.stage)
        if outcome not in invariant.outcomes
        and (invariant.if_holds is None or judgement.tree(invariant.if_holds).truth is TRUE)
    ]
    if broken:
        place = Place(f"policy {policy.id} {policy.version}")
        message = f"the recommendation would be one that the policy itself rules out: {', '.join(sorted(broken))}"
        raise InvariantBroken([Problem(place, "invariant-broken", message)])


def _flags(policy: Policy, case: Case, judgement: Judgement) -> tuple[FlagFinding, ...]:
    found = []
    for flag_id, raisers in policy.raisers(case.stage).items():
        truth = judgement.flag(flag_id)
        if truth is not FALSE:
            by = tuple(rule.id for rule in raisers if judgement.rule(rule).truth is truth)
            found.append(FlagFinding(policy.flags[flag_id], truth, by))
    return tuple(found)


def _safeguards(policy: Policy, case: Case, judgement: Judgement) -> tuple[SafeguardFinding, ...]:
    """List what is called for for certain, and what has to be as long as something is unknown.

    A rule that only passes a flag on is named by that flag.
    INVARIANT (never-unconditional): the base safeguards are always among them.
    """
    callers = policy.callers(case.stage)
    base = policy.base_at(case.stage)
    no_profile = case.stage.of_client and case.programme is None
    found = []
    for safeguard_id in sorted({*base, *callers}):
        truth = judgement.safeguard(safeguard_id)
        if truth is FALSE:
            continue
        calling = [rule for rule in callers.get(safeguard_id, ()) if judgement.rule(rule).truth is not FALSE]
        because = [rule.when.flag if isinstance(rule.when, FlagIs) else rule.id for rule in calling]
        because += ["base"] if safeguard_id in base else []
        safeguard = policy.safeguards[safeguard_id]
        to_confirm = safeguard.needs if no_profile else ()
        found.append(SafeguardFinding(safeguard, truth, tuple(sorted(set(because))), to_confirm))
    return tuple(found)


def _to_find_out(
    policy: Policy, case: Case, rules: tuple[RuleFinding, ...], flags: tuple[FlagFinding, ...]
) -> tuple[ToFindOut, ...]:
    """List each question that leaves a flag unknown, whom to ask, and the flags that it bears on."""
    by_id = {finding.rule.id: finding for finding in rules}
    settles: dict[str, set[str]] = {}
    ask: dict[str, set[Source]] = {}
    answers: dict[str, tuple[Answer, ...]] = {}

    for flag in flags:
        behind = [*flag.raised_by] if flag.truth is UNKNOWN else []
        for rule_id in behind:  # it grows on the way: a rule may read other flags, and these have rules of their own
            for leaf in _open_leaves(by_id[rule_id].tree):
                further: tuple[Rule, ...] = ()
                if isinstance(leaf.condition, FlagIs):
                    further = policy.raisers(case.stage).get(leaf.condition.flag, ())
                elif isinstance(leaf.condition, CalledFor):
                    further = policy.callers(case.stage).get(leaf.condition.safeguard, ())
                elif leaf.known is not None:
                    question = leaf.known.question
                    settles.setdefault(question, set()).add(flag.flag.id)
                    ask.setdefault(question, set()).update(by_id[rule_id].rule.if_unknown_ask)
                    beside = case.programme if isinstance(leaf.condition, ProgrammeLacks) else case
                    answers[question] = beside.answers.get(question, ()) if beside else ()
                behind += [rule.id for rule in further if rule.id not in behind]
    return tuple(
        ToFindOut(
            policy.questions[question],
            _whom_to_ask(policy, question, ask[question], answers[question]),
            tuple(sorted(settles[question])),
        )
        for question in sorted(settles)
    )


def _open_leaves(tree: Tree) -> Iterator[Tree]:
    """Yield the leaves that leave a condition unknown."""
    if tree.truth is UNKNOWN:
        if not tree.children:
            yield tree
        for child in tree.children:
            yield from _open_leaves(child)


def _whom_to_ask(
    policy: Policy, question_id: str, wanted: set[Source], answers: tuple[Answer, ...]
) -> tuple[Source, ...]:
    """Name those whose word would settle the question; a partner who declined is not pressed, by any way round."""
    question = policy.questions[question_id]
    may_settle = set(question.corroborate or question.asked_of)
    declined = {answer.source for answer in answers if answer.standing is Standing.ASKED_DECLINED}
    if declined & PARTNER_SIDE:
        declined |= PARTNER_SIDE
    return tuple(sorted(((wanted & may_settle) - declined) or (may_settle - declined)))


def _changes(policy: Policy, rules: tuple[RuleFinding, ...], flags: tuple[FlagFinding, ...]) -> tuple[Change, ...]:
    """Group the true exclude flags by the safeguards that would resolve them.

    Never "by answering differently": a flag that rests on facts alone has nothing that would resolve it.
    """
    by_id = {finding.rule.id: finding for finding in rules}
    by_remedy: dict[tuple[str, ...], list[str]] = {}
    for finding in flags:
        if finding.truth is not TRUE or finding.flag.effect is not Effect.EXCLUDE:
            continue
        on_facts = any(_rests_on_facts(policy, by_id[rule_id].rule) for rule_id in finding.raised_by)
        remedy = () if on_facts else tuple(sorted(finding.flag.remedy))
        by_remedy.setdefault(remedy, []).append(finding.flag.id)
    return tuple(Change(tuple(ids), remedy) for remedy, ids in sorted(by_remedy.items(), key=lambda item: item[1]))


def _rests_on_facts(policy: Policy, rule: Rule) -> bool:
    questions = [question_of(leaf) for leaf in leaves_of(rule.when)]
    return all(q is not None and policy.questions[q].nature is Nature.FACT for q in questions)


def _warnings(
    policy: Policy, view: View, outcome: Outcome, flags: tuple[FlagFinding, ...], to_find_out: tuple[ToFindOut, ...]
) -> tuple[Caveat, ...]:
    warnings = []
    case, on = view.case, view.on
    of_client = case.stage.of_client
    if of_client and outcome is Outcome.AGAINST and _decided_by_partner_side_alone(policy, view, flags):
        warnings.append(Caveat.PARTNER_SIDE_ONLY)
    if of_client and outcome is Outcome.UNDETERMINED and _waits_for_partner_side_alone(policy, to_find_out):
        warnings.append(Caveat.WAITING_FOR_PARTNER_SIDE)
    profile = case.programme.answers if case.programme is not None else {}
    if any(_undated(policy, question, answers) for question, answers in (*case.answers.items(), *profile.items())):
        warnings.append(Caveat.UNDATED_ANSWERS)
    if on < policy.effective_from:
        warnings.append(Caveat.POLICY_NOT_IN_FORCE)
    if of_client and case.programme is None:
        warnings.append(Caveat.PROGRAMME_NOT_CONSIDERED)
    return tuple(warnings)


def _undated(policy: Policy, question: str, answers: tuple[Answer, ...]) -> bool:
    """Whether an answer that would grow stale carries no date: it counts as given on the day of screening."""
    return question in policy.ageing and any(
        answer.on is None and answer.standing in {Standing.ANSWERED, Standing.NOT_APPLICABLE} for answer in answers
    )


def _waits_for_partner_side_alone(policy: Policy, to_find_out: tuple[ToFindOut, ...]) -> bool:
    """Whether only the partner's side could settle what is open: he may infer what is waited for, and from whom."""
    return all(
        PARTNER_SIDE.issuperset(entry.question.corroborate or entry.question.asked_of)
        for entry in to_find_out
        if any(policy.flags[flag].effect is Effect.EXCLUDE for flag in entry.settles)
    )


def _decided_by_partner_side_alone(policy: Policy, view: View, flags: tuple[FlagFinding, ...]) -> bool:
    """Whether, without what the partner's side said, the outcome would not be against: he may infer that she spoke."""
    case = view.case
    if not any(answer.source in PARTNER_SIDE for answers in case.answers.values() for answer in answers):
        return False
    without = view.without(PARTNER_SIDE)
    judgement = Judgement(policy, without.case, without)
    # What is raised now is looked at first: most often one of these stands without her, and that is enough.
    raised = [finding.flag.id for finding in flags if finding.flag.effect is Effect.EXCLUDE]
    return all(judgement.flag(flag) is not TRUE for flag in (*raised, *policy.excluding(case.stage)))
