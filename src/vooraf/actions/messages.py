"""Messages about one item: which item, and what the owner should know before it is sent."""

from __future__ import annotations

from collections.abc import Iterable

from vooraf.actions.boundaries import can_come_up, never_told
from vooraf.actions.view import ClientView, usable_states
from vooraf.actions.workspace import Workspace
from vooraf.errors import VoorafError
from vooraf.errors.talk import NotAboutItem, WhichItem
from vooraf.model.boundary import Count, count_of, latest
from vooraf.model.client import OPEN, WAIVED
from vooraf.model.events import BOUNDARY_KINDS
from vooraf.model.record import NamedTuple
from vooraf.model.standing import ItemState
from vooraf.model.talk import Talk


class About(NamedTuple):
    """The item of a message: how often it came up so far, and whether the client was never told it.

    ``unready`` says that its wording is needed for that, and has a value missing.
    """

    item: str
    came_up: Count | None
    untold: bool
    unready: ItemState | None


def item_of(workspace: Workspace, seen: ClientView, led: Talk, item: str = "") -> str:
    """The item that this talk is about with this client; an empty text when it is about none.

    That is the one that is named; else the first of those it suits, one that was told before one that wasn't;
    for a talk that suits any, the one that came up last in that way.

    Raises:
        NotAboutItem: one is named, and the talk is about none.
        WhichItem: none is named, and nothing tells which one is meant.
        UnknownItem, WaivedItem: the one that is named can't come up with this client.
        BrokenChecklist, UnknownChecklist.
    """
    if not led.needs_item:
        if item:
            raise NotAboutItem(talk=led.key, talks=", ".join(each.key for each in _about_one(workspace)))
        return ""
    if item:
        return can_come_up(seen, item).item.key
    found = _guessed(seen, led)
    if not found:
        raise WhichItem(talk=led.key, client=seen.client.id, checklist=seen.client.checklist)
    return found


def _guessed(seen: ClientView, led: Talk) -> str:
    standings = {state.item.key: state.standing for state in usable_states(seen)}
    wanted = led.about or (latest(seen.client, led.record),)
    fitting = [key for key in wanted if standings.get(key, WAIVED) != WAIVED]
    return min(fitting, key=lambda key: standings[key] == OPEN, default="")


def about(workspace: Workspace, seen: ClientView, talk_key: str, item: str = "") -> About | None:
    """What the owner should know about the item of a message; ``None`` when the talk is about none.

    Raises what ``item_of`` raises, and NoTalk.
    """
    key = item_of(workspace, seen, workspace.library.talk(talk_key), item)
    if not key:
        return None
    count = count_of(seen.client, key)
    day = count.last.on if count else workspace.today
    untold, state = never_told(seen, key, day), seen.state(key)
    return About(key, count, untold, state if untold and state and not state.wording.ready else None)


def can_be_made(workspace: Workspace, seen: ClientView, led: Talk, item: str = "") -> bool:
    """Whether this talk makes sense now: a message about one item only when it is known which one."""
    try:
        item_of(workspace, seen, led, item if led.needs_item else "")
    except VoorafError:
        return False
    return True


def suiting(workspace: Workspace, item: str, kind: str) -> tuple[Talk, ...]:
    """The messages for a rule that was ``applied`` or ``excepted``: those for this very item first."""
    if kind not in BOUNDARY_KINDS:
        return ()
    found = [
        led for led in _about_one(workspace) if led.record == kind and (item in led.about or not led.about)
    ]
    return tuple(sorted(found, key=lambda led: (not led.about, led.key)))


def _about_one(workspace: Workspace) -> Iterable[Talk]:
    talks = workspace.library.whole.talks()
    return (talks[key] for key in sorted(talks) if talks[key].needs_item)
