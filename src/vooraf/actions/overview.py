"""The list of clients."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from vooraf.actions.view import ClientView, viewed_with
from vooraf.actions.workspace import Workspace
from vooraf.model.client import Client
from vooraf.model.faults import Fault, Problem

GRACE = timedelta(hours=1)
"""How long a meeting that has begun still counts as the one that comes next: the client is at the door."""


class Row(NamedTuple):
    """One line of the list. ``standing`` has a figure for every standing."""

    client: str
    name: str
    checklist: str
    language: str
    meeting: datetime | None
    archived: bool
    standing: Mapping[str, int]
    must_open: int
    searched: str


class Overview(NamedTuple):
    """The rows, meetings to come first; what the owner is told about files."""

    rows: tuple[Row, ...]
    problems: tuple[Problem | Fault, ...]


def folded(text: str) -> str:
    """``text`` for comparing: without case and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


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
    )


def overview(workspace: Workspace, text: str = "", *, archived: bool = False) -> Overview:
    """All clients whose name, wishes or notes hold ``text``; archived ones only when asked for.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
    """
    everyone, problems = workspace.store.everyone()
    library, rules, wanted = workspace.library, workspace.rules, folded(text).strip()
    told: list[Problem | Fault] = [*problems, *workspace.rule_faults, *library.problems()]
    rows = []
    for loaded in everyone:
        seen = viewed_with(library, rules, loaded)
        row = row_of(seen)
        told += loaded.problems
        if seen.broken:
            told.append(Problem(loaded.file, seen.broken.message, seen.broken.data))
        if (archived or not row.archived) and wanted in row.searched:
            rows.append(row)
    return Overview(in_order(rows, workspace.now()), tuple(told))


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
