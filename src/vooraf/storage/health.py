"""What the data depend on: permissions, locks, the index, room on the disk, the file system."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vooraf.errors import N_, VoorafError
from vooraf.model.faults import Fault, Problem
from vooraf.storage.folder import DataFolder, check_readable, check_writable, reason
from vooraf.storage.index import VERSION
from vooraf.storage.locks import name_of

GOOD, TOLD, NEEDS = "good", "told", "needs"
"""Nothing is wrong; something to know, with nothing to do at once; something that needs the owner."""

REPAIR = N_("Mend it with: vooraf doctor --repair")

_ENDINGS = ("", "-wal", "-shm")
_MIB = 1024 * 1024
_LITTLE, _TOO_LITTLE = 200 * _MIB, 16 * _MIB
"""Bytes on the disk: when to say so, and when the largest diary couldn't be written once more."""

_MOUNTS = "/proc/mounts"
_NETWORK = frozenset(
    "9p afs ceph cifs davfs glusterfs ncpfs nfs nfs4 smb3 smbfs vboxsf fuse.davfs2 fuse.gcsfuse fuse.glusterfs "
    "fuse.gvfsd-fuse fuse.rclone fuse.s3fs fuse.sshfs fuse.vmhgfs-fuse".split()
)
_WITHOUT_MODES = frozenset("exfat fuseblk msdos ntfs ntfs3 vfat".split())


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
