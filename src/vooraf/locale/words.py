"""The words and glyphs that the screens and the commands share, in the language that is spoken.

Pure: what a function gives depends on its arguments and on the language alone. Texts from a client or a
file come back on one line and made visible; a screen still has to show them as text, not as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from vooraf.errors import N_
from vooraf.locale import _, ngettext, spoken
from vooraf.model.announcing import day_of
from vooraf.model.boundary import Count, counted
from vooraf.model.checklist import Checklist, Field, text_in
from vooraf.model.client import CHANGED, CONFIRMED, OPEN, TOLD, WAIVED, WRITTEN_AS, Client
from vooraf.model.events import BOUNDARY_KINDS, ITEM_KINDS, UNDO_KINDS, Event
from vooraf.model.formats import clock, short_date
from vooraf.model.values import shown_value
from vooraf.model.visible import visible_line
from vooraf.model.wording import BY_DEFAULT, IN_RULES, WITH_CLIENT

GLYPHS = {OPEN: "○", TOLD: "◐", CONFIRMED: "●", CHANGED: "≠", WAIVED: "–"}
ASCII_GLYPHS = {OPEN: "[ ]", TOLD: "[~]", CONFIRMED: "[x]", CHANGED: "[#]", WAIVED: "[-]"}
MUST = "!"

_STANDINGS = {
    OPEN: N_("open"),
    TOLD: N_("told"),
    CONFIRMED: N_("confirmed"),
    CHANGED: N_("changed"),
    WAIVED: N_("n/a"),
}
_HOWS = {
    "email": N_("by e-mail"),
    "phone": N_("by phone"),
    "website": N_("on the website"),
    "quote": N_("in the quote"),
    "paper": N_("on paper"),
    "in-person": N_("in person"),
    "chat": N_("by chat"),
    "other": N_("another way"),
}
_MOMENTS = {
    "enquiry": N_("at the enquiry"),
    "introduction": N_("at the introduction"),
    "agreement": N_("at the agreement"),
    "start": N_("at the start"),
    "progress": N_("during the work"),
    "delivery": N_("at the delivery"),
    "aftercare": N_("in the aftercare"),
}
_CLIENT_MOMENTS = {
    "enquiry": N_("first contact"),
    "introduction": N_("introduction"),
    "agreement": N_("quote and agreement"),
    "start": N_("start"),
    "progress": N_("work under way"),
    "delivery": N_("delivery"),
    "aftercare": N_("aftercare"),
}
_KINDS = {
    "opened": N_("new client"),
    "profile": N_("profile"),
    "value": N_("value"),
    "told": N_("told"),
    "announced": N_("announced"),
    "confirmed": N_("confirmed"),
    "waived": N_("n/a"),
    "reopened": N_("open again"),
    "applied": N_("rule applied"),
    "excepted": N_("exception made"),
    "note": N_("note"),
    "started": N_("talk begun"),
    "answered": N_("answer"),
    "ended": N_("talk ended"),
    "undone": N_("undone"),
    "redone": N_("done again"),
}
_PROFILE = {
    "name": N_("name"),
    "checklist": N_("checklist"),
    "language": N_("language"),
    "meeting": N_("meeting"),
    "place": N_("place"),
    "wishes": N_("wishes"),
    "kind": N_("kind"),
    "email": N_("e-mail"),
    "phone": N_("phone"),
    "salutation": N_("salutation"),
    "style": N_("how they put things"),
    "approach": N_("how they like to be approached"),
    "pace": N_("their pace"),
    "moment": N_("moment"),
    "archived": N_("archived"),
}
_LANGUAGES = {"en": N_("English"), "nl": N_("Dutch (je)"), "nl_formal": N_("Dutch (u)")}
_CLIENT_KINDS = {"consumer": N_("consumer"), "business": N_("business")}
_SOURCES = {
    WITH_CLIENT: N_("for this client"),
    IN_RULES: N_("house rules"),
    BY_DEFAULT: N_("as the checklist has it"),
}
_TYPES = {
    "text": N_("text"),
    "number": N_("number"),
    "money": N_("amount"),
    "percent": N_("percentage"),
    "date": N_("date"),
    "time": N_("time"),
    "days": N_("days"),
    "hours": N_("hours"),
}

_SOON = timedelta(minutes=90)
_MOST_NAMED = 3


def glyph(standing: str, *, ascii_only: bool = False) -> str:
    """The sign of a standing: one cell, or three with ``ascii_only`` (``VOORAF_ASCII=1``)."""
    return (ASCII_GLYPHS if ascii_only else GLYPHS)[standing]


def standing_word(standing: str) -> str:
    """Where an item stands: ``open``, ``told``, ``confirmed``, ``changed``, ``n/a``."""
    return _(_STANDINGS[standing])


def how_word(how: str) -> str:
    """How something was told or confirmed: ``by e-mail``. A word that Vooraf doesn't know stays as it is."""
    return _(_HOWS[how]) if how in _HOWS else visible_line(how)


