"""The diary as a whole: the union of its copies, the order of its events, what is undone.

Everything here is the same for the same events in any order and from any number of copies.
"""

from __future__ import annotations

from collections.abc import Iterable

from vooraf.model.events import HAND, SEALED, UNDO_KINDS, Event, as_table, canonical, order, spelled
from vooraf.model.record import NamedTuple


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
    for event in sorted(sealed or copies, key=_precedence):
        by_content.setdefault(canonical(content(event)), event)
    return list(by_content.values())


def _precedence(event: Event) -> tuple[object, ...]:
    """Which of several with one content is kept: the same one, whatever order they came in."""
    return event.trust, event.sum, order(event), spelled(event)


def content(event: Event) -> dict[str, object]:
    """What two copies of one event share.

    Of one whose id was made from what was written by hand that is enough: its place and time may follow
    from the event before it, which can be another one in another copy.
    """
    table = as_table(event._replace(sum=""))
    derived = ("seq", "at") if event.id.startswith(HAND) else ()
    return {key: value for key, value in table.items() if key not in derived}


def undoing(events: Iterable[Event]) -> Undoing:
    """What is undone, from events in order.

    For each batch the last ``undone`` or ``redone`` that names it wins. Something new closes the way to
    redo. The batch that opened the diary is never undone, and neither is an undo.
    """
    events = tuple(events)
    opening = {event.batch for event in events if event.kind == "opened"}
    batches = {event.batch for event in events if event.kind not in UNDO_KINDS} - opening - {""}
    undone: dict[str, bool] = {}
    done: dict[str, None] = {}
    taken_back: dict[str, None] = {}
    for event in events:
        if event.kind not in UNDO_KINDS:
            if event.batch in batches and event.batch not in done and event.batch not in undone:
                done[event.batch] = None
                taken_back.clear()
        elif (target := event.text("target")) in batches:
            undone[target] = event.kind == "undone"
            source, goal = (done, taken_back) if undone[target] else (taken_back, done)
            source.pop(target, None)
            goal.pop(target, None)
            goal[target] = None
    return Undoing(
        frozenset(batch for batch, is_undone in undone.items() if is_undone),
        next(reversed(done), ""),
        next(reversed(taken_back), ""),
    )
