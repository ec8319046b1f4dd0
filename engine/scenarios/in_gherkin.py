"""A case and what came of it, as a scenario ready to paste: in the sentences that every policy's scenarios use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.loading.sentences import OUTCOMES, STAGES
from engine.model.answer import Answer, Standing
from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.model.recommendation import Recommendation
from engine.model.truth import Truth
from engine.scenarios.world import World

_FLAG = {
    Truth.TRUE: 'the flag "{}" is raised',
    Truth.FALSE: 'the flag "{}" is not raised',
    Truth.UNKNOWN: 'the flag "{}" could still be raised',
}
_RULE = {
    Truth.TRUE: 'the rule "{}" applies',
    Truth.FALSE: 'the rule "{}" does not apply',
    Truth.UNKNOWN: 'it is unknown whether the rule "{}" applies',
}
_SAFEGUARD = {
    Truth.TRUE: 'the safeguard "{}" is called for',
    Truth.FALSE: 'the safeguard "{}" is not called for',
    Truth.UNKNOWN: 'the safeguard "{}" is called for until more is known',
}
_INDENT = "  "


def scenario_text(world: World, name: str, expects: Sequence[str], tags: Iterable[str] = ()) -> str:
    """Return one scenario, indented as it stands below `Feature:`. `expects` are sentences for Then; at least one.

    `tags` are without the `@`. The text ends in a line break.
    """
    if not expects:
        raise ValueError("a scenario that expects nothing cannot fail")
    lines = [_INDENT + " ".join(f"@{tag}" for tag in tags)] if tags else []
    lines.append(f"{_INDENT}Scenario: {one_line(name)}")
    keyword = "Given"
    for given, table in _givens(world):
        lines.append(f"{_INDENT * 2}{keyword} {given}")
        lines += [f"{_INDENT * 3}{row}" for row in table]
        keyword = "And"
    lines.append(f"{_INDENT * 2}When the case is screened")
    lines += [f"{_INDENT * 2}{'And' if number else 'Then'} {text}" for number, text in enumerate(expects)]
    return "\n".join(lines) + "\n"


def feature_text(title: str, scenarios: Sequence[str]) -> str:
    """Return a whole feature file that runs as it stands."""
    return f"Feature: {one_line(title)}\n\n" + "\n".join(scenarios)


def one_line(text: str) -> str:
    """Return a text as the name of a scenario can be: one line, and nothing that reads as a placeholder."""
    return " ".join(text.replace("<", "(").replace(">", ")").split())


def outcome_sentence(stage: Stage, outcome: Outcome) -> str:
    """Return the sentence for an outcome at a stage; at the stage structural, that nothing is recommended."""
    if stage is Stage.STRUCTURAL:
        return "the report is a reflection and recommends nothing"
    for text, (wanted, worded_for) in OUTCOMES.items():
        if wanted == outcome.value and stage.value.startswith(worded_for):
            return text
    raise ValueError(f"no sentence says {outcome.value} at the stage {stage.value}")


def rule_sentence(rule: str, truth: Truth) -> str:
    """Return the sentence for how a rule came out."""
    return _RULE[truth].format(rule)


def flag_sentence(flag: str, truth: Truth) -> str:
    """Return the sentence for how a flag came out."""
    return _FLAG[truth].format(flag)


def safeguard_sentence(safeguard: str, truth: Truth) -> str:
    """Return the sentence for whether a safeguard is called for."""
    return _SAFEGUARD[truth].format(safeguard)


def expectations(
    found: Recommendation,
    rules: Iterable[str] = (),
    flags: Iterable[str] = (),
    safeguards: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the sentences that hold for a recommendation: its outcome, and what became of these ids.

    A rule that is not in force at the stage has no sentence and is left out.
    """
    ruled = {finding.rule.id: finding.truth for finding in found.rules}
    raised = {finding.flag.id: finding.truth for finding in found.flags}
    called = {finding.safeguard.id: finding.truth for finding in found.safeguards}
    return (
        outcome_sentence(found.case.stage, found.outcome),
        *(rule_sentence(rule, ruled[rule]) for rule in rules if rule in ruled),
        *(flag_sentence(flag, raised.get(flag, Truth.FALSE)) for flag in flags),
        *(safeguard_sentence(one, called.get(one, Truth.FALSE)) for one in safeguards),
    )


def _givens(world: World) -> Iterable[tuple[str, Sequence[str]]]:
    yield next(text for text, stage in STAGES.items() if stage == world.stage.value), ()
    if world.reassured:
        yield "nothing of concern is known", ()
    if world.profile_reassured:
        yield "the programme has what every safeguard needs", ()
    held = {**world.answers, **(world.profile or {})}
    if rows := [(name, answer) for name, answers in held.items() for answer in answers]:
        yield "the answers", _table(rows)
    for name, answers in world.answers.items():
        if not answers:
            yield f'"{name}" is not answered', ()
    for name, answers in (world.profile or {}).items():
        if not answers:
            yield f'the programme leaves "{name}" open', ()


def _table(rows: Sequence[tuple[str, Answer]]) -> list[str]:
    dated = any(answer.on for _, answer in rows)
    cells = [["question", "answer", "source", *(["on"] if dated else [])]]
    for name, answer in rows:
        said = ", ".join(answer.values) if answer.standing is Standing.ANSWERED else answer.standing.value
        on = answer.on.isoformat() if answer.on else ""
        cells.append([name, said, answer.source.value, *([on] if dated else [])])
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
