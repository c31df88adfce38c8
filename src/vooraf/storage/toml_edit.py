"""A change in the text of a TOML file that leaves alone what people wrote by hand.

Comments, order and spelling stay: a value is put in the place of the old one, a new key behind the last of
its table, and what is taken out goes with its line and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vooraf.storage.toml_places import Path, Statement, places, statements
from vooraf.storage.toml_text import key_text, value_text

Edits = Mapping[tuple[str, ...], object]
"""What is to stand at a path, such as ``("say", "revisions", "nl")``; ``None`` takes a key or table out."""


class InTheWay(ValueError):
    """Something else than a value (or, on the way to it, than a table) stands at ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


def edited(text: str, edits: Edits) -> str:
    """``text`` (TOML whose lines end in a line feed) with the ``edits`` in it, and nothing else changed.

    What stands there already, in whatever spelling, stays as it is.

    Raises:
        InTheWay: a table stands where a value is to come, or something else where a table is needed.
        ValueError: ``text`` is no TOML.
    """
    import tomllib  # noqa: PLC0415 - 10 ms, for who writes

    table: Mapping[str, object] = tomllib.loads(text)
    for path, value in edits.items():
        there = _there(table, path)
        if (there is None and value is None) or (there is not None and repr(there) == repr(value)):
            continue
        if isinstance(there, Mapping) and value is not None:
            raise InTheWay(path)
        table = _changed(table, path, value)
        text = _first_that_reads(_candidates(text, path, value), table, path)
    return text


def _there(table: object, path: Path) -> object:
    """What stands at ``path``; ``None`` when nothing does."""
    for depth, part in enumerate(path):
        if not isinstance(table, Mapping):
            raise InTheWay(path[:depth])
        if part not in table:
            return None
        table = table[part]
    return table


def _changed(table: Mapping[str, object], path: Path, value: object) -> Mapping[str, object]:
    """What the file is to read as."""
    key, inner = str(path[0]), dict(table)
    if len(path) > 1:
        there = inner.get(key, {})
        inner[key] = _changed(there if isinstance(there, Mapping) else {}, path[1:], value)
    elif value is None:
        del inner[key]
    else:
        inner[key] = value
    return inner


def _first_that_reads(candidates: Iterator[str], wanted: Mapping[str, object], path: Path) -> str:
    """The first of the texts that reads as ``wanted``, to the type of each value."""
    import tomllib  # noqa: PLC0415 - as above

    for candidate in candidates:
        try:
            if repr(_plain(tomllib.loads(candidate))) == repr(_plain(wanted)):
                return candidate
        except ValueError:
            continue
    raise InTheWay(path)


def _plain(value: object) -> object:
    """Tables with their keys in order and without the empty ones, which a file may or may not name."""
    if not isinstance(value, Mapping):
        return value
    inner = {key: _plain(value[key]) for key in sorted(value)}
    return {key: each for key, each in inner.items() if each != {}}


# -- where it can be put -------------------------------------------------------------------------


def _candidates(text: str, path: Path, value: object) -> Iterator[str]:
    """Texts with the change made in every way that a file may ask for, the nicest first."""
    found = statements(text)
    if value is None:
        yield _without(text, found, path)
        return
    place = places(text).get(path)
    if place is not None:
        yield text[: place.start] + value_text(value) + text[place.end :]
    for table in _shorter(path[:-1]):
        for statement in found:
            if statement.path == table and not statement.header and text[statement.end - 1] == "}":
                yield _in_braces(text, statement, _pair(path[len(table) :], value))
    if len(path) == 1:
        yield f"{_pair(path, value)}\n{text}"
    else:
        yield from _in_tables(text, found, path, value)


def _in_tables(text: str, found: tuple[Statement, ...], path: Path, value: object) -> Iterator[str]:
    """Behind the last line of the table of ``path``; with a new table behind its kin, or at the end."""
    line = f"{_pair(path[-1:], value)}\n"
    for index, statement in enumerate(found):
        if statement.header and statement.path == path[:-1]:
            yield _behind(text, _last_of_block(found, index), line)
    yield from _beside_dotted(text, found, path, value)
    lines = f"\n[{_dotted(path[:-1])}]\n{line}"
    for table in _shorter(path[:-2]):
        kin = [index for index, each in enumerate(found) if each.path[: len(table)] == table]
        if table and kin:
            yield _behind(text, _last_of_block(found, kin[-1]), lines)
    yield _closed(text) + lines


