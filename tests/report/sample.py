"""A small policy and cases at hand size, so that a golden report can be read beside what it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from engine.model.answer import Answer, Case, Source, Standing
from engine.model.condition import AllOf, AnswerIs, AnyOf, CalledFor, Condition, FlagIs, Not, ProgrammeLacks
from engine.model.policy import Authority, Effect, Flag, Policy, Rule, Safeguard, Status
from engine.model.question import Nature, Question, Stage
from engine.model.recommendation import Recommendation
from engine.model.work import Citation, Work
from engine.reference import recommend

ON = date(2026, 11, 22)
EARLIER = date(2026, 11, 10)
LONG_AGO = date(2026, 3, 1)

_CITED = (Citation("tsf", ("start", "eligibility")),)


def _question(
    name: str,
    ask: str,
    answers: tuple[str, ...],
    stage: Stage,
    *,
    fact: bool = False,
    asked_of: tuple[Source, ...] = (Source.CLIENT,),
    corroborate: tuple[Source, ...] = (),
    wording: tuple[tuple[str, str], ...] = (),
    several: bool = False,
    about: str = "",
    help: str = "",
) -> Question:
    return Question(
        id=name,
        stage=stage,
        section="Devices",
        ask=ask,
        asked_of=asked_of,
        answers=answers,
        nature=Nature.FACT if fact else Nature.CHANGEABLE,
        source=_CITED,
        wording=wording,
        about=about,
        help=help,
        corroborate=corroborate,
        valid_for=56 if corroborate else None,
        several=several,
    )


def _questions(stage: Stage) -> tuple[Question, ...]:
    return (
        _question(
            "shares-with-partner",
            "Do you and your (ex-)partner use any device, login or account together?",
            ("nothing", "accounts", "device"),
            stage,
            corroborate=(Source.PARTNER_SUPPORT, Source.PRACTITIONER),
            wording=(("nothing", "nothing shared"), ("accounts", "accounts or passwords"), ("device", "a device")),
            about="devices, logins or accounts the two of them share",
            help="Go through phones, tablets and family subscriptions one by one.",
        ),
        _question(
            "stalking-history",
            "Has he followed, tracked or sought her out against her will?",
            ("none", "past", "current"),
            stage,
            fact=True,
            asked_of=(Source.POLICE, Source.PARTNER_SUPPORT),
            corroborate=(Source.PARTNER_SUPPORT, Source.POLICE),
        ),
        _question(
            "partner-view-of-online",
            "What does she expect online delivery to do to her safety?",
            ("safer", "no-difference", "less-safe"),
            stage,
            asked_of=(Source.PARTNER,),
            corroborate=(Source.PARTNER, Source.PARTNER_SUPPORT),
            about="what she expects online delivery to do to her safety",
        ),
        _question(
            "private-space",
            "Is there a room you can have to yourself for the whole session?",
            ("yes", "sometimes", "no"),
            stage,
        ),
        _question(
            "people-nearby",
            "Who is usually within sight or hearing of you?",
            ("nobody", "children", "partner"),
            stage,
            several=True,
        ),
        _question("hopes", "What do you hope to achieve?", (), stage),
        _question(
            "callback-procedure",
            "Is there a procedure for calling back when a connection drops?",
            ("yes", "no"),
            Stage.PROGRAMME_START,
            asked_of=(Source.PROGRAMME,),
        ),
        _question(
            "data-gaps",
            "Which gaps in what you record remain?",
            ("none", "some"),
            Stage.STRUCTURAL,
            asked_of=(Source.PROGRAMME,),
        ),
    )


def _flags() -> tuple[Flag, ...]:
    return (
        Flag(
            "shared-device",
            Effect.EXCLUDE,
            "He joins on a device the (ex-)partner also uses",
            "She can be watched or overheard through it, and he through her.",
            ("own-device",),
        ),
        Flag(
            "current-stalking",
            Effect.EXCLUDE,
            "Stalking now",
            "He is following, tracking or seeking her out. Online work cannot see it and must not lend it cover.",
            (),
        ),
        Flag(
            "partner-fears-online",
            Effect.EXCLUDE,
            "She expects more danger from online delivery",
            "She knows him best. Her expectation stands as it is.",
            (),
        ),
        Flag(
            "overheard",
            Effect.CAUTION,
            "He may be overheard",
            "What he says, and what others in the group say, may not stay in the room.",
            ("alone-check",),
        ),
        Flag(
            "programme-lacks-callback-procedure",
            Effect.EXCLUDE,
            "The programme lacks what a condition needs: callback-procedure",
            "A condition that is called for cannot be put in place.",
            (),
        ),
        Flag("gaps", Effect.CAUTION, "Gaps in what is recorded", "What is not recorded cannot be learned from.", ()),
    )


def _rule(name: str, stage: Stage, title: str, when: Condition, leads_to: str | tuple[str, ...], because: str) -> Rule:
    raises = leads_to if isinstance(leads_to, str) else None
    return Rule(
        id=name,
        stage=stage,
        title=title,
        status=Status.IN_FORCE,
        when=when,
        raises=raises,
        recommends=() if isinstance(leads_to, str) else leads_to,
        because=because,
        source=_CITED,
        authority=Authority.GUIDANCE,
        owner="intake lead",
        if_unknown_ask=(Source.PARTNER_SUPPORT, Source.PRACTITIONER) if raises else (),
        derived=name.startswith("lacks-"),
    )


def _rules(stage: Stage) -> tuple[Rule, ...]:
    overheard = AnyOf(
        (
            AnswerIs("private-space", ("sometimes", "no")),
            AllOf((AnswerIs("people-nearby", ("children", "partner")), Not(AnswerIs("private-space", ("yes",))))),
        )
    )
    callback = AllOf((CalledFor("callback"), ProgrammeLacks("callback-procedure")))
    return (
        _rule(
            "device-shared-with-partner",
            stage,
            "A device shared with the (ex-)partner",
            AnswerIs("shares-with-partner", ("device",)),
            "shared-device",
            "Sessions, notes and messages are open to whoever picks the device up.",
        ),
        _rule(
            "stalking-goes-on",
            stage,
            "Stalking that goes on",
            AnswerIs("stalking-history", ("current",)),
            "current-stalking",
            "Nobody from the programme is near when he leaves the screen.",
        ),
        _rule(
            "partner-expects-danger",
            stage,
            "She expects more danger",
            AnswerIs("partner-view-of-online", ("less-safe",)),
            "partner-fears-online",
            "She is not asked to prove it.",
        ),
        _rule("place-not-private", stage, "A place that is not private", overheard, "overheard", "Walls are thin."),
        _rule(
            "camera-for-overheard", stage, "Show the room", FlagIs("overheard"), ("room-shown",), "To see who is there."
        ),
        _rule("lacks-callback-procedure", stage, "No call back", callback, "programme-lacks-callback-procedure", "-"),
        _rule("gaps-remain", Stage.STRUCTURAL, "Gaps remain", AnswerIs("data-gaps", ("some",)), "gaps", "To learn."),
    )  # fmt: skip


def _safeguards() -> tuple[Safeguard, ...]:
    return (
        Safeguard(
            "own-device",
            "A device nobody else uses or can unlock",
            "The programme lends a device, or he shows one with its own lock.",
            "client",
            "before the first session",
            "Shown on camera; lock and accounts looked at together.",
            each_session=False,
            needs=(),
            client_wording="Please join on a device that only you use.",
        ),
        Safeguard(
            "alone-check",
            "He is alone",
            "He shows that nobody else is in the room.",
            "facilitators",
            "at the start of each session",
            "Noted in the session record.",
            each_session=True,
            needs=(),
            client_wording="Please be alone in the room, and show us the room when we ask.",
        ),
        Safeguard(
            "callback",
            "A call back when the connection drops",
            "A worker calls him back within five minutes.",
            "programme",
            "before the first session",
            "Tried out once.",
            each_session=False,
            needs=("callback-procedure",),
        ),
        Safeguard(
            "room-shown",
            "The room shown on camera",
            "He turns the camera through the room.",
            "client",
            "at the start of each session",
            "Seen by the facilitator.",
            each_session=True,
            needs=(),
            client_wording="Please show us the room at the start.",
        ),
    )


def sample_policy(stage: Stage = Stage.START) -> Policy:
    """Return the policy, its rules and questions put at one stage."""
    return Policy(
        id="sample",
        title="A sample policy",
        version="1.0.0",
        effective_from=date(2026, 11, 1),
        languages=("en",),
        owner="intake lead",
        summary="For the tests of the report room.",
        base_safeguards={stage: ("alone-check", "callback")},
        review={stage: 28, Stage.STRUCTURAL: 182},
        other_routes={stage: ("In person, in the ordinary group.", "Waiting, with contact kept.")},
        works={"tsf": Work("tsf", "Thinking Safety First", "WWP EN", "2026", "guidance")},
        questions={question.id: question for question in _questions(stage)},
        flags={flag.id: flag for flag in _flags()},
        rules={rule.id: rule for rule in _rules(stage)},
        safeguards={safeguard.id: safeguard for safeguard in _safeguards()},
        invariants={},
        fingerprint="sha256:" + "0f" * 32,
    )


def said(source: Source, *values: str, on: date | None = EARLIER, note: str = "") -> Answer:
    """Return an answer with values."""
    return Answer(source, Standing.ANSWERED, values, on, note)


NOTHING_OF_CONCERN = {
    "shares-with-partner": (said(Source.CLIENT, "nothing"), said(Source.PARTNER_SUPPORT, "nothing")),
    "stalking-history": (said(Source.POLICE, "none"),),
    "partner-view-of-online": (said(Source.PARTNER_SUPPORT, "no-difference"),),
    "private-space": (said(Source.CLIENT, "sometimes", note="kitchen, after nine"),),
    "people-nearby": (said(Source.CLIENT, "children"),),
    "hopes": (said(Source.CLIENT, "To stop <shouting>."),),
}

PROFILE = Case("north", Stage.PROGRAMME_START, {"callback-procedure": (said(Source.PROGRAMME, "yes"),)})

AGAINST_ON_HER_WORD = {
    **NOTHING_OF_CONCERN,
    "shares-with-partner": (said(Source.CLIENT, "nothing"), said(Source.PARTNER_SUPPORT, "device")),
    "partner-view-of-online": (Answer(Source.PARTNER, Standing.ASKED_DECLINED, (), EARLIER),),
}

WAITING_FOR_HER = {name: said for name, said in NOTHING_OF_CONCERN.items() if name != "partner-view-of-online"}

HIS_WORD_ALONE = {
    "shares-with-partner": (said(Source.CLIENT, "nothing"),),
    "stalking-history": (said(Source.POLICE, "none", on=LONG_AGO),),
    "partner-view-of-online": (Answer(Source.PARTNER, Standing.ASKED_DECLINED, (), EARLIER),),
}


def screened(
    answers: Mapping[str, tuple[Answer, ...]],
    *,
    stage: Stage = Stage.START,
    programme: Case | None = PROFILE,
    reference: str = "K-0412",
    question: Question | None = None,
) -> Recommendation:
    """Return the recommendation on a case with these answers; `question` takes the place of the policy's own."""
    case = Case(reference, stage, answers, programme if stage.of_client else None)
    policy = sample_policy(stage)
    if question is not None:
        policy = replace(policy, questions={**policy.questions, question.id: question})
    return recommend(policy, case, ON, "0.1.0")
