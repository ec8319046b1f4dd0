"""`python -m bench`: print every figure with what it is compared to and the goal."""

from __future__ import annotations

import platform
import sys

from bench import process, proving, screening


def main() -> None:
    """Run every measurement and print it."""
    print(f"Python {platform.python_version()}, {platform.machine()}, one run; ratios compare within this run")
    for figure in (process.whole_process(), *screening.in_process(), *screening.large_policy(), *proving.proving()):
        print(figure)
        sys.stdout.flush()


if __name__ == "__main__":
    main()
