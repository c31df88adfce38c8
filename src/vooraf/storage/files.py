"""Whole files or none."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress

PRIVATE = 0o600
_NO_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM)
"""What a file system answers that can't do this, as those of a network do. It holds the data all the same."""


def replace_file(path: str, content: bytes, check: Callable[[], None] = lambda: None) -> None:
    """Put ``content`` at ``path``: a temporary file beside it, fsync, rename, fsync of the folder.

    The file is for its owner alone. ``check`` is called at the last moment, right before the rename: it raises
    when the old file isn't the one that ``content`` was made of. Raises that, or OSError, with the old file
    untouched.
    """
    folder, name = os.path.split(path)
    # The end of the name, which tells a client's files apart; 40 characters never pass a system's 255 bytes.
    temporary = os.path.join(folder, f".{name[-40:]}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.chmod(temporary, PRIVATE)  # whatever the umask
            file.write(content)
            file.flush()
            to_platter(file.fileno())
        check()
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):  # what is to be told is why it couldn't be written
            os.unlink(temporary)
        raise
    sync_folder(folder)


def to_platter(descriptor: int) -> None:
    """Have what was written put on the platter itself, not only into the drive's memory."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not there on every system

        with suppress(OSError):  # not every disk knows it: then this is all there is
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: str) -> None:
    """Have a folder's entries put on the platter, where the system can do that."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder or ".", os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
