"""The verbs: load a policy or a case, screen, check. The command line is a thin shell around these.

Nothing here prints, reads the clock or keeps a case. Heavy rooms are imported by the verb that needs them.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from engine import __version__
from engine.errors import InvariantBroken, NoRecommendation, Place, Problem
from engine.model.answer import Case
from engine.model.decision import Decision
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.model.truth import FALSE, TRUE

if TYPE_CHECKING:
    from engine.batch.many import Screened
    from engine.compare.difference import Difference, Shorten
    from engine.compare.texts import Texts
    from engine.loading.languages import Note
    from engine.network import Firing, Network
    from engine.proof.claims import StageProof

WHAT_TO_DO = (
    "treat the case as not online and decide without this tool; report the fault with the versions above and the ids"
    " named here, and leave the case file out of the report"
)


def default_policy_dir() -> Path:
    """Return the folder of the policy shipped with this installation, or of the checkout it runs from."""
    shipped = Path(__file__).parent / "_policy" / "rules"
    return shipped if shipped.is_dir() else Path(__file__).parent.parent / "rules"


def load_policy(folder: Path | None = None, language: str | None = None, kept: Path | None = None) -> Policy:
    """Load a policy folder (the shipped one if none is named), its texts in a language (its first if none is named).

    A text that is not given in that language is in the policy's first. `kept` is a folder of one's own where checked
    policies are kept for a later run: one whose files have not changed since is read from there, which is quicker;
    without it, nothing is. Raises `BadData` with every problem found, or `NoInput`.
    """
    from engine.report.needing import worded

    there = folder or default_policy_dir()
    if kept is None:
        from engine.loading import load_policy as load

        return worded(load(there, language))
    from engine.loading import load_kept

    return worded(load_kept(there, language, kept))


def load_case(path: Path, policy: Policy, on: date, programme: Path | None = None) -> Case:
    """Load a case file for screening on the day `on`; `programme` is the profile of a case that names none.

    Raises `BadData` or `NoInput`.
    """
    from engine.loading import load_case as load

    return load(path, policy, on, programme)


def read_case(
    data: bytes, name: str, policy: Policy, on: date, folder: Path | None = None, programme: Path | None = None
) -> Case:
    """Read a case from text; `name` stands for the file in messages. Raises `BadData` or `NoInput`."""
    from engine.loading import read_case as read

    return read(data, name, policy, on, folder, programme)


def read_case_file(path: Path) -> bytes:
    """Return the bytes of a case file, at most one more than a case may have. Raises `NoInput`."""
    from engine.loading.case import read_input
    from engine.loading.document_text import CASE_LIMITS

    return read_input(path, CASE_LIMITS.size)


def files_named(data: bytes, name: str, folder: Path) -> tuple[Path, ...]:
    """Return the files that a case in this text names, and those that these name: never to be written over."""
    from engine.loading import files_named as named

    return named(data, name, folder)


def load_decision(path: Path, policy: Policy, on: Recommendation | None = None) -> Decision:
    """Load the practitioner's decision; `on` is the recommendation beside which it will stand.

    Raises `NoInput`, or `BadData`: also when it is about another case, or is less cautious than the recommendation
    without written reasons and a second named person.
    """
    from engine.loading import load_decision as load

    return load(path, policy, on)


def check_policy(folder: Path) -> tuple[Problem, ...]:
    """Return everything wrong with a policy folder, without its scenarios. Raises `NoInput`."""
    from engine.loading import check_policy as check

    return check(folder)


def notes_on_policy(folder: Path) -> tuple[Note, ...]:
    """Return what is worth a note about a policy in which nothing is wrong, by place. Raises `NoInput`."""
    from engine.loading import notes_on

    return notes_on(folder)


def check_scenarios(folder: Path, features: Path, *, complete: bool) -> tuple[Problem, ...]:
    """Return everything wrong with a folder of scenarios, held against the policy in `folder`.

    `complete`: the scenarios are all that the policy has, so a rule in force without one is a problem too. Raises
    `BadData` when the policy itself cannot be loaded, `NoInput` when there are no scenarios.
    """
    from engine.loading.scenarios import check_scenarios as check

    return check(load_policy(folder), features, complete=complete)


def steps(policy: Policy) -> tuple[str, ...]:
    """Return the lines that list every sentence of scenarios, with the policy's own words filled in."""
    from engine.loading.phrasebook import phrasebook

    return tuple(phrasebook(policy))


def screen(policy: Policy, case: Case, on: date) -> Recommendation:
    """Screen a case on the day `on` by the definition and by the network, and compare them.

    INVARIANT (agreement): unless both agree on every rule, flag and safeguard and on the outcome, there is no
    recommendation. Raises `NoRecommendation` then, and on any fault inside either evaluator.
    """
    from engine.reference import recommend

    unsound = _unsound(policy, case, on)
    if unsound:
        raise NoRecommendation([_fault(policy, "unsound-case", unsound)])
    try:
        recommendation = recommend(policy, case, on, __version__)
        firing = _network(policy, case.stage).fire(case, on)
    except InvariantBroken as broken:
        raise NoRecommendation(
            [_fault(policy, "invariant-broken", problem.message) for problem in broken.problems]
        ) from None
    except Exception as error:  # noqa: BLE001 - fail closed: whatever went wrong, there is no recommendation
        # The text of an exception may hold an answer; its type and origin do not.
        raise NoRecommendation([_fault(policy, "evaluator-failed", f"an evaluator failed; {_origin(error)}")]) from None
    differing = disagreements(recommendation, firing)
    if differing:
        raise NoRecommendation(
            [_fault(policy, "evaluators-disagree", f"the two evaluators differ on: {', '.join(differing)}")]
        )
    return recommendation


