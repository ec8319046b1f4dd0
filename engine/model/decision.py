"""The practitioner's decision, and what of it may reach the client.

This module must never import the recommendation or a case: what is told to the client is built from the decision
alone, and nothing that another source said can travel in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from engine.model.question import Stage
from engine.model.speech import Speech


class Choice(StrEnum):
    """What the practitioner decided."""

    ONLINE = "online-with-conditions"
    NOT_ONLINE = "not-online"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the practitioner decided and wants the client to be told.

    `conditions` are ids of safeguards whose wording for the client is handed over. `reasons` are for the file and
    never for the client. `stage` is that of the case it was decided on.
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
    stage: Stage = Stage.START


@dataclass(frozen=True, slots=True)
class OwnView:
    """What the practitioner held to be right, and why, before the recommendation was shown. Never for the client."""

    view: Choice
    reasons: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class ClientCopy:
    """Everything that a document for the client may hold. There is no field a reason could travel in.

    INVARIANT (non-interference): built from a `Decision` and the policy's wording, never from a recommendation.
    `speech` is the policy's: the language and the pronouns of the document.
    """

    case: str
    choice: Choice
    conditions: tuple[str, ...]
    review_by: date
    contact: str
    by: str
    on: date
    speech: Speech = Speech()
    stage: Stage = Stage.START
