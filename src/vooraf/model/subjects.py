"""What the steps of a talk are said about: an item, or the meeting as a whole.

A subject is the names that a step can use, each with its text, and the conditions that hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vooraf.model.announcing import coming, day_of, is_unanswered, to_announce, words_that_hold
from vooraf.model.boundary import count_of, known_on, to_bring_up, was_told
from vooraf.model.checklist import Texts, text_in
from vooraf.model.client import CONFIRMED, NOTHING, TOLD, talked_before
from vooraf.model.formats import long_date
from vooraf.model.how import (
    day_in_text,
    how,
    minutes_in_text,
    moment_in_text,
    point,
    salutation,
    standing_word,
    times_in_text,
    when_and_how,
)
from vooraf.model.manner import is_brief
from vooraf.model.record import NamedTuple
from vooraf.model.talk import LETTER
from vooraf.model.wording import Wording, fill, wording

TYPE_CHECKING = False
if TYPE_CHECKING:  # script imports this module
    from vooraf.model.events import Event
    from vooraf.model.script import Facts
    from vooraf.model.standing import ItemState
    from vooraf.model.talk import Talk


class Subject(NamedTuple):
    """``item``: its key, or ``None``; ``names``: an empty text is no value; ``holds``: of CONDITIONS."""

    item: str | None
    names: Mapping[str, str]
    holds: frozenset[str]


def meeting(talk: Talk, facts: Facts) -> Subject:
    """The meeting, or the letter, as a whole."""
    client, language = facts.client, facts.language
    at = client.meeting
    coming = at is not None and at.date() >= facts.today
    return Subject(
        item=None,
        names={
            "name": client.name,
            "salutation": salutation(client.salutation, client.name, language),
            "owner": facts.rules.name,
            "meeting": moment_in_text(at, language) if at is not None and coming else "",
            "place": client.place,
            "minutes": "" if talk.form == LETTER else minutes_in_text(facts.minutes, language),
            "today": long_date(facts.today, language),
            **_changes(facts),
            "style": client.style,
            "approach": client.approach,
            "pace": client.pace,
        },
        holds=frozenset(
            (
                "again" if talked_before(client, facts.today) else "first",
                "call" if is_call(client.place, talk.calls) else "in-person",
                "business" if client.kind == "business" else "consumer",
                "brief" if is_brief(client) else "full",
                *(("signed",) if facts.rules.name.strip() else ()),
            )
        ),
    )


def is_call(place: str, calls: Iterable[str]) -> bool:
    """Whether ``place`` is an address on the internet, or has one of the words of ``calls`` in it."""
    words = "".join(char if char.isalnum() else " " for char in place.casefold()).split()
    said = f" {' '.join(words)} "
    return "://" in place or "www" in words or any(f" {call.casefold()} " in said for call in calls)


def worded(state: ItemState, facts: Facts) -> Wording:
    """Today's wording in the script's language, which need not be the client's."""
    if state.wording.language == facts.language:
        return state.wording
    return wording(state.item, facts.checklist, facts.language, facts.client.values, facts.rules)


def of_item(state: ItemState, today: Wording, facts: Facts, whole: Subject) -> Subject:
    """An item as it stands with this client; ``today`` is its wording, ``whole`` the meeting."""
    item, language = state.item, facts.language
    conditions = {
        "must": item.must,
        "ready": today.ready,
        "unready": not today.ready,
        "told": state.standing == TOLD,
        "confirmed": state.standing == CONFIRMED,
        "coming": coming(state.history, facts.today) is not None,
        "begun": is_unanswered(state.history) and coming(state.history, facts.today) is None,
    }
    return Subject(
        item=item.key,
        names={
            **whole.names,
            **_happened(state, facts),
            **_announced(state, facts),
            "title": text_in(item.title, language),
            "section": _section_title(item.section, facts),
            "standing": standing_word(state.standing, language),
            "say": today.text if today.ready else "",
            "blanks": ", ".join(today.blanks),
            "ask": _question(item.ask, language),
            "check": _question(item.check, language),
        },
        holds=whole.holds | {name for name, holds in conditions.items() if holds},
    )


