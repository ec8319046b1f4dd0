"""Settings that every test shares. `pytest --hypothesis-profile=long` looks thirty times as far."""

from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: nothing here is judged by how long it took.
settings.register_profile("forethought", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("forethought"), max_examples=3000)
settings.load_profile("forethought")
