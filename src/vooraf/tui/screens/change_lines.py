"""What stands beside a changed item: the words that were told, those of now, and who was told them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby, islice

from vooraf.actions.changes import Aside, ItemChange, ToldOtherwise
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.day_words import day_word
from vooraf.locale.words import how_word, item_title
from vooraf.model.checklist import Change, Checklist, text_in
from vooraf.model.formats import long_date
from vooraf.tui.widgets.labelled import column_of, labelled
from vooraf.tui.widgets.paint import Line, fitted, one_line, paragraph, spread, width_of

_MOST_NAMED = 12


def change_row(change: ItemChange, checklist: Checklist | None, width: int) -> Line:
    """An item in the list: its title, that of its checklist, how many clients were told otherwise."""
    count = ngettext("{count} client", "{count} clients", len(change.clients))
    right: Line = ((count.format(count=len(change.clients)), "changed"),)
    room = max(width - len(right[0][0]) - 1, 1)
    where = text_in(checklist.title, spoken()) if checklist else change.checklist
    title = f"{item_title(change.item, checklist)} · {where}"
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


def brief_change(
    change: ItemChange, checklist: Checklist | None, today: date, width: int, key: str
) -> Iterator[Line]:
    """The same in seven lines, where there is no room beside the list: the first pair of words, and who.

    The words begin with the sentence that differs. ``key`` shows everything.
    """
    everything = _("{key} shows everything").format(key=key)
    room = max(width - len(everything) - 2, 1)
    title = fitted(item_title(change.item, checklist), room).rstrip()
    yield spread(((title, "title"),), ((everything, "dim"),), width)
    first = min(change.clients, key=lambda each: (each.was, each.now))
    labels = (_("Was"), _("Now"), _("Who"))
    column = column_of(labels, width)
    start = _where_they_differ(first.was, first.now)
    for label, text, style in ((labels[0], first.was, "dim"), (labels[1], first.now, "")):
        part = ("… " if start else "") + text[start:]
        yield from in_lines(labelled(label, part, width, column, style), 2, width)
    who = ", ".join(
        f"{one_line(each.name[:40])} ({_told(each, today)})" for each in change.clients[:_MOST_NAMED]
    )
    yield from in_lines(labelled(labels[2], who, width, column), 2, width)


def in_lines(lines: Iterable[Line], most: int, width: int) -> Iterator[Line]:
    """At most so many of ``lines``; where there are more, the last ends in an ellipsis."""
    kept = list(islice(lines, most + 1))
    yield from kept[: most if len(kept) <= most else most - 1]
    if len(kept) > most:
        *begin, (text, style) = kept[most - 1]
        room = max(width - width_of(tuple(begin)), 1)
        yield (*begin, (fitted(f"{text} …", room).rstrip(), style))


def begun(lines: Iterable[Line], most: int, width: int, key: str) -> Iterator[Line]:
    """So many of ``lines``; where there are more, the last says by which ``key`` they are shown."""
    kept = list(islice(lines, most + 1))
    if len(kept) <= most:
        yield from kept
        return
    yield from kept[: most - 1]
    yield ((fitted(_("{key} shows everything").format(key=key), width), "dim"),)


def _where_they_differ(was: str, now: str) -> int:
    """Where the first sentence begins that isn't the same in both."""
    same = next((place for place, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), 0)
    return was.rfind(". ", 0, same) + 2 if ". " in was[:same] else 0


def _client_line(each: ToldOtherwise, today: date, width: int) -> Line:
    """Who was told, when and how, and whether they said yes."""
    told = _told(each, today)
    room = max(width - len(told) - 3, 8)
    name = fitted(each.name, room).rstrip()
    return spread(((f"  {name}", ""),), ((told, "dim"),), width)


def _told(each: ToldOtherwise, today: date) -> str:
    day = day_word(each.on, today) if each.on else ""
    parts = (how_word(each.by) if each.by else "", day, _("confirmed") if each.confirmed else "")
    return one_line(", ".join(part for part in parts if part))


def aside_line(aside: tuple[Aside, ...], title_of: Callable[[Aside], str]) -> str:
    """Who isn't listed for which item because of a value of their own; empty when there is nobody."""
    if not aside:
        return ""
    names = [f"{one_line(each.name[:40])} ({title_of(each)})" for each in aside]
    shown = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    return _("With a value of their own, so not listed: {names}.").format(names=shown)
