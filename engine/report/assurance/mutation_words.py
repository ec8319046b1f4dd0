"""A change to a policy and what would come of it, in a writer's words."""

from __future__ import annotations

from engine.report.assurance.mutation_report import Effect, Otherwise, Survivor

_UNDER = {
    "safeguard-dropped": "recommend",
    "stage-dropped": "also_at",
    "source-not-asked": "if_unknown_ask",
    "remedy-dropped": "remedy",
    "need-dropped": "needs",
    "corroborator-dropped": "corroborate",
}
_ABOUT = {Effect.FLAG: "the flag `{}`", Effect.SAFEGUARD: "the safeguard `{}`", Effect.RULE: "the rule `{}`"}


def change_in_words(kind: str, entry: str, name: str, was: str, now: str) -> str:
    """Return what could be done, as in "leave out `x` under `recommend` in the rule `y`"."""
    if kind == "rule-dropped":
        return f"suspend the rule `{name}`"
    if entry == "base":
        return f"leave out `{was}` from the base safeguards of the stage {name}"
    if kind in _UNDER:
        return f"leave out `{was}` under `{_UNDER[kind]}` in the {entry} `{name}`"
    if not now:
        return f"leave out `{was}` in the {entry} `{name}`"
    return f"change `{was}` to `{now}` in the {entry} `{name}`"


def survivor_in_words(survivor: Survivor) -> str:
    """Return a survivor as one sentence."""
    change = change_in_words(survivor.kind, survivor.entry, survivor.id, survivor.was, survivor.now)
    return f"you could {change} and no scenario would notice"


def otherwise_in_words(otherwise: Otherwise) -> str:
    """Return what would come out otherwise, in one line."""
    about = _ABOUT.get(otherwise.effect, "`{}`").format(otherwise.about) if otherwise.about else "the recommendation"
    return f'{about}: "{otherwise.after}" instead of "{otherwise.before}"'
