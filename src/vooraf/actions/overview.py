"""The list of clients."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from itertools import chain

from vooraf.actions.indexing import Cancelled, Progress, index_beside
from vooraf.actions.rows import (
    ALL_NAMES,
    Listed,
    Row,
    context,
    forget_others,
    holding,
    keep,
    kept_rows,
    rows_with_news,
)
from vooraf.actions.rules_that_fit import unfitting
from vooraf.actions.view import ClientView, viewed_with
from vooraf.actions.workspace import Workspace
from vooraf.model.client import Client
from vooraf.model.due import packed
from vooraf.model.faults import Fault, Problem
from vooraf.model.naming import folded
from vooraf.model.record import NamedTuple
from vooraf.storage.look import Look
from vooraf.storage.store import Loaded

__all__ = [
    "Cancelled",
    "Listed",
    "Overview",
    "Progress",
    "Row",
    "check",
    "everyone",
    "folded",
    "in_order",
    "is_to_come",
    "overview",
    "row_of",
]

GRACE = timedelta(hours=1)
"""How long a meeting that has begun still counts as the one that comes next: the client is at the door."""


class Overview(NamedTuple):
    """The rows, meetings to come first; what the owner is told about files."""

    rows: tuple[Row, ...]
    problems: tuple[Problem | Fault, ...]


def searched_text(client: Client) -> str:
    """What the filter looks in: name, wishes, notes and the client's own words."""
    notes = [event.text("text") for event in client.notes]
    words = [history.confirmed.text("words") for history in client.items.values() if history.confirmed]
    return folded("\n".join((client.name, *client.wishes, *notes, *words)))


def row_of(seen: ClientView) -> Row:
    """The line of one client."""
    client = seen.client
    return Row(
        client.id,
        client.name,
        client.checklist,
        client.language,
        client.meeting,
        client.archived,
        seen.counts(),
        seen.must_open(),
        packed(client, seen.states),
    )


def line_of(seen: ClientView, loaded: Loaded | None = None) -> Listed:
    """The same with what is searched; and of ``loaded``, with what is told about the files."""
    problems, file = (loaded.problems, loaded.file) if loaded else ((), "")
    return Listed(row_of(seen), problems, file, searched_text(seen.client))


class Checked(NamedTuple):
    """What a look at all diaries found: who is there, the lines that were made now, what the owner is told.

    Everybody else's line is in the index, as it is now.
    """

    clients: AbstractSet[str]
    made: Mapping[str, Listed]
    problems: tuple[Problem | Fault, ...]


def overview(
    workspace: Workspace, text: str = "", *, archived: bool = False, progress: Progress | None = None
) -> Overview:
    """All clients whose name, wishes or notes hold ``text``; archived ones only when asked for.

    ``progress`` is told how far reading is, when there is much to read.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
        Cancelled: ``progress`` said so.
    """
    wanted = folded(text).strip()
    found = check(workspace, progress)
    rows = [each.row for each in _lines(workspace, found)]
    held = holding(workspace, wanted, found.made.values()) if wanted else ()
    shown = [row for row in rows if (archived or not row.archived) and (not wanted or row.client in held)]
    return Overview(in_order(shown, workspace.now()), found.problems)


def everyone(
    workspace: Workspace, progress: Progress | None = None
) -> tuple[tuple[Listed, ...], tuple[Problem | Fault, ...]]:
    """The line of every client, by client, and what the owner is told.

    Lines from the index have nothing to search in; those that were made now do.

    Raises what ``check`` raises.
    """
    found = check(workspace, progress)
    return _lines(workspace, found), found.problems


def _lines(workspace: Workspace, found: Checked) -> tuple[Listed, ...]:
    lines = dict(found.made)
    for each in kept_rows(workspace):
        if each.row.client in found.clients:
            lines.setdefault(each.row.client, each)
    lost = found.clients - lines.keys()  # their lines aren't as they were packed
    remade = Look(found.clients, {each: dict.fromkeys(workspace.store.paths_of(each)) for each in lost}, ())
    lines.update(_made(workspace, remade)[0])
    return tuple(line for _, line in sorted(lines.items()))


def check(workspace: Workspace, progress: Progress | None = None) -> Checked:
    """Make the lines that aren't in the index as they are now: only what changed is read and folded again.

    ``progress`` is told how far that is, when it is much.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
        Cancelled: ``progress`` said so.
    """
    settled = workspace.store.settled()
    look = workspace.store.look(context(workspace), lambda paths: index_beside(workspace, paths, progress))
    told: list[Problem | Fault] = [*look.problems, *workspace.rule_faults, *workspace.library.problems()]
    made, stamped, of_diaries = _made(workspace, look)
    there = _without(look.clients, look.unproven.keys() - made.keys())
    proven = _without(look.clients, look.unproven.keys() - {each.row.client for _, each in stamped})
    kept = keep(workspace, stamped) and forget_others(workspace, proven)
    if kept and len(stamped) == len(made) and settled:
        workspace.index.keep_document(ALL_NAMES, settled, settled)
    for each in rows_with_news(workspace):
        if each.row.client in there and each.row.client not in made:
            of_diaries[each.row.client] = each.problems
    told += chain.from_iterable(problems for _, problems in sorted(of_diaries.items()))
    used = {each.row.checklist for each in made.values()}
    told += unfitting(workspace, used | workspace.row_index.checklists())
    told += workspace.store.vanished(there)
    return Checked(there, made, tuple(told))


def _without(clients: AbstractSet[str], some: AbstractSet[str]) -> AbstractSet[str]:
    return clients - some if some else clients  # of ten thousand no copy is made without need


def _made(
    workspace: Workspace, look: Look
) -> tuple[dict[str, Listed], list[tuple[str, Listed]], dict[str, tuple[Problem, ...]]]:
    """Lines made now, by client; those of them that a stamp proves, with it; what is told of each diary."""
    lines, store = Lines(workspace), workspace.store
    made, stamped, told = dict[str, Listed](), list[tuple[str, Listed]](), dict[str, tuple[Problem, ...]]()
    for client_id, files in look.unproven.items():
        loaded, lost = store.load_from(client_id, files)
        if loaded is None:
            told[client_id] = lost
            continue
        made[client_id], broken = lines.of(loaded)
        told[client_id] = (*lost, *broken, *loaded.problems)
        stamp = store.stamp(files)
        if stamp and not broken and not loaded.news:
            stamped.append((stamp, made[client_id]))
    return made, stamped, told


class Lines:
    """Makes the lines of clients, with what all of them share looked up once."""

    def __init__(self, workspace: Workspace) -> None:
        self._shared = workspace.shared

    def of(self, loaded: Loaded) -> tuple[Listed, list[Problem]]:
        """The line of a client, and what keeps it from being whole."""
        seen = viewed_with(self._shared, loaded)
        broken = [Problem(loaded.file, seen.broken.message, seen.broken.data)] if seen.broken else []
        return line_of(seen, loaded), broken


def is_to_come(meeting: datetime | None, now: datetime) -> bool:
    """Whether a meeting (local time) is still to come, or began less than an hour ago."""
    return meeting is not None and meeting >= now.replace(tzinfo=None) - GRACE


def in_order(rows: list[Row], now: datetime) -> tuple[Row, ...]:
    """Meetings to come first, soonest on top; then by name."""

    def place(row: Row) -> tuple[bool, datetime, str, str]:
        comes = is_to_come(row.meeting, now)
        when = row.meeting if comes and row.meeting else datetime.max  # noqa: DTZ901 - local, as the meeting
        return not comes, when, folded(row.name), row.client

    return tuple(sorted(rows, key=place))
