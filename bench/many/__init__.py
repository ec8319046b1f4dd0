"""Many cases at once, beside the quickest thing that can be written by hand: bit masks in numpy, in one process.

`masks` runs in an environment of its own and may import nothing of `engine`.
"""
