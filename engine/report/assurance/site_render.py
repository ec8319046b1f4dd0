"""Articles as HTML: the pages of a site, and the handbook. No script, nothing fetched, no text becomes markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Final

from markupsafe import Markup

from engine.report.assurance.site_parts import Article, Chart, Kind, Line, Ref, Web, plain
from engine.report.html_ import content_policy, running_head, style_sheet, template_named
from engine.report.svg import Picture, pictures
from engine.report.visible import visible

MENU: Final = (
    ("index", "Start"),
    ("stages", "Stages"),
    ("questions", "Questions"),
    ("rules", "Rules"),
    ("flags", "Flags"),
    ("safeguards", "Safeguards"),
    ("people", "Who is asked"),
    ("promises", "Promises"),
    ("sources", "Sources"),
    ("scenarios", "Scenarios"),
    ("history", "History"),
    ("a-z", "A to Z"),
    ("words", "Word index"),
    ("glossary", "Glossary"),
    ("handbook", "Handbook"),
)
"""The pages that every page leads to."""


@dataclass(frozen=True, slots=True)
class About:
    """What stands on every page: the policy's title and version, and the language of its texts."""

    title: str
    version: str
    language: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the handbook: a heading, and chapters with a heading (or none) and the articles in each."""

    id: str
    title: str
    chapters: tuple[tuple[Line, tuple[Article, ...]], ...]


def path_of(kind: Kind, name: str) -> str:
    """Return the file of an article, from the top of the site."""
    match kind:
        case Kind.PAGE:
            return f"{name}.html"
        case Kind.INVARIANT:
            return "promises.html"
        case _:
            return f"{kind.value}/{name}.html"


def page_text(article: Article, about: About) -> str:
    """Return the page of an article as a whole document, ending in a line feed."""
    path = path_of(article.kind, article.id)
    up = "../" * path.count("/")
    style, head = _style(about)
    numbers = count(1)

    def to(ref: Ref) -> str:
        if ref.kind is Kind.INVARIANT:
            return f"{up}promises.html#invariant-{ref.id}"
        place = f"#{ref.place}" if ref.place else ""
        return f"{up}{path_of(ref.kind, ref.id)}{place}"

    def drawn(chart: Chart) -> tuple[Picture, ...]:
        return pictures(chart.figure, f"p{next(numbers)}")

    return template_named("site/page.html").render(
        article=article,
        title=_window_title(article, about),
        about=about,
        policy=head,
        style=style,
        menu=[
            (name, words, f"{up}{name}.html", name == article.id and article.kind is Kind.PAGE) for name, words in MENU
        ],
        home=f"{up}index.html",
        trail=(f"{up}{article.kind.value}.html", _LISTS[article.kind]) if article.kind in _LISTS else None,
        one=article.kind.one,
        **_helpers(about, to, drawn),
    )


_LISTS: Final = {
    Kind.QUESTION: "Questions",
    Kind.FLAG: "Flags",
    Kind.RULE: "Rules",
    Kind.SAFEGUARD: "Safeguards",
    Kind.WORK: "Sources",
    Kind.STAGE: "Stages",
}


def handbook_text(parts: Sequence[Part], opening: Article, about: About) -> str:
    """Return all parts as one document to print, ending in a line feed. A link to what it lacks is plain text."""
    style, head = _style(about)
    there = {anchor(a.kind, a.id) for part in parts for _, articles in part.chapters for a in articles}
    numbers = count(1)

    def to(ref: Ref) -> str:
        if ref.kind is Kind.INVARIANT:
            return "#page--promises"
        name = anchor(ref.kind, ref.id)
        return f"#{name}" if name in there else ""

    def drawn(chart: Chart) -> tuple[Picture, ...]:
        return pictures(chart.figure, f"p{next(numbers)}")[:1]

    return template_named("site/handbook.html").render(
        parts=parts,
        opening=opening,
        title=f"{visible(about.title)} - handbook",
        about=about,
        policy=head,
        style=style,
        anchor=lambda article: anchor(article.kind, article.id),
        **_helpers(about, to, drawn),
    )


def anchor(kind: Kind, name: str) -> str:
    """Return the place of an article in the handbook. An id has no two hyphens together, so it is nobody else's."""
    return f"{kind.one.lower()}--{name}"


def _helpers(
    about: About, to: Callable[[Ref], str], drawn: Callable[[Chart], tuple[Picture, ...]]
) -> dict[str, object]:
    return {
        "to": to,
        "drawn": drawn,
        "shown": _spaced,
        "tag": lambda piece: type(piece).__name__,
        "foreign": about.language if about.language != "en" else "",
        "web": lambda piece: isinstance(piece, Web) and piece.address.startswith(("https://", "http://")),
    }


def _window_title(article: Article, about: About) -> str:
    words = visible(plain(article.title))
    return words if article.id == "index" else f"{words} - {article.kind.one.lower()} - {visible(about.title)}"


@cache
def _style(about: About) -> tuple[Markup, str]:
    running = running_head((f"{about.title}, version {about.version}",))
    style = style_sheet("page.css") + style_sheet("site/site.css") + running
    # Ours alone, and the title of the policy in it is escaped character by character.
    return Markup(style), content_policy(style)  # noqa: S704


def _spaced(text: str) -> str:
    """Return a text with all of its characters visible, keeping a space at either end."""
    shown = visible(text)
    if not shown:
        return " " if text.isspace() else ""
    return f"{' ' if text[:1].isspace() else ''}{shown}{' ' if text[-1:].isspace() else ''}"
