"""The report room: a recommendation, a what-if or a decision turned into something a person or a machine reads.

Every view is rendered from one frozen object, and renders nothing else: no evaluation, no file, no clock, no terminal.
Nothing here may state a decision, a score or a reassurance. The client's copy has a module of its own that cannot reach
a recommendation; for that reason this package imports none of its modules.
"""
