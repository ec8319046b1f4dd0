"""`python -m bench [NAME ...]`: print every figure, or those named, with what each is compared to and its goal."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterable, Sequence

from bench.peers.comparing import Differs

WRONG_USE = 2
"""The exit code for a name that is none, as of any command that was called in a wrong way."""


def main(names: Sequence[str]) -> int:
    """Run the measurements and print them as they come; 1 when something that is compared differs."""
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(f"no such measurement: {', '.join(unknown)}; there are {', '.join(MEASUREMENTS)}", file=sys.stderr)
        return WRONG_USE
    machine = f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}"
    print(f"{machine}, {os.cpu_count()} cores, one run; ratios compare within this run")
    failed = 0
    for name in names or MEASUREMENTS:
        print(f"\n## {name}", flush=True)
        try:
            for figure in MEASUREMENTS[name]():
                print(figure, flush=True)
        except Differs as error:
            print(error, file=sys.stderr)
            failed = 1
    return failed


def _process() -> Iterable[object]:
    from bench import process

    return process.whole_process()


def _loading() -> Iterable[object]:
    from bench import loading

    return loading.loading()


def _screening() -> Iterable[object]:
    from bench import screening

    yield from screening.in_process()
    yield from screening.large_policy()


def _peers() -> Iterable[object]:
    from bench.peers import measure

    return measure.measured()


def _columns() -> Iterable[object]:
    from bench import columns

    return columns.columns()


def _proving() -> Iterable[object]:
    from bench import proving

    return proving.proving()


def _mutating() -> Iterable[object]:
    from bench import mutating

    return mutating.mutating()[0]


MEASUREMENTS: dict[str, Callable[[], Iterable[object]]] = {
    "process": _process,
    "loading": _loading,
    "screening": _screening,
    "peers": _peers,
    "columns": _columns,
    "proving": _proving,
    "mutating": _mutating,
}
"""Every measurement by name, in the order in which they are made; each imports what it needs when it is its turn."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
