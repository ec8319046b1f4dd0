"""The client's copy: from the practitioner's decision alone.

INVARIANT (non-interference): no case file is opened here, whatever is named.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from engine import api
from engine.commands.options import reading_file
from engine.commands.output import Output
from engine.commands.running import note
from engine.errors import Exit
from engine.model.decision import Choice, Decision
from engine.model.policy import Policy
from engine.report import client
from engine.report.travelling import could_travel
from engine.report.words import label, share


def write_client_copy(
    cases: tuple[str, ...], decision: str | None, policy: Policy, format_: str, target: Output
) -> Exit:
    """Write the copy, and note what whoever hands it over has to know."""
    if decision is None:
        raise click.UsageError(
            "--audience client needs --decision FILE: the client's copy tells what the practitioner decided and what "
            "is agreed. It is made from that file alone; nothing is read from the case, so that nothing anybody else "
            "said can travel in it."
        )
    if cases:
        note(label.NOTE_NOT_OPENED)
    with reading_file(decision):
        decided = api.load_decision(Path(decision), policy)
    copy = client.client_copy(decided, policy)
    left_out = _left_out(decided, policy)
    if left_out:
        note(label.NOTE_LEAVES_OUT.format(conditions=", ".join(left_out)))
    written: dict[str, Callable[[], str]] = {
        "text": lambda: client.client_text(copy, target.width),
        "markdown": lambda: client.client_markdown(copy),
        "html": lambda: client.client_html(copy),
        "json": lambda: client.client_json(copy),
    }
    target.write(written[format_]())
    target.close()
    for found in could_travel(copy, policy):
        note(share.NOTE_NAMES.format(key=found.key, words=", ".join(found.words)))
    note(label.NOTE_NOT_COMPARED)
    note(label.NOTE_READ_IT)
    if label.NOTE_TRANSLATED:
        note(label.NOTE_TRANSLATED)
    if policy.translation_note:
        note(label.NOTE_POLICY_TRANSLATED.format(note=policy.translation_note))
    return Exit.DONE


def _left_out(decided: Decision, policy: Policy) -> list[str]:
    """Return the base safeguards that the client could be told and is not, by id."""
    if decided.choice is not Choice.ONLINE:
        return []
    base = sorted(policy.base_at(decided.stage))
    return [name for name in base if policy.safeguards[name].client_wording and name not in decided.conditions]
