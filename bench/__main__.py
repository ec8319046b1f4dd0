"""`python -m bench`: print every figure with what it is compared to and the goal."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator

from bench import mutating, process, proving, screening
from bench.figures import Figure


def main() -> None:
    """Run every measurement and print it."""
    print(f"Python {platform.python_version()}, {platform.machine()}, one run; ratios compare within this run")
    for figure in _figures():
        print(figure)
        sys.stdout.flush()


def _figures() -> Iterator[Figure]:
    yield process.whole_process()
    yield from screening.in_process()
    yield from screening.large_policy()
    yield from proving.proving()
    yield from mutating.mutating()[0]


if __name__ == "__main__":
    main()
