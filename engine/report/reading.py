"""How one answer, question, rule or flag of a recommendation is put into words, the same in every view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.model.answer import PARTNER_SIDE, Answer, Source, Standing
from engine.model.condition import AnswerIs, CalledFor, Condition, FlagIs, IsUnknown, Not, SaidBy, SourcesDiffer
from engine.model.policy import Effect, Rule
from engine.model.question import Nature, Question
from engine.model.recommendation import Caveat, Doubt, FlagFinding, Known, Recommendation, RuleFinding, Tree
from engine.model.truth import Truth
from engine.model.work import Work
from engine.report.age import out_of_date
from engine.report.page import Block, Item, Line, Quoted, filled, item, labelled, paragraph
from engine.report.words import label, say

BASE = "base"
"""Stands among a safeguard's `because` when every case gets it."""


class Reading:
    """A recommendation with its ids resolved."""

    def __init__(self, recommendation: Recommendation) -> None:
        self.recommendation = recommendation
        self.policy = recommendation.policy
        self.rules = {finding.rule.id: finding for finding in recommendation.rules}
        self.noted: set[tuple[str, Answer]] = set()
        """The questions and answers whose notes have been put into words here."""
        self._known = dict(recommendation.known)
        for finding in recommendation.rules:
            for tree in leaves(finding.tree):
                if tree.known is not None and not isinstance(tree.condition, SaidBy):
                    self._known.setdefault(tree.known.question, tree.known)

    def known(self, question_id: str) -> Known | None:
        """Return what is known about a question, or None when nothing in this recommendation turned on it."""
        return self._known.get(question_id)

    def question(self, question_id: str) -> Question:
        """Return a question of the policy."""
        return self.policy.questions[question_id]

    def asked(self, question_id: str) -> str:
        """Return a question as it is put, with its id."""
        return f"{self.question(question_id).ask} ({question_id})"

    def subject(self, question_id: str) -> str:
        """Return what a question is about, in a few words, for a list."""
        return self.question(question_id).subject

    def topic(self, question_id: str) -> str:
        """Return what a question is about with its id, for whoever may have to type it."""
        question = self.question(question_id)
        return f"{question.about} ({question_id})" if question.about else question_id

    def heading(self, question_id: str) -> str:
        """Return the topic as it heads an entry; where the policy names none, the question as it is put."""
        return capital(self.topic(question_id)) if self.question(question_id).about else self.asked(question_id)

    def named_alone(self, question_id: str) -> str:
        """Return the subject as it heads an entry that nobody has to type anything for."""
        question = self.question(question_id)
        return capital(question.about) if question.about else question_id

    def derived(self, flag: str) -> bool:
        """Whether a flag says that the programme lacks what a safeguard needs."""
        return any(rule.rule.derived for rule in self.raisers(flag))

    def may_change(self, flag: str) -> bool:
        """Whether every rule that raises a flag rests on something that can change, through the flags in between."""
        rules = [rule for rule in self.raisers(flag) if rule.truth is Truth.TRUE]
        return all(self._changeable(rule.tree, frozenset({flag})) for rule in rules)

    def _changeable(self, tree: Tree, seen: frozenset[str]) -> bool:
        for leaf in decisive(tree):
            if isinstance(leaf.condition, FlagIs):
                flag = leaf.condition.flag
                rules = [rule for rule in self.raisers(flag) if rule.truth is Truth.TRUE] if flag not in seen else []
                if any(self._changeable(rule.tree, seen | {flag}) for rule in rules):
                    return True
            elif leaf.known is None or self.question(leaf.known.question).nature is Nature.CHANGEABLE:
                return True
        return False

    @property
    def programme_unasked(self) -> bool:
        """Whether the programme was left out of account, and no condition needs anything of it."""
        to_confirm = any(finding.to_confirm for finding in self.recommendation.safeguards)
        return Caveat.PROGRAMME_NOT_CONSIDERED in self.recommendation.warnings and not to_confirm

    def caveats(self) -> tuple[Block, ...]:
        """Return what must be read before anything else."""
        left_out = {Caveat.PROGRAMME_NOT_CONSIDERED} if self.programme_unasked else set()
        return tuple(paragraph(say.CAVEATS[each]) for each in self.recommendation.warnings if each not in left_out)

    def title(self, ground: str) -> str:
        """Return the title of a flag, a rule or a safeguard; for `base`, that every case gets it."""
        if ground == BASE:
            return say.EACH_CASE
        if ground in self.policy.flags:
            return self.policy.flags[ground].title
        if ground in self.policy.rules:
            return self.policy.rules[ground].title
        return self.policy.safeguards[ground].title

    def titles(self, grounds: Iterable[str]) -> str:
        """Return the titles of several, apart from each other."""
        return "; ".join(self.title(ground) for ground in grounds)

    def flags(self, effect: Effect, truth: Truth) -> list[FlagFinding]:
        """Return the flags of an effect that are raised, or that could still be, by id."""
        found = self.recommendation.flags
        return [finding for finding in found if finding.flag.effect is effect and finding.truth is truth]

    def cited(self, rule: Rule) -> str:
        """Return the works a rule rests on, by their keys, with the places in them."""
        return "; ".join(str(citation) for citation in rule.source)

    def cited_works(self, rules: Iterable[Rule]) -> list[Work]:
        """Return the works that these rules cite, by key."""
        keys = sorted({citation.work for rule in rules for citation in rule.source} & self.policy.works.keys())
        return [self.policy.works[key] for key in keys]

    def works(self, rules: Iterable[Rule]) -> tuple[Item, ...]:
        """Return the works that these rules cite with who published them, by key."""
        found = self.cited_works(rules)
        return tuple(item(f"{work.key}: {work.title}. {work.publisher}, {work.year}") for work in found)

    def papers(self, rule: Rule, *, limits: bool = True) -> tuple[Item, ...]:
        """Return why a rule is there: because, its source and, unless left out, its limits."""
        lines = [labelled(label.BECAUSE, rule.because)]
        if rule.source:
            lines.append(labelled(label.SOURCE.format(authority=say.AUTHORITIES[rule.authority]), self.cited(rule)))
        if limits and rule.limits:
            lines.append(labelled(label.LIMITS, rule.limits))
        return tuple(lines)

    def answer(self, question: Question, answer: Answer) -> Line:
        """Return one answer: who said it, when, what it was, and the note with it."""
        line: Line = (f"{say.source_name(answer.source)}, {say.day(answer.on) if answer.on else say.NO_DATE}: ",)
        if question.open and answer.standing is Standing.ANSWERED:
            line += filled(label.OWN_WORDS, words=Quoted(" ".join(answer.values)))
        else:
            line += (self.worded(question, answer),)
        if answer.note:
            self.noted.add((question.id, answer))
            line += filled(label.NOTE, note=Quoted(answer.note))
        return line

    def worded(self, question: Question, answer: Answer) -> str:
        """Return what was answered to a question that is not open, and that it is out of date when it is."""
        old = self._old(question, answer)
        return f"{worded(question, answer)} ({old})" if old else worded(question, answer)

    def _old(self, question: Question, answer: Answer) -> str:
        """Say that an answer is out of date and to be asked again; never so that her side would be pressed."""
        if not out_of_date(question, answer, self.recommendation.screened_on):
            return ""
        age = say.age(question.valid_for or 0)
        if answer.source not in PARTNER_SIDE:
            return say.OLD.format(age=age)
        frame = say.OLD_NOT_PRESSED if self.her_side_declined(question.id) else say.OLD_HER_SIDE
        return frame.format(age=age)

    def her_side_declined(self, question_id: str) -> bool:
        """Whether her side chose not to answer a question: then nobody of it is asked again."""
        given = self.recommendation.case.answers.get(question_id, ())
        return any(one.standing is Standing.ASKED_DECLINED and one.source in PARTNER_SIDE for one in given)

    def answers(self, known: Known, wanted: Iterable[str] = ()) -> tuple[Item, ...]:
        """Return the answers that are `behind` what is known, as items."""
        question = self.question(known.question)
        return tuple(item(*self.answer(question, answer)) for answer in self.behind(known, wanted))

    def heard(self, lead: str, known: Known) -> tuple[Item, ...]:
        """Return what was heard under a label: one answer beside it, several below it, nothing when nobody answered."""
        answers = self.answers(known)
        if len(answers) == 1:
            return (labelled(lead, *answers[0].line),)
        return (labelled(lead, below=answers),) if answers else ()

    def behind(self, known: Known, wanted: Iterable[str] = ()) -> tuple[Answer, ...]:
        """Return the answers behind what is known; with `wanted`, those that say one of these, if any does."""
        words = set(wanted)
        return tuple(answer for answer in known.answers if words & set(answer.values)) or known.answers

    def why_open(self, known: Known) -> str:
        """Say why what was said does not settle a question."""
        question = self.question(known.question)
        said = {answer.source for answer in known.answers if answer.values}
        parts = []
        if Doubt.NOBODY_SAID in known.doubts:
            parts.append(say.DOUBT_NO_VALUE if known.answers else say.DOUBT_NOBODY)
        if Doubt.UNCORROBORATED in known.doubts:
            short = [source for source in sorted(said) if source not in question.corroborate]
            word = say.DOUBT_WORD.format(who=named(short, "or"))
            parts.append(say.DOUBT_HIS_WORD if short == [Source.CLIENT] else word)
        if Doubt.STALE in known.doubts:
            parts.append(say.DOUBT_STALE.format(age=say.age(question.valid_for or 0)))
        if Doubt.MAY_NOT_APPLY in known.doubts:
            parts.append(say.DOUBT_MAY_NOT_APPLY)
        return " ".join(parts) or say.DOUBT_OPEN

    def whose_word(self, known: Known) -> str:
        """Say whose word would settle an open question; nothing when anyone's would."""
        settling = self.question(known.question).corroborate
        return say.DOUBT_CLEARED_BY.format(who=named(settling, "or")) if settling and not known.settled else ""

    def open_because(self, known: Known) -> str:
        """Say why what was said does not settle a question, and whose word would."""
        return f"{self.why_open(known)} {self.whose_word(known)}".rstrip()

    def grounds_in_brief(self, findings: Iterable[RuleFinding]) -> str:
        """Return what made rules true as one line: each question with what was said and by whom, without the notes."""
        plain: list[str] = []
        said: dict[tuple[str, str], list[Source]] = {}
        for leaf in (leaf for finding in findings for leaf in decisive(finding.tree)):
            match leaf.condition:
                case FlagIs(name) | CalledFor(name):
                    plain.append(self.title(name))
                case IsUnknown(question):
                    plain.append(f"{self.subject(question)}: {say.STILL_OPEN}")
                case SourcesDiffer(question):
                    plain.append(f"{self.subject(question)}: {say.DISAGREE}")
                case _ if leaf.known is not None:
                    question = leaf.known.question
                    for answer in self.behind(leaf.known, wanted_by(leaf.condition)):
                        what = self.worded(self.question(question), answer)
                        said.setdefault((question, what), []).append(answer.source)
                case _:
                    continue
        brief = [
            f"{self.subject(question)}: {what} ({named(dict.fromkeys(who))})" for (question, what), who in said.items()
        ]
        return "; ".join(dict.fromkeys((*plain, *brief)))

    def grounds(self, finding: RuleFinding, seen: frozenset[str] = frozenset()) -> tuple[Item, ...]:
        """Return what made a rule true: the questions with the answers behind them, through the flags in between."""
        return unique(self._grounds(finding.tree, seen))

    def _grounds(self, tree: Tree, seen: frozenset[str]) -> Iterator[Item]:
        for leaf in decisive(tree):
            match leaf.condition:
                case FlagIs(flag):
                    below = self._through(self.raisers(flag), seen, flag)
                    yield item(label.FLAG.format(title=self.title(flag), id=flag), below=below)
                case CalledFor(safeguard):
                    below = self._through(self.callers(safeguard), seen, safeguard)
                    yield item(
                        label.CONDITION_CALLED_FOR.format(title=self.title(safeguard), id=safeguard), below=below
                    )
                case AnswerIs(_, wanted) | SaidBy(_, AnswerIs(_, wanted)) if leaf.known is not None:
                    yield item(self.heading(leaf.known.question), below=self.answers(leaf.known, wanted))
                case _ if leaf.known is not None:
                    below = self.answers(leaf.known) or (labelled(label.OPEN, self.open_because(leaf.known)),)
                    yield item(self.heading(leaf.known.question), below=below)
                case _:
                    continue

    def _through(self, rules: Iterable[RuleFinding], seen: frozenset[str], name: str) -> tuple[Item, ...]:
        if name in seen:
            return ()
        true = [finding for finding in rules if finding.truth is Truth.TRUE]
        return unique(entry for finding in true for entry in self.grounds(finding, seen | {name}))

    def raisers(self, flag: str) -> list[RuleFinding]:
        """Return the rules in force that can raise a flag, by id."""
        return [finding for finding in self.rules.values() if finding.rule.raises == flag]

    def callers(self, safeguard: str) -> list[RuleFinding]:
        """Return the rules in force that can call for a safeguard, by id."""
        return [finding for finding in self.rules.values() if safeguard in finding.rule.recommends]


