"""What the index keeps, as JSON and back: a reading of a diary with its events.

JSON knows no dates, and a pickle from a folder that others can write could run anything. So a text that
begins with MARK is one of these: a date, a time, a moment, or a text that begins so itself.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time

from vooraf.model.events import Event
from vooraf.model.faults import Problem
from vooraf.storage.reading import Reading

MARK = "\x01"


def _put(value: object) -> object:
    if isinstance(value, str):
        return f"{MARK}s{value}" if value.startswith(MARK) else value
    if isinstance(value, datetime):
        return f"{MARK}m{value.isoformat()}"
    if isinstance(value, date):
        return f"{MARK}d{value.isoformat()}"
    if isinstance(value, time):
        return f"{MARK}t{value.isoformat()}"
    if isinstance(value, dict):
        return {key: _put(each) for key, each in value.items()}
    return [_put(each) for each in value] if isinstance(value, list | tuple) else value


def _got(value: object) -> object:
    if isinstance(value, str):
        return _GOT[value[1]](value[2:]) if value.startswith(MARK) else value
    if isinstance(value, dict):
        return {key: _got(each) for key, each in value.items()}
    return [_got(each) for each in value] if isinstance(value, list) else value


_GOT = {"s": str, "m": datetime.fromisoformat, "d": date.fromisoformat, "t": time.fromisoformat}


def packed(reading: Reading) -> str:
    """A reading as JSON."""
    events = [
        [event.seq, event.id, event.at.isoformat(), event.kind, _put(event.data), event.sum, event.trust]
        for event in reading.events
    ]
    problems = [[problem.file, problem.message, _put(problem.data)] for problem in reading.problems]
    return json.dumps([reading.client, events, reading.scraps, problems], ensure_ascii=False)


def unpacked(text: str) -> Reading:
    """The reading of such a JSON. Raises ValueError, TypeError, KeyError or IndexError when it is none."""
    client, events, scraps, problems = json.loads(text)
    return Reading(
        client,
        tuple(
            Event(seq, event_id, datetime.fromisoformat(at), kind, _got(data), seal, trust)
            for seq, event_id, at, kind, data, seal, trust in events
        ),
        tuple((start, end) for start, end in scraps),
        tuple(Problem(file, message, _got(data)) for file, message, data in problems),
    )