def moment_word(moment: str) -> str:
    """When an item is told at the latest: ``at the agreement``."""
    return _(_MOMENTS[moment])


def client_moment_word(moment: str) -> str:
    """Where a client is: ``quote and agreement``."""
    return _(_CLIENT_MOMENTS[moment]) if moment in _CLIENT_MOMENTS else visible_line(moment)


def kind_word(kind: str) -> str:
    """The kind of an event: ``told``, ``open again``. An unknown kind stays as it is."""
    return _(_KINDS[kind]) if kind in _KINDS else visible_line(kind)


def profile_word(key: str) -> str:
    """The name of a field of the profile: ``e-mail``."""
    return _(_PROFILE[key]) if key in _PROFILE else visible_line(key)


def language_word(language: str) -> str:
    """The name of a client's language: ``Dutch (je)``."""
    return _(_LANGUAGES[language]) if language in _LANGUAGES else visible_line(language)


def client_kind_word(kind: str) -> str:
    """``consumer`` or ``business``, in the language that is spoken; an empty text stays empty."""
    return _(_CLIENT_KINDS[kind]) if kind in _CLIENT_KINDS else visible_line(kind)


def source_word(source: str) -> str:
    """Where a value was found: ``for this client``, ``house rules``, ``as the checklist has it``."""
    return _(_SOURCES[source])


# -- days ------------------------------------------------------------------------------------------


def day_word(day: date, today: date) -> str:
    """``today``, ``tomorrow``, ``yesterday``, ``Tue 24 Nov``; with the year when it is another one."""
    near = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}.get((day - today).days)
    if near:
        return _(near)
    shown = short_date(day, spoken())
    return shown if day.year == today.year else f"{shown} {day.year}"


def meeting_word(meeting: datetime | None, now: datetime) -> str:
    """When they meet: ``today 14:00``, ``tomorrow``, ``Tue 24 Nov``, ``no date``.

    ``meeting`` is local time without a zone; of ``now`` the day is taken.
    """
    if meeting is None:
        return _("no date")
    day = day_word(meeting.date(), now.date())
    return f"{day} {clock(meeting)}" if meeting.date() == now.date() else day


def until_word(meeting: datetime, now: datetime) -> str:
    """How long until a meeting: ``in 40 minutes``, ``in 3 days``; ``now`` when it has begun.

    ``meeting`` is local time without a zone, ``now`` is local. A meeting of another day that is past gives
    an empty text.
    """
    left = meeting - now.replace(tzinfo=None)
    days = (meeting.date() - now.date()).days
    if days < 0:
        return ""
    if left < timedelta(0):
        return _("now")
    if left < _SOON:
        minutes = left // timedelta(minutes=1)
        return ngettext("in {count} minute", "in {count} minutes", minutes).format(count=minutes)
    if days == 0:
        hours = round(left / timedelta(hours=1))
        return ngettext("in {count} hour", "in {count} hours", hours).format(count=hours)
    return ngettext("in {count} day", "in {count} days", days).format(count=days)


def at_word(moment: datetime) -> str:
    """A day and a time that say themselves in any year: ``Tue 24 Nov 2026 10:00``."""
    return f"{short_date(moment, spoken())} {moment.year} {clock(moment)}"


# -- figures ---------------------------------------------------------------------------------------


