"""`policy prove`: the default policy and one of about 1,000 rules, against the goals, with the work of one process."""

from __future__ import annotations

import time
from random import Random

from bench.figures import Figure
from bench.screening import ON
from engine import api
from engine.model.policy import Policy
from engine.proof import available
from engine.proof.claims import Kind, Standing
from engine.reference import recommend
from engine.testing.generate import Size, random_case, random_policy

LARGE = Size(questions=300, programme_questions=3, flags=150, rules=1000, safeguards=30, depth=2)
CLAIM_SECONDS = 120.0
CASES = 20
_POSSIBLE = frozenset({Kind.RULE_CAN_BE_TRUE, Kind.OUTCOME_CAN_BE_REACHED})


def proving() -> tuple[Figure, ...]:
    """Prove both; nothing when the solver is not installed."""
    if not available():
        return ()
    return (
        _measured("the default policy", api.load_policy(), "under 30 seconds"),
        _measured("a large policy", large_policy(), "under five minutes"),
    )


def large_policy() -> Policy:
    """Return the largest of a few policies drawn with 1,000 rules and 300 questions as the most."""
    rng = Random(1000)
    drawn = (random_policy(rng, LARGE) for _ in range(60))
    return max(drawn, key=lambda p: min(len(p.rules) / LARGE.rules, len(p.questions) / LARGE.questions))


def _measured(what: str, policy: Policy, goal: str) -> Figure:
    rng = Random(7)
    cases = [random_case(rng, policy, 1.0) for _ in range(CASES)]
    started = time.process_time()
    for case in cases:
        recommend(policy, case, ON, "bench")
    explained = (time.process_time() - started) / CASES
    started, clock = time.process_time(), time.perf_counter()
    claims = [claim for stage in api.prove(policy, CLAIM_SECONDS) for claim in stage.claims]
    spent, waited = time.process_time() - started, time.perf_counter() - clock
    # That a drawn policy has rules that can never apply is no fault of the proof.
    stand = {claim.standing for claim in claims if claim.kind not in _POSSIBLE}
    said = "all promises proved" if stand == {Standing.PROVED} else f"NOT ALL PROMISES PROVED: {sorted(stand)}"
    value = f"{waited:.1f} s, the work of explaining {spent / explained:,.0f} cases; {len(claims)} claims, {said}"
    return Figure(f"proving {what} ({len(policy.rules)} rules, {len(policy.questions)} questions)", value, goal)
