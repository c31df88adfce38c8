"""All diaries of a data folder: who is there, and one client from all files with that identity."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from operator import is_

from vooraf.errors import N_, DiaryUnreadable, NotSaved, StateUnwritable
from vooraf.model.client import Client, fold
from vooraf.model.events import Event, sealed
from vooraf.model.faults import Problem
from vooraf.model.record import NamedTuple
from vooraf.storage.diary_files import (
    DiaryFiles,
    Files,
    Signature,
    Signed,
    identity,
    main_file,
    signature_of,
    signature_or_none,
)
from vooraf.storage.diary_writer import append, set_aside
from vooraf.storage.folder import DataFolder, make_private, reason
from vooraf.storage.locks import locked
from vooraf.storage.reading import Reading
from vooraf.storage.remembered import Remembered
from vooraf.storage.safety import copy_path, keep, missing
from vooraf.storage.toml_text import event_text, head_text

__all__ = ["Draft", "Loaded", "Signature", "Store", "Writer", "identity", "main_file", "signature_of"]

Draft = tuple[str, Mapping[str, object]]
"""A kind and its data: an event before it has a place, an id and a seal."""

QUARANTINE = "quarantine"
"""Where what can't be read is set aside, in the device's state."""

SET_ASIDE = N_("Bytes that can't be read were set aside in {kept}.")
TWO_VERSIONS = N_("Two different events stand under the id {id}; both are kept. See: vooraf diary {client}")
MISSING = N_(
    "Events that this device wrote are missing from this diary ({count}), as when an old file is put back; "
    "they are shown from the safety copy."
)
PUT_BACK = N_("Events that were missing from this diary ({count}) were put back from the safety copy.")
NO_COPY = N_("The safety copy of this diary can't be written: {why}. The diary itself was.")


class Writer(NamedTuple):
    """Who writes and when: the clock and chance come in from outside."""

    at: datetime
    new_id: Callable[[], str]


class Loaded(NamedTuple):
    """One client from all its files.

    ``file`` is the one that is written, ``problems`` what the owner is told.
    """

    client: Client
    file: str
    problems: tuple[Problem, ...]


class Store(DiaryFiles):
    """The diaries of one data folder. ``state`` is the device's folder for locks and what is set aside."""

    def __init__(
        self, folder: DataFolder, state: Callable[[], str], remembered: Callable[[], Remembered]
    ) -> None:
        super().__init__(folder, remembered)
        self._state = state
        self._folded: dict[str, tuple[tuple[Reading, ...], Client]] = {}
        self._told: dict[str, list[Problem]] = {}
        self._copies: dict[str, str] = {}
        self._real_root = ""

    # -- reading ---------------------------------------------------------------------------------

    def everyone(self) -> tuple[tuple[Loaded, ...], tuple[Problem, ...]]:
        """Every client with their problems, and the problems of files that are no client's.

        Raises:
            FolderIsFile, FolderUnreadable: the data folder can't be read.
        """
        by_client, problems = self.by_client()
        found, lost = [], list(problems)
        for client_id, files in sorted(by_client.items()):
            if self._is_known(client_id, files):
                found.append(self._loaded(client_id, files))
            else:
                lost += _problems(files)
        return tuple(found), tuple(lost)

    def load_from(self, client_id: str, paths: Iterable[str]) -> tuple[Loaded | None, tuple[Problem, ...]]:
        """A client from these files; when they tell of none, what is wrong with them."""
        files = {path: self.reading(path) for path in paths}
        if self._is_known(client_id, files):
            return self._loaded(client_id, files), ()
        return None, tuple(_problems(files))

    def is_client(self, client_id: str) -> bool:
        """Whether there is a client with this identity."""
        return self._is_known(client_id, {path: self.reading(path) for path in self.paths_of(client_id)})

    def stamp_of(self, client_id: str, files: Signed) -> str:
        """What changes when one of a client's files does, or the safety copy; empty while it can't be told."""
        copy = self._copy_path(client_id)
        return self.stamp({**files, copy: signature_or_none(copy)})

    def load(self, client_id: str) -> Loaded:
        """One client from all files with that identity.

        Raises:
            DiaryUnreadable: no file has an event of this client.
            FolderIsFile, FolderUnreadable: the data folder can't be read.
        """
        return self._loaded(client_id, self._files(client_id))

    def _files(self, client_id: str) -> Files:
        files = {path: self.reading(path) for path in self.paths_of(client_id)}
        if not self._is_known(client_id, files):
            # As a last resort the folder itself is asked: the index may have lost whose the files are.
            files = {path: self.reading(path) for path in self.identities()[0].get(client_id, ())}
        if not self._is_known(client_id, files):
            told = [problem.data["why"] for problem in _problems(files) if "why" in problem.data]
            why = told[0] if told else os.strerror(errno.ENOENT).lower()
            raise DiaryUnreadable(file=next(iter(files), self.folder.clients), why=why)
        return files

    def _is_known(self, client_id: str, files: Files) -> bool:
        """Whether these files, or for want of their events the safety copy, tell of a client."""
        return bool(files) and (
            any(reading.events for reading in files.values()) or bool(self._copy(client_id).events)
        )

    def _copy(self, client_id: str) -> Reading:
        return self.reading(self._copy_path(client_id))

    def _copy_path(self, client_id: str) -> str:
        if client_id not in self._copies:
            if not self._real_root:
                self._real_root = os.path.realpath(self.folder.root)
            self._copies[client_id] = copy_path(self._state(), self._real_root, client_id)
        return self._copies[client_id]

    def _loaded(self, client_id: str, files: Files) -> Loaded:
        copy = self._copy(client_id)
        lacking = missing(copy, files.values())
        readings = (*files.values(), copy) if lacking else tuple(files.values())
        kept = self._folded.get(client_id)
        if kept and len(kept[0]) == len(readings) and all(map(is_, kept[0], readings)):
            client = kept[1]
        else:
            events = [event for reading in files.values() for event in reading.events]
            client = fold(client_id, (*events, *lacking))
            self._folded[client_id] = (readings, client)
        main = main_file(client_id, [path for path in files if files[path].events] or list(files))
        problems = _problems(files)
        problems += [
            Problem(main, TWO_VERSIONS, {"id": each, "client": client_id}) for each in client.conflicts
        ]
        problems += [Problem(main, MISSING, {"count": len(lacking)})] if lacking else []
        return Loaded(client, main, (*problems, *self._told.get(client_id, ())))

    # -- writing ---------------------------------------------------------------------------------

    def append(
        self, client_id: str, decide: Callable[[Client], Sequence[Draft]], writer: Writer, file: str = ""
    ) -> Loaded:
        """Append to a client's diary what ``decide`` makes of the client as the files tell it now.

        All events share a batch: they are undone together. ``file`` is the path of a new client's diary.
        Gives the new state, read back from the disk.

        Raises:
            NotSaved: the disk refused; everything is as it was.
            TooManyBytes: a text is too long for a line of a diary; likewise.
            StateUnwritable, FolderUnwritable, FolderIsFile: a folder can't be made; likewise.
            DiaryUnreadable: there is no such client.
        """
        with locked(self._state(), self.folder.root, client_id):
            if file:
                client, new = fold(client_id, ()), True
                make_private(self.folder.clients)
            else:
                loaded = self._mended(client_id, writer)
                client, file, new = loaded.client, loaded.file, False
            events = _sealed(client, decide(client), writer)
            if events:
                self._write(client_id, events, file, new=new)
            loaded = self.load(client_id)
            if not {event.id for event in events} <= {event.id for event in loaded.client.events}:
                raise NotSaved(file=file, why=os.strerror(errno.ESTALE).lower())
            return loaded

    def _mended(self, client_id: str, writer: Writer) -> Loaded:
        """The client, after what can't be read is set aside and what is missing is put back."""
        files = self._files(client_id)
        for path, reading in files.items():
            if reading.scraps:
                kept = set_aside(
                    path, reading.scraps, os.path.join(self._state(), QUARANTINE), writer.new_id()
                )
                self._tell(client_id, Problem(path, SET_ASIDE, {"kept": kept}))
        loaded = self.load(client_id)
        lacking = missing(self._copy(client_id), self._files(client_id).values())
        if not lacking:
            return loaded
        self._append(client_id, lacking, loaded.file)
        self._tell(client_id, Problem(loaded.file, PUT_BACK, {"count": len(lacking)}))
        return self.load(client_id)

    def _write(self, client_id: str, events: Sequence[Event], file: str, *, new: bool) -> None:
        """Write to the diary, and then to the safety copy, without which it can do."""
        content = self._append(client_id, events, file, new=new)
        try:
            keep(self._copy_path(client_id), head_text(client_id).encode(), content)
        except OSError as error:
            self._tell(client_id, Problem(file, NO_COPY, {"why": reason(error)}))
        except StateUnwritable as error:
            self._tell(client_id, Problem(file, NO_COPY, {"why": error.data["why"]}))

    def _append(self, client_id: str, events: Sequence[Event], file: str, *, new: bool = False) -> bytes:
        """Append the events to a diary that may have to be begun first; gives their text."""
        content = "".join("\n" + event_text(event) for event in events).encode()
        head = head_text(client_id).encode()
        reading = self.reading(file)
        if new or not os.path.lexists(file):
            append(file, head + content, new=True)
        elif not reading.client and not reading.events:
            append(file, head.partition(b"\n")[2] + content)
        else:
            append(file, content)
        return content

    def _tell(self, client_id: str, problem: Problem) -> None:
        told = self._told.setdefault(client_id, [])
        if problem not in told:
            told.append(problem)


def _problems(files: Files) -> list[Problem]:
    return [problem for reading in files.values() for problem in reading.problems]


def _sealed(client: Client, drafts: Iterable[Draft], writer: Writer) -> list[Event]:
    """The drafts as events of one batch, behind everything that the client's diary has."""
    batch = writer.new_id()
    return [
        sealed(client.seq + number, writer.new_id(), writer.at, kind, {**data, "batch": batch})
        for number, (kind, data) in enumerate(drafts, 1)
    ]
