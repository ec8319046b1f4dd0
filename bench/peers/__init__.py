"""The same policy and the same cases in other engines: compared with the definition first, timed after that.

Nothing outside `work`, `definition` and `run_forethought` may import `engine`: each peer runs in an environment of its
own, in which it is not installed.
"""
