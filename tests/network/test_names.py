"""durable-rules tells names apart by 32 bits only: what is made for it must differ in them."""

from __future__ import annotations

import json

import durable_rules_engine
import pytest

from engine.network import NetworkError
from engine.network.names import RESERVED, Names, fnv32
from engine.network.rulesets import SID


@pytest.mark.parametrize(
    ("name", "value"),
    [("id", 926444256), ("sid", 3593476751), ("$or", 340911698), ("$and", 3746487396), ("$forward", 739185624)],
)
def test_names_are_hashed_as_durable_rules_does(name: str, value: int) -> None:
    assert fnv32(name) == value


def test_durable_rules_takes_liquid_for_costarring() -> None:
    rules = json.dumps({"a": {"all": [{"m": {"costarring": "1"}}]}})
    handle = durable_rules_engine.create_ruleset("collision", rules)
    _, state = durable_rules_engine.assert_fact(handle, '{"id":"1","liquid":"1"}')
    assert durable_rules_engine.start_action_for_state(handle, state) is not None
    durable_rules_engine.delete_state(handle, SID)
    durable_rules_engine.delete_ruleset(handle)


def test_a_name_that_collides_is_refused() -> None:
    names = Names()
    names.take("costarring")
    with pytest.raises(NetworkError, match="cannot tell the property 'liquid' from 'costarring'"):
        names.take("liquid")


@pytest.mark.parametrize("name", RESERVED)
def test_a_name_with_a_meaning_of_its_own_is_refused(name: str) -> None:
    with pytest.raises(NetworkError):
        Names().take(name)


def test_a_made_up_name_steps_over_one_that_is_taken() -> None:
    names = Names()
    names.take("q000")
    assert [names.fresh("q"), names.fresh("q")] == ["q001", "q002"]


def test_a_hundred_thousand_made_up_names_never_collide() -> None:
    names = Names()
    made = [names.fresh("q") for _ in range(100_000)]
    assert len({fnv32(name) for name in (*made, *RESERVED)}) == len(made) + len(RESERVED)
