"""Check that requirements/ holds what uv.lock holds: the same packages, versions and hashes.

Those who have uv install from uv.lock, all others from requirements/; both must get the same. Needs only the standard
library, and no uv.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROJECT = "forethought"
PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)")
HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")

Pins = Mapping[str, frozenset[str]]
"""`name==version` to the hashes that are accepted for it."""


def pins_in(requirements: str) -> Pins:
    """Read the pins out of the text of a requirements file."""
    pins: dict[str, frozenset[str]] = {}
    for block in re.split(r"^(?=\w)", requirements, flags=re.MULTILINE):
        if pin := PINNED.match(block):
            pins[f"{pin['name']}=={pin['version']}"] = frozenset(HASH.findall(block))
    return pins


def pins_of(packages: Iterable[Mapping[str, Any]], *, dev: bool) -> Pins:
    """Walk the lock from the project to everything it needs, for every platform."""
    by_name: dict[str, list[Mapping[str, Any]]] = {}
    for package in packages:
        by_name.setdefault(package["name"], []).append(package)
    waiting: list[Mapping[str, Any]] = [{"name": PROJECT}]
    if dev:
        (project,) = by_name[PROJECT]
        waiting += [{"name": PROJECT, "extra": list(project.get("optional-dependencies", {}))}]
        waiting += [edge for group in project.get("dev-dependencies", {}).values() for edge in group]
    seen: set[tuple[str, str, str]] = set()
    pins: dict[str, frozenset[str]] = {}
    while waiting:
        edge = waiting.pop()
        for package in by_name[edge["name"]]:
            if edge.get("version", package["version"]) != package["version"]:
                continue
            needs = {"": package.get("dependencies", ()), **package.get("optional-dependencies", {})}
            for extra in ("", *edge.get("extra", ())):
                if (key := (package["name"], package["version"], extra)) not in seen:
                    seen.add(key)
                    waiting += needs.get(extra, ())
            if package["name"] != PROJECT:
                pins[f"{package['name']}=={package['version']}"] = frozenset(hashes_of(package))
    return pins


def hashes_of(package: Mapping[str, Any]) -> Iterator[str]:
    """Yield the hash of every file of a package."""
    for file in (package.get("sdist"), *package.get("wheels", ())):
        if file:
            yield file["hash"]


def differences(locked: Pins, required: Pins) -> Iterator[str]:
    """Yield what is not the same, one line each."""
    for pin in sorted(locked.keys() | required.keys()):
        if pin not in required:
            yield f"{pin} is in uv.lock and not here"
        elif pin not in locked:
            yield f"{pin} is here and not in uv.lock"
        elif locked[pin] != required[pin]:
            yield f"{pin} has other hashes than in uv.lock"


def main() -> int:
    """Compare both files with the lock."""
    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    wrong: list[str] = []
    for name, dev in (("requirements/runtime.txt", False), ("requirements/dev.txt", True)):
        path = ROOT / name
        required = pins_in(path.read_text(encoding="utf-8")) if path.exists() else {}
        wrong += [f"{name}: {line}" for line in differences(pins_of(packages, dev=dev), required)]
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        print("help: `make lock` brings them into step (it needs uv)", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
