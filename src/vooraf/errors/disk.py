"""Faults of folders and files: the data folder, this device's own, a file outside them."""

from __future__ import annotations

from vooraf.errors import DENIED, DISK_FAILS, FULL, N_, NOT_PERMITTED, QUOTA, READ_ONLY, VoorafError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_MAKE_ROOM = N_("Make room on that disk, then do it again.")
REFUSED: Mapping[str, str] = {
    FULL: _MAKE_ROOM,
    QUOTA: _MAKE_ROOM,
    READ_ONLY: N_("That disk can only be read now: make it writable, or use another one."),
    DISK_FAILS: N_(
        "The disk doesn't answer as it should: check that it is connected properly, and copy your data."
    ),
}
"""What to do for some of the reasons for which a disk refuses to write."""


def refused(access: str) -> Mapping[str, str]:
    """The same with ``access`` (English), what to do where access is lacking."""
    return {**REFUSED, DENIED: access, NOT_PERMITTED: access}


class FolderUnreadable(VoorafError):
    """The data folder can't be read."""

    message = N_("The data folder {folder} can't be read: {why}.")
    hint = N_("Choose another folder with --data, or give yourself access to this one.")


class FolderGone(VoorafError):
    """The ``folder`` with the diaries of ``count`` clients isn't there."""

    message = N_(
        "The folder {folder} isn't there, and this device knows what was in it (clients: {count}). Is it on a drive "
        "that isn't connected, or was it moved? Connect the drive, or say with --data where the folder is now. Only "
        "when it is really gone, make it again from what this device keeps: vooraf missing --all --put-back"
    )


class FolderUnwritable(VoorafError):
    """The data folder can't be written."""

    message = N_("The data folder {folder} can't be written: {why}.")
    hint = N_("Choose another folder with --data, or give yourself access to this one.")
    hints = REFUSED


class FolderIsFile(VoorafError):
    """The data folder is a file, or lies behind one."""

    message = N_("The data folder {folder} isn't a folder: {file} is a file.")
    hint = N_("Choose another folder with --data.")


class StateUnwritable(FolderUnwritable):
    """The ``folder`` of this device's locks can't be made or written."""

    message = N_(
        "Not saved: the folder {folder}, where this device keeps its locks, can't be written: {why}."
    )
    hint = N_("Give yourself access to it, or make room on its disk.")
    hints = refused(N_("Give yourself access to it, then do it again."))


class LocksFail(StateUnwritable):
    """The file system of the ``folder`` of this device's locks has none."""

    message = N_("Not saved: Vooraf can't lock files in the folder {folder}: {why}.")
    hint = N_("Put that folder on a disk of this device: on Linux, XDG_STATE_HOME says where it is.")
    hints = VoorafError.hints


class FileExists(VoorafError):
    """``-o`` never overwrites by itself."""

    message = N_("{file} exists already; it was left as it is.")
    hint = N_("Choose another name, or overwrite it with --force.")


class CannotWrite(VoorafError):
    """A file outside the data folder can't be written."""

    message = N_("{file} can't be written: {why}.")
    hint = N_("Choose another place for it.")


class NotAFile(CannotWrite):
    """What stands at ``file`` is a folder or a device, and is never replaced."""

    message = N_("{file} isn't an ordinary file; it was left as it is.")
