"""What scenarios see of a policy, test by test, and the scenarios that would show the rest.

Read `deciding` and `eye` (what one scenario sees), `cover` (all of them together), `findings` and `spare` (what follows
from it), `possible` and `search` (whether there is a case at all), `suggest`, `names` and `words` (the one to paste).
"""
