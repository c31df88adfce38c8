"""All diaries of a data folder: who is there, and one client from all files with that identity.

Files are read again only when their size, times or inode differ from those they were read with.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from operator import is_
from typing import NamedTuple

from vooraf.errors import N_, DiaryUnreadable
from vooraf.model.client import Client, fold
from vooraf.model.events import sealed
from vooraf.model.faults import Problem
from vooraf.storage.diary_reader import MOST_IN_A_FILE, Reading, read_diary
from vooraf.storage.diary_writer import append, set_aside
from vooraf.storage.folder import DataFolder, check_readable, make_private
from vooraf.storage.files import sync_folder
from vooraf.storage.locks import locked
from vooraf.storage.toml_text import event_text, head_text

Signature = tuple[int, int, int, int]
Draft = tuple[str, Mapping[str, object]]
"""A kind and its data: an event before it has a place, an id and a seal."""

NO_FILE = N_("This is no ordinary file, so it isn't read.")
UNREADABLE = N_("This diary can't be read: {why}.")
SET_ASIDE = N_("Bytes that can't be read were set aside in {kept}.")
TWO_VERSIONS = N_("Two different events stand under the id {id}; both are kept. See: vooraf diary {client}")


class Writer(NamedTuple):
    """Who writes and when: the clock and chance come in from outside."""

    at: datetime
    new_id: Callable[[], str]


class Loaded(NamedTuple):
    """One client from all its files; ``file`` is the one that is written, ``problems`` what the owner is told."""

    client: Client
    file: str
    problems: tuple[Problem, ...]


class Store:
    """The diaries of one data folder. ``state`` is the device's folder for locks and what is set aside."""

    def __init__(self, folder: DataFolder, state: Callable[[], str]) -> None:
        self.folder = folder
        self._state = state
        self._read: dict[str, tuple[Signature, Reading]] = {}
        self._folded: dict[str, tuple[tuple[Reading, ...], Client]] = {}
        self._set_aside: list[Problem] = []

    # -- reading ---------------------------------------------------------------------------------

    def paths(self) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """The diaries' paths, sorted, and what lies there that is no diary.

        Raises:
            FolderIsFile, FolderUnreadable: the data folder can't be read.
        """
        check_readable(self.folder)
        found, problems = [], []
        try:
            entries = list(os.scandir(self.folder.clients))
        except FileNotFoundError:
            return (), ()
        for entry in entries:
            if not entry.name.endswith(".toml") or entry.name.startswith((".", "~")):
                continue
            if entry.is_file(follow_symlinks=False):
                found.append(entry.path)
            else:
                problems.append(Problem(entry.path, NO_FILE, {}))
        return tuple(sorted(found)), tuple(problems)

    def reading(self, path: str) -> Reading:
        """What a file holds now. A file that is gone reads as empty; one that can't be read says so."""
        try:
            signature = signature_of(path)
            kept = self._read.get(path)
            if kept and kept[0] == signature:
                return kept[1]
            if signature[0] > MOST_IN_A_FILE:
                return read_diary(b"\0" * (MOST_IN_A_FILE + 1), path)
            with open(path, "rb") as file:
                reading = read_diary(file.read(), path)
        except FileNotFoundError:
            self._read.pop(path, None)
            return Reading("", (), (), ())
        except OSError as error:
            why = error.strerror or str(error)
            return Reading("", (), (), (Problem(path, UNREADABLE, {"why": why}),))
        self._read[path] = (signature, reading)
        return reading

    def everyone(self) -> tuple[tuple[Loaded, ...], tuple[Problem, ...]]:
        """Every client with their problems, and the problems of files that are no client's."""
        paths, problems = self.paths()
        by_client: dict[str, list[str]] = {}
        lost = list(problems)
        for path in paths:
            reading = self.reading(path)
            if reading.events:
                by_client.setdefault(identity(path, reading), []).append(path)
            else:
                lost += reading.problems
        return tuple(self._loaded(key, files) for key, files in sorted(by_client.items())), tuple(lost)

    def load(self, client_id: str) -> Loaded:
        """One client from all files with that identity.

        Raises:
            DiaryUnreadable: no file has an event of this client.
        """
        paths, _ = self.paths()
        files = [path for path in paths if self._may_be(path, client_id)]
        if not any(self.reading(path).events for path in files):
            where = next(iter(files), self.folder.clients)
            raise DiaryUnreadable(file=where, why=os.strerror(2).lower())
        return self._loaded(client_id, files)

    def _may_be(self, path: str, client_id: str) -> bool:
        return identity(path, self.reading(path)) == client_id

    def _loaded(self, client_id: str, files: Sequence[str]) -> Loaded:
        readings = tuple(self.reading(path) for path in files)
        kept = self._folded.get(client_id)
        if kept and len(kept[0]) == len(readings) and all(map(is_, kept[0], readings)):
            client = kept[1]
        else:
            client = fold(client_id, [event for reading in readings for event in reading.events])
            self._folded[client_id] = (readings, client)
        main = main_file(client_id, files)
        problems = [problem for reading in readings for problem in reading.problems]
        problems += [
            Problem(main, TWO_VERSIONS, {"id": each, "client": client_id}) for each in client.conflicts
        ]
        problems += [problem for problem in self._set_aside if problem.file in files]
        return Loaded(client, main, tuple(problems))

    # -- writing ---------------------------------------------------------------------------------

    def append(
        self, client_id: str, decide: Callable[[Client], Sequence[Draft]], writer: Writer, file: str = ""
    ) -> Loaded:
        """Append to a client's diary what ``decide`` makes of the client as the files tell it now.

        All events share a batch: they are undone together. ``file`` is the path of a new client's diary.
        Gives the new state, read back from the disk.

        Raises:
            NotSaved: the disk refused; everything is as it was.
        """
        with locked(self._state(), self.folder.root, client_id):
            if file:
                client = fold(client_id, ())
            else:
                loaded = self._mended(self.load(client_id), writer)
                client, file = loaded.client, loaded.file
            drafts = decide(client)
            if drafts:
                self._write(client, drafts, writer, file)
            return self.load(client_id)

    def _write(self, client: Client, drafts: Sequence[Draft], writer: Writer, file: str) -> None:
        batch = writer.new_id()
        events = [
            sealed(client.seq + number, writer.new_id(), writer.at, kind, {**data, "batch": batch})
            for number, (kind, data) in enumerate(drafts, 1)
        ]
        text = "".join("\n" + event_text(event) for event in events)
        make_private(self.folder.clients)
        is_new = not os.path.exists(file)
        append(file, ((head_text(client.id) if is_new else "") + text).encode())
        if is_new:
            sync_folder(self.folder.clients)

    def _mended(self, loaded: Loaded, writer: Writer) -> Loaded:
        """The same client, after what can't be read in the file to be written is set aside."""
        scraps = self.reading(loaded.file).scraps
        if not scraps:
            return loaded
        kept = set_aside(
            loaded.file, scraps, os.path.join(self._state(), "quarantine"), writer.new_id()
        )
        self._set_aside.append(Problem(loaded.file, SET_ASIDE, {"kept": kept}))
        return self.load(loaded.client.id)

    def signature(self, client_id: str) -> tuple[tuple[str, Signature], ...]:
        """What changes when another program changes this client's files."""
        known = [path for path, (_, reading) in self._read.items() if identity(path, reading) == client_id]
        return tuple((path, signature_of(path)) for path in sorted(known) if os.path.exists(path))


def signature_of(path: str) -> Signature:
    """Size, both times and the inode of a file: another one means that it was changed."""
    status = os.stat(path, follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        raise FileNotFoundError(path)
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def identity(path: str, reading: Reading) -> str:
    """Whose diary it is: as the file says; failing that, the end of its name."""
    return reading.client or os.path.basename(path).removesuffix(".toml").rpartition("-")[2]


def main_file(client_id: str, files: Sequence[str]) -> str:
    """The file that is written when there are copies: the shortest name that ends with the id."""
    own = [path for path in files if path.endswith(f"-{client_id}.toml")]
    return min(own or files, key=lambda path: (len(path), path))

