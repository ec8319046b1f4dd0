"""Terms as durable-rules rulesets, and one pass of a case through one of them.

This is the only module that calls durable-rules, through its C core: its Host starts threads, and an action in Python
would only record a name. Every call goes through the module `durable_rules_engine` when it is made.

Why no case can reach a limit (each was read in the source of 2.0.28 and measured; the case decides nothing):

- A property has one token, so a test "one of these tokens" matches in at most one branch: a term is matched along one
  path. `handleAlpha` walks the paths depth first, so each path has at most one node on its stack of 64
  (MAX_STACK_SIZE, error 303): at most MOST_TERMS, and one for the closing rule.
- A term is at one node of the network at a time, and brings the tokens of one of its tests into that node's hash
  table. A table has 512 slots (NEXT_BUCKET_LENGTH); 511 tests or more make a search in it endless. The longest tests
  of all terms together, and the closing rule's, stay under MOST_TOKENS.
- The lists of 128 (NEXT_LIST_LENGTH, error 107, and overrun when full) and 256 (BETA_LIST_LENGTH, error 108, overrun)
  take at most one entry for each term at a node.
- A message has at most 254 properties, counting `id`, `sid` and the closing rule's (MAX_OBJECT_PROPERTIES, error 302):
  a ruleset's messages hold what its own terms test, at most MOST_PROPERTIES.
- 15 `$and` and `$or` in a rule pass, 16 do not (MAX_SEQUENCE_EXPRESSIONS, error 113): a term has `forms.MOST_TESTS`
  tests at most, hence 13.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

import durable_rules_engine

from engine.network.faults import NetworkError
from engine.network.forms import Term, Unit
from engine.network.names import ALWAYS
from engine.network.readings import Literal

MOST_TERMS = 60
MOST_TOKENS = 450
MOST_PROPERTIES = 200

SID = "0"
"""The context that durable-rules uses when a message names none. There is one: state never outlives a case."""

STATE = 1
"""Where that context's state is kept: always the first place. durable-rules reads whatever place it is told to."""

TAKEN = (0, STATE)
"""What durable-rules returns for a message that it took and that some rule matched."""

HEAD = f'{{"id":"1","{ALWAYS}":"1"'
"""How every message begins. The id may stay the same, because the state is deleted after each message."""


class Ruleset:
    """Some terms of one stratum as one ruleset. Not to be used by two threads at once.

    The last rule, the closing rule, always fires. Without it a message that nothing matches crashes the process when
    its state is deleted; and because rules fire in their order, a pass that broke off is seen by its absence.
    """

    def __init__(self, entries: Sequence[tuple[int, Term]], handles: set[int]) -> None:
        width = len(str(len(entries)))
        names = [f"{number:0{width}}" for number in range(len(entries) + 1)]
        self._units = {name: unit for name, (unit, _) in zip(names, entries, strict=False)}
        self._closing = names[-1]
        self._name = slice(2, 2 + width)
        self._reads = tuple(sorted({literal.property.place for _, term in entries for literal in term}))
        conditions = (*(_condition(term) for _, term in entries), _condition(()))
        self._definition = json.dumps(
            {name: {"all": [{"m": condition}]} for name, condition in zip(names, conditions, strict=True)}
        )
        self._handles = handles
        self._handle = 0
        self._open()

    def run(self, facts: Sequence[str]) -> list[int]:
        """Let the facts of a case pass and return the units that fired (twice, if two terms of one held).

        Raises `NetworkError` when anything is odd; the ruleset is then thrown away and made anew for the next case.
        """
        message = "".join([HEAD, *[facts[place] for place in self._reads], "}"])
        if not self._handle:
            self._open()
        try:
            return self._pass(message)
        except Exception as error:
            self._discard()
            if isinstance(error, NetworkError):
                raise
            # durable-rules' own texts hold a number only; any other text might hold part of the case.
            text = str(error) if isinstance(error, durable_rules_engine.error) else type(error).__name__
            raise NetworkError(f"durable-rules failed: {text}") from None
        except BaseException:
            self._discard()
            raise

    def _pass(self, message: str) -> list[int]:
        handle, units, name_at = self._handle, self._units, self._name
        if durable_rules_engine.assert_fact(handle, message) != TAKEN:
            raise NetworkError("durable-rules did not take a message")
        fired = []
        last = ""
        _, action = durable_rules_engine.start_action_for_state(handle, STATE)
        while action is not None:
            name = action[name_at]
            if name <= last:
                raise NetworkError("durable-rules fired a rule out of its order")
            fired.append(name)
            last = name
            action = durable_rules_engine.complete_and_start_action(handle, STATE)
        if last != self._closing:
            raise NetworkError("durable-rules broke off before the closing rule")
        durable_rules_engine.delete_state(handle, SID)
        return [units[name] for name in fired[:-1]]

    def _open(self) -> None:
        handle = durable_rules_engine.create_ruleset("forethought", self._definition)
        self._handles.add(handle)
        self._handle = handle
        # The first state that durable-rules makes holds uninitialised pointers until an action was started in it, and
        # deleting it before crashes the process. After this pass every later state may be deleted at any time.
        try:
            self._pass(HEAD + "}")
        except Exception as error:
            self._handle = 0
            self._handles.discard(handle)
            with suppress(Exception):
                durable_rules_engine.delete_ruleset(handle)
            raise NetworkError(f"a new ruleset does not work: {error}") from error

    def _discard(self) -> None:
        handle, self._handle = self._handle, 0
        self._handles.discard(handle)
        release({handle})


def release(handles: set[int]) -> None:
    """Free rulesets, and the state that a pass which broke off may have left in them, as far as that can be done."""
    for handle in handles:
        with suppress(Exception):
            durable_rules_engine.delete_state(handle, SID)
        with suppress(Exception):
            durable_rules_engine.delete_ruleset(handle)
    handles.clear()


def packed(units: Iterable[Unit]) -> Iterator[list[tuple[int, Term]]]:
    """Divide the terms of a stratum's units among as few rulesets as the limits allow, in their order."""
    entries: list[tuple[int, Term]] = []
    tokens, places = 0, set[int]()
    for unit in units:
        for term in unit.terms:
            longest = max((len(literal.tokens) for literal in term), default=0)
            wanted = {literal.property.place for literal in term}
            if entries and (
                len(entries) == MOST_TERMS or tokens + longest > MOST_TOKENS or len(places | wanted) > MOST_PROPERTIES
            ):
                yield entries
                entries, tokens, places = [], 0, set()
            entries.append((unit.number, term))
            tokens += longest
            places |= wanted
    if entries:
        yield entries


def _condition(term: Term) -> dict[str, object]:
    tests = [_test(literal) for literal in term]
    if not tests:
        return {ALWAYS: "1"}
    return tests[0] if len(tests) == 1 else {"$and": tests}


def _test(literal: Literal) -> dict[str, object]:
    tests: list[dict[str, object]] = [{literal.property.name: token} for token in sorted(literal.tokens)]
    return tests[0] if len(tests) == 1 else {"$or": tests}
