"""The `source:` of questions and rules: works of sources.yaml and the places in them."""

from __future__ import annotations

from engine.loading.findings import Findings
from engine.loading.nodes import MapNode, Node, ScalarNode, SeqNode
from engine.loading.values import items_of, kind_of, read_known, read_scalar, tidy
from engine.loading.vocabulary import Vocabulary
from engine.model.work import Citation

_EXPECTED = "a list of sources, as in [tsf: [appendix-1, start]]"


def read_citations(node: Node, vocabulary: Vocabulary, findings: Findings) -> tuple[Citation, ...]:
    """Return the works cited and the places in them, in the order written.

    A bare word is a work when it is the key of one; otherwise it is a further place in the work before it.
    """
    opened: list[tuple[str, list[str]]] = []
    for item in items_of(node, _EXPECTED, findings) or ():
        match item:
            case MapNode(entries=((key, places),)):
                _check_work(key, vocabulary, findings)
                opened.append((key.value, _places(places, findings)))
            case ScalarNode(value=word) if word not in vocabulary.works and opened:
                opened[-1][1].append(tidy(word))
            case ScalarNode(value=word):
                _check_work(item, vocabulary, findings)
                opened.append((word, []))
            case _:
                findings.add(
                    item, "wrong-type", f"{kind_of(item)} stands here, one source is expected", f"write {_EXPECTED}"
                )
    citations = tuple(Citation(work, tuple(places)) for work, places in opened)
    if len(citations) > 1 and len(set(citations)) < len(citations):
        findings.add(node, "repeated-word", "the same place of the same source is cited twice", "keep one of the two")
    return citations


def _check_work(word: ScalarNode, vocabulary: Vocabulary, findings: Findings) -> None:
    if word.value in vocabulary.works or "works" not in vocabulary.unread:
        read_known(word, vocabulary.works, "a key of sources.yaml", "unknown-work", findings)


def _places(node: Node, findings: Findings) -> list[str]:
    items = node.items if isinstance(node, SeqNode) else (node,)
    if not items:
        findings.add(
            node,
            "empty-list",
            "an empty list stands here, places in the source are expected",
            "write the places, or the key of the source alone",
        )
    scalars = (read_scalar(item, "a place in the source", findings) for item in items)
    return [tidy(scalar.value) for scalar in scalars if scalar is not None]
