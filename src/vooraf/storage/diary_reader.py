"""The bytes of a diary as events. A reader never repairs, and one bad block never hides the rest.

Every complete event is kept: with a valid seal it is taken; with a wrong one it is taken and marked as
changed by hand; without one it is taken when it was written by hand and set aside as torn when its id
was made by Vooraf. (TOML has no end of record: a line cut in ``minutes = 125`` reads as 12.)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import NamedTuple

from vooraf.errors import N_
from vooraf.model.events import ALTERED, BY_HAND, SEALED, Event, seal
from vooraf.model.faults import Problem
from vooraf.storage.device import made_by_vooraf
from vooraf.storage.toml_text import MOST_IN_A_LINE

MOST_IN_A_FILE = 16 * 1024 * 1024
BOM = b"\xef\xbb\xbf"
MARKS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
"""Git's conflict marks: both sides are read."""

_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)

TORN = N_("Part of this diary can't be read (from line {line}); everything else is shown.")
ALTERED_BY_HAND = N_("The event on {at} was changed by hand after Vooraf wrote it.")
LARGE = N_("This diary is too large to read: {size} bytes, the most is {most}.")
NO_CLIENT = N_("This diary doesn't say whose it is: its first lines miss client = \"…\".")


class Reading(NamedTuple):
    """What a file holds.

    ``client`` is the identity inside it (empty when it has none); ``scraps`` are the byte ranges that are
    no event; ``problems`` what the owner is told.
    """

    client: str
    events: tuple[Event, ...]
    scraps: tuple[tuple[int, int], ...]
    problems: tuple[Problem, ...]


class _Torn(Exception):  # noqa: N818 - no fault: a sign to look closer
    """A block that is no whole event."""


def read_diary(content: bytes, file: str) -> Reading:
    """Read a diary from its bytes; ``file`` is its name for the problems. Never raises."""
    if len(content) > MOST_IN_A_FILE:
        return Reading("", (), (), (Problem(file, LARGE, {"size": len(content), "most": MOST_IN_A_FILE}),))
    whole = _read_whole(content)
    client, events, scraps = whole or _read_blocks(content)
    problems = [Problem(file, TORN, {"line": content.count(b"\n", 0, start) + 1}) for start, _ in scraps]
    if events and not client:
        problems.append(Problem(file, NO_CLIENT, {}))
    problems += [
        Problem(file, ALTERED_BY_HAND, {"at": event.at.isoformat(" ", "minutes")})
        for event in events
        if event.trust == ALTERED
    ]
    return Reading(client, tuple(events), tuple(scraps), tuple(problems))


_Found = tuple[str, list[Event], list[tuple[int, int]]]


def _read_whole(content: bytes) -> _Found | None:
    """The file as one TOML document: the way of nearly every diary. ``None`` when it must be looked at closer."""
    if _long_line(content):
        return None
    try:
        document = _parsed(content.removeprefix(BOM))
        blocks = document.get("event", [])
        events = _events(blocks) if isinstance(blocks, list) else None
    except (ValueError, RecursionError, _Torn):
        return None
    client = document.get("client")
    return None if events is None else (client if isinstance(client, str) else "", events, [])


def _read_blocks(content: bytes) -> _Found:
    """The file block by block: what can't be read is left out, and where it stands is noted."""
    client, events, scraps = "", list[Event](), list[tuple[int, int]]()
    for number, (start, end) in enumerate(_blocks(content)):
        if number == 0:
            client, rest = _head(content[start:end])
            scraps += [(end - rest, end)] if rest else []
            continue
        taken = _read_block(content[start:end], events[-1] if events else None)
        if taken is None:
            scraps.append((start, end))
            continue
        event, length = taken
        events.append(event)
        if content[start + length : end].strip():
            scraps.append((start + length, end))
    return client, events, [piece for piece in scraps if not _only_marks(content[slice(*piece)])]