def screen_many(policy: Policy, cases: Sequence[Case], on: date, check: int | None = 200) -> tuple[Screened, ...]:
    """Screen many cases on the day `on` as columns, in the order given: far faster, and without the explanation.

    INVARIANT (agreement): `check` of them, spread evenly (all, if there are no more), are screened by `screen` too, and
    unless every column is the same, nothing is returned; None checks none. A case that is unsound, or for which there
    is no recommendation, says so in its `error`. Raises `NoRecommendation`, or `MissingPart` without the column engine.
    """
    from engine.batch.many import screened_many

    return screened_many(policy, cases, on, screen, check)


def compare(
    old: Policy,
    new: Policy,
    texts: tuple[Texts, Texts] | None = None,
    seconds: float | None = None,
    shorten: Shorten | None = None,
) -> Difference:
    """Compare two policies: what was changed, and in which direction it goes at each stage.

    `texts` are those of each in every language; without them, in the one that was loaded. `seconds` is how long the
    solver may take for one question. `shorten` makes a case that was found shorter. Without the solver nothing is
    proved. Raises `NoRecommendation` when the definition does not confirm what the solver found.
    """
    from engine.compare.compare import compare as compared

    return compared(old, new, texts, seconds, shorten=shorten)


def prove(policy: Policy, seconds: float | None = None, jobs: int = 1) -> tuple[StageProof, ...]:
    """Return what came of every claim about a policy, stage by stage, with up to `jobs` processes at work.

    `seconds` is how long each claim is tried; past that it is undecided. A case that refutes one is as the solver found
    it: hold it against the definition (`engine.scenarios.refuted`) before anyone sees it. Raises MissingPart when the
    solver is not installed.
    """
    from engine.proof.proving import prove as proved

    return proved(policy, seconds, jobs)


def _unsound(policy: Policy, case: Case, on: date) -> str:
    """Say what the loader would have refused of a case that did not come through it; empty when nothing is wrong."""
    if case.answers.keys() - policy.questions.keys():
        return "the case answers questions that the policy does not have"
    readable = case.stage.readable
    if any([policy.questions[name].stage not in readable for name in case.answers]):  # noqa: C419 - twice as fast
        return "the case answers questions of another stage, which nothing would look at"
    for answers in case.answers.values():
        for answer in answers:
            if answer.on is not None and answer.on > on:
                return "the case holds an answer dated after the day of screening"
    return _unsound(policy, case.programme, on) if case.programme is not None else ""


def disagreements(recommendation: Recommendation, firing: Firing) -> tuple[str, ...]:
    """Name what the definition and the network do not agree on, by id and without any truth or answer."""
    rules = [(finding.rule.id, finding.tree.truth) for finding in recommendation.rules]
    flags = [(finding.flag.id, finding.truth) for finding in recommendation.flags]
    safeguards = [(finding.safeguard.id, finding.truth) for finding in recommendation.safeguards]
    differing: set[str] = set()
    for kind, truths, certain, possible in (
        ("rule", rules, firing.certain_rules, firing.possible_rules),
        ("flag", flags, firing.certain_flags, firing.possible_flags),
        ("safeguard", safeguards, firing.certain_safeguards, firing.possible_safeguards),
    ):
        true = {name for name, truth in truths if truth is TRUE}
        not_false = {name for name, truth in truths if truth is not FALSE}
        if true != certain or not_false != possible:
            differing |= {f"{kind} {name}" for name in (true ^ certain) | (not_false ^ possible)}
    if recommendation.outcome is not firing.outcome:
        differing.add("the outcome")
    return tuple(sorted(differing))


_local = threading.local()


def _network(policy: Policy, stage: Stage) -> Network:
    """Compile the network once per thread and policy: the library's rulesets must not be shared between threads."""
    from engine.network import Network

    networks: WeakKeyDictionary[Policy, dict[Stage, Network]] | None = getattr(_local, "networks", None)
    if networks is None:
        networks = _local.networks = WeakKeyDictionary()
    by_stage = networks.setdefault(policy, {})
    if stage not in by_stage:
        by_stage[stage] = Network(policy, stage)
    return by_stage[stage]


def _fault(policy: Policy, slug: str, what: str) -> Problem:
    return Problem(
        Place(f"policy {policy.id} {policy.version} ({policy.fingerprint}), Forethought {__version__}"),
        slug,
        f"no recommendation is given: {what}",
        WHAT_TO_DO,
    )


def _origin(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
    return f"the fault: {type(error).__name__}{where}"
