"""What a writer mends under the client's lock: conflict copies are taken in, empty files moved away."""

from __future__ import annotations

import errno
import os

from vooraf.model.record import NamedTuple
from vooraf.storage.diary_files import signature_of
from vooraf.storage.diary_reader import MOST_IN_A_FILE, read_diary
from vooraf.storage.diary_writer import append, not_saved
from vooraf.storage.files import replace_file, sync_folder
from vooraf.storage.folder import make_state
from vooraf.storage.merging import lacking_events

MOST_IN_A_NAME = 255
"""Bytes of a file's name; what a disk allows."""

_BLANK = b"\0 \t\r\n"


class TakenIn(NamedTuple):
    """A conflict copy that was taken in: the number of events that only it had, and where it lies now."""

    events: int
    kept: str


def absorb(main: str, copy: str, head: bytes, folder: str, stamp: str) -> TakenIn | None:
    """Append to ``main`` what only ``copy`` has, verbatim and in its order, and move the copy to ``folder``.

    ``head`` begins a diary that isn't there; ``stamp`` tells the moved copy apart from others. Nothing is
    written into the copy. ``None``: it stays where it is, because a synchroniser is still at it or it is too
    large to be read.

    Raises:
        NotSaved: the disk refused; the copy stays where it is.
        StateUnwritable: the folder can't be made; likewise.
    """
    make_state(folder)
    try:
        before = signature_of(copy)
        theirs = _content(copy)
        ours = _content(main) if os.path.lexists(main) else b""
        content = b"".join(b"\n" + piece + b"\n" for piece in lacking_events(ours, theirs))
        if max(before[0], len(ours) + len(content)) > MOST_IN_A_FILE:
            return None
        if content and not ours:
            append(main, head + content, new=True)
        elif content:
            append(main, content)
        if signature_of(copy) != before:
            return None
        kept = move_away(copy, folder, stamp)
        if _content(kept) != theirs:  # written to the last moment: it isn't done with
            _move(kept, copy)
            return None
    except FileNotFoundError:
        return None  # it was taken away meanwhile
    except OSError as error:
        raise not_saved(copy, error) from error
    return TakenIn(len(read_diary(content, "").events), kept)


def is_blank(path: str) -> bool:
    """Whether a file is there and holds nothing but blanks or zero bytes, as after a power cut."""
    try:
        with open(path, "rb") as file:
            return not any(part.strip(_BLANK) for part in iter(lambda: file.read(1 << 12), b""))
    except OSError:
        return False


def move_away(path: str, folder: str, stamp: str) -> str:
    """Move a file into ``folder`` of the device's state, and give its new path.

    Raises:
        NotSaved: the disk refused; it is where it was.
        StateUnwritable: the folder can't be made; likewise.
    """
    make_state(folder)
    kept = os.path.join(folder, _name_beside(os.path.basename(path), stamp))
    try:
        _move(path, kept)
        sync_folder(folder)
        sync_folder(os.path.dirname(path))
    except OSError as error:
        raise not_saved(path, error) from error
    return kept


def _move(path: str, to: str) -> None:
    try:
        os.rename(path, to)
    except OSError:  # the state lies on another disk
        content = _content(path)
        replace_file(to, content)
        if _content(path) != content:  # written to meanwhile: it stays
            os.unlink(to)
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE)) from None
        os.unlink(path)


def _name_beside(name: str, stamp: str) -> str:
    """``name`` with ``stamp`` behind it; of one that is too long for that, the end, where the short id stands.

    Cut at a character, so that what stays is a name on every disk.
    """
    room = MOST_IN_A_NAME - len(os.fsencode(stamp)) - 1
    while len(os.fsencode(name)) > room:
        name = name[1:]
    return f"{name}.{stamp}"


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(MOST_IN_A_FILE + 1)
