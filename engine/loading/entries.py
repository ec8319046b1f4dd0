"""The entries of the policy files, one function per kind. Each records all its faults and then returns nothing.

What holds between entries (cycles, closure, who bears on exclusion) is looked at later, in the `lint_*` modules.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from engine.errors import Place
from engine.loading import shapes
from engine.loading.citations import read_citations
from engine.loading.conditions import NOTHING, ConditionReader, Under, Written
from engine.loading.fields import Fields, open_fields
from engine.loading.findings import Findings
from engine.loading.languages import Languages
from engine.loading.nodes import MapNode, Node, ScalarNode
from engine.loading.spelling import listed
from engine.loading.values import read_choice, read_choices, read_known, read_words
from engine.loading.vocabulary import Vocabulary
from engine.model.policy import Authority, Effect, Flag, Invariant, Outcome, Rule, Safeguard, Status
from engine.model.question import Stage
from engine.model.work import Citation, Work

T_co = TypeVar("T_co", covariant=True)


class Entry(NamedTuple, Generic[T_co]):
    """A thing the policy defines, the fields it was read from, and its condition."""

    item: T_co
    fields: Fields
    when: Written | None = None

    def place(self, key: str) -> Place:
        """Return the place of a key's value, or of the entry when the key is not there."""
        return self.fields.place(key)


_NOT_IN_A_LINK = frozenset(" \n<>\"'`\\")


class WorkKind(StrEnum):
    """What kind of work a source is."""

    LAW = "law"
    STANDARD = "standard"
    GUIDANCE = "guidance"
    RESEARCH = "research"
    PRODUCT_DEFAULT = "product-default"


class Context(NamedTuple):
    """What an entry is read with: the words and languages of the policy, where problems go, and the file's stage."""

    words: Vocabulary
    findings: Findings
    stage: Stage
    languages: Languages

    def known_ids(
        self, fields: Fields, key: str, kind: str, what: str, *, may_be_empty: bool = False
    ) -> tuple[str, ...]:
        """Return a list of ids of one kind; nothing is refused while a file of that kind could not be read."""
        node = fields.node_of(key)
        return self.known_ids_of(node, kind, what, may_be_empty=may_be_empty) if node else ()

    def known_ids_of(self, node: Node, kind: str, what: str, *, may_be_empty: bool = False) -> tuple[str, ...]:
        """Return a list of ids of one kind, sorted (their order has no meaning)."""
        words = read_words(node, f"a list of {what}s", self.findings, may_be_empty=may_be_empty) or ()
        if kind not in self.words.unread:
            article = "an" if what[0] in "aeiou" else "a"
            for word in words:
                read_known(word, getattr(self.words, kind), f"{article} {what}", f"unknown-{what}", self.findings)
        return tuple(sorted(word.value for word in words))

    def known_id(self, fields: Fields, key: str, kind: str, what: str) -> str:
        """Return one id of a kind."""
        node = fields.node_of(key)
        if node is None or (kind in self.words.unread and isinstance(node, ScalarNode)):
            return fields.text(key)
        return read_known(node, getattr(self.words, kind), f"a {what}", f"unknown-{what}", self.findings) or ""

    def citations(self, fields: Fields) -> tuple[Citation, ...]:
        """Return what stands under `source:`."""
        node = fields.node_of("source")
        return read_citations(node, self.words, self.findings) if node else ()

    def condition(self, node: Node | None, under: Under) -> Written | None:
        """Return a condition."""
        return ConditionReader(self.words, self.findings, self.stage, under).read(node) if node else None


def read_work(node: Node, context: Context) -> Entry[Work] | None:
    """Return an entry of sources.yaml."""
    fields = open_fields(node, shapes.WORK, context.findings)
    if fields is None:
        return None
    year, link = fields.text("year"), fields.text("link")
    kind = fields.choice("kind", WorkKind, "a kind of source", "unknown-kind")
    if year and year != "undated" and not (len(year) == len("2026") and year.isascii() and year.isdigit()):
        advice = 'write a year, as in "2026", or `undated`'
        context.findings.add(fields.node_of("year"), "not-a-year", "a year is four digits, or `undated`", advice)
    if link and (not link.startswith(("https://", "http://")) or not _NOT_IN_A_LINK.isdisjoint(link)):
        context.findings.add(
            fields.node_of("link"), "not-a-link", "a link begins with https://", "write the whole link"
        )
    fields.day("review_by")  # Housekeeping: `policy check` reads it, and what the policy means does not change with it.
    work = Work(
        fields.id("key"), fields.text("title"), fields.text("publisher"), year, kind.value, link, fields.text("note")
    )
    return None if fields.faulty else Entry(work, fields)


