"""One dated fact of a diary, and the seal that shows that it is whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time

from vooraf.model.quick_json import writer
from vooraf.model.record import NamedTuple

SEALED, BY_HAND, ALTERED = "sealed", "by hand", "altered"
"""Whether an event can be trusted: with a valid seal, written by hand, or changed by hand afterwards."""

ITEM_KINDS = ("told", "announced", "confirmed", "waived", "reopened")
BOUNDARY_KINDS = APPLIED, EXCEPTED = ("applied", "excepted")
"""A rule that was broken: it was applied, or an exception was made."""

UNDO_KINDS = ("undone", "redone")
CHOSEN = "chosen"
"""The kind of a choice between versions of one event, see ``versions``."""

POINTING_KINDS = (*UNDO_KINDS, CHOSEN)
"""Of events that are about other events."""

OWN_KEYS = frozenset(("seq", "id", "at", "kind", "sum"))
HAND = "hand-"
"""What the id of an event begins with that was written by hand without one; its seal stands behind it."""

HOWS = ("email", "phone", "website", "quote", "paper", "in-person", "chat", "other")
"""How something was told or confirmed."""

SPOKEN = ("phone", "in-person")
"""Those that leave nothing in writing."""


class Event(NamedTuple):
    """One event.

    ``data`` holds every key of the file but ``seq``, ``id``, ``at``, ``kind`` and ``sum``, as TOML values.
    ``trust`` is SEALED, BY_HAND or ALTERED.
    """

    seq: int
    id: str
    at: datetime
    kind: str
    data: Mapping[str, object]
    sum: str = ""
    trust: str = SEALED

    def text(self, key: str) -> str:
        """The text under ``key``; an empty one when it is missing or something else."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def table(self, key: str) -> Mapping[str, object]:
        """The table under ``key``; an empty one when it is missing or something else."""
        value = self.data.get(key)
        return value if isinstance(value, dict) else {}

    @property
    def on(self) -> date:
        """The day it happened; the day it was written down when the event doesn't say."""
        day = self.data.get("on")
        if isinstance(day, datetime):
            return day.date()
        return day if isinstance(day, date) else self.at.date()

    @property
    def batch(self) -> str:
        """What it is undone with: the events of one command or key share it."""
        return self.text("batch") or self.id


def _plain(value: object) -> str:
    """What JSON doesn't know as text; raises TypeError for what TOML doesn't know either."""
    if isinstance(value, _TIMES):
        return value.isoformat()
    raise TypeError(value)


_TIMES = (date, time)  # a tuple, made once: this is asked twice for each of a million events
_BETWEEN, _BETWEEN_TEXT = "\x02", '"\\u0002"'
_CANONICAL = writer(_plain, in_order=True)


def canonical(table: Mapping[str, object]) -> str:
    """The parsed values of an event as sorted JSON: the same for every spelling of the same event."""
    return _CANONICAL(table)


def seal(table: Mapping[str, object]) -> str:
    """The first twelve hexadecimal digits of SHA-256 over the event's values, ``sum`` left out."""
    return seals((table,))[0]


def seals(tables: Sequence[Mapping[str, object]]) -> list[str]:
    """The seals of events, in their order. For many at once it takes half the time."""
    import hashlib  # noqa: PLC0415 - OpenSSL: 3 ms, which a client from the index doesn't need

    bare = [{key: value for key, value in table.items() if key != "sum"} for table in tables]
    together = _CANONICAL([each for table in bare for each in (table, _BETWEEN)])
    texts = together[1:-1].split(_BETWEEN_TEXT)
    if len(texts) != len(bare) + 1:  # it stands in one of them too
        texts = [canonical(table) for table in bare]
    encoded = (text.strip(",").encode("utf-8", "surrogatepass") for text in texts[: len(bare)])
    return [hashlib.sha256(each).hexdigest()[:12] for each in encoded]


def as_table(event: Event) -> dict[str, object]:
    """The event as the file holds it: the keys in their order, the seal last when it has one."""
    head = {"seq": event.seq, "id": event.id, "at": event.at, "kind": event.kind}
    return {**head, **event.data, **({"sum": event.sum} if event.sum else {})}


def sealed(seq: int, event_id: str, at: datetime, kind: str, data: Mapping[str, object]) -> Event:
    """A new event with its seal. Keys whose value is ``None`` are left out.

    Raises:
        ValueError: ``data`` has a key that is the event's own.
    """
    kept = {key: value for key, value in data.items() if value is not None}
    if taken := OWN_KEYS & kept.keys():
        raise ValueError(taken)
    bare = Event(seq, event_id, at, kind, kept)
    return bare._replace(sum=seal(as_table(bare)))


def order(event: Event) -> tuple[int, datetime, str]:
    """The key that events are sorted by: ``(seq, at, id)``."""
    at = event.at if event.at.tzinfo else event.at.replace(tzinfo=UTC)
    return event.seq, at, event.id


def spelled(event: Event) -> str:
    """The event as text that differs for any two events; a day isn't the text that is written like it."""

    def typed(value: object) -> list[str]:
        return [type(value).__name__, _plain(value)]

    import json  # noqa: PLC0415 - 6 ms with what it brings along, for two events under one id

    return json.dumps(as_table(event), sort_keys=True, default=typed)
