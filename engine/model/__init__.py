"""Frozen data and the meaning of the words. No I/O, no clock, no evaluation of cases."""
