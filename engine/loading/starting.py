"""A policy to begin with: the files of the shipped one under another name, with all that its writer needs at hand.

Only makes the texts; whoever calls writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from engine.loading.source_blocks import Block, blocks_of, lines_of, parsed
from engine.loading.values import KEBAB, LONGEST_ID
from engine.loading.writing import is_writable

NAMED: Final = ("id", "title", "owner")
"""The keys of policy.yaml that make a copy a programme's own."""

_TWIN = re.compile(r"@example:\S+ ?")
_MADE_UP = "  Whole cases of people and programmes that do not exist, answered from beginning to end."
_LEFT_OUT = {"__pycache__", ".pytest_cache"}

README: Final = """\
# {title}

This folder is your programme's own policy: the questions that are asked, the grounds that speak against online work,
the measures that must be in place, the rules that join them, and the scenarios that show what each rule does. It began
as a copy of the policy that comes with Forethought. Nobody has validated it; it is yours to read, to change and to
answer for. All of it is plain text, and none of it needs programming.

| here | is |
| --- | --- |
| `rules/policy.yaml` | what the policy is called, who answers for it, what every case gets |
| `rules/questions/`, `rules/flags/`, `rules/safeguards/`, `rules/rules/` | what is asked, grounds, measures, rules |
| `rules/sources.yaml` | the works that the rules rest on; your own team's agreements belong here too |
| `rules/invariants.yaml` | what must never happen, whatever the rules come to say |
| `rules/README.md` | every key and every form of a condition, explained |
| `features/` | the scenarios: in plain sentences, what a case comes to |

## Five commands to try

From this folder:

    forethought policy check .         is everything well-formed, and what looks doubtful
    forethought policy test .          do all scenarios still come out as they say
    forethought policy new-rule .      begin a rule: you are asked for one thing after the other
    forethought policy prove .         can it ever fail to speak against what we agreed it must
    forethought interview --policy rules      ask the questions for one case, and see what is recommended

`prove` needs one more part: `pip install 'forethought[assurance]'`. Once you have changed something,
`forethought policy diff OLD rules` says what changes and for whom, `forethought policy format .` puts the files into
their usual order, and `forethought policy docs OUT --policy .` writes the whole policy as pages to read or print.

An editor that knows YAML (Visual Studio Code with the YAML extension, for one) explains every key while you write and
marks misspelt ones: the first line of each file tells it where to look.

Case files and reports are about real people. Keep them outside this folder, or in `cases/`, which `.gitignore` keeps
out of your version control.
"""

IGNORED: Final = """\
# Case files, reports and decisions are about real people: they have no place in version control.
/cases/
/K-*
"""


def starting_files(shipped: Path, named: Mapping[str, str]) -> dict[PurePosixPath, bytes]:
    """Return the files of a new policy by their paths in its folder.

    `shipped` is the folder of a policy whose scenarios lie beside it; `named` gives new values for keys among `NAMED`.
    """
    found: dict[PurePosixPath, bytes] = {}
    for room, folder in (("rules", shipped), ("features", shipped.parent / "features")):
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder)
            if path.is_file() and _LEFT_OUT.isdisjoint(inner.parts):
                found[PurePosixPath(room, *inner.parts)] = path.read_bytes()
    header = PurePosixPath("rules/policy.yaml")
    found[header] = renamed(found[header].decode(), named).encode()
    for name in [name for name in found if name.suffix == ".feature"]:
        found[name] = without_twins(found[name].decode()).encode()
    found[PurePosixPath("README.md")] = README.format(title=named.get("title", "Your policy")).encode()
    found[PurePosixPath(".gitignore")] = IGNORED.encode()
    return found


def renamed(text: str, named: Mapping[str, str]) -> str:
    """Return the text of policy.yaml with new values for some of its keys, and everything else as it is."""
    lines = lines_of(text)
    blocks = blocks_of(lines, parsed(lines), len(lines))
    for block in reversed(blocks.members if blocks else ()):
        if block.key in named:
            lines[block.start : block.end] = [_line(lines, block, named[block.key])]
    return "\n".join(lines) + "\n"


def _line(lines: list[str], block: Block, value: str) -> str:
    written = value if KEBAB.fullmatch(value) and block.key == "id" else json.dumps(value, ensure_ascii=False)
    mark = block.value.end_mark
    after = lines[block.start][mark.column :] if mark.line == block.start else ""
    return f"{block.key}: {written}{after}".rstrip()


def without_twins(text: str) -> str:
    """Return a feature without tags that name example cases, and without saying that there are any."""
    if "examples/" not in text and "@example:" not in text:
        return text
    lines: list[str] = []
    in_description = False
    for line in text.splitlines():
        if in_description:
            in_description = bool(line.strip())
            if in_description:
                continue
            lines.append(_MADE_UP)
        if line.startswith("Feature:"):
            in_description = True
        bare = _TWIN.sub("", line).rstrip()
        if bare or not line.strip():
            lines.append(bare)
    return "\n".join(lines) + "\n"


def wrong_with(key: str, value: str) -> str:
    """Say what is wrong with a value for one of `NAMED`; empty when nothing is."""
    if key == "id" and not (KEBAB.fullmatch(value) and len(value) <= LONGEST_ID):
        return "an id is written in small letters, digits and hyphens, as in our-programme"
    if not value.strip():
        return "nothing is written there"
    if not is_writable(value) or "\n" in value:
        return "write it on one line, without invisible characters"
    return ""
