"""What a proof is reported from: every claim in the writer's words, with the cases that refute it."""

from __future__ import annotations

from typing import Final, NamedTuple

from engine.model.policy import Outcome
from engine.model.question import Stage

SCOPE: Final = (
    "Proved means: for every answer sheet that a case at that stage can have. Any answers or none, from any source, "
    "fresh or too old, agreeing or not, said not to apply or not; for a client, with and without a programme's "
    "profile. It was proved for the policy with this fingerprint, and for no other."
)
EXCEPTION: Final = (
    "unknown-never-safer has one exception: a new disagreement between sources may call for a safeguard. Finding out "
    "more never ends a conditional recommendation, and where nobody newly disagrees it calls for no safeguard that was "
    "not listed before."
)


class CaseShown(NamedTuple):
    """A case that refutes a claim, as a file (its programme's profile as another one, or nothing) and as a scenario.

    `outcome` is what the policy says of it, and `expected` what the claim asks for.
    """

    outcome: Outcome
    expected: Outcome
    case_file: str
    profile_file: str
    scenario: str


class ClaimShown(NamedTuple):
    """One claim about one stage; `standing` is proved, refuted or undecided."""

    kind: str
    part: str
    about: str
    stage: Stage
    standing: str
    cases: tuple[CaseShown, ...]


class TogetherShown(NamedTuple):
    """Rules that apply in exactly the same cases of these stages.

    `chained`: all but one of them only read a flag that the others raise. `proved`: it is not merely not known
    otherwise.
    """

    rules: tuple[str, ...]
    stages: tuple[Stage, ...]
    chained: bool
    proved: bool


class ProofShown(NamedTuple):
    """Every claim about a policy, in the order of the stages."""

    policy: str
    version: str
    fingerprint: str
    stages: tuple[Stage, ...]
    claims: tuple[ClaimShown, ...]
    together: tuple[TogetherShown, ...]

    @property
    def holds(self) -> bool:
        """Whether all of it is proved."""
        return all(claim.standing == "proved" for claim in self.claims)
