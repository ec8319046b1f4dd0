"""Every command on the other pages of docs/ does what the page shows, and every link leads somewhere.

`FORETHOUGHT_REGENERATE=1 pytest tests/house/test_docs_pages.py` writes the outputs anew; read the difference.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.shown import DOCS, FENCE, ROOT, as_shown, hold, pages, policy_folder, run, with_what_comes

LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
WITH_COMMANDS = [page for page in pages("how-to", "explanation") if "```console\n" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.stem)
def test_a_page_shows_what_its_commands_print(page: Path, tmp_path: Path) -> None:
    hold(page, tmp_path, policy_folder(tmp_path))


def anchors(page: Path) -> set[str]:
    """Return what a link may name after `#`: the headings, as they are commonly made into anchors."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(DOCS)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for match in LINK.finditer(FENCE.sub("", page.read_text(encoding="utf-8"))):
        target, _, anchor = match["target"].partition("#")
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), f"{page.relative_to(ROOT)} links to {target}, which is not there"
        if anchor:
            assert anchor in anchors(there), f"{page.relative_to(ROOT)} links to #{anchor}, which {there.name} lacks"


def test_every_page_can_be_reached_from_the_first() -> None:
    seen: set[Path] = set()
    waiting = [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md" or not page.is_relative_to(DOCS):
            continue
        seen.add(page)
        links = LINK.finditer(FENCE.sub("", page.read_text(encoding="utf-8")))
        targets = [match["target"].partition("#")[0] for match in links if "://" not in match["target"]]
        waiting += [(page.parent / target).resolve() for target in targets if target]
    assert sorted(page for page in pages() if page not in seen) == []


def test_what_was_left_out_is_left_out_again_and_the_rest_is_compared() -> None:
    came = ["one", "two", "three", "four", "five", "six"]
    assert as_shown(came, ["old", "...", "three", "old", "...", "old"]) == ["one", "...", "three", "four", "...", "six"]
    assert as_shown(came, ["all", "of", "it"]) == came
    with pytest.raises(AssertionError, match="no longer printed"):
        as_shown(came, ["...", "seven", "...", "six"])


def test_an_edit_names_its_file_and_fits_one_place_only(tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text("a\nb\na\nc\n", encoding="utf-8")
    page = tmp_path / "page.md"
    page.write_text("In `rule.yaml`:\n\n```diff file=rule.yaml\n a\n-c\n+d\n```\n", encoding="utf-8")
    with_what_comes(page, tmp_path, tmp_path)
    assert (tmp_path / "rule.yaml").read_text(encoding="utf-8") == "a\nb\na\nd\n"
    for wrong, why in (
        ("In `rule.yaml`:\n\n```diff file=rule.yaml\n-a\n```\n", "2 times"),
        ("Change:\n", "say before"),
    ):
        page.write_text(wrong if "diff" in wrong else wrong + "\n```diff file=rule.yaml\n-b\n```\n", encoding="utf-8")
        with pytest.raises(AssertionError, match=why):
            with_what_comes(page, tmp_path, tmp_path)


def test_a_command_that_leaves_otherwise_than_shown_is_told(tmp_path: Path) -> None:
    assert run("$ cd . && false  # exit 1", [], tmp_path, tmp_path) == "$ cd . && false  # exit 1\n"
    with pytest.raises(AssertionError, match="false"):
        run("$ false", [], tmp_path, tmp_path)
