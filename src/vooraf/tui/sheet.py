"""A script on its way out: as it stands on the sheet, in a file, on the clipboard. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from vooraf.actions.messages import About
from vooraf.actions.view import ClientView
from vooraf.locale import _, ngettext
from vooraf.locale.boundary_words import boundary_words, message_words
from vooraf.locale.sheet_words import unsigned_words, without_vat_words
from vooraf.locale.words import item_title
from vooraf.model.naming import slug_of
from vooraf.model.record import NamedTuple
from vooraf.model.script import Script
from vooraf.model.standing import ItemState
from vooraf.model.talk import LETTER
from vooraf.model.vat import without_vat
from vooraf.model.visible import visible_line
from vooraf.render.text import text
from vooraf.tui.widgets.paint import Line

WIDTH = 72
"""Cells of a line on paper; on a narrower screen the sheet is as wide as that."""

_NARROWEST = 20
_UNWRAPPED = 100_000
_MOST_NAMED = 3


class Sheet(NamedTuple):
    """A script, and the client as they were when it was made."""

    seen: ClientView
    script: Script


def sheet_lines(script: Script, width: int) -> Iterator[Line]:
    """The sheet as it will be printed, its titles in a stronger hand."""
    titles = {visible_line(part.title) for part in script.parts if part.title}
    heading = True
    for line in text(script, max(_NARROWEST, min(width, WIDTH))).splitlines():
        heading = heading and bool(line)
        yield ((line, "title" if heading or line in titles else ""),)


def pasted(script: Script) -> str:
    """What is copied. A letter's paragraphs are one line each: a mail program wraps them itself."""
    return text(script, _UNWRAPPED if script.form == LETTER else WIDTH)


def proposed_name(script: Script) -> str:
    """A name for the file: what it is in the client's language, who for; in the home folder, as a page to open."""
    return f"~/{slug_of(f'{script.title} {script.name}')}.html"


def about_words(seen: ClientView, about: About | None) -> str:
    """What the owner should know about a message's item: how often it came up, and whether it was ever told."""
    if about is None or not (about.came_up or about.untold):
        return ""
    if about.untold:
        return message_words(about.item, about.came_up, seen.client, seen.checklist)
    return boundary_words(about.came_up, seen.checklist) if about.came_up else ""


def before_it_goes_out(sheet: Sheet, left: tuple[ItemState, ...]) -> str:
    """What the owner should see to first, a line each: what is ``left`` out, a name, prices without VAT."""
    seen, made = sheet
    dear = without_vat(seen.client, seen.states, made)
    said = (
        left_out_words(seen, left),
        unsigned_words() if made.form == LETTER and not seen.rules.name.strip() else "",
        without_vat_words(dear, seen.checklist) if dear else "",
    )
    return "\n".join(filter(None, said))


def left_out_words(seen: ClientView, left: tuple[ItemState, ...]) -> str:
    """The items that a letter leaves out because a value is missing, and what to do about it."""
    if not left:
        return ""
    named = [item_title(state.item.key, seen.checklist) for state in left[:_MOST_NAMED]]
    more = len(left) - len(named)
    if more:
        named.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    said = _("Left out until a value is filled in (key e): {items}.")
    return said.format(items="; ".join(named))
