"""What stands beside the diary: the whole event under the cursor. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rich.cells import cell_len

from vooraf.actions.view import ClientView
from vooraf.errors import N_
from vooraf.locale import _, spoken
from vooraf.locale.day_words import at_word
from vooraf.locale.event_words import event_words, kind_word
from vooraf.locale.words import (
    field_label,
    how_word,
    item_title,
    language_word,
    profile_value,
    profile_word,
    value_word,
)
from vooraf.model.client import PROFILE
from vooraf.model.events import UNDO_KINDS, Event
from vooraf.model.formats import long_date
from vooraf.tui.widgets.event_list import marks_of
from vooraf.tui.widgets.labelled import column_of, labelled
from vooraf.tui.widgets.paint import Line, fitted, spread

_LABELS: Mapping[str, str] = {
    "item": N_("Item"),
    "text": N_("Text"),
    "was": N_("Until then"),
    "from": N_("Valid from"),
    "because": N_("Reason"),
    "message": N_("As it was sent"),
    "words": N_("Their words"),
    "why": N_("Why"),
    "by": N_("How"),
    "on": N_("Happened"),
    "values": N_("Values"),
    "edition": N_("Edition"),
    "field": N_("Value"),
    "value": N_("Is now"),
    "talk": N_("Talk"),
    "minutes": N_("Minutes"),
    "questions": N_("Questions"),
    "step": N_("Question"),
    "written": N_("Written"),
    "number": N_("Number"),
}
_IN_QUOTES = ("text", "was", "words", "message")


def event_lines(seen: ClientView, event: Event, width: int) -> Iterator[Line]:
    """Everything that the diary holds of an event, each part behind its label."""
    marks = marks_of(event, seen)
    title = fitted(kind_word(event.kind), width - cell_len(marks) - 1).rstrip()
    yield spread(((title, "title"),), ((marks, "strong"),), width)
    yield ()
    shown = tuple(_parts(seen, event))
    column = column_of((label for label, _text in shown), width)
    for label, text in shown:
        yield from labelled(label, text, width, column)


def _parts(seen: ClientView, event: Event) -> Iterator[tuple[str, str]]:
    """Pairs of a label and a text."""
    if event.kind in UNDO_KINDS:
        yield kind_word(event.kind).capitalize(), event_words(event, seen.client, seen.checklist)
    for key, value in event.data.items():
        if key not in ("batch", "target", "on"):
            yield _label(key), _shown(seen, event, key, value)
    yield _label("on"), long_date(event.on, spoken())
    yield _label("written"), at_word(event.at)
    yield _label("number"), f"{event.seq} · {event.id}"


def _label(key: str) -> str:
    word = _(_LABELS[key]) if key in _LABELS else profile_word(key)
    return word[:1].upper() + word[1:]


def _shown(seen: ClientView, event: Event, key: str, value: object) -> str:
    checklist = seen.checklist
    if key == "values" and isinstance(value, Mapping):
        each = (
            f"{field_label(name, checklist)}: {value_word(name, part, checklist)}"
            for name, part in value.items()
        )
        return " · ".join(each) or "–"
    if key == "value":
        return value_word(event.text("field"), value, checklist) or _("taken back")
    if key in PROFILE and event.kind in ("opened", "profile"):
        return profile_value(key, value)
    if key == "from" and isinstance(value, date):
        return long_date(value, spoken())
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    said = {
        "item": lambda: item_title(text, checklist),
        "field": lambda: field_label(text, checklist),
        "by": lambda: how_word(text),
        "language": lambda: language_word(text),
        "talk": lambda: next((held.talk for held in seen.client.talks if held.id == text), text),
    }.get(key)
    return said() if said else f"“{text}”" if key in _IN_QUOTES else text
