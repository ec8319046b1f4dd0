"""The usual form of a policy's files: keys in order, everything else as its writer left it."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.nodes import SequenceNode

from engine import api
from engine.errors import BadData, NoInput
from engine.loading import shapes
from engine.loading.canonical import ORDERS, canonical, formatted
from engine.loading.document_text import POLICY_LIMITS
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.source_blocks import blocks_of, lines_of, parsed
from engine.loading.yaml_reader import read_document

SHIPPED = Path(__file__).parents[2] / "rules"
KINDS = {
    "policy": shapes.POLICY,
    "works": shapes.WORK,
    "questions": shapes.QUESTION,
    "flags": shapes.FLAG,
    "safeguards": shapes.SAFEGUARD,
    "rules": shapes.RULE,
    "invariants": shapes.INVARIANT,
}


def usual(text: str, kind: str = "flags", modeline: str = "") -> str:
    return canonical(text.encode(), "a.yaml", kind, modeline).decode()


def plain(node: Node) -> object:
    match node:
        case ScalarNode(value=value):
            return value.rstrip("\n")
        case SeqNode(items=items):
            return [plain(item) for item in items]
        case MapNode(entries=entries):
            return {key.value: plain(value) for key, value in entries}


def said(text: str) -> object:
    return plain(read_document(text.encode(), "a.yaml", POLICY_LIMITS))


def keys_of(text: str) -> list[list[str]]:
    root = read_document(text.encode(), "a.yaml", POLICY_LIMITS)
    entries = root.items if isinstance(root, SeqNode) else (root,)
    return [[key.value for key, _ in entry.entries] for entry in entries if isinstance(entry, MapNode)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_that_a_file_may_hold_has_its_place_in_the_order(kind: str) -> None:
    assert sorted(ORDERS[kind].keys) == sorted(KINDS[kind].keys)


def test_keys_go_into_their_order_with_the_comments_above_them() -> None:
    text = """\
# The file.

- meaning: >
    Two
    lines.
  # Why it excludes.
  effect: exclude   # since 2024
  remedy: []

  id: "a"
  title: {en: A, de: B}
# The second.
- id: b
  effect: caution
"""
    assert (
        usual(text)
        == """\
# The file.

- id: "a"
  # Why it excludes.
  effect: exclude   # since 2024
  title: {en: A, de: B}
  meaning: >
    Two
    lines.
  remedy: []
# The second.
- id: b
  effect: caution
