"""Settings that every test shares."""

from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: nothing here is judged by how long it took.
settings.register_profile("forethought", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("forethought")
