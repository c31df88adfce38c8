"""What stops the parser, in our own words: its own are English, and made for programmers."""

from __future__ import annotations

import sys

from vooraf.errors import N_

_KEY = N_('A line is a key, an equals sign and a value: key = "…"; a comment begins with #.')
_TWICE = N_("This key or header stands in the file twice.")
_ONE_OF_TWO = N_("Take one of the two out, or give it another name.")
_NOT_CLOSED = N_("A bracket isn't closed, or a comma is missing.")
_CLOSE = N_("Close it with the bracket that belongs to it.")
_OPEN_TEXT = N_("A text isn't closed.")
_OPEN_LINE = N_("A text isn't closed on its line.")
_CLOSE_TEXT = N_("Close it with the quotes that it begins with.")
_HIDDEN = N_("There is a character here that can't be seen.")
_TAKE_OUT = N_("Take it out.")
_BACKSLASH = N_("A backslash in a text has a meaning of its own.")
_TWO_BACKSLASHES = N_("Write it twice, or put the text in single quotes.")

_SAYINGS = {
    "Invalid value": (N_("There is no value here."), N_("Write a text in quotes, a number, true or false.")),
    "Unterminated string": (_OPEN_TEXT, _CLOSE_TEXT),
    "Expected \"'": (_OPEN_TEXT, _CLOSE_TEXT),
    "Illegal character '\\n'": (_OPEN_LINE, _CLOSE_TEXT),
    "Found invalid character '\\n'": (_OPEN_LINE, _CLOSE_TEXT),
    "Illegal character": (_HIDDEN, _TAKE_OUT),
    "Found invalid character": (_HIDDEN, _TAKE_OUT),
    "Unescaped": (_BACKSLASH, _TWO_BACKSLASHES),
    "Invalid hex value": (_BACKSLASH, _TWO_BACKSLASHES),
    "Escaped character": (_BACKSLASH, _TWO_BACKSLASHES),
    "Expected newline or end of document": (
        N_("Something stands behind the value."),
        N_("Put the whole value in quotes, or begin a new line."),
    ),
    "Invalid statement": (N_("This isn't a line of TOML."), _KEY),
    "Invalid initial character for a key": (N_("No key can begin like this."), _KEY),
    "Expected '=' after a key": (N_("There is no equals sign behind the key."), _KEY),
    "Expected ']": (N_("The header isn't closed."), _CLOSE),
    "Cannot": (_TWICE, _ONE_OF_TWO),
    "Duplicate inline table key": (_TWICE, _ONE_OF_TWO),
    "Unclosed": (_NOT_CLOSED, _CLOSE),
    "Invalid date or datetime": (N_("There is no such day or time."), N_("Write it as 2026-11-24.")),
    "Exceeds the limit": (N_("There is a number in the file that is far too long."), N_("Write it shorter.")),
}
"""By how the parser's message begins: what was found, and what to write."""

_OTHER = N_("This isn't TOML: {why}.")
_MEND = N_("Mend this line; what comes behind it is checked then.")


def syntax_error(error: ValueError) -> tuple[int, str, str, str]:
    """The line of a fault of syntax, what was found, what to write, and the parser's own message.

    The line is ``sys.maxsize`` where the parser says "end of document", and 1 where it says nothing. The
    first two texts are templates with ``{why}``.
    """
    message, _, place = str(error).partition(" (at ")
    digits = place.removeprefix("line ").partition(",")[0]
    line = int(digits) if digits.isdigit() else sys.maxsize if place else 1
    saying = next(
        (saying for start, saying in _SAYINGS.items() if message.startswith(start)), (_OTHER, _MEND)
    )
    return line, *saying, message[:1].lower() + message[1:]
