"""The fingerprint of a policy: the same for the same meaning, whatever the files, their order, layout or comments.

The order of questions, of answers and of the members of a condition counts: a report is printed in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import TypeAlias

from engine.model.policy import Policy

try:  # As `random` does: hashlib loads all of OpenSSL, which costs a start of the program 3 ms.
    from _sha256 import sha256  # type: ignore[import-not-found]
except ImportError:
    from hashlib import sha256


WrittenTexts: TypeAlias = Mapping[tuple[str, str], Mapping[str, object]]
"""By kind and id (`Policy` has none): what was written, with markers and translations, of texts read otherwise."""


def fingerprint_of(policy: Policy, written: WrittenTexts | None = None) -> str:
    """Return `sha256:` and 64 hex digits, the same in whatever language the policy was read.

    What the loader derives follows from the rest and is left out.
    """
    texts = written or {}
    needs = {f"programme-lacks-{need}" for safeguard in policy.safeguards.values() for need in safeguard.needs}
    parts: dict[str, object] = {name: getattr(policy, name) for name in _names(Policy)}
    del parts["fingerprint"], parts["speech"], parts["translation_note"]
    parts["pronouns"] = [policy.speech.client, policy.speech.partner]
    parts["questions"] = list(policy.questions.values())
    parts["flags"] = {name: flag for name, flag in policy.flags.items() if name not in needs}
    parts["rules"] = {name: rule for name, rule in policy.rules.items() if not rule.derived}
    parts |= texts.get(("Policy", ""), {})

    def plain(value: object) -> object:
        if isinstance(value, date):
            return value.isoformat()
        kind: type = type(value)
        names, values = _reader_of(kind)
        found: dict[str, object] = dict(zip(names, (kind.__name__, *values(value)), strict=True))
        otherwise = texts.get((kind.__name__, str(found.get("id", ""))))
        return found if otherwise is None else {**found, **otherwise}

    # Nothing in a policy can hold itself: its parts cannot be changed once they are made.
    text = json.dumps(parts, default=plain, sort_keys=True, separators=(",", ":"), check_circular=False)
    digest: str = sha256(text.encode()).hexdigest()
    return f"sha256:{digest}"


@cache
def _reader_of(kind: type) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]]]:
    """Return the keys of the canonical form of a dataclass, and what reads all of its fields at once."""
    if not is_dataclass(kind):
        raise TypeError(f"no canonical form for {kind.__name__}")
    names = sorted(_names(kind))
    read = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    return ("", *names), read


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
