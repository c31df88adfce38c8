"""The word lists as they were read before, while their files are unchanged; ready for use once a run.

Reading and checking them costs some 300 ms, unpacking them a few.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

from vooraf import __version__
from vooraf.errors.checklist import BrokenWords
from vooraf.model.faults import Fault
from vooraf.model.word_lists import LISTS, Compiled, WordList, compiled
from vooraf.storage.index import Index
from vooraf.storage.packed import BROKEN
from vooraf.storage.packed_words import packed_words, unpacked_words
from vooraf.storage.toml_document import SUFFIX

WORDS = "words"


class KeptWords:
    """The lists of the built-in folder, and of the owner's, where each stands in for the one of its name."""

    __slots__ = ("_builtin", "_index", "_own", "_ready")

    def __init__(self, builtin: str, own: str, index: Index) -> None:
        self._builtin = os.path.join(builtin, WORDS)
        self._own = os.path.join(own, WORDS)
        self._index = index
        self._ready: dict[str, tuple[str, Compiled]] = {}

    def lists(self, language: str) -> Mapping[str, Compiled]:
        """The list that serves ``language``, ready for use, as its file is now. Raises BrokenWords."""
        name = LISTS[language]
        path = self.path(name)
        signature = self.signature(name)
        ready = self._ready.get(name)
        if ready is None or ready[0] != signature:
            ready = (signature, self._compiled(name, path, signature))
            self._ready[name] = ready
        return {name: ready[1]}

    def path(self, name: str) -> str:
        """Where the list of this name is: the owner's own before the built-in."""
        own = os.path.join(self._own, name + SUFFIX)
        return own if os.path.isfile(own) else os.path.join(self._builtin, name + SUFFIX)

    def paths(self) -> tuple[str, ...]:
        """Where each list that is used is."""
        return tuple(self.path(name) for name in dict.fromkeys(LISTS.values()))

    def signature(self, name: str) -> str:
        """What changes when the list of this name does, or the built-in one that it may add to."""
        return _stamp(self.path(name), os.path.join(self._builtin, name + SUFFIX))

    def faults(self) -> tuple[Fault, ...]:
        """Every fault of the lists that are used, and of the owner's lists that no language asks for."""
        from vooraf.storage.word_files import list_faults  # noqa: PLC0415 - 60 ms with what checks the files

        return list_faults(self.paths(), self._own)

    def _compiled(self, name: str, path: str, signature: str) -> Compiled:
        kept = self._index.document(f"words:{name}", signature)
        if kept:
            try:
                return compiled(unpacked_words(kept))
            except BROKEN:
                pass  # not as it was packed: read it again
        words = _read(name, path)
        self._index.keep_document(f"words:{name}", signature, packed_words(words))
        return compiled(words)


def _read(name: str, path: str) -> WordList:
    from vooraf.storage.word_files import read_list_at  # noqa: PLC0415 - 60 ms with what checks the files

    words, faults = read_list_at(path)
    if words is None:
        raise BrokenWords(list=name, first=faults[0], file=faults[0].file, faults=faults)
    return words


def _stamp(*paths: str) -> str:
    """What changes when Vooraf does, or one of the files."""
    found = [__version__]
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        times = f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
        found.append(f"{path} {status.st_size} {times}")
    return "\n".join(found)