def musts_word(count: int) -> str:
    """``2 musts open``; an empty text when there are none."""
    return ngettext("{count} must open", "{count} musts open", count).format(count=count) if count else ""


def changed_word(count: int) -> str:
    """``1 changed``; an empty text when there are none."""
    return ngettext("{count} changed", "{count} changed", count).format(count=count) if count else ""


def progress_line(counts: Mapping[str, int], must_open: int) -> str:
    """How far a client is: ``9 of 25 confirmed · 2 musts open · 1 changed``. Waived items don't count."""
    whole = sum(counts.values()) - counts[WAIVED]
    confirmed = _("{count} of {whole} confirmed").format(count=counts[CONFIRMED], whole=whole)
    return " · ".join(filter(None, (confirmed, musts_word(must_open), changed_word(counts[CHANGED]))))


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
    told = _("never told to {name}; the message says so").format(name=visible_line(client.name))
    return f"{said} · {told}"


def what_follows() -> str:
    """What comes of an exception, as a rule; said once, and nothing is forbidden."""
    return _("What you let pass once, your client will expect again. Say that it is for this once, and why.")


# -- items and values ------------------------------------------------------------------------------


def item_title(key: str, checklist: Checklist | None) -> str:
    """An item's title in the language that is spoken; its key when the checklist hasn't got it."""
    item = checklist.item(key) if checklist else None
    return visible_line(text_in(item.title, spoken()) if item else key)


def field_label(name: str, checklist: Checklist | None) -> str:
    """A field's label in the language that is spoken; its name when the checklist hasn't got it."""
    field = checklist.fields.get(name) if checklist else None
    return visible_line((text_in(field.label, spoken()) if field else "") or name)


def field_type_word(field: Field) -> str:
    """What a field takes: ``amount``, ``days``; of a choice the keys to choose from."""
    return _(_TYPES[field.type]) if field.type in _TYPES else visible_line(" | ".join(field.options))


def value_word(name: str, value: object, checklist: Checklist | None) -> str:
    """A value as the owner reads it: ``€75.00``; an empty text when there is none."""
    field = checklist.fields.get(name) if checklist else None
    if value is None or value == "":
        return ""
    return visible_line(shown_value(field, value, spoken()) if field else str(value))


