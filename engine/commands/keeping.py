"""Where checked policies are kept between two runs, as the environment says."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

VARIABLE = "FORETHOUGHT_CACHE"


def kept_policies() -> Path | None:
    """Return the folder for kept policies, or None when none are to be kept.

    `FORETHOUGHT_CACHE` names it; anything that is no absolute path, `off` for example, keeps nothing. Without it, it is
    in the user's cache folder. Nothing is kept where ownership of files cannot be told, as on Windows.
    """
    if os.name != "posix":
        return None
    named = os.environ.get(VARIABLE, "")
    if named:
        return _absolute(named)
    cache = _absolute(os.environ.get("XDG_CACHE_HOME", ""))
    if cache is None:
        with suppress(RuntimeError):  # nobody's home is known
            cache = _absolute(str(Path.home() / ".cache"))
    return cache / "forethought" if cache is not None else None


def _absolute(named: str) -> Path | None:
    """Return a path that means the same wherever the program is started, or None."""
    return Path(named) if named.startswith("/") and "\0" not in named else None
