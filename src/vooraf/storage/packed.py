"""What the index keeps, as JSON and back: checklists, talks, readings of diaries.

JSON knows no dates, and a pickle in a folder that another program can write could run anything. So a text
that begins with MARK is one of these: a date, a time, a moment, or a text that begins so itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time

from vooraf.model.checklist import Checklist, Field, Item, Section
from vooraf.model.events import Event
from vooraf.model.faults import Problem
from vooraf.model.quick_json import loads, writer
from vooraf.model.talk import Part, Step, Talk
from vooraf.storage.reading import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MARK = "\x01"
BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What unpacking raises when a text is no whole one of its kind."""


def put(value: object) -> object:
    """A value as JSON holds it."""
    if isinstance(value, str):
        return f"{MARK}s{value}" if value.startswith(MARK) else value
    if isinstance(value, datetime):
        return f"{MARK}m{value.isoformat()}"
    if isinstance(value, date):
        return f"{MARK}d{value.isoformat()}"
    if isinstance(value, time):
        return f"{MARK}t{value.isoformat()}"
    if isinstance(value, Mapping):
        return {key: put(each) for key, each in value.items()}
    return [put(each) for each in value] if isinstance(value, list | tuple) else value


_MOMENT = datetime.fromisoformat
_GOT: Mapping[str, Callable[[str], object]] = {
    "s": str,
    "m": _MOMENT,
    "d": date.fromisoformat,
    "t": time.fromisoformat,
}


def gotten(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The value that was put."""
    if isinstance(value, str):
        return _GOT[value[1]](value[2:]) if value.startswith(MARK) else value
    if isinstance(value, dict):
        return {key: gotten(each) for key, each in value.items()}
    return [gotten(each) for each in value] if isinstance(value, list) else value


def _refused(value: object) -> object:
    raise TypeError(value)


text_of = writer(_refused)
"""A value that was put, as text."""


# -- readings ------------------------------------------------------------------------------------

_MARK_TEXT = '"\\u0001'
"""How a text that begins with MARK begins in JSON."""


def packed_reading(reading: Reading) -> str:
    """A reading of a diary."""
    return (
        f"{text_of([reading.client, reading.scraps, reading.problems])[:-1]},{packed_events(reading.events)}]"
    )


def packed_grown(body: str, reading: Reading, known: int) -> str:
    """A packed reading to which events were added: those of ``reading`` behind the first ``known`` ones."""
    return f"{body[:-2]},{packed_events(reading.events[known:])[1:]}]"


def packed_events(events: Sequence[Event]) -> str:
    """Events, as a list."""
    marked = 0

    def packed(value: object) -> str:
        nonlocal marked
        marked += 1
        if isinstance(value, datetime):
            return f"{MARK}m{value.isoformat()}"
        if isinstance(value, date):
            return f"{MARK}d{value.isoformat()}"
        return str(put(value))

    text = writer(packed)(events)
    if text.count(_MARK_TEXT) == marked:
        return text
    return text_of([[*event[:2], put(event.at), event.kind, put(event.data), *event[5:]] for event in events])


def unpacked_reading(text: str) -> Reading:
    """The reading that was packed. Raises one of BROKEN."""
    client, scraps, problems, events = loads(text)
    return Reading(
        client,
        tuple([unpacked_event(*values) for values in events]),
        tuple((start, end) for start, end in scraps),
        tuple(Problem(file, message, data) for file, message, data in problems),
    )


def unpacked_event(seq: int, event_id: str, at: str, kind: str, data: Any, seal: str, trust: str) -> Event:  # noqa: ANN401 - as it is packed
    """An event of such a list."""
    for key, value in data.items():
        if type(value) is str:
            if value.startswith(MARK):
                data[key] = _GOT[value[1]](value[2:])
        elif type(value) is dict or type(value) is list:
            data[key] = gotten(value)
    return Event(seq, event_id, _MOMENT(at[2:]), kind, data, seal, trust)


# -- checklists ----------------------------------------------------------------------------------


def packed_checklist(checklist: Checklist) -> str:
    """A checklist that is worked out."""
    sections = [[section.key, section.title, section.items] for section in checklist.sections]
    fields = [
        [field.name, field.type, field.label, put(field.default), field.options]
        for field in checklist.fields.values()
    ]
    return text_of([checklist.key, checklist.title, sections, fields, checklist.builtin, checklist.extends])


def unpacked_checklist(text: str) -> Checklist:
    """The checklist that was packed. Raises one of BROKEN."""
    key, title, sections, fields, builtin, extends = loads(text)
    return Checklist(
        key,
        title,
        tuple(Section(name, its, tuple(_item(item) for item in items)) for name, its, items in sections),
        {
            name: Field(name, kind, label, gotten(default), options)
            for name, kind, label, default, options in fields
        },
        builtin,
        extends,
    )


def _item(values: list[Any]) -> Item:
    item = Item(*values)
    return item._replace(allow=tuple(item.allow), fields=tuple(item.fields))


# -- talks ---------------------------------------------------------------------------------------


def packed_talk(talk: Talk) -> str:
    """A talk."""
    return text_of(talk)


def unpacked_talk(text: str) -> Talk:
    """The talk that was packed. Raises one of BROKEN."""
    talk = Talk(*loads(text))
    return talk._replace(
        heading=tuple(talk.heading),
        calls=tuple(talk.calls),
        about=tuple(talk.about),
        parts=tuple(_part(Part(*part)) for part in talk.parts),
    )


def _part(part: Part) -> Part:
    steps = (Step(*step) for step in part.steps)
    return part._replace(
        sections=tuple(part.sections),
        skip=tuple(part.skip),
        steps=tuple(step._replace(when=tuple(step.when)) for step in steps),
    )
