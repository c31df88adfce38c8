"""What the data depend on: the folder, locks, the index, room on the disk, the file system."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping

from vooraf.errors import N_, VoorafError, reason
from vooraf.model.faults import Problem
from vooraf.model.record import NamedTuple
from vooraf.storage.folder import DataFolder, check_readable, check_writable
from vooraf.storage.index_file import VERSION
from vooraf.storage.locks import let_go, lock_path, take

GOOD, TOLD, NEEDS = "good", "told", "needs"
"""Nothing is wrong; something to know, with nothing to do at once; something that needs the owner."""

MEND = N_("Mend it with: vooraf doctor --repair")

_MOMENT = 1.0
"""Seconds for a writer who is at it to come to an end: it needs thousandths of one."""

_MIB = 1024 * 1024
_LITTLE, _TOO_LITTLE = 200 * _MIB, 16 * _MIB
"""Bytes on the disk: when that is told, and when the largest diary couldn't be written once more."""

_KERNEL = (
    "9p",
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "glusterfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
    "vboxsf",
)
_FUSE = ("davfs2", "gcsfuse", "glusterfs", "gvfsd-fuse", "rclone", "s3fs", "sshfs", "vmhgfs-fuse")
_NETWORK = frozenset((*_KERNEL, *(f"fuse.{name}" for name in _FUSE)))
"""The types of file systems that another machine holds."""

THERE = N_("It can be read and written.")
NOT_YET = N_("It isn't there yet; your first client makes it.")

STATE_SHUT = N_("This device's own folder can't be written, so nothing can be saved.")
GIVE_ACCESS = N_("Give yourself access to it, or make room on its disk.")

NO_INDEX = N_("There is none yet; it is made when diaries are read.")
INDEX_GOOD = N_("It can be used.")
INDEX_BROKEN = N_("It can't be used ({why}): everything is read from its own file, which is only slower.")
INDEX_BUSY = N_("It is in use or out of reach ({why}): everything is read from its own file meanwhile.")
INDEX_NEWER = N_("It is of a newer Vooraf and left alone: everything is read from its own file.")

NO_LOCK_HELD = N_("None is held: nobody is writing.")
LOCK_HELD = N_("It has been held for a while: another program is writing in this diary and doesn't get on.")
FREE_LOCK = N_("Close the other windows of Vooraf; if that doesn't help, start this device anew.")
LOCK_SHUT = N_("It can't be taken ({why}), so nothing can be saved for this client.")

ROOM = N_("There is room: {free}.")
LITTLE_ROOM = N_("There is little room left on this disk: {free}.")
NO_ROOM = N_("There is hardly any room left on this disk ({free}): soon nothing can be saved.")
MAKE_ROOM = N_("Make room on it.")

LOCKS_WORK = N_("Locks work here ({type}).")
ON_NETWORK = N_(
    "It lies on another machine ({type}), where locks can fail: programs on two devices that write at the same "
    "moment don't see each other."
)
KEEP_LOCAL = N_("Write on one device at a time; or keep it on this device, and have it synchronised.")


class Check(NamedTuple):
    """One thing that was looked at.

    ``state`` is GOOD, TOLD or NEEDS; ``message`` says what was found and what it means, ``hint`` what to do:
    English templates whose ``{names}`` stand in ``data``. A ``Fault`` in ``data`` is filled in as its sentence.
    """

    kind: str
    file: str
    state: str
    message: str
    hint: str = ""
    data: Mapping[str, object] = {}

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """What was found, in the language of ``translate``."""
        return Problem(self.file, self.message, self.data).sentence(translate)

    def hint_line(self, translate: Callable[[str], str] = str) -> str:
        """What to do, or an empty text."""
        return translate(self.hint).format_map(self.data) if self.hint else ""


def of_error(kind: str, file: str, error: VoorafError, state: str = NEEDS) -> Check:
    """A fault that was raised, as what was found."""
    return Check(kind, file, state, error.message, error.advice, error.data)


# -- the folder ------------------------------------------------------------------------------------


def folder_checks(folder: DataFolder, state: str) -> Iterator[Check]:
    """Whether the data folder can be read and written, and whether this device's ``state`` can't be."""
    try:
        check_readable(folder)
        check_writable(folder)
    except VoorafError as error:
        yield of_error("folder", folder.root, error)
    else:
        yield Check("folder", folder.root, GOOD, THERE if os.path.isdir(folder.root) else NOT_YET)
    there = _there(state)
    if (os.path.lexists(state) and not os.path.isdir(state)) or not os.access(there, os.W_OK | os.X_OK):
        yield Check("folder", state, NEEDS, STATE_SHUT, GIVE_ACCESS)


