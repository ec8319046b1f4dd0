"""`python -m bench.peers [ENGINE ...]`: our engine beside every other, or beside those that are named."""

from __future__ import annotations

import sys

from bench.peers.comparing import Differs
from bench.peers.measure import PEERS, measured


def main() -> int:
    """Print the tables."""
    names = sys.argv[1:]
    unknown = sorted(set(names) - {peer.name for peer in PEERS})
    if unknown:
        print(f"no such engine: {', '.join(unknown)}; there are {', '.join(p.name for p in PEERS)}", file=sys.stderr)
        return 2
    try:
        for line in measured(names):
            print(line, flush=True)
    except Differs as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
