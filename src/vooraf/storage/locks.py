"""One writer a client at a time. Locks live with the device's state, never beside the data."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager

from vooraf.errors import DiaryBusy, StateUnwritable
from vooraf.storage.folder import make_state, reason

PATIENCE = 10.0
"""How many seconds to wait for another writer, who needs thousandths of one."""


@contextmanager
def locked(state: str, data_root: str, client_id: str) -> Iterator[None]:
    """Hold the lock of one client of one data folder; waits for the writer that has it.

    Raises:
        DiaryBusy: that writer doesn't come to an end.
        StateUnwritable: the lock can't be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - 53 ms: only who writes needs it

    folder = os.path.join(state, "locks")
    make_state(folder)
    path = os.path.join(folder, name_of(os.path.realpath(data_root), client_id) + ".lock")
    lock = FileLock(path, timeout=PATIENCE, mode=0o600)
    try:
        lock.acquire()
    except Timeout as error:
        raise DiaryBusy from error
    except OSError as error:
        raise StateUnwritable(folder=folder, why=reason(error)) from error
    try:
        yield
    finally:
        lock.release()


def name_of(real_root: str, client_id: str) -> str:
    """What a client of the data folder ``real_root`` is called among the files of this device's state."""
    whole = f"{real_root}\0{client_id}".encode("utf-8", "surrogateescape")
    return hashlib.sha256(whole).hexdigest()[:24]
