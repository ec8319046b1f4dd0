"""A practitioner's decision from YAML or JSON text, or every problem in it.

INVARIANT (no answer in an error): messages never hold anything written in the file; reasons may speak of answers.
"""

from __future__ import annotations

from pathlib import Path

from engine.errors import BadData
from engine.loading import shapes
from engine.loading.case import read_input, read_reference
from engine.loading.document_text import CASE_LIMITS
from engine.loading.fields import Fields, open_fields
from engine.loading.findings import Findings
from engine.loading.spelling import listed
from engine.loading.values import read_known, read_words
from engine.loading.yaml_reader import read_document
from engine.model.decision import Choice, Decision
from engine.model.policy import Outcome, Policy
from engine.model.question import Stage
from engine.model.recommendation import Recommendation

_ANY = ("a safeguard of this policy", "unknown-safeguard")


def load_decision(path: Path, policy: Policy, on: Recommendation | None = None) -> Decision:
    """Return the decision in a file; `on` is the recommendation it has to be about, and beside which it will stand.

    Raises BadData with every problem, or NoInput when the file cannot be read.
    """
    return read_decision(read_input(path, CASE_LIMITS.size), str(path), policy, on)


def read_decision(data: bytes, name: str, policy: Policy, on: Recommendation | None = None) -> Decision:
    """Return the decision in a text; `name` stands for it in messages. Raises BadData."""
    root = read_document(data, name, CASE_LIMITS)
    findings = Findings(name, quotes=False)
    fields = open_fields(root, shapes.DECISION, findings)
    decision = _decision(fields, policy, findings) if fields is not None else None
    if fields is not None and decision is not None and on is not None and not findings.problems:
        _beside(fields, decision, on, findings)
    if decision is None or findings.problems:
        raise BadData(findings.problems)
    return decision


def _decision(fields: Fields, policy: Policy, findings: Findings) -> Decision:
    reference = fields.node_of("case")
    stage = fields.choice("stage", Stage, "a stage", "unknown-stage")
    decision = Decision(
        case=read_reference(reference, findings) if reference else "",
        choice=fields.choice("choice", Choice, "a choice", "unknown-choice"),
        by=fields.text("by"),
        on=fields.day("on"),
        contact=fields.text("contact"),
        review_by=fields.day("review_by"),
        conditions=_conditions(fields, policy, stage, findings),
        reasons=fields.text("reasons"),
        second_person=fields.text("second_person"),
        stage=stage,
    )
    if stage is Stage.STRUCTURAL:
        findings.add(
            fields.node_of("stage"),
            "nothing-to-decide",
            "a reflection on the programme's structures ends in no recommendation, and in no decision",
            "write the stage of the case that was decided on",
        )
    if decision.review_by < decision.on and not fields.faulty:
        findings.add(
            fields.node_of("review_by"),
            "review-before-decision",
            "the review lies before the decision",
            "check both dates",
        )
    if decision.second_person and decision.second_person.casefold() == decision.by.casefold():
        findings.add(
            fields.node_of("second_person"),
            "same-person",
            "the second person is the one who decides",
            "name someone else who was asked, or delete the key",
        )
    if decision.choice is Choice.ONLINE and "choice" in fields and "conditions" not in fields and not fields.faulty:
        # INVARIANT (never-unconditional): nobody goes online without a condition that he is told.
        findings.add(
            fields.node_of("choice"),
            "conditions-missing",
            "this has at least one condition, and none is written",
            "add `conditions: [safeguard ids]`: what the client, or the programme, is asked to keep to",
        )
    return decision


def _beside(fields: Fields, decision: Decision, on: Recommendation, findings: Findings) -> None:
    """Hold a decision against the recommendation on the case that it has to be about.

    INVARIANT (deference): towards more caution it takes nothing; towards less, written reasons and a second person.
    """
    case = on.case
    if decision.case != case.reference:
        findings.add(
            fields.node_of("case"),
            "another-case",
            "the decision is about another case than the one that is screened",
            "name the decision on this case; two people's files must never be mixed",
        )
    if decision.stage is not case.stage:
        findings.add(
            fields.node_of("stage") or fields.node_of("case"),
            "another-stage",
            f"the decision is one of stage {decision.stage}, the case is at stage {case.stage}",
            f"write `stage: {case.stage}`, if it was decided on this recommendation",
        )
    missing = [key for key in ("reasons", "second_person") if not getattr(decision, key)]
    if decision.choice is Choice.ONLINE and on.outcome is not Outcome.CONDITIONAL and missing:
        findings.add(
            fields.node_of("choice"),
            "against-the-recommendation",
            f"this is less cautious than the recommendation, and the decision lacks {listed(missing)}",
            "against the recommendation it takes written reasons and a second named person; more caution takes neither",
        )


def _conditions(fields: Fields, policy: Policy, stage: Stage, findings: Findings) -> tuple[str, ...]:
    """Return the ids of safeguards in the order written: of a client's case, those with a wording for the client."""
    node = fields.node_of("conditions")
    words = read_words(node, "a list of safeguards", findings) if node else None
    if not stage.of_client:
        return tuple(
            known for word in words or () if (known := read_known(word, policy.safeguards, *_ANY, findings)) is not None
        )
    worded = sorted(name for name, safeguard in policy.safeguards.items() if safeguard.client_wording)
    for word in words or ():
        safeguard = policy.safeguards.get(word.value)
        if safeguard is None:
            findings.unknown_word(
                word, "unknown-safeguard", "a safeguard of this policy that has a wording for the client", worded
            )
        elif not safeguard.client_wording:
            findings.add(
                word,
                "no-client-wording",
                f"the safeguard `{safeguard.id}` has no wording for the client",
                f"leave it out; these have one: {listed(worded, 30)}",
            )
    return tuple(word.value for word in words or ())
