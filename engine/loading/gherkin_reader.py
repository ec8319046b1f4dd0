"""Reads `.feature` files into scenarios, every outline row by itself, with the line of each step.

It also finds what the test runner would pass over in silence: a scenario whose name is used twice, a misspelt keyword
swallowed as description, a scenario that expects nothing, a placeholder without a column, an outline without rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gherkin.errors import CompositeParserException, ParserError
from gherkin.parser import Parser

from engine.errors import Place, Problem
from engine.loading.spelling import did_you_mean

_KEYWORDS = (
    "Feature", "Rule", "Background", "Scenario", "Scenario Outline", "Scenario Template", "Example", "Examples",
    "Given", "When", "Then", "And", "But",
)  # fmt: skip
_LOOKS_LIKE_KEYWORD = re.compile(r"\s*(?:@\S+|([A-Za-z]+(?: [A-Za-z]+)?)\s*:|(Given|When|Then|And|But)\b)")
_PLACEHOLDER = re.compile(r"<([^<>]+)>")
_KINDS = {"Context": "given", "Action": "when", "Outcome": "then"}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as it will run: `keyword` is given, when or then (`And` and `But` resolved); `table` without spaces."""

    keyword: str
    text: str
    line: int
    column: int
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioText:
    """One scenario, or one row of an outline, with the steps of its backgrounds first. `tags` without the `@`.

    `own`: those of its tags that stand on it, its examples or its rule block, not on the whole feature.
    """

    name: str
    file: str
    line: int
    tags: frozenset[str]
    steps: tuple[StepLine, ...]
    own: frozenset[str]


def read_feature(text: str, file: str) -> tuple[tuple[ScenarioText, ...], tuple[Problem, ...]]:
    """Return the scenarios of a feature file and everything wrong with its form."""
    if text.startswith("\ufeff"):
        place = Place(file, 1, 1)
        help = "save the file as UTF-8 without a byte order mark"
        return (), (Problem(place, "byte-order-mark", "the file begins with a byte order mark", help),)
    try:
        document = Parser().parse(text)
    except CompositeParserException as composite:
        return (), tuple(_syntax(error, file) for error in composite.errors)
    feature: Mapping[str, Any] | None = document.get("feature")
    if feature is None:
        return (), (Problem(Place(file), "empty-feature", "the file holds no feature", "begin with `Feature: ...`"),)
    reader = _Reader(file, text.splitlines())
    reader.feature(feature)
    return tuple(reader.scenarios), tuple(reader.problems)


def _syntax(error: ParserError, file: str) -> Problem:
    location = getattr(error, "location", None) or {}
    place = Place(file, location.get("line", 0), location.get("column", 0) or 1)
    found = re.search(r"got '(.*)'$", str(error))
    line = found.group(1) if found else ""
    word = line.split(":")[0]
    help = did_you_mean(word, _KEYWORDS) if ":" in line else ""
    help = help or "a line begins with Given, When, Then, And, But, a keyword such as `Scenario:`, `|` or `#`"
    return Problem(place, "not-gherkin", f"`{line[:60]}` cannot stand here" if line else "this is not Gherkin", help)


