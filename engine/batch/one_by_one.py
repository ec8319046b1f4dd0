"""Cases that are written as case files are, one a line or one a file; each is read as `forethought screen` does."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from engine.batch.folders import case_files
from engine.batch.heading import MOST_NUMBERED
from engine.batch.records import mentions, opened
from engine.errors import BadData, ForethoughtError, NoInput, Place, Problem
from engine.loading.case import load_case, load_profile, read_case
from engine.loading.document_text import CASE_LIMITS
from engine.model.answer import Case
from engine.model.policy import Policy
from engine.model.question import Stage

_NO_CASE = frozenset({"a-decision", "a-report"})
_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,39}")
_MOST = 5
_BLANK = b" \t\r\n"
_OVERLAP = 100
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_CASE_KEY = re.compile(r'"case"\s*:\s*')
_REPEATED = "this reference stands in several files, so that each would hide what the other says: name the earlier one \
as `earlier` in the later one, or move it out of the folder"


class Item(NamedTuple):
    """One row: its number, its case or the fault that keeps it from being read, and its reference if that is known."""

    row: int
    case: Case | None
    fault: str = ""
    reference: str | None = None
    mentioned: frozenset[str] = frozenset()
    """For a line that is not a case: everything in it that may be the reference of one."""


class _Found(NamedTuple):
    """A file of a folder: its case, or the fault that keeps it from being read."""

    path: Path
    case: Case | None
    fault: str = ""


class Reading(NamedTuple):
    """What every case is read with; `stage` and `profile` were given for all of them."""

    policy: Policy
    on: date
    name: str
    stage: Stage | None = None
    profile: Case | None = None


def reading(policy: Policy, on: date, name: str, stage: Stage | None, programme: Path | None) -> Reading:
    """Return what every case is read with. Raises BadData or NoInput when the profile cannot be read."""
    profile = load_profile(programme, policy, on) if programme is not None else None
    return Reading(policy, on, name, stage, profile)


def of_lines(source: Path | bytes, folder: Path | None, how: Reading) -> Iterator[Item]:
    """Yield the cases of a file with one JSON object a line; empty lines are none. Raises BadData or NoInput."""
    with opened(source, how.name) as file:
        number = 0
        while line := file.readline(CASE_LIMITS.size + 2):
            number += 1
            if not line.endswith(b"\n") and len(line) > CASE_LIMITS.size:
                found, more = set(_mentions(line)), line
                while not more.endswith(b"\n") and (next_ := file.readline(1 << 20)):
                    more = more[-_OVERLAP:] + next_
                    found |= _mentions(more)
                what = f"{how.name}:{number}: the line has more than {CASE_LIMITS.size:,} bytes"
                yield Item(number, None, what, mentioned=frozenset(found))
                continue
            data = line.removesuffix(b"\n").removesuffix(b"\r")
            if number == 1:
                data = data.removeprefix(b"\xef\xbb\xbf")
            if data.strip(_BLANK):
                yield _line(number, data, folder, how)


def of_folder(folder: Path, how: Reading) -> tuple[list[Item], list[str]]:
    """Return the cases of a folder, and notes on what was passed over. Raises NoInput when it holds none."""
    files, left = case_files(folder)
    found: list[_Found] = []
    others = 0
    for path in files:
        try:
            found.append(_Found(path, load_case(path, how.policy, how.on)))
        except ForethoughtError as error:
            if {problem.slug for problem in error.problems} <= _NO_CASE:
                others += 1
            else:
                found.append(_Found(path, None, _told(error.problems)))
    found += [_Found(one.path, None, f"{one.path}: {one.why}") for one in left if one.open]
    earlier = _earlier(one.case for one in found if one.case is not None)
    kept = [
        one
        for one in sorted(found, key=lambda one: one.path)
        if one.case is None or one.case not in earlier.get(one.case.reference, ())
    ]
    counts = Counter(one.case.reference for one in kept if one.case is not None)
    items = [_item(row, one, how, counts) for row, one in enumerate(kept, start=1)]
    if not items:
        what = "this folder holds no case file"
        raise NoInput([Problem(Place(how.name), "no-cases", what, "name the folder in which case files lie")])
    hidden = sum(not one.open for one in left)
    return items, [
        f"{how.name}: {count} {what}"
        for count, what in (
            (others, "passed over: decisions and reports"),
            (len(found) - len(kept), "passed over: earlier files, which a later file of the same case carries on"),
            (hidden, "passed over: hidden, or not named like case files"),
        )
        if count
    ]


def _line(number: int, data: bytes, folder: Path | None, how: Reading) -> Item:
    place = Place(how.name, number)
    try:
        if not data.lstrip().startswith(b"{"):
            what = "no JSON object begins in this line"
            raise BadData([Problem(place, "not-an-object", what, 'write a case to a line, as in {"case": ...}')])
        case = read_case(data, how.name, how.policy, how.on, folder)
        # A case file may be YAML, which takes more than JSON does: a line that was cut off could still be a case.
        if problem := _not_strict(data, place):
            raise BadData([problem])
    except ForethoughtError as error:
        moved = [_moved(problem, place) for problem in error.problems]
        return Item(number, None, _told(moved), _reference(data), _mentions(data))
    return _as_told(Item(number, case, reference=case.reference), str(place), how)


def _moved(problem: Problem, line: Place) -> Problem:
    """Return a problem of one line with its place in the file."""
    if problem.place.file != line.file:
        return problem
    return problem._replace(place=Place(line.file, line.line, problem.place.column))


def _as_told(item: Item, place: str, how: Reading) -> Item:
    """Return a case with what was given for all of them, or its fault when it says something else."""
    case = item.case
    if case is None:
        return item
    fault = _too_often(case) or _otherwise(case, how)
    if fault:
        return item._replace(case=None, fault=f"{place}: {fault}")
    return item if how.profile is None else item._replace(case=replace(case, programme=how.profile))


def _otherwise(case: Case, how: Reading) -> str:
    """Return where a case says something else than was given for all of them."""
    if how.stage is not None and case.stage is not how.stage:
        return f"the case is not at stage {how.stage}, the stage given for all of them"
    if how.profile is not None and not case.stage.of_client:
        return "only a client's case has a programme, and one was given for all of them"
    if how.profile is not None and case.programme is not None and case.programme != how.profile:
        return "the case names another profile than the one given for all of them"
    return ""


def _item(row: int, found: _Found, how: Reading, counts: Mapping[str, int]) -> Item:
    path, case, fault = found
    if case is None:
        return Item(row, None, fault)
    if counts[case.reference] > 1:
        return Item(row, None, f"{path}: {_REPEATED}", case.reference)
    return _as_told(Item(row, case, fault, case.reference), str(path), how)


def _earlier(cases: Iterable[Case]) -> dict[str, list[Case]]:
    """Return the cases that another one names as its earlier case: all that they say stands in that one too."""
    found: dict[str, list[Case]] = {}
    for case in cases:
        before = case.earlier
        while before is not None:
            found.setdefault(before.reference, []).append(before)
            before = before.earlier
    return found


def _too_often(case: Case) -> str:
    """Return what is wrong when one source answers one question very often: each answer is a column of every row."""
    for question, answers in case.answers.items():
        source, count = Counter(answer.source for answer in answers).most_common(1)[0] if answers else ("", 0)
        if count > MOST_NUMBERED:
            return f"the {source} answers `{question}` more than {MOST_NUMBERED} times: leave the oldest out"
    return ""


def _told(problems: tuple[Problem, ...] | list[Problem]) -> str:
    """Return the problems of a case as one text."""
    texts = [f"{each.place}: {each.message}" + (f" ({each.help})" if each.help else "") for each in problems[:_MOST]]
    more = len(problems) - _MOST
    return "; ".join([*texts, *([f"and {more} more"] if more > 0 else [])])


def _reference(data: bytes) -> str | None:
    """Return the reference of a line that is not a case, if it is plain to see."""
    try:
        found = _strictly(data)
    except (ValueError, RecursionError):
        return None
    reference = found.get("case") if isinstance(found, dict) else None
    return reference if isinstance(reference, str) and _REFERENCE.fullmatch(reference) else None


def _mentions(data: bytes) -> frozenset[str]:
    """Return everything in a line that may be the reference of its case, escaped or not."""
    text = data.decode("utf-8", "replace")
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).replace("\\/", "/")
    return mentions(text) | mentions(plain)


def _not_strict(data: bytes, place: Place) -> Problem | None:
    """Return what makes a line that was read as a case something else than one JSON object with a reference."""
    text = data.decode("utf-8")
    try:
        found = _strictly(data)
    except json.JSONDecodeError as error:
        help = "write keys and texts between double quotation marks, and nothing below the last brace"
        return Problem(place._replace(column=error.colno), "not-json", "this is not well-formed JSON", help)
    except (ValueError, RecursionError):
        what = "this is not well-formed JSON: `case` is written twice, or something is no number"
        return Problem(place._replace(column=1), "not-json", what, "write the line anew")
    if isinstance(found, dict) and isinstance(found.get("case"), str):
        return None
    at = _CASE_KEY.search(text)
    what = "this is not a reference: in JSON it stands between quotation marks"
    return Problem(place._replace(column=at.end() + 1 if at else 1), "not-a-reference", what, 'write it as "K-0412"')


def _strictly(data: bytes) -> object:
    """Return what JSON holds, and `case` in it once. Raises ValueError."""

    def refuse(_: str) -> object:
        raise ValueError

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        if sum(key == "case" for key, _ in pairs) > 1:
            raise ValueError
        return dict(pairs)

    return json.loads(data.decode("utf-8"), parse_constant=refuse, object_pairs_hook=once)
