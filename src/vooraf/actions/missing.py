"""Events that stood in a diary and don't any more: what they are, and the owner's choice about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vooraf.actions.finding import find
from vooraf.actions.overview import everyone
from vooraf.actions.rows import ALL_NAMES
from vooraf.actions.view import usable
from vooraf.actions.workspace import Workspace
from vooraf.errors import VoorafError
from vooraf.errors.client import AmbiguousClient
from vooraf.model.checklist import Checklist
from vooraf.model.client import Client
from vooraf.model.events import Event
from vooraf.model.faults import Fault, Problem
from vooraf.model.naming import folded, slugs_of
from vooraf.model.record import NamedTuple
from vooraf.storage.diaries import FOLDER_GONE, MISSING
from vooraf.storage.safety import Missed

BACK, ACCEPT = "put-back", "accept"
"""What the owner can choose."""


class Missing(NamedTuple):
    """What a client's diary lacks. ``client`` is as the diary tells with it, ``file`` where it would stand.

    ``checklist`` has the titles of what the events are about; ``None`` when it can't be used. ``missing`` is
    what a choice is about: also what can't be shown, because it is damaged.
    """

    client: Client
    file: str
    events: tuple[Event, ...]
    checklist: Checklist | None
    missing: tuple[Missed, ...]


def missing(workspace: Workspace) -> tuple[Missing, ...]:
    """Everything that is missing, a client at a time.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
    """
    told = everyone(workspace)[1]
    clients = [*concerned(told), *(clients_of(gone) if (gone := folder_gone(told)) else ())]
    return tuple(missing_of(workspace, each) for each in clients)


def concerned(told: tuple[Problem | Fault, ...]) -> tuple[str, ...]:
    """The short ids of the clients of whom it is told, one by one, that something is missing."""
    found = (problem.data["client"] for problem in told if problem.message == MISSING)
    return tuple(dict.fromkeys(str(each) for each in found))


def folder_gone(told: Iterable[Problem | Fault]) -> Problem | None:
    """What is told of the folder with the diaries when it isn't there, and clients of it are known."""
    return next((each for each in told if isinstance(each, Problem) and each.message == FOLDER_GONE), None)


def clients_of(gone: Problem) -> tuple[str, ...]:
    """The short ids of the clients who were in a folder that isn't there."""
    clients = gone.data["clients"]
    return tuple(map(str, clients)) if isinstance(clients, tuple) else ()


def missing_of(workspace: Workspace, client_id: str) -> Missing:
    """What the diary of one client lacks; no events when it lacks none."""
    client, file, events, missed = workspace.store.gone_from(client_id)
    checklist, _broken = usable(workspace.library, client.checklist)
    return Missing(client, file, events, checklist, missed)


def find_missing(workspace: Workspace, name: str) -> str:
    """The short id of the client that ``name`` means, be it one whose diary is gone.

    Raises:
        UnknownClient, AmbiguousClient: nobody fits, or several do.
    """
    wanted = folded(name).strip()
    found = missing(workspace)
    fitting = [each for each in found if wanted in (each.client.id, *_slugs(each))]
    fitting = fitting or [each for each in found if wanted and wanted in folded(each.client.name)]
    if len(fitting) > 1:
        matches = ", ".join(f"{each.client.name} ({each.client.id})" for each in fitting)
        raise AmbiguousClient(name=name, matches=matches)
    return fitting[0].client.id if fitting else find(workspace, name)


def _slugs(found: Missing) -> tuple[str, ...]:
    return slugs_of(found.client.name, found.client.id, found.file)


def choose(workspace: Workspace, found: Missing, choice: str) -> int:
    """Put back what is missing (``BACK``), or take it that it is gone (``ACCEPT``); gives how many events.

    All that is missing by now is put back; accepted is only what was found.

    Raises what writing raises: then nothing was chosen.
    """
    client_id, writer = found.client.id, workspace.writer()
    if choice == BACK:
        count = workspace.store.put_back(client_id, writer)
    else:
        count = workspace.store.accept(client_id, found.missing, writer)
    workspace.row_index.forget([client_id])
    workspace.index.keep_document(ALL_NAMES, "", "")
    return count


def choose_all(
    workspace: Workspace, found: Sequence[Missing], choice: str
) -> tuple[tuple[Missing, ...], VoorafError | None]:
    """The same for many: for whom it was done, and the error of the first for whom it couldn't be.

    Nobody's error stops the others.
    """
    done, refused = list[Missing](), None
    for each in found:
        try:
            choose(workspace, each, choice)
        except VoorafError as error:
            refused = refused or error
        else:
            done.append(each)
    return tuple(done), refused