class _Reader:
    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.file = file
        self.lines = lines
        self.scenarios: list[ScenarioText] = []
        self.problems: list[Problem] = []
        self.names: dict[str, int] = {}
        self.of_all: frozenset[str] = frozenset()

    def add(self, location: Mapping[str, int], slug: str, message: str, help: str) -> None:
        place = Place(self.file, location["line"], location.get("column", 1))
        self.problems.append(Problem(place, slug, message, help))

    def feature(self, feature: Mapping[str, Any]) -> None:
        if feature["language"] != "en":
            self.add(feature["location"], "language", "scenarios are written in English", "remove `# language:`")
        self.description(feature)
        self.of_all = frozenset(_tags(feature))
        self.children(feature["children"], frozenset(), ())
        if not any("scenario" in child or "rule" in child for child in feature["children"]):
            self.add(
                feature["location"],
                "no-scenarios",
                "the feature holds no scenario, so it tests nothing",
                "write `Scenario: ...` with its steps, or remove the file",
            )

    def children(
        self, children: Iterable[Mapping[str, Any]], tags: frozenset[str], background: tuple[StepLine, ...]
    ) -> None:
        for child in children:
            match child:
                case {"background": found}:
                    self.description(found)
                    background = (*background, *self.steps(found["steps"], {}, "given"))
                    for step in found["steps"]:
                        self.misspelt(step, set())
                case {"scenario": found}:
                    self.scenario(found, tags, background)
                case {"rule": found}:
                    self.description(found)
                    if not any("scenario" in inner for inner in found["children"]):
                        self.add(
                            found["location"],
                            "no-scenarios",
                            "the rule block holds no scenario, so it tests nothing",
                            "write `Scenario: ...` with its steps, or remove the block",
                        )
                    self.children(found["children"], tags | set(_tags(found)), background)
                case _:
                    raise TypeError(f"a feature holds backgrounds, scenarios and rules, not {sorted(child)}")

    def description(self, block: Mapping[str, Any]) -> None:
        """Find a line of a description that was meant to be a keyword: the parser takes any words there for prose.

        One a description is enough: what follows it was swallowed with it.
        """
        for line in block.get("description", "").splitlines():
            if match := _LOOKS_LIKE_KEYWORD.match(line):
                word = match.group(1) or match.group(2) or line.split()[0]
                meant = did_you_mean(word, [keyword for keyword in _KEYWORDS if keyword != word])
                self.add(
                    self.where(block, line),
                    "swallowed-line",
                    f"`{line.strip()[:60]}` is read as prose, so neither it nor what follows it tests anything",
                    meant or "a step stands under a `Scenario:`; a description has no colon and begins with no keyword",
                )
                return

    def where(self, block: Mapping[str, Any], wanted: str) -> Mapping[str, int]:
        """Find the place of a line of a description, which the parser does not tell."""
        first: int = block["location"]["line"]
        for number, line in enumerate(self.lines[first:], start=first + 1):
            if line.strip() == wanted.strip():
                return {"line": number, "column": len(line) - len(line.lstrip()) + 1}
        return {"line": first, "column": 1}

    def scenario(self, found: Mapping[str, Any], inherited: frozenset[str], background: tuple[StepLine, ...]) -> None:
        location, name = found["location"], found["name"]
        self.description(found)
        if not name.strip():
            self.add(location, "no-name", "the scenario has no name", "say in a few words what it shows")
        if name in self.names:
            self.add(
                location,
                "same-name",
                f"a scenario of this name stands in line {self.names[name]} already; the runner would drop one of them",
                "give each scenario of a file a name of its own",
            )
        self.names.setdefault(name, location["line"])
        tags = inherited | set(_tags(found))
        steps = self.steps(found["steps"], {}, None)
        self.expectations(location, (*background, *steps), steps)
        outline = "Outline" in found["keyword"] or "Template" in found["keyword"] or bool(found["examples"])
        columns = [_cells(block["tableHeader"]) for block in found["examples"] if block.get("tableHeader")]
        for step in found["steps"]:
            self.misspelt(step, set().union(*map(set, columns)) if columns else set())
        if not outline:
            self.scenarios.append(self.one(name, location["line"], tags, (*background, *steps)))
            return
        self.rows(found, tags, background)

    def one(self, name: str, line: int, own: frozenset[str], steps: tuple[StepLine, ...]) -> ScenarioText:
        return ScenarioText(name, self.file, line, self.of_all | own, steps, own)

    def rows(self, found: Mapping[str, Any], tags: frozenset[str], background: tuple[StepLine, ...]) -> None:
        text = repr(found["steps"]) + found["name"]
        if not found["examples"]:
            self.add(found["location"], "no-rows", "the outline has no examples, so it never runs", "add `Examples:`")
        for block in found["examples"]:
            self.description(block)
            if not block.get("tableBody"):
                self.add(block["location"], "no-rows", "the examples have no rows, so nothing runs", "add a row")
                continue
            header = _cells(block["tableHeader"])
            for column in header:
                if f"<{column}>" not in text:
                    self.add(block["tableHeader"]["location"], "unused-column", f"no step uses <{column}>", "remove it")
            for row in block["tableBody"]:
                values = dict(zip(header, _cells(row), strict=True))
                steps = self.steps(found["steps"], values, None)
                line = row["location"]["line"]
                row_tags = tags | set(_tags(block))
                name = _fill(found["name"], values)
                self.scenarios.append(self.one(name, line, row_tags, (*background, *steps)))

    def expectations(self, location: Mapping[str, int], steps: tuple[StepLine, ...], own: tuple[StepLine, ...]) -> None:
        if all(step.keyword != "then" for step in own):
            self.add(
                location,
                "no-then",
                "the scenario expects nothing, so it cannot fail",
                "add a line that begins with Then",
            )
        if all(step.keyword != "when" for step in steps):
            self.add(location, "no-when", "nothing is screened in the scenario", "add `When the case is screened`")
            return
        screened = False
        for step in steps:
            if step.keyword == "then" and not screened:
                self.add(
                    {"line": step.line, "column": step.column},
                    "nothing-screened",
                    "this Then looks at a case that has not been screened as it stands here",
                    "put `When the case is screened` between the last Given and the first Then",
                )
                return
            screened = step.keyword == "when" or (screened and step.keyword == "then")

    def misspelt(self, step: Mapping[str, Any], columns: set[str]) -> None:
        cells = [cell["value"] for row in step.get("dataTable", {}).get("rows", ()) for cell in row["cells"]]
        for used in _PLACEHOLDER.findall(" ".join((step["text"], *cells))):
            if used not in columns:
                known = did_you_mean(used, columns) or (
                    "add a column of that name to the examples" if columns else "placeholders belong to an outline"
                )
                self.add(step["location"], "unknown-placeholder", f"<{used}> is no column of the examples", known)

    def steps(
        self, found: Iterable[Mapping[str, Any]], values: Mapping[str, str], first: str | None
    ) -> tuple[StepLine, ...]:
        return tuple(self._steps(found, values, first))

    def _steps(
        self, found: Iterable[Mapping[str, Any]], values: Mapping[str, str], kind: str | None
    ) -> Iterator[StepLine]:
        for step in found:
            kind = _KINDS.get(step["keywordType"], kind)
            location = step["location"]
            if kind is None or step["keyword"].strip() == "*":
                if not values:
                    self.add(location, "no-keyword", "the first step has no Given, When or Then", "say which it is")
                kind = kind or "given"
            if step.get("docString") and not values:
                self.add(location, "text-block", "no step takes a block of text", 'remove the `"""` block')
            rows = step.get("dataTable", {}).get("rows", ())
            table = tuple(tuple(_fill(value, values) for value in _cells(row)) for row in rows)
            yield StepLine(kind, _fill(step["text"], values), location["line"], location["column"], table)


def _tags(block: Mapping[str, Any]) -> list[str]:
    return [tag["name"].removeprefix("@") for tag in block.get("tags", ())]


def _cells(row: Mapping[str, Any]) -> list[str]:
    return [cell["value"] for cell in row["cells"]]


def _fill(text: str, values: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda match: values.get(match.group(1), match.group(0)), text)
