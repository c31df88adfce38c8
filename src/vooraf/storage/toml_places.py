"""Where each key of a TOML text stands: ``tomllib`` gives the values and no positions.

Only for a text that ``tomllib`` has read without complaint: nothing is checked a second time here.
"""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.model.record import NamedTuple

Path = tuple[str | int, ...]
"""A place as pydantic's ``loc`` gives it: ``("section", 2, "item", 0, "say", "nl")``."""

DEEPEST = 12
"""No path is longer: what is nested deeper has the place of what holds it."""

_BLANK = " \t"
_BREAKS = " \t\n"
_QUOTES = "\"'"
_END_OF_BARE = " \t\n.=],}#"
_END_OF_PLAIN = ",]}#\n"


class Place(NamedTuple):
    """Where a key stands: its line, counted from 1, and where its value begins and ends in the text.

    A table that a header or a dotted key opens has no value of its own: both are where that ends.
    """

    line: int
    start: int
    end: int


class Statement(NamedTuple):
    """A header, or a key with its value, also one in an inline table: ``path`` is what it opens or sets.

    ``start`` is where it begins in the text, ``end`` where it ends, before what stands behind it on its line.
    """

    path: Path
    header: bool
    start: int
    end: int


def places(text: str) -> Mapping[Path, Place]:
    """The place of every key, table and element of an array in ``text`` (whose lines end in a line feed)."""
    return _Scanner(text).scan()


def statements(text: str) -> tuple[Statement, ...]:
    """Every header and every key with a value, in the order in which they begin in ``text``."""
    scanner = _Scanner(text)
    scanner.scan()
    return tuple(sorted(scanner.statements, key=lambda statement: statement.start))


def line_of(found: Mapping[Path, Place], path: Path) -> int:
    """The line of ``path``, or of the nearest table around it that is in the file; 1 when none is."""
    for length in range(len(path), 0, -1):
        place = found.get(path[:length])
        if place is not None:
            return place.line
    return 1


class _Scanner:
    """One walk over a text, statement by statement."""

    __slots__ = ("_at", "_counted_to", "_found", "_last", "_line", "_text", "statements")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted_to = 0
        self._found: dict[Path, Place] = {}
        self._last: dict[Path, int] = {}  # of each array of tables, the index of its last table
        self.statements: list[Statement] = []

    def scan(self) -> Mapping[Path, Place]:
        header: Path = ()
        while self._skip(_BREAKS):
            if self._text[self._at] == "#":
                self._skip_comment()
            elif self._text[self._at] == "[":
                header = self._header()
            else:
                self._pair(header)
        return self._found

    # -- what stands in a file -----------------------------------------------------------------

    def _header(self) -> Path:
        """``[a.b]`` or ``[[a.b]]``: the path of the table that it opens."""
        line, start, array = self._here(), self._at, self._text.startswith("[[", self._at)
        self._at += 2 if array else 1
        keys = self._keys("]")
        self._at += 2 if array else 1
        place = Place(line, self._at, self._at)
        path: Path = ()
        for depth, key in enumerate(keys[: DEEPEST + 1], 1):
            path = (*path, key)
            self._open(path, place)
            if array and depth == len(keys):
                self._last[path] = self._last.get(path, -1) + 1
            if path in self._last:
                path = (*path, self._last[path])
                self._open(path, place)
        self.statements.append(Statement(path, True, start, self._at))
        return path

    def _open(self, path: Path, place: Place) -> None:
        """A table begins: its place is where it is first named."""
        if len(path) <= DEEPEST:
            self._found.setdefault(path, place)

    def _pair(self, table: Path) -> None:
        """``a.b = value`` in a table."""
        line, begin = self._here(), self._at
        keys = self._keys("=")[: DEEPEST + 1]
        self._at += 1
        self._skip(_BLANK)
        start = self._at
        path = (*table, *keys)
        self._value(path)
        for length in range(len(table) + 1, min(len(path), DEEPEST)):
            self._found.setdefault(path[:length], Place(line, self._at, self._at))
        if len(path) <= DEEPEST:
            self._found[path] = Place(line, start, self._at)
        self.statements.append(Statement(path, False, begin, self._at))

    def _keys(self, end: str) -> list[str]:
        """The parts of a dotted key, up to ``end``, which isn't passed."""
        keys: list[str] = []
        while self._skip(_BLANK) and self._text[self._at] != end:
            if self._text[self._at] == ".":
                self._at += 1
            else:
                keys.append(self._key())
        return keys

    def _key(self) -> str:
        start = self._at
        if self._text[start] in _QUOTES:
            self._string()
            return _unquoted(self._text[start : self._at])
        self._until(_END_OF_BARE)
        return self._text[start : self._at]

    def _value(self, path: Path) -> None:
        """Go past a value; what is in it gets its places too."""
        opening = self._text[self._at]
        if opening in _QUOTES:
            self._string()
        elif opening in "[{" and len(path) >= DEEPEST:
            self._brackets()
        elif opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        else:
            self._until(_END_OF_PLAIN)
            while self._text[self._at - 1] in _BLANK:
                self._at -= 1

    def _array(self, path: Path) -> None:
        self._at += 1
        index = 0
        while self._next_in("]"):
            line, start = self._here(), self._at
            self._value((*path, index))
            self._found[*path, index] = Place(line, start, self._at)
            index += 1
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while self._next_in("}"):
            self._pair(path)
        self._at += 1

    def _brackets(self) -> None:
        """Go past an array or inline table without looking for places in it."""
        depth = 0
        while True:
            character = self._text[self._at]
            if character in _QUOTES:
                self._string()
            elif character == "#":
                self._skip_comment()
            else:
                depth += (character in "[{") - (character in "]}")
                self._at += 1
            if depth == 0:
                return

    def _next_in(self, end: str) -> bool:
        """Go to the next element; false at the closing bracket."""
        while self._skip(_BREAKS + ",") and self._text[self._at] == "#":
            self._skip_comment()
        return self._text[self._at] != end

    # -- characters ----------------------------------------------------------------------------

    def _here(self) -> int:
        """The line that the walk is on."""
        self._line += self._text.count("\n", self._counted_to, self._at)
        self._counted_to = self._at
        return self._line

    def _skip(self, characters: str) -> bool:
        """Go past ``characters``; false at the end of the text."""
        while self._at < len(self._text) and self._text[self._at] in characters:
            self._at += 1
        return self._at < len(self._text)

    def _until(self, characters: str) -> None:
        """Go past at least one character, up to one of ``characters``."""
        self._at += 1
        while self._at < len(self._text) and self._text[self._at] not in characters:
            self._at += 1

    def _skip_comment(self) -> None:
        end = self._text.find("\n", self._at)
        self._at = len(self._text) if end < 0 else end

    def _string(self) -> None:
        """Go past a string of any of the four kinds."""
        quote = self._text[self._at]
        closing = quote * 3 if self._text.startswith(quote * 3, self._at) else quote
        self._at += len(closing)
        while self._at < len(self._text) and not self._text.startswith(closing, self._at):
            self._at += 2 if quote == '"' and self._text[self._at] == "\\" else 1
        self._at += len(closing)
        if len(closing) == 3:  # up to two quotes may stand right before the closing three
            while self._text.startswith(quote, self._at):
                self._at += 1


def _unquoted(key: str) -> str:
    """A quoted key as it is meant."""
    if key[0] == "'" or "\\" not in key:
        return key[1:-1]
    import tomllib  # noqa: PLC0415 - 10 ms, for the rare key that is written with a backslash

    return next(iter(tomllib.loads(f"{key} = 0")))
