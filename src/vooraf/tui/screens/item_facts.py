"""What is known about an item besides its wording: its values, why it matters, what happened to it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from vooraf.actions.view import ClientView
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.day_words import day_word
from vooraf.locale.event_words import event_line, kind_word, not_counted_word
from vooraf.locale.words import field_label, how_word, source_word, value_word
from vooraf.model.checklist import text_in
from vooraf.model.events import BOUNDARY_KINDS, ITEM_KINDS, Event
from vooraf.model.standing import ItemState
from vooraf.model.wording import look_up, names_in, texts_of
from vooraf.tui.widgets.labelled import column_of, cut, labelled, with_tail
from vooraf.tui.widgets.paint import Line, Span, paragraph, width_of

MOST_EVENTS = 12
_MOST_IN_HISTORY = 300


def fields_of(seen: ClientView, state: ItemState) -> tuple[str, ...]:
    """The names of the fields that an item's wording uses, in their order; then its others."""
    used = [name for text in texts_of(state.item, seen.rules).values() for name in names_in(text)]
    known = seen.checklist.fields if seen.checklist else {}
    return tuple(name for name in dict.fromkeys((*used, *state.item.fields)) if name in known)


def value_lines(seen: ClientView, state: ItemState, width: int) -> Iterator[Line]:
    """The item's fields: what stands in them, and where that comes from."""
    names = fields_of(seen, state)
    if not names or seen.checklist is None:
        return
    yield ()
    yield ((_("Values"), "strong"),)
    for name in names:
        found = look_up(seen.checklist.fields[name], seen.client.values, seen.rules)
        shown = value_word(name, found.value, seen.checklist) if found else _("no value yet")
        source = source_word(found.source) if found else ""
        yield from _value(
            field_label(name, seen.checklist), (shown, "strong" if found else "must"), source, width
        )


def _value(label: str, shown: Span, source: str, width: int) -> Iterator[Line]:
    """A field on one line, or its value below the label where it doesn't fit."""
    line: Line = ((f"{label}  ", "dim"), shown, (f"  {source}", "dim"))
    if width_of(line) <= width:
        yield line
        return
    yield from paragraph(label, width, "dim")
    text, style = shown
    yield from with_tail(paragraph(cut(text), width - 2, style, "  "), source, width, 2)


def owner_lines(state: ItemState, width: int) -> Iterator[Line]:
    """Why it matters, and the fact to check: for the owner's eyes."""
    for heading, texts in ((_("Why it matters"), state.item.why), (_("For you to check"), state.item.hint)):
        if said := text_in(texts, spoken()):
            yield ()
            yield ((heading, "strong"),)
            yield from paragraph(said, width)


def history_lines(
    seen: ClientView, key: str, fields: Iterable[str], today: date, width: int
) -> Iterator[Line]:
    """What happened to the item and when, the latest first."""
    wanted = set(fields)
    events = [
        event
        for event in reversed(seen.client.events)
        if event.text("item") == key or (event.kind == "value" and event.text("field") in wanted)
    ]
    if not events:
        return
    yield ()
    yield ((_("What happened"), "strong"),)
    shown = events[:MOST_EVENTS]
    days = [day_word(event.on, today) for event in shown]
    column = column_of(days, width)
    for event, day in zip(shown, days, strict=True):
        mark = not_counted_word(event, seen.client)
        lines = labelled(day, _told_of(event, seen), width, column, "dim" if mark else "")
        yield from with_tail(lines, mark, width, column)
    if older := len(events) - len(shown):
        more = ngettext("and {count} more in the diary", "and {count} more in the diary", older)
        yield ((more.format(count=older), "dim"),)


def _told_of(event: Event, seen: ClientView) -> str:
    """An event without the title under which it stands here: ``confirmed by phone: “fine”``."""
    if event.kind not in (*ITEM_KINDS, *BOUNDARY_KINDS, "note"):
        return event_line(event, seen.client, seen.checklist)
    by, words = event.text("by"), event.text("words")
    said = event.text("text") if event.kind == "note" else f"“{words}”" if words else event.text("why")
    head = " ".join(filter(None, (kind_word(event.kind), how_word(by) if by else "")))
    return cut(": ".join(filter(None, (head, said))), _MOST_IN_HISTORY)
