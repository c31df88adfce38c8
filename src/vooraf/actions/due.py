"""What is due with all clients, from what the list keeps of each: no diary is read for it."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from operator import attrgetter

from vooraf.actions.overview import is_to_come, overview
from vooraf.actions.rows import Row
from vooraf.actions.workspace import Workspace
from vooraf.model.due import KINDS, MEETING, USUAL_DAYS, Due, unpacked
from vooraf.model.faults import Fault, Problem
from vooraf.model.record import NamedTuple

MOST_NAMED = 3
"""So many are named where all that is due is told in short."""


class DueList(NamedTuple):
    """Everything that is due, and what the owner is told about files."""

    due: tuple[Due, ...]
    problems: tuple[Problem | Fault, ...]


def due(workspace: Workspace, days: int = USUAL_DAYS) -> DueList:
    """What is due with all clients that aren't archived; what was told is after ``days`` days of silence.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
    """
    found = overview(workspace)
    return DueList(due_of(found.rows, workspace.now(), days), found.problems)


def due_of(rows: Iterable[Row], now: datetime, days: int = USUAL_DAYS) -> tuple[Due, ...]:
    """The same from rows that were read already: meetings first, then what waits, the longest first.

    What has waited equally long stays in the order of the rows.
    """
    found: dict[str, list[Due]] = {kind: [] for kind in KINDS}
    for each in _due_with(rows, now, days):
        found[each.kind].append(each)
    return tuple(each for kind in KINDS for each in sorted(found[kind], key=_SINCE))


def _due_with(rows: Iterable[Row], now: datetime, days: int) -> Iterator[Due]:
    today = now.date()
    for client, name, checklist, _language, meeting, archived, _standing, _musts, waits in rows:
        if archived:
            continue
        if meeting is not None and is_to_come(meeting, now):
            yield Due(client, name, checklist, MEETING, "", meeting.isoformat())
        for kind, day, keys, ready in unpacked(waits, today, days):
            yield Due(client, name, checklist, kind, keys, day, ready)


_SINCE = attrgetter("since")


class InShort(NamedTuple):
    """How much is due of each kind, see ``counts``; and the few to name."""

    counts: Mapping[str, int]
    named: tuple[Due, ...]


def due_in_short(rows: Iterable[Row], now: datetime, days: int = USUAL_DAYS) -> InShort:
    """What is due, from rows of which few are held at a time.

    Named is what waits the longest of each kind, then what comes behind it, MOST_NAMED at the most. Meetings
    aren't: the next one is told in its own place.
    """
    counted = dict.fromkeys(KINDS, 0)
    longest: dict[str, list[Due]] = {kind: [] for kind in KINDS if kind != MEETING}
    for each in _due_with(rows, now, days):
        counted[each.kind] += _number(each)
        some = longest.get(each.kind)
        if some is not None and (len(some) < MOST_NAMED or each.since < some[-1].since):
            insort(some, each, key=_SINCE)
            del some[MOST_NAMED:]
    first = [some[0] for some in longest.values() if some]
    behind = (each for some in longest.values() for each in some[1:])
    return InShort(counted, (*first, *behind)[:MOST_NAMED])


def counts(found: Iterable[Due]) -> dict[str, int]:
    """How many there are of each kind: of meetings the meetings, of the rest the items."""
    counted = dict.fromkeys(KINDS, 0)
    for each in found:
        counted[each.kind] += _number(each)
    return counted


def _number(each: Due) -> int:
    return each.keys.count(" ") + 1
