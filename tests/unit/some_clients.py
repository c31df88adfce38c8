"""Clients of the general checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vooraf.actions.clients import new_client

if TYPE_CHECKING:
    from vooraf.actions.workspace import Workspace


def new(workspace: Workspace, name: str, **given: object) -> str:
    return new_client(workspace, name, {"checklist": "general", **given}).client
