"""Every answer sheet that a case at one stage can be, and the search for one of a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engine.model.answer import Answer, Case, Standing
from engine.model.policy import Policy
from engine.model.question import Question, Stage
from engine.proof.clauses import Clauses
from engine.proof.evidence import Asked, Heard, Key, answers_in, anything, sources_named
from engine.proof.reading import Reading

SCREENED_ON = date(2026, 11, 22)
REFERENCE = "FOUND"
PROFILE = "PROFILE"


@dataclass(frozen=True, slots=True)
class Undecided:
    """The solver gave up when the time was up. It says nothing either way, and never that there is no such case."""

    seconds: float


class Sheets:
    """Every answer sheet that a case at `stage` can be, as variables of one incremental solver.

    Answers of any source, fresh and stale, several to a question, or none; with and without a profile. Raises
    MissingPart when the solver is not installed.
    """

    def __init__(
        self, policies: Sequence[Policy], stage: Stage, on: date = SCREENED_ON, *, beside: Sheets | None = None
    ) -> None:
        self.stage = stage
        self.on = on
        self.clauses: Clauses = Clauses() if beside is None else beside.clauses
        self._policies = tuple(policies)
        self._named = sources_named(policies)
        self._asked: dict[Key, Asked] = {}
        self._heard: dict[Key, Heard] = {}
        self._readings: dict[int, Reading] = {}
        programme = any(not q.stage.of_client for policy in policies for q in policy.questions.values())
        self.profile_given = self.clauses.variable() if programme and stage.of_client else self.clauses.FALSE
        """The literal that the case has a profile."""

    def reading(self, policy: Policy) -> Reading:
        """Return a policy over these sheets. One that the sheets were not made for may differ in its rules only.

        Raises ValueError when it tells answers apart that these sheets do not.
        """
        reading = self._readings.get(id(policy))
        if reading is None:
            self._check(policy)
            reading = self._readings[id(policy)] = self._read(policy)
        return reading

    def another(self) -> Sheets:
        """Return a second sheet in the same solver: another case, of which nothing is assumed."""
        return Sheets(self._policies, self.stage, self.on, beside=self)

    def instead(self, heard: Mapping[Key, Heard]) -> Sheets:
        """Return these sheets with something else heard about some questions."""
        return _Instead(self._policies, self, heard)

    def heard(self, key: Key) -> Heard:
        """Return what is heard about a question, making the variables for it when it is first asked for."""
        found = self._heard.get(key)
        if found is None:
            found = self._heard[key] = anything(self.clauses, self.asked(key))
        return found

    def keys(self) -> list[Key]:
        """Return every question that has been read so far: what is said about any other makes no difference."""
        return sorted(self._heard)

    def asked(self, key: Key) -> Asked:
        """Return how a question is put, in the case or in the profile."""
        found = self._asked.get(key)
        if found is None:
            in_profile, name = key
            put = [policy.questions[name] for policy in self._policies if name in policy.questions]
            named = () if in_profile else self._named.get(name, ())
            found = self._asked[key] = Asked(put, named, in_profile=in_profile)
        return found

    def both(self, *literals: int) -> int:
        """Return the literal that all of these hold."""
        return self.clauses.both(literals)

    def either(self, *literals: int) -> int:
        """Return the literal that at least one of these holds."""
        return self.clauses.either(literals)

    def find(self, *wanted: int, seconds: float | None = None) -> Case | Undecided | None:
        """Return a case in which all of these hold; None when there is none; Undecided when the time was up."""
        found = self.clauses.solve(wanted, seconds)
        if found is None:
            return Undecided(seconds or 0.0)
        return self.found() if found else None

    def found(self) -> Case:
        """Return this sheet as it stands in what was found last."""
        answers: dict[str, tuple[Answer, ...]] = {}
        profile: dict[str, tuple[Answer, ...]] = {}
        for key in self.keys():
            if given := answers_in(self.clauses, self.heard(key), self.on):
                (profile if key[0] else answers)[key[1]] = given
        given_too = self.clauses.holds(self.profile_given)
        programme = Case(PROFILE, Stage.PROGRAMME_START, _in_order(profile)) if given_too else None
        return Case(REFERENCE, self.stage, _in_order(answers), programme)

    def assume(self, case: Case) -> list[int] | None:
        """Return literals that hold for the sheet that says what this case says; None when there is none such.

        A question that no policy at hand has been read to need is left out: it makes no difference.
        """
        literals = [self.profile_given if case.programme is not None else -self.profile_given]
        for key in self.keys():
            source = case.programme if key[0] else case
            given = source.answers.get(key[1], ()) if source is not None else ()
            heard = self.heard(key)
            said = {slot: [-literal for literal in row] for slot, row in heard.said.items()}
            ruled = {slot: -literal for slot, literal in heard.not_applicable.items()}
            for answer in given:
                slot = heard.asked.slot_of(answer.source, self._age(heard.asked, answer))
                if answer.standing is Standing.NOT_APPLICABLE and slot in ruled:
                    ruled[slot] = abs(ruled[slot])
                for word in answer.values if answer.standing is Standing.ANSWERED and not heard.asked.open else ():
                    if word not in heard.asked.words:
                        return None
                    place = heard.asked.words.index(word)
                    said[slot][place] = abs(said[slot][place])
            sets = {frozenset(answer.values) for answer in given if answer.standing is Standing.ANSWERED}
            differ = heard.differ if len(sets) > 1 else -heard.differ
            literals += [*(x for row in said.values() for x in row), *ruled.values()]
            literals += [] if heard.asked.open else [differ]
        return literals

    def _age(self, asked: Asked, answer: Answer) -> int:
        days = 0 if answer.on is None else max((self.on - answer.on).days, 0)
        return max((limit + 1 for limit in asked.limits if days > limit), default=0)

    def _read(self, policy: Policy) -> Reading:
        return Reading(self, policy)

    def _check(self, policy: Policy) -> None:
        if any(policy is known for known in self._policies):
            return
        named = sources_named([policy])
        for question in policy.questions.values():
            if question.open:
                continue
            made_for = self._made_for(question)
            if not made_for or not self.asked((False, question.id)).serves(question, named.get(question.id, ())):
                raise ValueError(f"these sheets were not made for how this policy asks {question.id}")

    def _made_for(self, question: Question) -> bool:
        return any(question.id in policy.questions for policy in self._policies)


class _Instead(Sheets):
    """The same sheets, but for what is heard about some questions."""

    def __init__(self, policies: Sequence[Policy], base: Sheets, heard: Mapping[Key, Heard]) -> None:
        super().__init__(policies, base.stage, base.on, beside=base)
        self.profile_given = base.profile_given
        self._base = base
        self._instead = heard

    def heard(self, key: Key) -> Heard:
        return self._instead.get(key) or self._base.heard(key)

    def asked(self, key: Key) -> Asked:
        return self._base.asked(key)

    def keys(self) -> list[Key]:
        return sorted({*self._base.keys(), *self._instead})

    def _read(self, policy: Policy) -> Reading:
        return Reading(self, policy, self._base.reading(policy), frozenset(self._instead))


def _in_order(answers: dict[str, tuple[Answer, ...]]) -> dict[str, tuple[Answer, ...]]:
    return {name: answers[name] for name in sorted(answers)}
