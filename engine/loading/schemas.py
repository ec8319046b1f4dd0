"""JSON Schemas (draft 2020-12) of every file, for editors and for other systems. Never used for loading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.model.answer import Source

KINDS = ("case", "policy", "sources", "questions", "flags", "safeguards", "rules", "invariants", "decision")
"""The files that have a schema."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(what: str) -> Mapping[str, object]:
    """Return the schema of one kind of file. Raises KeyError for a word that is not among `KINDS`."""
    from pydantic import TypeAdapter

    from engine.loading import schema_models as models

    kinds: dict[str, tuple[Any, str]] = {
        "case": (models.CaseFile, "A case, or a programme's profile"),
        "policy": (models.PolicyFile, "policy.yaml"),
        "sources": (list[models.Work], "sources.yaml"),
        "questions": (list[models.Question], "questions/<stage>.yaml"),
        "flags": (list[models.Flag], "flags.yaml"),
        "safeguards": (list[models.Safeguard], "safeguards.yaml"),
        "rules": (list[models.Rule], "rules/<stage>/<topic>.yaml"),
        "invariants": (list[models.Invariant], "invariants.yaml"),
        "decision": (models.DecisionFile, "A practitioner's decision"),
    }
    model, title = kinds[what]
    schema: dict[str, Any] = TypeAdapter(model).json_schema(by_alias=True, ref_template="#/$defs/{model}")
    schema = _tidied(schema)
    definitions = schema.pop("$defs", {})
    if "#/$defs/condition" in str((schema, definitions)):
        definitions |= _condition()
    body: dict[str, Any] = {"$schema": _DRAFT, "$id": f"urn:forethought:{what}:1"} | schema | {"title": title}
    if definitions:
        body["$defs"] = dict(sorted(definitions.items()))
    return body


def _tidied(node: Any) -> Any:  # noqa: ANN401  # a JSON document has no narrower type
    """Return the schema without the `null` of optional keys (a key is written or left out), conditions by reference."""
    match node:
        case {"$comment": "condition", **rest}:
            return {"$ref": "#/$defs/condition"} | rest
        case dict():
            kept = {key: _tidied(value) for key, value in node.items() if (key, value) != ("default", None)}
            if "patternProperties" in kept:
                kept["additionalProperties"] = False
            options = kept.get("anyOf")
            if isinstance(options, list):
                options = [option for option in options if option != {"type": "null"}]
                if len(options) == 1:
                    del kept["anyOf"]
                    return options[0] | kept
                kept["anyOf"] = options
            return kept
        case list():
            return [_tidied(item) for item in node]
        case _:
            return node


def _condition() -> dict[str, Any]:
    """Return the recursive schema of a condition."""
    word = {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$"}
    condition = {"$ref": "#/$defs/condition"}
    several = {"type": "array", "items": condition, "minItems": 1}
    test = {"$ref": "#/$defs/test"}
    said_by = {
        "type": "object",
        "description": "What one source said alone: {said-by: partner-support, question: answer}.",
        "required": ["said-by"],
        "properties": {"said-by": {"$ref": "#/$defs/Source"}},
        "additionalProperties": test,
        "minProperties": 2,
        "maxProperties": 2,
    }
    at_least = {
        "type": "object",
        "description": "At least so many of the conditions hold: {at-least: 2, of: [...]}.",
        "required": ["at-least", "of"],
        "properties": {"at-least": {"type": "integer", "minimum": 1}, "of": several},
        "additionalProperties": False,
    }
    together = {
        "type": "object",
        "description": "Every entry holds. A key is a question, or one of the words below.",
        "minProperties": 1,
        "properties": {
            "all": several | {"description": "Every one of these holds."},
            "any": several | {"description": "At least one of these holds."},
            "not": condition | {"description": "This does not hold."},
            "flag": word | {"description": "The flag is raised."},
            "unknown": word | {"description": "What is known leaves the answer open."},
            "contradiction": word | {"description": "The sources disagree."},
            "programme-lacks": word | {"description": "The profile stands at the most concerning answer."},
            "at-least": False,
            "of": False,
            "said-by": False,
        },
        "additionalProperties": test,
    }
    return {
        "Source": {"type": "string", "enum": [str(source) for source in Source], "title": "Source"},
        "condition": {"title": "Condition", "anyOf": [together, at_least, said_by]},
        "test": {
            "title": "Test of a question",
            "description": "An answer, a list of answers, or {at-least: answer} for it and every more concerning one.",
            "anyOf": [
                word,
                {"type": "array", "items": word, "minItems": 1, "uniqueItems": True},
                {
                    "type": "object",
                    "required": ["at-least"],
                    "properties": {"at-least": word},
                    "additionalProperties": False,
                },
            ],
        },
    }
