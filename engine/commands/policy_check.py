"""`forethought policy check`: everything wrong with a policy and its scenarios, and what its writer must answer for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import click

from engine import api
from engine.commands.options import checked_on_option, day_of, format_option, output_for, output_option
from engine.commands.output import Output
from engine.commands.policy_folders import Folders, folders
from engine.commands.running import note
from engine.errors import Exit, Place, Problem
from engine.loading.advice.accepting import Accepted, Answered, answered
from engine.loading.advice.check import findings_in, look_at, named
from engine.loading.advice.finding import Finding
from engine.loading.advice.pages import page_about
from engine.loading.advice.slugs import FINDINGS, PROVED
from engine.loading.languages import in_brief
from engine.report.json_ import dumps
from engine.report.visible import visible_lines


class _Missed(NamedTuple):
    """What was not looked for: the word of a finding, the rule (None: any), and why."""

    finding: str
    about: str | None
    why: str


_WHY = {
    "no-proof": "--no-proof",
    "part-missing": "this needs the part `assurance`: pip install 'forethought[assurance]'",
}
_FEW = 5
"""So many searches that ran out of time are named; JSON has them all."""

_EPILOG = """\b
Examples:
  forethought policy check
  forethought policy check our-programme/ --format json
  forethought policy check --all
  forethought policy check --explain rule-covered

