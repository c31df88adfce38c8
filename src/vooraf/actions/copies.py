"""Conflict copies: what a synchroniser put beside a diary is taken into it."""

from __future__ import annotations

from vooraf.actions.workspace import Workspace
from vooraf.errors import VoorafError


def take_copies_in(workspace: Workspace) -> bool:
    """Take in every copy of a diary, as the client's next writer would; whether there was any.

    Copies are found as the last reading of all diaries left them in the index. Where that can't be done now,
    or the owner has to choose first, they stay: they are read as one with the diary, and what is wrong is told
    when it is read.
    """
    done = False
    for client_id in workspace.store.with_copies():
        try:
            before = workspace.store.load(client_id)
            after = workspace.store.mend(client_id, workspace.writer())
        except VoorafError:
            continue
        done = done or after is not before
    return done
