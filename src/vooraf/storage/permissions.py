"""Who can get at the data: folders 0700 and files 0600 are for their owner alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping

from vooraf.errors import N_, reason
from vooraf.storage.folder import DataFolder
from vooraf.storage.health import GOOD, MEND, NEEDS, TOLD, Check, file_system

_WITHOUT_MODES = frozenset(("exfat", "fuseblk", "msdos", "ntfs", "ntfs3", "vfat"))

PRIVATE = N_("Nobody but you can get at your data.")
OPEN = N_("Others on this device can get at it (its mode is {mode}).")
SHELTERED = N_("Its mode ({mode}) lets others in; the folder around it keeps them out.")
SHUT = N_("You can't get at it yourself (its mode is {mode}).")
NO_MODES = N_("This disk ({type}) keeps no permissions: whoever can use it can read your data.")
PRIVATE_DISK = N_("Let nobody else use it, or keep your data on another one.")
MENDED = N_("Its mode was {mode}; now it is for you alone.")
NOT_MENDED = N_("Its mode ({mode}) can't be changed: {why}.")
ASK_OWNER = N_("Only who owns it can do that.")


def permission_checks(folder: DataFolder, own: Iterable[str], mounts: Mapping[str, str]) -> Iterator[Check]:
    """What of the data, and of this device's ``own`` folders, isn't for its owner alone.

    Nothing on Windows, where the folder of a user is for that user and modes say nothing.
    """
    if os.name == "nt":
        return
    kind = file_system(folder.root, mounts)
    if kind in _WITHOUT_MODES:
        yield Check("permission", folder.root, TOLD, NO_MODES, PRIVATE_DISK, {"type": kind})
        return
    found = False
    for paths in (_data_paths(folder), *map(_own_paths, own)):
        sheltered = False
        for number, (path, mode) in enumerate(_with_modes(paths)):
            if (check := _check(path, mode, sheltered=sheltered)) is not None:
                found = True
                yield check
            if number == 0:  # the folder around all the others
                sheltered = not mode & 0o077
    if not found:
        yield Check("permission", folder.root, GOOD, PRIVATE)


def _check(path: str, mode: int, *, sheltered: bool) -> Check | None:
    data = {"mode": _shown(mode)}
    if _is_shut(mode):
        return Check("permission", path, NEEDS, SHUT, MEND, data)
    if not mode & 0o077:
        return None
    state, message = (TOLD, SHELTERED) if sheltered else (NEEDS, OPEN)
    return Check("permission", path, state, message, MEND, data)


def mend_permissions(folder: DataFolder, own: Iterable[str]) -> Iterator[Check]:
    """Give the data, and this device's ``own`` folders, to their owner alone; what was done."""
    if os.name == "nt":
        return
    for paths in (_data_paths(folder), *map(_own_paths, own)):
        for path, mode in _with_modes(paths):
            if not mode & 0o077 and not _is_shut(mode):
                continue
            data = {"mode": _shown(mode)}
            try:
                os.chmod(path, _wanted(mode))
            except OSError as error:
                yield Check("repair", path, NEEDS, NOT_MENDED, ASK_OWNER, {**data, "why": reason(error)})
            else:
                yield Check("repair", path, TOLD, MENDED, "", data)


def _wanted(mode: int) -> int:
    return 0o700 if stat.S_ISDIR(mode) else 0o600


def _is_shut(mode: int) -> bool:
    return mode & _wanted(mode) != _wanted(mode)


def _shown(mode: int) -> str:
    return f"{stat.S_IMODE(mode):04o}"


# -- what is looked at -----------------------------------------------------------------------------
# Each folder comes before what is in it and is listed only then: one that was just mended can be listed.


def _data_paths(folder: DataFolder) -> Iterator[str]:
    """The data folder and what is Vooraf's in it: the owner may keep other things there."""
    yield os.path.realpath(folder.root)
    yield folder.rules
    for inner in (folder.clients, folder.checklists, folder.talks):
        yield inner
        yield from (path for path in _listed(inner) if path.endswith(".toml"))


def _own_paths(root: str) -> Iterator[str]:
    """A folder that is all of Vooraf's, and everything in it."""
    yield root
    for path in _listed(root):
        if os.path.isdir(path) and not os.path.islink(path):
            yield from _own_paths(path)
        else:
            yield path


def _with_modes(paths: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The folders and ordinary files among these, each with its mode. Links are the owner's own doing."""
    for path in paths:
        try:
            mode = os.lstat(path).st_mode
        except OSError:
            continue  # not there, or gone
        if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
            yield path, mode


def _listed(folder: str) -> list[str]:
    try:
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    except OSError:
        return []  # there is none, or what is wrong with it is told of the folder
