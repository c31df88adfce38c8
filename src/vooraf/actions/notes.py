"""A note in the diary, about an item or about the client as a whole."""

from __future__ import annotations

from vooraf.actions.view import ClientView, picked, view, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.client import EmptyText
from vooraf.model.values import storable


def note(workspace: Workspace, client_id: str, text: str, item: str = "") -> ClientView:
    """Write a note; ``item`` is the key of the item it is about.

    Raises:
        EmptyText, UnknownItem, TooLong, Unstorable, NotSaved: and then nothing was recorded.
    """
    kept = storable(text.strip())
    if not kept:
        raise EmptyText
    if item:
        picked(view(workspace, client_id), (item,))
    data = {"item": item or None, "text": kept, "on": workspace.today}
    loaded = workspace.store.append(client_id, lambda _: [("note", data)], workspace.writer())
    return viewed(workspace, loaded)
