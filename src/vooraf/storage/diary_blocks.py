"""The bytes of a diary cut into blocks, for when they aren't one TOML document: nothing is parsed here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vooraf.storage.reading import Range

BOM = b"\xef\xbb\xbf"
BLANK = b"\0\r\n\t "
"""What may stand behind an event without being part of it: zero bytes are what a lost write leaves."""

_BEFORE_HEADER = b"\0\t " + BOM
_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
_MOST_IN_A_HEADER = 40
_OF_EVENT = (b"[event.", b"[[event.")
_QUOTES = (b'"""', b"'''")
MARKS = b"<<<<<<<"
"""What git's mark of a conflict begins with."""

_OURS, _BASE, _THEIRS, _END = MARKS, b"|||||||", b"=======", b">>>>>>>"


def blocks(content: bytes) -> list[Range]:
    """The byte ranges of the head (which may be empty) and of every block.

    A block begins with ``[[event]]``, or with another word in its place, as damage may have left there.
    """
    starts = [0]
    position = 0
    for line in content.split(b"\n"):
        bare = line.lstrip(_BEFORE_HEADER)
        if bare.startswith(b"[[") and (is_header(bare) or is_other_header(bare)):
            starts.append(position + len(line) - len(bare))
        position += len(line) + 1
    return list(zip(starts, [*starts[1:], len(content)], strict=True))


def is_header(line: bytes) -> bool:
    """Whether a line, with nothing before it, begins an event."""
    return b"".join(line[:80].split()).startswith(b"[[event]]")


def is_other_header(line: bytes) -> bool:
    """Whether a line, with nothing before it, is a header like an event's, with another word in it."""
    name, closing, behind = line[2:].partition(b"]]")
    bare = name.strip()
    behind = behind.strip()
    is_word = bool(bare) and len(bare) < _MOST_IN_A_HEADER and not bare.translate(None, _LETTERS)
    return is_word and bool(closing) and bare != b"event" and (not behind or behind.startswith(b"#"))


def lengths(piece: bytes) -> Iterator[int]:
    """How far a block may reach.

    To its end, to where the blanks begin, to a header of something else, to the end of its first seal.
    """
    yield len(piece)
    yield len(piece.rstrip(BLANK))
    position, other = 0, False
    for line in piece.split(b"\n"):
        if position and not other and line.startswith(b"[") and not line.startswith(_OF_EVENT):
            other = True
            yield position
        position += len(line) + 1
        if line.partition(b"=")[0].strip() == b"sum":
            yield min(position, len(piece))
            return


def closing_block(content: bytes, ranges: Sequence[Range], number: int) -> int:
    """The block in which a text ends that begins in block ``number`` and goes over several; 0 when none does.

    A header inside such a text is part of what somebody wrote, and no event.
    """
    start, end = ranges[number]
    for quotes in _QUOTES:
        closing = content.find(quotes, end) if content.count(quotes, start, end) % 2 else -1
        if closing >= 0:
            return next(later for later in range(number + 1, len(ranges)) if closing < ranges[later][1])
    return 0


def joined(ranges: Sequence[Range]) -> list[Range]:
    """Ranges that touch or overlap as one; ``ranges`` are sorted."""
    found: list[Range] = []
    for start, end in ranges:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def sides(content: bytes) -> tuple[bytes, bytes] | None:
    """Both sides of git's conflicts, each as long as the whole, with blanks for the other side and the marks.

    ``None`` without a conflict. Of one that breaks off in what was there before, that is theirs: events may have
    been appended to it. Git takes lines that both sides share out of the conflict, in the middle of
    an event too, so a side can't be read without what stands around it.
    """
    if _OURS not in content:
        return None
    ours, theirs = [], []
    side, lines = _END, content.split(b"\n")
    for line in lines:
        mark = line[:7] if line[7:8] in (b"", b" ", b"\r") else b""
        blank = b" " * len(line)
        if mark == _OURS or (mark in (_BASE, _THEIRS, _END) and side != _END):
            side = mark
            ours.append(blank)
            theirs.append(blank)
            continue
        ours.append(line if side in (_OURS, _END) else blank)
        theirs.append(line if side in (_THEIRS, _END) else blank)
    if side == _BASE:
        last = max(number for number, line in enumerate(lines) if line.startswith(_BASE))
        theirs[last + 1 :] = lines[last + 1 :]
    return (b"\n".join(ours), b"\n".join(theirs)) if ours != theirs else None
