"""The client that a name means: the short id, else the slug, else any part of the name that fits one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vooraf.actions.overview import everyone
from vooraf.actions.rows import ALL_NAMES, Row
from vooraf.actions.workspace import Workspace
from vooraf.errors import VoorafError
from vooraf.errors.client import AmbiguousClient, ClientGone, UnknownClient
from vooraf.errors.disk import FolderGone
from vooraf.model.faults import Fault, Problem
from vooraf.model.naming import folded, slugs_of
from vooraf.model.visible import visible_line
from vooraf.storage.diaries import FOLDER_GONE, MISSING

MOST_LISTED = 20


def find(workspace: Workspace, name: str) -> str:
    """The short id of the client that ``name`` means.

    Raises:
        UnknownClient: nobody fits; ClientGone: somebody whose diary is gone.
        FolderGone: nor is the folder there.
        AmbiguousClient: several do; they are listed and nothing is done.
    """
    if workspace.store.is_client(name):
        return name
    wanted = folded(name).strip()
    if not wanted:
        raise UnknownClient(name=visible_line(name[:80]))
    indexed = _indexed(workspace, wanted)
    if len(indexed) == 1:
        return indexed[0]
    listed, told = everyone(workspace)
    found = [each.row for each in listed if wanted in slugs_of(each.row.name, each.row.client, each.file)]
    found = found or [each.row for each in listed if wanted == folded(each.row.name)]
    found = found or [each.row for each in listed if wanted in folded(each.row.name)]
    if not found:
        raise _gone(told, wanted) or UnknownClient(name=visible_line(name[:80]))
    if len(found) > 1:
        raise AmbiguousClient(name=visible_line(name[:80]), matches=_matches(found))
    return found[0].client


def _gone(told: Iterable[Problem | Fault], wanted: str) -> VoorafError | None:
    """That the diary of who is wanted is gone, or the folder with everybody's; if it is told."""
    for each in told:
        if each.message == FOLDER_GONE:
            return FolderGone(**each.data)
        if each.message == MISSING:
            client, name = str(each.data["client"]), str(each.data["name"])
            if wanted == client or wanted in folded(name):
                return ClientGone(name=visible_line(name[:80]), client=client)
    return None


def namesakes(workspace: Workspace, name: str) -> tuple[str, ...]:
    """The short ids of the clients with exactly this name, case and accents aside; the archived ones too.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
    """
    wanted = folded(name).strip()
    return tuple(
        each.row.client for each in everyone(workspace)[0] if folded(each.row.name).strip() == wanted
    )


def _indexed(workspace: Workspace, wanted: str) -> tuple[str, ...]:
    """The clients that fit as the index knows them; none while it may not know everybody's name."""
    settled = workspace.store.settled()
    if not settled or workspace.index.document(ALL_NAMES, settled) is None:
        return ()
    slugged, held = workspace.row_index.named(wanted)
    return slugged or held


def _matches(rows: Sequence[Row]) -> str:
    lines = [f"  {row.client}  {visible_line(row.name[:80])}" for row in rows[:MOST_LISTED]]
    return "\n".join(lines + (["  …"] if len(rows) > MOST_LISTED else []))
