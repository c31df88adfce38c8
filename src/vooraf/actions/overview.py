"""The list of clients."""

from __future__ import annotations

from datetime import datetime, timedelta

from vooraf.actions.indexing import Cancelled, Progress, index_beside
from vooraf.actions.rows import ALL_NAMES, Listed, Row, forget_others, keep, kept_rows
from vooraf.actions.rules_that_fit import unfitting
from vooraf.actions.view import ClientView, viewed_with
from vooraf.actions.workspace import Workspace
from vooraf.model.client import Client
from vooraf.model.due import packed
from vooraf.model.faults import Fault, Problem
from vooraf.model.naming import folded
from vooraf.model.record import NamedTuple
from vooraf.model.standing import Wordings
from vooraf.storage.store import Loaded

__all__ = [
    "Cancelled",
    "Listed",
    "Overview",
    "Progress",
    "Row",
    "everyone",
    "folded",
    "in_order",
    "is_to_come",
    "overview",
    "overview_before",
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
        searched_text(client),
        packed(client, seen.states),
    )


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
    listed, told = everyone(workspace, progress, searched=not wanted)
    held = workspace.index.holding(wanted) if wanted else None
    if wanted and held is None:
        listed, told = everyone(workspace, progress)
    rows = [
        each.row
        for each in listed
        if (archived or not each.row.archived) and _fits(each.row, wanted, held or frozenset())
    ]
    return Overview(in_order(rows, workspace.now()), told)


def _fits(row: Row, wanted: str, held: frozenset[str]) -> bool:
    """Whether a line holds what is wanted; of one that has nothing to search in the index knows it."""
    return wanted in row.searched if row.searched or not wanted else row.client in held


def overview_before(workspace: Workspace) -> Overview:
    """All clients, archived ones too, as they were at the last look: nothing is checked, so it's there at once."""
    rows = [each.row for _, each in kept_rows(workspace).values()]
    return Overview(in_order(rows, workspace.now()), ())


def everyone(
    workspace: Workspace, progress: Progress | None = None, *, searched: bool = True
) -> tuple[tuple[Listed, ...], tuple[Problem | Fault, ...]]:
    """The line of every client, and what the owner is told. Only what changed is read and folded again.

    ``progress`` is told how far that is, when it is much. Lines from the index have nothing to search in
    unless ``searched``; those that were made now do.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
        Cancelled: ``progress`` said so.
    """
    settled = workspace.store.settled()
    paths, problems = workspace.store.identities(lambda changed: index_beside(workspace, changed, progress))
    told: list[Problem | Fault] = [*problems, *workspace.rule_faults, *workspace.library.problems()]
    lines = Lines(workspace)
    known, listed, made = kept_rows(workspace, searched=searched), list[Listed](), list[tuple[str, Listed]]()
    complete = True
    for client_id, files in sorted(paths.items()):
        stamp = workspace.store.stamp(files)
        if stamp and known.get(client_id, ("",))[0] == stamp:
            line = known[client_id][1]
        else:
            loaded, lost = workspace.store.load_from(client_id, files)
            told += lost
            if loaded is None:
                continue
            line, broken = lines.of(loaded)
            told += broken
            made += [(stamp, line)] if stamp and not broken and not loaded.news else []
            complete = complete and bool(stamp) and not broken
        listed.append(line)
        told += line.problems
    told += unfitting(workspace, {line.row.checklist for line in listed})
    told += workspace.store.vanished(each.row.client for each in listed)
    if keep(workspace, made) and forget_others(workspace, paths) and complete and settled:
        workspace.index.keep_document(ALL_NAMES, settled, settled)
    return tuple(listed), tuple(told)


class Lines:
    """Makes the lines of clients, with what all of them share looked up once."""

    def __init__(self, workspace: Workspace) -> None:
        self._library, self._rules = workspace.library, workspace.rules
        self._wordings: Wordings = {}

    def of(self, loaded: Loaded) -> tuple[Listed, list[Problem]]:
        """The line of a client, and what keeps it from being whole."""
        seen = viewed_with(self._library, self._rules, loaded, self._wordings)
        broken = [Problem(loaded.file, seen.broken.message, seen.broken.data)] if seen.broken else []
        return Listed(row_of(seen), loaded.problems, loaded.file), broken


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
