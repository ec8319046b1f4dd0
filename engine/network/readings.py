"""What is known about a question, as tokens.

A reading looks at the answers to one question and writes one token for each property that the rules test. What is known
is never held as a set of words here: for a question with one answer it is the rank of the most concerning word said,
whether that leaves more concerning ones open, and whether the question applies; for one with several it is a row of
bits. Every token, and what each test makes of it, is fixed when the policy is compiled.

The small types of this room are named tuples or plain classes: a dataclass takes longer to define than a policy's rule
takes to compile, at every start of the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from engine.model.answer import Answer, Source, Standing
from engine.model.question import Question
from engine.model.truth import Truth
from engine.network.faults import NetworkError
from engine.network.names import Names

TRUE, UNKNOWN, FALSE = "t", "u", "f"
"""The truths as letters; a string of them says which truths a test accepts: `tu` is "possible", `f` "certainly not"."""

CHOSEN, OPEN, OUT = "c", "p", "n"
"""What can be said of one word of a question with several answers: chosen, possible but not chosen, not possible."""

MOST_ANSWERS = 200
"""More answers than this would need more tokens than one hash table of durable-rules holds; see `rulesets`."""


class Where(Enum):
    """Whose answers are meant: the case's, or those of the programme's profile in it."""

    CASE = "case"
    PROFILE = "profile"


class Subject(NamedTuple):
    """What a reading is about: a question, in the case or in the profile, by everyone or by one source alone."""

    where: Where
    question: str
    source: Source | None = None


class Property:
    """One property of the messages: its place among the facts of a case, its name, and every token that it may have.

    `ready`: the number of strata that must have run before its token is known.
    """

    __slots__ = ("name", "place", "ready", "tokens")

    def __init__(self, place: int, name: str, tokens: frozenset[str], ready: int) -> None:
        self.place = place
        self.name = name
        self.tokens = tokens
        self.ready = ready

    def text(self, token: str) -> str:
        """Write the property as it stands in a message."""
        return f',"{self.name}":"{token}"'


class Literal(NamedTuple):
    """A test that durable-rules makes: the property has one of the tokens."""

    property: Property
    tokens: frozenset[str]


class Properties:
    """Every property of one network, in the order of its place among the facts."""

    def __init__(self) -> None:
        self._names = Names()
        self.all: list[Property] = []

    def add(self, kind: str, tokens: Iterable[str], ready: int) -> Property:
        """Make a property; `kind` is a letter that its name starts with."""
        made = Property(len(self.all), self._names.fresh(kind), frozenset(tokens), ready)
        self.all.append(made)
        return made


class YesNo:
    """A property for what is either so or not so."""

    def __init__(self, properties: Properties, kind: str, ready: int) -> None:
        self._property = properties.add(kind, (TRUE, FALSE), ready)
        self._texts = (self._property.text(FALSE), self._property.text(TRUE))

    def literal(self, *, holds: bool) -> Literal:
        """Test that it is so, or not so."""
        return Literal(self._property, frozenset(TRUE if holds else FALSE))

    def write(self, facts: list[str], *, holds: bool) -> None:
        """Write the token."""
        facts[self._property.place] = self._texts[holds]


def _announced(test: YesNo | None) -> YesNo:
    if test is None:
        raise NetworkError("something is tested that was not announced")
    return test


class Tests:
    """What is asked about a subject: sets of answers (a bit for each rank, numbered), openness, contradiction."""

    def __init__(self) -> None:
        self.wanted: dict[int, int] = {}
        self.openness = False
        self.difference = False


class Span(NamedTuple):
    """The ranks still possible, from the least to the most concerning, and whether the question may not apply."""

    low: int
    high: int
    may_not_apply: bool = False

    @property
    def open(self) -> bool:
        """Whether more than one thing is possible."""
        return self.high - self.low + 1 + self.may_not_apply > 1

    def truth(self, wanted: int) -> str:
        """Say what the span makes of a test: how many of its ranks are wanted (as bits), out of how many."""
        length = self.high - self.low + 1
        inside = (wanted >> self.low & (1 << length) - 1).bit_count()
        if not inside:
            return FALSE
        return TRUE if inside == length and not self.may_not_apply else UNKNOWN


class Reading:
    """How to get from the answers to the tokens of one subject."""

    def __init__(self, subject: Subject, question: Question, tests: Tests, properties: Properties, ready: int) -> None:
        if question.open or len(question.answers) > MOST_ANSWERS:
            raise NetworkError(f"rules cannot test '{question.id}': it is open, or has over {MOST_ANSWERS} answers")
        self.subject = subject
        self._source = subject.source
        self._bits = {word: 1 << rank for rank, word in enumerate(question.answers)}
        self._may_settle = frozenset(question.corroborate)
        self._valid_for = question.valid_for
        self._differing = YesNo(properties, "d", ready) if tests.difference else None

    def difference(self, *, differ: bool) -> Literal:
        """Test whether the sources disagree."""
        return _announced(self._differing).literal(holds=differ)

    def read(self, answers: Iterable[Answer], day: int, applies: Truth, facts: list[str]) -> None:
        """Write the tokens for what was said, seen on `day` (an ordinal)."""
        said = first = 0
        settled = differ = False
        away = applies is Truth.FALSE
        for answer in answers:
            if self._source is not None and answer.source is not self._source:
                continue
            if answer.standing is Standing.ANSWERED:
                words = 0
                for word in answer.values:
                    words |= self._bits[word]
                if not words:
                    continue
                first = first or words
                differ = differ or words != first
                said |= words
                trusted = not self._may_settle or answer.source in self._may_settle
                settled = settled or (trusted and self._fresh(answer, day))
            elif answer.standing is Standing.NOT_APPLICABLE:
                away = away or (answer.source in self._may_settle and self._fresh(answer, day))
        self._write(said, facts, settled=settled or away, away=away, doubtful=applies is Truth.UNKNOWN)
        if self._differing is not None:
            self._differing.write(facts, holds=differ or bool(said and away))

    def read_nothing(self, facts: list[str]) -> None:
        """Write the tokens for a profile that was not given: every test of it is false."""
        if self._differing is not None:
            self._differing.write(facts, holds=False)

    def openness(self, *, left_open: bool) -> Literal:
        """Test whether what is known leaves the answer open."""
        raise NotImplementedError

    def _fresh(self, answer: Answer, day: int) -> bool:
        return self._valid_for is None or answer.on is None or answer.on.toordinal() + self._valid_for >= day

    def _write(self, said: int, facts: list[str], *, settled: bool, away: bool, doubtful: bool) -> None:
        raise NotImplementedError


class OneAnswer(Reading):
    """A reading of a question with one answer: one property, whose token stands for the span of ranks still possible.

    State `2r` is rank r and nothing else, `2r + 1` rank r and everything more concerning; three more states follow:
    it does not apply, it may not apply, there is no profile. States that no test tells apart share a token.
    """

    def __init__(self, subject: Subject, question: Question, tests: Tests, properties: Properties, ready: int) -> None:
        super().__init__(subject, question, tests, properties, ready)
        top = len(question.answers) - 1
        spans = [span for rank in range(top + 1) for span in (Span(rank, rank), Span(rank, top))]
        self._away, self._doubtful, self._no_profile = len(spans), len(spans) + 1, len(spans) + 2
        spans += [Span(0, -1, may_not_apply=True), Span(0, top, may_not_apply=True), Span(0, -1)]
        rows = [tuple(span.truth(wanted) for wanted in tests.wanted) for span in spans]
        if tests.openness:
            rows = [(*row, TRUE if span.open else FALSE) for row, span in zip(rows, spans, strict=True)]
        self._columns = tests.wanted
        self._token_of = {row: str(number) for number, row in enumerate(dict.fromkeys(rows))}
        self._property = properties.add("q", self._token_of.values(), ready)
        self._texts = [self._property.text(self._token_of[row]) for row in rows]

    def literal(self, wanted: int, accepted: str) -> Literal:
        """Test whether the truth of "the answer is one of `wanted`" is among those accepted."""
        return self._literal(self._columns[wanted], accepted)

    def openness(self, *, left_open: bool) -> Literal:
        """Test whether what is known leaves the answer open."""
        return self._literal(-1, TRUE if left_open else FALSE)

    def read_nothing(self, facts: list[str]) -> None:
        """Write the tokens for a profile that was not given: every test of it is false."""
        super().read_nothing(facts)
        facts[self._property.place] = self._texts[self._no_profile]

    def _literal(self, column: int, accepted: str) -> Literal:
        tokens = (token for row, token in self._token_of.items() if row[column] in accepted)
        return Literal(self._property, frozenset(tokens))

    def _write(self, said: int, facts: list[str], *, settled: bool, away: bool, doubtful: bool) -> None:
        if said:
            # The rank of the most concerning word said; odd when it is not settled.
            state = 2 * said.bit_length() - 2 if settled else 2 * said.bit_length() - 1
        elif away:
            state = self._away
        else:
            state = self._doubtful if doubtful else 1
        facts[self._property.place] = self._texts[state]


class SeveralAnswers(Reading):
    """A reading of a question with several answers: one property for each word that is tested."""

    def __init__(self, subject: Subject, question: Question, tests: Tests, properties: Properties, ready: int) -> None:
        super().__init__(subject, question, tests, properties, ready)
        self._every = (1 << len(question.answers)) - 1
        tested = 0
        for wanted in tests.wanted:
            tested |= wanted
        made = {bit: properties.add("w", (CHOSEN, OPEN, OUT), ready) for bit in self._bits.values() if tested & bit}
        self._words = made
        self._texts = tuple(
            (bit, prop.place, prop.text(CHOSEN), prop.text(OPEN), prop.text(OUT)) for bit, prop in made.items()
        )
        self._left_open = YesNo(properties, "o", ready) if tests.openness else None

    def literals(self, wanted: int, accepted: str) -> tuple[Literal, ...]:
        """Return tests of single words: a truth that holds `t` needs any of them, one that holds `f` all of them."""
        letters = {TRUE: CHOSEN, TRUE + UNKNOWN: CHOSEN + OPEN, FALSE: OUT, FALSE + UNKNOWN: OPEN + OUT}[accepted]
        return tuple(Literal(prop, frozenset(letters)) for bit, prop in self._words.items() if wanted & bit)

    def openness(self, *, left_open: bool) -> Literal:
        """Test whether what is known leaves the answer open."""
        return _announced(self._left_open).literal(holds=left_open)

    def read_nothing(self, facts: list[str]) -> None:
        """Write the tokens for a profile that was not given: every test of it is false."""
        super().read_nothing(facts)
        self._tell(0, 0, left_open=False, facts=facts)

    def _write(self, said: int, facts: list[str], *, settled: bool, away: bool, doubtful: bool) -> None:  # noqa: ARG002
        if said:
            # `said & -said` is the lowest bit set: the least concerning word chosen.
            possible = said if settled else self._every & ~((said & -said) - 1)
            self._tell(said, possible, left_open=possible != said, facts=facts)
        else:
            # Whether it may not apply as well is no matter: without words no test is true, and all is open anyway.
            self._tell(0, 0 if away else self._every, left_open=not away, facts=facts)

    def _tell(self, chosen: int, possible: int, *, left_open: bool, facts: list[str]) -> None:
        for bit, place, if_chosen, if_open, if_out in self._texts:
            facts[place] = if_chosen if chosen & bit else if_open if possible & bit else if_out
        if self._left_open is not None:
            self._left_open.write(facts, holds=left_open)