def worded(question: Question, answer: Answer) -> str:
    """Return what was answered to a question that is not open, or why nothing was."""
    if answer.standing is Standing.ANSWERED:
        return say.listed(question.say(value) for value in answer.values)
    declined = answer.standing is Standing.ASKED_DECLINED and answer.source in PARTNER_SIDE
    return say.DECLINED_BY_PARTNER if declined else say.STANDINGS[answer.standing]


def saying(known: Known) -> tuple[Answer, ...]:
    """Return the answers that say something: that somebody was not asked, declined or does not know says nothing."""
    return tuple(one for one in known.answers if one.values or one.standing is Standing.NOT_APPLICABLE)


def wanted_by(condition: Condition) -> tuple[str, ...]:
    """Return the answer words that a test asks for; none for a test of something else."""
    match condition:
        case AnswerIs(_, wanted) | SaidBy(_, AnswerIs(_, wanted)):
            return wanted
        case _:
            return ()


def answer_words(question: Question) -> Item:
    """Return the answers that a question takes, from least to most concerning, each with what it means if it says."""
    if question.open:
        return labelled(label.ANSWERS, say.LIST_OPEN)
    if not question.wording:
        return labelled(label.ANSWERS, ", ".join(question.answers))
    return labelled(label.ANSWERS, below=tuple(item(f"{word}: {question.say(word)}") for word in question.answers))


def leaves(tree: Tree) -> Iterator[Tree]:
    """Yield the leaves of a tree, in reading order."""
    if not tree.children:
        yield tree
    for child in tree.children:
        yield from leaves(child)


def decisive(tree: Tree) -> Iterator[Tree]:
    """Yield the leaves that give a tree the truth it has."""
    if not tree.children:
        yield tree
    for child in tree.children:
        if child.truth is tree.truth or isinstance(tree.condition, Not):
            yield from decisive(child)


def named(sources: Iterable[Source], joining: str = "and") -> str:
    """Return sources as a list that reads aloud."""
    return say.listed((say.source_name(source) for source in sources), joining)


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def unique(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return items in order, each once."""
    return tuple(dict.fromkeys(items))