def read_flag(node: Node, context: Context) -> Entry[Flag] | None:
    """Return an entry of flags.yaml."""
    fields = open_fields(node, shapes.FLAG, context.findings)
    if fields is None:
        return None
    effect = fields.choice("effect", Effect, "an effect", "unknown-effect")
    flag = Flag(
        fields.id(),
        effect,
        fields.said("title", context.languages),
        fields.said("meaning", context.languages),
        context.known_ids(fields, "remedy", "safeguards", "safeguard", may_be_empty=True),
        fields.texts("tell", context.languages),
        # What excludes bears on her safety unless the policy says that it does not.
        fields.truth("partner_safety") if "partner_safety" in fields else effect is Effect.EXCLUDE,
    )
    return None if fields.faulty else Entry(flag, fields)


def read_safeguard(node: Node, context: Context) -> Entry[Safeguard] | None:
    """Return an entry of safeguards.yaml."""
    fields = open_fields(node, shapes.SAFEGUARD, context.findings)
    if fields is None:
        return None
    safeguard = Safeguard(
        fields.id(),
        fields.said("title", context.languages),
        fields.said("do", context.languages),
        fields.said("who", context.languages),
        fields.said("by", context.languages),
        fields.said("check", context.languages),
        fields.truth("each_session"),
        _needs(fields, context),
        fields.said("client_wording", context.languages),
        fields.truth("partner_safety"),
    )
    return None if fields.faulty else Entry(safeguard, fields)


def _needs(fields: Fields, context: Context) -> tuple[str, ...]:
    """Return the programme questions that a safeguard needs, sorted."""
    node = fields.node_of("needs")
    expected = "a list of programme questions, or []"
    words = read_words(node, expected, context.findings, may_be_empty=True) if node else None
    heads = context.words.questions
    for word in words or ():
        head = heads.get(word.value)
        if head is not None and head.stage.of_client:
            context.findings.add(
                word,
                "not-a-programme-question",
                f"`{word.value}` is a question of stage {head.stage}, not one put to the programme",
                "a safeguard needs what the programme has: name a question of a programme stage",
            )
        elif head is not None and head.answers == ():
            context.findings.add(
                word,
                "open-question-tested",
                f"`{word.value}` is an open question: nothing can be read from its answer",
                "name a question with a list of answers",
            )
        elif head is None and "questions" not in context.words.unread:
            askable = {name: head for name, head in heads.items() if not head.stage.of_client and head.answers != ()}
            read_known(word, askable, "a programme question", "unknown-question", context.findings)
    return tuple(sorted(word.value for word in words or ()))


