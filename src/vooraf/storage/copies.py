"""Which program made a second file of a diary, as its name tells.

The name explains and decides nothing: whose diary a file is stands in the file.
"""

from __future__ import annotations

import os

_SIGNS = (
    (".sync-conflict-", "Syncthing"),
    ("(sfconflict ", "Seafile"),
    ("'s conflicted copy", "Dropbox"),
    ("’s conflicted copy", "Dropbox"),
    ("_conflict-", "Nextcloud, ownCloud"),
    ("(conflicted copy 2", "Nextcloud, ownCloud"),  # a date follows
    ("(conflicted copy)", "Dropbox"),
    ("(conflicted copy ", "Nextcloud, Obsidian Sync"),  # a name follows
    ("(case conflict", "Dropbox"),
)
_BY_HAND = ("copy of ", "kopie van ")
_COPIED = (" - copy", " copy", " - kopie", " kopie")


def maker_of(path: str, main: str) -> str:
    """The name of the program that gives copies of ``main`` names like ``path``.

    ``copy`` when somebody copied it by hand; an empty text when the name doesn't tell.
    """
    name, stem = _stem(path), _stem(main)
    for sign, maker in _SIGNS:
        if sign in name:
            return maker
    behind = name.removeprefix(stem)
    bare = behind.rstrip("0123456789()").rstrip()
    if name.startswith(_BY_HAND) or (behind != name and bare in _COPIED):
        return "copy"
    if behind == name or not behind:
        return ""
    if not bare:
        return "copy" if "(" in behind else "iCloud"  # "noor (1)", as browsers do; "noor 2"
    return "OneDrive" if behind.startswith("-") else ""


def _stem(path: str) -> str:
    return os.path.basename(path).lower().removesuffix(".toml")
