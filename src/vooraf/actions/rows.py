"""The list's lines as they were made before, while the files that they were made of are unchanged."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from vooraf.actions.workspace import Workspace
from vooraf.model.client import CONFIRMED, WAIVED
from vooraf.model.digest import digest
from vooraf.model.faults import Problem
from vooraf.model.naming import folded, slugs_of
from vooraf.model.quick_json import loads, writer
from vooraf.model.record import NamedTuple
from vooraf.storage.index_values import IndexedRow
from vooraf.storage.packed import BROKEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ALL_NAMES = "names of all clients"
"""Under this the index keeps the state of the folder in which it knew every client's name."""

_OF_CONTEXT = 32
"""So many hexadecimal digits stand for what the lines of all clients were made in."""


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
    waits: str


class Listed(NamedTuple):
    """A line, what the owner is told about its files, and the diary's path.

    ``searched`` is what the filter looks in; of a line from the index nothing, as the index looks there itself.
    """

    row: Row
    problems: tuple[Problem, ...]
    file: str
    searched: str = ""


def context(workspace: Workspace) -> str:
    """What changes when the lines of all clients may: checklists and house rules.

    What the rules announce changes no line before it is in a diary.
    """
    whole = f"{workspace.library.signature}\n{workspace.rules._replace(changes={})!r}"
    return digest(whole, _OF_CONTEXT)  # it stands in every line, which is read whenever the list is


def kept_rows(workspace: Workspace) -> Iterator[Listed]:
    """The lines that the index has, by client; with nothing to search in."""
    yield from _unpacked_all(workspace.row_index.bodies())


def rows_of(workspace: Workspace, clients: Sequence[str]) -> dict[str, Row]:
    """The lines that the index has of these clients (a few hundred at the most); with nothing to search in."""
    found = _unpacked_all(workspace.row_index.bodies_of(clients))
    return {each.row.client: each.row for each in found}


def rows_with_news(workspace: Workspace) -> Iterator[Listed]:
    """The lines that the index has of clients about whose files there is something to tell."""
    yield from _unpacked_all(workspace.row_index.bodies_with_news())


def _unpacked_all(bodies: Iterable[tuple[str, str]]) -> Iterator[Listed]:
    alike: dict[object, Any] = {}
    for _client, body in bodies:
        try:
            yield _unpacked(body, alike)
        except BROKEN:
            continue  # not as it was packed


def holding(workspace: Workspace, text: str, made: Iterable[Listed]) -> Container[str]:
    """The clients in whose name, wishes, notes or own words ``text`` stands.

    ``text`` is without case and accents. ``made`` are lines that were made now: the index may not have them.
    """
    kept = workspace.row_index.holding(text)
    if kept is None:
        kept = frozenset(client for client, held in workspace.row_index.searched() if text in held)
    made = tuple(made)
    now = {each.row.client for each in made if text in each.searched}
    return kept.difference(each.row.client for each in made).union(now)


def keep(workspace: Workspace, made: Iterable[tuple[str, Listed]]) -> bool:
    """Keep lines that were made now, each with the stamp of its files."""
    rows = [indexed_row(stamp, each) for stamp, each in made]
    return not rows or workspace.row_index.keep(context(workspace), rows)


def indexed_row(stamp: str, listed: Listed) -> IndexedRow:
    """A line as the index keeps it."""
    row = listed.row
    slugs = "\n".join(("", *slugs_of(row.name, row.client, listed.file), ""))
    told = bool(listed.problems)
    meeting = row.meeting.isoformat() if row.meeting else ""
    return IndexedRow(
        folded(row.name),
        row.client,
        meeting,
        row.archived,
        unsettled(row),
        stamp,
        slugs,
        row.checklist,
        told,
        _packed(listed),
        listed.searched,
    )


def unsettled(row: Row) -> bool:
    """Whether something is open, told and not confirmed, or changed."""
    return sum(row.standing.values()) > row.standing[CONFIRMED] + row.standing[WAIVED]


def forget_others(workspace: Workspace, clients: Container[str]) -> bool:
    """Forget the lines of everybody but these clients: who is gone isn't found any longer."""
    gone = [client for client in workspace.row_index.clients() if client not in clients]
    return not gone or workspace.row_index.forget(gone)


def _refused(value: object) -> object:
    raise TypeError(value)


_write = writer(_refused)


def _packed(listed: Listed) -> str:
    row = listed.row
    meeting = row.meeting.isoformat() if row.meeting else None
    bare = row._replace(meeting=None)
    problems = [[each.file, each.message, dict(each.data)] for each in listed.problems]
    return _write([[*bare, meeting], problems, listed.file])


def _unpacked(body: str, alike: dict[object, Any]) -> Listed:
    """A line as it was packed. What many lines have in common they share, by way of ``alike``."""
    (
        (client, name, checklist, language, _, archived, standing, must_open, waits, meeting),
        problems,
        file,
    ) = loads(body)
    row = Row(
        client,
        name,
        alike.setdefault(checklist, checklist),
        alike.setdefault(language, language),
        datetime.fromisoformat(meeting) if meeting else None,
        archived,
        alike.setdefault(tuple(standing.items()), standing),
        must_open,
        alike.setdefault(waits, waits),
    )
    return Listed(row, tuple(Problem(*each) for each in problems) if problems else (), file)
