"""Two versions of one diary as one: everything of ours as it stands, and behind it what only theirs has.

An event is the same one when its id and its values are, however it is spelled. What can't be read is kept
too, byte for byte: it may be all that is left of an event. Nothing is ever taken out, and the result is read
again before it is given: it holds the events of both and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vooraf.errors.diary import MergedTooLarge, OtherClient, Unmergeable
from vooraf.model.events import HAND, Event, canonical, spelled
from vooraf.model.record import NamedTuple
from vooraf.storage.diary_blocks import BLANK, blocks, closing_block, sides
from vooraf.storage.diary_reader import MOST_IN_A_FILE, read_diary

Mark = tuple[str | bytes | int, ...]
"""What an event, or bytes that are none, is known by: the same in every file that it stands in."""


_HEADER = b"[[event]]\n"


class Piece(NamedTuple):
    """Bytes of a diary that stay together: an event (seldom more than one); no event where it can't be read."""

    content: bytes
    events: tuple[Event, ...]


class Merged(NamedTuple):
    """A diary with everything that two versions of it have.

    ``taken`` counts the pieces that came from theirs; ``returned`` the events of the version before both
    that one of the two had taken out, and that stay because the other has them.
    """

    content: bytes
    taken: int
    returned: int


def merged(before: bytes, ours: bytes, theirs: bytes) -> Merged:
    """The diaries ``ours`` and ``theirs`` as one; ``before``, which both came from, only explains.

    What ours lacks is appended verbatim, in the order of theirs.

    Raises:
        OtherClient: they are diaries of two clients.
        MergedTooLarge: one of them, or what they are together, has more bytes than are read.
        Unmergeable: read again, the result isn't what the two were.
    """
    _check_size(max(len(ours), len(theirs)))
    one, other = read_diary(ours, ""), read_diary(theirs, "")
    if one.client and other.client and one.client != other.client:
        raise OtherClient(one=one.client, other=other.client)
    if other.client and not one.client:  # the one that says whose it is has the first lines
        ours, theirs = theirs, ours
    lacking = lacking_pieces(ours, theirs)
    content = with_pieces(ours, lacking)
    _check_size(len(content))
    result = read_diary(content, "")
    if _said(result.events) != _said((*one.events, *other.events)):
        raise Unmergeable
    return Merged(content, len(lacking), len(_taken_out(before, one.events, other.events)))


def lacking_pieces(ours: bytes, theirs: bytes) -> tuple[bytes, ...]:
    """The pieces of theirs that ours doesn't have, verbatim: the events in their order, then the unreadable."""
    found = list(_lacking(ours, theirs))
    return tuple(piece.content for piece in sorted(found, key=lambda piece: not piece.events))


def lacking_events(ours: bytes, theirs: bytes) -> tuple[bytes, ...]:
    """The events of theirs that ours doesn't have, verbatim and in their order."""
    return tuple(piece.content for piece in _lacking(ours, theirs) if piece.events)


def _lacking(ours: bytes, theirs: bytes) -> Iterator[Piece]:
    known = {mark for _, marks in _marked(ours) for mark in marks}
    for piece, marks in _marked(theirs):
        if not known.issuperset(marks):
            known.update(marks)
            yield piece


def with_pieces(ours: bytes, pieces: Iterable[bytes]) -> bytes:
    """A diary with these pieces behind it, each begun with a newline, as an append is."""
    behind = b"".join(b"\n" + piece + b"\n" for piece in pieces)
    return ours + (b"" if not behind or ours.endswith(b"\n") else b"\n") + behind


def _check_size(size: int) -> None:
    if size > MOST_IN_A_FILE:
        raise MergedTooLarge(size=size, most=MOST_IN_A_FILE)


# -- pieces ----------------------------------------------------------------------------------------


def _marked(content: bytes) -> Iterator[tuple[Piece, list[Mark]]]:
    """The pieces of a diary with their marks; where git's conflict marks stand in it, those of both sides."""
    both = sides(content)
    for side in both or (content,):
        again: dict[str, int] = {}  # written by hand in the same words, each is an event of its own
        for piece in _pieces(_without_blanked(content, side) if both else side):
            marks: list[Mark] = []
            for event in piece.events:
                count = again[event.id] = again.get(event.id, 0) + 1
                by_hand = event.id.startswith(HAND)
                marks.append((event.id, count) if by_hand else (event.id, spelled(event)))
            yield piece, marks or [(piece.content.removeprefix(_HEADER).strip(BLANK),)]


def _without_blanked(content: bytes, side: bytes) -> bytes:
    """One side of a conflict without the lines that were blanked in it."""
    pairs = zip(content.split(b"\n"), side.split(b"\n"), strict=True)
    return b"\n".join(line for line, shown in pairs if line == shown)


def _pieces(content: bytes) -> Iterator[Piece]:
    """Everything in a diary but the lines before the first event, of which only what can't be read."""
    ranges = blocks(content)
    head = content[slice(*ranges[0])]
    yield from _torn(*(head[start:end] for start, end in read_diary(head, "").scraps))
    number = 1
    while number < len(ranges):
        start, end = ranges[number]
        found, last = _piece(content[start:end]), number
        if found is None and (closing := closing_block(content, ranges, number)):
            found = _piece(content[start : ranges[closing][1]])
            last = closing if found else number
        if found is not None:
            yield found
            start += len(found.content)
        yield from _torn(content[start : ranges[last][1]])
        number = last + 1


def _piece(block: bytes) -> Piece | None:
    """The event of a block, without what stands behind its seal; ``None`` when it has none.

    It is read alone, so that it is the same one wherever it stands.
    """
    reading = read_diary(block, "")
    if not reading.events:
        return None
    end = min((start for start, _ in reading.scraps), default=len(block))
    return Piece(block[:end].rstrip(BLANK), reading.events)


def _torn(*found: bytes) -> Iterator[Piece]:
    """Bytes that can't be read, as pieces; blanks and zero bytes hold nothing.

    Where they have no header they get one, or behind another event they would be read as part of it.
    """
    for each in found:
        if bare := each.strip(BLANK):
            yield Piece(bare if bare.startswith(b"[[") else _HEADER + bare, ())


# -- what they say ---------------------------------------------------------------------------------


def _said(events: Iterable[Event]) -> set[tuple[str, ...]]:
    """What events say. Their places don't count: those of hand-written ones follow from where they stand."""
    return {(event.id, event.kind, canonical(event.data), event.sum) for event in events}


def _taken_out(before: bytes, ours: Iterable[Event], theirs: Iterable[Event]) -> set[str]:
    """The ids that were there before, and that one of the two no longer has."""
    then = {event.id for event in read_diary(before, "").events}
    return then & ({event.id for event in ours} ^ {event.id for event in theirs})
