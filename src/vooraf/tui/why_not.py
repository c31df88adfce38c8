"""Why a key does nothing now, by the binding's id; a key without a word would look like a broken one."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.errors import N_

_NO_CLIENT = N_("There is no client in the list yet. Key n adds one.")

SENTENCES: Mapping[str, str] = {
    "home.script": _NO_CLIENT,
    "home.meeting": _NO_CLIENT,
    "home.due": _NO_CLIENT,
    "home.changes": _NO_CLIENT,
    "home.undo": _NO_CLIENT,
    "home.redo": _NO_CLIENT,
    "home.filter": _NO_CLIENT,
    "home.archived": N_("Nobody is archived."),
    "home.problems": N_("Nothing is wrong with the files."),
    "rules.checklist": N_(
        "This is the only checklist that you use. Another one is shown here once a client has it."
    ),
    "rules.undo": N_(
        "There is nothing to undo. Only what you saved here since you opened Vooraf can be undone."
    ),
    "changes.announce": N_("Nothing has changed, so there is nothing to announce."),
    "due.script": N_("Nothing is due. The script of any client opens from the clients' list."),
    "due.meeting": N_("Nothing is due. The meeting with any client begins from the clients' list."),
    "script.longer": N_("You choose minutes for a talk, not for a letter or a message."),
    "script.shorter": N_("You choose minutes for a talk, not for a letter or a message."),
    "script.minutes": N_("You choose minutes for a talk, not for a letter or a message."),
    "script.item": N_("This one isn't about a single item. A message about a rule is: key t."),
    "script.fill-in": N_("No value is missing here."),
}
"""For a screen where it depends on more than the key, its own ``why_not`` says it."""
