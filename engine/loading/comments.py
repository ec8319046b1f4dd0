"""Whether a YAML file holds a comment: a comment cannot be kept by whoever writes the file again."""

from __future__ import annotations

import re

from yaml._yaml import CParser
from yaml.events import ScalarEvent, StreamEndEvent

_COMMENT = re.compile(r"(?:^|(?<=\s))#", re.MULTILINE)
_QUOTES = ("'", '"')


def has_comments(text: str) -> bool:
    """Whether a text that `read_document` has accepted holds a comment. In doubt (`#` in a text of lines) it does."""
    outside = list(text)
    parser = CParser(text)
    while not isinstance(event := parser.get_event(), StreamEndEvent | None):
        if isinstance(event, ScalarEvent) and event.style in _QUOTES and event.start_mark and event.end_mark:
            first, end = event.start_mark.index, event.end_mark.index
            outside[first:end] = "_" * (end - first)
    return _COMMENT.search("".join(outside)) is not None
