"""The program of a process that reads diaries for the index, see ``indexing``. It writes nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime

from vooraf.actions.indexing import message, received, send, unmarshalled
from vooraf.actions.overview import Lines
from vooraf.actions.rows import context, indexed_row
from vooraf.actions.workspace import Workspace
from vooraf.storage.folder import DataFolder
from vooraf.storage.index import Index, ReadIndex


class _Reading(Workspace):
    """A workspace that writes nothing in the index, so what is read waits to be taken.

    The process is gentle, so the system may stop it for long: what it held then, who asked would find taken.
    """

    @property
    def index(self) -> Index:
        """What was read before, on this device."""
        if self._index is None:
            self._index = ReadIndex(super().index.path)
        return self._index


def main() -> None:
    """Answer messages, each of which holds the paths of some diaries, until one holds none."""
    import gc  # noqa: PLC0415 - here alone

    gc.disable()  # what it makes goes as it came: nothing refers to itself
    about = received(sys.stdin.buffer)
    if about is None:
        return
    root, config, state, gentle = unmarshalled(about)
    if gentle and hasattr(os, "nice"):
        os.nice(10)  # who looks at the screen comes first
    workspace = _Reading(
        DataFolder(root),
        lambda: datetime.now().astimezone(),
        os.urandom,
        config=lambda: config,
        state=lambda: state,
    )
    lines = Lines(workspace)
    while (asked := received(sys.stdin.buffer)) and (paths := unmarshalled(asked)):
        send(sys.stdout.buffer, message(_read(workspace, lines, paths)))


def _read(workspace: Workspace, lines: Lines, paths: Sequence[str]) -> tuple[object, ...]:
    """The readings of these diaries, and the lines of their clients if those have no other file.

    Whether they have is known only to who knows all files: the line's stamp tells which it was made of.
    """
    workspace.let_go()
    rows = []
    for path in paths:
        client, files = workspace.store.owner(path)
        if workspace.store.has_accepted(client):
            continue  # where such an event is back, that is written
        loaded, _ = workspace.store.load_from(client, files)
        if loaded is None or loaded.missing or workspace.remembered.loses(path):
            continue  # what the owner is told of it depends on the safety copy, which isn't written here
        line, broken = lines.of(loaded)
        stamp = workspace.store.stamp(files)
        if stamp and not broken:
            rows.append(tuple(indexed_row(stamp, line)))
    return context(workspace), [tuple(each) for each in workspace.remembered.taken()], rows
