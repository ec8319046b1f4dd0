"""A new rule and its flag as YAML, put at the end of a file whose every other line stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

from engine.errors import BadData, Place, Problem
from engine.loading.document_text import is_json
from engine.loading.source_blocks import lines_of, parsed
from engine.loading.writing import Writable, yaml_text
from engine.model.policy import Flag
from engine.scenarios.drafting.draft import Draft, citation

_WIDTH = 120
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,;.'()/-]*[A-Za-z0-9.')]")
_NO_TEXT = frozenset({"yes", "no", "on", "off", "true", "false", "null", "nan", "inf"})

Entry = dict[str, "Writable"]


def rule_entry(draft: Draft) -> Entry:
    """Return the rule as its keys and values, in their usual order; texts with markers as they were said."""
    rule = draft.rule
    entry: Entry = {"id": rule.id, "title": rule.title, "status": rule.status.value}
    entry |= {"also_at": [stage.value for stage in rule.also_at]} if rule.also_at else {}
    tests: list[Writable] = [{question.id: {"at-least": answer}} for question, answer in draft.tests]
    entry["when"] = tests[0] if len(tests) == 1 else {"all" if draft.joined_by_all else "any": tests}
    entry |= {"raise": rule.raises} if rule.raises else {"recommend": [*draft.many("recommend")]}
    entry |= {"because": rule.because, "source": [_cited(text) for text in draft.many("source")]}
    entry |= {"authority": rule.authority.value, "owner": rule.owner}
    entry |= {"if_unknown_ask": [source.value for source in rule.if_unknown_ask]} if rule.if_unknown_ask else {}
    return entry | ({"limits": rule.limits} if rule.limits else {})


def flag_entry(flag: Flag) -> Entry:
    """Return a flag as its keys and values, in their usual order."""
    entry: Entry = {"id": flag.id, "effect": flag.effect.value, "title": flag.title, "meaning": flag.meaning}
    entry["remedy"] = [*flag.remedy]
    return entry | ({"tell": [*flag.tell]} if flag.tell else {})


def _cited(text: str) -> Writable:
    cited = citation(text)
    return {cited.work: [*cited.places]} if cited.places else cited.work


def with_entry(text: str, entry: Entry, name: str) -> str:
    """Return the text of a file with one more entry at its end; `name` is the file's, for messages.

    Raises BadData for a file in which nothing can be put after the rest.
    """
    if is_json(text):
        before, bracket, after = text.rpartition("]")
        comma = "" if before.rstrip().endswith(("[", ",")) else ","
        return f"{before.rstrip()}{comma}\n {json.dumps(entry, ensure_ascii=False)}\n{bracket}{after}"
    lines = lines_of(text)
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return "\n".join([*lines, *([""] if lines else []), *_lines(entry, "")]) + "\n"
    root = parsed(lines)
    lead = lines[root.start_mark.line][: root.start_mark.column]
    if lead.strip() or lines[-1] == "...":
        message = "this file is written so that nothing can be put at its end"
        raise BadData([Problem(Place(name, 1, 1), "cannot-append", message, "name a topic that is not there yet")])
    return "\n".join([*lines, "", *_lines(entry, lead)]) + "\n"


def _lines(entry: Entry, lead: str) -> Iterator[str]:
    dash = "- "
    for key, value in entry.items():
        for line in _key_lines(key, value):
            yield f"{lead}{dash}{line}"
            dash = "  "


def _key_lines(key: str, value: Writable) -> Iterator[str]:
    """Yield a key and its value as written two places in: on one line where it fits, else folded or listed."""
    if key == "source" and isinstance(value, list):
        yield f"source: [{', '.join(_inline(item).removeprefix('{').removesuffix('}') for item in value)}]"
        return
    one_line = f"{key}: {_inline(value)}"
    if len(one_line) <= _WIDTH - 4 and not (key in {"because", "meaning", "limits"} and isinstance(value, str)):
        yield one_line
        return
    match value:
        case str():
            yield f"{key}: >"
            yield from wrap(value, _WIDTH - 4, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        case list():
            yield f"{key}:"
            yield from (f"  - {_inline(item)}" for item in value)
        case dict():
            yield f"{key}:"
            for word, below in value.items():
                yield f"  {word}:"
                yield from (f"    - {_inline(item)}" for item in (below if isinstance(below, list) else [below]))


def _inline(value: Writable) -> str:
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _NO_TEXT and "  " not in value:
        return value
    # In a list everything stands on one line; a text there is quoted where it must be.
    return yaml_text({"x": [value]})[len("x: [") : -len("]\n")]


def same_but_added(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether every line that was there is there still, in its order, with nothing put between."""
    return list(after[: len(before)]) == list(before)