def about_item(state: ItemState, facts: Facts, whole: Subject) -> Subject:
    """The one item of a message. It is cited as the client knew it on the day that the rule came up.

    The lines aren't the item's own: together they are a message, which tells nothing.
    """
    key, language = state.item.key, facts.language
    count = count_of(facts.client, key)
    day = count.last.on if count else facts.today
    history = known_on(facts.client, key, day)
    told = was_told(history)
    known = state._replace(history=history if told else NOTHING)
    today = worded(state, facts)
    about = of_item(known, today, facts, whole)
    first = history.told or history.basis
    when = day_in_text(first.on, facts.today, language) if told and first else ""
    times = count.times if count else 0
    costs = _costs(history.basis.table("values") if told and history.basis else today.values, facts)
    conditions = {
        "known": told,
        "untold": not told,
        "charges": costs,
        "free": not costs,
        "repeated": times > 1,
    }
    return Subject(
        item=None,
        names={
            **about.names,
            "day": day_in_text(day, facts.today, language),
            "told_when": when_and_how(when, first.text("by"), language) if when and first else "",
            "times": times_in_text(times, language),
        },
        holds=about.holds | {name for name, holds in conditions.items() if holds},
    )


def _costs(values: Iterable[str], facts: Facts) -> bool:
    """Whether one of these fields is an amount, or a share of one."""
    fields = facts.checklist.fields
    return any(name in fields and fields[name].type in ("money", "percent") for name in values)


def _happened(state: ItemState, facts: Facts) -> dict[str, str]:
    """What happened to the item, in words. One that was confirmed untold was told when it was confirmed."""
    history, language = state.history, facts.language
    told_on, told_by = _when_and_how(history.told or history.basis, facts)
    confirmed_on, confirmed_by = _when_and_how(history.confirmed, facts)
    was = history.basis or history.told
    title = text_in(state.item.title, language)
    excepted = to_bring_up(facts.client).get(state.item.key)
    return {
        "told_on": told_on,
        "told_by": told_by,
        "was": was.text("text") if was else "",
        "confirmed_on": confirmed_on,
        "confirmed_by": confirmed_by,
        "words": history.confirmed.text("words") if history.confirmed else "",
        "excepted_on": day_in_text(excepted.on, facts.today, language) if excepted else "",
        "excepted_why": excepted.text("why") if excepted else "",
        "point": point(title, (), state.item.must, language),
        "point_told": point(title, (told_by, told_on), state.item.must, language),
    }


def _announced(state: ItemState, facts: Facts) -> dict[str, str]:
    """The day of what was announced about the item, and the words that hold until then while it is to come."""
    event, to_come = state.history.announced, coming(state.history, facts.today)
    day = day_of(event) if event else None
    return {
        "from_day": day_in_text(day, facts.today, facts.language) if day else "",
        "held": to_come.text("was") if to_come else "",
    }


def items_to_announce(facts: Facts) -> tuple[ItemState, ...]:
    """The items that the house rules announce to this client: the one that is asked for, or all."""
    return tuple(
        state
        for state in facts.states
        if facts.item in ("", state.item.key) and to_announce(state, facts.rules, facts.today)
    )


def _changes(facts: Facts) -> dict[str, str]:
    """What the house rules announce to this client, for the first line of the letter; the day if it is one."""
    found = items_to_announce(facts)
    days = {facts.rules.changes[state.item.key].from_day for state in found}
    day = days.pop() if len(days) == 1 else None
    return {
        "change": "; ".join(text_in(state.item.title, facts.language) for state in found),
        "change_day": long_date(day, facts.language) if day else "",
    }


def announced_item(state: ItemState, facts: Facts, whole: Subject) -> Subject:
    """An item that is announced now: the day and the reason are those of the house rules."""
    subject = of_item(state, worded(state, facts), facts, whole)
    change, history = facts.rules.changes[state.item.key], state.history
    day = change.from_day
    ahead = day is not None and day > facts.today
    names = {
        "from_day": long_date(day, facts.language) if day else "",
        "held": words_that_hold(history, facts.today) if ahead else "",
        "because": _sentence(text_in(change.because, facts.language)),
    }
    holds = {"coming": ahead, "begun": False, "replaces": coming(history, facts.today) is not None}
    return subject._replace(
        names={**subject.names, **names},
        holds=subject.holds - holds.keys() | {name for name, value in holds.items() if value},
    )


def _sentence(words: str) -> str:
    """Words of the owner's as a sentence of its own: with a capital, and a full stop where they have no end."""
    begun = words[:1].upper() + words[1:]
    return f"{begun}." if begun and begun[-1].isalnum() else begun


def _when_and_how(event: Event | None, facts: Facts) -> tuple[str, str]:
    if event is None:
        return "", ""
    return day_in_text(event.on, facts.today, facts.language), how(event.text("by"), facts.language)


def _question(texts: Texts, language: str) -> str:
    """A question of a checklist. It has no fields; one that has all the same never shows ``${…}``."""
    return fill(text_in(texts, language), lambda name: f"[{name}]")


def _section_title(key: str, facts: Facts) -> str:
    titles = (section.title for section in facts.checklist.sections if section.key == key)
    return text_in(next(titles, {}), facts.language)
