"""The pages that explain each finding: shipped with the engine, and under docs/findings/ in a checkout."""

from __future__ import annotations

from pathlib import Path

from engine.errors import NoInput, Place, Problem
from engine.loading.advice.errors_listed import ERRORS
from engine.loading.advice.slugs import FINDINGS, NOTES
from engine.loading.spelling import did_you_mean, in_one

_ENGINE = Path(__file__).parents[2]


def pages_dir() -> Path:
    """Return the folder of the pages: of this installation, or of the checkout it runs from."""
    shipped = _ENGINE / "_policy" / "findings"
    return shipped if shipped.is_dir() else _ENGINE.parent / "docs" / "findings"


def page_about(slug: str) -> str:
    """Return the page about a finding or a note, or the line about an error. Raises NoInput for any other word."""
    if slug in ERRORS:
        return (
            f"# {slug}\n\n{ERRORS[slug][0].upper()}{ERRORS[slug][1:]}.\n\nAn error: the policy is not used until it is"
            " mended. `forethought policy check` prints its place, and what to write instead.\n"
        )
    if slug not in FINDINGS and slug not in NOTES:
        help_ = in_one(
            did_you_mean(slug, (*FINDINGS, *NOTES, *ERRORS)), "write the word that `policy check` puts in brackets"
        )
        raise NoInput([Problem(Place(slug[:80]), "no-such-finding", "there is no finding of this name", help_)])
    page = pages_dir() / f"{slug}.md"
    try:
        return page.read_text(encoding="utf-8")
    except OSError:
        problem = Problem(Place(str(page)), "no-page", "the page is not part of this installation", "install it anew")
        raise NoInput([problem]) from None
