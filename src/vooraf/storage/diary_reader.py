"""The bytes of a diary as events. A reader never repairs, and one bad block never hides the rest.

Every complete event is kept: with a valid seal it is taken; with a wrong one it is taken and marked as
changed by hand; without one it is taken when it was written by hand and set aside as torn when its id
was made by Vooraf. (TOML has no end of record: a line cut in ``minutes = 125`` reads as 12.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime

from vooraf.errors import N_
from vooraf.model.events import ALTERED, BY_HAND, HAND, SEALED, Event, seal
from vooraf.model.faults import Problem
from vooraf.model.record import NamedTuple
from vooraf.storage.device import made_by_vooraf
from vooraf.storage.diary_blocks import (
    BOM,
    blocks,
    closing_block,
    joined,
    lengths,
    sides,
)
from vooraf.storage.reading import Range, Reading
from vooraf.storage.toml_text import MOST_IN_A_LINE

MOST_IN_A_FILE = 16 * 1024 * 1024

_MOST_DOTS = 500
"""In a key: for one of 30,000 parts the parser takes half a minute."""

_MOST_LEVELS = 50
_MOST_SEQ = 2**53
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)

TORN = N_("Part of this diary can't be read (from line {line}); everything else is shown.")
ALTERED_BY_HAND = N_("The event on {at} was changed by hand after Vooraf wrote it.")
LARGE = N_("This diary is too large to read: {size} bytes, the most is {most}.")
NO_CLIENT = N_('This diary doesn\'t say whose it is: its first lines miss client = "…".')
NO_EVENT = N_("There is no event in this file, so it is no client's.")
TWO_SIDES = N_("This diary has git's conflict marks from line {line}; both sides are shown.")


class _Torn(Exception):
    """A block that is no whole event."""


class _Found(NamedTuple):
    client: str
    events: list[Event]
    scraps: list[Range]


_UNREADABLE = (ValueError, RecursionError, _Torn)
"""ValueError is a fault of syntax, bytes that are no text, or a number of more digits than Python takes."""


def read_diary(content: bytes, file: str) -> Reading:
    """Read a diary from its bytes; ``file`` is its name for the problems. Never raises."""
    if len(content) > MOST_IN_A_FILE:
        return too_large(len(content), file)
    both = sides(content)
    found = _read(content) if both is None else _of_both(*map(_read, both))
    events = found.events
    problems = [Problem(file, TORN, {"line": line}) for line in _lines(content, found.scraps)]
    if both:
        problems.insert(0, Problem(file, TWO_SIDES, {"line": _first_mark(content)}))
    if events and not found.client:
        problems.append(Problem(file, NO_CLIENT, {}))
    if not events and not problems:
        problems.append(Problem(file, NO_EVENT, {}))
    problems += [
        Problem(file, ALTERED_BY_HAND, {"at": event.at.isoformat(" ", "minutes")})
        for event in events
        if event.trust == ALTERED
    ]
    # Git takes what both sides share out of a conflict, so a scrap of one side may hold lines of the other.
    return Reading(found.client, tuple(events), () if both else tuple(found.scraps), tuple(problems))


def too_large(size: int, file: str) -> Reading:
    """What is said of a file over the limit, which is never read."""
    return Reading("", (), (), (Problem(file, LARGE, {"size": size, "most": MOST_IN_A_FILE}),))


def _lines(content: bytes, scraps: list[Range]) -> Iterator[int]:
    """The number of the line on which each of the scraps begins."""
    line, position = 1, 0
    for start, end in scraps:
        begin = end - len(content[start:end].lstrip())
        line, position = line + content.count(b"\n", position, begin), begin
        yield line


def _first_mark(content: bytes) -> int:
    return (b"\n" + content).partition(b"\n<<<<<<<")[0].count(b"\n") + 1


def _of_both(ours: _Found, theirs: _Found) -> _Found:
    """The events of both sides of a conflict; those around it were read twice."""
    known = {event.id: event for event in ours.events}
    events = list(ours.events)
    for event in theirs.events:
        twin = known.get(event.id)
        if twin is None or (twin != event and not event.id.startswith(HAND)):
            events.append(event)
    return _Found(ours.client or theirs.client, events, joined(sorted({*ours.scraps, *theirs.scraps})))


def _numbered(events: list[Event]) -> list[Event]:
    """The events; of those that were written by hand in the same words each has an id of its own."""
    seen: dict[str, int] = {}
    found = []
    for event in events:
        count = seen[event.id] = seen.get(event.id, 0) + 1
        again = count > 1 and event.id.startswith(HAND)
        found.append(event._replace(id=f"{event.id}-{count}") if again else event)
    return found


def _read(content: bytes) -> _Found:
    found = _read_whole(content) or _read_blocks(content)
    return found._replace(events=_numbered(found.events))


def _read_whole(content: bytes) -> _Found | None:
    """The file as one TOML document, as nearly every diary is; ``None`` when it must be looked at closer."""
    try:
        document = _parsed(content)
        events = _events(document.get("event", []))
    except _UNREADABLE:
        return None
    return _Found(_client(document), events, [])


def _read_blocks(content: bytes) -> _Found:
    """The file block by block: what can't be read is left out, and where it stands is noted."""
    ranges = blocks(content)
    client, scraps = _head(content[slice(*ranges[0])])
    events: list[Event] = []
    number = 1
    while number < len(ranges):
        start, end = ranges[number]
        before = events[-1] if events else None
        taken, last = _read_block(content[start:end], before), number
        if taken is None and (closing := closing_block(content, ranges, number)):
            taken = _read_block(content[start : ranges[closing][1]], before)
            last = closing if taken else number
        length = 0
        if taken is not None:
            found, length = taken
            events += found
        if content[start + length : ranges[last][1]].strip():
            scraps.append((start + length, ranges[last][1]))
        number = last + 1
    return _Found(client, events, joined(scraps))


