"""Who an answer comes from. Apart from answers, so that what reads a policy need not reach a case."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """Who an answer comes from."""

    CLIENT = "client"
    PARTNER = "partner"
    PARTNER_SUPPORT = "partner-support"
    POLICE = "police"
    PROBATION = "probation"
    CHILD_PROTECTION = "child-protection"
    COURT = "court"
    REFERRER = "referrer"
    PRACTITIONER = "practitioner"
    PROGRAMME = "programme"


PARTNER_SIDE: frozenset[Source] = frozenset({Source.PARTNER, Source.PARTNER_SUPPORT})
"""The sources whose words can put her at risk if he infers that she spoke."""

KEEPS_RECORDS: frozenset[Source] = frozenset({Source.POLICE, Source.PROBATION, Source.CHILD_PROTECTION, Source.COURT})
"""The sources that answer from their files, where nothing on file says nothing either way."""
