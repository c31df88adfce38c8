"""The bytes of a diary as events. A reader never repairs, and one bad block never hides the rest.

Every complete event is kept: with a valid seal it is taken; with a wrong one it is taken and marked as
changed by hand; without one it is taken when it was written by hand and set aside as torn when its id
was made by Vooraf. (TOML has no end of record: a line cut in ``minutes = 125`` reads as 12.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vooraf.errors import N_
from vooraf.model.events import ALTERED, HAND, SEALED, Event
from vooraf.model.faults import Problem
from vooraf.model.record import NamedTuple
from vooraf.storage.diary_blocks import MARKS, blocks, closing_block, is_header, joined, lengths, sides
from vooraf.storage.diary_events import UNREADABLE, events_of, parsed
from vooraf.storage.reading import Range, Reading

MOST_IN_A_FILE = 16 * 1024 * 1024

_USUAL = frozenset(("schema", "client", "event"))

TORN = N_("Part of this diary can't be read (from line {line}); everything else is shown.")
ALTERED_BY_HAND = N_("The event on {at} was changed by hand after Vooraf wrote it.")
LARGE = N_("This diary is too large to read: {size} bytes, the most is {most}.")
MISNAMED = N_("The first line of an event is damaged (line {line}); the event itself is whole and is shown.")
NO_CLIENT = N_('This diary doesn\'t say whose it is: its first lines miss client = "…".')
NO_EVENT = N_("There is no event in this file, so it belongs to no client.")
TWO_SIDES = N_("This diary has git's conflict marks from line {line}; both sides are shown.")


class _Found(NamedTuple):
    client: str
    events: list[Event]
    scraps: list[Range]
    misnamed: list[Range]


def read_diary(content: bytes, file: str) -> Reading:
    """Read a diary from its bytes; ``file`` is its name for the problems. Never raises."""
    if len(content) > MOST_IN_A_FILE:
        return too_large(len(content), file)
    both = sides(content)
    found = _read(content) if both is None else _of_both(*map(_read, both))
    events = found.events
    problems = [Problem(file, TORN, {"line": line}) for line in _lines(content, found.scraps)]
    problems += [Problem(file, MISNAMED, {"line": line}) for line in _lines(content, found.misnamed)]
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


def read_grown(known: Reading, content: bytes, begin: int) -> Reading | None:
    """The reading of a diary that only grew: its bytes before ``begin`` are those that ``known`` was read of.

    ``None`` when that takes more than to read what is new, which are whole events, each with a valid seal.
    """
    new = content[begin:]
    whole = bool(known.client and known.events and not known.scraps) and content[begin - 1 : begin] == b"\n"
    if not whole or len(content) > MOST_IN_A_FILE or MARKS in content or not is_header(new.lstrip(b"\n")):
        return None
    try:
        document = parsed(new)
        events = events_of(document.get("event"), known.events[-1])
    except UNREADABLE:
        return None
    if document.keys() != {"event"} or any(event.trust != SEALED for event in events):
        return None
    return known._replace(events=(*known.events, *events))


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
    scraps, misnamed = (
        {*one, *other} for one, other in ((ours.scraps, theirs.scraps), (ours.misnamed, theirs.misnamed))
    )
    return _Found(ours.client or theirs.client, events, joined(sorted(scraps)), sorted(misnamed))


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
        document = parsed(content)
        events = events_of(document.get("event", []))
    except UNREADABLE:
        return None
    return None if _other_events(document) else _Found(_client(document), events, [], [])


def _read_blocks(content: bytes) -> _Found:
    """The file block by block: what can't be read is left out, and where it stands is noted."""
    ranges = blocks(content)
    client, scraps = _head(content[slice(*ranges[0])])
    events: list[Event] = []
    misnamed: list[Range] = []
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
            misnamed += [] if is_header(content[start:end]) or not found else [(start, end)]
        if content[start + length : ranges[last][1]].strip():
            scraps.append((start + length, ranges[last][1]))
        number = last + 1
    return _Found(client, events, joined(scraps), misnamed)


def _head(piece: bytes) -> tuple[str, list[Range]]:
    """The client that the first lines name, and the ranges in them that can't be read."""
    try:
        found = parsed(piece)
        if "event" not in found and not _other_events(found):
            return _client(found), []
    except UNREADABLE:
        pass  # then line by line
    client, scraps, position = "", list[Range](), 0
    for line in piece.splitlines(keepends=True):
        if line.lstrip().startswith(b"["):
            return client, [*scraps, (position, len(piece))]
        try:
            client = _client(parsed(line)) or client
        except UNREADABLE:
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
    if not is_header(piece):
        return _read_misnamed(piece)
    for length in lengths(piece):
        try:
            found = parsed(piece[:length])
            if not _other_events(found):
                return events_of(found.get("event"), before), length
        except UNREADABLE:
            continue
    return None


def _read_misnamed(piece: bytes) -> tuple[list[Event], int] | None:
    """The event behind a header that says something else: only when its seal shows that it is whole."""
    header = piece.index(b"]]") + 2
    for length in lengths(piece):
        try:
            if not _other_events(parsed(piece[:length])):
                return [], length  # whatever it is, it doesn't look like an event
            events = events_of(parsed(b"[[event]]" + piece[header:length]).get("event"))
            if all(event.trust == SEALED for event in events):
                return events, length
        except UNREADABLE:
            continue
    return None


def _other_events(document: Mapping[str, object]) -> bool:
    """Whether something that looks like an event stands under another name than ``event``."""
    if document.keys() <= _USUAL:
        return False
    return any(_looks_like_event(value) for key, value in document.items() if key != "event")


def _looks_like_event(value: object, levels: int = 3) -> bool:
    """Whether a table with a kind stands in it, or a few levels down, as behind ``[[a.b]]``."""
    if isinstance(value, list):
        return any(_looks_like_event(each, levels - 1) for each in value if levels)
    if not isinstance(value, dict):
        return False
    return "kind" in value or any(_looks_like_event(each, levels - 1) for each in value.values() if levels)
