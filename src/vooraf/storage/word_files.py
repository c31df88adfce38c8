"""The files of word lists, checked: every fault at once."""

from __future__ import annotations

import os
from collections.abc import Iterable

from vooraf.errors import N_
from vooraf.model.faults import Fault
from vooraf.model.word_lists import LISTS
from vooraf.storage.toml_document import SUFFIX, read_bytes, toml_files
from vooraf.storage.words_reader import read_words

WORDS = "words"
"""The folder of the lists within that of the checklists: the built-in one, and the owner's own."""

_NO_LIST = N_("No text is looked at with a list named “{found}”.")
_RENAME = N_("Rename it to the one that it is to stand in for: {known}.")


def word_file_faults(path: str) -> tuple[Fault, ...]:
    """Every fault of the word list at ``path``."""
    content = read_bytes(path)
    return (content,) if isinstance(content, Fault) else read_words(content, path)[1]


def list_faults(used: Iterable[str], own: str) -> tuple[Fault, ...]:
    """Every fault of the lists at the paths ``used``, and of the folder ``own`` of the owner's lists."""
    found = [fault for path in used for fault in word_file_faults(path)]
    names = tuple(dict.fromkeys(LISTS.values()))
    known = ", ".join(name + SUFFIX for name in names)
    for name, path in toml_files(own).items():
        if name not in names:
            data = {"found": os.path.basename(path), "known": known}
            found.append(Fault(path, 1, "", _NO_LIST, _RENAME, data))
    return tuple(found)