def read_rule(node: Node, context: Context) -> Entry[Rule] | None:
    """Return an entry of rules/<stage>/<topic>.yaml."""
    findings = context.findings
    fields = open_fields(node, shapes.RULE, findings)
    if fields is None:
        return None
    when = context.condition(fields.node_of("when"), Under.RULE)
    status = fields.choice("status", Status, "a status", "unknown-status")
    if ("raise" in fields) == ("recommend" in fields):
        both = "raise" in fields
        findings.add(
            fields.node,
            "raise-or-recommend",
            "a rule has either `raise` or `recommend`, " + ("this one has both" if both else "this one has neither"),
            "make it two rules" if both else "write the flag that it raises, or the safeguards that it calls for",
        )
    if (status is Status.RETIRED) != ("replaced_by" in fields):
        if status is Status.RETIRED:
            findings.add(fields.node, "replaced-by", "a retired rule names its successor", "add `replaced_by: rule-id`")
        elif "status" in fields:
            findings.add(
                fields.node_of("replaced_by"),
                "replaced-by",
                f"only a retired rule is replaced, this one is {status}",
                "delete `replaced_by`, or write `status: retired`",
            )
    rule = Rule(
        id=fields.id(),
        stage=context.stage,
        title=fields.said("title", context.languages),
        status=status,
        when=when.condition if when else NOTHING,
        raises=context.known_id(fields, "raise", "flags", "flag") or None,
        recommends=context.known_ids(fields, "recommend", "safeguards", "safeguard"),
        because=fields.said("because", context.languages),
        source=context.citations(fields),
        authority=fields.choice("authority", Authority, "an authority", "unknown-authority"),
        owner=fields.text("owner"),
        if_unknown_ask=fields.sources("if_unknown_ask"),
        limits=fields.said("limits", context.languages),
        replaced_by=context.known_id(fields, "replaced_by", "rules", "rule"),
        also_at=_also_at(fields, context.stage),
    )
    return None if fields.faulty or when is None else Entry(rule, fields, when)


def _also_at(fields: Fields, stage: Stage) -> tuple[Stage, ...]:
    """Return the further stages of an entry: such as can read every question that its own stage can."""
    node = fields.node_of("also_at")
    if node is None:
        return ()
    chosen = read_choices(node, Stage, "a stage", "unknown-stage", fields.findings) or ()
    fitting = [other for other in Stage if other is not stage and set(stage.readable) <= set(other.readable)]
    wrong = [other for other in chosen if other not in fitting]
    if wrong:
        fields.findings.add(
            node,
            "not-also-there",
            f"what stands at stage {stage} cannot also stand at {listed(wrong)}",
            f"its questions can be read at: {listed(fitting)}"
            if fitting
            else "leave `also_at` out: its questions can be read at no other stage",
        )
    return tuple(other for other in fitting if other in chosen)


def read_invariant(node: Node, context: Context) -> Entry[Invariant] | None:
    """Return an entry of invariants.yaml."""
    findings = context.findings
    fields = open_fields(node, shapes.INVARIANT, findings)
    if fields is None:
        return None
    stage = fields.choice("stage", Stage, "a stage", "unknown-stage")
    within = Context(context.words, findings, stage, context.languages)
    outcomes: tuple[Outcome, ...] = ()
    when: Written | None = None
    always_node = fields.node_of("always")
    always = open_fields(always_node, shapes.ALWAYS, findings) if always_node else None
    if always is not None:
        when = within.condition(always.node_of("if"), Under.INVARIANT)
        then_node = always.node_of("then")
        then = open_fields(then_node, shapes.THEN, findings) if then_node else None
        outcome = then.node_of("outcome") if then else None
        outcomes = _outcomes(outcome, findings) if outcome else ()
    also_at = _also_at(fields, stage)
    because = fields.said("because", context.languages)
    invariant = Invariant(fields.id(), stage, because, when.condition if when else None, outcomes, also_at)
    return None if fields.faulty else Entry(invariant, fields, when)


def _outcomes(node: Node, findings: Findings) -> tuple[Outcome, ...]:
    """Return the outcomes that `X`, `{not: X}` or `[X, Y]` allow, the most cautious first."""
    if isinstance(node, ScalarNode):
        chosen = [read_choice(node, Outcome, "an outcome", "unknown-outcome", findings)]
    elif inverted := _under_not(node):
        refused = read_choice(inverted, Outcome, "an outcome", "unknown-outcome", findings)
        chosen = [outcome for outcome in Outcome if outcome is not refused]
    else:
        words = read_words(node, "an outcome, a list of outcomes or {not: outcome}", findings) or ()
        chosen = [read_choice(word, Outcome, "an outcome", "unknown-outcome", findings) for word in words]
    if len(chosen) == len(Outcome) and None not in chosen and not _under_not(node):
        findings.add(node, "always-met", "every outcome meets this", "leave one of the outcomes out")
    return tuple(outcome for outcome in Outcome if outcome in chosen)


def _under_not(node: Node) -> Node | None:
    match node:
        case MapNode(entries=((ScalarNode(value="not"), inner),)):
            return inner
        case _:
            return None
