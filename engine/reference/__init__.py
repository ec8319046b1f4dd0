"""The definition: what a recommendation is. Everything else must agree with it, reasons included.

Read `known` (what answers make known), `judge` (conditions, rules, flags, the outcome), then `explain` (why, why not,
what is missing, what would have to change). Short and plain before quick; it must never import another evaluator.
"""

from engine.reference.explain import recommend
from engine.reference.judge import Judgement
from engine.reference.known import View, weigh

__all__ = ["Judgement", "View", "recommend", "weigh"]
