"""Faults of reading, appending to and merging diaries."""

from __future__ import annotations

from vooraf.errors import N_, VoorafError
from vooraf.errors.disk import refused


class NotSaved(VoorafError):
    """The disk refused an append; the file is as it was."""

    message = N_("Not saved: {why}. The diary is as it was.")
    hint = N_("Make room or mend the access to {file}, then do it again.")
    hints = refused(N_("Give yourself access to {file}, then do it again."))


class DiaryBusy(NotSaved):
    """Another window or program holds the lock of this diary."""

    message = N_("Not saved: another window or program is writing in this diary. The diary is as it was.")
    hint = N_("Do it again in a moment.")


class EventsMissing(NotSaved):
    """``count`` events of ``name`` aren't in the diary any more, or it is empty; the owner hasn't chosen."""

    message = N_(
        "Not saved: something has gone from the diary of {name} (events: {count}), as happens when an old file is put "
        "back."
    )
    hint = N_(
        "Put it back: vooraf missing {client} --put-back – or accept that it is gone: "
        "vooraf missing {client} --accept"
    )


class NoVersion(VoorafError):
    """The version of an event that should count isn't in the diary of ``name``."""

    message = N_("The diary of {name} doesn't have that version. Nothing was chosen.")
    hint = N_("See which there are: vooraf versions {client}")


class DiaryFull(NotSaved):
    """The diary ``file`` would grow over the ``most`` bytes that are read of one."""

    message = N_("Not saved: the diary would grow over {most} bytes, the most that is read of one.")
    hint = N_("Move {file} to another folder, and begin a new diary for this client.")


class DiaryUnreadable(VoorafError):
    """A diary can't be read at all."""

    message = N_("The diary {file} can't be read: {why}.")
    hint = N_("Nothing was changed. Mend the access to that file, or put a copy back.")


class Unmergeable(VoorafError):
    """Two versions of a diary whose union would not read as the two do."""

    message = N_("Put together, these two versions of a diary wouldn't hold just the events of both.")
    hint = N_("Nothing was changed. Git leaves its marks in the file, and Vooraf reads both sides.")


class OtherClient(Unmergeable):
    """They are diaries of the clients ``one`` and ``other``."""

    message = N_("These are diaries of two clients, {one} and {other}, so they aren't put together.")


class MergedTooLarge(Unmergeable):
    """Together they would be larger than what is read of one."""

    message = N_("Put together, these two versions of a diary have {size} bytes; the most is {most}.")
