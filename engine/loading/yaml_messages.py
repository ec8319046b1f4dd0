"""What libyaml says, in the words of someone who writes a policy or a case. Never quotes the document."""

from __future__ import annotations

_QUOTE = "put quotes around a text that holds `: ` or begins with a sign, and check the indentation"

_SAID = (
    ("mapping values are not allowed", "a colon does not fit here", _QUOTE),
    (
        "did not find expected key",
        "this line does not fit the lines above it",
        "check the indentation, and that quotes and brackets above are closed",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not belong to the list above it",
        "begin it with `- `, or check the indentation",
    ),
    ("did not find expected ',' or ']'", "a list in `[ ]` is not closed, or misses a comma", "add `]` or `,`"),
    ("did not find expected ',' or '}'", "a mapping in `{ }` is not closed, or misses a comma", "add `}` or `,`"),
    ("could not find expected ':'", "a key without a colon ends here", "write `key: value` on one line"),
    ("found unexpected end of stream", "a text in quotes is not closed", "add the closing quote"),
    (
        "found unexpected document indicator",
        "a text in quotes is not closed before the next document",
        "add the closing quote",
    ),
    (
        "found character that cannot start any token",
        "a text may not begin with this sign",
        "put quotes around the text",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "a text may not begin with `*` or `&`",
        "put quotes around the text",
    ),
    ("block sequence entries are not allowed", "a list may not begin here", "begin it on the next line, indented"),
    ("mapping keys are not allowed", "a `?` may not stand here", "put quotes around the text"),
    (
        "found unknown escape character",
        "a backslash here is followed by a letter that means nothing",
        "use single quotes around a text that holds a backslash",
    ),
    (
        "did not find expected hexdecimal number",
        "an escape in this text is not complete",
        "use single quotes around a text that holds a backslash",
    ),
    (
        "invalid Unicode character escape",
        "an escape in this text stands for no character",
        "write the character itself",
    ),
    (
        "did not find expected comment or line break",
        "a text after `|` or `>` begins on the next line",
        "move the text to the next line, indented",
    ),
    (
        "did not find expected node content",
        "a value is missing here, or begins with a sign that it may not begin with",
        "write the value, or put quotes around it",
    ),
    (
        "did not find expected <document start>",
        "the document has ended before this place",
        "check the indentation, and that there is a space after each colon",
    ),
    ("tag handle", "a tag (`!name`) stands here", "put quotes around a text that begins with `!`"),
    ("directive", "a line with a `%` directive stands here", "delete the line, or put quotes around the text"),
    ("exceeded", "too many lists or mappings stand inside each other", "write it flatter"),
)


def explain(problem: str, *, json: bool) -> tuple[str, str, str]:
    """Return slug, message and advice for what libyaml reports."""
    kind = "JSON" if json else "YAML"
    for said, message, advice in _SAID:
        if said in problem:
            return ("not-json" if json else "not-yaml"), f"this is not well-formed {kind}: {message}", advice
    return ("not-json" if json else "not-yaml"), f"this is not well-formed {kind}", _QUOTE
