"""Rules that were broken, and then applied or excepted: how often, and whether the client had been told."""

from __future__ import annotations

from datetime import date

from vooraf.model.announcing import day_of
from vooraf.model.client import CONFIRMED, NOTHING, TOLD, Client, History
from vooraf.model.events import APPLIED, EXCEPTED, ITEM_KINDS, Event
from vooraf.model.fold import after, item_of_step
from vooraf.model.record import NamedTuple


class Count(NamedTuple):
    """How often a rule came up with a client. ``item`` is its key, ``last`` the event that came last."""

    item: str
    applied: int
    excepted: int
    last: Event

    @property
    def times(self) -> int:
        """How often in all."""
        return self.applied + self.excepted


def counted(client: Client) -> tuple[Count, ...]:
    """How often each rule came up, the one that came up last first."""
    found = (_count(item, events) for item, events in client.boundaries.items())
    return tuple(sorted(found, key=lambda count: count.last.seq, reverse=True))


def count_of(client: Client, item: str) -> Count | None:
    """How often the rule ``item`` came up; ``None`` when it never did."""
    events = client.boundaries.get(item)
    return _count(item, events) if events else None


def _count(item: str, events: tuple[Event, ...]) -> Count:
    kinds = [event.kind for event in events]
    return Count(item, kinds.count(APPLIED), kinds.count(EXCEPTED), events[-1])


def known_on(client: Client, item: str, day: date) -> History:
    """What had happened to the item by the end of ``day``: what the client could know of it then.

    A change that was announced for a later day doesn't count yet: until then the words before it hold.
    """
    history = NOTHING
    for event in client.events:
        if (
            event.kind in ITEM_KINDS
            and event.text("item") == item
            and event.on <= day
            and client.counts(event)
            and not (event.kind == "announced" and (day_of(event) or day) > day)
        ):
            history = after(history, event)
    return history


def was_told(history: History) -> bool:
    """Whether the client was told, or confirmed it."""
    return history.state in (TOLD, CONFIRMED)


def latest(client: Client, kind: str) -> str:
    """The item that was applied (or excepted) last; an empty text when none was."""
    found = (event for events in client.boundaries.values() for event in events if event.kind == kind)
    last = max(found, key=lambda event: event.seq, default=None)
    return last.text("item") if last else ""


def to_bring_up(client: Client) -> dict[str, Event]:
    """The items whose last exception wasn't talked about since, each with that exception.

    It was talked about when the rule was told, confirmed or applied since, or was asked about in a talk.
    """
    asked: dict[str, int] = {}
    for held in client.talks:
        for question in held.questions:
            item = item_of_step(question)
            if item and question in held.answers:
                asked[item] = max(asked.get(item, 0), held.started.seq)
    found = {}
    for item, events in client.boundaries.items():
        last, history = events[-1], client.items.get(item, NOTHING)
        since = [event.seq for event in (history.told, history.confirmed) if event is not None]
        if last.kind == EXCEPTED and last.seq > max((*since, asked.get(item, 0))):
            found[item] = last
    return found
