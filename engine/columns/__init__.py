"""The same policy over many cases at once: expressions over columns, one row a case; and tables in and out of them.

Never imports the definition: that would make their agreement worth nothing. Polars is known here and nowhere else, and
importing this room does not import it: `required()` says which part is missing.
"""

from __future__ import annotations

from importlib.util import find_spec

from engine.errors import MissingPart, Place, Problem


def available() -> bool:
    """Whether the column engine is installed."""
    return find_spec("polars") is not None


def required() -> None:
    """Raise MissingPart, naming the extra to install, when the column engine is not installed."""
    if not available():
        raise MissingPart(
            [
                Problem(
                    Place("batch"),
                    "missing-part",
                    "many cases at once need the part `bulk` (Polars), which is not installed",
                    "pip install 'forethought[bulk]'; without it, `forethought screen CASE...` screens one by one",
                )
            ]
        )
