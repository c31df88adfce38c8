"""The files of a library, each read when it is first asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from vooraf.errors import N_
from vooraf.model.extend import FileId, RawChecklist
from vooraf.model.faults import Fault
from vooraf.model.keys import is_file_key
from vooraf.model.talk import Talk
from vooraf.storage.checklist_reader import read_checklist
from vooraf.storage.talk_reader import read_talk
from vooraf.storage.toml_document import read_bytes

_NO_FILE_KEY = N_("“{found}” can't be the name of this file.")
_RENAME = N_(
    "Rename it: small letters, digits and hyphens, then .toml; for instance wedding-photographer.toml."
)

ReadChecklist = tuple[RawChecklist | None, tuple[Fault, ...]]
ReadTalk = tuple[Talk | None, tuple[Fault, ...]]
"""What a file holds, and its faults; ``None`` when nothing can be read of it."""


class Checklists(Mapping[FileId, RawChecklist | None]):
    """The files of checklists. ``None`` is one that can't be read at all."""

    __slots__ = ("_paths", "_read")

    def __init__(self, builtin: Mapping[str, str], own: Mapping[str, str]) -> None:
        self._paths = {FileId(True, key): path for key, path in builtin.items()}
        self._paths.update({FileId(False, key): path for key, path in own.items()})
        self._read: dict[FileId, ReadChecklist] = {}

    def __getitem__(self, file: FileId) -> RawChecklist | None:
        return self._at(file)[0]

    def __contains__(self, file: object) -> bool:
        return file in self._paths

    def __iter__(self) -> Iterator[FileId]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def faults(self, file: FileId) -> tuple[Fault, ...]:
        """What is wrong inside this file."""
        return self._at(file)[1]

    def path(self, file: FileId) -> str:
        """Where it is."""
        return self._paths[file]

    def at(self, path: str) -> FileId | None:
        """The file at this path, when it is one of these."""
        return next((file for file, known in self._paths.items() if _same(known, path)), None)

    def _at(self, file: FileId) -> ReadChecklist:
        if file not in self._read:
            self._read[file] = read_checklist_at(self._paths[file], file)
        return self._read[file]


class Talks:
    """The files of talks; ``own`` are the owner's, ``paths`` those that are used, by key."""

    __slots__ = ("_builtin", "_read", "own", "paths")

    def __init__(self, builtin: Mapping[str, str], own: Mapping[str, str]) -> None:
        self._builtin = builtin
        self._read: dict[str, ReadTalk] = {}
        self.own = own
        self.paths = {**builtin, **own}

    def is_builtin(self, path: str) -> bool:
        """Whether the file at ``path`` comes with Vooraf."""
        return any(_same(known, path) for known in self._builtin.values())

    def read(self, key: str) -> ReadTalk:
        """What the file of this talk holds, and its faults."""
        if key not in self._read:
            self._read[key] = read_talk_at(self.paths[key], key, builtin=key not in self.own)
        return self._read[key]


def _same(first: str, second: str) -> bool:
    return os.path.realpath(first) == os.path.realpath(second)


def read_checklist_at(path: str, file: FileId) -> ReadChecklist:
    """What the checklist at ``path`` holds, and its faults; its name is one of them when it isn't a key."""
    content = read_bytes(path)
    if isinstance(content, Fault):
        return None, (content,)
    raw, faults = read_checklist(content, path, file.key, builtin=file.builtin)
    return raw, (*_name_faults(path, file.key), *faults)


def read_talk_at(path: str, key: str, *, builtin: bool) -> ReadTalk:
    """What the talk at ``path`` holds, and its faults."""
    content = read_bytes(path)
    if isinstance(content, Fault):
        return None, (content,)
    talk, faults = read_talk(content, path, key, builtin=builtin)
    named = _name_faults(path, key)
    return None if named else talk, (*named, *faults)


def _name_faults(path: str, key: str) -> tuple[Fault, ...]:
    """A file's name is the key by which it is named everywhere."""
    if is_file_key(key):
        return ()
    return (Fault(path, 1, "", _NO_FILE_KEY, _RENAME, {"found": os.path.basename(path)}),)
