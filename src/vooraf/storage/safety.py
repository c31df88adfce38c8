"""The safety copy: what this device wrote, kept once more outside the data folder.

A synchroniser may put an old file back, or a backup may be restored over a newer one: then events that were
shown as done are no longer in the data folder. They are in the copy, are shown from there, and the next
writer puts them back. The copy is looked at for events that are missing, and for nothing else: what the
owner changed in a diary by hand stays as they wrote it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from vooraf.model.events import SEALED, Event
from vooraf.storage.files import PRIVATE
from vooraf.storage.folder import make_state
from vooraf.storage.locks import name_of
from vooraf.storage.reading import Reading


def copy_path(state: str, real_root: str, client_id: str) -> str:
    """The file of the safety copy of a client of the data folder ``real_root``, in the format of a diary."""
    return os.path.join(state, "safety", name_of(real_root, client_id) + ".toml")


def keep(path: str, head: bytes, content: bytes) -> None:
    """Append ``content``, which was just written to the diary, to the copy at ``path``, begun with ``head``.

    It isn't put on the platter as the diary is: of the two it is the one that can be done without.

    Raises:
        OSError, StateUnwritable: it can't be written.
    """
    make_state(os.path.dirname(path))
    with open(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE), "ab", buffering=0) as file:
        if not os.fstat(file.fileno()).st_size:
            os.chmod(path, PRIVATE)  # whatever the umask
            content = head + content
        file.write(content)


def missing(copy: Reading, readings: Iterable[Reading]) -> tuple[Event, ...]:
    """The events of the copy that stand in none of the diary's files."""
    there = {event.id for reading in readings for event in reading.events}
    return tuple(event for event in copy.events if event.trust == SEALED and event.id not in there)
