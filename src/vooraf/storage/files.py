"""Whole files or none."""

from __future__ import annotations

import os
import sys


def replace_file(path: str, content: bytes) -> None:
    """Put ``content`` at ``path``: a temporary file beside it, fsync, rename, fsync of the folder.

    The file is for its owner alone. Raises OSError with the old file untouched.
    """
    temporary = os.path.join(os.path.dirname(path), f".{os.path.basename(path)[:80]}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            to_platter(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    sync_folder(os.path.dirname(path))


def to_platter(descriptor: int) -> None:
    """Have what was written put on the platter itself, not only into the drive's memory."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not there on every system

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def sync_folder(folder: str) -> None:
    """Have a folder's entries put on the platter, where the system can do that."""
    if os.name == "nt":
        return
    descriptor = os.open(folder or ".", os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