def _blocks(content: bytes) -> Iterator[tuple[int, int]]:
    """The byte ranges of the head and of every ``[[event]]`` block."""
    start = position = 0
    for line in content.split(b"\n"):
        if line.lstrip().startswith(b"[[") and b"".join(line.split()).startswith(b"[[event]]"):
            yield start, position
            start = position
        position += len(line) + 1
    yield start, len(content)


def _head(piece: bytes) -> tuple[str, int]:
    """The client that the first lines name, and how many bytes at their end can't be read."""
    good = 0
    client = ""
    for line in piece.removeprefix(BOM).splitlines(keepends=True):
        if line.startswith(MARKS):
            continue
        try:
            found = _parsed(line).get("client", client)
        except ValueError:
            continue
        client = found if isinstance(found, str) and found else client
        good += 1
    unread = 0 if good or not piece.strip(b"\0\r\n ") else len(piece)
    return client, unread


def _read_block(piece: bytes, before: Event | None) -> tuple[Event, int] | None:
    """The event of a block and the length that it takes; what stands behind its seal isn't part of it."""
    for length in _lengths(piece):
        try:
            blocks = _parsed(_without_marks(piece[:length])).get("event", [])
            events = _events(blocks if isinstance(blocks, list) else [], before)
        except (ValueError, RecursionError, _Torn):
            continue
        if len(events) == 1:
            return events[0], length
    return None


def _lengths(piece: bytes) -> Iterator[int]:
    """How far a block may reach: to its end, to where the zero bytes begin, to the end of its first seal."""
    if not _long_line(piece):
        yield len(piece)
        yield len(piece.rstrip(b"\0\r\n "))
    position = 0
    for line in piece.split(b"\n"):
        position += len(line) + 1
        if line.lstrip().startswith(b"sum") and not _long_line(piece[:position]):
            yield min(position, len(piece))
            return


def _only_marks(piece: bytes) -> bool:
    return not _without_marks(piece).strip(b"\0\r\n ") and b"\0" not in piece


def _without_marks(piece: bytes) -> bytes:
    return b"".join(line for line in piece.splitlines(keepends=True) if not line.startswith(MARKS))


def _long_line(content: bytes) -> bool:
    return len(content) > MOST_IN_A_LINE and any(
        len(line) > MOST_IN_A_LINE for line in content.split(b"\n")
    )


def _parsed(content: bytes) -> dict[str, object]:
    return tomllib.loads(content.decode("utf-8"))


def _events(blocks: list[object], before: Event | None = None) -> list[Event]:
    """Parsed blocks as events; raises _Torn at the first that is none."""
    events: list[Event] = []
    for block in blocks:
        if not isinstance(block, dict):
            raise _Torn
        before = _event(block, before)
        events.append(before)
    return events


def _event(table: Mapping[str, object], before: Event | None) -> Event:
    """One parsed block. What a hand left out (seq, id, at) follows from the event before it."""
    kind = table.get("kind")
    if not isinstance(kind, str) or not kind:
        raise _Torn
    given = table.get("id")
    event_id = given if isinstance(given, str) and given else f"hand-{seal(table)}"
    trust = _trust(table, event_id)
    seq = table.get("seq")
    data = {key: value for key, value in table.items() if key not in ("seq", "id", "at", "kind", "sum")}
    return Event(
        seq if isinstance(seq, int) and not isinstance(seq, bool) else (before.seq if before else 0),
        event_id,
        _at(table.get("at"), data.get("on"), before),
        kind,
        data,
        str(table.get("sum", "")),
        trust,
    )


def _trust(table: Mapping[str, object], event_id: str) -> str:
    if "sum" in table:
        return SEALED if table["sum"] == seal(table) else ALTERED
    if made_by_vooraf(event_id):
        raise _Torn
    return BY_HAND


def _at(value: object, on: object, before: Event | None) -> datetime:
    for candidate in (value, on):
        if isinstance(candidate, datetime):
            return candidate
        if isinstance(candidate, date):
            return datetime(candidate.year, candidate.month, candidate.day, tzinfo=UTC)
    return before.at if before else _NO_TIME
