"""The client that a name means: the short id, else the slug, else any part of the name that fits one."""

from __future__ import annotations

import os

from vooraf.actions.overview import folded
from vooraf.actions.workspace import Workspace
from vooraf.errors import AmbiguousClient, UnknownClient
from vooraf.model.client import Client
from vooraf.model.visible import visible_line

MOST_IN_A_SLUG = 40
MOST_LISTED = 20


def slug_of(name: str) -> str:
    """The name in small letters, digits and hyphens: a help for people in a file's name."""
    words = "".join(
        letter if letter.isascii() and letter.isalnum() else " " for letter in folded(name)
    ).split()
    return "-".join(words)[:MOST_IN_A_SLUG].strip("-") or "client"


def find(workspace: Workspace, name: str) -> str:
    """The short id of the client that ``name`` means.

    Raises:
        UnknownClient: nobody fits.
        AmbiguousClient: several do; they are listed and nothing is done.
    """
    everyone, _ = workspace.store.everyone()
    for loaded in everyone:
        if loaded.client.id == name:
            return name
    wanted = folded(name).strip()
    if not wanted:
        raise UnknownClient(name=visible_line(name[:80]))
    found = [loaded.client for loaded in everyone if wanted in _slugs(loaded.client, loaded.file)]
    found = found or [loaded.client for loaded in everyone if wanted in folded(loaded.client.name)]
    if not found:
        raise UnknownClient(name=visible_line(name[:80]))
    if len(found) > 1:
        raise AmbiguousClient(name=visible_line(name[:80]), matches=_listed(found))
    return found[0].id


def _slugs(client: Client, file: str) -> tuple[str, str]:
    return slug_of(client.name), os.path.basename(file).removesuffix(f"-{client.id}.toml")


def _listed(clients: list[Client]) -> str:
    lines = [f"  {client.id}  {visible_line(client.name[:80])}" for client in clients[:MOST_LISTED]]
    return "\n".join(lines + (["  …"] if len(clients) > MOST_LISTED else []))
