"""The list's lines as they were made before, while the files that they were made of are unchanged."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from datetime import datetime

from vooraf.actions.workspace import Workspace
from vooraf.model.digest import digest
from vooraf.model.faults import Problem
from vooraf.model.naming import folded, slugs_of
from vooraf.model.quick_json import loads, writer
from vooraf.model.record import NamedTuple
from vooraf.storage.index import IndexedRow
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
    whole = f"{workspace.library.signature}\n{workspace.rules._replace(changes={})!r}"
    return digest(whole, _OF_CONTEXT)  # it stands in every line, which is read whenever the list is


def kept_rows(workspace: Workspace, *, searched: bool = True) -> Mapping[str, tuple[str, Listed]]:
    """The lines that the index has, with the stamps of their files, by client.

    Without what is searched, unless ``searched``: in many notes that is most of it.
    """
    made_in = context(workspace)
    state = made_in, workspace.index.changes_elsewhere()
    known = workspace.lines.get(state) if searched else None
    if known is not None and _stamps(known) == workspace.index.stamps(made_in):
        return known  # as they were unpacked the last time
    found = {}
    texts = workspace.index.searched() if searched else {}
    alike: dict[object, Any] = {}
    for client, stamp, body in workspace.index.rows(made_in):
        if searched and client not in texts:
            continue
        try:
            found[client] = (stamp, _unpacked(body, texts.pop(client, ""), alike))
        except BROKEN:
            continue  # not as it was packed: it is made anew
    if searched:
        workspace.lines.clear()
        workspace.lines[state] = found
    return found


def _stamps(known: Mapping[str, tuple[str, Listed]]) -> dict[str, str]:
    return {client: stamp for client, (stamp, _) in known.items()}


def keep(workspace: Workspace, made: Iterable[tuple[str, Listed]]) -> bool:
    """Keep lines that were made now, each with the stamp of its files."""
    rows = [indexed_row(stamp, each) for stamp, each in made]
    if rows:
        workspace.lines.clear()
    return not rows or workspace.index.keep_rows(context(workspace), rows)


def indexed_row(stamp: str, listed: Listed) -> IndexedRow:
    """A line as the index keeps it."""
    row = listed.row
    slugs = "\n".join(("", *slugs_of(row.name, row.client, listed.file), ""))
    return IndexedRow(row.client, stamp, folded(row.name), slugs, _packed(listed), row.searched)


def forget_others(workspace: Workspace, clients: Container[str]) -> bool:
    """Forget the lines of everybody but these clients: who is gone isn't found any longer."""
    gone = [client for client in workspace.index.row_clients() if client not in clients]
    return not gone or workspace.index.forget_rows(gone)


def _refused(value: object) -> object:
    raise TypeError(value)


_write = writer(_refused)


def _packed(listed: Listed) -> str:
    row = listed.row
    meeting = row.meeting.isoformat() if row.meeting else None
    bare = row._replace(meeting=None, searched="")
    problems = [[each.file, each.message, dict(each.data)] for each in listed.problems]
    return _write([[*bare, meeting], problems, listed.file])


def _unpacked(body: str, searched: str, alike: dict[object, Any]) -> Listed:
    """A line as it was packed. What many lines have in common they share, by way of ``alike``."""
    (
        (client, name, checklist, language, _, archived, standing, must_open, _, waits, meeting),
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
        searched,
        alike.setdefault(waits, waits),
    )
    return Listed(row, tuple(Problem(*each) for each in problems) if problems else (), file)
