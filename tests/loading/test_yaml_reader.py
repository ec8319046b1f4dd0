"""The strict reader: what it takes, what it refuses, and that nothing in a document can hold it up."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadData
from engine.loading.document_text import CASE_LIMITS, POLICY_LIMITS, Limits
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.yaml_reader import read_document


def plain(node: Node) -> object:
    match node:
        case ScalarNode(value=value):
            return value
        case SeqNode(items=items):
            return [plain(item) for item in items]
        case MapNode(entries=entries):
            return {key.value: plain(value) for key, value in entries}


def read(text: str | bytes, limits: Limits = POLICY_LIMITS) -> object:
    return plain(read_document(text.encode() if isinstance(text, str) else text, "x.yaml", limits))


def slugs(data: bytes, limits: Limits = POLICY_LIMITS) -> list[str]:
    with pytest.raises(BadData) as caught:
        read_document(data, "x.yaml", limits)
    return [problem.slug for problem in caught.value.problems]


@pytest.mark.parametrize("word", ["yes", "no", "on", "010", "1.0", "1e3", "true", "2026-11-22", "0x1f", "12:30:00"])
def test_every_plain_word_is_text(word: str) -> None:
    assert read(f"a: {word}") == {"a": word}


def test_every_node_knows_its_line_and_column() -> None:
    root = read_document("é: 1\nb:\n  - c\n  - {d: e}\n".encode(), "x.yaml", POLICY_LIMITS)
    assert isinstance(root, MapNode)
    (_, first), (key, items) = root.entries
    assert (first.line, first.column, key.line, key.column) == (1, 4, 2, 1)
    assert isinstance(items, SeqNode)
    assert [(item.line, item.column) for item in items.items] == [(3, 5), (4, 5)]


def test_lines_may_end_as_windows_ends_them() -> None:
    assert read(b"a: b\r\nc: >\r\n  d\r\n  e\r\n") == {"a": "b", "c": "d e\n"}


def test_a_document_may_begin_with_three_hyphens() -> None:
    assert read("---\na: b\n...\n") == {"a": "b"}


def test_all_problems_of_a_document_are_told_together() -> None:
    assert slugs(b"a: &x b\nc: *x\nd: !t e\n? [x]\n: y\nd: z\ne:\n<<: d\nf: ~\n") == [
        "anchor",
        "alias",
        "tag",
        "complex-key",
        "duplicate-key",
        "empty-value",
        "merge-key",
        "empty-value",
    ]


@pytest.mark.parametrize("directive", [b"%YAML 1.2\n---\na: b\n", b"%TAG ! tag:x,2000:\n---\na: b\n"])
def test_a_directive_is_refused(directive: bytes) -> None:
    assert slugs(directive) == ["directive"]


@pytest.mark.parametrize(
    "start", [b"[" * 100_000, b"- " * 100_000, b"{a: " * 100_000, b"? " * 100_000, b"a:\n" + b" " * 500_000]
)
def test_a_hundred_thousand_brackets_are_refused(start: bytes) -> None:
    assert slugs(start, CASE_LIMITS)[0] in ("too-deep", "empty-value", "complex-key", "empty-key")


@pytest.mark.parametrize(
    "data",
    [
        b"[" + b"a," * 400_000 + b"]",
        b"a: b\n" * 100_000,
        b'"' + b'\\"' * 400_000,
        b"{" + b'"\\' * 300_000,
        b"- &a b\n" * 100_000,
        b"a" * 999_000,
        b"a: '" + b"x\n" * 400_000,
        b"[" + b"a: b," * 150_000 + b"]",
        b"{" + b"\t" * 900_000,
    ],
)
def test_a_hostile_case_is_refused(data: bytes) -> None:
    assert slugs(data, CASE_LIMITS)


def test_a_file_too_large_is_refused_before_it_is_looked_at() -> None:
    assert slugs(b"\xff" * 1_000_001, CASE_LIMITS) == ["too-large"]
    assert slugs(b"#" * 8_000_001, POLICY_LIMITS) == ["too-large"]


def test_a_text_too_long_and_too_many_nodes_are_refused() -> None:
    assert slugs(b"a: " + b"x" * 20_001) == ["too-long"]
    assert slugs(b"[a, b, c, d]", CASE_LIMITS._replace(nodes=2)) == ["too-many-nodes"]


def test_past_a_hundred_problems_the_rest_is_said_to_be_left_out() -> None:
    found = slugs(b"".join(b"k%d:\n" % number for number in range(300)))
    assert found.count("empty-value") == 100
    assert "too-many-problems" in found


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_other_encodings_are_named_for_what_they_are(encoding: str) -> None:
    assert slugs("case: K-1\n".encode(encoding)) == ["not-utf-8"]


def test_json_with_tabs_and_escaped_pairs_reads_as_json() -> None:
    value = {"a": ["ü", '😀 \\ " / \ud7ff', "x\\ud83d"], "b": {"c": "d\n\te"}}
    assert read(json.dumps(value, indent="\t")) == value
    assert read(json.dumps(value, ensure_ascii=False)) == value


PRINTABLE = st.text(
    st.characters(exclude_categories=["C", "Z"], max_codepoint=0x2FFFF, exclude_characters="\u2028\u2029"), min_size=1
)


@given(st.dictionaries(PRINTABLE, st.lists(PRINTABLE, min_size=1) | PRINTABLE, min_size=1))
def test_what_json_writes_is_read_back(value: dict[str, object]) -> None:
    assert read(json.dumps(value)) == value


@given(st.binary(max_size=200) | st.text("{}[]:,-?&*!|>'\"%@`#~ \n\tab\\u0", max_size=60).map(str.encode))
def test_arbitrary_bytes_cause_nothing_but_bad_data(data: bytes) -> None:
    for limits in (CASE_LIMITS, POLICY_LIMITS):
        with suppress(BadData):
            assert isinstance(read_document(data, "x", limits), ScalarNode | SeqNode | MapNode)
