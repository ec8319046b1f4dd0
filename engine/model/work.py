"""The works that a policy cites, and the places in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """A work that the policy cites. `note` says how far it could be read and trusted."""

    key: str
    title: str
    publisher: str
    year: str
    kind: str
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A work and the places in it, outermost first."""

    work: str
    places: tuple[str, ...] = ()

    def __str__(self) -> str:
        return ": ".join((self.work, ", ".join(self.places))) if self.places else self.work
