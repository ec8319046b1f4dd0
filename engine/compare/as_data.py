"""A difference as plain data, `forethought.policy-difference/1`: the document that its text is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from engine.compare.cases import CaseDifference, CasesDifference, Unread
from engine.compare.changes import Bearing, Change
from engine.compare.difference import Difference, How, Promise, Shown, StageDifference, Witness
from engine.compare.direction import differing_grounds
from engine.compare.sides import Aspect, Ground, Shift, Side, as_read_by, refused_by, rule_truths
from engine.loading.sentences import SCENARIO_DAY
from engine.model.answer import Case, Standing
from engine.model.condition import questions_in
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.report.assurance.diff_words import listed
from engine.report.words import say

if TYPE_CHECKING:
    from engine.report.assurance import diff_shape as shape

SCHEMA: Final = "forethought.policy-difference/1"

_BEARINGS: Final[Mapping[Bearing, str]] = {
    Bearing.RECOMMENDATION: "recommendation",
    Bearing.PROMISE: "promise",
    Bearing.REPORT: "report",
    Bearing.PAPERS: "papers",
    Bearing.TEXT: "text",
}

Scenario = Callable[[Witness], str]
"""What gives the scenario for a case that was found, ready to paste; empty when the new policy has none."""


class Told(NamedTuple):
    """What goes with a difference: how the two were named, scenarios for its cases, and what became of real cases."""

    old: str
    new: str
    scenario: Scenario = lambda _: ""
    promise: Callable[[Promise], str] = lambda _: ""
    cases: CasesDifference | None = None
    on: date = SCENARIO_DAY


def as_data(found: Difference, told: Told) -> shape.DifferenceShape:
    """Return a difference as plain data, in a fixed order and without anything that depends on the machine."""
    stages = [_stage(found, stage, told) for stage in found.stages]
    cases = _cases(told.cases) if told.cases is not None else None
    return {
        "schema": SCHEMA,
        "old": _version(found.old, told.old),
        "new": _version(found.new, told.new),
        "second_reviewer": [*_reasons(found, stages), *_weaker(found), *_reasons_of(cases)],
        "proved": found.proved,
        "changes": [_change(change) for change in found.changes],
        "wording_not_compared": _named_once(_named(found.reworded)),
        "stages": stages,
        "cases": cases,
    }


def _version(policy: Policy, name: str) -> shape.VersionShape:
    return {"name": name, "id": policy.id, "version": policy.version, "fingerprint": policy.fingerprint}


def _change(change: Change) -> shape.ChangeShape:
    return {
        "bearing": _BEARINGS[change.bearing],
        "kind": change.kind,
        "id": change.id,
        "what": change.what.value,
        "key": change.key,
        "before": change.before,
        "after": change.after,
        "language": change.language,
        "not_changed_in": list(change.not_changed_in),
    }


def _stage(found: Difference, stage: StageDifference, told: Told) -> shape.StageShape:
    return {
        "stage": stage.stage.value,
        "direction": stage.direction.value,
        "how": stage.how.value,
        "outcomes": _found(stage, Aspect.OUTCOME),
        "conditions": _found(stage, Aspect.CONDITIONS),
        "left_out": {question: list(words) for question, words in sorted(stage.left_out.items())},
        "several_left_out": list(stage.several),
        "promises": [
            {
                "id": promise.id,
                "broken": promise.broken.value,
                "written": promise.written,
                "scenario": told.promise(promise) if promise.case is not None else "",
            }
            for promise in sorted(stage.promises, key=lambda promise: promise.id)
        ],
        "further": [
            {"aspect": shift.aspect.value, "less_cautious": shift.less, "ids": list(ids)}
            for shift, ids in sorted(stage.further.items())
            if ids
        ],
        "witnesses": _once(_witness(found, witness, told) for witness in stage.witnesses),
    }


def _once(witnesses: Iterable[shape.WitnessShape]) -> list[shape.WitnessShape]:
    """Return each case once for each way in which it differs: what made it short may make two the same."""
    once: dict[tuple[str, bool, str], shape.WitnessShape] = {}
    for number, one in enumerate(witnesses):
        steps = _steps(one["scenario"]) or f"case {number}"
        once.setdefault((one["aspect"], one["less_cautious"], steps), one)
    return list(once.values())


def _steps(scenario: str) -> str:
    """Return a scenario without its name."""
    return scenario.strip().partition("\n")[2]


def _found(stage: StageDifference, aspect: Aspect) -> shape.FoundShape:
    def shown(*, less: bool) -> str | None:
        answer = stage.found.get(Shift(aspect, less))
        return answer.value if answer is not None else None

    return {"less_cautious": shown(less=True), "more_cautious": shown(less=False)}


def _witness(found: Difference, witness: Witness, told: Told) -> shape.WitnessShape:
    before, after = witness.before, witness.after
    was, now = (rule_truths(policy, witness.case, told.on) for policy in (found.old, found.new))
    rules = sorted(name for name in was.keys() | now.keys() if was.get(name) is not now.get(name))
    return {
        "aspect": witness.shift.aspect.value,
        "less_cautious": witness.shift.less,
        "before": _side(found.old, witness, before, after, told.on),
        "after": _side(found.new, witness, after, before, told.on),
        "rules": [
            {
                "id": name,
                "before": was[name].value if name in was else None,
                "after": now[name].value if name in now else None,
            }
            for name in rules
        ],
        "changes": _named(_behind(found, witness, rules)),
        "only_old": list(_only_old(found.new, witness.case)),
        "scenario": told.scenario(witness),
    }


def _side(policy: Policy, witness: Witness, side: Side, other: Side, on: date) -> shape.SideShape:
    apart = witness.shift.aspect is Aspect.CONDITIONS
    own = [side.listed[name] for name in sorted(side.listed.keys() - other.listed.keys())] if apart else []
    return {
        "outcome": side.outcome.value,
        "text": say.outcome_text(witness.stage, side.outcome),
        "against": [_ground(side.against[name]) for name in sorted(side.against)],
        "conditions": [_ground(ground) for ground in own],
        "refused_by": list(refused_by(policy, witness.case, on)),
    }


def _ground(ground: Ground) -> shape.GroundShape:
    return {"id": ground.id, "truth": ground.truth.value, "rules": sorted(ground.rules)}


def _behind(found: Difference, witness: Witness, rules: Iterable[str]) -> list[Change]:
    """Return the changes that a case's difference comes from, as far as can be told by what they are about."""
    before, after = witness.before, witness.after
    about = {*rules, *differing_grounds(before, after)}
    if witness.shift.aspect is Aspect.CONDITIONS:
        about |= before.listed.keys() ^ after.listed.keys()
    grounds = [side.against[name] for side in (before, after) for name in side.against if name in about]
    grounds += [side.listed[name] for side in (before, after) for name in side.listed if name in about]
    behind = {rule for ground in grounds for rule in ground.rules} | set(rules)
    for policy in (found.old, found.new):
        about |= {
            question for name in behind if name in policy.rules for question in questions_in(policy.rules[name].when)
        }
    grave = [change for change in found.changes if _grave(change)]
    base = f"base_safeguards at {witness.stage}" if witness.shift.aspect is Aspect.CONDITIONS else ""
    return [change for change in grave if change.id in about | behind or change.key == (base or None)] or grave


