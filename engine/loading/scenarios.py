"""Holds scenarios to the policy: every step is a sentence, every id exists, every rule in force has its scenarios."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from engine.errors import NoInput, Place, Problem
from engine.loading.gherkin_reader import ScenarioText, StepLine, read_feature
from engine.loading.scenario_stage import lint_stage
from engine.loading.sentences import SCENARIO_DAY, SENTENCES, STAGES, Sentence, find
from engine.loading.spelling import did_you_mean, listed
from engine.model.answer import Source, Standing
from engine.model.policy import Policy, Status
from engine.model.question import Stage

MOST_BYTES = 2_000_000
TAG = "rule:"
EXAMPLE = "example:"
"""Names the example case that a scenario is the twin of: its path below the folder of examples."""
MOST_WEEKS = 1000
_MEANT_AT_MOST = 4
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TAG = re.compile(r"@(\S+)")
_EXAMPLE_FILE = re.compile(r"([a-z0-9-]+/)*[a-z0-9-]+\.yaml")


def read_scenarios(folder: Path) -> tuple[tuple[ScenarioText, ...], tuple[Problem, ...]]:
    """Read every `.feature` file below a folder, or one such file. Raises `NoInput` when there is none."""
    files = _files(folder)
    if not files:
        what = "holds no .feature file" if folder.is_dir() else "is not a folder"
        problem = Problem(Place(str(folder)), "no-features", f"the folder {what}", "name the folder of the scenarios")
        raise NoInput([problem])
    scenarios: list[ScenarioText] = []
    problems: list[Problem] = []
    for file in files:
        found, wrong, _ = _read(file)
        scenarios += found
        problems += wrong
    return tuple(scenarios), tuple(problems)


def _files(folder: Path) -> list[Path]:
    if folder.is_file() and folder.suffix == ".feature":
        return [folder]
    return sorted(folder.rglob("*.feature")) if folder.is_dir() else []


def check_feature(policy: Policy, file: Path) -> tuple[Problem, ...]:
    """Return everything wrong with one feature file, held against a policy."""
    scenarios, wrong, lines = _read(file)
    found = [*wrong, *_tags(policy, file, lines)]
    for scenario in scenarios:
        for step in scenario.steps:
            found += _step(policy, scenario.file, step)
        found += lint_stage(policy, scenario)
    return tuple(sorted({_with_excerpt(problem, lines) for problem in found}))


def _read(file: Path) -> tuple[tuple[ScenarioText, ...], tuple[Problem, ...], list[str]]:
    text, unreadable = _text(file)
    if text is None:
        return (), tuple(unreadable), []
    scenarios, problems = read_feature(text, str(file))
    return scenarios, problems, text.splitlines()


def check_scenarios(policy: Policy, folder: Path, *, complete: bool = True) -> tuple[Problem, ...]:
    """Return everything wrong with the scenarios of a folder, held against a policy.

    `complete`: these are all the scenarios the policy has, so a rule in force without one is a problem. Raises
    `NoInput`.
    """
    scenarios, _ = read_scenarios(folder)
    found = [problem for file in _files(folder) for problem in check_feature(policy, file)]
    tagged = {tag.removeprefix(TAG) for scenario in scenarios for tag in scenario.tags if tag.startswith(TAG)}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in {".feature", ".md"} and not path.name.startswith("."):
            help = "name it something.feature, or put it elsewhere"
            found.append(Problem(Place(str(path)), "stray-file", "nothing here reads this file", help))
    # What could not be read may hold what would seem to be missing.
    for rule in policy.rules.values() if complete and not found else ():
        if rule.status is Status.IN_FORCE and not rule.derived and rule.id not in tagged:
            message = f"the rule `{rule.id}` is in force and no scenario shows what it does"
            help = f"tag scenarios @{TAG}{rule.id}: it applies, it does not, the answer is missing, sources differ"
            found.append(Problem(Place(str(folder)), "rule-without-scenario", message, help))
    return tuple(sorted(found))


def _text(file: Path) -> tuple[str | None, list[Problem]]:
    try:
        data = file.read_bytes()
    except OSError:
        return None, [Problem(Place(str(file)), "unreadable", "the file cannot be read", "look at its permissions")]
    if len(data) > MOST_BYTES:
        return None, [Problem(Place(str(file)), "too-large", "the file has more than 2 MB", "split it")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        place = Place(str(file), line, 1)
        return None, [Problem(place, "not-utf-8", "the file is not UTF-8 text", "save it as UTF-8")]


def _with_excerpt(problem: Problem, lines: list[str]) -> Problem:
    line = problem.place.line
    return (
        problem._replace(excerpt=lines[line - 1].strip("\ufeff").rstrip()[:160]) if 0 < line <= len(lines) else problem
    )


def _tags(policy: Policy, file: Path, lines: list[str]) -> Iterable[Problem]:
    for number, line in enumerate(lines, start=1):
        if not line.lstrip().startswith("@"):
            continue
        for match in _TAG.finditer(line):
            tag, place = match.group(1), Place(str(file), number, match.start() + 1)
            if tag.startswith(EXAMPLE):
                if not _EXAMPLE_FILE.fullmatch(tag.removeprefix(EXAMPLE)):
                    help = f"write its path below the folder of examples, as in @{EXAMPLE}start/against.yaml"
                    yield Problem(place, "no-example", f"@{tag} names no example case", help)
            elif not tag.startswith(TAG):
                meant = f"did you mean @{TAG}{tag.split(':', 1)[1]}?" if ":" in tag else f"tags name rules: @{TAG}<id>"
                yield Problem(place, "unknown-tag", f"@{tag} is no tag that anything reads", meant)
            elif (rule := tag.removeprefix(TAG)) not in policy.rules:
                help = did_you_mean(rule, policy.rules) or "`forethought policy list rules` shows the ids"
                yield Problem(place, "unknown-rule", f"@{tag}: there is no such rule", help)


def _step(policy: Policy, file: str, step: StepLine) -> Iterable[Problem]:
    place = Place(file, step.line, step.column)
    found = find(step.keyword, step.text)
    if found is None:
        yield Problem(place, "undefined-step", f"no sentence reads `{step.text[:100]}`", _meant(step))
        return
    sentence, values = found
    stage = STAGES.get(step.text) if step.keyword == "given" else None
    if stage is not None and not policy.in_force(Stage(stage)):
        there = listed([other.value for other in Stage if policy.in_force(other)])
        message = f"the policy has no rules in force for the stage {stage}"
        yield Problem(place, "stage-without-rules", message, f"it has rules for: {there}")
    yield from _names(policy, place, values)
    yield from _table(policy, place, sentence, step)


def _meant(step: StepLine) -> str:
    if any(quote in step.text for quote in "\u201c\u201d\u201e\u201f"):
        return 'these are curly quotes; write straight ones: "'
    others = [s.keyword for s in SENTENCES if s.keyword != step.keyword and s.pattern.fullmatch(step.text)]
    if others:
        return f"it is a sentence for {others[0].capitalize()}, not for {step.keyword.capitalize()}"
    texts = [sentence.text for sentence in SENTENCES if sentence.keyword == step.keyword]
    words = set(step.text.lower().split())
    alike = {text: len(words & set(text.lower().split())) for text in texts}
    most = max(alike.values())
    # Where several sentences are as near, to name one would put words into the writer's mouth.
    nearest = [text for text in texts if alike[text] == most]
    if most and len(nearest) == 1:
        return f"did you mean `{nearest[0]}`? `forethought policy steps` lists them all"
    if most:
        shown = " or ".join(f"`{text}`" for text in nearest[:_MEANT_AT_MOST])
        return f"did you mean {shown}? `forethought policy steps` lists them all"
    return "`forethought policy steps` lists the sentences"


def _names(policy: Policy, place: Place, values: Mapping[str, str]) -> Iterable[Problem]:
    known: dict[str, Iterable[str]] = {
        "question": policy.questions,
        "flag": policy.flags,
        "rule": policy.rules,
        "safeguard": policy.safeguards,
        "source": [source.value for source in Source],
    }
    # A placeholder left unfilled has its own problem; what it stands for is nobody's mistake.
    values = {kind: value for kind, value in values.items() if not ("<" in value and ">" in value)}
    for kind, ids in known.items():
        if kind in values and values[kind] not in ids:
            listing = f"`forethought policy list {kind}s` shows them"
            where = f"the sources are {listed(tuple(ids), 20)}" if kind == "source" else listing
            help = did_you_mean(values[kind], ids) or where
            yield Problem(place, f"unknown-{kind}", f"there is no {kind} `{values[kind][:60]}`", help)
    question = policy.questions.get(values.get("question", ""))
    if question is not None and "answer" in values and not question.open:
        yield from _answer(policy, place, question.id, values["answer"])
    if "date" in values:
        day = _date(values["date"])
        if day is None:
            yield Problem(place, "no-such-date", f"`{values['date'][:20]}` is no date", "write it as 2026-11-22")
        elif day > SCENARIO_DAY:
            help = f"scenarios are screened on {SCENARIO_DAY.isoformat()}; write a day before it"
            yield Problem(place, "answer-from-the-future", "this answer is dated after the day of screening", help)
    if "number" in values and int(values["number"][:9]) > MOST_WEEKS:
        yield Problem(place, "too-long-ago", f"more than {MOST_WEEKS} weeks", "write a smaller number")


def _answer(policy: Policy, place: Place, question_id: str, answer: str) -> Iterable[Problem]:
    question = policy.questions[question_id]
    words = [word.strip() for word in answer.split(",")]
    if len(words) > 1 and not question.several:
        message = f"`{question_id}` takes one answer"
        yield Problem(place, "too-many-answers", message, "name one of its answers")
    for word in words:
        if word not in question.answers:
            help = did_you_mean(word, question.answers) or f"its answers are {listed(question.answers)}"
            message = f"`{word[:60]}` is no answer of `{question_id}`"
            yield Problem(place, "unknown-answer", message, help)


def _table(policy: Policy, place: Place, sentence: Sentence, step: StepLine) -> Iterable[Problem]:
    if not sentence.columns:
        if step.table:
            yield Problem(place, "unread-table", "this sentence takes no table", "remove the table")
        return
    header = step.table[0] if step.table else ()
    missing = [column for column in sentence.columns if column not in header]
    extra = [column for column in header if column not in (*sentence.columns, *sentence.may_have)]
    if missing or extra or not step.table[1:]:
        message = f"the table has the columns {listed(header) or 'none'}" if header else "the table is missing"
        if header and not missing and not extra:
            message = "the table has no rows"
        yield Problem(place, "table", message, f"its columns are {listed((*sentence.columns, *sentence.may_have))}")
        return
    standings = {standing.value for standing in Standing} - {Standing.ANSWERED.value}
    for number, row in enumerate(step.table[1:], start=2):
        values = dict(zip(header, row, strict=True))
        at = place._replace(line=place.line + number, column=7)
        if values["answer"] in standings:
            values.pop("answer")
        if day := values.pop("on", ""):
            values["date"] = day
        yield from _names(policy, at, values)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
