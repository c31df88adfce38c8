"""Whether something changed in a data folder since it was looked at, for next to nothing.

A file that comes, goes or is replaced, which is how synchronisers and most editors write, changes the times of
its folder; what another window of Vooraf on this device writes changes the index, where it is kept once more.
What is written into a file that stays is seen when its turn comes: some hundred of them at every look, which is
all of them for most owners.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable

from vooraf.model.record import NamedTuple
from vooraf.storage.folder import DataFolder

AT_A_TIME = 200
"""Files a look: 0.5 ms."""

Marks = tuple[tuple[str, int], ...]
"""Paths with what stands for the state of each: 64 bits, for there may be ten thousand."""


class _Folder(NamedTuple):
    """The files of a folder by name, and what stands for the state of each, in the same order."""

    path: str
    names: tuple[str, ...]
    states: array[int]


class Watch:
    """The state of a data folder and of an index as they were when they were marked."""

    def __init__(self, folder: DataFolder, index: str) -> None:
        self._paths = (folder.clients, folder.checklists, folder.talks)
        self._always = (*self._paths, folder.rules)
        self._index = (index, index + "-wal")
        self._marks: Marks = ()
        self._folders: tuple[_Folder, ...] = ()
        self._next = 0

    def mark(self) -> None:
        """Mark the folder and its files as they are now; to be done before they are read."""
        marks, folders = _marked(self._always), tuple(map(_folder, self._paths))
        self._marks, self._folders = marks, folders

    def mark_index(self) -> None:
        """Mark the index; to be done when everything is read, which may have been kept in it."""
        self._marks = (*self._marks[: len(self._always)], *_marked(self._index))

    def has_changed(self) -> bool:
        """Whether anything that is looked at this time is another than it was marked."""
        return any(_state(path) != state for path, state in self._marks) or self._some_have()

    def _some_have(self) -> bool:
        """The same of the files whose turn it is."""
        first, self._next = self._next, self._next + AT_A_TIME
        for path, names, states in self._folders:
            for place in range(first, min(first + AT_A_TIME, len(names))):
                if _state(os.path.join(path, names[place])) != states[place]:
                    return True
            first = max(first - len(names), 0)
        if self._next >= sum(len(each.names) for each in self._folders):
            self._next = 0
        return False


def _folder(path: str) -> _Folder:
    try:
        with os.scandir(path) as entries:
            names = tuple(entry.name for entry in entries)
    except OSError:
        names = ()  # not there, or not to be listed: who reads it says so
    return _Folder(path, names, array("q", (_state(os.path.join(path, name)) for name in names)))


def _marked(paths: Iterable[str]) -> Marks:
    return tuple((path, _state(path)) for path in paths)


def _state(path: str) -> int:
    """What stands for the state of a file: another number when it was changed, but for one chance in 2**60."""
    try:
        status = os.stat(path, follow_symlinks=False)
    except OSError:
        return 0
    return hash((status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
