"""The JSON Schemas that lie in a policy's own folder, for editors that check and explain YAML while it is written.

They say the same as `schemas`, in the older draft that editors know. Loading never reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.loading.schemas import schema_of

KINDS = ("policy", "sources", "questions", "flags", "safeguards", "rules", "invariants")
"""The kinds of policy files."""

_DRAFT = "http://json-schema.org/draft-07/schema#"


def editor_schemas() -> dict[str, Mapping[str, object]]:
    """Return the schema of each kind of policy file, by the name of the file it is kept in."""
    return {f"{kind}.json": _for_editors(schema_of(kind)) for kind in KINDS}


def _for_editors(schema: Mapping[str, object]) -> Mapping[str, object]:
    body: dict[str, object] = _older(dict(schema))
    # Relative references would be looked up at the place that an id names; there is nothing there.
    del body["$id"]
    return (
        {"$comment": "Written by `forethought policy schema --write`; not to be changed by hand."}
        | body
        | {"$schema": _DRAFT}
    )


def _older(node: Any) -> Any:  # noqa: ANN401  # a JSON document has no narrower type
    """Return a schema in draft 7, which reads nothing that stands beside `$ref`."""
    match node:
        case {"$ref": str(reference), **beside}:
            there = {"$ref": reference.replace("#/$defs/", "#/definitions/")}
            return {"allOf": [there]} | _older(beside) if beside else there
        case dict():
            return {"definitions" if key == "$defs" else key: _older(value) for key, value in node.items()}
        case list():
            return [_older(item) for item in node]
        case _:
            return node
