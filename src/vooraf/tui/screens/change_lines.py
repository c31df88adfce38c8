"""What stands beside a changed item: the words that were told, those of now, and who was told them. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from vooraf.actions.changes import Aside, ItemChange, ToldOtherwise
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.day_words import day_word
from vooraf.locale.words import how_word, item_title, language_word
from vooraf.model.checklist import Change, Checklist
from vooraf.model.formats import long_date
from vooraf.tui.widgets.labelled import column_of, labelled
from vooraf.tui.widgets.paint import Line, fitted, one_line, paragraph, spread

_MOST_NAMED = 12


def change_row(change: ItemChange, checklist: Checklist | None, width: int) -> Line:
    """An item in the list: its title, its checklist, how many clients were told otherwise."""
    count = ngettext("{count} client", "{count} clients", len(change.clients))
    right: Line = ((count.format(count=len(change.clients)), "changed"),)
    room = max(width - len(right[0][0]) - 1, 1)
    title = f"{item_title(change.item, checklist)} · {change.checklist}"
    return spread(((fitted(title, room).rstrip(), "strong"),), right, width)


def change_lines(
    change: ItemChange, checklist: Checklist | None, kept: Change | None, today: date, width: int
) -> Iterator[Line]:
    """The title, what is announced about it, and for each pair of old and new words who was told them."""
    yield ((fitted(item_title(change.item, checklist), width), "title"),)
    if kept is not None and kept.from_day is not None and kept.from_day >= today:
        said = _("To be announced: from {day}.").format(day=long_date(kept.from_day, spoken()))
        yield from paragraph(said, width, "dim")
    yield ()
    pairs = sorted(change.clients, key=lambda each: (each.was, each.now))
    labels = (_("Was"), _("Now"))
    column = column_of(labels, width)
    for (was, now), group in groupby(pairs, key=lambda each: (each.was, each.now)):
        yield from labelled(labels[0], was, width, column, "dim")
        yield from labelled(labels[1], now, width, column)
        yield ()
        yield from (_client_line(each, today, width) for each in group)
        yield ()


def _client_line(each: ToldOtherwise, today: date, width: int) -> Line:
    """Who was told, when and how, and whether they said yes."""
    day = day_word(each.on, today) if each.on else ""
    parts = (how_word(each.by) if each.by else "", day, _("confirmed") if each.confirmed else "")
    told = one_line(", ".join(part for part in parts if part))
    room = max(width - len(told) - 3, 8)
    name = fitted(each.name, room).rstrip()
    return spread(((f"  {name}", ""),), ((told, "dim"),), width)


def aside_line(aside: tuple[Aside, ...]) -> str:
    """Who isn't listed because of a value of their own; empty when there is nobody."""
    if not aside:
        return ""
    names = list(dict.fromkeys(one_line(each.name[:40]) for each in aside))
    shown = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    return _("With a value of their own, so not listed: {names}.").format(names=shown)


def told_before(each: ToldOtherwise, today: date) -> str:
    """When, how and in which language somebody was told the old words, on one line."""
    day = day_word(each.on, today) if each.on else ""
    parts = (language_word(each.language), how_word(each.by) if each.by else "", day)
    return " · ".join(part for part in parts if part)