def profile_value(key: str, value: object) -> str:
    """A field of the profile as the owner reads it; ``–`` for one that was taken away."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return at_word(value)
    if isinstance(value, list | tuple):
        return visible_line(" · ".join(map(str, value))) or GLYPHS[WAIVED]
    said = {"language": language_word, "kind": client_kind_word, "moment": client_moment_word}.get(
        key, visible_line
    )
    return said(str(value)) if value not in (None, "") else GLYPHS[WAIVED]


# -- events ----------------------------------------------------------------------------------------


def event_words(event: Event, client: Client, checklist: Checklist | None) -> str:
    """What an event says beside its kind, on one line: ``Price · by e-mail``.

    ``client`` is whose diary it is: an undo is told by what it takes back.
    """
    say = _SAYERS.get(event.kind, _of_unknown)
    return visible_line(" · ".join(part for part in say(event, client, checklist) if part))


def event_line(event: Event, client: Client, checklist: Checklist | None) -> str:
    """An event on one line: ``told: Price · by e-mail``."""
    words = event_words(event, client, checklist)
    return f"{kind_word(event.kind)}: {words}" if words else kind_word(event.kind)


def batch_line(events: Sequence[Event], client: Client, checklist: Checklist | None) -> str:
    """What one command or key did, on one line: ``told: Price, Deposit · by e-mail``, ``told: 25 items``."""
    lines = []
    for kind, group in groupby(events, key=lambda event: event.kind):
        alike = tuple(group)
        if len(alike) == 1 or kind not in ITEM_KINDS:
            lines += [event_line(event, client, checklist) for event in alike]
            continue
        titles = [item_title(event.text("item"), checklist) for event in alike]
        by = how_word(alike[0].text("by"))
        lines.append(f"{kind_word(kind)}: {_few(titles)}" + (f" · {by}" if by else ""))
    return " · ".join(lines)


def _few(titles: Sequence[str]) -> str:
    if len(titles) <= _MOST_NAMED:
        return ", ".join(titles)
    return ngettext("{count} item", "{count} items", len(titles)).format(count=len(titles))


Said = Iterable[str]


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""


def _of_opened(event: Event, _client: Client, _checklist: Checklist | None) -> Said:
    return event.text("name"), event.text("checklist"), language_word(event.text("language"))


def _of_profile(event: Event, _client: Client, _checklist: Checklist | None) -> Said:
    fields = {written: key for key, written in WRITTEN_AS.items()}
    changed = (
        (fields.get(key, key), value) for key, value in event.data.items() if key not in ("batch", "on")
    )
    return (f"{profile_word(key)}: {profile_value(key, value)}" for key, value in changed)


def _of_value(event: Event, _client: Client, checklist: Checklist | None) -> Said:
    name = event.text("field")
    shown = value_word(name, event.data.get("value"), checklist)
    return (f"{field_label(name, checklist)}: {shown or _('taken back')}",)


def _of_item(event: Event, _client: Client, checklist: Checklist | None) -> Said:
    by = event.text("by")
    return (
        item_title(event.text("item"), checklist),
        how_word(by) if by else "",
        _from_day(event),
        _quoted(event.text("words")),
        event.text("why"),
    )


def _from_day(event: Event) -> str:
    """From when what was announced holds: ``from Fri 1 Jan 2027``."""
    day = day_of(event)
    return _("from {day}").format(day=f"{short_date(day, spoken())} {day.year}") if day else ""


def _of_note(event: Event, _client: Client, checklist: Checklist | None) -> Said:
    item = event.text("item")
    return item_title(item, checklist) if item else "", event.text("text")


def _of_started(event: Event, _client: Client, _checklist: Checklist | None) -> Said:
    minutes, questions = event.data.get("minutes"), event.data.get("questions")
    asked = len(questions) if isinstance(questions, list) else 0
    long = minutes if isinstance(minutes, int) else 0
    return (
        event.text("talk"),
        ngettext("{count} minute", "{count} minutes", long).format(count=long) if long else "",
        ngettext("{count} question", "{count} questions", asked).format(count=asked),
    )


def step_word(step: str) -> str:
    """What a question that is about no item asks; the key itself of a question of the owner's own."""
    return _(_STEPS[step]) if step in _STEPS else step


_STEPS: Mapping[str, str] = {
    "opening": N_("before we begin"),
    "wishes": N_("the wishes"),
    "expectations:success": N_("when it is a success"),
    "expectations:date": N_("who counts on the date"),
    "expectations:bad-news": N_("how to bring bad news"),
    "expectations:unhappy": N_("what if they aren't happy"),
    "closing": N_("reading it back"),
}


def _of_answered(event: Event, _client: Client, checklist: Checklist | None) -> Said:
    about = event.text("step").partition(":")[2].partition(":")[0]
    known = checklist is not None and checklist.item(about) is not None
    title = item_title(about, checklist) if known else step_word(event.text("step"))
    return title, _quoted(event.text("words")) or _("asked")


def _of_ended(event: Event, client: Client, _checklist: Checklist | None) -> Said:
    return (next((held.talk for held in client.talks if held.id == event.text("talk")), ""),)


def _of_undoing(event: Event, client: Client, checklist: Checklist | None) -> Said:
    target = event.text("target")
    taken = [each for each in client.events if each.batch == target and each.kind not in UNDO_KINDS]
    return (batch_line(taken, client, checklist),)


def _of_unknown(event: Event, _client: Client, _checklist: Checklist | None) -> Said:
    return (f"{key}: {value}" for key, value in event.data.items() if key not in ("batch", "on"))


_SAYERS: Mapping[str, Callable[[Event, Client, Checklist | None], Said]] = {
    "opened": _of_opened,
    "profile": _of_profile,
    "value": _of_value,
    **dict.fromkeys((*ITEM_KINDS, *BOUNDARY_KINDS), _of_item),
    "note": _of_note,
    "started": _of_started,
    "answered": _of_answered,
    "ended": _of_ended,
    "undone": _of_undoing,
    "redone": _of_undoing,
}
