"""Word hints as commands print them: the place, the reason, the better pattern."""

from __future__ import annotations

from collections.abc import Sequence

from vooraf.actions.words import FoundHint
from vooraf.cli.as_json import Json
from vooraf.cli.streams import BOLD, Streams, beside
from vooraf.locale import _, spoken
from vooraf.locale.hint_words import kind_word
from vooraf.model.checklist import text_in
from vooraf.model.visible import visible_line

_AROUND = 30
"""Characters of the line that are shown on either side of the place."""


def hints_json(found: Sequence[FoundHint]) -> list[Json]:
    """The hints for other programs; ``why`` and ``instead`` in the language that is spoken."""
    return [
        {
            "file": each.file or None,
            "line": each.line,
            "item": each.item or None,
            "language": each.language,
            "match": each.hint.match,
            "kind": each.hint.kind,
            "why": text_in(each.hint.why, spoken()),
            "instead": text_in(each.hint.instead, spoken()),
        }
        for each in found
    ]


def print_hint(out: Streams, each: FoundHint) -> None:
    """A hint: where, what kind, the place among its words, why, and what instead."""
    hint = each.hint
    place = f"{each.file}:{each.line}" if each.file else _("line {line}").format(line=each.line)
    out.line(
        ": ".join((beside((place, each.item, each.language if each.file else "")), kind_word(hint.kind))),
        BOLD,
    )
    out.wrapped(marked(each.text, hint.start, hint.end), "  ", "  ")
    out.wrapped(text_in(hint.why, spoken()), "  ", "  ")
    out.wrapped(_("Better: {pattern}").format(pattern=text_in(hint.instead, spoken())), "  ", "  ")


def marked(text: str, start: int, end: int) -> str:
    """The place between brackets, with the words around it."""
    before, match, behind = text[:start], text[start:end], text[end:]
    head, tail = before[-_AROUND:], behind[:_AROUND]
    if len(head) < len(before):
        head = "…" + head.partition(" ")[2]
    if len(tail) < len(behind):
        tail = tail.rpartition(" ")[0] + "…"
    return visible_line(f"{head}[{match}]{tail}")
