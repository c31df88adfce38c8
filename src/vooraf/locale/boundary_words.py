"""The words for rules that came up with a client, and what was done then."""

from __future__ import annotations

from vooraf.locale import _
from vooraf.locale.words import item_title
from vooraf.model.boundary import Count, counted
from vooraf.model.checklist import Checklist
from vooraf.model.client import Client
from vooraf.model.visible import visible_line


def boundary_line(client: Client, checklist: Checklist | None) -> str:
    """Which rules came up and what was done: ``No-show 2×, applied 1×, excepted 1×``; else an empty text."""
    return " · ".join(boundary_words(count, checklist) for count in counted(client))


def boundary_words(count: Count, checklist: Checklist | None) -> str:
    """How often one rule came up, and what was done: ``No-show 2×, applied 1×, excepted 1×``."""
    return f"{item_title(count.item, checklist)} {boundary_figures(count)}"


def boundary_figures(count: Count) -> str:
    """The same without its title: ``2×, applied 1×, excepted 1×``."""
    parts = [f"{count.times}×"]
    if count.applied:
        parts.append(_("applied {count}×").format(count=count.applied))
    if count.excepted:
        parts.append(_("exception {count}×").format(count=count.excepted))
    return ", ".join(parts)


def never_told_words(title: str, name: str) -> str:
    """What the owner hears first about a rule that the client couldn't know."""
    return _("“{item}” was never told to {name}. Tell it first, then you can keep to it.").format(
        item=title, name=visible_line(name)
    )


def message_words(item: str, count: Count | None, client: Client, checklist: Checklist | None) -> str:
    """What the owner knows of an item that ``client`` was never told, before a message about it is sent."""
    said = boundary_words(count, checklist) if count else item_title(item, checklist)
    told = _("never told to {name}; the message doesn't say it was").format(name=visible_line(client.name))
    return f"{said} · {told}"


def what_follows() -> str:
    """What comes of an exception, as a rule; said once, and nothing is forbidden."""
    return _("What you let pass once, your client will expect again. Say that it is for this once, and why.")