def _shorter(path: Path) -> Iterator[Path]:
    """``path`` and every path that it lies in, longest first."""
    for length in range(len(path), -1, -1):
        yield path[:length]


def _pair(path: Path, value: object) -> str:
    return f"{_dotted(path)} = {value_text(value)}"


def _dotted(path: Path) -> str:
    return ".".join(key_text(str(key)) for key in path)


def _in_braces(text: str, statement: Statement, pair: str) -> str:
    """``text`` with another pair at the end of an inline table."""
    inside = text[: statement.end - 1].rstrip()
    comma = "" if inside.endswith("{") else ","
    return f"{inside}{comma} {pair} {text[statement.end - 1 :]}"


def _last_of_block(found: tuple[Statement, ...], index: int) -> Statement:
    """The last statement before the header behind the one at ``index``: they are the lines of one table."""
    block = [found[index]]
    for statement in found[index + 1 :]:
        if statement.header:
            break
        block.append(statement)
    return max(block, key=lambda statement: statement.end)


def _behind(text: str, statement: Statement, lines: str) -> str:
    """``text`` with ``lines`` behind the line on which a statement ends."""
    at = _line_end(text, statement.end)
    return _closed(text[:at]) + lines + text[at:]


def _beside_dotted(text: str, found: tuple[Statement, ...], path: Path, value: object) -> Iterator[str]:
    """Behind a line such as ``value.rounds = 2``, which makes its table without a header: one like it."""
    header: Path = ()
    last: tuple[Path, Statement] | None = None
    for statement in found:
        if statement.header:
            header = statement.path
        elif _before(text, statement).strip():
            continue  # within the braces of another: it begins no line
        elif statement.path[: len(path) - 1] == path[:-1] and len(header) < len(path) - 1:
            last = header, statement
    if last is not None:
        header, statement = last
        indent = _before(text, statement)
        yield _behind(text, statement, f"{indent}{_pair(path[len(header) :], value)}\n")


def _before(text: str, statement: Statement) -> str:
    """What stands before a statement on its line."""
    return text[text.rfind("\n", 0, statement.start) + 1 : statement.start]


def _line_end(text: str, at: int) -> int:
    """Where the line behind the one of ``at`` begins."""
    return text.find("\n", at) + 1 or len(text)


def _closed(text: str) -> str:
    """``text`` with a line end at its end."""
    return text if not text or text.endswith("\n") else text + "\n"


# -- taking out ----------------------------------------------------------------------------------


def _without(text: str, found: tuple[Statement, ...], path: Path) -> str:
    """``text`` without the key or table at ``path``: every line that says something of it goes."""
    outermost: list[Statement] = []
    for statement in found:
        inside = outermost and statement.end <= outermost[-1].end
        if statement.path[: len(path)] == path and not inside:
            outermost.append(statement)
    for statement in reversed(outermost):
        around = _braces_around(found, statement)
        text = (
            _without_line(text, statement)
            if around is None
            else _without_pair(text, found, statement, around)
        )
    return text


def _braces_around(found: tuple[Statement, ...], statement: Statement) -> Statement | None:
    """The pair whose inline table holds this one; the innermost."""
    holding = [each for each in found if each.start < statement.start and statement.end < each.end]
    return max(holding, key=lambda each: each.start, default=None)


def _without_line(text: str, statement: Statement) -> str:
    """``text`` without the lines of a statement, and not two blank lines where there was one."""
    begin, end = text.rfind("\n", 0, statement.start) + 1, _line_end(text, statement.end)
    before, after = text[:begin], text[end:]
    if statement.header and before.endswith("\n\n") and (not after or after.startswith("\n")):
        before = before[:-1]
    return before + after


def _without_pair(text: str, found: tuple[Statement, ...], statement: Statement, around: Statement) -> str:
    """``text`` without a pair of the inline table ``around``, and without the comma that belonged to it."""
    pairs = [
        each
        for each in found
        if around.start < each.start and each.end < around.end and _braces_around(found, each) == around
    ]
    at = pairs.index(statement)
    if at:
        return text[: pairs[at - 1].end] + text[statement.end :]
    if len(pairs) > 1:
        return text[: statement.start] + text[pairs[1].start :]
    return text[: statement.start].rstrip() + text[statement.end :].lstrip()
