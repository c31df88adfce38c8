"""The data in git: have it merge diaries by their events, and merge two versions of one."""

from __future__ import annotations

from vooraf.actions.workspace import Workspace
from vooraf.storage import git
from vooraf.storage.git import SetUp
from vooraf.storage.merging import Merged


def set_up(workspace: Workspace) -> SetUp:
    """Have git merge the diaries by their events, in this clone.

    Raises:
        NoGit, NotInGit, MergeUnion, OtherMerge, GitRefused, CannotWrite.
    """
    return git.set_up(workspace.folder.root)


def merge(before: str, ours: str, theirs: str) -> Merged:
    """Merge the diary at ``theirs`` into the one at ``ours``; ``before`` is what both came from.

    Raises:
        DiaryUnreadable, CannotWrite, Unmergeable: it can't be done; ``ours`` is as it was.
    """
    return git.merge_files(before, ours, theirs)
