"""What may go wrong in this room."""


class NetworkError(Exception):
    """The network could not be built, or gave nothing that may be used. Its text never holds an answer from a case."""
