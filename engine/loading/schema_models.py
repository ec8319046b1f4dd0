"""The files as pydantic models: a second description of their shapes, from which the JSON Schemas are made.

Tests hold these to `shapes` and to the policy shipped with the engine. Loading never imports this module: screening
a case does not pay for building the models.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema

from engine.loading.entries import WorkKind
from engine.model.answer import Source, Standing
from engine.model.decision import Choice
from engine.model.policy import Authority, Effect, Outcome, Status
from engine.model.question import Nature, Stage
from engine.model.speech import Pronoun

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Said = Text | Annotated[dict[Language, Text], Field(min_length=1)]
"""A text that a person reads: plain, or one for each language; `<he joins|they join>` for what a pronoun changes."""

Id = Annotated[str, StringConstraints(pattern=_ID, max_length=80)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Interval = Annotated[str, StringConstraints(pattern=r"^[1-9]\d{0,3} (day|week)s?$")]
Reference = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$")]
Citation = Text | Annotated[dict[Id, Text | list[Text]], Field(min_length=1, max_length=1)]
Condition = Annotated[dict[str, Any], WithJsonSchema({"$comment": "condition"})]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Pronouns(_File):
    """How the two people are spoken of."""

    client: Pronoun | None = Field(default=None, description="How the client is spoken of: he, she or they.")
    partner: Pronoun | None = Field(default=None, description="How the (ex-)partner is spoken of: he, she or they.")


class Acceptance(_File):
    """A finding of `policy check` that the policy's owner has looked at and answers for."""

    finding: Id = Field(description="The finding's word, as `policy check` prints it in brackets.")
    about: Id = Field(description="What it is about: the id of a rule, flag, question, safeguard or source.")
    reason: Text = Field(description="Why it may stay as it is.")
    by: Text = Field(description="Who answers for it.")
    until: Day = Field(description="The last day on which it is accepted; then it is looked at again.")
    words: Text | None = Field(
        default=None, description="Of a finding about a text: the sentence that may stay, as it is said. No other is."
    )


