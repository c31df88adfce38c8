"""The append: one write, put on the platter, read back. And setting aside what can't be read.

The caller holds the client's lock. Nothing is ever rewritten for an ordinary append; only where a reader
found bytes that are no event, those go verbatim to the quarantine and the file is replaced without them.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress

from vooraf.errors import reason
from vooraf.errors.diary import DiaryFull, NotSaved
from vooraf.storage.diary_reader import MOST_IN_A_FILE, read_diary
from vooraf.storage.files import PRIVATE, replace_file, sync_folder, to_platter
from vooraf.storage.folder import make_state
from vooraf.storage.reading import Range

# Not every system knows these: there bytes are bytes, and a link is followed.
_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def append(path: str, content: bytes, *, new: bool = False) -> None:
    """Append ``content`` to the file; to a ``new`` one, which isn't there yet, as its first content.

    Raises:
        NotSaved: the disk refused; the file is as it was.
        DiaryFull: with this it would be larger than what is read; it is as it was.
    """
    try:
        descriptor = os.open(path, _FLAGS | (os.O_CREAT | os.O_EXCL if new else 0), PRIVATE)
    except OSError as error:
        raise not_saved(path, error) from error
    try:
        before = 0 if new else _size(descriptor, path)
        if before + len(content) > MOST_IN_A_FILE:
            raise DiaryFull(file=path, most=MOST_IN_A_FILE)
        try:
            _write_through(descriptor, path, content, before)
            if new:
                os.chmod(path, PRIVATE)  # whatever the umask
                sync_folder(os.path.dirname(path))
        except OSError as error:
            _take_back(descriptor, path, content, before, new=new)
            raise not_saved(path, error) from error
    finally:
        with suppress(OSError):  # all of it is on the platter by now, or is taken back
            os.close(descriptor)


def _size(descriptor: int, path: str) -> int:
    try:
        return os.fstat(descriptor).st_size
    except OSError as error:
        raise not_saved(path, error) from error


def _write_through(descriptor: int, path: str, content: bytes, before: int) -> None:
    """Write, and raise OSError unless all of it is on the platter, in the file that stands at ``path``."""
    if os.write(descriptor, content) != len(content):
        raise _fault(errno.ENOSPC)  # what a short write to a file means
    to_platter(descriptor)
    if content not in _behind(descriptor, before):
        raise _fault(errno.EIO)
    if not _is_at(descriptor, path):
        raise _fault(errno.ESTALE)  # another file was put in its place meanwhile


def _behind(descriptor: int, before: int) -> bytes:
    """What stands in the file from ``before`` on. A writer on another device may have been there too."""
    os.lseek(descriptor, before, os.SEEK_SET)
    pieces = []
    while piece := os.read(descriptor, 1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


def _is_at(descriptor: int, path: str) -> bool:
    return os.path.samestat(os.fstat(descriptor), os.stat(path, follow_symlinks=False))


def _take_back(descriptor: int, path: str, content: bytes, before: int, *, new: bool) -> None:
    """Take out what was written of ``content``; if somebody else wrote there meanwhile, it stays."""
    # If the disk refuses this too, what stays is a torn end that no reader takes for an event, or at worst an
    # event that was said to be not saved.
    with suppress(OSError):
        if content.startswith(_behind(descriptor, before)):
            os.ftruncate(descriptor, before)
            if new and _is_at(descriptor, path):
                os.unlink(path)
            to_platter(descriptor)


def _fault(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def not_saved(path: str, error: OSError) -> NotSaved:
    """The fault of the disk at ``path`` as what the owner is told."""
    return NotSaved(file=path, why=reason(error))


def set_aside(path: str, scraps: Iterable[Range], quarantine: str, stamp: str) -> str:
    """Move the byte ranges ``scraps`` of a diary to a file in ``quarantine`` and give its path.

    ``stamp`` tells it apart from others. The diary is replaced as a whole, after the copy is on the platter.

    Raises:
        NotSaved: the disk refused, or the diary was changed meanwhile; it is as it was.
        StateUnwritable: the quarantine can't be made.
    """
    ranges = tuple(scraps)
    make_state(quarantine)
    kept = os.path.join(quarantine, f"{os.path.basename(path)[-40:]}.{stamp}")
    try:
        with open(path, "rb") as file:
            content = file.read()
            status = os.fstat(file.fileno())
        if read_diary(content, path).scraps != ranges:
            raise _fault(errno.ESTALE)
        replace_file(kept, b"\n".join(content[start:end] for start, end in ranges))
        replace_file(path, b"\n".join(_around(content, ranges)), lambda: _check_same(status, path))
    except OSError as error:
        raise not_saved(path, error) from error
    return kept


def _check_same(before: os.stat_result, path: str) -> None:
    """Raise OSError when the file at ``path`` is another one, or was changed."""
    now = os.stat(path, follow_symlinks=False)
    as_it_was = (now.st_size, now.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    if not (as_it_was and os.path.samestat(before, now)):
        raise _fault(errno.ESTALE)


def _around(content: bytes, ranges: Iterable[Range]) -> Iterator[bytes]:
    """What stands around the ranges."""
    position = 0
    for start, end in ranges:
        yield content[position:start]
        position = end
    yield content[position:]
