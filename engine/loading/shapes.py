"""Which keys each mapping may hold and must hold; the JSON Schemas are tested against the same tables.

Nothing is defaulted here: a required key that is missing is an error, whatever it might have meant.
"""

from __future__ import annotations

from typing import NamedTuple


class Shape(NamedTuple):
    """The keys of one kind of mapping. `name` is how messages call it."""

    name: str
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that may stand there."""
        return self.required + self.optional


POLICY = Shape(
    "the policy",
    (
        "id",
        "title",
        "version",
        "effective_from",
        "languages",
        "owner",
        "summary",
        "base_safeguards",
        "review",
        "other_routes",
    ),
    ("pronouns", "translation_notes", "accepted", "never_say"),
)
ACCEPTANCE = Shape("an acceptance", ("finding", "about", "reason", "by", "until"), ("words",))
PRONOUNS = Shape("the mapping of pronouns", (), ("client", "partner"))
WORK = Shape("a source", ("key", "title", "publisher", "year", "kind"), ("link", "note", "review_by"))
QUESTION = Shape(
    "a question",
    ("id", "section", "ask", "asked_of", "answers", "nature", "source"),
    ("help", "about", "wording", "corroborate", "valid_for", "several", "only_if"),
)
FLAG = Shape("a flag", ("id", "effect", "title", "meaning", "remedy"), ("tell", "partner_safety"))
RULE = Shape(
    "a rule",
    ("id", "title", "status", "when", "because", "source", "authority", "owner"),
    ("also_at", "raise", "recommend", "if_unknown_ask", "limits", "replaced_by"),
)
SAFEGUARD = Shape(
    "a safeguard",
    ("id", "title", "do", "who", "by", "check", "each_session", "needs"),
    ("client_wording", "partner_safety"),
)
INVARIANT = Shape("an invariant", ("id", "stage", "because", "always"), ("also_at",))
ALWAYS = Shape("what an invariant says", ("then",), ("if",))
THEN = Shape("what follows", ("outcome",))
CASE = Shape("a case", ("case", "stage", "answers"), ("programme", "earlier", "own_view"))
OWN_VIEW = Shape("the practitioner's own view", ("view", "reasons", "by", "on"))
ANSWER = Shape("an answer", (), ("value", "source", "on", "note", "standing"))
DECISION = Shape(
    "a decision",
    ("case", "stage", "choice", "by", "on", "contact", "review_by"),
    ("conditions", "reasons", "second_person"),
)
