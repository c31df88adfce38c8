"""What waits for the owner with one client, packed so that a list of ten thousand clients can keep it.

A line for each kind and day: ``silent 2026-11-12 price deposit``. Which of them are due depends on the day
that it is, and is found without the diary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from vooraf.model.announcing import announcements
from vooraf.model.checklist import MOMENTS
from vooraf.model.client import OPEN, TOLD, Client
from vooraf.model.record import NamedTuple
from vooraf.model.standing import ItemState

MEETING, UNTOLD, SILENT, ANNOUNCED = KINDS = ("meeting", "untold", "silent", "announced")
_UNREADY = "unready"
"""Untold, and it can't be told before a value is filled in."""

USUAL_DAYS = 7


class Due(NamedTuple):
    """What is due with one client, since one day.

    ``kind`` is of KINDS; ``keys`` are those of the items, with a space between them, none for a
    meeting; ``since`` is the meeting's local time, else the day since when, in ISO text; ``ready`` whether the
    items can be told as they are.
    """

    client: str
    name: str
    checklist: str
    kind: str
    keys: str
    since: str
    ready: bool = True

    @property
    def items(self) -> tuple[str, ...]:
        """The keys of the items."""
        return tuple(self.keys.split())

    @property
    def at(self) -> datetime:
        """The day, and of a meeting the time."""
        return datetime.fromisoformat(self.since)


def packed(client: Client, states: Iterable[ItemState]) -> str:
    """What waits with this client, whatever its age: a line for each kind and day."""
    found: dict[tuple[str, date], list[str]] = {}
    announced = {each.item: each.on for each in announcements(client)}
    opened = _opened_again(client)
    for state in states:
        item = state.item
        if item.key in announced and state.standing == TOLD:
            found.setdefault((ANNOUNCED, announced[item.key]), []).append(item.key)
        elif state.standing == OPEN and _should_be_told(client, item.moment):
            kind = UNTOLD if state.wording.ready else _UNREADY
            since = max(_since(client, item.moment), opened.get(item.key, date.min))
            found.setdefault((kind, since), []).append(item.key)
        elif state.standing == TOLD and state.history.told is not None:
            found.setdefault((SILENT, state.history.told.on), []).append(item.key)
    return "\n".join(f"{kind} {day.isoformat()} {' '.join(keys)}" for (kind, day), keys in found.items())


def _should_be_told(client: Client, moment: str) -> bool:
    return moment in MOMENTS and MOMENTS.index(moment) <= MOMENTS.index(client.moment)


def _since(client: Client, moment: str) -> date:
    """The day since when it should have been told: that on which the client came as far as that."""
    return client.reached.get(moment) or min(event.on for event in client.events)


def _opened_again(client: Client) -> dict[str, date]:
    """The day on which an item was opened again last: for a next job it is told anew."""
    return {
        event.text("item"): event.on
        for event in client.events
        if event.kind == "reopened" and client.counts(event)
    }


def unpacked(lines: str, today: date, days: int = USUAL_DAYS) -> Iterator[tuple[str, str, str, bool]]:
    """What of it is due on ``today``: of what was told, only what waits for more than ``days`` days.

    Gives the kind, the day (ISO), the keys with a space between them, whether they can be told as they are.
    They stay texts: with ten thousand clients a list shows few of them, and counts the rest.
    """
    last = (today - timedelta(days=days)).isoformat()
    for line in lines.split("\n") if lines else ():
        kind, day, keys = line.split(" ", 2)
        if kind == _UNREADY:
            yield UNTOLD, day, keys, False
        elif kind != SILENT or day < last:
            yield kind, day, keys, True
