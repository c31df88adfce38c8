"""The append: one write, put on the platter, read back. And setting aside what can't be read.

The caller holds the client's lock. Nothing is ever rewritten for an ordinary append; only where a reader
found bytes that are no event, those go verbatim to the quarantine and the file is replaced without them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from vooraf.errors import NotSaved
from vooraf.storage.files import replace_file, to_platter
from vooraf.storage.folder import make_private


def append(path: str, content: bytes) -> None:
    """Append ``content`` to the file, or make it with that content.

    Raises:
        NotSaved: the disk refused; the file is as it was.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError as error:
        raise _not_saved(path, error) from error
    try:
        before = os.fstat(descriptor).st_size
        try:
            _write_through(descriptor, path, content, before)
        except OSError as error:
            _cut_back(descriptor, path, before)
            raise _not_saved(path, error) from error
    finally:
        os.close(descriptor)


def _write_through(descriptor: int, path: str, content: bytes, before: int) -> None:
    written = os.write(descriptor, content)
    if written != len(content):
        raise OSError(28, os.strerror(28))  # ENOSPC: what a short write means on a file
    to_platter(descriptor)
    os.lseek(descriptor, before, os.SEEK_SET)
    if _read_back(descriptor, len(content)) != content:
        raise OSError(5, os.strerror(5))  # EIO: the disk holds something else
    here, there = os.fstat(descriptor), os.stat(path)
    if (here.st_ino, here.st_dev) != (there.st_ino, there.st_dev):
        raise OSError(116, os.strerror(116))  # ESTALE: another file was put in its place meanwhile


def _read_back(descriptor: int, length: int) -> bytes:
    pieces = []
    while length > 0 and (piece := os.read(descriptor, length)):
        pieces.append(piece)
        length -= len(piece)
    return b"".join(pieces)


def _cut_back(descriptor: int, path: str, size: int) -> None:
    if size:
        os.ftruncate(descriptor, size)
        to_platter(descriptor)
    else:
        os.unlink(path)


def _not_saved(path: str, error: OSError) -> NotSaved:
    return NotSaved(file=path, why=error.strerror or str(error))


def set_aside(path: str, scraps: Iterable[tuple[int, int]], quarantine: str, stamp: str) -> str:
    """Move the byte ranges ``scraps`` of a diary to a file in ``quarantine`` and give its path.

    ``stamp`` tells it apart from others. The diary is replaced as a whole, after the copy is on the platter.

    Raises:
        NotSaved: the disk refused; the diary is as it was.
    """
    try:
        with open(path, "rb") as file:
            content = file.read()
        make_private(quarantine)
        kept = os.path.join(quarantine, f"{os.path.basename(path)}.{stamp}")
        replace_file(kept, b"\n".join(content[start:end] for start, end in scraps))
        for start, end in reversed(list(scraps)):
            content = content[:start] + content[end:]
        replace_file(path, content)
    except OSError as error:
        raise _not_saved(path, error) from error
    return kept
