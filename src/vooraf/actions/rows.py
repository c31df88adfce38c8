"""The list's lines as they were made before, while the files that they were made of are unchanged."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import datetime

from vooraf.actions.workspace import Workspace
from vooraf.model.faults import Problem
from vooraf.model.naming import folded, slugs_of
from vooraf.model.quick_json import loads
from vooraf.model.record import NamedTuple
from vooraf.storage.index import IndexedRow
from vooraf.storage.packed import BROKEN

ALL_NAMES = "names of all clients"
"""Under this the index keeps the state of the folder in which it knew every client's name."""


class Row(NamedTuple):
    """One line of the list.

    ``standing`` has a figure for every standing; ``waits`` is what waits for the owner, see ``model.due``.
    """

    client: str
    name: str
    checklist: str
    language: str
    meeting: datetime | None
    archived: bool
    standing: Mapping[str, int]
    must_open: int
    searched: str
    waits: str


class Listed(NamedTuple):
    """A line, what the owner is told about its files, and the diary's path."""

    row: Row
    problems: tuple[Problem, ...]
    file: str


def context(workspace: Workspace) -> str:
    """What changes when the lines of all clients may: checklists and house rules.

    What the rules announce changes no line before it is in a diary.
    """
    return f"{workspace.library.signature}\n{workspace.rules._replace(changes={})!r}"


def kept_rows(workspace: Workspace) -> Mapping[str, tuple[str, Listed]]:
    """The lines that the index has, with the stamps of their files, by client."""
    found = {}
    for client, (stamp, body) in workspace.index.rows(context(workspace)).items():
        try:
            found[client] = (stamp, _unpacked(body))
        except BROKEN:
            continue  # not as it was packed: it is made anew
    return found


def keep(workspace: Workspace, made: Iterable[tuple[str, Listed]]) -> bool:
    """Keep lines that were made now, each with the stamp of its files."""
    rows = [indexed_row(stamp, each) for stamp, each in made]
    return not rows or workspace.index.keep_rows(context(workspace), rows)


def indexed_row(stamp: str, listed: Listed) -> IndexedRow:
    """A line as the index keeps it."""
    row = listed.row
    slugs = "\n".join(("", *slugs_of(row.name, row.client, listed.file), ""))
    return IndexedRow(row.client, stamp, folded(row.name), slugs, _packed(listed))


def forget_others(workspace: Workspace, clients: Container[str]) -> bool:
    """Forget the lines of everybody but these clients: who is gone isn't found any longer."""
    gone = [client for client in workspace.index.row_clients() if client not in clients]
    return not gone or workspace.index.forget_rows(gone)


def _packed(listed: Listed) -> str:
    import json  # noqa: PLC0415 - 6 ms with what it brings along: only who keeps something needs it

    row = listed.row
    meeting = row.meeting.isoformat() if row.meeting else None
    problems = [[each.file, each.message, dict(each.data)] for each in listed.problems]
    return json.dumps([[*row._replace(meeting=None), meeting], problems, listed.file], ensure_ascii=False)


def _unpacked(body: str) -> Listed:
    (*values, meeting), problems, file = loads(body)
    row = Row(*values)._replace(meeting=datetime.fromisoformat(meeting) if meeting else None)
    return Listed(row, tuple(Problem(*each) for each in problems), file)
