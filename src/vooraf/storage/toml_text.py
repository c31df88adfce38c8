"""An event as the lines of its file. Vooraf writes no multi-line strings and no sub-tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from vooraf.errors.values import TooManyBytes
from vooraf.model.events import Event, as_table

MOST_IN_A_LINE = 64 * 1024
"""The longest line that is read, in bytes. What is written leaves room for an indent or a carriage return."""

MOST_WRITTEN = MOST_IN_A_LINE - 256

_QUOTES, _SAME = "'''", "''\\u0027"


def value_text(value: object) -> str:
    """A value in TOML on one line; tables inline."""
    if isinstance(value, Mapping):
        inside = ", ".join(f"{key_text(key)} = {value_text(each)}" for key, each in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(value_text(each) for each in value) + "]"
    if isinstance(value, datetime):
        return value.isoformat()
    return _dumped({"x": value})[len("x = ") :]


def key_text(key: str) -> str:
    """A key in TOML, quoted where it must be."""
    return _dumped({key: 0})[: -len(" = 0")]


def _dumped(table: Mapping[str, object]) -> str:
    import tomli_w  # noqa: PLC0415 - only who writes needs it

    # Three quotes in a row, in what somebody said, would end a torn multi-line text that stands before it.
    return tomli_w.dumps(table).rstrip("\n").replace(_QUOTES, _SAME)


def event_text(event: Event) -> str:
    """An event's block: its header and a line a key, the seal last. Ends with a newline.

    Raises:
        TooManyBytes: a line would be longer than a reader takes.
    """
    lines = [f"{key_text(key)} = {value_text(value)}" for key, value in as_table(event).items()]
    for line in lines:
        if (size := len(line.encode())) > MOST_WRITTEN:
            raise TooManyBytes(bytes=size, most=MOST_WRITTEN)
    return "\n".join(["[[event]]", *lines, ""])


def head_text(client_id: str) -> str:
    """The first lines of a new diary."""
    return f"schema = 1\nclient = {value_text(client_id)}\n"
