"""What is due with all clients, from what the list keeps of each: no diary is read for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from vooraf.actions.overview import is_to_come, overview
from vooraf.actions.rows import Row
from vooraf.actions.workspace import Workspace
from vooraf.model.due import KINDS, MEETING, USUAL_DAYS, Due, unpacked
from vooraf.model.faults import Fault, Problem
from vooraf.model.record import NamedTuple


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
    today = now.date()
    found: dict[str, list[Due]] = {kind: [] for kind in KINDS}
    for client, name, checklist, _language, meeting, archived, _standing, _musts, _searched, waits in rows:
        if archived:
            continue
        if meeting is not None and is_to_come(meeting, now):
            found[MEETING].append(Due(client, name, checklist, MEETING, "", meeting.isoformat()))
        for kind, day, keys, ready in unpacked(waits, today, days):
            found[kind].append(Due(client, name, checklist, kind, keys, day, ready))
    return tuple(each for kind in KINDS for each in sorted(found[kind], key=_SINCE))


_SINCE = attrgetter("since")
_ORDER = {kind: str(number) for number, kind in enumerate(KINDS)}


def due_again(found: Iterable[Due], row: Row, now: datetime, days: int = USUAL_DAYS) -> tuple[Due, ...]:
    """What was found before, with what is due now with the one client whose row changed."""
    others = (each for each in found if each.client != row.client)
    return tuple(
        sorted((*others, *due_of((row,), now, days)), key=lambda each: _ORDER[each.kind] + each.since)
    )


def counts(found: Iterable[Due]) -> dict[str, int]:
    """How many there are of each kind: of meetings the meetings, of the rest the items."""
    counted = dict.fromkeys(KINDS, 0)
    for _client, _name, _checklist, kind, keys, _since, _ready in found:
        counted[kind] += keys.count(" ") + 1
    return counted