\b
Exit codes: 0 nothing to answer for, 1 findings that are not accepted,
65 something is wrong, 66 no such folder.
"""


@click.command(name="check", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--policy", "policy_dir", metavar="DIR", help="The policy, when DIR is a folder of scenarios.")
@format_option("text", "json")
@output_option
@click.option("--all", "everything", is_flag=True, help="List every note, and each accepted finding with its reason.")
@click.option("--no-proof", is_flag=True, help="Do not look for rules that can be left out or never apply.")
@click.option("--explain", "slug", metavar="WORD", help="Print the page about a finding: what it means, what to do.")
@checked_on_option
def policy_check(  # noqa: PLR0913 - one argument for each option
    *,
    folder: str | None,
    policy_dir: str | None,
    format_: str,
    output: str | None,
    everything: bool,
    no_proof: bool,
    slug: str | None,
    on: date | None,
) -> int:
    """List everything wrong with a policy and its scenarios, and what its writer should answer for.

    DIR holds policy.yaml, or rules/ and features/, or scenarios alone. Default: the policy shipped with forethought.
    With an error the policy cannot be used. A finding stops nothing; it is mended, or accepted in policy.yaml with a
    reason. Notes (texts that are not translated, answers that no rule tells apart) ask for nothing.
    """
    if slug is not None:
        target = Output(output)
        target.write(visible_lines(page_about(slug)))
        target.close()
        return Exit.DONE
    found = folders(folder, policy_dir)
    target = output_for(output, policy=found.policy)
    problems = problems_of(found, complete=found.of_policy)
    state = Answered((), (), ())
    missed: tuple[_Missed, ...] = ()
    if found.of_policy and not problems:
        state, missed = _answered(found, day_of(on), proof=not no_proof)
    if format_ == "json":
        target.write(dumps(_data(problems, state, missed, everything=everything)))
    else:
        target.write(_text(problems, state, everything=everything))
    target.close()
    if missed:
        note(_not_looked_for(missed))
    note(_in_a_word(problems, state, missed))
    return Exit.BAD_DATA if problems else Exit.FINDING if state.findings else Exit.DONE


def problems_of(found: Folders, *, complete: bool) -> tuple[Problem, ...]:
    """Return the problems of the policy and, once that is sound, of the scenarios held against it.

    `complete`: the scenarios are all that the policy has, so a rule in force without one is a problem too.
    """
    problems = api.check_policy(found.policy)
    if problems:
        return problems
    if found.features is None:
        help = "put the scenarios into features/, beside the policy's folder or in it"
        return (Problem(Place(str(found.policy)), "no-scenarios", "this policy has no scenarios", help),)
    return api.check_scenarios(found.policy, found.features, complete=complete)


def _answered(found: Folders, on: date, *, proof: bool) -> tuple[Answered, tuple[_Missed, ...]]:
    looked, notes = look_at(found.policy, on)
    findings = findings_in(looked)
    missed: tuple[_Missed, ...] = tuple(_Missed(slug, None, "no-proof") for slug in sorted(PROVED))
    if proof:
        from engine.scenarios.covered import available, needless

        if available():
            proved = needless(looked)
            findings = tuple(sorted((*findings, *proved.findings)))
            missed = tuple(_Missed(slug, rule, "out-of-time") for slug, rule in proved.undecided)
        else:
            missed = tuple(each._replace(why="part-missing") for each in missed)
    looked_for = set(FINDINGS) - {each.finding for each in missed}
    return answered(findings, named(looked, notes), looked.header.accepted, on, looked_for), missed


def _not_looked_for(missed: Sequence[_Missed]) -> str:
    why = missed[0].why
    if why in _WHY:
        return f"rules that never apply, always apply or can be left out were not looked for: {_WHY[why]}"
    shown = ", ".join(f"`{each.finding}` about `{each.about}`" for each in missed[:_FEW])
    more = f", and {len(missed) - _FEW} more (--format json lists them)" if len(missed) > _FEW else ""
    return f"the time for the search was up before it was known whether there is {shown}{more}"


def _in_a_word(problems: tuple[Problem, ...], state: Answered, missed: Sequence[_Missed]) -> str:
    if problems:
        return "the policy cannot be used like this"
    if not state.findings:
        return "nothing is wrong in what was looked for" if missed else "nothing is wrong"
    many = len(state.findings)
    what = "1 finding has" if many == 1 else f"{many} findings have"
    return f"the policy can be used; {what} to be mended, or accepted (--explain WORD tells how)"


def _text(problems: tuple[Problem, ...], state: Answered, *, everything: bool) -> str:
    notes = state.notes if everything else in_brief(state.notes)
    lines = [str(each) for each in (*problems, *state.findings, *notes)]
    if everything:
        lines += [_accepted_in_full(each) for each in state.accepted]
    elif how_many := _how_many(state.accepted):
        lines.append(f"{how_many} accepted in policy.yaml (--all gives the reasons)")
    return "".join(f"{visible_lines(line)}\n" for line in lines)


def _how_many(accepted: Sequence[Accepted]) -> str:
    """Say how many findings and notes are accepted, each counted once: one acceptance can cover several."""
    findings = {finding for each in accepted for finding in each.findings}
    notes = {found for each in accepted for found in each.notes}
    counts = [(len(findings), "finding"), (len(notes), "note")]
    said = [f"{many} {what}" + ("s" if many > 1 else "") for many, what in counts if many]
    return " and ".join(said) + (" is" if len(findings) + len(notes) == 1 else " are") if said else ""


def _accepted_in_full(each: Accepted) -> str:
    acceptance = each.acceptance
    # Every finding is named: nothing is accepted unseen. Notes ask for nothing, and there can be hundreds.
    met = [finding.message for finding in each.findings] or [found.message for found in each.notes[:1]]
    shown = "\n  and: ".join(met) if met else "not looked for this time"
    more = f" (and {len(each.notes) - 1} more)" if len(each.notes) > 1 else ""
    return (
        f"{acceptance.place}: accepted[{acceptance.finding}]: {shown}{more}\n"
        f"  reason: {acceptance.reason}\n"
        f"  by: {acceptance.by}, until {acceptance.until.isoformat()}"
    )


def _data(
    problems: tuple[Problem, ...], state: Answered, missed: Sequence[_Missed], *, everything: bool
) -> dict[str, object]:
    notes = state.notes if everything else in_brief(state.notes)
    return {
        "schema": "forethought.problems/1",
        "problems": [_as_data(problem) for problem in problems],
        "findings": [_finding_as_data(finding) for finding in state.findings],
        "notes": [_place_as_data(each.place) | {"slug": each.slug, "message": each.message} for each in notes],
        "accepted": [_accepted_as_data(each) for each in state.accepted],
        "not_looked_for": [each._asdict() for each in missed],
    }


def _accepted_as_data(each: Accepted) -> dict[str, object]:
    acceptance = each.acceptance
    return {
        "finding": acceptance.finding,
        "about": acceptance.about,
        "reason": acceptance.reason,
        "by": acceptance.by,
        "until": acceptance.until.isoformat(),
        **({"words": acceptance.words} if acceptance.words else {}),
        "findings": [_as_data(finding) for finding in each.findings],
        "notes": len(each.notes),
    }


def _finding_as_data(finding: Finding) -> dict[str, object]:
    words = {"words": finding.words[0]} if finding.words else {}
    return _as_data(finding) | {"about": finding.about} | words


def _as_data(each: Problem | Finding) -> dict[str, object]:
    return _place_as_data(each.place) | {"slug": each.slug, "message": each.message, "help": each.help}


def _place_as_data(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column}
