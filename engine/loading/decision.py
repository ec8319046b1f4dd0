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
from engine.loading.values import read_words
from engine.loading.yaml_reader import read_document
from engine.model.decision import Choice, Decision
from engine.model.policy import Policy


def load_decision(path: Path, policy: Policy) -> Decision:
    """Return the decision in a file. Raises BadData with every problem, or NoInput when the file cannot be read."""
    return read_decision(read_input(path, CASE_LIMITS.size), str(path), policy)


def read_decision(data: bytes, name: str, policy: Policy) -> Decision:
    """Return the decision in a text; `name` stands for it in messages. Raises BadData."""
    root = read_document(data, name, CASE_LIMITS)
    findings = Findings(name, quotes=False)
    fields = open_fields(root, shapes.DECISION, findings)
    decision = _decision(fields, policy, findings) if fields is not None else None
    if decision is None or findings.problems:
        raise BadData(findings.problems)
    return decision


def _decision(fields: Fields, policy: Policy, findings: Findings) -> Decision:
    reference = fields.node_of("case")
    decision = Decision(
        case=read_reference(reference, findings) if reference else "",
        choice=fields.choice("choice", Choice, "a choice", "unknown-choice"),
        by=fields.text("by"),
        on=fields.day("on"),
        contact=fields.text("contact"),
        review_by=fields.day("review_by"),
        conditions=_conditions(fields, policy, findings),
        reasons=fields.text("reasons"),
        second_person=fields.text("second_person"),
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
            "online work has at least one condition, and none is written",
            "add `conditions: [safeguard ids]`: what the client is asked to keep to",
        )
    return decision


def _conditions(fields: Fields, policy: Policy, findings: Findings) -> tuple[str, ...]:
    """Return the ids of safeguards that have a wording for the client, in the order written."""
    node = fields.node_of("conditions")
    words = read_words(node, "a list of safeguards", findings) if node else None
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
