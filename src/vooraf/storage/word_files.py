"""The files of word lists: each read with the built-in one that it adds to, and checked."""

from __future__ import annotations

import os
from collections.abc import Iterable

from vooraf.errors import N_
from vooraf.model.faults import Fault
from vooraf.model.word_lists import LISTS, WordList
from vooraf.storage.builtin import builtin_folder
from vooraf.storage.toml_document import SUFFIX, read_bytes, toml_files
from vooraf.storage.words_reader import read_words

WORDS = "words"
"""The folder of the lists within that of the checklists: the built-in one, and the owner's own."""

_NO_LIST = N_("Vooraf uses no word list named “{found}”.")
_RENAME = N_("Give it the name of the list that it replaces: {known}.")


def builtin_list(name: str) -> str:
    """Where the built-in list of this name is, or would be."""
    return os.path.join(builtin_folder(), WORDS, name + SUFFIX)


def read_list_at(path: str) -> tuple[WordList | None, tuple[Fault, ...]]:
    """What the word list at ``path`` holds, with what it adds to; and its faults. ``None`` when there are any."""
    content = read_bytes(path)
    if isinstance(content, Fault):
        return None, (content,)
    return read_words(content, path, lambda: _base_of(path))


def _base_of(path: str) -> WordList | None:
    name = os.path.basename(path).removesuffix(SUFFIX)
    builtin = builtin_list(name)
    if not os.path.isfile(builtin) or os.path.realpath(builtin) == os.path.realpath(path):
        return None
    content = read_bytes(builtin)
    return None if isinstance(content, Fault) else read_words(content, builtin)[0]


def list_faults(used: Iterable[str], own: str) -> tuple[Fault, ...]:
    """Every fault of the lists at the paths ``used``, and of the folder ``own`` of the owner's lists."""
    found = [fault for path in used for fault in read_list_at(path)[1]]
    names = tuple(dict.fromkeys(LISTS.values()))
    known = ", ".join(name + SUFFIX for name in names)
    for name, path in toml_files(own).items():
        if name not in names:
            data = {"found": os.path.basename(path), "known": known}
            found.append(Fault(path, 1, "", _NO_LIST, _RENAME, data))
    return tuple(found)
