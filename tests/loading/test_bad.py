"""Every file in bad/ holds one mistake, and the file beside it the exact words a person is told.

bad/policy: a line `# stands as: FILE` or `# added to: FILE` says what of good/ the lines below it replace or follow.
bad/case and bad/decision: read with the policy in good/, screened on 2026-11-22. After a change of wording, write the
expected words anew with `FORETHOUGHT_REGENERATE=1 pytest tests/loading/test_bad.py`, and read the difference.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from engine.errors import BadData
from engine.loading import check_policy, load_case, load_decision, load_policy
from engine.model.policy import Policy

HERE = Path(__file__).parent
GOOD = HERE / "good"
BAD = HERE / "bad"
TODAY = date(2026, 11, 22)


def files(kind: str) -> list[Path]:
    return sorted((BAD / kind).glob("*.yaml"))


def name(path: Path) -> str:
    return path.stem


def compare(path: Path, said: str) -> None:
    """Hold what was said to the file beside the bad one, or write that file when asked to."""
    beside = path.with_suffix(".txt")
    if os.environ.get("FORETHOUGHT_REGENERATE"):
        beside.write_text(said + "\n", encoding="utf-8")
    assert said, "nothing was found wrong"
    assert said + "\n" == beside.read_text(encoding="utf-8")


def said_of(read: Callable[[], object]) -> str:
    with pytest.raises(BadData) as caught:
        read()
    return str(caught.value)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(GOOD)


def put(part: str, folder: Path) -> None:
    """Write one part of a bad policy into a copy of the good one."""
    how, _, target = part.partition("\n")[0].removeprefix("# ").partition(": ")
    stands = folder / target
    stands.parent.mkdir(exist_ok=True)
    before = stands.read_text(encoding="utf-8") if how == "added to" else ""
    stands.write_text(before + part, encoding="utf-8")


@pytest.mark.parametrize("path", files("policy"), ids=name)
def test_a_mistake_in_a_policy_is_told_in_these_words(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(GOOD, tmp_path / "policy")
    for part in re.split(r"(?m)^(?=# (?:stands as|added to): )", path.read_text(encoding="utf-8")):
        if part:
            put(part, tmp_path / "policy")
    monkeypatch.chdir(tmp_path)
    problems = check_policy(Path("policy"))
    compare(path, "\n".join(str(problem) for problem in problems))
    assert said_of(lambda: load_policy(Path("policy"))) == "\n".join(str(problem) for problem in problems)


@pytest.mark.parametrize("path", files("case"), ids=name)
def test_a_mistake_in_a_case_is_told_in_these_words(
    path: Path, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    compare(path, said_of(lambda: load_case(Path(path.name), policy, TODAY)))


@pytest.mark.parametrize("path", files("decision"), ids=name)
def test_a_mistake_in_a_decision_is_told_in_these_words(
    path: Path, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    compare(path, said_of(lambda: load_decision(Path(path.name), policy)))


@pytest.mark.parametrize("kind", ["policy", "case", "decision"])
def test_every_expected_text_belongs_to_a_bad_file(kind: str) -> None:
    texts = (BAD / kind).glob("*.txt")
    assert [text for text in texts if not text.with_suffix(".yaml").exists()] == []


def test_the_policy_in_good_is_good() -> None:
    assert check_policy(GOOD) == ()
