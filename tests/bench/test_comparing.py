"""An engine that finds anything else than the definition is not timed, whatever it is that differs."""

from __future__ import annotations

import copy
from contextlib import ExitStack
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import __main__ as bench
from bench.peers import run_python
from bench.peers.comparing import differences
from bench.peers.definition import Written
from bench.peers.environment import NotThere, python_for
from bench.peers.measure import PEERS, REQUIREMENTS, Peer, compared
from bench.peers.neutral import Form, Found
from bench.peers.work import Work, cases_for
from bench.peers.worker import all_found
from engine import api

RIGHT = Peer("right", "bench.peers.run_python", None)
WRONG = Peer("wrong", "tests.bench.wrong_engine", None)
BROKEN = Peer("broken", "tests.bench.broken_engine", None)


@cache
def small() -> tuple[Work, Written, Form, list[Found]]:
    policy = api.load_policy()
    work = Work("small", policy, cases_for(policy, 6))
    written = Written(policy, "small")
    return work, written, written.with_cases(work.cases), [written.found(case) for case in work.cases]


def came() -> list[Found]:
    (way,) = run_python.prepare(small()[2]).values()
    return copy.deepcopy(all_found(way))


def said(found: object) -> list[str]:
    _, written, form, wanted = small()
    return differences(form, written.names, wanted, found)


def test_what_agrees_differs_in_nothing() -> None:
    assert said(came()) == []


@given(st.data(), st.booleans())
def test_one_changed_truth_is_seen_and_named(data: st.DataObject, of_rule: bool) -> None:
    _, written, form, wanted = small()
    case = data.draw(st.integers(0, len(wanted) - 1))
    digits = wanted[case]["rules"] if of_rule else wanted[case]["signals"]
    ids = [rule["id"] for rule in form["rules"]] if of_rule else [signal["id"] for signal in form["signals"]]
    at = data.draw(st.integers(0, len(ids) - 1))
    other = (
        digits[:at] + data.draw(st.sampled_from([digit for digit in "0123" if digit != digits[at]])) + digits[at + 1 :]
    )
    changed = came()
    changed[case] = {**changed[case], "rules": other} if of_rule else {**changed[case], "signals": other}
    (text,) = said(changed)
    assert text.startswith(f"case {case + 1}: {written.names[ids[at]]} is ")


@given(st.integers(0, 5), st.sampled_from(("against", "undetermined", "conditional", "", "online")))
def test_another_outcome_is_seen(case: int, outcome: str) -> None:
    changed = came()
    changed[case]["outcome"] = outcome
    assert bool(said(changed)) is (outcome != small()[3][case]["outcome"])


def test_whatever_else_a_worker_sends_is_a_difference() -> None:
    found = came()
    short = [{**found[0], "rules": found[0]["rules"][:-1]}, *found[1:]]
    lacking = [{"rules": found[0]["rules"], "outcome": found[0]["outcome"]}, *found[1:]]
    sent: tuple[object, ...] = (None, {}, [], found[:-1], [*found, found[0]], [None, *found[1:]], short, lacking)
    for anything in sent:
        assert said(anything) != []


def test_an_engine_that_differs_or_breaks_off_is_told_and_not_timed() -> None:
    with ExitStack() as stack:
        running, remarks, wrong = compared(small()[0], [RIGHT, WRONG, BROKEN], stack)
        assert [one.peer.name for one in running] == ["right"]
        cases, seconds = running[0].worker.time(running[0].ways[0], 0.01)
    assert wrong == ["wrong"]
    assert cases >= len(small()[0].cases)
    assert seconds >= 0.01
    assert remarks[0].startswith("DIFFERS, so not timed: wrong: case 6: rule ")
    assert remarks[1:] == ["not measured: broken: its process ended: NotImplementedError: this engine knows no flags"]


def test_durable_rules_written_by_hand_find_what_the_definition_finds() -> None:
    # The one other engine that is here anyway. In a process of its own: what it does to that is no matter.
    with ExitStack() as stack:
        running, remarks, _ = compared(small()[0], [Peer("durable", "bench.peers.run_durable", None)], stack)
        assert remarks == []
        assert [one.versions for one in running] == [f"durable-rules {version('durable-rules')}"]


def test_a_peer_that_cannot_be_installed_says_why(tmp_path: Path) -> None:
    requirements = tmp_path / "nobody.txt"
    requirements.write_text("this is no requirement\n", encoding="utf-8")
    with pytest.raises(NotThere, match=r"^could not be installed: \w"):
        python_for(requirements, tmp_path / "environments")


def test_every_peer_pins_what_it_needs_by_hash() -> None:
    files = {peer.requirements for peer in PEERS if peer.requirements is not None}
    assert files == set(REQUIREMENTS.glob("*.txt"))
    for file in files:
        blocks = [block for block in file.read_text(encoding="utf-8").replace("\\\n", " ").splitlines() if block]
        assert blocks
        assert all("==" in block and "--hash=sha256:" in block for block in blocks), file.name


def test_a_name_that_is_no_measurement_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["peer"]) == 2
    assert "no such measurement: peer; there are process, " in capsys.readouterr().err
