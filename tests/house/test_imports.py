"""Importing does nothing, and the table of commands stays light. The direction of imports is held by import-linter."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    "pydantic",
    "yaml",
    "durable",
    "durable_rules_engine",
    "pytest",
    "pytest_bdd",
    "gherkin",
    "jinja2",
    "engine.api",
)
MOST_LINES = 400


def loaded_by(code: str) -> set[str]:
    program = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, cwd=ROOT)
    return set(ran.stderr.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_by("import engine").isdisjoint(HEAVY)


def test_asking_for_help_loads_nothing_heavy() -> None:
    code = "import cli\nsys.argv = ['forethought', '--help']\ntry: cli.main()\nexcept SystemExit: pass"
    assert loaded_by(code).isdisjoint(HEAVY)


@pytest.mark.parametrize("room", ["model", "errors", "reference", "report"])
def test_a_light_room_loads_no_heavy_library(room: str) -> None:
    assert loaded_by(f"import engine.{room}").isdisjoint({*HEAVY} - {"engine.api"})


@pytest.mark.parametrize("form", ["text", "markdown", "json_", "client", "explain", "difference"])
def test_a_report_in_another_form_does_not_wait_for_html(form: str) -> None:
    assert loaded_by(f"import engine.report.{form}").isdisjoint({"jinja2", "markupsafe", "engine.report.html_"})


def test_the_table_of_commands_imports_click_and_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "cli.py").read_text())
    named: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            named |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            named.add((node.module or "").split(".")[0])
    assert named - set(sys.stdlib_module_names) <= {"click", "engine"}
    assert all(
        node.module in {None, "__future__"} or not (node.module or "").startswith("engine")
        for node in ast.iter_child_nodes(tree)
        if isinstance(node, ast.ImportFrom)
    )


@pytest.mark.parametrize("room", ["engine", "tests", "bench"])
def test_no_file_grows_past_what_is_read_in_one_sitting(room: str) -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / room).rglob("*.py")
        if (lines := len(path.read_text().splitlines())) > MOST_LINES
    }
    assert long == {}
