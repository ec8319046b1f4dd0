"""The entries of questions/<stage>.yaml."""

from __future__ import annotations

from engine.loading import shapes
from engine.loading.conditions import Under
from engine.loading.entries import Context, Entry
from engine.loading.fields import Fields, open_fields
from engine.loading.findings import Findings
from engine.loading.languages import Written
from engine.loading.nodes import MapNode, Node, ScalarNode
from engine.loading.spelling import listed
from engine.loading.values import kind_of, read_choice, read_choices, read_id, read_words, words_of
from engine.loading.vocabulary import RESERVED
from engine.model.answer import Source, Standing
from engine.model.question import Nature, Question


def read_question(node: Node, context: Context) -> Entry[Question] | None:
    """Return a question of the catalogue."""
    findings = context.findings
    fields = open_fields(node, shapes.QUESTION, findings)
    if fields is None:
        return None
    answers = _answers(fields, findings)
    only_if = context.condition(fields.node_of("only_if"), Under.ONLY_IF)
    question = Question(
        id=fields.id(),
        stage=context.stage,
        section=fields.said("section", context.languages),
        ask=fields.said("ask", context.languages),
        asked_of=_asked_of(fields, findings),
        answers=answers,
        nature=fields.choice("nature", Nature, "a nature", "unknown-nature"),
        source=context.citations(fields),
        help=fields.said("help", context.languages),
        about=fields.said("about", context.languages),
        wording=_wording(fields, answers, context),
        corroborate=fields.sources("corroborate"),
        valid_for=fields.interval("valid_for"),
        several=fields.truth("several"),
        only_if=only_if.condition if only_if else None,
    )
    if question.id in RESERVED:
        findings.add(
            fields.node_of("id"),
            "reserved-word",
            f"`{question.id}` is a word of the condition language",
            "give the question another id",
        )
    if Source.CLIENT in question.corroborate:
        findings.add(
            fields.node_of("corroborate"),
            "client-corroborates",
            "`client` stands among the sources that can settle the question",
            "his own word clears nothing: leave `client` out",
        )
    _check_open(fields, findings)
    return None if fields.faulty else Entry(question, fields, only_if)


def _answers(fields: Fields, findings: Findings) -> tuple[str, ...]:
    node = fields.node_of("answers")
    if node is None or (isinstance(node, ScalarNode) and node.value == "open"):
        return ()
    if isinstance(node, ScalarNode):
        findings.add(
            node,
            "wrong-type",
            f"{findings.shown(node)} stands here, a list of answers or `open` is expected",
            "write [least-concerning, ..., most-concerning]",
        )
        return ()
    words = read_words(node, "a list of answers, from least to most concerning", findings)
    if words is None:
        return ()
    if len(words) == 1:
        findings.add(
            node, "one-answer", "there is only one answer to choose", "add the others, or write `answers: open`"
        )
    good = [read_id(word, findings, "an answer word") for word in words]
    for word in words:
        if word.value in words_of(Standing):
            findings.add(
                word,
                "reserved-word",
                f"`{word.value}` says how an answer stands, it is not an answer",
                "leave it out: every question can stand so without it",
            )
    return tuple(word for word in good if word is not None)


def _asked_of(fields: Fields, findings: Findings) -> tuple[Source, ...]:
    node = fields.node_of("asked_of")
    if isinstance(node, ScalarNode):
        source = read_choice(node, Source, "a source", "unknown-source", findings)
        return (source,) if source else ()
    if node is None:
        return ()
    return read_choices(node, Source, "a source", "unknown-source", findings) or ()


def _wording(fields: Fields, answers: tuple[str, ...], context: Context) -> tuple[tuple[str, str], ...]:
    node, findings = fields.node_of("wording"), context.findings
    if node is None:
        return ()
    if not isinstance(node, MapNode):
        findings.add(
            node,
            "wrong-type",
            f"{kind_of(node)} stands here, a wording for each answer is expected",
            "write {answer: text, ...}",
        )
        return ()
    texts: dict[str, str] = {}
    written: dict[str, Written] = {}
    for key, value in node.entries:
        if key.value in answers:
            texts[key.value], written[key.value] = context.languages.read(value, findings)
        elif answers:
            findings.unknown_word(key, "unknown-answer", "an answer of this question", answers)
    missing = [answer for answer in answers if answer not in texts]
    if missing:
        findings.add(node, "wording-missing", f"the wording lacks {listed(missing)}", "give every answer its wording")
    if any(written[answer] is not text for answer, text in texts.items()):
        fields.written["wording"] = [written.get(answer, "") for answer in answers]
    return tuple((answer, texts.get(answer, "")) for answer in answers)


def _check_open(fields: Fields, findings: Findings) -> None:
    node = fields.node_of("answers")
    if not isinstance(node, ScalarNode) or node.value != "open":
        return
    for key in ("wording", "several"):
        if key in fields:
            findings.add(fields.node_of(key), "not-allowed-here", f"an open question has no `{key}`", f"delete `{key}`")
