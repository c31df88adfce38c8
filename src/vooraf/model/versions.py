"""Two or more versions of one event: which of them count, as the owner chose.

A choice is an event too, of the kind CHOSEN. It names the event, the versions that count and those that are set
aside, by their seals; nothing is taken out of the diary, and to undo the choice is to ask again. A version that
nobody had seen when it was made is asked about once more. Of several choices the last one in order wins, for
each version by itself; one of which no version is here settles nothing. So it is the same on every device that
has the same events. A Vooraf that doesn't know the kind keeps counting all versions, as before the choice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from vooraf.model.diary import Union, content, undoing
from vooraf.model.events import CHOSEN, Event, canonical, seal


def version_of(event: Event) -> str:
    """What a version is known by: the seal over what it says, also where none or another one stands in it."""
    return seal(content(event))


def choice(seen: Iterable[Event], counting: Collection[Event]) -> dict[str, object]:
    """What a CHOSEN event holds: of the versions of one event that were ``seen``, these count."""
    versions = tuple(seen)
    return {
        "target": versions[0].id,
        "counts": [version_of(each) for each in versions if each in counting],
        "aside": [version_of(each) for each in versions if each not in counting],
    }


def settle(merged: Union) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """What the choices among these events make of those that stand in several versions.

    Gives the versions that don't count, and the ids of which the owner hasn't said yet which version does.
    """
    undone = undoing(merged.events).undone
    versions = {
        (event.id, version_of(event)): event for event in merged.events if event.id in merged.conflicts
    }
    counts: dict[tuple[str, str], bool] = {}
    for event in reversed(merged.events):  # so that a choice between two choices is known before they are met
        if event.kind != CHOSEN or event.batch in undone:
            continue
        if event.id in merged.conflicts and not counts.get((event.id, version_of(event)), True):
            continue
        for version, is_counted in _said(event, versions).items():
            counts.setdefault(version, is_counted)
    return (
        tuple(event for version, event in versions.items() if not counts.get(version, True)),
        tuple(sorted({event_id for event_id, version in versions.keys() - counts.keys()})),
    )


def _said(choice: Event, versions: Mapping[tuple[str, str], Event]) -> dict[tuple[str, str], bool]:
    """Of each version that is here and that a choice names, whether it counts; nothing if none of them does."""
    target = choice.text("target")
    counting = [(target, each) for each in _texts(choice.data.get("counts"))]
    aside = [(target, each) for each in _texts(choice.data.get("aside"))]
    if not any(version in versions for version in counting):
        return {}
    said = {**dict.fromkeys(aside, False), **dict.fromkeys(counting, True)}
    return {version: is_counted for version, is_counted in said.items() if version in versions}


def _texts(value: object) -> list[str]:
    return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []


def versions_in(events: Iterable[Event], event_id: str) -> tuple[Event, ...]:
    """The versions of one event, in the order of the diary."""
    return tuple(event for event in events if event.id == event_id)


def versions_named(choice: Event, versions: Iterable[Event]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Of the versions of an event those that count by a choice, and those that it sets aside."""
    known = {(each.id, version_of(each)): each for each in versions}
    said = _said(choice, known)
    counting, aside = (tuple(known[each] for each in said if said[each] is holds) for holds in (True, False))
    return counting, aside


def differing(versions: Iterable[Event]) -> tuple[str, ...]:
    """The keys under which versions of one event don't say the same, in the order in which they stand there."""
    tables = [content(each) for each in versions]
    keys = dict.fromkeys(key for table in tables for key in table)
    return tuple(key for key in keys if len({_said_under(key, table) for table in tables}) > 1)


def _said_under(key: str, table: Mapping[str, object]) -> str:
    return canonical({key: table[key]}) if key in table else ""