def _head(piece: bytes) -> tuple[str, list[Range]]:
    """The client that the first lines name, and the ranges in them that can't be read."""
    try:
        found = _parsed(piece)
        if "event" not in found:
            return _client(found), []
    except _UNREADABLE:
        pass  # then line by line
    client, scraps, position = "", list[Range](), 0
    for line in piece.splitlines(keepends=True):
        if line.lstrip().startswith(b"["):
            return client, [*scraps, (position, len(piece))]
        try:
            client = _client(_parsed(line)) or client
        except _UNREADABLE:
            scraps.append((position, position + len(line)))
        position += len(line)
    return client, scraps


def _client(table: Mapping[str, object]) -> str:
    client = table.get("client")
    return client if isinstance(client, str) else ""


def _read_block(piece: bytes, before: Event | None) -> tuple[list[Event], int] | None:
    """The event of a block and the length that it takes; what stands behind its seal isn't part of it.

    More than one where a header is spelled so that it isn't seen as the begin of a block.
    """
    for length in lengths(piece):
        try:
            return _events(_parsed(piece[:length]).get("event"), before), length
        except _UNREADABLE:
            continue
    return None


def _parsed(content: bytes) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 - 10 ms, and needed only for a file that changed

    for line in content.split(b"\n"):
        if len(line) > MOST_IN_A_LINE or (line.count(b".") > _MOST_DOTS and _dots_in_key(line) > _MOST_DOTS):
            raise _Torn
    return tomllib.loads(content.removeprefix(BOM).decode("utf-8"))


def _dots_in_key(line: bytes) -> int:
    key = line.partition(b"=")[0]
    return (line if b'"' in key or b"'" in key else key).count(b".")


def _events(parsed: object, before: Event | None = None) -> list[Event]:
    """Parsed blocks as events; raises _Torn at the first that is none."""
    if not isinstance(parsed, list):
        raise _Torn
    events: list[Event] = []
    for block in parsed:
        if not isinstance(block, dict) or _is_deep(block, _MOST_LEVELS):
            raise _Torn
        before = _event(block, before)
        events.append(before)
    return events


def _is_deep(value: object, levels: int) -> bool:
    inner: Iterable[object] = ()
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_is_deep(each, levels - 1) for each in inner)


def _event(table: Mapping[str, object], before: Event | None) -> Event:
    """One parsed block. What a hand left out (seq, id, at) follows from the event before it."""
    kind, given = table.get("kind"), table.get("id")
    if not isinstance(kind, str) or not kind:
        raise _Torn
    true_seal = seal(table)
    event_id = given if isinstance(given, str) and given else HAND + true_seal
    data = {key: value for key, value in table.items() if key not in ("seq", "id", "at", "kind", "sum")}
    return Event(
        _seq(table.get("seq"), before),
        event_id,
        _at(table.get("at"), data.get("on"), before),
        kind,
        data,
        str(table.get("sum", "")),
        _trust(table, true_seal, event_id),
    )


def _trust(table: Mapping[str, object], true_seal: str, event_id: str) -> str:
    if "sum" in table:
        return SEALED if table["sum"] == true_seal else ALTERED
    if made_by_vooraf(event_id):
        raise _Torn
    return BY_HAND


def _seq(value: object, before: Event | None) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_SEQ:
        return value
    return (before.seq if before else 0) + 1


def _at(value: object, on: object, before: Event | None) -> datetime:
    for candidate in (value, on):
        if isinstance(candidate, datetime):
            return candidate
        if isinstance(candidate, date):
            return datetime(candidate.year, candidate.month, candidate.day, tzinfo=UTC)
    return before.at if before else _NO_TIME
