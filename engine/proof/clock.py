"""How long a claim may take."""

from __future__ import annotations

import time


class Clock:
    """How much of a claim's time is left."""

    def __init__(self, seconds: float | None) -> None:
        self._started = time.monotonic()
        self._seconds = seconds

    @property
    def spent(self) -> float:
        """Return the seconds since the claim was taken up."""
        return time.monotonic() - self._started

    @property
    def left(self) -> float | None:
        """Return the seconds that are left; None when there is no limit."""
        return None if self._seconds is None else max(self._seconds - self.spent, 0.0)
