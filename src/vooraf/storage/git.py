"""Diaries in git: its work tree is told to merge them by their events, and two versions are merged.

``.gitattributes`` travels with the data; what it names, the merge driver, stands in the configuration of one
clone, which git never takes over from another.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from vooraf.errors import reason
from vooraf.errors.diary import DiaryUnreadable, MergedTooLarge
from vooraf.errors.disk import CannotWrite
from vooraf.errors.git import GitRefused, MergeUnion, NoGit, NotInGit, OtherMerge
from vooraf.model.record import NamedTuple
from vooraf.storage.diary_reader import MOST_IN_A_FILE
from vooraf.storage.files import replace_file
from vooraf.storage.merging import Merged, merged

NAME = "vooraf"
ATTRIBUTES = ".gitattributes"
LINE = f"clients/*.toml merge={NAME}"
UNION = "union"
_ANY_DIARY = "clients/any-client.toml"
_DESCRIPTION = "Vooraf: the union of the events"


class SetUp(NamedTuple):
    """What was set up: the file with our line, and the command that git runs to merge a diary."""

    attributes: str
    driver: str


class Merging(NamedTuple):
    """How git merges the diaries of a folder.

    ``value`` is what its attributes say (``unspecified`` when nothing), ``file`` where they do when that is
    ``union``, and ``driver`` the command of this clone, if any.
    """

    value: str
    file: str
    driver: str


# -- setting up ------------------------------------------------------------------------------------


def set_up(root: str) -> SetUp:
    """Have git merge the diaries of the data folder ``root`` by their events, in this clone.

    Raises:
        NoGit, NotInGit: there is no git, or the folder is in no work tree of it; nothing was changed.
        MergeUnion: attributes have the diaries merged as ``union``; nothing was changed.
        CannotWrite: the attributes can't be written.
        GitRefused: it can't keep the driver.
        OtherMerge: attributes that weigh more have something else done with them.
    """
    found = merging(root)
    if found is None:
        from shlex import quote  # noqa: PLC0415 - for this sentence alone

        raise NotInGit(folder=root, quoted=quote(root))
    if found.value == UNION:
        raise MergeUnion(file=found.file)
    command = driver()
    _git(root, "config", "--local", f"merge.{NAME}.name", _DESCRIPTION)
    _git(root, "config", "--local", f"merge.{NAME}.driver", command)
    if found.value != NAME:
        _add_line(os.path.join(root, ATTRIBUTES))
    value = _value(root)
    if value != NAME:
        raise OtherMerge(value=value, file=_deciding(root, "merge"))
    return SetUp(_deciding(root, f"merge={NAME}"), command)


def driver() -> str:
    """The command that git runs to merge a diary.

    Where that can't be done, or Vooraf is no longer there, git's own marks go into the file: without them it
    would leave our side alone in it.
    """
    import shutil  # noqa: PLC0415 - 2 ms, and these two for setting up alone
    from shlex import quote  # noqa: PLC0415

    found = shutil.which("vooraf")
    program = quote(found) if found else f"{quote(sys.executable)} -m vooraf"
    program = program.replace("%", "%%")  # or git would take it for one of its own
    marks = "git merge-file -L ours -L before -L theirs %A %O %B"
    return f"{program} merge-driver %O %A %B || {marks}"


def _add_line(path: str) -> None:
    """Put our line behind the others of the attributes: of several that fit, git takes the last."""
    try:
        content = b""
        if os.path.lexists(path):
            with open(path, "rb") as file:
                content = file.read()
        if content and not content.endswith(b"\n"):
            content += b"\n"
        replace_file(path, content + LINE.encode() + b"\n")
    except OSError as error:
        raise CannotWrite(file=path, why=reason(error)) from error


# -- how it is -------------------------------------------------------------------------------------


def is_in_git(root: str) -> bool:
    """Whether a folder above ``root``, or it itself, looks like a work tree of git; git isn't asked."""
    path = os.path.realpath(root)
    while not os.path.lexists(os.path.join(path, ".git")):
        path, below = os.path.dirname(path), path
        if path == below:
            return False
    return True


def merging(root: str) -> Merging | None:
    """How git merges the diaries below ``root``; ``None`` when that is in no work tree.

    Raises:
        NoGit, GitRefused.
    """
    try:
        inside = os.path.isdir(root) and _git(root, "rev-parse", "--is-inside-work-tree") == "true"
    except GitRefused:
        if is_in_git(root):
            raise  # it is one, and git has its reasons
        inside = False
    if not inside:
        return None
    value = _value(root)
    command = _git(root, "config", "--default", "", "--get", f"merge.{NAME}.driver")
    return Merging(value, _deciding(root, f"merge={UNION}") if value == UNION else "", command)


def _value(root: str) -> str:
    """What the attributes say about merging diaries; ``union`` if they say so of a single one."""
    try:
        with os.scandir(os.path.join(root, "clients")) as entries:
            diaries = [f"clients/{entry.name}" for entry in entries if entry.name.endswith(".toml")]
    except OSError:
        diaries = []  # none yet, or not to be listed: the rule for any of them is asked all the same
    asked = "\0".join((_ANY_DIARY, *diaries)).encode("utf-8", "surrogateescape")
    said = _git(root, "check-attr", "-z", "--stdin", "merge", given=asked).split("\0")[2::3]
    return UNION if UNION in said else said[0]


def _deciding(root: str, text: str) -> str:
    """The file of attributes that has ``text``, the weightiest first; the data folder's own where none has."""
    for path in _attribute_files(root):
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                if any(text in line and not line.startswith("#") for line in file):
                    return path
        except OSError:
            continue  # not there
    return os.path.join(root, ATTRIBUTES)


def _attribute_files(root: str) -> Iterator[str]:
    """Where attributes of diaries may stand; what comes first weighs more."""
    yield os.path.join(root, _git(root, "rev-parse", "--git-path", "info/attributes"))
    yield os.path.join(root, "clients", ATTRIBUTES)
    top = os.path.realpath(_git(root, "rev-parse", "--show-toplevel"))
    path = os.path.realpath(root)
    yield os.path.join(path, ATTRIBUTES)
    while path not in (top, os.path.dirname(path)):
        path = os.path.dirname(path)
        yield os.path.join(path, ATTRIBUTES)


def _git(root: str, *arguments: str, given: bytes = b"") -> str:
    """What git says in the folder ``root``, without the last line break. Raises NoGit, GitRefused."""
    import shutil  # noqa: PLC0415 - 2 ms, and subprocess 10: few commands ask git
    import subprocess  # noqa: PLC0415

    program = shutil.which("git")
    if program is None:
        raise NoGit
    command = [program, "-C", root, *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitRefused(why=said[0] if said else f"git {arguments[0]}: {done.returncode}")
    return os.fsdecode(done.stdout).removesuffix("\n")


# -- merging ---------------------------------------------------------------------------------------


def merge_files(before: str, ours: str, theirs: str) -> Merged:
    """Merge the diary at ``theirs`` into the one at ``ours``; ``before`` is what both came from.

    Raises:
        DiaryUnreadable, CannotWrite, Unmergeable: it can't be done; ``ours`` is as it was.
    """
    found = merged(*map(_content, (before, ours, theirs)))
    try:
        replace_file(ours, found.content)
    except OSError as error:
        raise CannotWrite(file=ours, why=reason(error)) from error
    return found


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            content = file.read(MOST_IN_A_FILE + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise DiaryUnreadable(file=path, why=reason(error)) from error
    if size > MOST_IN_A_FILE:
        raise MergedTooLarge(size=size, most=MOST_IN_A_FILE)
    return content
