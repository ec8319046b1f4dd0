"""The pages of docs/reference, from the code: commands, sentences, keys, words, outcomes and exit codes, schemas.

A test holds the pages to what this returns; `FORETHOUGHT_REGENERATE=1` writes them anew.
"""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from cli import Table, forethought
from engine.commands.policy_schema import _WHAT
from engine.errors import Exit
from engine.loading import schema_of
from engine.loading.sentences import OUTCOMES, SENTENCES
from engine.model.policy import Outcome
from tests.house import reference_words as words

ROOT = Path(__file__).parents[2]
_MADE = "This page is made from the program itself; a test fails when it is out of date."


def pages() -> Mapping[str, Callable[[], str]]:
    """Return each page by its file name."""
    return {
        "commands.md": _commands,
        "sentences.md": _sentences,
        "policy-files.md": _policy_files,
        "conditions.md": _conditions,
        "words.md": _words,
        "outcomes-and-exit-codes.md": _outcomes,
        "schemas.md": _schemas,
    }


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    def row(cells: Sequence[str]) -> str:
        return "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |"

    return [row(head), row(["---"] * len(head)), *(row(cells) for cells in rows), ""]


def _prose(text: str) -> list[str]:
    return [*textwrap.wrap(text, 120, break_long_words=False, break_on_hyphens=False), ""]


def _page(title: str, lines: Iterable[str]) -> str:
    return "\n".join([f"# {title}", "", _MADE, "", *lines]).rstrip("\n") + "\n"


# -- Commands


def _commands() -> str:
    found = list(_leaves(forethought, "forethought"))
    lines = [
        *_prose(
            "Each command writes its data on standard output, and notes and progress on standard error. What it "
            "leaves with is listed under [outcomes and exit codes](outcomes-and-exit-codes.md)."
        ),
        *(f"- [`{name}`](#{name.replace(' ', '-')}): {summary}" for name, summary, _ in found),
        "",
    ]
    for name, _, command in found:
        lines += _command(name, command)
    return _page("Commands", lines)


def _leaves(table: Table, name: str) -> Iterator[tuple[str, str, click.Command]]:
    context = click.Context(table)
    for word, (_, summary) in table.table.items():
        command = table.get_command(context, word)
        assert command is not None, f"{name} {word} is in the table and cannot be loaded"
        if isinstance(command, Table):
            yield from _leaves(command, f"{name} {word}")
        else:
            yield f"{name} {word}", summary, command


