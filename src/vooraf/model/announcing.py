"""A change that is announced: what holds until its day, what from then on, and whether it was answered."""

from __future__ import annotations

from datetime import date, datetime

from vooraf.model.checklist import HouseRules
from vooraf.model.client import CHANGED, CONFIRMED, TOLD, Client, History
from vooraf.model.events import Event
from vooraf.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:  # standing needs none of this
    from vooraf.model.standing import ItemState


class Announcement(NamedTuple):
    """Something announced to a client: the item's key, the day it was announced, the day it holds from.

    ``from_day`` is ``None`` when the diary doesn't say.
    """

    item: str
    on: date
    from_day: date | None


def announcements(client: Client) -> tuple[Announcement, ...]:
    """What was announced and never answered: neither confirmed, nor asked or noted about since. By item."""
    found = sorted(client.items.items())
    return tuple(
        Announcement(key, history.announced.on, day_of(history.announced))
        for key, history in found
        if history.announced is not None and is_unanswered(history)
    )


def is_unanswered(history: History) -> bool:
    """Whether an announcement waits for the client: silence is not a yes."""
    return history.state == TOLD and history.announced is not None and history.asked is None


def day_of(event: Event) -> date | None:
    """The day from which the words of an announcement hold; ``None`` when it doesn't say."""
    day = event.data.get("from")
    if isinstance(day, datetime):
        return day.date()
    return day if isinstance(day, date) else None


def coming(history: History, today: date) -> Event | None:
    """The announcement whose day is still to come; ``None`` when the words of ``basis`` hold already."""
    event = history.announced if history.state in (TOLD, CONFIRMED) else None
    day = day_of(event) if event else None
    return event if day is not None and day > today else None


def words_that_hold(history: History, today: date) -> str:
    """The words that the client lives by today; empty when nothing was told."""
    announced = coming(history, today)
    if announced is not None and announced.text("was"):
        return announced.text("was")
    return history.basis.text("text") if history.basis else ""


def to_announce(state: ItemState, rules: HouseRules, today: date) -> bool:
    """Whether the house rules announce today's wording of an item to a client who was told another one.

    Not when a value is missing in it, or the day is past.
    """
    change = rules.changes.get(state.item.key)
    day = change.from_day if change else None
    return state.standing == CHANGED and state.wording.ready and day is not None and day >= today
