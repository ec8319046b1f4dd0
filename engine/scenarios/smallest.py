"""The smallest scenario in which something still holds: what a found case has to do with it, and nothing else.

A case that a search or a solver came upon answers everything. Here its answers are left out in halves (then halves of
these) as long as what was found still holds, once against "nothing of concern is known" and once against silence; the
one with fewer lines is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.model.answer import Answer, Case, Standing
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.scenarios.world import World

Holds = Callable[[Case], bool]
"""Whether what was found is still so in a case. Asked many times: it should look no further than it must."""


def smallest(policy: Policy, case: Case, holds: Holds) -> World:
    """Return the world of the shortest scenario in which `holds` is still true, as it is in the case.

    Raises ValueError when it is not true in the case itself.
    """
    found = [world for world in (_told(policy, case, reassured=flag) for flag in (True, False)) if holds(world.case())]
    if not found:
        raise ValueError("what was found does not hold in the case it was found in")
    return min((_shortened(world, holds) for world in found), key=lambda world: (lines_of(world), not world.reassured))


def without_irrelevant(policy: Policy, case: Case, holds: Holds) -> Case:
    """Return the case with every answer left out that `holds` does without."""
    return _shortened(_told(policy, case, reassured=False), holds).case()


def lines_of(world: World) -> int:
    """Return how many answers a scenario has to write down."""
    held = [*world.answers.values(), *(world.profile or {}).values()]
    return sum(max(len(answers), 1) for answers in held) + world.reassured + world.profile_reassured


def _told(policy: Policy, case: Case, *, reassured: bool) -> World:
    """Return a world that writes down every answer of the case, and every silence if it is reassured otherwise."""

    def held(answers: Case, stages: Sequence[Stage]) -> dict[str, tuple[Answer, ...]]:
        asked = [q for q in policy.questions.values() if q.stage in stages and not q.open]
        return {q.id: answers.answers.get(q.id, ()) for q in asked if reassured or answers.answers.get(q.id)}

    world = World(policy, case.stage, reassured, answers=held(case, case.stage.readable))
    if case.programme is not None:
        world.profile_reassured = reassured
        asked = [question.id for question in policy.questions.values() if not question.stage.of_client]
        world.profile = held(case.programme, Stage.PROGRAMME_START.readable) or dict.fromkeys(asked[:1], ())
    return world


def _shortened(world: World, holds: Holds) -> World:
    if world.profile is not None:
        bare = replace(world, profile=None, profile_reassured=False)
        world = bare if holds(bare.case()) else world
    world = _left_out(world, list(world.answers), _without, holds)
    world = _left_out(world, list(world.profile or {}), _without_in_profile, holds)
    return _plainer(world, holds)


def _left_out(world: World, ids: list[str], leave_out: Callable[[World, list[str]], World], holds: Holds) -> World:
    """Leave out all of these, or else as much of each half as can be."""
    if not ids:
        return world
    tried = leave_out(world, ids)
    if holds(tried.case()):
        return tried
    if len(ids) == 1:
        return world
    half = len(ids) // 2
    return _left_out(_left_out(world, ids[:half], leave_out, holds), ids[half:], leave_out, holds)


def _without(world: World, ids: list[str]) -> World:
    return replace(world, answers={name: held for name, held in world.answers.items() if name not in ids})


def _without_in_profile(world: World, ids: list[str]) -> World:
    profile = world.profile or {}
    left: dict[str, tuple[Answer, ...]] = {name: held for name, held in profile.items() if name not in ids}
    # That there is a profile is itself something to say: without a sentence about it there would be none.
    return replace(world, profile=left if left or world.profile_reassured else {ids[0]: ()})


def _plainer(world: World, holds: Holds) -> World:
    """Leave out single answers, then dates and second words, of what is left."""
    for name, held in {**world.answers, **(world.profile or {})}.items():
        kept = held
        for simpler in _simpler(held, world.policy.questions[name].answers[0]):
            tried = _said_so(world, name, simpler)
            if _length(simpler) < _length(kept) and holds(tried.case()):
                world, kept = tried, simpler
    return world


def _said_so(world: World, name: str, said: tuple[Answer, ...]) -> World:
    if name in world.answers:
        return replace(world, answers={**world.answers, name: said})
    return replace(world, profile={**(world.profile or {}), name: said})


def _length(held: tuple[Answer, ...]) -> tuple[int, int]:
    """Return how long a record is to read: its answers, then the words and dates in them (none is odder than one)."""
    return len(held), sum((len(a.values) or 2) + (a.on is not None) + bool(a.note) for a in held)


def _simpler(held: tuple[Answer, ...], least: str) -> list[tuple[Answer, ...]]:
    """Return simpler records than these answers, the most dated and longest first. `least` is the mildest answer."""
    undated = tuple(dict.fromkeys(replace(answer, on=None, note="") for answer in held))
    given = tuple(answer for answer in undated if answer.standing is Standing.ANSWERED)
    fewer = [tuple(other for other in undated if other is not answer) for answer in undated] if undated[1:] else []
    one_word = [
        (replace(answer, values=(word,)),) for answer in given if answer.values[1:] for word in answer.values
    ] + [(answer,) for answer in given]
    said = tuple(
        answer if answer.standing is Standing.ANSWERED else replace(answer, standing=Standing.ANSWERED, values=(least,))
        for answer in held
    )
    alone = [(answer,) for answer in said] if said[1:] else []
    return [undated, given, *fewer, *one_word, said, *alone, ()]
