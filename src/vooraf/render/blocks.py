"""What stays together on a page: a question and its lines, a paragraph of a letter."""

from __future__ import annotations

from itertools import groupby

from vooraf.model.record import NamedTuple
from vooraf.model.script import NOTE, Line, ScriptPart


class Block(NamedTuple):
    """Lines that belong together. ``heading`` is the note that opens an item's lines, to be ticked."""

    heading: Line | None
    lines: tuple[Line, ...]


def blocks(part: ScriptPart) -> tuple[Block, ...]:
    """The part of a meeting cut at every item and every question."""
    found = []
    before = None
    for (item, _), group in groupby(part.lines, key=lambda line: (line.item, line.question)):
        lines = tuple(group)
        headed = item not in (None, before) and lines[0].kind == NOTE
        found.append(Block(lines[0], lines[1:]) if headed else Block(None, lines))
        before = item
    return tuple(found)


def paragraphs(part: ScriptPart) -> tuple[tuple[str, str], ...]:
    """The part of a letter as pairs of kind and text: what is said about one item is one paragraph."""
    found: list[tuple[str, str]] = []
    for (item, kind), group in groupby(part.lines, key=lambda line: (line.item, line.kind)):
        texts = [line.text for line in group]
        together = item is not None and kind != NOTE
        found.extend((kind, text) for text in ([" ".join(texts)] if together else texts))
    return tuple(found)