"""
    )


def test_a_comment_above_a_key_that_comes_first_stands_above_the_entry() -> None:
    assert usual("- title: A\n  # Never used again.\n  id: a\n") == "# Never used again.\n- id: a\n  title: A\n"


def test_a_comment_deeper_than_its_key_stays_with_the_value_above_it() -> None:
    text = "- id: a\n  remedy:\n    - b\n    # and perhaps another\n\n    # one day\n  # What it is.\n  title: A\n"
    expected = "- id: a\n  # What it is.\n  title: A\n  remedy:\n    - b\n    # and perhaps another\n\n    # one day\n"
    assert usual(text) == expected


def test_what_looks_like_a_comment_inside_a_text_stays_in_the_text() -> None:
    text = "- meaning: |\n    # not a comment\n    text\n   # a comment\n  id: a\n"
    assert usual(text) == "- id: a\n  meaning: |\n    # not a comment\n    text\n   # a comment\n"


def test_the_parts_of_an_invariant_and_of_an_acceptance_are_put_in_order_too() -> None:
    text = "- id: a\n  always:\n    then: {outcome: against}\n    # When.\n    if: {b: c}\n  stage: start\n"
    expected = "- id: a\n  stage: start\n  always:\n    # When.\n    if: {b: c}\n    then: {outcome: against}\n"
    assert usual(text, "invariants") == expected
    text = "id: a\naccepted:\n  - by: b\n    finding: c\nversion: d\n"
    expected = "id: a\nversion: d\naccepted:\n  - finding: c\n    by: b\n"
    assert usual(text, "policy") == expected


def test_spaces_at_the_ends_of_lines_go_and_a_line_break_ends_the_file() -> None:
    assert usual("- id: a  \n  title: A \n  \n\n") == "- id: a\n  title: A\n"
    assert usual("- id: a\r\n  title: A") == "- id: a\n  title: A\n"


def test_spaces_that_are_part_of_a_text_stay() -> None:
    text = '- id: a\n  title: "one  \\\n    two"\n  meaning: |\n    verse  \n    verse\n'
    assert usual(text) == text


def test_a_text_that_keeps_its_last_line_breaks_keeps_them() -> None:
    text = "- meaning: |+\n    verse\n\n\n  id: a\n- id: b\n"
    assert usual(text) == "- id: a\n  meaning: |+\n    verse\n\n\n- id: b\n"


def test_mappings_in_braces_and_files_in_json_are_left_as_they_are() -> None:
    assert usual("- {title: A, id: a}\n") == "- {title: A, id: a}\n"
    assert usual('[\n\t{"title": "A",  "id": "a"} \n]') == '[\n\t{"title": "A",  "id": "a"} \n]'


def test_the_line_for_editors_is_put_first_and_only_once() -> None:
    ours = "# yaml-language-server: $schema=.schemas/flags.json"
    assert usual("# A.\n- id: a\n", modeline=ours) == f"{ours}\n# A.\n- id: a\n"
    assert usual(f"# A.\n{ours}\n- id: a\n", modeline=ours) == f"{ours}\n# A.\n- id: a\n"
    assert usual(f"# A.\n{ours}\n- id: a\n") == f"{ours}\n# A.\n- id: a\n"
    moved = "# yaml-language-server: $schema=../.schemas/flags.json"
    assert usual(f"{moved}\n- id: a\n", modeline=ours) == f"{ours}\n- id: a\n"
    elsewhere = "# yaml-language-server: $schema=https://example.org/flags.json"
    assert usual(f"# A.\n{elsewhere}\n- id: a\n", modeline=ours) == f"{elsewhere}\n# A.\n- id: a\n"


def test_a_file_that_cannot_be_read_is_refused_with_its_place() -> None:
    with pytest.raises(BadData) as caught:
        usual("- id: a\n  title: b: c\n")
    assert caught.value.problems[0].place.line == 2


def test_every_file_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "flags.yaml").write_text("- id: [\n")
    (tmp_path / "policy.yaml").write_text("id: a\nid: b\n")
    with pytest.raises(BadData) as caught:
        formatted(tmp_path)
    assert {Path(problem.place.file).name for problem in caught.value.problems} == {"flags.yaml", "policy.yaml"}
    with pytest.raises(NoInput):
        formatted(tmp_path / "nowhere")


# -- Promises --


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str]:
    """Draw the kind and the text of a file whose keys stand in any order, with comments and values of every shape."""
    rng = Random(draw(st.integers(0, 2**32)))
    kind = rng.choice([*KINDS])
    keys = ORDERS[kind].keys
    lines: list[str] = ["# file comment", ""] if rng.random() < 0.5 else []
    for number in range(1 if kind == "policy" else rng.randint(1, 4)):
        chosen = rng.sample(keys, rng.randint(1, len(keys)))
        column = 0 if kind == "policy" else rng.choice((2, 2, 4))
        for place, key in enumerate(chosen):
            if place or number:
                lines += _between(rng, column)
            dash = "-".ljust(column) if column and place == 0 else " " * column
            lines += _entry(rng, dash, column, key)
        lines += [""] * rng.randint(0, 2)
    return kind, "\n".join(lines) + rng.choice(("\n", "", "  \n\n"))


def _between(rng: Random, column: int) -> list[str]:
    found = []
    for _ in range(rng.choice((0, 0, 1, 2, 3))):
        indent = rng.choice((0, column, column, column + 2))
        found.append(
            "" if rng.random() < 0.3 else f"{' ' * indent}# note {rng.randrange(10**9)}{' ' * rng.randint(0, 1)}"
        )
    return found


def _entry(rng: Random, lead: str, column: int, key: str) -> list[str]:
    word, deep = f"w{rng.randrange(10**6)}", " " * (column + 2)
    match rng.randrange(9):
        case 0:
            return [f"{lead}{key}: {word}{rng.choice(('', '  # beside', ' '))}"]
        case 1:
            return [f'{lead}{key}: "{word}: # no comment', f'{deep}more"']
        case 2:
            mark = rng.choice((">", "|", ">-", "|+", "|2"))
            last = [""] * rng.randint(0, 2)
            return [f"{lead}{key}: {mark}", f"{deep}{word} ", "", f"{deep}# no comment", *last]
        case 3:
            return [f"{lead}{key}:", f"{deep}- {word}", f"{deep}# in the list", f"{deep}- b"]
        case 4:
            return [f"{lead}{key}: [a,", f"{deep}# in brackets", f"{deep}{word}]"]
        case 5:
            return [f"{lead}{key}:", f"{deep}en: {word}", f"{deep}de: >", f"{deep}  text", f"{deep}  # no comment"]
        case 6:
            return [f"{lead}{key}: {word}", f"{deep}goes on"]
        case 7:
            return [f"{lead}{key}:", f"{' ' * column}- {word}", f"{' ' * column}- b"] if column else [f"{lead}{key}: a"]
        case _:
            return [f"{lead}'{key}': {{a: {word}, b: [c]}}"]


def comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.splitlines() if line.lstrip().startswith("# note"))


@settings(max_examples=300)
@given(files())
def test_whatever_the_order_the_file_says_the_same_in_the_usual_one(drawn: tuple[str, str]) -> None:
    kind, text = drawn
    done = usual(text, kind)
    assert said(done) == said(text if text.endswith("\n") else text + "\n")
    assert comments(done) == comments(text)
    assert usual(done, kind) == done
    for keys in keys_of(done):
        assert keys == sorted(keys, key=ORDERS[kind].keys.index)


def shuffled(path: Path, rng: Random) -> None:
    """Put the keys of every entry of a file in any order, each with a comment of its own above it."""
    lines = lines_of(path.read_text(encoding="utf-8"))
    root = parsed(lines)
    entries = root.value if isinstance(root, SequenceNode) else [root]
    starts = [entry.start_mark.line for entry in entries]
    out = lines[: starts[0]]
    for entry, start, limit in zip(entries, starts, [*starts[1:], len(lines)], strict=True):
        found = blocks_of(lines, entry, limit)
        assert found is not None
        for place, block in enumerate(rng.sample(found.members, len(found.members))):
            own = [" " * found.column + lines[block.start][found.column :], *lines[block.start + 1 : block.end]]
            if place:
                out.append(f"{' ' * found.column}# note {start} {block.key}")
            else:
                own[0] = found.lead + own[0][found.column :]
            out += own
        out += lines[found.end : limit]
    path.write_text("\n".join(out) + "\n", encoding="utf-8")


@pytest.mark.parametrize("seed", range(3))
def test_the_shipped_policy_with_its_keys_shuffled_comes_back_as_the_same_policy(seed: int, tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(SHIPPED, folder)
    usual_texts = {file.name: file.after for file in formatted(folder)}
    for path in sorted(folder.rglob("*.yaml")):
        shuffled(path, Random(f"{seed}{path}"))
    notes = {path: comments(path.read_text()) for path in folder.rglob("*.yaml")}
    for file in formatted(folder):
        assert comments(file.after.decode()) == notes[file.path]
        without = [line for line in file.after.decode().splitlines() if not line.lstrip().startswith("# note")]
        assert without == usual_texts[file.name].decode().splitlines()
        file.path.write_bytes(file.after)
    assert api.load_policy(folder).fingerprint == api.load_policy(SHIPPED).fingerprint
