"""Undo and redo: events that name a batch, like everything else in a diary."""

from __future__ import annotations

from vooraf.actions.view import ClientView, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.client import NothingToRedo, NothingToUndo
from vooraf.model.client import Client
from vooraf.model.events import Event
from vooraf.model.record import NamedTuple
from vooraf.storage.store import Draft


class Undone(NamedTuple):
    """The new state, and the events that were taken back or that count again."""

    view: ClientView
    events: tuple[Event, ...]


def undo(workspace: Workspace, client_id: str) -> Undone:
    """Take back what was done last. Raises NothingToUndo."""
    return _named(workspace, client_id, back=True)


def redo(workspace: Workspace, client_id: str) -> Undone:
    """Let what was taken back last count again. Raises NothingToRedo."""
    return _named(workspace, client_id, back=False)


def _named(workspace: Workspace, client_id: str, *, back: bool) -> Undone:
    target = ""

    def decide(client: Client) -> list[Draft]:
        nonlocal target
        target = client.undo if back else client.redo
        if not target:
            raise NothingToUndo if back else NothingToRedo
        return [("undone" if back else "redone", {"target": target})]

    loaded = workspace.store.append(client_id, decide, workspace.writer())
    client = loaded.client
    events = tuple(
        event for event in client.events if event.batch == target and event not in client.overruled
    )
    return Undone(viewed(workspace, loaded), events)
