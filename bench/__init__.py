"""Measures speed and memory, as ratios taken in one run. Never part of the tests: a slow machine is not a fault."""
