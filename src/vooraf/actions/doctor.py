"""Everything looked at, file by file, with what the data depend on; and what can be mended without asking."""

from __future__ import annotations

from collections.abc import Iterator

from vooraf.actions.copies import take_copies_in
from vooraf.actions.examining import advised, can_be_set_aside, checklist_checks, diary_checks, rules_checks
from vooraf.actions.overview import overview
from vooraf.actions.workspace import Workspace
from vooraf.errors import N_, VoorafError, reason
from vooraf.errors.disk import CannotWrite
from vooraf.errors.git import MergeUnion
from vooraf.model.faults import Problem
from vooraf.storage.diaries import FOLDER_GONE
from vooraf.storage.git import NAME, UNION, is_in_git, merging
from vooraf.storage.health import (
    GOOD,
    NEEDS,
    NOT_YET,
    TOLD,
    Check,
    file_system_checks,
    folder_checks,
    index_check,
    lock_checks,
    mounted,
    of_error,
    space_checks,
)
from vooraf.storage.index_file import emptied
from vooraf.storage.permissions import mend_permissions, permission_checks

__all__ = ["GOOD", "KINDS", "NEEDS", "TOLD", "Check", "look", "repair"]

KINDS = (
    "repair",
    "folder",
    "diary",
    "seal",
    "missing",
    "copy",
    "checklist",
    "talk",
    "words",
    "rules",
    "permission",
    "lock",
    "index",
    "space",
    "filesystem",
    "git",
)
"""The kinds of checks, in the order in which they are told; ``repair`` is what was mended."""

MERGED = N_("Git merges diaries by their events.")
BY_LINES = N_(
    "Git merges diaries by their lines: its marks may be left in them. Both sides are read all the same."
)
SET_UP = N_("Have it merge them by their events: vooraf git-setup")
NO_DRIVER = N_("This clone lacks what merges diaries by their events: git's marks may be left in them.")
MADE_ANEW = N_("It was thrown away and made anew from the files.")


# -- looking ---------------------------------------------------------------------------------------


def look(workspace: Workspace) -> tuple[Check, ...]:
    """Everything that was looked at, in the order of KINDS. Whatever is wrong, it is told and not raised."""
    folder, state, mounts = workspace.folder, workspace.state(), mounted()
    own = (state, workspace.config())
    found = [
        *folder_checks(folder, state),
        index_check(workspace.index.path),  # before a file is read, which makes one that is broken anew
        *_file_checks(workspace),
        *permission_checks(folder, own, mounts),
        *space_checks((folder.root, state)),
        *file_system_checks((folder.root, state), mounts),
        *_git_checks(folder.root),
    ]
    if any(check.message == FOLDER_GONE for check in found):
        found = [check for check in found if check.message != NOT_YET]
    return tuple(sorted(found, key=lambda check: KINDS.index(check.kind)))


def _file_checks(workspace: Workspace) -> Iterator[Check]:
    """The files of the data folder, as far as they can be read, and the clients' locks."""
    try:
        everyone, _ = workspace.store.everyone()
        yield from diary_checks(workspace, everyone)
    except VoorafError:
        return  # the check of the folder says so
    try:
        yield from checklist_checks(workspace, everyone)
        yield from rules_checks(workspace, everyone)
    except VoorafError as error:
        yield of_error("checklist", workspace.folder.root, error)
    yield from lock_checks(
        workspace.state(), workspace.folder.root, (loaded.client.id for loaded in everyone)
    )


def _git_checks(root: str) -> Iterator[Check]:
    """How git merges the diaries, where the data are in git."""
    if not is_in_git(root):
        return
    try:
        found = merging(root)
    except VoorafError as error:
        yield of_error("git", root, error, TOLD)
        return
    if found is None:
        return
    if found.value == UNION:
        yield of_error("git", found.file, MergeUnion(file=found.file))
    elif found.value != NAME:
        yield Check("git", root, TOLD, BY_LINES, SET_UP)
    elif not found.driver:
        yield Check("git", root, TOLD, NO_DRIVER, SET_UP)
    else:
        yield Check("git", root, GOOD, MERGED)


# -- mending ---------------------------------------------------------------------------------------


def repair(workspace: Workspace) -> tuple[Check, ...]:
    """Mend what needs no decision, and say what was done: permissions, torn bytes, the index.

    No event is changed. What can't be mended is said too.
    """
    own = (workspace.state(), workspace.config())
    found = [*mend_permissions(workspace.folder, own), *_made_anew(workspace)]
    try:
        for client_id, files in workspace.store.by_client()[0].items():
            if any(map(can_be_set_aside, files.values())):
                found += _set_aside(workspace, client_id, next(iter(files)))
        overview(workspace)  # what it reads goes into the index
        if take_copies_in(workspace):
            told = overview(workspace).problems
            found += [
                check
                for each in told
                if isinstance(each, Problem) and (check := advised(each)).kind == "repair"
            ]
    except VoorafError as error:
        found.append(of_error("repair", workspace.folder.root, error))
    return tuple(found)


def _made_anew(workspace: Workspace) -> Iterator[Check]:
    path = workspace.index.path
    try:
        workspace.store.identities()  # what files lost since they were indexed is known by it alone
        workspace.index.close()
        if emptied(path):
            workspace.let_go()  # so that it is read for the new one
            yield Check("repair", path, TOLD, MADE_ANEW)
    except VoorafError:
        return  # the folder can't be read now, so the index is all there is
    except OSError as error:
        yield of_error("repair", path, CannotWrite(file=path, why=reason(error)))


def _set_aside(workspace: Workspace, client_id: str, file: str) -> list[Check]:
    """Have a writer mend a diary in which something can't be read: it sets that aside, and no event changes."""
    try:
        loaded = workspace.store.mend(client_id, workspace.writer())
    except VoorafError as error:
        return [of_error("repair", file, error)]
    return [check for problem in loaded.problems if (check := advised(problem)).kind == "repair"]
