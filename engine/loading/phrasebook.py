"""The sentences of scenarios written out for one policy: what a policy writer keeps beside the keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from engine.loading.sentences import SENTENCES, STAGES
from engine.model.answer import Source, Standing
from engine.model.policy import Policy, Status
from engine.model.question import Stage

WIDTH = 80


def phrasebook(policy: Policy) -> Iterator[str]:
    """Yield the lines: every sentence by keyword, then what may stand in its placeholders."""
    for keyword in ("given", "when", "then"):
        yield keyword.capitalize()
        yield ""
        for sentence in SENTENCES:
            stage = STAGES.get(sentence.text)
            if sentence.keyword != keyword or (stage is not None and not policy.in_force(Stage(stage))):
                continue
            yield f"  {sentence.text}"
            yield from _indented(sentence.means, "      ")
            if sentence.columns:
                named = " | ".join(sentence.columns)
                more = f" (and if wanted: {', '.join(sentence.may_have)})" if sentence.may_have else ""
                yield f"      Table: | {named} |{more}"
        yield ""
    yield "{question} and {answer}: the questions, each with its answers from least to most concerning"
    yield ""
    for question in policy.questions.values():
        yield f"  {question.id}"
        many = " (several allowed, with commas)" if question.several else ""
        yield from _indented((", ".join(question.answers) or "in the person's own words") + many, "      ")
    yield ""
    rules = [rule.id for rule in policy.rules.values() if rule.status is Status.IN_FORCE and not rule.derived]
    standings = [standing.value for standing in Standing if standing is not Standing.ANSWERED]
    yield from _ids("{answer} when there is none, in tables", standings)
    yield from _ids("{source}", [source.value for source in Source])
    yield from _ids("{flag}", policy.flags)
    yield from _ids("{rule}", rules)
    yield from _ids("{safeguard}", policy.safeguards)


def _ids(title: str, ids: Iterable[str]) -> Iterator[str]:
    yield title
    yield ""
    yield from (f"  {name}" for name in sorted(ids))
    yield ""


def _indented(text: str, indent: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