class PolicyFile(_File):
    """policy.yaml: what the policy is called, who owns it, and what every case gets."""

    id: Id = Field(description="The policy's id, in small letters and hyphens.")
    title: Said = Field(description="What the policy is called, at the head of every report.")
    version: str = Field(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$", description='Three numbers in quotes: "1.0.0".')
    effective_from: Day = Field(description="The day from which the policy holds.")
    languages: list[Language] = Field(min_length=1, description="The first is the one that every text is given in.")
    owner: Text = Field(description="Who answers for the policy.")
    summary: Said = Field(description="What the policy is and is not.")
    base_safeguards: (
        Annotated[list[Id], Field(min_length=1)] | dict[Stage, Annotated[list[Id], Field(min_length=1)]]
    ) = Field(description="Safeguards that every online case gets: one list for every stage, or a list for each.")
    review: dict[Stage, Interval] = Field(min_length=1, description="How soon a case is looked at again, by stage.")
    other_routes: dict[Stage, list[Said]] = Field(description="What else can be offered, by stage.")
    pronouns: Pronouns | None = Field(
        default=None, description="he for the client and she for the partner if left out."
    )
    translation_notes: dict[Language, Text] | None = Field(
        default=None, description="How far each translation can be trusted."
    )
    accepted: list[Acceptance] | None = Field(
        default=None, min_length=1, description="Findings of `policy check` that are answered for. Never errors."
    )
    never_say: dict[Language, Annotated[list[Text], Field(min_length=1)]] | None = Field(
        default=None, description="Words that no text of the policy may use, by language, beside the built-in ones."
    )


class Work(_File):
    """A work that the policy cites."""

    key: Id = Field(description="The short name by which rules and questions cite the work.")
    title: Text = Field(description="The title of the work.")
    publisher: Text = Field(description="Who published it; your own programme, for what your team has agreed.")
    year: str | int = Field(description="Four digits, or `undated`.")
    kind: WorkKind = Field(description="What kind of work it is; product-default for a choice of this policy's own.")
    link: str | None = Field(default=None, pattern=r"^https?://", description="Where it can be read.")
    note: Text | None = Field(default=None, description="How far it could be read, and how far to trust it.")
    review_by: Day | None = Field(default=None, description="The day by which somebody looks whether it still holds.")


class Question(_File):
    """A question of the catalogue."""

    id: Id = Field(description="Small letters and hyphens; never used again for another question.")
    section: Said = Field(description="The heading it stands under.")
    ask: Said = Field(description="Put to the person named in `asked_of`, as a question.")
    asked_of: Source | list[Source] = Field(description="To whom it is put.")
    answers: Literal["open"] | Annotated[list[Id], Field(min_length=2)] = Field(
        description="From least to most concerning: the order is meaning. Or `open`."
    )
    nature: Nature = Field(description="A fact never appears under what would have to change.")
    source: list[Citation] = Field(min_length=1, description="The works that it is drawn from, each with its places.")
    help: Said | None = Field(default=None, description="What helps to ask it well, or to record the answer.")
    about: Said | None = Field(default=None, description="The subject in a few words, for lists and for asking others.")
    wording: dict[Id, Said] | None = Field(default=None, description="Each answer word in plain text.")
    corroborate: list[Source] | None = Field(
        default=None, min_length=1, description="Whose word can settle it. Needed when it bears on exclusion."
    )
    valid_for: Interval | None = Field(default=None, description="How long an answer holds.")
    several: bool | None = Field(default=None, description="Whether more than one answer may be given.")
    only_if: Condition | None = Field(default=None, description="The question is not put when this is false.")


class Flag(_File):
    """A named ground."""

    id: Id = Field(description="Small letters and hyphens; never used again for another flag.")
    effect: Effect = Field(description="exclude speaks against online delivery; caution calls for care.")
    title: Said = Field(description="The ground in a few words, as reports head it.")
    meaning: Said = Field(description="What the ground means in an online setting.")
    remedy: list[Id] = Field(description="Safeguards that would resolve it; none for facts.")
    tell: list[Said] | None = Field(
        default=None, min_length=1, description="Who must be told at once when it is raised."
    )
    partner_safety: bool | None = Field(
        default=None, description="Partner support reads of it. When left out: of flags that exclude, and of no other."
    )


class Rule(_File):
    """Reads answers and flags; raises a flag, or calls for safeguards: exactly one of the two."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["raise"]}, {"required": ["recommend"]}]},
    )

    id: Id = Field(description="Small letters and hyphens; never used again for another rule.")
    title: Said = Field(description="What the rule says, in a few words.")
    status: Status = Field(description="Only a rule in force is looked at when a case is screened.")
    when: Condition = Field(description="The condition under which the rule applies.")
    raises: Id | None = Field(default=None, alias="raise", description="The flag that it raises.")
    recommend: list[Id] | None = Field(default=None, min_length=1, description="The safeguards that it calls for.")
    because: Said = Field(description="Why: what a reader of the report is told.")
    source: list[Citation] = Field(min_length=1, description="The works that it rests on, each with its places.")
    authority: Authority = Field(
        description="How much weight the source has; product-default for a choice of this policy's own."
    )
    owner: Text = Field(description="Who answers for the rule.")
    if_unknown_ask: list[Source] | None = Field(
        default=None, min_length=1, description="Whom to ask. Needed when the rule raises an exclude flag."
    )
    limits: Said | None = Field(default=None, description="What the rule does not cover.")
    replaced_by: Id | None = Field(default=None, description="The successor of a retired rule, and only of one.")
    also_at: list[Stage] | None = Field(
        default=None, min_length=1, description="Further stages that it is in force at."
    )


class Safeguard(_File):
    """A measure that must be in place."""

    id: Id = Field(description="Small letters and hyphens; never used again for another safeguard.")
    title: Said = Field(description="The measure in a few words.")
    do: Said = Field(description="What is done.")
    who: Said = Field(description="Who does it.")
    by: Said = Field(description="By when it is in place.")
    check: Said = Field(description="How it is checked.")
    each_session: bool = Field(description="Whether it is looked at anew in every session.")
    needs: list[Id] = Field(description="Programme questions that must not stand at their most concerning answer.")
    client_wording: Said | None = Field(default=None, description="What the client's copy says, whatever the reason.")
    partner_safety: bool | None = Field(default=None, description="Partner support reads of it.")


class NotOutcome(_File):
    """Any outcome but one."""

    not_: Outcome = Field(alias="not", description="The one that may not come about.")


class Then(_File):
    """What follows."""

    outcome: Outcome | NotOutcome | list[Outcome] = Field(
        description="What the recommendation is then: one, {not: one}, or a list."
    )


class Always(_File):
    """Whenever `if` is true, `then` holds; without `if`, always."""

    if_: Condition | None = Field(default=None, alias="if", description="The condition; left out for every case.")
    then: Then = Field(description="What must then be recommended.")


class Invariant(_File):
    """A promise of the programme's own."""

    id: Id = Field(description="Small letters and hyphens; never used again for another invariant.")
    stage: Stage = Field(description="The stage at which it is held.")
    because: Said = Field(description="Why it must never be otherwise.")
    always: Always = Field(description="What must never be otherwise: {if: ..., then: {outcome: against}}.")
    also_at: list[Stage] | None = Field(default=None, min_length=1, description="Further stages that it is held at.")


class Answer(_File):
    """What one source said, or why there is no answer."""

    model_config = ConfigDict(json_schema_extra={"dependentRequired": {"value": ["source"]}})

    value: Text | list[Text] | None = None
    source: Source | None = Field(
        default=None, description="Who said it. Left out beside a standing: whom the question is put to."
    )
    on: Day | None = Field(default=None, description="When; the day of screening when left out.")
    note: str | None = None
    standing: Standing | None = Field(default=None, description="Why there is no answer.")


class OwnView(_File):
    """What the practitioner held before the recommendation was shown."""

    view: Choice
    reasons: Text
    by: Text
    on: Day


class CaseFile(_File):
    """A case: a reference, the stage, and who answered what."""

    case: Reference = Field(description="A reference, never a name.")
    stage: Stage
    programme: str | None = Field(default=None, description="The file of the programme's profile.")
    earlier: str | None = Field(
        default=None, description="The case file before this one, whose answers are carried on."
    )
    own_view: OwnView | None = Field(default=None, description="The practitioner's own view, stated beforehand.")
    answers: dict[Id, Text | Answer | list[Text] | list[Answer]]


class DecisionFile(_File):
    """What the practitioner decided and wants the client to be told."""

    case: Reference
    stage: Stage = Field(description="The stage of the case that was decided on.")
    choice: Choice
    by: Text
    on: Day
    contact: Text
    review_by: Day
    conditions: list[Id] | None = Field(
        default=None, min_length=1, description="Safeguards that have a wording for the client."
    )
    reasons: Text | None = Field(default=None, description="For the file, never for the client.")
    second_person: Text | None = None
