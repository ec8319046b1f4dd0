"""The policy as clauses for a SAT solver: what holds for every answer sheet that there can be, unknowns and all.

A solver that gave up is *undecided*, never proved; a case that refutes something is replayed through the definition
by whoever asked, before anyone sees it. Nothing here may import another evaluator: agreement would be worth nothing.
Importing this room does not import the solver.
"""

from engine.proof.clauses import available
from engine.proof.reading import Pair, Reading
from engine.proof.sheets import Sheets, Undecided

__all__ = ["Pair", "Reading", "Sheets", "Undecided", "available"]
