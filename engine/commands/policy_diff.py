"""`forethought policy diff`: what differs between two policies, which way it goes, and for whom."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from engine import api
from engine.columns import required
from engine.commands.options import (
    day_of,
    format_option,
    load_case,
    on_option,
    output_for,
    output_option,
)
from engine.commands.policy_diff_tables import is_table, with_table
from engine.commands.policy_versions import Version, two_versions
from engine.commands.running import POLICY_IN_USE, fault, note
from engine.compare.as_data import Told, as_data
from engine.compare.cases import CaseDifference, CasesDifference, NotLookedAt, Unread, case_difference
from engine.compare.difference import Difference
from engine.compare.renamed import renamed_between
from engine.compare.texts import texts_in
from engine.errors import Exit, ForethoughtError, NoInput, Place, Problem
from engine.model.policy import Policy
from engine.model.recommendation import Recommendation
from engine.model.speech import Speech
from engine.report.words import speaking

_NO_CASE = frozenset({"a-decision", "a-report"})
_CASE_FILES = frozenset({".yaml", ".yml", ".json"})
_SECONDS = 30.0

_EPILOG = """\b
Examples:
  forethought policy diff main rules
  forethought policy diff v1.0 main~3
  forethought policy diff main:our/policy our/policy --cases cases/
  forethought policy diff v1.0 rules --cases caseload.csv
  forethought policy diff old-policy/ new-policy/ --format json

