"""Whether something changed in a data folder since it was looked at, for next to nothing.

A file that comes, goes or is replaced, which is how synchronisers and most editors write, changes the times of
its folder; what another window of Vooraf on this device writes changes the index, where it is kept once more.
What is written into a file that stays is seen when its turn comes: some hundred of them at every look, which is
all of them for most owners.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from vooraf.storage.folder import DataFolder

AT_A_TIME = 200
"""Files a look: 0.5 ms."""

Stamp = tuple[int, ...]
Marks = tuple[tuple[str, Stamp], ...]


class Watch:
    """The state of a data folder and of an index as they were when they were marked."""

    def __init__(self, folder: DataFolder, index: str) -> None:
        self._folders = (folder.clients, folder.checklists, folder.talks)
        self._always = (*self._folders, folder.rules)
        self._index = (index, index + "-wal")
        self._marks: tuple[Marks, Marks, Marks] = ((), (), ())
        self._next = 0

    def mark(self) -> None:
        """Mark the folder and its files as they are now; to be done before they are read."""
        self._marks = (_marked(self._always), _marked(_files(self._folders)), ())

    def mark_index(self) -> None:
        """Mark the index; to be done when everything is read, which may have been kept in it."""
        self._marks = (*self._marks[:2], _marked(self._index))

    def has_changed(self) -> bool:
        """Whether anything that is looked at this time is another than it was marked."""
        always, files, index = self._marks
        if self._next >= len(files):
            self._next = 0
        some = files[self._next : self._next + AT_A_TIME]
        self._next += AT_A_TIME
        return any(_stamp(path) != stamp for marked in (always, index, some) for path, stamp in marked)


def _files(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        try:
            with os.scandir(folder) as entries:
                yield from [entry.path for entry in entries]
        except OSError:
            continue  # not there, or not to be listed: who reads it says so


def _marked(paths: Iterable[str]) -> Marks:
    return tuple((path, _stamp(path)) for path in paths)


def _stamp(path: str) -> Stamp:
    try:
        status = os.stat(path, follow_symlinks=False)
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
