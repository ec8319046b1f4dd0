"""`forethought policy new-rule`: a rule with its papers, its flag and the scenarios that it begins with."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from engine import api
from engine.commands.output import Output
from engine.commands.policy_format import own_policy
from engine.commands.rewriting import write_all
from engine.commands.running import note, tell
from engine.errors import BadData, Exit
from engine.model.question import Stage
from engine.scenarios.drafting.draft import Draft, Wrong
from engine.scenarios.drafting.files import Written, files_for, topics_at
from engine.scenarios.drafting.papers import PAPERS, given, wanted

_EPILOG = """\b
Examples:
  forethought policy new-rule our-programme/
  forethought policy new-rule our-programme/ --stage start --topic devices
      --title "A device that others use" --test device-used=shared-with-family
      --raise device-used-by-others --because "What others open, they can read."
      --source "tsf: start, digital-safety" --authority guidance
      --owner "intake lead" --if-unknown-ask practitioner

\b
Exit codes: 0 written, 2 a paper is missing or cannot stand, 65 the policy is
not sound, or would not be with the rule, 66 no such policy, 73 cannot write.
"""
_HELP = {
    "stage": "The stage that the rule is for.",
    "also-at": "A further stage that it holds at; as often as needed.",
    "title": "What the rule says, in a few words.",
    "id": "Its id. Default: made from the title.",
    "test": "A question and the answer from which on it applies: QUESTION=ANSWER; as often as needed.",
    "join": "any: one of several tests is enough; all: every one must be met.",
    "raise": "The flag of the policy that it raises.",
    "effect": "Of a new flag: exclude or caution.",
    "flag-title": "Of a new flag: what it is called.",
    "flag-id": "Of a new flag: its id. Default: made from its title.",
    "meaning": "Of a new flag: what it means in an online setting.",
    "remedy": "Of a new flag: a safeguard that would resolve it; as often as needed.",
    "tell": "Of a new flag: who must be told at once; as often as needed.",
    "recommend": "A safeguard that it calls for, instead of raising a flag; as often as needed.",
    "because": "Why: what a reader of the report is told.",
    "source": 'What it rests on: "WORK" or "WORK: place, place"; as often as needed.',
    "authority": "law, standard, guidance or product-default.",
    "owner": "Who answers for it: a role.",
    "if-unknown-ask": "Whom to ask when the answer is missing; as often as needed.",
    "limits": "What it does not cover.",
    "topic": "The file it stands in: rules/STAGE/TOPIC.yaml.",
}
_OF_A_FLAG = ("effect", "flag-title", "flag-id", "meaning", "remedy", "tell")
_ALWAYS = ("stage", "title", "test", "does", "because", "source", "authority", "owner", "topic")
_ONLY_KINDS = {"does": "--raise, --recommend, or --effect with --flag-title and --meaning"}


def _paper_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for paper in reversed(PAPERS):
        if paper.key in _HELP:
            add = click.option(f"--{paper.key}", paper.key.replace("-", "_"), multiple=True, help=_HELP[paper.key])
            command = add(command)
    return command


@click.command(name="new-rule", epilog=_EPILOG)
@click.argument("folder", metavar="[DIR]", default=".")
@_paper_options
def policy_new_rule(*, folder: str, **papers: tuple[str, ...]) -> int:
    """Begin a rule: with its papers, its flag if it brings one, and its scenarios.

    At a terminal you are asked for one paper after the other; what is given as an option is not asked for. DIR holds
    policy.yaml, or rules/. Default: the folder you are in. The rule is in force, `policy check` passes, and `policy
    test` says of each scenario what only you can fill in: what is to be recommended there.
    """
    policy = own_policy(folder)
    told = {key.replace("_", "-"): texts for key, texts in papers.items() if texts}
    told |= _does(told)
    draft = Draft(api.load_policy(policy))
    features = _features(policy)
    lacking = _lacking(draft, told)
    if lacking and sys.stdin is not None and sys.stdin.isatty():
        written = _talked_over(draft, told, policy, features)
    elif lacking:
        raise click.UsageError(
            f"these papers are missing: {'; '.join(_ONLY_KINDS.get(key, f'--{key}') for key in lacking)}."
            " At a terminal you are asked for them."
        )
    else:
        written = files_for(draft, policy, features)
    if written is None:
        note("nothing was written")
        return Exit.DONE
    write_all(written.contents)
    _show(written, policy)
    return Exit.DONE


def _features(policy: Path) -> Path:
    """Return the folder of the policy's scenarios, there or to be made."""
    inside, beside = policy / "features", policy.parent / "features"
    if policy.absolute().name != "rules":
        return beside if beside.is_dir() and not inside.is_dir() else inside
    return inside if inside.is_dir() else beside


def _does(told: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return what the rule does, as far as options say so."""
    kinds = [
        kind
        for kind, keys in (("raise", ("raise",)), ("new-flag", _OF_A_FLAG), ("recommend", ("recommend",)))
        if any(key in told for key in keys)
    ]
    if len(kinds) > 1:
        raise click.UsageError("a rule raises one flag, old or new, or calls for safeguards: one of these three.")
    return {"does": (kinds[0],)} if kinds else {}


def _lacking(draft: Draft, told: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Take what was told into the draft and return the papers that are missing; nothing is taken while basics are."""
    lacking = [key for key in _ALWAYS if key not in told]
    if told.get("does") == ("new-flag",):
        lacking += [key for key in ("effect", "flag-title", "meaning") if key not in told]
    if lacking:
        return lacking
    for paper in PAPERS:
        if not paper.applies(draft):
            if paper.key in told:
                raise click.UsageError(f"--{paper.key} does not belong to a rule like this one.")
            continue
        texts = told.get(paper.key) or tuple(filter(None, (paper.proposed(draft),)))
        if texts:
            _take(draft, paper.key, texts)
    return [paper.key for paper in wanted(draft)]


def _take(draft: Draft, key: str, texts: Sequence[str]) -> None:
    try:
        given(draft, next(paper for paper in PAPERS if paper.key == key), texts)
    except Wrong as wrong:
        said = f"{wrong.message}; {wrong.help}" if wrong.help else wrong.message
        raise click.BadParameter(f"{said.rstrip('.')}.", param_hint=f"--{key}") from None


def _talked_over(draft: Draft, told: Mapping[str, tuple[str, ...]], policy: Path, features: Path) -> Written | None:
    """Ask for what is missing until the files can be made of it; None when the person gives up."""
    from engine.commands.interview_terminal import Terminal
    from engine.commands.new_rule_asking import ask_again, ask_for_papers

    terminal = Terminal()
    topics = {stage.value: topics_at(policy, stage) for stage in Stage}
    while True:
        try:
            ask_for_papers(draft, told, topics, terminal)
        except Wrong as wrong:
            raise click.UsageError(f"{wrong.message}; {wrong.help}.") from None
        try:
            return files_for(draft, policy, features)
        except BadData as error:
            tell(error.problems)
            if not ask_again(draft, told, terminal):
                return None


def _show(written: Written, policy: Path) -> None:
    output = Output(None)
    output.write("".join(f"{path}\n" for path in (written.rule, written.flag, written.feature) if path is not None))
    output.close()
    rule = written.feature.stem
    note("the rule is in force; its scenarios wait for what you want recommended. Next:")
    note(f"  forethought policy check {shlex.quote(str(policy))}")
    note(f"  forethought policy test {shlex.quote(str(written.feature))} --policy {shlex.quote(str(policy))}")
    note(f"  forethought policy mutate {shlex.quote(str(policy))} --rule {rule}    (once they pass)")
