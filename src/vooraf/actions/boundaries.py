"""A rule that was broken: it is applied, or this once an exception is made. Nothing is forbidden."""

from __future__ import annotations

from datetime import date

from vooraf.actions.items import checked_day
from vooraf.actions.view import ClientView, picked, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.client import NoWhy, WaivedItem
from vooraf.errors.values import BadChoice
from vooraf.model.boundary import Count, count_of, known_on, was_told
from vooraf.model.checklist import text_in
from vooraf.model.client import WAIVED, Client
from vooraf.model.events import BOUNDARY_KINDS
from vooraf.model.record import NamedTuple
from vooraf.model.standing import ItemState
from vooraf.model.values import storable
from vooraf.storage.store import Draft, Loaded


class Recorded(NamedTuple):
    """The new state, and how often the rule came up with this client."""

    view: ClientView
    came_up: Count


def can_come_up(seen: ClientView, key: str) -> ItemState:
    """The item, when it is one that can be applied or excepted.

    Raises:
        UnknownItem, BrokenChecklist, UnknownChecklist: there is no such item.
        WaivedItem: it doesn't apply to this client.
    """
    (state,) = picked(seen, (key,))
    if state.standing == WAIVED:
        client = seen.client
        title = text_in(state.item.title, client.language)
        raise WaivedItem(item=title, name=client.name, client=client.id, key=key)
    return state


def never_told(seen: ClientView, key: str, day: date) -> bool:
    """Whether nobody told this client the rule by the end of ``day``: then it can't be held against them."""
    return not was_told(known_on(seen.client, key, day))


def record_boundary(
    workspace: Workspace, client_id: str, key: str, kind: str, why: str, on: date | None = None
) -> Recorded:
    """Record that a rule came up: ``kind`` is ``applied`` or ``excepted``. No standing changes by it.

    Raises:
        BadChoice, NoWhy, FutureDate, UnknownItem, WaivedItem, TooLong, Unstorable, NotSaved: and then
            nothing was recorded.
    """
    if kind not in BOUNDARY_KINDS:
        raise BadChoice(value=kind, field="kind", options=", ".join(BOUNDARY_KINDS))
    day, reason = checked_day(workspace, on), storable(why.strip())
    if not reason:
        raise NoWhy

    def decide(client: Client) -> list[Draft]:
        can_come_up(viewed(workspace, Loaded(client, "", ())), key)
        return [(kind, {"item": key, "why": reason, "on": day})]

    loaded = workspace.store.append(client_id, decide, workspace.writer())
    count = count_of(loaded.client, key)
    assert count is not None  # noqa: S101 - it was recorded just now
    return Recorded(viewed(workspace, loaded), count)
