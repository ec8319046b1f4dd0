"""Whatever durable-rules does wrong, the network gives no answer, or one that the comparison finds out.

How to break the network on purpose: replace a function of the module `durable_rules_engine`. The network looks each of
them up there at the time of the call.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from random import Random

import durable_rules_engine
import pytest

from engine.model.condition import AnswerIs, AnyOf, FlagIs
from engine.model.question import Stage
from engine.network import Network, NetworkError, rulesets
from tests.network.oracle import DAY, Oracle, case, policy, question, random_case, random_policy, rule, said

MADE = policy(
    [question("a"), question("b")],
    [
        rule("first", AnswerIs("a", ("recent",)), "f"),
        rule("second", AnyOf((AnswerIs("b", ("recent",)), FlagIs("f"))), None, ("s",)),
    ],
)
ALL = case({"a": said("recent"), "b": said("recent")})
NONE = case({"a": said("no"), "b": said("no")})


def first_firing_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lose the first firing of every message, but never the closing one, as a faulty rule engine might."""
    start, go_on = durable_rules_engine.start_action_for_state, durable_rules_engine.complete_and_start_action
    ended = False

    def starting(handle: int, state: int) -> object:
        nonlocal ended
        status, first = start(handle, state)
        following = go_on(handle, state)
        ended = following is None
        return status, first if ended else following

    def going_on(handle: int, state: int) -> object:
        nonlocal ended
        if not ended:
            return go_on(handle, state)
        ended = False
        return None

    monkeypatch.setattr(durable_rules_engine, "start_action_for_state", starting)
    monkeypatch.setattr(durable_rules_engine, "complete_and_start_action", going_on)


def returning(value: object) -> Callable[..., object]:
    return lambda *_: value


def raising(error: BaseException) -> Callable[..., object]:
    def fail(*_: object) -> object:
        raise error

    return fail


def test_a_lost_firing_shows_in_what_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network(MADE, Stage.START)
    right = network.fire(ALL, DAY)
    first_firing_lost(monkeypatch)
    assert network.fire(NONE, DAY) == Oracle(MADE, NONE).firing()
    assert right == Oracle(MADE, ALL).firing()
    assert network.fire(ALL, DAY) != right


@pytest.mark.parametrize(
    ("name", "replacement"),
    [
        ("assert_fact", returning((1, 1))),
        ("assert_fact", returning((2, 1))),
        ("assert_fact", returning((0, 4000))),
        ("assert_fact", returning(None)),
        ("assert_fact", raising(durable_rules_engine.error("Could not assert fact, error code: 303"))),
        ("assert_fact", raising(MemoryError())),
        ("start_action_for_state", returning(None)),
        ("start_action_for_state", returning(("{}", None))),
        ("start_action_for_state", returning(("{}", '{"x":{}}'))),
        ("start_action_for_state", returning(("{}", '{"9":{}}'))),
        (
            "start_action_for_state",
            returning(("{}", "")),
        ),
        ("complete_and_start_action", returning(None)),
        ("complete_and_start_action", returning('{"0":{}}')),
        ("complete_and_start_action", returning(b"")),
        ("complete_and_start_action", raising(durable_rules_engine.error("error code: 307"))),
        ("delete_state", raising(durable_rules_engine.error("error code: 309"))),
    ],
)
def test_any_fault_is_an_error_and_the_next_case_gets_a_new_ruleset(
    name: str, replacement: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network(MADE, Stage.START)
    with monkeypatch.context() as broken:
        broken.setattr(durable_rules_engine, name, replacement)
        for _ in range(3):
            with pytest.raises(NetworkError):
                network.fire(ALL, DAY)
    for screened in (ALL, NONE, ALL):
        assert network.fire(screened, DAY) == Oracle(MADE, screened).firing()


def test_an_interruption_in_the_middle_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network(MADE, Stage.START)
    with monkeypatch.context() as interrupted:
        interrupted.setattr(durable_rules_engine, "complete_and_start_action", raising(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            network.fire(ALL, DAY)
    assert network.fire(NONE, DAY) == Oracle(MADE, NONE).firing()


def test_a_message_that_was_changed_on_the_way_is_refused_or_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network(MADE, Stage.START)
    right = network.fire(ALL, DAY)
    pass_on = durable_rules_engine.assert_fact
    monkeypatch.setattr(durable_rules_engine, "assert_fact", lambda handle, _: pass_on(handle, rulesets.HEAD + "}"))
    assert network.fire(ALL, DAY) != right
    monkeypatch.setattr(durable_rules_engine, "assert_fact", lambda handle, _: pass_on(handle, '{"id":"1"}'))
    with pytest.raises(NetworkError):
        network.fire(ALL, DAY)


def test_an_error_never_holds_an_answer() -> None:
    network = Network(MADE, Stage.START)
    with pytest.raises(NetworkError) as caught:
        network.fire(case({"a": said("told-in-confidence")}), DAY)
    assert "told-in-confidence" not in str(caught.value)
    assert caught.value.__suppress_context__
    assert network.fire(ALL, DAY) == Oracle(MADE, ALL).firing()


@pytest.mark.parametrize("name", ["create_ruleset", "assert_fact", "complete_and_start_action", "delete_state"])
def test_a_network_that_cannot_be_made_is_an_error(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable_rules_engine, name, raising(durable_rules_engine.error("error code: 111")))
    with pytest.raises(NetworkError):
        Network(MADE, Stage.START)


def test_a_closed_network_is_an_error() -> None:
    network = Network(MADE, Stage.START)
    network.close()
    network.close()
    with pytest.raises(NetworkError, match="closed"):
        network.fire(ALL, DAY)


def test_a_case_at_another_stage_is_an_error() -> None:
    with pytest.raises(NetworkError, match="stage"):
        Network(MADE, Stage.DURING).fire(ALL, DAY)


def test_rulesets_are_freed_with_their_network(monkeypatch: pytest.MonkeyPatch) -> None:
    freed: list[int] = []
    free = durable_rules_engine.delete_ruleset

    def noted(handle: int) -> None:
        freed.append(handle)
        free(handle)

    monkeypatch.setattr(durable_rules_engine, "delete_ruleset", noted)
    network = Network(MADE, Stage.START)
    made = set(network._handles)
    del network
    assert made
    assert set(freed) == made


def test_threads_that_share_a_network_get_their_own_cases_back() -> None:
    rng = Random(4)
    made = random_policy(rng)
    cases = [random_case(rng, made) for _ in range(40)]
    network = Network(made, Stage.START)
    expected = [Oracle(made, screened).firing() for screened in cases]
    wrong: list[int] = []

    def screen(offset: int) -> None:
        for number in range(200):
            place = (number + offset) % len(cases)
            if network.fire(cases[place], DAY) != expected[place]:
                wrong.append(place)

    threads = [threading.Thread(target=screen, args=(7 * number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_no_thread_is_started() -> None:
    before = threading.active_count()
    Network(MADE, Stage.START).fire(ALL, DAY)
    assert threading.active_count() == before
