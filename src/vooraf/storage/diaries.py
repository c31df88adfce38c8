"""Clients as their diaries tell: who is there, and one client from all files with that identity."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Container, Iterable, Sequence
from operator import is_

from vooraf.errors import N_
from vooraf.errors.diary import DiaryUnreadable
from vooraf.errors.disk import FolderGone
from vooraf.model.client import Client
from vooraf.model.diary import union
from vooraf.model.digest import digest
from vooraf.model.events import Event
from vooraf.model.faults import Problem
from vooraf.model.fold import fold
from vooraf.model.naming import slug_of
from vooraf.model.record import NamedTuple
from vooraf.storage.copies import maker_of
from vooraf.storage.diary_files import UNREADABLE, DiaryFiles, Files, signature_or_none
from vooraf.storage.diary_reader import LARGE
from vooraf.storage.folder import DataFolder
from vooraf.storage.kept_clients import LONG
from vooraf.storage.look import Signed
from vooraf.storage.reading import Reading
from vooraf.storage.remembered import Remembered
from vooraf.storage.safety import Missed, Safety

TWO_VERSIONS = N_(
    "The diary of {name} has something in two versions (events: {count}); both are kept. "
    "Say which one counts: vooraf versions {client} (on the screen: enter on one of them in the diary)"
)
MISSING = N_(
    "Something has gone from the diary of {name} (events: {count}). "
    "Put it back, or accept it: vooraf missing {client}"
)

_MOST_IN_A_NAME = 40

FOLDER_GONE = FolderGone.message
"""In the data also ``clients``: their short ids."""


class Loaded(NamedTuple):
    """One client from all its files.

    ``file`` is the one that is written, ``problems`` what the owner is told, ``missing`` the events that were
    in the diary, and of which the owner hasn't said yet whether they come back; ``news``: some of the problems
    are what was mended in this run, which the next one doesn't tell again.
    """

    client: Client
    file: str
    problems: tuple[Problem, ...]
    missing: tuple[Missed, ...] = ()
    news: bool = False


class Diaries(DiaryFiles):
    """The diaries of one data folder, to be read. ``safety`` is what was in them before."""

    def __init__(
        self, folder: DataFolder, remembered: Callable[[], Remembered], safety: Callable[[], Safety]
    ) -> None:
        super().__init__(folder, remembered)
        self._safety = safety
        self._folded: dict[str, tuple[tuple[Reading, ...], Client]] = {}
        self._told: dict[str, list[Problem]] = {}

    def everyone(self) -> tuple[tuple[Loaded, ...], tuple[Problem, ...]]:
        """Every client with their problems, and the problems of files that are no client's.

        Raises:
            FolderIsFile, FolderUnreadable: the data folder can't be read.
        """
        by_client, problems = self.by_client()
        found, lost = [], list(problems)
        for client_id, files in sorted(by_client.items()):
            if _tell_of_a_client(files):
                found.append(self._loaded(client_id, files))
            else:
                lost += _problems(files)
        lost += self.vanished({loaded.client.id for loaded in found})
        return tuple(found), tuple(lost)

    def known_ids(self) -> frozenset[str]:
        """The identities that have a file, or that this device knows events of.

        Raises:
            FolderIsFile, FolderUnreadable: the data folder can't be read.
        """
        return frozenset((*self.identities()[0], *self._safety().clients()))

    def vanished(self, there: Container[str]) -> list[Problem]:
        """What is told of clients who aren't ``there``, and of whom this device knows events.

        One thing of all of them when the folder with the diaries isn't there.
        """
        gone = [client for client in self._safety().clients() if client not in there]
        if gone and not os.path.lexists(self.folder.clients):
            lost = tuple(client_id for client_id in gone if self._all_lacking(client_id))
            folder = self.folder.clients if os.path.lexists(self.folder.root) else self.folder.root
            data = {"folder": folder, "count": len(lost), "clients": lost}
            return [Problem(folder, FOLDER_GONE, data)] if lost else []
        return [
            self._missing(self.lost_client(client_id), self.file_of(client_id), len(missed))
            for client_id in gone
            if (missed := self._all_lacking(client_id)) and not _out_of_reach(self._read_files(client_id))
        ]

    def lost_client(self, client_id: str) -> Client:
        """A client as the safety copy alone tells of them."""
        return fold(client_id, self._safety().events(client_id, self._all_lacking(client_id)))

    def _all_lacking(self, client_id: str) -> tuple[Missed, ...]:
        """What a client lacks of whom no event is there."""
        return self._safety().lacking(client_id, ()).missing

    def file_of(self, client_id: str) -> str:
        """The path of the file that a client's events are written to, whether it is there or not."""
        return self._main(client_id, self._read_files(client_id))

    def _read_files(self, client_id: str) -> Files:
        return {path: self.reading(path) for path in self.paths_of(client_id)}

    def load_from(self, client_id: str, paths: Iterable[str]) -> tuple[Loaded | None, tuple[Problem, ...]]:
        """A client from these files; when they tell of none, what is wrong with them."""
        files = {path: self.reading(path) for path in paths}
        if _tell_of_a_client(files):
            return self._loaded(client_id, files), ()
        return None, tuple(_problems(files))

    def is_client(self, client_id: str) -> bool:
        """Whether there is a client with this identity."""
        return _tell_of_a_client(self._read_files(client_id))

    def load(self, client_id: str) -> Loaded:
        """One client from all files with that identity.

        Raises:
            DiaryUnreadable: no file has an event of this client.
            FolderIsFile, FolderUnreadable: the data folder can't be read.
        """
        return self._kept(client_id) or self._loaded(client_id, self._files(client_id))

    def _kept(self, client_id: str) -> Loaded | None:
        """A client with a long diary as it was folded before, if nothing has changed since and nothing is told."""
        if client_id in self._folded or client_id in self._told:
            return None
        files = {path: signature_or_none(path) for path in self.paths_of(client_id)}
        stamp = self._long_stamp(client_id, files)
        client = (
            self._remembered().client(client_id, stamp, lambda: self._events(client_id)) if stamp else None
        )
        return Loaded(client, next(iter(files)), ()) if client else None

    def _events(self, client_id: str) -> Sequence[Event]:
        readings = self._read_files(client_id).values()
        return union([event for reading in readings for event in reading.events]).events

    def _long_stamp(self, client_id: str, files: Signed) -> str:
        """What changes when a client with one long diary may; an empty text for any other."""
        path, signature = next(iter(files.items()), ("", None))
        if len(files) > 1 or signature is None or signature[0] < LONG or not _is_own(path, client_id):
            return ""
        stamp = self.stamp(files)
        return f"{stamp}\n{self._safety().state(client_id)}" if stamp else ""

    def _files(self, client_id: str) -> Files:
        files = self._read_files(client_id)
        if not _tell_of_a_client(files):
            # As a last resort the folder itself is asked: the index may have lost whose the files are.
            files = {path: self.reading(path) for path in self.identities()[0].get(client_id, ())}
        if not _tell_of_a_client(files):
            told = [problem.data["why"] for problem in _problems(files) if "why" in problem.data]
            why = told[0] if told else os.strerror(errno.ENOENT).lower()
            raise DiaryUnreadable(file=next(iter(files), self.folder.clients), why=why)
        return files

    def _loaded(self, client_id: str, files: Files) -> Loaded:
        readings = tuple(files.values())
        kept = self._folded.get(client_id)
        if kept and len(kept[0]) == len(readings) and all(map(is_, kept[0], readings)):
            client = kept[1]
        else:
            client = fold(client_id, [event for reading in readings for event in reading.events])
            self._folded[client_id] = (readings, client)
        main = self._main(client_id, files)
        problems = _problems(files)
        if count := len(client.conflicts):
            data = {"count": count, "client": client_id, "name": client.name}
            problems.append(Problem(main, TWO_VERSIONS, data))
        lacking = self.lacking(client, files)
        problems += [self._missing(client, main, len(lacking))] if lacking else []
        news = self._told.get(client_id, ())
        if not kept and not (problems or news):
            signed = {path: self._read[path][0] if path in self._read else None for path in files}
            if stamp := self._long_stamp(client_id, signed):
                self._remembered().keep_client(client, stamp)
        return Loaded(client, main, (*problems, *news), lacking, bool(news))

    def lacking(self, client: Client, files: Files) -> tuple[Missed, ...]:
        """The events that were in the diary and aren't; none while a file of it can't be read."""
        # They are in the safety copy from then on; those that can't be kept there now are missing all the same.
        unkept = self._remembered().write_lost(client.id, files)
        if _out_of_reach(files):
            return ()
        missing, back = self._safety().lacking(client.id, client.events)
        if back:
            self._safety().guard_again(client.id, back)
        if unkept:
            return tuple(sorted({*missing, *((each.id, 0) for each in unkept if each not in client.events)}))
        return missing

    def as_recorded(self, client_id: str, event_id: str) -> Event | None:
        """An event as this device sealed it, whatever the diary says by now; ``None`` when it didn't."""
        return self._safety().recorded(client_id, event_id)

    def has_accepted(self, client_id: str) -> bool:
        """Whether the owner accepted that events of this client are gone."""
        return self._safety().has_accepted(client_id)

    def _missing(self, client: Client, file: str, count: int) -> Problem:
        return Problem(file, MISSING, {"count": count, "client": client.id, "name": client.name})

    def _main(self, client_id: str, files: Files) -> str:
        """The file that is written; a new one where only conflict copies are left."""
        own = [path for path in files if _is_own(path, client_id)]
        if own or not files:
            name = "" if own else _usual_name(self.lost_client(client_id))
            return min(own, key=_shortest, default=os.path.join(self.folder.clients, name))
        client = fold(client_id, [event for reading in files.values() for event in reading.events])
        usual = os.path.join(self.folder.clients, _usual_name(client))
        return min((path for path in files if not maker_of(path, usual)), key=_shortest, default=usual)


def _usual_name(client: Client) -> str:
    return slug_of(client.name) + _ending(client.id)


def _is_own(path: str, client_id: str) -> bool:
    return path.endswith(_ending(client_id))


def _ending(client_id: str) -> str:
    """How the names of a client's files end: with the identity, or what stands for one that is no part of a name."""
    is_plain = client_id.isascii() and client_id.replace("-", "").replace("_", "").isalnum()
    return f"-{client_id if is_plain and len(client_id) <= _MOST_IN_A_NAME else digest(client_id, 12)}.toml"


def _shortest(path: str) -> tuple[int, str]:
    return len(path), path


def _tell_of_a_client(files: Files) -> bool:
    return any(reading.events for reading in files.values())


def _out_of_reach(files: Files) -> bool:
    """Whether one of the files can't be read now, so that nobody knows what stands in it.

    One that is too large never can: beside others it holds nothing.
    """
    messages = {problem.message for problem in _problems(files)}
    return UNREADABLE in messages or (LARGE in messages and not _tell_of_a_client(files))


def _problems(files: Files) -> list[Problem]:
    return [problem for reading in files.values() for problem in reading.problems]
