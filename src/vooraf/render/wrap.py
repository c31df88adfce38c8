"""Lines of a width that is counted in cells of a terminal.

textwrap counts characters, so that a Japanese name or a combining accent would break the column; and it
imports re, which costs 8 ms.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

_WITHOUT_CELL = ("Mn", "Me", "Cf")
_SOFT_HYPHEN = "\u00ad"


def cells(text: str) -> int:
    """How many cells ``text`` takes: wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _cells_of(char: str) -> int:
    if category(char) in _WITHOUT_CELL and char != _SOFT_HYPHEN:  # some terminals do show that one
        return 0
    return 2 if east_asian_width(char) in ("W", "F") else 1


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """``text`` in lines of at most ``width`` cells, the first behind ``first``, the others behind ``rest``.

    A line break in the text stays one; spaces are where it may break, and a word that is longer than a line
    is cut. An empty text gives the line ``first``. Lines don't end in spaces.
    """
    lines: list[str] = []
    line, used = first, cells(first)
    for number, piece in enumerate(text.split("\n")):
        if number:
            lines.append(line)
            line, used = rest, cells(rest)
        begun = used
        for word, size in _words(piece, width - max(cells(first), cells(rest))):
            space = used > begun
            if used + space + size > width:
                lines.append(line)
                line, used, begun, space = rest, cells(rest), cells(rest), False
            line, used = f"{line}{' ' * space}{word}", used + space + size
    return [done.rstrip(" ") for done in (*lines, line)]


def _words(text: str, room: int) -> Iterator[tuple[str, int]]:
    """The words of ``text`` with their cells, none with more than ``room`` of them."""
    for word in text.split(" "):
        start, used = 0, 0
        for index, char in enumerate(word):
            size = _cells_of(char)
            if used and used + size > room:
                yield word[start:index], used
                start, used = index, 0
            used += size
        if start < len(word):
            yield word[start:], used
