"""The files of a data folder's diaries: what lies there, what each of them holds, whose it is.

A file is read again only when its size, times or inode differ from those it was read with.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from vooraf.errors import N_, reason
from vooraf.errors.disk import FolderUnreadable
from vooraf.model.faults import Problem
from vooraf.storage.diary_reader import MOST_IN_A_FILE, read_diary, too_large
from vooraf.storage.folder import DataFolder, check_readable
from vooraf.storage.index_values import Signature
from vooraf.storage.look import Compared, Look, Signed, compared
from vooraf.storage.reading import Reading
from vooraf.storage.remembered import Remembered

Files = Mapping[str, Reading]
"""What each of some files holds, by path."""

NO_FILE = N_("This isn't an ordinary file, so it isn't read.")
UNREADABLE = N_("This diary can't be read: {why}.")


class DiaryFiles:
    """The diaries' files of one data folder; ``remembered`` are the readings of earlier runs."""

    def __init__(self, folder: DataFolder, remembered: Callable[[], Remembered]) -> None:
        self.folder = folder
        self._remembered = remembered
        self._read: dict[str, tuple[Signature, Reading]] = {}

    def paths(self) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
        """The diaries' paths, sorted, and what lies there that is no diary.

        Raises:
            FolderIsFile, FolderUnreadable: the data folder can't be read.
        """
        check_readable(self.folder)
        found, problems = [], []
        try:
            with os.scandir(self.folder.clients) as entries:
                for entry in entries:
                    if not entry.name.endswith(".toml") or entry.name.startswith((".", "~")):
                        continue
                    if entry.is_file(follow_symlinks=False):
                        found.append(entry.path)
                    else:
                        problems.append(Problem(entry.path, NO_FILE, {}))
        except FileNotFoundError:
            return (), ()
        except OSError as error:
            raise FolderUnreadable(folder=self.folder.clients, why=reason(error)) from error
        return tuple(sorted(found)), tuple(sorted(problems, key=lambda problem: problem.file))

    def reading(self, path: str) -> Reading:
        """What a file holds now. A file that is gone reads as empty; one that can't be read says so."""
        try:
            signature = signature_of(path)
            kept = self._read.get(path)
            if kept and kept[0] == signature:
                return kept[1]
            if signature[0] > MOST_IN_A_FILE:
                return too_large(signature[0], path)
            reading = self._read_now(path, signature)
        except FileNotFoundError:
            self._read.pop(path, None)
            return Reading("", (), (), ())
        except OSError as error:
            return Reading("", (), (), (Problem(path, UNREADABLE, {"why": reason(error)}),))
        self._read[path] = (signature, reading)
        return reading

    def _read_now(self, path: str, signature: Signature) -> Reading:
        def content() -> bytes:
            with open(path, "rb") as file:
                return file.read(MOST_IN_A_FILE + 1)

        def known(then: Signature) -> Reading | None:
            kept = self._read.get(path)
            return kept[1] if kept and kept[0] == then else None

        remembered = self._remembered()
        reading = remembered.reading(path, signature, content)
        if reading is None:
            found = content()
            reading, grown = remembered.grown(path, found, known) or (read_diary(found, path), None)
            if signature_of(path) == signature:
                remembered.remember(path, identity(path, reading), signature, found, reading, grown)
        return reading

    def identities(
        self, prepare: Callable[[Sequence[str]], bool] = lambda _paths: False
    ) -> tuple[Mapping[str, Signed], tuple[Problem, ...]]:
        """Every client's files with their signatures, by identity; and what lies there that is no diary.

        Only files that changed since they were indexed are read for it. ``prepare`` gets their paths first,
        and says whether it had any of them indexed.
        """
        settled = self.settled()
        paths, problems = self.paths()
        known, signed = self._remembered().owners(), {path: signature_or_none(path) for path in paths}
        if prepare([path for path in paths if not _is_known(known, path, signed[path])]):
            known = self._remembered().owners()
        found: dict[str, dict[str, Signature | None]] = {}
        for path, now in signed.items():
            is_known = _is_known(known, path, now)
            client = known[path][1] if is_known else identity(path, self.reading(path))
            found.setdefault(client, {})[path] = now
        if gone := known.keys() - signed.keys():
            self._remembered().forget(gone)
        if self._remembered().write() and settled:
            self._remembered().settle(settled)
        return found, problems

    def look(self, context: str, prepare: Callable[[Sequence[str]], bool] = lambda _paths: False) -> Look:
        """Who is there, and whose line in the index, of those made in ``context``, isn't proven by its stamp.

        Only files that changed since they were indexed are read for it. ``prepare`` gets their paths first,
        with those of lines that were made in another context, and says whether it had any of them indexed.

        Raises:
            FolderIsFile, FolderUnreadable: the data folder can't be read.
        """
        settled = self.settled()
        paths, problems = self.paths()

        def see() -> Compared:
            return compared(paths, context, self._remembered(), signature_or_none, self.stamp)

        seen = see()
        if prepare(list(dict.fromkeys([*seen.changed, *seen.old]))):
            seen = see()
        changed: dict[str, list[str]] = {}
        for path in seen.changed:
            changed.setdefault(identity(path, self.reading(path)), []).append(path)
        unproven = {
            client: self._files_now(client, seen.changed, changed.get(client, ()))
            for client in sorted(seen.unproven.union(changed))
        }
        if seen.gone:
            self._remembered().forget(seen.gone)
        if self._remembered().write() and settled:
            self._remembered().settle(settled)
        gone = {client for client, files in unproven.items() if not files}
        seen.clients.update(changed)
        seen.clients.difference_update(gone)
        return Look(seen.clients, unproven, problems)

    def _files_now(self, client: str, changed: Container[str], mine: Iterable[str]) -> Signed:
        """A client's files: those that are ``mine`` of the changed ones, and the others that were theirs."""
        others = [path for path in self._remembered().paths_of(client) if path not in changed]
        signed = {path: signature_or_none(path) for path in sorted({*others, *mine})}
        return {path: signature for path, signature in signed.items() if signature is not None}

    def owner(self, path: str) -> tuple[str, Signed]:
        """Whose a file is, and its signature."""
        signature = signature_or_none(path)
        return identity(path, self.reading(path)), {path: signature}

    def paths_of(self, client_id: str) -> tuple[str, ...]:
        """The paths of one client's files.

        While the folder's own time stamp is the one at the last look, no file came or went, and the index
        knows whose each of them is.
        """
        settled = self.settled()
        if settled and self._remembered().is_settled(settled):
            return self._remembered().paths_of(client_id)
        return tuple(self.identities()[0].get(client_id, ()))

    def with_copies(self) -> tuple[str, ...]:
        """The clients who had more than one file when all of them were read last."""
        return self._remembered().with_copies()

    def stamp(self, files: Signed) -> str:
        """What changes when one of these files does; an empty text while that can't be told yet."""
        times = [each[1] for each in files.values() if each] + [each[2] for each in files.values() if each]
        return "" if times and self._remembered().is_fresh(*times) else repr(files)

    def settled(self) -> str:
        """The state of the folder as a text; an empty one while it changed too shortly ago to tell."""
        try:
            status = os.stat(self.folder.clients)
        except OSError:
            return ""
        stamp = f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
        return "" if self._remembered().is_fresh(status.st_mtime_ns, status.st_ctime_ns) else stamp

    def by_client(self) -> tuple[Mapping[str, Files], tuple[Problem, ...]]:
        """What the files hold, by identity and path; and what lies there that is no diary."""
        paths, problems = self.paths()
        found: dict[str, dict[str, Reading]] = {}
        for path in paths:
            reading = self.reading(path)
            found.setdefault(identity(path, reading), {})[path] = reading
        self._remembered().write()
        return found, problems

    def signature(self, client_id: str) -> tuple[tuple[str, Signature], ...]:
        """What changes when another program changes this client's files, or puts one beside them."""
        read = list(self._read.items())  # a list, because another thread may be reading more of them
        known = [path for path, (_, reading) in read if identity(path, reading) == client_id]
        found = []
        for path in (self.folder.clients, *sorted(known)):
            try:
                status = os.stat(path, follow_symlinks=False)
            except OSError:
                continue  # gone: that changes it too
            found.append((path, _signature(status)))
        return tuple(found)


def _is_known(known: Mapping[str, tuple[Signature | None, str]], path: str, now: Signature | None) -> bool:
    """Whether the file is as it was indexed."""
    return now is not None and path in known and known[path][0] == now


def signature_of(path: str) -> Signature:
    """Size, both times and the inode of a file: another one means that it was changed."""
    status = os.stat(path, follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        raise FileNotFoundError(path)
    return _signature(status)


def _signature(status: os.stat_result) -> Signature:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def signature_or_none(path: str) -> Signature | None:
    """The signature of a file, or ``None`` when there is no such file."""
    try:
        return signature_of(path)
    except OSError:
        return None


def identity(path: str, reading: Reading) -> str:
    """Whose diary it is: as the file says; failing that, the end of its name, or all of it. Never an empty text."""
    name = os.path.basename(path).removesuffix(".toml")
    return reading.client or name.rpartition("-")[2] or name