def _command(name: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    about = [" ".join(part.split()) for part in (command.help or "").split("\n\n")]
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    lines = [f"## {name}", "", f"`{name} {usage}`", ""]
    for part in about:
        lines += [part, ""]
    lines += _table(("option", "says"), [_option(option, context) for option in options]) if options else []
    if command.epilog:
        lines += ["```text", inspect.cleandoc(command.epilog.replace("\b\n", "")).strip(), "```", ""]
    return lines


def _option(option: click.Option, context: click.Context) -> tuple[str, str]:
    names, about = option.get_help_record(context) or ("", "")
    return f"`{names}`", about


# -- Sentences


def _sentences() -> str:
    lines = [
        *_prose(
            "A scenario is written in these sentences, and in no others. `{question}` and the like stand for an id "
            "of the policy, `{answer}` for one of its answers, `{source}` for who said it. `And` repeats the "
            "keyword before it. The same list, with the ids of your own policy filled in: `forethought policy "
            "steps`."
        ),
    ]
    for keyword in ("given", "when", "then"):
        lines += [f"## {keyword.capitalize()}", ""]
        rows = []
        for sentence in SENTENCES:
            if sentence.keyword == keyword:
                columns = ", ".join(f"`{column}`" for column in sentence.columns)
                extra = "".join(f" (and, if wanted, `{column}`)" for column in sentence.may_have)
                table = f". Table with {columns}{extra}" if columns else ""
                rows.append((f"`{sentence.text}`", sentence.means + table))
        lines += _table(("sentence", "means"), rows)
    return _page("The sentences of scenarios", lines)


# -- The files of a policy

_FILES = {
    "policy": ("policy.yaml", "what the policy is called, who answers for it, and what every case gets"),
    "sources": ("sources.yaml", "every work that is cited"),
    "questions": ("questions/<stage>.yaml", "what is asked, of whom, with which answers"),
    "flags": ("flags.yaml, or files in flags/", "the grounds"),
    "rules": ("rules/<stage>/<topic>.yaml", "when a ground is raised or a measure called for, and why"),
    "safeguards": ("safeguards.yaml, or files in safeguards/", "the measures"),
    "invariants": ("invariants.yaml", "what must always hold"),
}


def _policy_files() -> str:
    lines = [
        *_prose(
            "Every file of a policy is YAML in which `yes`, `no` and `010` are plain words. A key that is not "
            "listed here is an error, and so is one that is written twice. Keys marked with a star must be there; "
            "nothing is assumed in their place. The forms of a condition are on [a page of their "
            "own](conditions.md)."
        ),
    ]
    for kind, (file, holds) in _FILES.items():
        schema = schema_of(kind)
        shared = schema.get("$defs", {})
        assert isinstance(shared, dict)
        about = _resolved(schema["items"], shared) if "items" in schema else schema
        lines += [f"## {file}", "", f"{holds[0].upper()}{holds[1:]}.", ""]
        lines += _keys(kind, about, shared)
        for name in words.WITHIN.get(kind, ()):
            if name in shared:
                lines += [f"### {words.WITHIN[kind][name]}", "", *_keys(name, shared[name], shared)]
    return _page("The files of a policy, key by key", lines)


def _resolved(node: Any, shared: Mapping[str, Any]) -> Any:  # noqa: ANN401  # a JSON document has no narrower type
    return shared[node["$ref"].rsplit("/", 1)[1]] if "$ref" in node else node


def _keys(kind: str, about: Any, shared: Mapping[str, Any]) -> list[str]:  # noqa: ANN401  # as above
    rows = []
    for key, node in about["properties"].items():
        star = " \\*" if key in about.get("required", ()) else ""
        assert "description" in node, f"say in the schema what `{key}` of {kind} means"
        rows.append((f"`{key}`{star}", _what(node, shared), node["description"]))
    return _table(("key", "is", "says"), rows)


def _what(node: Any, shared: Mapping[str, Any], *, many: bool = False) -> str:  # noqa: ANN401  # as above
    """Return what may be written, in words."""
    match node:
        case {"$ref": str(ref)} if ref.endswith("/condition"):
            return "conditions" if many else "a condition"
        case {"$ref": str()}:
            return _what(_resolved(node, shared), shared, many=many)
        case {"enum": list(values)} if len(values) > words.MOST_LISTED:
            return (
                f"[{'sources' if many else 'a source'}](words.md#sources)"
                if "client" in values
                else (f"[{'stages' if many else 'a stage'}](words.md#stages)")
            )
        case {"enum": list(values)}:
            return " or ".join(f"`{value}`" for value in values)
        case {"const": value}:
            return f"`{value}`"
        case {"anyOf": [{"type": "string"}, {"type": "object", "propertyNames": _}]}:
            return "citations" if many else "a citation"
        case {"anyOf": [{"type": "string"}, {"type": "object", "patternProperties": _}]}:
            return "texts, each also per language" if many else "text, also per language"
        case {"anyOf": list(options)}:
            return ", or ".join(dict.fromkeys(_what(option, shared, many=many) for option in options))
        case {"type": "array", "items": items}:
            return f"a list of {_what(items, shared, many=True)}"
        case {"type": "boolean"}:
            return "`true` or `false`"
        case {"type": "string", "pattern": pattern} if pattern in words.PATTERNS:
            one, several = words.PATTERNS[pattern]
            return several if many else one
        case {"type": "integer"}:
            return "a number"
        case {"type": "object"}:
            return "mappings" if many else "a mapping"
        case _:
            return "texts" if many else "text"


# -- Conditions


def _conditions() -> str:
    lines = [
        *_prose(
            "What may stand under `when:` of a rule, `only_if` of a question (tests of answers only) and `if` of "
            "an invariant. Forms may be put into each other as deep as you like. A condition whose answers are not "
            "known is [unknown](../explanation/three-truths.md)."
        ),
        *_table(("write", "it holds when"), [(f"`{form}`", means) for form, means in words.CONDITIONS]),
        *_prose(
            "In a rule that leads to a flag which excludes, some forms are "
            "[refused](../explanation/upward-closed.md#what-is-refused)."
        ),
    ]
    return _page("The forms of a condition", lines)


# -- Words


def _words() -> str:
    lines = [
        *_prose(
            "The same words stand in policies, scenarios, commands and reports. Where a word of everyday speech "
            "would be shorter and say more than is known, the longer one is used."
        ),
        *_table(("word", "means"), [(f"**{word}**", means) for word, means in words.WORDS.items()]),
    ]
    for title, (before, table) in words.LISTS.items():
        lines += [f"## {title}", "", before, ""]
        lines += _table(("word", "means"), [(f"`{word.value}`", means) for word, means in table.items()])
    return _page("Words", lines)


# -- Outcomes and exit codes


def _outcomes() -> str:
    said = {(outcome, stage): text for text, (outcome, stage) in OUTCOMES.items()}
    stages = {"start": "at the start", "during": "during", "end": "at the end", "programme": "of the programme itself"}
    rows = []
    for outcome in Outcome:
        texts = [said.get((outcome.value, stage)) or said[outcome.value, ""] for stage in stages]
        rows.append((f"`{outcome.value}`", words.OUTCOMES[outcome], *texts))
    lines = [
        "## Outcomes",
        "",
        *_prose(
            "There are three, from most to least cautious, and no fourth. Each is written below as a scenario says "
            "it. At the stage `structural` nothing is recommended: the report is a reflection."
        ),
        *_table(("outcome", "when", *stages.values()), rows),
        "## Exit codes",
        "",
        *_prose(
            "What a command leaves with, for scripts. Where a command uses a code in a way of its own, its "
            "`--help` says so."
        ),
        *_table(("code", "means"), [(str(code.value), words.EXITS[code]) for code in Exit]),
    ]
    return _page("Outcomes and exit codes", lines)


# -- Schemas

_KIND = re.compile(r'"(forethought\.[a-z-]+/\d+)"')


def kinds_written() -> list[str]:
    """Return every kind of JSON document that some command writes, as the code names them."""
    files = sorted((ROOT / "engine").rglob("*.py"))
    return sorted({kind for file in files for kind in _KIND.findall(file.read_text(encoding="utf-8"))})


def _schemas() -> str:
    lines = [
        "## Files",
        "",
        *_prose(
            "`forethought policy schema WHAT` prints a JSON Schema (draft 2020-12), for editors and for other systems:"
        ),
        *_table(("WHAT", "describes"), [(f"`{what}`", words.SCHEMAS[what]) for what in _WHAT]),
        "## JSON documents",
        "",
        *_prose(
            "A command that writes JSON writes one document. Its key `schema` says what it is, with the version of its "
            "form:"
        ),
        *_table(("schema", "written by"), [(f"`{kind}`", words.DOCUMENTS[kind]) for kind in kinds_written()]),
    ]
    return _page("JSON Schemas and JSON documents", lines)
