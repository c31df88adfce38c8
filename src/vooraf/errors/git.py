"""Faults of keeping diaries in git."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError


class NoGit(VoorafError):
    """There is no program ``git``."""

    message = N_("This system has no program git.")
    hint = N_("Install it first; see https://git-scm.com")


class NotInGit(VoorafError):
    """The data ``folder`` is in no work tree of git."""

    message = N_("The data folder {folder} is in no work tree of git.")
    hint = N_("Put it in git first, with: git init {quoted}")


class GitRefused(VoorafError):
    """Git didn't do it, and said ``why``."""

    message = N_("Git refused: {why}")
    hint = N_("Mend that, then do it again.")


class MergeUnion(VoorafError):
    """``file`` has git merge diaries as ``union``."""

    message = N_(
        "{file} has merge=union for the diaries. That breaks them without a word: of lines that two new events "
        "share git then keeps one, and puts their other lines together, so that events can't be read."
    )
    hint = N_("Take merge=union out there, commit that, then do this again.")


class OtherMerge(VoorafError):
    """Something that weighs more than our line has git merge diaries as ``value``."""

    message = N_("Git still merges diaries by merge={value}: {file} weighs more than the line written here.")
    hint = N_("Take that out, then do this again.")
