"""Settings that every test shares. `pytest --hypothesis-profile=long` looks thirty times as far."""

import os

from hypothesis import HealthCheck, settings

# No test reads or writes what the person at this machine keeps.
os.environ["FORETHOUGHT_CACHE"] = "off"
os.environ.pop("XDG_CACHE_HOME", None)

# A busy machine is no fault of the code: nothing here is judged by how long it took.
settings.register_profile("forethought", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("forethought"), max_examples=3000)
settings.load_profile("forethought")
