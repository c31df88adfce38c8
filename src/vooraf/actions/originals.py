"""What Vooraf recorded, of events that were changed by hand since."""

from __future__ import annotations

from vooraf.actions.workspace import Workspace
from vooraf.model.events import ALTERED, Event


def as_recorded(workspace: Workspace, client_id: str, event: Event) -> Event | None:
    """An event of this client as it was recorded, when it was changed by hand since.

    ``None`` for any other, and when this device doesn't have it: it keeps what it wrote itself.
    """
    return workspace.store.as_recorded(client_id, event.id) if event.trust == ALTERED else None
