"""A proof as JSON, for other systems: the same input gives the same bytes."""

from __future__ import annotations

from typing import Final

from engine.report.assurance.proof_data import EXCEPTION, SCOPE, CaseShown, ClaimShown, ProofShown, TogetherShown
from engine.report.json_ import dumps

SCHEMA: Final = "forethought.proof/1"


def proof_json(shown: ProofShown) -> str:
    """Return the report on a proof as JSON text."""
    together = sorted(shown.together)
    return dumps(
        {
            "schema": SCHEMA,
            "policy": shown.policy,
            "version": shown.version,
            "fingerprint": shown.fingerprint,
            "stages": [stage.value for stage in shown.stages],
            "holds": shown.holds,
            "scope": SCOPE,
            "exceptions": [{"claim": "unknown-never-safer", "part": "knowing-more", "exception": EXCEPTION}],
            "claims": [_claim(claim) for claim in sorted(shown.claims, key=lambda c: (c.stage, *c[:3]))],
            "always_together": [_together(group) for group in together if group.proved],
            "perhaps_together": [_together(group) for group in together if not group.proved],
        }
    )


def _claim(claim: ClaimShown) -> dict[str, object]:
    return {
        "claim": claim.kind,
        "part": claim.part,
        "about": claim.about or None,
        "stage": claim.stage.value,
        "standing": claim.standing,
        "cases": [_case(case) for case in claim.cases],
    }


def _case(case: CaseShown) -> dict[str, object]:
    return {
        "outcome": case.outcome.value,
        "expected": case.expected.value,
        "case_file": case.case_file,
        "profile_file": case.profile_file or None,
        "scenario": case.scenario,
    }


def _together(group: TogetherShown) -> dict[str, object]:
    return {
        "rules": list(group.rules),
        "stages": [stage.value for stage in group.stages],
        "follow_from_each_other": group.chained,
    }
