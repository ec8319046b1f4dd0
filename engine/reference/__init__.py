"""The definition: what a recommendation is. Everything else must agree with it, reasons included.

Read `known` (what answers make known), `judge` (conditions, rules, flags, the outcome), then `explain` (why, what would
have to change, the warnings) with `missing` (what is missing) and `nearness` (why not, what made no difference). Short
and plain before quick; it must never import another evaluator.
"""

from engine.reference.explain import recommend
from engine.reference.judge import Judgement
from engine.reference.known import View, weigh

__all__ = ["Judgement", "View", "recommend", "weigh"]