def _grave(change: Change) -> bool:
    return change.bearing is Bearing.RECOMMENDATION


def _named(changes: Iterable[Change]) -> list[shape.NamedShape]:
    return [{"kind": change.kind, "id": change.id, "key": change.key or change.what.value} for change in changes]


def _only_old(new: Policy, case: Case) -> Iterable[shape.GivenShape]:
    read = as_read_by(new, case)
    pairs = [(case, read)]
    if case.programme is not None:
        pairs.append((case.programme, read.programme or Case("", Stage.PROGRAMME_START)))
    for whole, part in pairs:
        for question, answers in sorted(whole.answers.items()):
            for answer in answers if question not in part.answers else ():
                said = ", ".join(answer.values) if answer.standing is Standing.ANSWERED else answer.standing.value
                yield {
                    "question": question,
                    "source": answer.source.value,
                    "answer": said,
                    "on": answer.on.isoformat() if answer.on else None,
                }


def _reasons(found: Difference, stages: Iterable[shape.StageShape]) -> Iterable[shape.ReasonShape]:
    for stage, told in zip(found.stages, stages, strict=True):
        if not stage.second_reviewer:
            continue
        if stage.how is How.ONLY_OLD:
            yield _reason(stage, "no case is screened any more, where the old policy made recommendations", [])
        if stage.how is How.ONLY_NEW:
            yield _reason(stage, "recommendations are made at this stage, where the old policy made none", [])
        for aspect, what in ((Aspect.OUTCOME, "outcome"), (Aspect.CONDITIONS, "conditions")):
            shown = stage.found.get(Shift(aspect, less=True), Shown.NO)
            cases = [one for one in told["witnesses"] if one["less_cautious"] and one["aspect"] == aspect.value]
            named = [name for one in cases for name in one["changes"]]
            more = stage.further.get(Shift(aspect, less=True), ())
            named += _named(change for change in found.changes if _grave(change) and change.id in more)
            if shown is Shown.YES:
                text = "a case gets a less cautious outcome" if what == "outcome" else "a condition is no longer listed"
                yield _reason(stage, text, named)
            elif shown is Shown.NOT_KNOWN:
                yield _reason(stage, f"whether the {what} can be less cautious is not known", [])
        for question, words in sorted(stage.left_out.items()):
            about = [one for one in found.changes if (one.kind, one.id, one.key) == ("question", question, "answers")]
            what = f"cases that answer {question} with {listed(words, 'or')} were not compared"
            yield _reason(stage, what, _named(about))
        for question in stage.several:
            yield _reason(stage, f"cases with several answers at once to {question} were not compared", [])
        for shown, what in (
            (Shown.YES, "the new policy does not keep what the old one promised"),
            (Shown.NOT_KNOWN, "it is not known whether the new policy keeps what the old one promised"),
        ):
            ids = sorted(promise.id for promise in stage.promises if promise.broken is shown)
            if ids:
                yield _reason(stage, f"{what}: {', '.join(ids)}", [])


