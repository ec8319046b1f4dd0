"""The scenarios that are missing, as one feature file that runs as it stands.

Each case that was found is made as short as can be, and then counts for all that it shows: what an earlier suggestion
shows needs no scenario of its own. The whole file is run, by both evaluators, before anyone sees it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations, product
from typing import NamedTuple

from engine import __version__
from engine.errors import NoRecommendation, Place, Problem
from engine.loading.gherkin_reader import ScenarioText, read_feature
from engine.loading.scenarios import TAG
from engine.model.answer import Answer, Case, Standing
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.model.recommendation import Recommendation
from engine.model.truth import Truth
from engine.reference import recommend
from engine.scenarios.coverage.cover import looked
from engine.scenarios.coverage.eye import Applies, Eye, Look, Wish
from engine.scenarios.coverage.names import name_of
from engine.scenarios.coverage.search import Progress, Witness, questions_behind
from engine.scenarios.in_gherkin import expectations, feature_text, scenario_text
from engine.scenarios.run import run
from engine.scenarios.smallest import smallest
from engine.scenarios.world import SCREENED_ON, World, least_concerning

_TO_READ = (
    "  Each expectation here is what the rules do now. Read it before you keep it: where it is not what you want,",
    "  the rule is to be changed.",
)


_MOST_IN_PAIRS = 14
"""Of more questions than these, not every two are tried together: it would take too long."""


class Suggestion(NamedTuple):
    """One scenario: its case, what came of it, and what it shows that nothing before it does."""

    world: World
    found: Recommendation
    shows: tuple[Wish, ...]


def suggestions(policy: Policy, cases: Mapping[Wish, Case], progress: Progress | None = None) -> tuple[Suggestion, ...]:
    """Return scenarios that together show every item for which there is a case, by stage and rule."""
    witness = Witness(policy)
    left = dict.fromkeys(sorted(cases, key=lambda item: (list(Stage).index(item.stage), item)))
    made = []
    while left:
        item = next(iter(left))
        world = _plain(policy, witness, item) or smallest(policy, cases[item], partial(_holds, witness, item))
        found = recommend(policy, world.case(), SCREENED_ON, __version__)
        shown = [shown for shown in _shown(witness.eye.look(found, frozenset())) if shown in left]
        for other in shown:
            del left[other]
        made.append(Suggestion(world, found, tuple(sorted(shown, key=lambda other: (other.rule != item.rule, other)))))
        if progress is not None:
            progress(len(cases) - len(left), len(cases))
    return tuple(made)


def _shown(look: Look) -> tuple[Wish, ...]:
    return (*look.items, *(Applies(rule, stage) for rule, stage, truth in look.truths if truth is Truth.TRUE))


def _holds(witness: Witness, item: Wish, case: Case) -> bool:
    return item in witness.shows(case, item.rule)


def _plain(policy: Policy, witness: Witness, item: Wish) -> World | None:
    """Return the plainest case for a reader, if it will do: nothing of concern, but for one question or two."""
    names = sorted(questions_behind(policy, policy.rules[item.rule], item.stage))
    for changes in _changes([policy.questions[name] for name in names]):
        world = World(policy, item.stage, reassured=True)
        for question, answers in changes:
            world.replace(question, answers)
        if _holds(witness, item, world.case()):
            return world
    return None


def _changes(read: Sequence[Question]) -> Iterator[tuple[tuple[str, tuple[Answer, ...]], ...]]:
    """Yield what may be answered otherwise: nothing, one question, two sources on one, two questions."""
    yield ()
    for answers in (_one_answer, _two_answers):
        for question in read:
            yield from (((question.id, said),) for said in answers(question))
    if len(read) <= _MOST_IN_PAIRS:
        for one, other in combinations(read, 2):
            for first, second in product(((), _worst(one)), ((), _worst(other))):
                yield ((one.id, first), (other.id, second))


def _worst(question: Question) -> tuple[Answer, ...]:
    return (Answer(least_concerning(question).source, Standing.ANSWERED, (question.worst,)),)


def _one_answer(question: Question) -> Iterator[tuple[Answer, ...]]:
    """Yield nothing, and each answer by somebody whose word settles it."""
    yield ()
    by = least_concerning(question).source
    for word in question.answers:
        yield (Answer(by, Standing.ANSWERED, (word,)),)


def _two_answers(question: Question) -> Iterator[tuple[Answer, ...]]:
    """Yield each two answers that differ, the more concerning one by the second of two who may speak to it."""
    heard = tuple(dict.fromkeys((*question.corroborate, *question.asked_of)))[:2]
    for low, high in combinations(question.answers, 2) if heard[1:] else ():
        yield (Answer(heard[0], Standing.ANSWERED, (low,)), Answer(heard[1], Standing.ANSWERED, (high,)))


def suggested_feature(policy: Policy, made: Sequence[Suggestion]) -> str:
    """Return the suggestions as one feature file. Raises NoRecommendation when it does not run as it stands."""
    names: set[str] = set()
    scenarios = []
    for suggestion in made:
        rules = tuple(dict.fromkeys(item.rule for item in suggestion.shows))
        name = _unlike(name_of(policy, suggestion.shows[0], suggestion.found), suggestion.shows[0], names)
        names.add(name)
        tags = [f"{TAG}{rule}" for rule in rules]
        scenarios.append(scenario_text(suggestion.world, name, expectations(suggestion.found, rules), tags))
    title, *rest = feature_text(f"What no scenario shows of {policy.id} {policy.version}", scenarios).split("\n")
    text = "\n".join([title, *_TO_READ, *rest])
    _replayed(policy, text, made)
    return text


def _unlike(name: str, item: Wish, names: set[str]) -> str:
    """Return the name, told apart from those that were given before."""
    if name not in names:
        return name
    told = f"{name} ({item.rule}, {item.stage.value})"
    numbered = (f"{told} {number}" for number in range(2, len(names) + 3))
    return told if told not in names else next(other for other in numbered if other not in names)


def _replayed(policy: Policy, text: str, made: Sequence[Suggestion]) -> None:
    """Run the file as it was written: each scenario passes and shows what it was written for."""
    scenarios, problems = read_feature(text, "suggested.feature")
    eye = Eye(policy)
    wrong = [str(problem) for problem in problems] + list(_unlike_meant(policy, eye, scenarios, made))
    if wrong or len(scenarios) != len(made):
        place = Place(f"policy {policy.id} {policy.version} ({policy.fingerprint}), Forethought {__version__}")
        message = f"a suggested scenario does not show what it was written for: {'; '.join(wrong) or 'one is lost'}"
        raise NoRecommendation([Problem(place, "not-confirmed", message, "report this fault with the line above")])


def _unlike_meant(
    policy: Policy, eye: Eye, scenarios: Sequence[ScenarioText], made: Sequence[Suggestion]
) -> Iterator[str]:
    for scenario, meant in zip(scenarios, made, strict=False):
        look = looked(eye, run(policy, scenario))
        if look is None or not set(meant.shows) <= set(_shown(look)):
            yield f"{meant.shows[0].rule} at the stage {meant.shows[0].stage}"
