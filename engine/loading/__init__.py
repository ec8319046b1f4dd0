"""YAML and JSON text to model, or located errors; the policy lint. Never evaluates a condition, never quotes a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.loading.case import load_case, read_case
    from engine.loading.decision import load_decision, read_decision
    from engine.loading.kept import load_kept
    from engine.loading.load import check_policy, load_policy, notes_on
    from engine.loading.named_files import files_named
    from engine.loading.schemas import schema_of

__all__ = [
    "check_policy",
    "files_named",
    "load_case",
    "load_decision",
    "load_kept",
    "load_policy",
    "notes_on",
    "read_case",
    "read_decision",
    "schema_of",
]

_HOMES = {
    "check_policy": "load",
    "files_named": "named_files",
    "load_case": "case",
    "load_decision": "decision",
    "load_kept": "kept",
    "load_policy": "load",
    "notes_on": "load",
    "read_case": "case",
    "read_decision": "decision",
    "schema_of": "schemas",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the room offers
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(f"engine.loading.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'engine.loading' has no attribute {name!r}")