\b
Exit codes: 0 nothing is less cautious; 1 something is, or that is not known: a
second reviewer is asked for; 65 a policy or a case cannot be used, or was not
looked at (the rest is shown all the same; this wins over 1); 66 no such folder or revision; 69 git is not installed.
"""


@click.command(name="diff", epilog=_EPILOG)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--cases",
    "cases",
    metavar="DIR|FILE|TABLE",
    multiple=True,
    help="Show which of these cases get another recommendation, and why: case files, a folder with everything in it,"
    " or a table as `batch` reads it (.csv, .jsonl, .parquet). Repeatable.",
)
@format_option("text", "json")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0.01),
    default=_SECONDS,
    show_default=True,
    metavar="N",
    help="How long one thing to be proved may take. What is not proved by then counts as less cautious.",
)
@on_option
@output_option
def policy_diff(
    *, old: str, new: str, cases: tuple[str, ...], format_: str, seconds: float, on: date | None, output: str | None
) -> int:
    """Show what was changed between two policies, in words, and which way it goes.

    OLD and NEW are folders, or revisions of the git repository that the current folder is in: main~3, v1.0, or
    main~3:path/to/policy. For each stage it is proved, for every case that there can be, whether NEW is equivalent,
    more cautious or less cautious, with cases that show it as scenarios ready to paste.
    """
    if any(map(is_table, cases)):
        required()
    with two_versions(old, new) as versions:
        before, after = (_load(version) for version in versions)
        POLICY_IN_USE.set(" and ".join(f"{each.id} {each.version} ({each.fingerprint})" for each in (before, after)))
        for word, version in zip(("old", "new"), versions, strict=True):
            note(f"{word}: {version.name}")
        inside = [_files(named) for named in cases]
        kept_from = [str(path) for files, _ in inside for path in files]
        output_for(output, *kept_from, policy=versions[0].folder)
        target = output_for(output, *kept_from, policy=versions[1].folder)
        found, told = _compared(versions, (before, after), seconds)
    if cases:
        single = [file for file in kept_from if not is_table(file)]
        compared = _cases(single, before, after, day_of(on), named=frozenset(cases))
        for table in dict.fromkeys(filter(is_table, kept_from)):
            compared = with_table(compared, table, before, after, day_of(on))
        left = tuple(dict.fromkeys(one for _, some in inside for one in some))
        told = told._replace(cases=compared._replace(not_looked_at=left))
    with speaking(Speech()):
        document = as_data(found, told)
    if format_ == "json":
        from engine.report.json_ import dumps

        target.write(dumps(document))
    else:
        from engine.report.assurance.diff_text import difference_text

        target.write(difference_text(document, target.width))
    target.close()
    if told.cases is not None and told.cases.unread:
        note("some cases could not be screened under both policies: see the list")
        return Exit.BAD_DATA
    if told.cases is not None and any(one.open for one in told.cases.not_looked_at):
        note("some files were not looked at, and may be cases: see the list")
        return Exit.BAD_DATA
    return Exit.FINDING if document["second_reviewer"] else Exit.DONE


def _load(version: Version) -> Policy:
    with version.speaking():
        return api.load_policy(version.folder)


def _compared(
    versions: tuple[Version, Version], policies: tuple[Policy, Policy], seconds: float
) -> tuple[Difference, Told]:
    from engine.commands.policy_diff_showing import Showing
    from engine.compare.renamed import under
    from engine.proof import available

    old, new = policies
    if not available():
        note("the directions cannot be proved without the part `assurance`: pip install 'forethought[assurance]'")
    texts = (texts_in(versions[0].folder, old), texts_in(versions[1].folder, new))
    showing = Showing(under(old, renamed_between(old, new)), new)
    found = api.compare(old, new, texts, seconds, showing.shorten)
    return found, Told(versions[0].name, versions[1].name, showing.scenario, showing.promise)


def _files(named: str) -> tuple[list[Path], list[NotLookedAt]]:
    """Return the case files that were named: the file itself, or everything in a folder that may be one.

    And what lies in the folder and is not opened: nothing is passed over without a word.
    """
    path = Path(named)
    if not path.is_dir():
        if not path.exists():
            raise NoInput([Problem(Place(named), "no-cases", "there is no such file or folder", "name case files")])
        return [path], []
    found: list[Path] = []
    left: list[NotLookedAt] = []

    def closed(error: OSError) -> None:
        left.append(NotLookedAt(str(error.filename), "this folder cannot be read", open=True))

    for folder, inner, files in os.walk(path, onerror=closed):
        for name in list(inner):
            each = Path(folder, name)
            if each.is_symlink():
                left.append(NotLookedAt(str(each), "a link to a folder: name that folder", open=True))
            elif name.startswith("."):
                left.append(NotLookedAt(str(each), "a hidden folder: name it if cases are in it", open=False))
                inner.remove(name)
        for name in files:
            each = Path(folder, name)
            why = _why_not(each)
            if not why:
                found.append(each)
            elif each.suffix.lower() in _CASE_FILES or name.lower() in _CASE_FILES:
                left.append(NotLookedAt(str(each), why, open=not name.startswith(".")))
    if not found:
        help = f"not looked at: {left[0].file}, {left[0].why}" if left else "name case files"
        raise NoInput([Problem(Place(named), "no-cases", "this folder holds no case file", help)])
    return sorted(found), left


def _why_not(file: Path) -> str:
    """Return why a file in a folder of cases is not opened; empty when it is."""
    if file.name.startswith("."):
        return "a hidden file: name it if it is a case"
    if file.suffix.lower() not in _CASE_FILES:
        return "its name is not that of a case file"
    if file.is_file():
        return ""
    return "a link that leads nowhere" if file.is_symlink() and not file.exists() else "this is not a file"


def _cases(files: list[str], old: Policy, new: Policy, on: date, *, named: frozenset[str]) -> CasesDifference:
    names = renamed_between(old, new)
    changed: list[CaseDifference] = []
    unread: list[Unread] = []
    not_cases: list[str] = []
    compared = 0
    for file in dict.fromkeys(files):
        before, after = _screened(file, old, on), _screened(file, new, on)
        if isinstance(before, Recommendation) and isinstance(after, Recommendation):
            compared += 1
            difference = case_difference(file, before, after, names)
            changed += [difference] if difference is not None else []
            continue
        failed = {
            word: side for word, side in (("old", before), ("new", after)) if not isinstance(side, Recommendation)
        }
        problems = tuple(sorted({problem for each in failed.values() for problem in each}))
        # In a folder of cases there may lie what belongs to them; a file that was named is meant as a case.
        if file not in named and {problem.slug for problem in problems} <= _NO_CASE:
            not_cases.append(file)
        else:
            unread.append(Unread(file, tuple(failed), problems))
    return CasesDifference(on.isoformat(), compared, tuple(changed), tuple(unread), tuple(not_cases))


def _screened(file: str, policy: Policy, on: date) -> Recommendation | tuple[Problem, ...]:
    try:
        return api.screen(policy, load_case(file, policy, on), on)
    except ForethoughtError as error:
        return error.problems
    except Exception as error:  # noqa: BLE001 - one case must not take the others with it, nor be left out
        return (fault(error),)
