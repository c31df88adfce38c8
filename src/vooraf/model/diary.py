"""The diary as a whole: the union of its copies, the order of its events, what is undone.

Everything here is the same for the same events in any order and from any number of copies.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from vooraf.model.events import SEALED, UNDO_KINDS, Event, as_table, canonical, order


class Union(NamedTuple):
    """All events, each once, in order; and the ids under which two different ones stand."""

    events: tuple[Event, ...]
    conflicts: tuple[str, ...]


class Undoing(NamedTuple):
    """Which batches are undone; which batch the next undo and the next redo would name (or an empty text)."""

    undone: frozenset[str]
    undo: str
    redo: str


def union(events: Iterable[Event]) -> Union:
    """Events of any number of copies as one diary.

    Of two with one id and different content the one with a valid seal is taken; where both have one,
    or neither, both are kept and the id is a conflict for the owner to look at.
    """
    by_id: dict[str, list[Event]] = {}
    for event in events:
        by_id.setdefault(event.id, []).append(event)
    kept: list[Event] = []
    conflicts = []
    for event_id, copies in by_id.items():
        different = copies if len(copies) == 1 else _different(copies)
        if len(different) > 1:
            conflicts.append(event_id)
        kept += different
    return Union(tuple(sorted(kept, key=order)), tuple(sorted(conflicts)))


def _different(copies: list[Event]) -> list[Event]:
    """One event per content; only those with a valid seal where there are any."""
    sealed = [event for event in copies if event.trust == SEALED and event.sum]
    by_content: dict[str, Event] = {}
    for event in sorted(sealed or copies, key=lambda event: (event.trust, event.sum)):
        by_content.setdefault(canonical(as_table(event._replace(sum=""))), event)
    return list(by_content.values())


def undoing(events: Iterable[Event]) -> Undoing:
    """What is undone, from events in order.

    For each batch the last ``undone`` or ``redone`` that names it wins. Something new closes the way to
    redo. The batch that opened the diary is never offered.
    """
    undone: dict[str, bool] = {}
    done: dict[str, None] = {}
    taken_back: dict[str, None] = {}
    opening = set()
    for event in events:
        if event.kind in UNDO_KINDS:
            target = event.text("target")
            undone[target] = event.kind == "undone"
            source, goal = (done, taken_back) if event.kind == "undone" else (taken_back, done)
            source.pop(target, None)
            goal.pop(target, None)
            goal[target] = None
        elif event.kind == "opened":
            opening.add(event.batch)
        elif event.batch not in done and event.batch not in taken_back:
            done[event.batch] = None
            taken_back.clear()
    offered = [batch for batch in done if batch not in opening]
    withdrawn = [batch for batch in taken_back if batch not in opening]
    return Undoing(
        frozenset(batch for batch, is_undone in undone.items() if is_undone),
        offered[-1] if offered else "",
        withdrawn[-1] if withdrawn else "",
    )
