"""Every text a person reads stands in the catalogue, to be read in every language: nothing is said inline."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[2] / "engine"
ROOM = sorted((ENGINE / "report").glob("*.py"))
DESK = [
    *sorted((ENGINE / "interview").glob("*.py")),
    *(ENGINE / "commands" / f"{name}.py" for name in ("explain", "what_if")),
    *sorted((ENGINE / "commands").glob("screen*.py")),
    *sorted((ENGINE / "commands").glob("interview*.py")),
    *sorted((ENGINE / "commands").glob("form*.py")),
]
"""What is said at a screening or an interview. Commands for policy writers, usage and errors speak English."""
TEMPLATES = sorted((ENGINE / "report" / "templates").glob("*.html*"))

BUILDS = frozenset({"paragraph", "item", "labelled", "Section", "Page", "leading", "Folded", "Figure", "Column"})
SAYS = frozenset({"note", "write", "echo", "secho", "prompt", "confirm", "print", "say"})
NOT_READ = frozenset(
    {"compile", "command", "option", "argument", "Problem", "Place", "BadParameter", "UsageError", "_wrong"}
)
USAGE = frozenset({"__all__", "_EPILOG", "_LISTS", "_MEANINGS", "_expected"})
"""Patterns, options, help, errors of loading and of usage: what is read of them stays English."""
CODES = frozenset({"and", "or"})
"""How a list is joined: words of the code, in every language."""
CLASSES = frozenset({"plain blank"})
"""Names for a style sheet."""

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
LETTERS = re.compile(r"[A-Za-z]{2}")
SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:.]? +[A-Za-z{]|[}] +[A-Za-z]{2,}")
CAPITAL = re.compile(r"[A-Z][a-z]{2,}[:.]?")
TAG = re.compile(r"<[a-z/!][^<>]*>?")
NAMED = re.compile(r"[a-z-]+:\{\}")
TYPED = re.compile(r"forethought [a-z-]+ [A-Z{]| --[a-z]+ ")


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _skipped(node: ast.AST) -> bool:
    """Whether nothing in a node is for reading: docstrings, annotations, errors, patterns."""
    match node:
        case ast.Raise() | ast.Expr(value=ast.Constant()) | ast.arg():
            return True
        case ast.AnnAssign(annotation=ast.Name(id="TypeAlias")) | ast.Subscript(value=ast.Name(id="Literal")):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.FunctionDef(name=name) if name in USAGE:
            return True
        case ast.FunctionDef(returns=ast.Name(id="Problem" | "CannotWrite")):
            return True
        case ast.Call():
            return _called(node) in NOT_READ
        case _:
            return False


def _children(node: ast.AST) -> list[ast.AST]:
    match node:
        case ast.JoinedStr(values=values):
            return [each for each in values if not isinstance(each, ast.Constant)]
        case ast.FunctionDef(args=arguments, body=body, decorator_list=decorators):
            return [*arguments.defaults, *(each for each in arguments.kw_defaults if each), *decorators, *body]
        case ast.AnnAssign(value=value):
            return [value] if value else []
        case ast.Subscript(value=value, slice=ast.Constant()):
            return [value]
        case _:
            return list(ast.iter_child_nodes(node))


def _said(node: ast.AST, inside: frozenset[str] = frozenset()) -> Iterator[tuple[int, str, frozenset[str]]]:
    """Yield each string with its line and the functions in whose arguments it stands."""
    if _skipped(node):
        return
    match node:
        case ast.Constant(value=str(text)):
            yield node.lineno, text, inside
        case ast.JoinedStr(values=values):
            plain = "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in values)
            yield node.lineno, plain, inside
        case ast.Call():
            inside |= {_called(node)}
        case _:
            pass
    for child in _children(node):
        yield from _said(child, inside)


def prose(source: str) -> list[str]:
    """Return what is said inline: letters in what builds or prints a page; sentences and capital words anywhere."""
    found = []
    for line, text, inside in _said(ast.parse(source)):
        plain = TAG.sub("", PLACEHOLDER.sub("{}", text))
        if text in CODES | CLASSES or NAMED.fullmatch(plain) or TYPED.match(plain):
            continue
        if (inside & (BUILDS | SAYS) and LETTERS.search(plain)) or SENTENCE.search(plain) or CAPITAL.fullmatch(text):
            found.append(f"{line}: {text}")
    return found


@pytest.mark.parametrize("path", [*ROOM, *DESK], ids=lambda path: f"{path.parent.name}/{path.name}")
def test_nothing_is_said_that_is_not_in_the_catalogue(path: Path) -> None:
    assert prose(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_of_its_own(path: Path) -> None:
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style.*?</style>", "", path.read_text("utf-8"), flags=re.DOTALL)
    said = [text.strip() for text in re.findall(r">([^<]*)<", bare)]
    read_out = re.findall(r"(?:aria-label|alt|title|placeholder)=\"([^\"{]*[A-Z ][^\"]*)\"", bare)
    assert [text for text in said if LETTERS.search(text)] == []
    assert read_out == []


@pytest.mark.parametrize(
    "source",
    [
        'item("Ask", who)',
        'labelled(f"Source ({authority})", works)',
        'def page(): return Section("Rule", tuple(paragraph(each) for each in blocks))',
        'title = f"{name} is raised"',
        'heading = "What it means"',
        'kinds = (("Flag", flags), ("Rule", rules))',
        'note("interrupted")',
    ],
)
def test_what_is_said_inline_is_found(source: str) -> None:
    assert prose(source)


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring may say what it likes."""',
        "item(label.ASK, who)",
        "item(f\"{label.ASK}: {named(who, 'or')}\")",
        'raise LookupError("there is no such rule")',
        'document = {"schema": "forethought.recommendation/1", "case": case}',
    ],
)
def test_what_is_in_the_catalogue_is_not(source: str) -> None:
    assert prose(source) == []
