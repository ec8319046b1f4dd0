"""Everything that is claimed of a policy, stage by stage, and what came of it."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from engine.model.policy import Policy
from engine.model.question import Stage
from engine.proof.claims import StageProof
from engine.proof.promises import Promises
from engine.proof.reach import Reach
from engine.proof.sheets import Sheets

SECONDS = 60.0
"""How long a claim is tried before it counts as undecided."""


def stages_of(policy: Policy) -> tuple[Stage, ...]:
    """Return the stages at which a rule is in force."""
    return tuple(stage for stage in Stage if policy.in_force(stage))


def prove_stage(policy: Policy, stage: Stage, seconds: float | None = SECONDS) -> StageProof:
    """Return what came of every claim about one stage. Raises MissingPart when the solver is not installed."""
    sheets = Sheets([policy], stage)
    reach = Reach(sheets, policy, seconds)
    possible = tuple(reach.all())
    together, perhaps = reach.together()
    promised = tuple(Promises(policy, stage, seconds).all())
    return StageProof(stage, (*promised, *possible), together, perhaps)


def prove(policy: Policy, seconds: float | None = SECONDS, jobs: int = 1) -> tuple[StageProof, ...]:
    """Return what came of every claim, stage by stage, with up to `jobs` processes at work."""
    stages = stages_of(policy)
    if jobs < 2 or len(stages) < 2:  # noqa: PLR2004 - one alone is quicker without a second process
        return tuple(prove_stage(policy, stage, seconds) for stage in stages)
    # The stage with the most rules takes longest: it is begun first.
    longest_first = sorted(stages, key=lambda stage: -len(policy.in_force(stage)))
    with ProcessPoolExecutor(min(jobs, len(stages)), mp_context=get_context("spawn")) as workers:
        waiting = {stage: workers.submit(prove_stage, policy, stage, seconds) for stage in longest_first}
        return tuple(waiting[stage].result() for stage in stages)
