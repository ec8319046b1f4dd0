"""The fingerprint of a policy: the same for the same meaning, whatever the files, their order, layout or comments.

The order of questions, of answers and of the members of a condition counts: a report is printed in it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
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
        if is_dataclass(value) and not isinstance(value, type):
            kind = type(value).__name__
            fields = {"": kind} | {name: getattr(value, name) for name in _names(type(value))}
            return {**fields, **texts.get((kind, str(fields.get("id", ""))), {})}
        raise TypeError(f"no canonical form for {type(value).__name__}")

    text = json.dumps(parts, default=plain, sort_keys=True, separators=(",", ":"))
    digest: str = sha256(text.encode()).hexdigest()
    return f"sha256:{digest}"


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
