"""Values for one client alone."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.actions.view import ClientView, usable_states, view, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.values import UnknownField, UnknownFieldNear
from vooraf.model.client import Client
from vooraf.model.keys import nearest
from vooraf.model.values import canonical_value
from vooraf.storage.store import Draft


def set_values(
    workspace: Workspace, client_id: str, given: Mapping[str, str]
) -> tuple[ClientView, tuple[str, ...]]:
    """Set fields for this client; an empty text takes a value back.

    Gives the new state and the names of the fields that really changed.

    Raises:
        UnknownField, BadValue: a field or value that the checklist doesn't take; nothing was recorded.
        BrokenChecklist, UnknownChecklist, NotSaved: likewise.
    """
    seen = view(workspace, client_id)
    usable_states(seen)
    fields = seen.checklist.fields if seen.checklist else {}
    kept: dict[str, object] = {}
    for name, value in given.items():
        if name not in fields:
            raise _unknown(name, seen.client.checklist, sorted(fields))
        kept[name] = canonical_value(fields[name], value) if value.strip() else ""
    changed: list[str] = []

    def decide(client: Client) -> list[Draft]:
        different = {name: value for name, value in kept.items() if client.values.get(name, "") != value}
        changed.extend(different)
        return [("value", {"field": name, "value": value}) for name, value in different.items()]

    loaded = workspace.store.append(client_id, decide, workspace.writer())
    return viewed(workspace, loaded), tuple(changed)


def _unknown(name: str, checklist: str, fields: list[str]) -> UnknownField:
    """``checklist`` has no field ``name``, among its ``fields``."""
    data = {"field": name, "checklist": checklist, "fields": ", ".join(fields)}
    near = nearest(name, fields)
    return UnknownFieldNear(**data, nearest=near) if near else UnknownField(**data)
