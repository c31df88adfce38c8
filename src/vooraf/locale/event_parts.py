"""An event part by part, each behind its label; and what one of its versions says that another doesn't."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vooraf.errors import N_
from vooraf.locale import _, spoken
from vooraf.locale.day_words import at_word, full_day
from vooraf.locale.event_words import checklist_word, event_line, event_words, kind_word
from vooraf.locale.words import (
    field_label,
    how_word,
    item_title,
    language_word,
    profile_value,
    profile_word,
    value_word,
)
from vooraf.model.checklist import Checklist
from vooraf.model.client import PROFILE, Client
from vooraf.model.events import POINTING_KINDS, Event
from vooraf.model.formats import long_date
from vooraf.model.versions import differing, version_of
from vooraf.model.visible import visible_line

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
    "at": N_("Written"),
    "seq": N_("Number"),
}
_IN_QUOTES = ("text", "was", "words", "message")
_NOT_SHOWN = ("batch", "target", "on", "counts", "aside")

MOST_OF_A_TEXT = 120
_BEFORE = 30
"""Characters: how much of a long text is shown, and how much of that stands before where it differs."""


def parts(event: Event, client: Client, checklist: Checklist | None) -> Iterator[tuple[str, str, str]]:
    """Everything that an event says: the key in the file, a label, and a text that may have several lines."""
    if event.kind in POINTING_KINDS:
        yield "target", kind_word(event.kind).capitalize(), event_words(event, client, checklist)
    for key, value in event.data.items():
        if key not in _NOT_SHOWN:
            yield key, _label(key), _shown(event, key, value, client, checklist)
    yield "on", _label("on"), long_date(event.on, spoken())
    yield "at", _label("at"), at_word(event.at)
    yield "seq", _label("seq"), f"{event.seq} · {event.id}"


def _label(key: str) -> str:
    word = _(_LABELS[key]) if key in _LABELS else profile_word(key)
    return word[:1].upper() + word[1:]


def _shown(event: Event, key: str, value: object, client: Client, checklist: Checklist | None) -> str:
    if key == "values" and isinstance(value, Mapping):
        each = (
            f"{field_label(name, checklist)}: {value_word(name, part, checklist)}"
            for name, part in value.items()
        )
        return " · ".join(each) or "–"
    if key == "value":
        return value_word(event.text("field"), value, checklist) or _("taken back")
    if key == "checklist":
        return checklist_word(str(value), checklist)
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
        "talk": lambda: next((held.talk for held in client.talks if held.id == text), text),
    }.get(key)
    return said() if said else f"“{text}”" if key in _IN_QUOTES else text


# -- versions --------------------------------------------------------------------------------------


def own_parts(
    event: Event, versions: Sequence[Event], client: Client, checklist: Checklist | None
) -> tuple[tuple[str, str], ...]:
    """The label and the text of what one of an event's versions says otherwise than the others.

    What its line in the diary (``event_line``) says already isn't said again. Where they differ in nothing
    that is shown, it is their seals.
    """
    keys, line = differing(versions), event_line(event, client, checklist)
    own = [(label, text) for key, label, text in parts(event, client, checklist) if key in keys]
    told = [(label, text) for label, text in own if visible_line(text.strip("“”")) not in line]
    lines = {event_line(each, client, checklist) for each in versions}
    if told or len(lines) > 1 or len(versions) == 1:
        return tuple(told)
    return ((_("Seal"), version_of(event)),)


def version_line(event: Event, versions: Sequence[Event], client: Client, checklist: Checklist | None) -> str:
    """A version on one line: its day, its line in the diary, and what it says otherwise than the others."""
    others = [event_words(each, client, checklist) for each in versions if each != event]
    own = own_line(event, versions, client, checklist)
    return " · ".join(filter(None, (dated_line(event, client, checklist, others), own)))


def dated_line(event: Event, client: Client, checklist: Checklist | None, others: Sequence[str] = ()) -> str:
    """An event on one line with its day: ``Fri 20 Nov 2026, told: Price · by e-mail``.

    Of many words those are shown that begin to differ from ``others``.
    """
    words = _from_difference(event_words(event, client, checklist), others)
    said = f"{kind_word(event.kind)}: {words}" if words else kind_word(event.kind)
    return f"{full_day(event.on)}, {said}"


def own_line(event: Event, versions: Sequence[Event], client: Client, checklist: Checklist | None) -> str:
    """What ``own_parts`` gives, on one line; a long text from where it begins to differ."""
    others = [dict(own_parts(each, versions, client, checklist)) for each in versions if each != event]
    return " · ".join(
        f"{label}: {_from_difference(visible_line(text), [visible_line(each.get(label, '')) for each in others])}"
        for label, text in own_parts(event, versions, client, checklist)
    )


def _from_difference(text: str, others: Sequence[str]) -> str:
    """A long text from shortly before the place where it begins to differ from the others."""
    if len(text) <= MOST_OF_A_TEXT:
        return text
    start = max(0, min((_alike(text, other) for other in others), default=0) - _BEFORE)
    start = text.rfind(" ", 0, start) + 1
    shown = text[start : start + MOST_OF_A_TEXT].rstrip()
    return ("… " if start else "") + shown + (" …" if len(text) > start + MOST_OF_A_TEXT else "")


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, its) in pairs if mine != its), min(len(one), len(other)))
