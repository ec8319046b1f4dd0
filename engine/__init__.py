"""Forethought: explained, rule-based screening of online delivery, always the practitioner's decision.

This package never reads the clock, the network or a file when it is imported. The public verbs live in
`engine.api` and are reached lazily from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.api import check_policy, load_case, load_policy, screen, screen_many

__all__ = ["__version__", "check_policy", "load_case", "load_policy", "screen", "screen_many"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name in __all__:
        from importlib import import_module

        # By name: every room may read the version from here, and none of them leans on the verbs by that.
        return getattr(import_module("engine.api"), name)
    raise AttributeError(f"module 'engine' has no attribute {name!r}")
