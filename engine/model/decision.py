"""The practitioner's decision, and what of it may reach the client.

This module must never import the recommendation or a case: what is told to the client is built from the decision
alone, and nothing that another source said can travel in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Choice(StrEnum):
    """What the practitioner decided."""

    ONLINE = "online-with-conditions"
    NOT_ONLINE = "not-online"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the practitioner decided and wants the client to be told.

    `conditions` are ids of safeguards whose wording for the client is handed over. `reasons` are for the file and
    never for the client.
    """

    case: str
    choice: Choice
    by: str
    on: date
    contact: str
    review_by: date
    conditions: tuple[str, ...] = ()
    reasons: str = ""
    second_person: str = ""


@dataclass(frozen=True, slots=True)
class ClientCopy:
    """Everything that a document for the client may hold. There is no field a reason could travel in.

    INVARIANT (non-interference): built from a `Decision` and the policy's wording, never from a recommendation.
    """

    case: str
    choice: Choice
    conditions: tuple[str, ...]
    review_by: date
    contact: str
    by: str
    on: date