def _weaker(found: Difference) -> Iterable[shape.ReasonShape]:
    """Return what asks less without changing an outcome or a list of conditions."""
    for one in found.weaker:
        yield {"stage": "", "what": one.what, "changes": [{"kind": one.kind, "id": one.id, "key": one.key}]}


def _named_once(names: Iterable[shape.NamedShape]) -> list[shape.NamedShape]:
    once = {(name["kind"], name["id"], name["key"]): name for name in names}
    return [once[key] for key in sorted(once)]


def _reason(stage: StageDifference, what: str, changes: list[shape.NamedShape]) -> shape.ReasonShape:
    return {"stage": stage.stage.value, "what": what, "changes": _named_once(changes)}


def _reasons_of(cases: shape.CasesShape | None) -> Iterable[shape.ReasonShape]:
    if cases is not None and cases["broken_promise"]:
        many = cases["broken_promise"]
        get = "gets" if many == 1 else "get"
        what = f"{many} of the cases named {get} no recommendation, because a policy breaks a promise of its own"
        yield {"stage": "", "what": what, "changes": []}
    if cases is not None and cases["less_cautious"]:
        many = cases["less_cautious"]
        what = f"{many} of the cases named {'gets' if many == 1 else 'get'} a less cautious recommendation"
        yield {"stage": "", "what": what, "changes": []}


def _cases(cases: CasesDifference) -> shape.CasesShape:
    more = cases.not_listed
    found: shape.CasesShape = {
        "screened_on": cases.screened_on,
        "compared": cases.compared,
        "unchanged": cases.compared - len(cases.changed) - more.outcome - more.otherwise,
        "outcome_changed": sum(one.outcome_differs for one in cases.changed) + more.outcome,
        "otherwise_changed": sum(not one.outcome_differs for one in cases.changed) + more.otherwise,
        "less_cautious": sum(one.less for one in cases.changed) + more.less,
        "broken_promise": sum(one.broken for one in cases.unread) + more.broken,
        "changed": [_case(one) for one in sorted(cases.changed, key=lambda one: (one.case, one.file))],
        "unread": [_unread(one) for one in sorted(cases.unread)],
        "not_cases": sorted(cases.not_cases),
        "not_looked_at": [{"file": one.file, "why": one.why, "open": one.open} for one in sorted(cases.not_looked_at)],
    }
    if more.outcome or more.otherwise or more.unread:
        found["not_listed"] = {"changed": more.outcome + more.otherwise, "unread": more.unread}
    return found


def _unread(one: Unread) -> shape.UnreadShape:
    found: shape.UnreadShape = {
        "file": one.file,
        "under": list(one.under),
        "problems": [
            {"place": str(problem.place), "slug": problem.slug, "message": problem.message} for problem in one.problems
        ],
    }
    if one.whole:
        found["whole"] = True
    return found


def _case(one: CaseDifference) -> shape.CaseShape:
    def said(outcome: Outcome) -> shape.SaidShape:
        return {"outcome": outcome.value, "text": say.outcome_text(one.stage, outcome)}

    return {
        "case": one.case,
        "file": one.file,
        "stage": one.stage.value,
        "before": said(one.before),
        "after": said(one.after),
        "less_cautious": one.less,
        "differing": [
            {
                "kind": each.kind,
                "id": each.id,
                "before": each.before.value if each.before is not None else None,
                "after": each.after.value if each.after is not None else None,
                "rules": list(each.rules),
                "effects": list(each.effects),
            }
            for each in one.differing
        ],
    }
