"""Which policy, and which scenarios, a policy command is about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from engine import api
from engine.commands.options import policy_folder
from engine.commands.running import note
from engine.errors import NoInput, Place, Problem


@dataclass(frozen=True, slots=True)
class Folders:
    """A policy's folder, and that of its scenarios (None when it has none).

    `of_policy`: the scenarios are the policy's own, so that every rule in force should have some there.
    """

    policy: Path
    features: Path | None
    of_policy: bool = True


def folders(named: str | None, policy: str | None) -> Folders:
    """Find both, and say on standard error which.

    DIR is a folder with `rules/` (and `features/`) in it, a policy's own folder, a folder of scenarios or one file of
    them; without DIR it is the policy shipped with this installation. Scenarios belong to `--policy`, else to the
    nearest `rules/` above them, else to the shipped policy. Raises NoInput.
    """
    found = _find(Path(named) if named is not None else None, policy)
    note(f"policy: {found.policy}")
    note(f"scenarios: {found.features or 'none found'}")
    return found


def _find(folder: Path | None, policy: str | None) -> Folders:
    if folder is None:
        shipped = policy_folder(Path(policy)) if policy is not None else api.default_policy_dir()
        return Folders(shipped, _beside(shipped))
    if folder.suffix == ".feature" and folder.is_file():
        whose = policy_folder(Path(policy)) if policy is not None else _above(folder) or api.default_policy_dir()
        return Folders(whose, folder, of_policy=False)
    if not folder.is_dir():
        what = "this is not a folder" if folder.exists() else "there is no such folder"
        raise NoInput(
            [Problem(Place(str(folder)), "no-such-folder", what, "name the folder of a policy or of scenarios")]
        )
    own = policy_folder(folder)
    if (own / "policy.yaml").exists():
        if policy is not None:
            raise click.UsageError("DIR holds a policy of its own; leave out --policy, or name a folder of scenarios.")
        return Folders(own, _beside(own))
    if not any(folder.rglob("*.feature")):
        what = "this folder holds neither policy.yaml nor a scenario"
        raise NoInput([Problem(Place(str(folder)), "no-policy", what, "name the folder of a policy or of scenarios")])
    if policy is not None:
        return Folders(policy_folder(Path(policy)), folder, of_policy=False)
    nearest = _above(folder) or api.default_policy_dir()
    return Folders(nearest, folder, of_policy=_beside(nearest) == folder)


def _beside(policy: Path) -> Path | None:
    """Return the scenarios of a policy: `features/` in its folder, or beside it."""
    above = policy.parent if policy.name else policy.absolute().parent
    for candidate in (policy / "features", above / "features"):
        if candidate.is_dir():
            return candidate
    return None


def _above(folder: Path) -> Path | None:
    """Return the nearest `rules/` that holds a policy, in this folder's ancestors."""
    for ancestor in folder.absolute().parents:
        if (ancestor / "rules" / "policy.yaml").exists():
            return ancestor / "rules"
    return None
