"""The table of commands: what each is for, in a line. Its module has its name, imported when it runs.

A hyphen in the name is an underscore in the module's.
"""

from __future__ import annotations

from vooraf.errors import N_

COMMANDS = {
    "new": N_("Open a new client."),
    "list": N_("List the clients, with their next meeting and how far they are."),
    "show": N_("Show one client: what was told, what is confirmed, what is open."),
    "tell": N_("Record that items were told."),
    "confirm": N_("Record that the client confirmed items."),
    "waive": N_("Record that items don't apply to this client."),
    "reopen": N_("Open items again."),
    "set": N_("Set values for one client alone."),
    "edit": N_("Change what is known about a client. An empty text takes a field away."),
    "boundary": N_("Record that a rule was broken, and that you applied it or made an exception."),
    "note": N_("Write a note in the diary."),
    "undo": N_("Take back what was done last."),
    "redo": N_("Let what was taken back last count again."),
    "diary": N_("Show everything that happened, oldest first."),
    "due": N_("Show what is due with every client, and the one thing to do next."),
    "script": N_("Print the script of a talk, or a letter, for one client."),
    "changes": N_("List what has changed since clients were told."),
    "announce": N_(
        "Announce a change to the clients who were told the old version, and record what was sent."
    ),
    "checklists": N_("List, show, copy, begin and check checklists."),
    "words": N_("Look in a text for words that over-promise or say nothing, before you send it."),
    "rules": N_("Show and change the house rules: your values and wordings, for every client."),
    "doctor": N_("Look at every file, and at what your data depend on; say what needs you."),
    "missing": N_("Show events that have gone from a diary: put them back, or accept that they are gone."),
    "versions": N_("Show events that have two versions in a diary, and say which one counts."),
    "git-setup": N_("Have git merge diaries by their events, so that no merge loses one."),
    "merge-driver": N_("Merge two versions of a diary; git runs it."),
}

ANYWHERE = frozenset(("doctor", "merge-driver"))
"""Those that run whatever is wrong with the data folder: to say so, or because they don't look at it."""
