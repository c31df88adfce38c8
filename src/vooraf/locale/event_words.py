"""The words for what is in a diary: an event, and what one command or key did, on a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from vooraf.errors import N_
from vooraf.locale import _, ngettext, spoken
from vooraf.locale.day_words import full_day
from vooraf.locale.words import (
    field_label,
    how_word,
    item_title,
    language_word,
    profile_value,
    profile_word,
    value_word,
)
from vooraf.model.announcing import day_of
from vooraf.model.checklist import Checklist, text_in
from vooraf.model.client import WRITTEN_AS, Client
from vooraf.model.events import BOUNDARY_KINDS, CHOSEN, ITEM_KINDS, POINTING_KINDS, UNDO_KINDS, Event
from vooraf.model.visible import visible_line

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
    CHOSEN: N_("version chosen"),
}

_MOST_NAMED = 3


def kind_word(kind: str) -> str:
    """The kind of an event: ``told``, ``open again``. An unknown kind stays as it is."""
    return _(_KINDS[kind]) if kind in _KINDS else visible_line(kind)


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


def not_counted_word(event: Event, client: Client) -> str:
    """Why an event of a diary doesn't count: ``undone``, or ``not chosen``; an empty text when it does."""
    if event.kind not in UNDO_KINDS and event.batch in client.undone:
        return _("undone")
    return _("not chosen") if event in client.overruled else ""


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
        return "; ".join(titles)
    return ngettext("{count} item", "{count} items", len(titles)).format(count=len(titles))


Said = Iterable[str]


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""


def checklist_word(key: str, checklist: Checklist | None) -> str:
    """The title of the client's ``checklist``, if it is the one with this key; of another one the key is known."""
    return text_in(checklist.title, spoken()) if checklist and checklist.key == key else key


def _of_opened(event: Event, _client: Client, checklist: Checklist | None) -> Said:
    served = checklist_word(event.text("checklist"), checklist)
    return event.text("name"), served, language_word(event.text("language"))


def _of_profile(event: Event, _client: Client, checklist: Checklist | None) -> Said:
    fields = {written: key for key, written in WRITTEN_AS.items()}
    changed = (
        (fields.get(key, key), value) for key, value in event.data.items() if key not in ("batch", "on")
    )
    return (
        f"{profile_word(key)}: "
        + (checklist_word(str(value), checklist) if key == "checklist" else profile_value(key, value))
        for key, value in changed
    )


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
    return _("from {day}").format(day=full_day(day)) if day else ""


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
    again = event.data.get("passed") is True  # their words stand in an event before it
    return title, ("" if again else _quoted(event.text("words"))) or _("asked")


def _of_ended(event: Event, client: Client, _checklist: Checklist | None) -> Said:
    return (next((held.talk for held in client.talks if held.id == event.text("talk")), ""),)


def _of_undoing(event: Event, client: Client, checklist: Checklist | None) -> Said:
    target = event.text("target")
    batch = (each for each in client.events if each.batch == target and each.kind not in UNDO_KINDS)
    taken = [each for each in batch if each not in client.overruled]
    return (batch_line(taken, client, checklist),)


def _of_chosen(event: Event, client: Client, checklist: Checklist | None) -> Said:
    from vooraf.locale.event_parts import version_line  # noqa: PLC0415 - seldom, and a ring otherwise
    from vooraf.model.versions import versions_in, versions_named  # noqa: PLC0415 - seldom

    versions = versions_in(client.events, event.text("target"))
    counting, aside = versions_named(event, versions)
    if not counting:
        return (event.text("target"),)
    lines = [  # one that is about other events may be about this one
        kind_word(each.kind)
        if each.kind in POINTING_KINDS
        else version_line(each, versions, client, checklist)
        for each in counting
    ]
    if aside or len(counting) == 1:
        return lines
    return both_count_word(len(counting)), lines[0]


def both_count_word(count: int) -> str:
    """What is said of so many versions that are events of their own: ``both count``, ``all 3 count``."""
    return _("both count") if count == 2 else _("all {count} count").format(count=count)


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
    CHOSEN: _of_chosen,
}
