"""What an engine found, held against what the definition found: any difference at all, and it is not timed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from bench.peers.neutral import Form, Found

SHOWN = 3
TRUTHS = {"0": "false", "1": "unknown", "2": "true"}


class Differs(Exception):
    """What an engine finds differs from the definition, so it was not timed; the message says whose."""


def differences(form: Form, names: Mapping[str, str], wanted: Sequence[Found], came: Any) -> list[str]:  # noqa: ANN401
    """Return the first few differences, in words; none when everything agrees. `came` is whatever a worker sent."""
    if not isinstance(came, list) or len(came) != len(wanted):
        return [f"it was to screen {len(wanted)} cases and did not"]
    return list(islice(_differences(form, names, wanted, came), SHOWN))


def _differences(form: Form, names: Mapping[str, str], wanted: Sequence[Found], came: Sequence[Any]) -> Iterator[str]:
    for number, (want, have) in enumerate(zip(wanted, came, strict=True), start=1):
        if have == want:
            continue
        if not isinstance(have, dict) or have.keys() != want.keys():
            yield f"case {number}: it did not say what it found"
            continue
        if have["outcome"] != want["outcome"]:
            yield f"case {number}: the outcome is {want['outcome']}, and it found {have['outcome']}"
        yield from _by_digit(number, names, [rule["id"] for rule in form["rules"]], want["rules"], have["rules"])
        yield from _by_digit(number, names, [one["id"] for one in form["signals"]], want["signals"], have["signals"])


def _by_digit(number: int, names: Mapping[str, str], ids: Sequence[str], want: str, have: str) -> Iterator[str]:
    if len(have) != len(ids):
        yield f"case {number}: it said something about {len(have)} rules or flags, and there are {len(ids)}"
        return
    for name, wanted, came in zip(ids, want, have, strict=True):
        if wanted != came:
            found = TRUTHS.get(came, "neither true nor false nor unknown")
            yield f"case {number}: {names[name]} is {TRUTHS[wanted]}, and it found {found}"