# -- the index -------------------------------------------------------------------------------------


def index_check(path: str) -> Check:
    """Whether the index can be used."""
    import sqlite3  # noqa: PLC0415 - 11 ms, and little else needs it

    if not os.path.lexists(path):
        return Check("index", path, GOOD, NO_INDEX)
    try:
        connection = sqlite3.connect(path, timeout=0)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.OperationalError as error:
        return Check("index", path, TOLD, INDEX_BUSY, "", {"why": str(error)})
    except sqlite3.DatabaseError as error:
        return Check("index", path, TOLD, INDEX_BROKEN, MEND, {"why": str(error)})
    if version > VERSION:
        return Check("index", path, TOLD, INDEX_NEWER)
    if version != VERSION or found != "ok":
        why = found if version == VERSION else f"version {version}"
        return Check("index", path, TOLD, INDEX_BROKEN, MEND, {"why": why})
    return Check("index", path, GOOD, INDEX_GOOD)


# -- locks -----------------------------------------------------------------------------------------


def lock_checks(state: str, root: str, clients: Iterable[str]) -> Iterator[Check]:
    """The locks of these clients that are held and not let go, or can't be taken; one line when none is."""
    folder, real_root = os.path.join(state, "locks"), os.path.realpath(root)
    found = False
    patience = _MOMENT  # for all together: whoever hangs, hangs
    for client in clients:
        path = lock_path(state, real_root, client)
        if os.path.lexists(path) and (check := _lock_check(path, patience)):
            found, patience = True, 0.0
            yield check
    if not found:
        yield Check("lock", folder, GOOD, NO_LOCK_HELD)


def _lock_check(path: str, patience: float) -> Check | None:
    try:
        descriptor = take(path, patience)
    except TimeoutError:
        return Check("lock", path, NEEDS, LOCK_HELD, FREE_LOCK)
    except OSError as error:
        return Check("lock", path, NEEDS, LOCK_SHUT, MEND, {"why": reason(error)})
    let_go(path, descriptor)
    return None


# -- the disk --------------------------------------------------------------------------------------


def space_checks(folders: Iterable[str]) -> Iterator[Check]:
    """The room on each of the disks that these folders are on, or will be."""
    import shutil  # noqa: PLC0415 - 2 ms, and this alone needs it

    seen = set()
    for folder in folders:
        there = _there(folder)
        try:
            disk, free = os.stat(there).st_dev, shutil.disk_usage(there).free
        except OSError:
            continue  # the check of the folder itself says so
        if disk in seen:
            continue
        seen.add(disk)
        data = {"free": f"{free // _MIB // 1024} GiB" if free > 10_000 * _MIB else f"{free // _MIB} MiB"}
        if free < _TOO_LITTLE:
            yield Check("space", there, NEEDS, NO_ROOM, MAKE_ROOM, data)
        elif free < _LITTLE:
            yield Check("space", there, TOLD, LITTLE_ROOM, MAKE_ROOM, data)
        else:
            yield Check("space", there, GOOD, ROOM, "", data)


def file_system_checks(folders: Iterable[str], mounts: Mapping[str, str]) -> Iterator[Check]:
    """Whether locks work where these folders are; nothing where the system doesn't say."""
    seen = set()
    for folder in folders:
        kind = file_system(folder, mounts)
        if kind in _NETWORK:
            yield Check("filesystem", folder, TOLD, ON_NETWORK, KEEP_LOCAL, {"type": kind})
        elif kind and kind not in seen:
            seen.add(kind)
            yield Check("filesystem", folder, GOOD, LOCKS_WORK, "", {"type": kind})


def mounted(path: str = "/proc/mounts") -> Mapping[str, str]:
    """The type of every file system by where it is mounted; nothing on a system without such a list."""
    try:
        with open(path, "rb") as file:
            lines = [line.split() for line in file]
    except OSError:
        return {}
    return {_unescaped(line[1]): line[2].decode() for line in lines}


def file_system(path: str, mounts: Mapping[str, str]) -> str:
    """The type of the file system that ``path`` is on; an empty text when the system doesn't say."""
    path = os.path.realpath(path)
    while path not in mounts and path != os.path.dirname(path):
        path = os.path.dirname(path)
    return mounts.get(path, "")


def _there(path: str) -> str:
    """The nearest folder around ``path`` that is there."""
    while not os.path.isdir(path) and path != os.path.dirname(path):
        path = os.path.dirname(path)
    return path


def _unescaped(name: bytes) -> str:
    """A name out of the list of mounts, in which blanks and backslashes are octal."""
    for code in (0o40, 0o11, 0o12, 0o134):
        name = name.replace(b"\\%03o" % code, bytes((code,)))
    return os.fsdecode(name)
