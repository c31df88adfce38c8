"""Checklists and talks as they were worked out before, while their files are unchanged.

Checking a checklist costs a hundred times more than looking it up, and what finds its faults isn't even
imported when nothing has changed since.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from vooraf import __version__
from vooraf.model.checklist import Checklist
from vooraf.model.faults import Problem
from vooraf.model.talk import Talk
from vooraf.storage.index import Index
from vooraf.storage.packed import (
    BROKEN,
    packed_checklist,
    packed_talk,
    unpacked_checklist,
    unpacked_talk,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from vooraf.storage.library import Library

    Found = TypeVar("Found", Checklist, Talk)


class KeptLibrary:
    """The library of three folders, by way of the index; ``whole`` is the library itself.

    Like the library it shows the files as they are when it is made.
    """

    def __init__(self, builtin: str, own: str, own_talks: str, index: Index) -> None:
        self._folders = (builtin, own, own_talks)
        self._index = index
        self._whole: Library | None = None
        self._checklists: dict[str, Checklist] = {}
        self._talks: dict[str, Talk] = {}
        self._has_own = any(True for _ in _stamps(own, own_talks))
        self.signature = "\n".join((__version__, *sorted(_stamps(builtin, own, own_talks))))

    @property
    def whole(self) -> Library:
        """The library itself: reads and checks the files."""
        if self._whole is None:
            from vooraf.storage.library import Library  # noqa: PLC0415 - 60 ms with what checks the files

            self._whole = Library(*self._folders)
        return self._whole

    def problems(self) -> tuple[Problem, ...]:
        """The owner's checklists and talks that can't be used, each with its first fault."""
        return self.whole.problems() if self._has_own else ()

    def checklist(self, key: str) -> Checklist:
        """A checklist with ``extends`` worked out. Raises UnknownChecklist, BrokenChecklist."""
        if key not in self._checklists:
            self._checklists[key] = self._kept(
                f"checklist:{key}", lambda: self.whole.checklist(key), packed_checklist, unpacked_checklist
            )
        return self._checklists[key]

    def talk(self, key: str) -> Talk:
        """A talk. Raises NoTalk, BrokenTalk."""
        if key not in self._talks:
            name = f"talk:{key}"
            self._talks[key] = self._kept(name, lambda: self.whole.talk(key), packed_talk, unpacked_talk)
        return self._talks[key]

    def _kept(
        self,
        name: str,
        read: Callable[[], Found],
        pack: Callable[[Found], str],
        unpack: Callable[[str], Found],
    ) -> Found:
        text = self._index.document(name, self.signature)
        try:
            found = unpack(text) if text else None
        except BROKEN:
            found = None  # not as it was packed: read it again
        if found is None:
            found = read()
            self._index.keep_document(name, self.signature, pack(found))
        return found


def _stamps(*folders: str) -> Iterator[str]:
    """What changes when a file of these folders does: its path, size, times and inode."""
    for folder in (*folders, os.path.join(folders[0], "talks")):
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.endswith(".toml"):
                        status = entry.stat()
                        times = f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
                        yield f"{entry.path} {status.st_size} {times}"
        except OSError:
            continue  # not there, or not to be listed: the library itself says so when it is asked
