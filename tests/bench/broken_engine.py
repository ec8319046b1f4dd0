"""An engine that breaks off: a worker for the tests."""

from __future__ import annotations

from collections.abc import Mapping

from bench.peers.neutral import Form
from bench.peers.worker import Way, serve


def prepare(_: Form) -> Mapping[str, Way]:
    raise NotImplementedError("this engine knows no flags")


if __name__ == "__main__":
    serve({"broken": "1"}, prepare)
