"""The same policy and the same cases in other engines: compared with the definition first, timed after that.

Each peer runs in an environment of its own, in which `engine` is not installed: what its worker imports (`neutral`,
`chained`, `patterns`, `worker`) may use the standard library only.
"""
