"""Many cases at once: from files to answer sheets, screened as columns, to a table, a summary, a comparison.

Never evaluates a condition itself, and never holds more of a large table in memory than a part of it.
"""
