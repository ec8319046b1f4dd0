"""What becomes of a caseload under another policy, as text: what is less cautious comes first."""

from __future__ import annotations

from engine.model.policy import Outcome
from engine.model.question import Stage
from engine.report.batch.transitions_data import (
    Change,
    Differing,
    Move,
    StageTransitions,
    Transitions,
    Uncompared,
    Versions,
)
from engine.report.batch.transitions_text import transitions_text

VERSIONS = Versions(("ours", "1.0", "sha256:" + "a" * 64), ("ours", "1.1", "sha256:" + "b" * 64))
NONE_LEFT = Uncompared()
SAME = Move(Outcome.AGAINST, Outcome.AGAINST, Change.NO_CHANGE, 1000)
LESS = Move(Outcome.UNDETERMINED, Outcome.CONDITIONAL, Change.LESS_CAUTIOUS, 7, ("K-1", "K-2"))
MORE = Move(Outcome.CONDITIONAL, Outcome.AGAINST, Change.MORE_CAUTIOUS, 1, ("K-9",))
OTHER = Move(Outcome.AGAINST, Outcome.AGAINST, Change.CONDITIONS_DIFFER, 2, ("K-3", "K-4"))
CONDITIONS = Move(Outcome.CONDITIONAL, Outcome.CONDITIONAL, Change.LESS_CAUTIOUS, 1, ("K-5",))


def found(*moves: Move, unread: int = 0, uncompared: Uncompared = NONE_LEFT) -> Transitions:
    compared = sum(move.cases for move in moves)
    came = (Differing("flag", "shared-device", 3, 84, 2, 84, 1),) if moves != (SAME,) else ()
    stage = StageTransitions(Stage.START, compared, moves, came, uncompared)
    rows = compared + unread + uncompared.cases
    return Transitions(VERSIONS, "2026-11-22", rows, unread, (stage,))


def test_what_is_less_cautious_is_said_first_and_asks_for_a_second_reviewer() -> None:
    text = transitions_text(found(LESS, CONDITIONS, MORE, OTHER, SAME))
    first = text.split("\n\n")[1].splitlines()
    assert first[0] == "- 8 cases are less cautious than before. A second reviewer is asked for."
    read = " ".join(text.split())
    assert "1,011 cases compared: 11 changed, 1,000 as before. Less cautious: 8. More cautious: 1." in read
    assert "- cannot recommend yet -> online with conditions (less cautious): 7 cases, K-1, K-2 and 5 more" in read
    assert "- online with conditions, as before, with other flags or conditions (less cautious): 1 case, K-5" in read
    assert "- against online delivery, as before, with other flags or conditions: 2 cases, K-3, K-4" in read
    assert "- flag, true now in 2, open now in 1, no longer open in 84, known in one and not in the other in 2:" in read
    assert "this is for the case team alone" in read
    assert max(map(len, text.splitlines())) <= 80


BROKEN = Move(Outcome.AGAINST, None, Change.LESS_CAUTIOUS, 1, ("V-0211",), (), ("never-online",))
BROKEN_BEFORE = Move(None, Outcome.CONDITIONAL, Change.LESS_CAUTIOUS, 2, ("K-6", "K-8"), ("ours", "other"), ())


def test_a_promise_that_the_new_policy_breaks_stands_before_everything_and_asks_for_a_second_reviewer() -> None:
    text = transitions_text(found(BROKEN, BROKEN_BEFORE, LESS, SAME))
    said = " ".join(text.split("\n\n")[1].split())
    assert said.startswith(
        "- 1 case gets no recommendation: the new policy breaks a promise of its own. It counts as less cautious."
        " - 2 cases had no recommendation before: the old policy breaks a promise of its own."
    )
    assert "- 10 cases are less cautious than before. A second reviewer is asked for." in said
    read = " ".join(text.split())
    assert (
        "against online delivery -> no recommendation: the new policy breaks its promise never-online"
        " (counts as less cautious): 1 case, V-0211"
    ) in read
    assert "no recommendation -> online with conditions: the old policy breaks its promises ours, other (counts" in read


def test_what_is_not_compared_does_not_stand_under_flags_and_safeguards() -> None:
    lines = transitions_text(found(LESS, uncompared=Uncompared(3, ("K-7",)))).splitlines()
    at = {what: next(n for n, line in enumerate(lines) if what in line) for what in ("Not compared", "Flags and")}
    assert at["Not compared"] < at["Flags and"]


def test_no_less_cautious_case_is_said_only_of_what_was_compared() -> None:
    assert "- No case is less cautious than before." in transitions_text(found(MORE, SAME))
    left = Uncompared(3, ("K-7",))
    text = " ".join(transitions_text(found(MORE, SAME, unread=2, uncompared=left)).split())
    assert "No case that was compared is less cautious than before." in text
    assert "5 of 1,006 rows not compared; nothing is known of these: 2 could not be read under the new" in text
    assert "Not compared: 3 cases that cannot be read under the old policy: K-7 and 2 more." in text


def test_a_reference_cannot_steer_the_terminal() -> None:
    text = transitions_text(found(LESS._replace(examples=("\x1b[2J", "\u202eK"))))
    assert "\x1b" not in text
    assert "\u202e" not in text
