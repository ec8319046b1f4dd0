"""Forethought itself: `api.screen`, and each of its two evaluators alone, from the case as it was answered."""

from __future__ import annotations

from collections.abc import Mapping

from bench.peers.definition import DIGITS, Written
from bench.peers.neutral import Form, Found
from bench.peers.work import ON, STAGE, works
from bench.peers.worker import Way, serve
from engine import __version__, api
from engine.model.recommendation import Recommendation
from engine.model.truth import FALSE, TRUE, UNKNOWN
from engine.network import Firing, Network
from engine.reference import recommend


def prepare(form: Form) -> Mapping[str, Way]:
    """Load the policy that the form was made of, and draw its cases again."""
    work = next(work for work in works() if work.name == form["name"])
    policy = work.policy
    written = Written(policy, work.name)
    if written.with_cases(work.cases) != form:
        raise ValueError("the form was made of another policy or other cases")
    network = Network(policy, STAGE)

    def read(recommendation: Recommendation) -> list[Found]:
        return [written.read(recommendation)]

    def fired(firing: Firing) -> list[Found]:
        return [_fired(written, firing)]

    return {
        "api.screen": Way(work.cases, lambda case: api.screen(policy, case, ON), read),
        "the definition alone": Way(work.cases, lambda case: recommend(policy, case, ON, __version__), read),
        "the network alone": Way(work.cases, lambda case: network.fire(case, ON), fired),
    }


def _fired(written: Written, firing: Firing) -> Found:
    certain = {f"rule {name}" for name in firing.certain_rules}
    certain |= {f"flag {name}" for name in firing.certain_flags}
    certain |= {f"safeguard {name}" for name in firing.certain_safeguards}
    possible = {f"rule {name}" for name in firing.possible_rules}
    possible |= {f"flag {name}" for name in firing.possible_flags}
    possible |= {f"safeguard {name}" for name in firing.possible_safeguards}

    def digit(name: str) -> str:
        said = written.names[name]
        return DIGITS[TRUE if said in certain else UNKNOWN if said in possible else FALSE]

    return Found(
        rules="".join(digit(rule["id"]) for rule in written.form["rules"]),
        signals="".join(digit(signal["id"]) for signal in written.form["signals"]),
        outcome=firing.outcome.value,
    )


if __name__ == "__main__":
    serve({"Forethought": __version__}, prepare)
