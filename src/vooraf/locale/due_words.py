"""The words for what is due: what it is, since when, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from vooraf.errors import N_
from vooraf.locale import _, ngettext
from vooraf.locale.day_words import day_word, meeting_word
from vooraf.locale.words import item_title
from vooraf.model.checklist import Checklist
from vooraf.model.due import ANNOUNCED, MEETING, SILENT, UNTOLD, Due
from vooraf.model.formats import clock

_NEXT = {
    MEETING: N_("Print the check-in"),
    UNTOLD: N_("Tell it, and tick it"),
    SILENT: N_("Ask how it landed, and write down the answer"),
    ANNOUNCED: N_("Ask what the change means for them"),
}
_HEADINGS = {
    MEETING: N_("Meetings to come"),
    UNTOLD: N_("Time to tell"),
    ANNOUNCED: N_("Announced, no answer yet"),
    SILENT: N_("Told, no answer yet"),
}
_COMMANDS = {MEETING: "script {client}", UNTOLD: "tell {client} {keys}", SILENT: "confirm {client} {keys}"}
_MOST_NAMED = 3


def next_thing(each: Due) -> str:
    """The one thing to do next: ``Ask how it landed, and write down the answer``."""
    if each.kind == UNTOLD and not each.ready:
        return _("Fill in what is missing, then tell it")
    return _(_NEXT[each.kind])


def next_command(each: Due, items: Sequence[str]) -> str:
    """The command for it, without ``vooraf``; for many items one that shows them."""
    if each.kind == UNTOLD and not each.ready:
        return f"show {each.client}"
    if len(items) > _MOST_NAMED:
        return f"script {each.client}"
    return _COMMANDS.get(each.kind, _COMMANDS[SILENT]).format(client=each.client, keys=" ".join(items))


def due_heading(kind: str) -> str:
    """What stands above those of a kind: ``Told, no answer yet``."""
    return _(_HEADINGS[kind])


def since_word(each: Due, now: datetime) -> str:
    """When they meet, or since when it waits: ``today 14:00``, ``Tue 24 Nov``."""
    if each.kind == MEETING:
        word, at = meeting_word(each.at, now), clock(each.at)
        return word if word.endswith(at) else f"{word} {at}"
    return day_word(each.at.date(), now.date())


def what_word(each: Due) -> str:
    """What it is, in short: ``3 items told, no answer yet``."""
    count = len(each.items)
    if each.kind == MEETING:
        return _("meeting")
    if each.kind == UNTOLD:
        said = (
            ngettext("{count} item to tell", "{count} items to tell", count)
            if each.ready
            else ngettext("{count} item without a value", "{count} items without a value", count)
        )
    elif each.kind == SILENT:
        said = ngettext("{count} item told, no answer yet", "{count} items told, no answer yet", count)
    else:
        said = ngettext(
            "{count} change announced, no answer yet", "{count} changes announced, no answer yet", count
        )
    return said.format(count=count)


def titles_word(each: Due, checklist: Checklist | None, most: int = _MOST_NAMED) -> str:
    """The titles of its items; of many the first few, and how many more there are."""
    items = each.items
    named = [item_title(key, checklist) for key in items[:most]]
    if more := len(items) - len(named):
        named.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return " · ".join(named)


def counts_word(counts: Mapping[str, int]) -> str:
    """How much is due in all: ``3 meetings · 2 to tell · 14 told, no answer yet``; empty when nothing is."""
    said = (
        ngettext("{count} meeting", "{count} meetings", counts[MEETING]),
        ngettext("{count} to tell", "{count} to tell", counts[UNTOLD]),
        ngettext("{count} without an answer", "{count} without an answer", counts[SILENT]),
        ngettext("{count} announced", "{count} announced", counts[ANNOUNCED]),
    )
    figures = (counts[MEETING], counts[UNTOLD], counts[SILENT], counts[ANNOUNCED])
    return " · ".join(text.format(count=figure) for text, figure in zip(said, figures, strict=True) if figure)
