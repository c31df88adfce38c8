"""One writer a client at a time. Locks live with the device's state, never beside the data."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager

from vooraf.storage.folder import make_private


@contextmanager
def locked(state: str, data_root: str, client_id: str) -> Iterator[None]:
    """Hold the lock of one client of one data folder; waits for the writer that has it."""
    from filelock import FileLock  # noqa: PLC0415 - 53 ms: only who writes needs it

    folder = os.path.join(state, "locks")
    make_private(folder)
    name = hashlib.sha256(f"{os.path.realpath(data_root)}\0{client_id}".encode("utf-8", "surrogateescape"))
    with FileLock(os.path.join(folder, name.hexdigest()[:24] + ".lock"), mode=0o600):
        yield
