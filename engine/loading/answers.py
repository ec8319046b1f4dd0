"""The answers of a case file: who said what, when, and how it stands. Never quotes one in a message."""

from __future__ import annotations

from datetime import date

from engine.loading import shapes
from engine.loading.fields import Fields, open_fields
from engine.loading.findings import Findings
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.spelling import listed, nearest
from engine.loading.values import KEBAB, LONGEST_ID, read_choice, read_date, read_scalar
from engine.model.answer import Answer, Source, Standing
from engine.model.policy import Policy
from engine.model.question import Question, Stage

_NO_ANSWER = (
    "when there is no answer, write {standing: not-asked}, {standing: asked-declined} or {standing: asked-unknown}"
)


class AnswerReader:
    """Reads answers to the questions that a stage may hold. Without a stage, every question of the policy is taken."""

    def __init__(self, policy: Policy, stage: Stage | None, on: date, findings: Findings) -> None:
        self._policy = policy
        self._stage = stage
        self._on = on
        self._findings = findings
        self._readable = frozenset(stage.readable if stage else Stage)
        self._ids = [question.id for question in policy.questions.values() if question.stage in self._readable]

    def question(self, key: ScalarNode) -> Question | None:
        """Return the question that a key names."""
        question = self._policy.questions.get(key.value)
        if question is None:
            near = nearest(key.value, self._ids)
            # A sentence pasted as a key may hold anything: only a misspelt id is named.
            near_itself = nearest(key.value, self._ids, parts=False) is not None
            misspelt = near_itself and len(key.value) <= LONGEST_ID and KEBAB.match(key.value)
            what = f"`{key.value}`" if misspelt else "this"
            self._findings.add(
                key,
                "unknown-question",
                f"{what} is not a question of the policy {self._policy.id}",
                f"did you mean `{near}`?" if near else "`forethought policy list questions` lists them",
            )
        elif question.stage not in self._readable:
            self._findings.add(
                key,
                "question-of-another-stage",
                f"`{question.id}` is a question of stage {question.stage}; this case is at stage {self._stage}",
                f"leave it out, or check `stage`; here belong questions of {listed(self._stage.readable)}"
                if self._stage
                else "",
            )
        else:
            return question
        return None

    def answers(self, question: Question, node: Node) -> tuple[Answer, ...]:
        """Return what stands after a question: one answer, or one mapping for each that was given."""
        if isinstance(node, SeqNode) and not node.items:
            self._findings.add(
                node, "empty-list", f"no answer to {question.id} stands in this list", f"write one; {_NO_ANSWER}"
            )
            return ()
        if isinstance(node, SeqNode) and all(isinstance(item, MapNode) for item in node.items):
            given = [(item, self._answer(question, item)) for item in node.items]
        elif isinstance(node, SeqNode) and any(isinstance(item, MapNode) for item in node.items):
            self._findings.add(
                node,
                "mixed-list",
                f"words and mappings stand in one list after {question.id}",
                "write a mapping {value: ..., source: ...} for each answer",
            )
            return ()
        else:
            given = [(node, self._answer(question, node))]
        seen: set[tuple[object, ...]] = set()
        kept: list[Answer] = []
        for item, answer in given:
            if answer is None:
                continue
            same = (answer.source, answer.standing, answer.values, answer.on)
            if same in seen:
                self._findings.add(
                    item,
                    "repeated-answer",
                    f"the same answer to {question.id} from the same source and day stands here twice",
                    "keep one of the two",
                )
            seen.add(same)
            kept.append(answer)
        return tuple(kept)

    def _answer(self, question: Question, node: Node) -> Answer | None:
        if not isinstance(node, MapNode):
            return Answer(self._said_by(question, node), values=self._values(question, node))
        fields = open_fields(node, shapes.ANSWER, self._findings)
        if fields is None:
            return None
        value = fields.node_of("value")
        values = self._values(question, value) if value else ()
        standing = self._standing(question, fields, node)
        return Answer(
            self._source(question, fields, node), standing, values, self._day(question, fields), self._note(fields)
        )

    def _standing(self, question: Question, fields: Fields, node: MapNode) -> Standing:
        written = fields.node_of("standing")
        standing: Standing | None = Standing.ANSWERED
        if written is not None:
            standing = read_choice(written, Standing, "a standing", "unknown-standing", self._findings)
        if standing is Standing.ANSWERED and "value" not in fields:
            self._findings.add(
                node, "missing-value", f"this answer to {question.id} has no `value`", f"add it; {_NO_ANSWER}"
            )
        elif standing is not None and standing is not Standing.ANSWERED and "value" in fields:
            self._findings.add(
                written,
                "value-without-answer",
                f"this answer to {question.id} has a `value`, and a `standing` that says that there is none",
                "delete `value`, or write `standing: answered`",
            )
        return standing or Standing.NOT_ASKED

    def _said_by(self, question: Question, node: Node) -> Source:
        """Return whose word a bare answer is: the client's or the programme's, if the question is put to them."""
        for source in (Source.CLIENT, Source.PROGRAMME):
            if source in question.asked_of:
                return source
        # Taken as the client's, what somebody else said of him would become his own words.
        self._findings.add(
            node,
            "missing-source",
            f"{question.id} is not put to the client, and this answer does not say who gave it",
            f"write {{value: ..., source: {question.asked_of[0]}}}, or whoever it was",
        )
        return question.asked_of[0]

    def _source(self, question: Question, fields: Fields, node: MapNode) -> Source:
        written = fields.node_of("source")
        if written is not None:
            what = f"a source of an answer to {question.id}"
            return read_choice(written, Source, what, "unknown-source", self._findings) or question.asked_of[0]
        if "value" in fields:
            self._findings.add(
                node,
                "missing-source",
                f"this answer to {question.id} does not say who gave it",
                f"add `source:`, one of {listed(tuple(Source))}",
            )
        # That somebody was not asked, declined or does not know is said of whom the question is put to.
        return question.asked_of[0]

    def _day(self, question: Question, fields: Fields) -> date | None:
        node = fields.node_of("on")
        day = read_date(node, self._findings) if node else None
        if day is not None and day > self._on:
            self._findings.add(
                node,
                "answer-from-the-future",
                f"this answer to {question.id} is dated after the day of screening, {self._on.isoformat()}",
                "correct `on`, or give the day of screening with --on",
            )
        return day

    def _note(self, fields: Fields) -> str:
        node = fields.node_of("note")
        if node is None or (isinstance(node, ScalarNode) and not node.value.strip()):
            return ""
        scalar = read_scalar(node, "a note", self._findings)
        return scalar.value.strip() if scalar else ""

    def _values(self, question: Question, node: Node) -> tuple[str, ...]:
        expected = f"an answer to {question.id}"
        if question.open:
            scalar = read_scalar(node, expected, self._findings)
            return (scalar.value.strip(),) if scalar else ()
        if isinstance(node, SeqNode) and not question.several:
            self._findings.add(
                node,
                "one-answer-only",
                f"{question.id} takes one answer, a list stands here",
                "write one answer; when several sources spoke, a mapping {value: ..., source: ...} for each",
            )
            return ()
        items = node.items if isinstance(node, SeqNode) else (node,)
        if not items:
            self._findings.add(node, "empty-list", f"no {expected} stands in this list", f"write one; {_NO_ANSWER}")
        chosen: set[str] = set()
        for item in items:
            scalar = read_scalar(item, expected, self._findings)
            if scalar is None:
                continue
            if scalar.value not in question.answers:
                self._findings.unknown_word(
                    scalar,
                    "unknown-answer",
                    f"one of the answers of {question.id}",
                    question.answers,
                    advice=f"write one of: {listed(question.answers, 30)}; {_NO_ANSWER}",
                )
            elif scalar.value in chosen:
                self._findings.add(
                    item,
                    "repeated-word",
                    f"an answer to {question.id} stands twice in this list",
                    "keep one of the two",
                )
            chosen.add(scalar.value)
        return tuple(answer for answer in question.answers if answer in chosen)
