"""How a test sees where a policy came from.

Under the name of the true policy one with another title is put, rightly made in every other way. Where that title turns
up, the policy was taken from what is kept.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

from engine.loading import load_kept, load_policy
from engine.loading.folder import read_folder
from engine.loading.kept import naming, shelf
from engine.loading.kept.shapes import text_of

GOOD = Path(__file__).parent / "good"
KEPT = "taken from what is kept"


def plant(folder: Path, kept: Path, language: str | None = None) -> Path:
    """Put the marked policy where the true one would be kept, and return its file."""
    policy = load_policy(folder, language)
    shelf.put(kept, named(folder, language), text_of(replace(policy, title=KEPT)))
    return only(kept)


def named(folder: Path, language: str | None = None) -> str:
    name = naming.name_of(read_folder(folder), language)
    assert name is not None
    return name


def only(kept: Path) -> Path:
    (entry,) = kept.iterdir()
    return entry


def was_kept(folder: Path, kept: Path, language: str | None = None) -> bool:
    policy = load_kept(folder, language, kept)
    if policy.title == KEPT:
        return True
    assert spelled_out(policy) == spelled_out(load_policy(folder, language)), "else it is the true one"
    return False


def spelled_out(value: object) -> object:
    """Return a value with everything in it named: kinds, fields, and the order of mappings."""
    kind = type(value).__name__
    if is_dataclass(value):
        return kind, [(field.name, spelled_out(getattr(value, field.name))) for field in fields(value)]
    if isinstance(value, dict):
        return kind, [(spelled_out(name), spelled_out(item)) for name, item in value.items()]
    if isinstance(value, tuple):
        return kind, [spelled_out(item) for item in value]
    return kind, value
