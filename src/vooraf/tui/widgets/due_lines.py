"""What is due, in short: a line under the next meeting, and where there is room the longest of each kind. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rich.cells import cell_len

from vooraf.actions.due import InShort
from vooraf.locale import _
from vooraf.locale.due_words import counts_word, next_thing, since_word, what_word
from vooraf.model.due import Due
from vooraf.tui.widgets.paint import Line, fitted, one_line, spread, width_of
from vooraf.tui.widgets.signs import pointer, rule

_WHEN, _NAME = 17, 24
_ROOM_FOR_NEXT = 90
_LEAST = 20


def due_panel(said: InShort | None, now: datetime, width: int, key: str, *, lines: int) -> Iterator[Line]:
    """How much is due; in more than two ``lines`` also what waits the longest; a rule. ``key`` shows all.

    ``said`` is ``None`` while it isn't known yet.
    """
    heading = (fitted(_("Due"), max(cell_len(_("Next")), cell_len(_("Due")))) + "  ", "key")
    indent = " " * width_of((heading,))
    if said is None:
        yield (heading, ("…", "dim"))
    elif not any(said.counts.values()):
        yield (heading, (_("Nothing waits for you."), "dim"))
    else:
        right: Line = ((key, "key"), (" " + _("shows all"), "dim"))
        room = max(width - width_of((heading,)) - width_of(right) - 1, 1)
        yield spread((heading, (fitted(counts_word(said.counts), room).rstrip(), "strong")), right, width)
    for each in said.named[: max(lines - 2, 0)] if said else ():
        yield ((indent, ""), *due_line(each, now, max(width - len(indent), 1)))
    yield ((rule(width), "rule"),)


def due_line(each: Due, now: datetime, width: int, *, here: bool | None = None) -> Line:
    """One of them: since when, who, what, and where there is room what to do; ``here`` in a list."""
    head = "" if here is None else f"{pointer() if here else ' '} "
    when = fitted(since_word(each, now), min(_WHEN, max(width // 4, 1)))
    room = max(width - len(head) - cell_len(when), 1)
    name = fitted(each.name, min(_NAME, max(room // 3, 1)))
    said = one_line(what_word(each))
    left = max(room - cell_len(name) - 2, 1)
    what: Line = ((fitted(said, left), ""),)
    if width >= _ROOM_FOR_NEXT and left - cell_len(said) > _LEAST:
        what = ((said + "  ", ""), (fitted(next_thing(each), left - cell_len(said) - 2), "dim"))
    return ((head, "key"), (when, "dim"), (name, "strong"), ("  ", ""), *what)
