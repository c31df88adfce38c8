"""Where each item of the checklist stands with a client: folded from the diary, never stored."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.model.checklist import Checklist, HouseRules, Item
from vooraf.model.client import CHANGED, CONFIRMED, NOTHING, OPEN, STANDINGS, TOLD, WAIVED, Client, History
from vooraf.model.record import NamedTuple
from vooraf.model.wording import Wording, names_of, texts_of, wording


class ItemState(NamedTuple):
    """One item with one client: its standing, today's wording, what happened to it."""

    item: Item
    standing: str
    wording: Wording
    history: History

    @property
    def settled(self) -> bool:
        """Whether nothing needs to be done about it."""
        return self.standing in (CONFIRMED, WAIVED)


def standing_of(history: History, today: Wording) -> str:
    """The standing of an item.

    *Changed* is: told or confirmed, and the values or the edition of today's wording differ from the
    event's.
    """
    if history.state in (TOLD, CONFIRMED) and differs(history, today):
        return CHANGED
    return history.state


def differs(history: History, today: Wording) -> bool:
    """Whether today's values or edition are others than those it was told or confirmed in.

    What an event doesn't say, because it was written by hand, can't differ.
    """
    then = history.basis.data if history.basis else {}
    now = {"values": today.values, "edition": today.edition}
    return any(then[key] != now[key] for key in now.keys() & then.keys())


_MOST_WORDINGS = 3000


class Wordings:
    """Today's wordings with one set of house rules, each made once for all clients with whom it is the same."""

    def __init__(self, rules: HouseRules) -> None:
        self.rules = rules
        self._names: dict[tuple[str, str], tuple[str, ...]] = {}
        self._known: dict[tuple[str, str, str, str], Wording] = {}

    def of(self, item: Item, checklist: Checklist, client: Client) -> Wording:
        """The wording of an item for a client. Two checklists of one key are the same checklist."""
        names = self._names.get((checklist.key, item.key))
        if names is None:
            names = names_of(texts_of(item, self.rules))
            self._names[checklist.key, item.key] = names
        own = {name: client.values[name] for name in names if name in client.values}
        about = (checklist.key, item.key, client.language, repr(own) if own else "")
        found = self._known.get(about)
        if found is None:
            found = wording(item, checklist, client.language, own, self.rules)
            if len(self._known) < _MOST_WORDINGS:
                self._known[about] = found
        return found


def states(client: Client, checklist: Checklist, wordings: Wordings) -> tuple[ItemState, ...]:
    """Every item of the checklist with this client, in the checklist's own order."""
    found = []
    for item in checklist.items():
        today, history = wordings.of(item, checklist, client), client.items.get(item.key, NOTHING)
        found.append(ItemState(item, standing_of(history, today), today, history))
    return tuple(found)


def gone(client: Client, checklist: Checklist) -> tuple[str, ...]:
    """The keys of items that something happened to and that the checklist no longer has."""
    known = {item.key for item in checklist.items()}
    return tuple(sorted(key for key in client.items if key not in known))


def counts(found: tuple[ItemState, ...]) -> Mapping[str, int]:
    """How many items stand where: a figure for every standing."""
    return {name: sum(1 for state in found if state.standing == name) for name in STANDINGS}


def must_open(found: tuple[ItemState, ...]) -> int:
    """How many ``must`` items are open: the meeting doesn't end without them."""
    return sum(1 for state in found if state.item.must and state.standing == OPEN)


def waiting(state: ItemState) -> bool:
    """Whether telling everything would take this item: open or changed."""
    return state.standing in (OPEN, CHANGED)
