"""Checklists and talks: those that come with Vooraf, and the owner's own or adapted ones."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from vooraf.errors import N_, reason
from vooraf.errors.checklist import (
    BadKey,
    BrokenChecklist,
    BrokenTalk,
    BuiltinKey,
    ChecklistExists,
    CopyNotSaved,
    UnfitTitle,
    UnknownChecklist,
)
from vooraf.errors.talk import NoTalk
from vooraf.model.checklist import Checklist, Texts
from vooraf.model.extend import FileId, RawChecklist, bases, work_out
from vooraf.model.faults import Fault, Problem
from vooraf.model.keys import is_file_key
from vooraf.model.record import NamedTuple
from vooraf.model.talk import Talk
from vooraf.storage.checklist_reader import read_checklist
from vooraf.storage.files import sync_folder, to_platter
from vooraf.storage.folder import make_private
from vooraf.storage.shelf import Checklists, Talks, read_checklist_at, read_talk_at
from vooraf.storage.toml_document import SUFFIX, read_bytes, toml_files
from vooraf.storage.word_files import WORDS, read_list_at

TALKS = "talks"

_UNUSABLE = N_("The checklist “{checklist}” can't be used: {first}")
_UNUSABLE_TALK = N_("The talk “{talk}” can't be used: {first}")


class Entry(NamedTuple):
    """A checklist in the list of all: ``items`` counts them with ``extends`` worked out."""

    key: str
    title: Texts
    builtin: bool
    extends: str | None
    items: int


class Library:
    """The checklists and talks of the built-in folder and of the owner's folders.

    A file is read when it is first asked for, and once: who wants to see what has changed since makes a new
    library. An own file with a built-in's name stands in for it. One broken file never hides the others.
    """

    __slots__ = ("_builtin", "_files", "_own", "_talks", "_worked_out")

    def __init__(self, builtin: str, own: str | None = None, own_talks: str | None = None) -> None:
        """Take the folder of the built-ins (their talks in ``talks``), and the owner's two.

        Raises:
            FolderUnreadable, FolderIsFile: a folder can't be listed.
        """
        self._builtin, self._own = builtin, own or ""
        self._files = Checklists(toml_files(builtin), toml_files(own))
        self._talks = Talks(toml_files(os.path.join(builtin, TALKS)), toml_files(own_talks))
        self._worked_out: dict[FileId, tuple[Checklist | None, tuple[Fault, ...]]] = {}

    # -- checklists ------------------------------------------------------------------------------

    def keys(self) -> tuple[str, ...]:
        """The keys of all checklists, those that can't be used too; sorted."""
        return tuple(sorted({file.key for file in self._files}))

    def checklist(self, key: str) -> Checklist:
        """A checklist with ``extends`` worked out.

        Raises:
            UnknownChecklist: there is none of this name.
            BrokenChecklist: it, or one that it extends, has faults.
        """
        checklist, faults = self._whole(self._named(key))
        if checklist is None or faults:
            raise BrokenChecklist(checklist=key, first=faults[0], file=faults[0].file, faults=faults)
        return checklist

    def faults(self, key: str) -> tuple[Fault, ...]:
        """Every fault of a checklist, then those of the ones that it extends. Raises UnknownChecklist."""
        return self._whole(self._named(key))[1]

    def path(self, key: str) -> str:
        """Where the file of a checklist is. Raises UnknownChecklist."""
        return self._files.path(self._named(key))

    def check_file(self, path: str) -> tuple[Fault, ...]:
        """Every fault of a file anywhere.

        In a folder called ``talks`` it is a talk, in one called ``words`` a word list, else a checklist. What it
        extends is looked up here. A file of this library is what it is in it.
        """
        path = os.path.abspath(path)
        folder, name = os.path.split(path)
        key = name.removesuffix(SUFFIX)
        if os.path.basename(folder) == TALKS:
            return read_talk_at(path, key, builtin=self._talks.is_builtin(path))[1]
        if os.path.basename(folder) == WORDS:
            return read_list_at(path)[1]
        known = self._files.at(path)
        if known is not None:
            return self._whole(known)[1]
        raw, faults = read_checklist_at(path, FileId(builtin=False, key=key))
        return faults if raw is None else self._work_out(raw, faults)[1]

    def entries(self) -> tuple[Entry, ...]:
        """Every checklist that can be used, by key."""
        found = []
        for key in self.keys():
            checklist, faults = self._whole(self._named(key))
            if checklist is not None and not faults:
                count = len(checklist.items())
                found.append(Entry(key, checklist.title, checklist.builtin, checklist.extends, count))
        return tuple(found)

    def problems(self) -> tuple[Problem, ...]:
        """The owner's checklists and talks that can't be used, each with its first fault.

        The built-in ones aren't read for this: they were checked before they came here.
        """
        lists = {file.key: self._whole(file)[1] for file in self._files if not file.builtin}
        talks = {key: self._talks.read(key)[1] for key in self._talks.own}
        return (
            *(_problem(_UNUSABLE, "checklist", key, faults) for key, faults in lists.items() if faults),
            *(_problem(_UNUSABLE_TALK, "talk", key, faults) for key, faults in talks.items() if faults),
        )

    def copy(self, key: str, as_key: str = "") -> str:
        """Write a checklist's file, as it stands, into the owner's folder; gives its path.

        The built-in's where there is one. It is whole when it is there, and never takes the place of a file.

        Raises:
            UnknownChecklist, ChecklistExists.
            BadKey: ``as_key`` can't name a file.
            CopyNotSaved, FolderUnwritable, FolderIsFile: it can't be written.
        """
        self._named(key)
        name = as_key or key
        if not is_file_key(name):
            raise BadKey(key=name)
        source = FileId(True, key) if FileId(True, key) in self._files else FileId(False, key)
        content = read_bytes(self._files.path(source))
        if isinstance(content, Fault):
            raise BrokenChecklist(checklist=key, first=content, file=content.file, faults=(content,))
        return self._add(name, content)

    def start(self, key: str, extends: str, title: str, language: str) -> str:
        """Write a new checklist that extends another one into the owner's folder; gives its path.

        Its comments, and the texts of the item that it begins with, are in ``language`` (``en`` or ``nl``);
        an empty ``title`` is made of ``key``. It never takes the place of a file, nor of a built-in that it
        doesn't extend: clients would lose its items.

        Raises:
            BadKey, BuiltinKey: ``key`` can't be used.
            UnknownChecklist, BrokenChecklist: ``extends`` can't be.
            ChecklistExists, CopyNotSaved, FolderUnwritable, FolderIsFile: see ``copy``.
            UnfitTitle: ``title`` can't stand in a checklist.
        """
        from vooraf.storage.checklist_start import start_text, title_of  # noqa: PLC0415 - for this alone

        if not is_file_key(key):
            raise BadKey(key=key)
        if FileId(True, key) in self._files and extends != key:
            raise BuiltinKey(checklist=key)
        if os.path.lexists(self._path(key)):
            raise ChecklistExists(file=self._path(key))
        base = self.checklist(extends)
        content = start_text(self._builtin, base, key, title or title_of(key), language).encode()
        faults = read_checklist(content, self._path(key), key, builtin=False)[1]
        if faults:
            raise UnfitTitle(title=title, first=faults[0], file=self._path(key), faults=faults)
        return self._add(key, content)

    def _path(self, key: str) -> str:
        return os.path.join(self._own, key + SUFFIX)

    def _add(self, key: str, content: bytes) -> str:
        """Write a new file of the owner's; gives its path."""
        target = self._path(key)
        make_private(self._own)
        try:
            _add_file(target, content)
        except FileExistsError as error:
            raise ChecklistExists(file=target) from error
        except OSError as error:
            raise CopyNotSaved(file=target, why=reason(error)) from error
        return target

    def _named(self, key: str) -> FileId:
        """The file of this name that is used: the owner's before the built-in."""
        for file in (FileId(False, key), FileId(True, key)):
            if file in self._files:
                return file
        raise UnknownChecklist(checklist=key, checklists=", ".join(self.keys()))

    def _whole(self, file: FileId) -> tuple[Checklist | None, tuple[Fault, ...]]:
        """A checklist with ``extends`` worked out, and all faults on the way; ``None`` only with faults."""
        if file not in self._worked_out:
            raw, faults = self._files[file], self._files.faults(file)
            self._worked_out[file] = (None, faults) if raw is None else self._work_out(raw, faults)
        return self._worked_out[file]

    def _work_out(
        self, raw: RawChecklist, faults: tuple[Fault, ...]
    ) -> tuple[Checklist | None, tuple[Fault, ...]]:
        checklist, between = work_out(raw, self._files)
        found, files = [*faults, *between], [raw.file]
        for base in bases(raw, self._files):
            found += self._files.faults(base)
            files.append(self._files.path(base))
        found.sort(key=lambda fault: (files.index(fault.file), fault.line))
        return checklist, tuple(found)

    # -- talks -----------------------------------------------------------------------------------

    def talk_keys(self) -> tuple[str, ...]:
        """The keys of all talks, those that can't be used too; sorted."""
        return tuple(sorted(self._talks.paths))

    def talk(self, key: str) -> Talk:
        """A talk.

        Raises:
            NoTalk: there is none of this name.
            BrokenTalk: its file has faults.
        """
        if key not in self._talks.paths:
            raise NoTalk(talk=key, talks=", ".join(self.talk_keys()))
        talk, faults = self._talks.read(key)
        if talk is None:
            raise BrokenTalk(talk=key, first=faults[0], file=faults[0].file, faults=faults)
        return talk

    def talks(self) -> Mapping[str, Talk]:
        """Every talk that can be used, by key."""
        read = {key: self._talks.read(key)[0] for key in self.talk_keys()}
        return {key: talk for key, talk in read.items() if talk is not None}

    def talk_path(self, key: str) -> str:
        """Where the file of a talk is; it must be one of ``talk_keys``."""
        return self._talks.paths[key]

    def talk_faults(self) -> tuple[Fault, ...]:
        """Every fault of every talk."""
        return tuple(fault for key in self.talk_keys() for fault in self._talks.read(key)[1])


def _problem(message: str, kind: str, key: str, faults: tuple[Fault, ...]) -> Problem:
    return Problem(faults[0].file, message, {kind: key, "first": faults[0]})


def _add_file(path: str, content: bytes) -> None:
    """Put a new file at ``path``, whole or not at all, for its owner alone.

    Raises:
        FileExistsError: there is something at ``path``; nothing was changed.
        OSError: it can't be written; there is nothing at ``path``.
    """
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.chmod(temporary, 0o600)  # whatever the umask
            file.write(content)
            file.flush()
            to_platter(file.fileno())
        _give_name(temporary, path)
    finally:
        with suppress(FileNotFoundError):  # it may have been renamed
            os.unlink(temporary)
    sync_folder(folder)


def _give_name(temporary: str, path: str) -> None:
    """Give a file a second name, which isn't taken yet: a rename would take the place of another file."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # memory sticks and some synchronised folders know no second names
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.rename(temporary, path)
