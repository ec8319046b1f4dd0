"""A new rule with its papers, its flag and its scenarios: what must be said of it, and the files that it makes.

Nothing here asks, prints or writes to a policy: it says what is missing or wrong, and returns texts by path.
"""
