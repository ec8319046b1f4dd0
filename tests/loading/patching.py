"""Changes a small policy by the examples of a page: entries by id, keys by name, everything else as it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

GOOD = Path(__file__).parent / "good"
_FILE = re.compile(r"^# ([a-z-]+(?:/[a-z-]+)*\.yaml)\n", re.MULTILINE)
_ENTRY = re.compile(r"(?m)^(?=- )")
_KEY = re.compile(r"(?m)^(?=\w[\w-]*:)")


def patched(folder: Path, *examples: str) -> Path:
    """Return a copy of the small policy in a folder, changed by examples that name their files in comments."""
    policy = Path(shutil.copytree(GOOD, folder / "policy"))
    for example in examples:
        pieces = _FILE.split(example)
        assert not pieces[0].strip(), "an example begins with the name of its file"
        for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
            _put(policy / name, text)
    return policy


def _put(path: Path, text: str) -> None:
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if path.name == "policy.yaml":
        after = _with_keys(before, text)
    else:
        after = before
        for entry in _pieces(_ENTRY, text):
            after = _with_entry(after, entry)
    path.parent.mkdir(exist_ok=True)
    path.write_text(after, encoding="utf-8")


def _with_entry(text: str, entry: str) -> str:
    first, _, keys = entry.partition("\n")
    entries = _pieces(_ENTRY, text)
    for place, there in enumerate(entries):
        head, _, rest = there.partition("\n")
        if head == first:
            merged = _with_keys(_dedented(rest), _dedented(keys))
            entries[place] = f"{head}\n" + re.sub(r"(?m)^(?=.)", "  ", merged)
            return "".join(entries)
    return text + entry.rstrip("\n") + "\n"


def _with_keys(text: str, changed: str) -> str:
    keys = {piece.partition(":")[0]: piece for piece in _pieces(_KEY, text)}
    keys |= {piece.partition(":")[0]: piece for piece in _pieces(_KEY, changed)}
    return "".join(piece.rstrip("\n") + "\n" for piece in keys.values())


def _dedented(text: str) -> str:
    return re.sub(r"(?m)^  ", "", text)


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    return [piece for piece in pattern.split(text) if piece.strip()]
