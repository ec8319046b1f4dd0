"""OpenFisca: each half of a rule or signal is a variable of a case; all cases at once, and one at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from importlib import import_module
from importlib.metadata import version
from operator import add, mul
from typing import Any

from bench.peers.neutral import KINDS, Form, Found, Kind, Language, Test, excluding, found, half, halves, outcome_of
from bench.peers.worker import Way, serve

numpy: Any = import_module("numpy")
entities: Any = import_module("openfisca_core.entities")
periods: Any = import_module("openfisca_core.periods")
simulations: Any = import_module("openfisca_core.simulations")
systems: Any = import_module("openfisca_core.taxbenefitsystems")
variables: Any = import_module("openfisca_core.variables")

Formula = Callable[[Any, Any], Any]
"""What a variable is worth for the cases of a simulation (the first argument) on a day (the second)."""

DAY = periods.period("2026-11-22")


def prepare(form: Form) -> Mapping[str, Way]:
    """Build the system of variables."""
    system = _system(form)
    names = [half(*entry) for entry in halves(form)]
    at = {name: number for number, name in enumerate(names)}
    build = simulations.SimulationBuilder.build_default_simulation

    def screen(given: Mapping[str, Any]) -> list[Any]:
        simulation = build(system, count=len(next(iter(given.values()))))
        for subject, values in given.items():
            simulation.set_input(subject, DAY, values)
        return [simulation.calculate(name, DAY) for name in names]

    def read(results: Sequence[Any]) -> list[Found]:
        return [
            _found(form, {name: bool(results[at[name]][case]) for name in names}) for case in range(len(results[0]))
        ]

    codes = {
        subject: {state: code for code, state in enumerate(states)} for subject, states in form["subjects"].items()
    }

    def columns(cases: Sequence[Mapping[str, str]]) -> dict[str, Any]:
        return {name: numpy.array([states[case[name]] for case in cases]) for name, states in codes.items()}

    return {
        "all cases at once": Way([columns(form["cases"])], screen, read, cases=len(form["cases"])),
        "one case at a time": Way([columns([case]) for case in form["cases"]], screen, read),
    }


def _system(form: Form) -> Any:  # noqa: ANN401 - OpenFisca is not there to be asked for its types
    codes = {
        subject: {state: code for code, state in enumerate(states)} for subject, states in form["subjects"].items()
    }
    entity = entities.Entity("case", "cases", "", "")
    system = systems.TaxBenefitSystem([entity])

    def variable(name: str, kind: type, formula: Formula | None = None) -> None:
        body = {"value_type": kind, "entity": entity, "definition_period": periods.DateUnit.DAY, "label": name}
        system.add_variable(
            type(name, (variables.Variable,), body if formula is None else {**body, "formula": formula})
        )

    def test(test: Test, kind: Kind) -> Formula:
        subject, wanted = test["subject"], [codes[test["subject"]][state] for state in test[kind]]
        if not wanted:
            return lambda case, _: case.empty_array().astype(bool)

        def is_one_of(case: Any, day: Any) -> Any:  # noqa: ANN401 - OpenFisca is not there to be asked for its types
            values = case(subject, day)
            return reduce(add, [values == code for code in wanted])

        return is_one_of

    language = Language[Formula](
        test=test,
        refer=lambda name, kind: lambda case, day: case(half(name, kind), day),
        every=lambda members: lambda case, day: reduce(mul, [member(case, day) for member in members]),
        some=lambda members: (
            (lambda case, day: reduce(add, [member(case, day) for member in members]))
            if members
            else lambda case, _: case.empty_array().astype(bool)
        ),
        negated=lambda member: lambda case, day: numpy.logical_not(member(case, day)),
    )
    for subject in form["subjects"]:
        variable(subject, int)
    for name, formula in language.whens(form).items():
        variable(name, bool, formula)
    for signal in form["signals"]:
        if signal["always"]:
            for kind in KINDS:
                variable(half(signal["id"], kind), bool, lambda case, _: case.empty_array().astype(bool) == 0)
    return system


def _found(form: Form, holds: Mapping[str, bool]) -> Found:
    against, left_open = (any(holds[name] for name in excluding(form, kind)) for kind in KINDS)
    return found(form, lambda name, kind: holds[half(name, kind)], outcome_of(against, left_open))


if __name__ == "__main__":
    serve({"OpenFisca-Core": version("openfisca-core"), "numpy": numpy.__version__}, prepare)
