"""Grounds that are raised on out-of-date answers alone: they still stand, and whom to ask again."""

from __future__ import annotations

from engine.model.answer import PARTNER_SIDE, Answer, Source
from engine.model.condition import IsUnknown, SourcesDiffer
from engine.model.recommendation import FlagFinding
from engine.model.truth import Truth
from engine.report.age import out_of_date
from engine.report.behind import leaves_behind
from engine.report.page import Item, item, labelled
from engine.report.reading import Reading, named, wanted_by
from engine.report.words import tell


def still_stands(reading: Reading, finding: FlagFinding) -> tuple[Item, ...]:
    """Return that a raised ground still stands though all it rests on is old, with whom to ask again about what."""
    old = _old_alone(reading, finding)
    if not old:
        return ()
    again = [
        tell.ASK_AGAIN_OLD_ABOUT.format(who=named(who), what=reading.subject(question))
        for question, answers in old.items()
        if (who := _whom(reading, question, answers))
    ]
    return (labelled(tell.STILL_STANDS, "; ".join(again)) if again else item(tell.STILL_STANDS_NOBODY),)


def titled(reading: Reading, finding: FlagFinding) -> str:
    """Return the title of a ground, marked when it is raised on out-of-date answers alone."""
    title = finding.flag.title
    return tell.ON_OLD_ANSWERS.format(title=title) if _old_alone(reading, finding) else title


def _old_alone(reading: Reading, finding: FlagFinding) -> dict[str, tuple[Answer, ...]]:
    """Return the answers that a raised ground rests on, by question, if every one of them is out of date."""
    found: dict[str, tuple[Answer, ...]] = {}
    if finding.truth is not Truth.TRUE:
        return found
    for leaf in leaves_behind(reading, finding.flag.id, Truth.TRUE):
        if leaf.known is None or isinstance(leaf.condition, IsUnknown | SourcesDiffer):
            # It rests on a question being open, or on a difference: that stands, however old the answers are.
            return {}
        question = reading.question(leaf.known.question)
        said = tuple(one for one in reading.behind(leaf.known, wanted_by(leaf.condition)) if one.values)
        if not said or not all(out_of_date(question, one, reading.recommendation.screened_on) for one in said):
            return {}
        found[question.id] = tuple(dict.fromkeys((*found.get(question.id, ()), *said)))
    return found


def _whom(reading: Reading, question_id: str, answers: tuple[Answer, ...]) -> tuple[Source, ...]:
    """Return who said it, or else whose word would settle it; nobody of a side that chose not to answer."""
    question = reading.question(question_id)
    refused = PARTNER_SIDE if reading.her_side_declined(question_id) else frozenset()
    for sources in ((answer.source for answer in answers), question.corroborate or question.asked_of):
        who = tuple(source for source in dict.fromkeys(sources) if source not in refused)
        if who:
            return who
    return ()
