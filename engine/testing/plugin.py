"""The pytest plugin: collects `.feature` files that hold no Python, and carries out their sentences with pytest-bdd.

It does nothing unless a policy is named, by `--forethought-policy DIR` (for every feature file in sight) or the ini key
`forethought_policy` (for the `features/` beside that policy): others may have feature files of their own. A failing
scenario is told in the writer's words, without a traceback.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from pytest_bdd import given, parsers, scenario, then, when
from pytest_bdd.feature import get_feature
from pytest_bdd.parser import Scenario, Step

from engine.errors import BadData, ForethoughtError, Place
from engine.loading.sentences import SENTENCES, Sentence

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr

    from engine.model.policy import Policy
    from engine.scenarios.world import Unmet, World

_KEYWORDS = {"given": given, "when": when, "then": then}
_POLICY = pytest.StashKey["Policy"]()
_STEP = pytest.StashKey[tuple[Place, str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option and the ini key that name the policy."""
    group = parser.getgroup("forethought", "Forethought scenarios")
    group.addoption("--forethought-policy", metavar="DIR", help="the policy that the collected scenarios are about")
    parser.addini("forethought_policy", "the policy that the collected scenarios are about", default="")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker that carries the rule a scenario is about."""
    config.addinivalue_line("markers", "policy_rule(id): the rule of the policy that a scenario is about")


def _policy_folder(config: pytest.Config) -> Path | None:
    named = config.getoption("--forethought-policy")
    if named:
        return Path(named)
    ini = config.getini("forethought_policy")
    return config.rootpath / ini if ini else None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a feature file of the policy that is named."""
    folder = _policy_folder(parent.config)
    if file_path.suffix != ".feature" or folder is None:
        return None
    if not parent.config.getoption("--forethought-policy") and folder.parent / "features" not in file_path.parents:
        return None
    collector: FeatureFile = FeatureFile.from_parent(parent, path=file_path)
    return collector


def _policy(config: pytest.Config) -> Policy:
    from engine import api

    if _POLICY not in config.stash:
        config.stash[_POLICY] = api.load_policy(_policy_folder(config))
    return config.stash[_POLICY]


class FeatureFile(pytest.Module):
    """A feature file as a test module whose functions are its scenarios."""

    def _getobj(self) -> ModuleType:
        self._refuse_problems()
        module = ModuleType(f"scenarios_{self.path.stem.replace('-', '_')}")
        module.__file__ = str(self.path)
        feature = get_feature(str(self.path.parent), self.path.name)
        for name, template in feature.scenarios.items():
            for examples in template.examples:
                # Of these tags pytest-bdd would make marks without asking `pytest_bdd_apply_tag`, and strict markers
                # know none with a colon. Which rules a row is about is read from the file itself, not from marks.
                examples.tags = set()

            # Named by line: two scenarios may read alike once their names are made into Python names.
            @scenario(str(self.path), name, features_base_dir=str(self.path.parent))
            def run() -> None:
                """Run one scenario."""

            setattr(module, f"test_line_{template.line_number:04}", run)
        return module

    def _refuse_problems(self) -> None:
        """INVARIANT (no silence): what pytest-bdd would pass over stops the file before anything runs."""
        from engine.loading.scenarios import check_feature

        problems = check_feature(_policy(self.config), self.path)
        if problems:
            raise BadData(problems)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str | TerminalRepr:  # type: ignore[override]
        """Show problems of a file or of the policy as they are, without a traceback."""
        cause: BaseException | None = excinfo.value
        while cause is not None:
            if isinstance(cause, ForethoughtError):
                return str(cause)
            cause = cause.__cause__ or cause.__context__
        return pytest.Collector.repr_failure(self, excinfo)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name each scenario by what it says, for the reports."""
    for item in items:
        if isinstance(item.getparent(FeatureFile), FeatureFile) and isinstance(item, pytest.Function):
            doc = (item.function.__doc__ or "").split(": ", 1)[-1]
            row = f" [{item.callspec.id}]" if hasattr(item, "callspec") else ""
            item.name = f"{doc}{row}"


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_apply_tag(tag: str, function: Callable[..., object]) -> bool | None:
    """Turn `@rule:<id>` into a marker that strict markers know; `@example:<file>` is for who looks for the twin."""
    if tag.startswith("example:"):
        return True
    if not tag.startswith("rule:"):
        return None
    pytest.mark.policy_rule(tag.removeprefix("rule:"))(function)
    return True


@pytest.fixture
def world(request: pytest.FixtureRequest) -> World:
    """Return the case in the making of one scenario."""
    from engine.scenarios.world import World

    return World(_policy(request.config))


def pytest_bdd_before_step(request: pytest.FixtureRequest, scenario: Scenario, step: Step) -> None:
    """Remember where the scenario is, for the report of a failure."""
    place = Place(scenario.feature.filename, step.line_number, step.indent + 1)
    request.node.stash[_STEP] = (place, f"{step.keyword.strip()} {step.name}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell a failing scenario in the writer's words."""
    report = yield
    if call.excinfo is not None and item.getparent(FeatureFile) is not None:
        told = _told(item, call.excinfo.value)
        if told:
            report.longrepr = told
    return report


def _told(item: pytest.Item, why: BaseException) -> str:
    """Return what went wrong, for a person who writes scenarios; empty for a fault that is not theirs."""
    from engine.scenarios.world import Misused, Unmet

    place, step = item.stash.get(_STEP, (Place(str(item.path)), ""))
    match why:
        case Unmet():
            return f"{place}: {step}\n  expected: {why.expected}\n  came: {why.came}\n{_explanation(why)}"
        case Misused():
            return f"{place}: {step}\n  {why}"
        case ForethoughtError():
            return f"{place}: {step}\n{why}"
        case _:
            return ""


def _explanation(why: Unmet) -> str:
    from engine.model.policy import Effect
    from engine.report.explain import explain_text, explainable

    found = why.recommendation
    if found is None:
        return ""
    about = [why.about] if why.about else [f.flag.id for f in found.flags if f.flag.effect is Effect.EXCLUDE]
    texts = [explain_text(found, wanted) for wanted in about if wanted in explainable(found)]
    told = "\n".join(texts) or "No flag speaks against it."
    return "  explanation:\n" + "\n".join(f"    {line}".rstrip() for line in told.splitlines())


def _bind(sentence: Sentence) -> Callable[..., None]:
    """Return a step function with the sentence's placeholders as its arguments, as pytest-bdd looks for them."""

    def carry_out(world: World, datatable: Sequence[Sequence[str]] | None = None, **values: str) -> None:
        from engine.scenarios.steps import STEPS

        if sentence.columns:
            STEPS[sentence.text](world, datatable or ())
        else:
            STEPS[sentence.text](world, **values)

    names = ("world", "datatable") if sentence.columns else ("world", *sentence.placeholders)
    kinds = [inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD) for name in names]
    carry_out.__signature__ = inspect.Signature(kinds)  # type: ignore[attr-defined]
    return carry_out


for _sentence in SENTENCES:
    # pytest-bdd puts the step into the locals of its caller: at module level, where fixtures are looked for.
    _KEYWORDS[_sentence.keyword](parsers.re(_sentence.pattern.pattern))(_bind(_sentence))
