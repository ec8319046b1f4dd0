"""The JSON Schemas describe the same files as the loader reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from engine.loading import schema_models as models
from engine.loading import schema_of, shapes
from engine.loading.document_text import POLICY_LIMITS
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.schemas import KINDS
from engine.loading.shapes import Shape
from engine.loading.vocabulary import RESERVED
from engine.loading.yaml_reader import read_document

HERE = Path(__file__).parent
SHIPPED = HERE.parents[1] / "rules"

PAIRS: list[tuple[type[BaseModel], Shape]] = [
    (models.PolicyFile, shapes.POLICY),
    (models.Pronouns, shapes.PRONOUNS),
    (models.Work, shapes.WORK),
    (models.Question, shapes.QUESTION),
    (models.Flag, shapes.FLAG),
    (models.Rule, shapes.RULE),
    (models.Safeguard, shapes.SAFEGUARD),
    (models.Invariant, shapes.INVARIANT),
    (models.Always, shapes.ALWAYS),
    (models.Then, shapes.THEN),
    (models.CaseFile, shapes.CASE),
    (models.Answer, shapes.ANSWER),
    (models.DecisionFile, shapes.DECISION),
]

FILES: dict[str, Any] = {
    "policy.yaml": models.PolicyFile,
    "sources.yaml": list[models.Work],
    "flags.yaml": list[models.Flag],
    "safeguards.yaml": list[models.Safeguard],
    "invariants.yaml": list[models.Invariant],
    "questions/*.yaml": list[models.Question],
    "rules/*/*.yaml": list[models.Rule],
}


def plain(node: Node) -> object:
    match node:
        case ScalarNode(value=value):
            return value
        case SeqNode(items=items):
            return [plain(item) for item in items]
        case MapNode(entries=entries):
            return {key.value: plain(value) for key, value in entries}


@pytest.mark.parametrize(("model", "shape"), PAIRS, ids=[shape.name for _, shape in PAIRS])
def test_model_and_loader_know_the_same_keys(model: type[BaseModel], shape: Shape) -> None:
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    assert {key for key, field in fields.items() if field.is_required()} == set(shape.required)
    assert set(fields) == set(shape.keys)


@pytest.mark.parametrize("pattern", FILES)
@pytest.mark.parametrize("folder", [SHIPPED, HERE / "good"], ids=["shipped", "good"])
def test_the_models_accept_every_file_of_a_good_policy(folder: Path, pattern: str) -> None:
    paths = list(folder.glob(pattern)) or list(folder.glob(pattern.replace(".yaml", "/*.yaml")))
    assert paths
    for path in paths:
        value = plain(read_document(path.read_bytes(), path.name, POLICY_LIMITS))
        TypeAdapter(FILES[pattern]).validate_python(value)


def test_the_models_refuse_an_unknown_key() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        models.Flag.model_validate(
            {"id": "a", "effect": "caution", "title": "A", "meaning": "B", "remedy": [], "colour": "red"}
        )


@pytest.mark.parametrize("what", KINDS)
def test_every_schema_is_whole(what: str) -> None:
    schema = schema_of(what)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(schema)) == schema
    text = json.dumps(schema)
    definitions = schema.get("$defs", {})
    assert isinstance(definitions, Mapping)
    for reference in {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}:
        assert reference in definitions
    assert '"null"' not in text


def test_there_is_no_schema_for_anything_else() -> None:
    with pytest.raises(KeyError):
        schema_of("recommendation-engine")


def test_the_schema_of_a_condition_is_recursive_and_knows_every_word() -> None:
    definitions: Any = schema_of("rules")["$defs"]
    forms = definitions["condition"]["anyOf"]
    assert forms[0]["properties"]["all"]["items"] == {"$ref": "#/$defs/condition"}
    assert set(forms[0]["properties"]) == RESERVED


def test_the_answers_of_a_case_are_closed_in_the_schema() -> None:
    answers: Any = schema_of("case")["properties"]
    assert answers["answers"]["additionalProperties"] is False
    assert get_args(models.CaseFile.model_fields["answers"].annotation)
