"""Rules in layers for engines that evaluate expressions and know nothing of chaining: Python goes between the layers.

An engine is asked for the conditions of all rules of a layer, or of one rule at a time. Which flags those raise, and
what the outcome is, Python works out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from bench.peers.neutral import KINDS, Form, Found, excluding, found, half, outcome_of

Facts: TypeAlias = dict[str, Any]


class Layer(NamedTuple):
    """The names of what one evaluation returns, in order; then the signals that are settled, and by which of them."""

    names: tuple[str, ...]
    signals: tuple[tuple[str, tuple[str, ...]], ...]


def layers(form: Form) -> list[Layer]:
    """Return the layers, first to last."""
    most = max(rule["layer"] for rule in form["rules"])
    return [
        Layer(
            tuple(half(rule["id"], kind) for rule in form["rules"] if rule["layer"] == number for kind in KINDS),
            tuple(
                (half(signal["id"], kind), tuple(half(rule, kind) for rule in signal["rules"]))
                for signal in form["signals"]
                if signal["layer"] == number and not signal["always"]
                for kind in KINDS
            ),
        )
        for number in range(1, most + 1)
    ]


def chain(
    form: Form, evaluators: Sequence[Callable[[Facts], Sequence[Any]]]
) -> tuple[Callable[[Facts], Facts], Callable[[Facts], list[Found]]]:
    """Return what screens a case with an evaluator for each layer, and what reads the result."""
    always = {half(signal["id"], kind): True for signal in form["signals"] if signal["always"] for kind in KINDS}
    # A signal of layer 0 is one that nothing calls up.
    never = {half(signal["id"], kind): False for signal in form["signals"] if not signal["layer"] for kind in KINDS}
    start = never | always
    steps = [(evaluate, *layer) for evaluate, layer in zip(evaluators, layers(form), strict=True)]
    certain, possible = excluding(form, "certain"), excluding(form, "possible")

    def screen(case: Mapping[str, Any]) -> Facts:
        facts = {**case, **start}
        for evaluate, names, signals in steps:
            facts.update(zip(names, evaluate(facts), strict=True))
            for signal, rules in signals:
                facts[signal] = any([facts[rule] for rule in rules])  # noqa: C419 - a list is faster than a generator
        facts["outcome"] = outcome_of(
            any([facts[name] for name in certain]),  # noqa: C419 - as above
            any([facts[name] for name in possible]),  # noqa: C419 - as above
        )
        return facts

    def read(facts: Facts) -> list[Found]:
        return [found(form, lambda name, kind: bool(facts[half(name, kind)]), facts["outcome"])]

    return screen, read
