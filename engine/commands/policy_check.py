"""`forethought policy check`: everything wrong with a policy and its scenarios, and what its writer must answer for."""

from __future__ import annotations

from datetime import date

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
    if found.of_policy and not problems:
        state = _answered(found, day_of(on), proof=not no_proof)
    if format_ == "json":
        target.write(dumps(_data(problems, state, everything=everything)))
    else:
        target.write(_text(problems, state, everything=everything))
    target.close()
    note(_in_a_word(problems, state))
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


def _answered(found: Folders, on: date, *, proof: bool) -> Answered:
    looked, notes = look_at(found.policy, on)
    findings = findings_in(looked)
    looked_for = set(FINDINGS) - set(PROVED)
    if proof:
        from engine.scenarios.covered import available, needless_rules

        if available():
            findings = tuple(sorted((*findings, *needless_rules(looked))))
            looked_for |= set(PROVED)
        else:
            note(
                "rules that never apply, always apply or can be left out were not looked for: this needs the part"
                " `assurance`: pip install 'forethought[assurance]'"
            )
    return answered(findings, named(looked, notes), looked.header.accepted, on, looked_for)


def _in_a_word(problems: tuple[Problem, ...], state: Answered) -> str:
    if problems:
        return "the policy cannot be used like this"
    if not state.findings:
        return "nothing is wrong"
    many = len(state.findings)
    what = "1 finding has" if many == 1 else f"{many} findings have"
    return f"the policy can be used; {what} to be mended, or accepted (--explain WORD tells how)"


def _text(problems: tuple[Problem, ...], state: Answered, *, everything: bool) -> str:
    notes = state.notes if everything else in_brief(state.notes)
    lines = [str(each) for each in (*problems, *state.findings, *notes)]
    if everything:
        lines += [_accepted_in_full(each) for each in state.accepted]
    elif state.accepted:
        many = len(state.accepted)
        what = "1 finding or note is" if many == 1 else f"{many} findings or notes are"
        lines.append(f"{what} accepted in policy.yaml (--all gives the reasons)")
    return "".join(f"{visible_lines(line)}\n" for line in lines)


def _accepted_in_full(each: Accepted) -> str:
    acceptance = each.acceptance
    met = [finding.message for finding in each.findings] + [found.message for found in each.notes]
    shown = met[0] if met else "not looked for this time"
    more = f" (and {len(met) - 1} more)" if len(met) > 1 else ""
    return (
        f"{acceptance.place}: accepted[{acceptance.finding}]: {shown}{more}\n"
        f"  reason: {acceptance.reason}\n"
        f"  by: {acceptance.by}, until {acceptance.until.isoformat()}"
    )


def _data(problems: tuple[Problem, ...], state: Answered, *, everything: bool) -> dict[str, object]:
    notes = state.notes if everything else in_brief(state.notes)
    return {
        "schema": "forethought.problems/1",
        "problems": [_as_data(problem) for problem in problems],
        "findings": [_as_data(finding) | {"about": finding.about} for finding in state.findings],
        "notes": [_place_as_data(each.place) | {"slug": each.slug, "message": each.message} for each in notes],
        "accepted": [_accepted_as_data(each) for each in state.accepted],
    }


def _accepted_as_data(each: Accepted) -> dict[str, object]:
    acceptance = each.acceptance
    return {
        "finding": acceptance.finding,
        "about": acceptance.about,
        "reason": acceptance.reason,
        "by": acceptance.by,
        "until": acceptance.until.isoformat(),
        "findings": [_as_data(finding) for finding in each.findings],
        "notes": len(each.notes),
    }


def _as_data(each: Problem | Finding) -> dict[str, object]:
    return _place_as_data(each.place) | {"slug": each.slug, "message": each.message, "help": each.help}


def _place_as_data(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line, "column": place.column}
