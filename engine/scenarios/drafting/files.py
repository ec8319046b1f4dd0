"""The files that a new rule makes, tried out on a copy of the policy before any of them is written."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from engine import api
from engine.errors import BadData, Place, Problem
from engine.loading.canonical import schema_line
from engine.loading.folder import PolicyFile
from engine.loading.places import places_of
from engine.loading.scenarios import check_feature
from engine.loading.source_blocks import lines_of
from engine.model.policy import Policy
from engine.model.question import Stage
from engine.scenarios.drafting.draft import Draft
from engine.scenarios.drafting.entries import Entry, flag_entry, rule_entry, same_but_added, with_entry
from engine.scenarios.drafting.situations import feature_of


class Written(NamedTuple):
    """The files of a new rule by their paths, as they will be; nothing is written yet."""

    rule: Path
    flag: Path | None
    feature: Path
    contents: Mapping[Path, bytes]


def files_for(draft: Draft, folder: Path, features: Path) -> Written:
    """Return the files that a whole draft makes of a policy folder and its scenarios.

    Raises BadData with the places that the files would have, when the policy would not be sound with them.
    """
    rule_file = folder / "rules" / draft.stage / f"{draft.one('topic')}.yaml"
    feature = features / draft.stage / f"{draft.one('id')}.feature"
    if feature.exists():
        message = "there are scenarios of this name already"
        raise BadData([Problem(Place(str(feature)), "feature-exists", message, "give the rule another id")])
    texts = {rule_file: _added(folder, rule_file, "rules", rule_entry(draft))}
    flag_file = None
    if draft.flag is not None:
        flag_file = _file_of_flags(folder, draft)
        texts[flag_file] = _added(folder, flag_file, "flags", flag_entry(draft.flag))
    with tempfile.TemporaryDirectory(prefix="forethought-") as room:
        there = Path(room, "rules")
        shutil.copytree(folder, there, ignore=shutil.ignore_patterns("features", ".git"))
        for path, text in texts.items():
            copy = there / path.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(text, encoding="utf-8")
        _refuse(api.check_policy(there), there, folder)
        policy = api.load_policy(there)
        _refuse_changed(draft.policy, policy, rule_file)
        texts[feature] = feature_of(draft, policy)
        copy = Path(room, feature.name)
        copy.write_text(texts[feature], encoding="utf-8")
        _refuse(check_feature(policy, copy), copy, feature)
    return Written(rule_file, flag_file, feature, {path: text.encode() for path, text in texts.items()})


def topics_at(folder: Path, stage: Stage) -> tuple[str, ...]:
    """Return the topics that a stage has files for."""
    return tuple(sorted(path.stem for path in (folder / "rules" / stage).glob("*.yaml")))


def _added(folder: Path, path: Path, kind: str, entry: Entry) -> str:
    if not path.exists():
        first = schema_line(folder, PolicyFile(path, str(path), kind))
        return with_entry(f"{first}\n" if first else "", entry, str(path))
    before = path.read_text(encoding="utf-8")
    after = with_entry(before, entry, str(path))
    if not before.lstrip().startswith(("{", "[")) and not same_but_added(lines_of(before), lines_of(after)):
        raise AssertionError("an entry was not put at the end")
    return after


def _file_of_flags(folder: Path, draft: Draft) -> Path:
    """Return the file that holds most flags of the rule's stage; else the one that flags of the stage would be in."""
    places = places_of(folder).flags
    raised = [rule.raises for rule in draft.policy.in_force(draft.stage) if rule.raises in places]
    files = Counter(places[flag].place.file for flag in raised if flag)
    if files:
        return Path(max(sorted(files), key=lambda name: files[name]))
    return folder / "flags.yaml" if (folder / "flags.yaml").exists() else folder / "flags" / f"{draft.stage}.yaml"


def _refuse(problems: Iterable[Problem], copied: Path, original: Path) -> None:
    """Raise BadData with problems at the places that they would have."""

    def there(text: str) -> str:
        return text.replace(str(copied), str(original))

    told = [
        problem._replace(
            place=problem.place._replace(file=there(problem.place.file)),
            message=there(problem.message),
            help=there(problem.help),
        )
        for problem in problems
    ]
    if told:
        raise BadData(told)


def _refuse_changed(before: Policy, after: Policy, file: Path) -> None:
    """Refuse a file that reads otherwise with something at its end; nothing that was there may mean anything else."""
    derived = {rule.raises for rule in before.rules.values() if rule.derived}
    for old, new in (
        (before.questions, after.questions),
        ({name: flag for name, flag in before.flags.items() if name not in derived}, after.flags),
        ({name: rule for name, rule in before.rules.items() if not rule.derived}, after.rules),
        (before.safeguards, after.safeguards),
    ):
        if any(new.get(name) != item for name, item in old.items()):
            message = "with the new entry at its end, what stands in this file would mean something else"
            raise BadData([Problem(Place(str(file)), "cannot-append", message, "name a topic that is not there yet")])
