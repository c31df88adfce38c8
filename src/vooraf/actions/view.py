"""One client with every item's standing."""

from __future__ import annotations

from collections.abc import Mapping

from vooraf.actions.workspace import Shared, Workspace
from vooraf.errors import VoorafError
from vooraf.errors.checklist import BrokenChecklist, UnknownChecklist
from vooraf.errors.client import UnknownItem, UnknownItemNear
from vooraf.model.checklist import Checklist, HouseRules
from vooraf.model.client import Client
from vooraf.model.faults import Problem
from vooraf.model.keys import nearest
from vooraf.model.record import NamedTuple
from vooraf.model.standing import ItemState, counts, gone, must_open, states
from vooraf.storage.kept import KeptLibrary
from vooraf.storage.store import Loaded


class ClientView(NamedTuple):
    """One client as the screen and the commands show it.

    ``checklist`` is ``None`` when it can't be used, and ``broken`` says why: then there are no ``states``,
    but the client and the diary are there. ``file`` is the diary's path.
    """

    client: Client
    checklist: Checklist | None
    states: tuple[ItemState, ...]
    gone: tuple[str, ...]
    rules: HouseRules
    broken: VoorafError | None
    file: str
    problems: tuple[Problem, ...]

    def state(self, key: str) -> ItemState | None:
        """The item with this key."""
        return next((state for state in self.states if state.item.key == key), None)

    def counts(self) -> Mapping[str, int]:
        """How many items stand where."""
        return counts(self.states)

    def must_open(self) -> int:
        """How many musts are open."""
        return must_open(self.states)


def view(workspace: Workspace, client_id: str) -> ClientView:
    """The client as the files tell it now.

    Raises:
        DiaryUnreadable: no file has an event of this client.
    """
    return viewed(workspace, workspace.store.load(client_id))


def viewed(workspace: Workspace, loaded: Loaded) -> ClientView:
    """The view of a client that is already loaded."""
    return viewed_with(workspace.shared, loaded)


def viewed_with(shared: Shared, loaded: Loaded) -> ClientView:
    """The same for a list of clients, with what they all share."""
    client = loaded.client
    checklist, broken = usable(shared.library, client.checklist)
    return ClientView(
        client,
        checklist,
        states(client, checklist, shared.wordings) if checklist else (),
        gone(client, checklist) if checklist else (),
        shared.rules,
        broken,
        loaded.file,
        loaded.problems,
    )


def usable(library: KeptLibrary, key: str) -> tuple[Checklist | None, VoorafError | None]:
    """The checklist, or what keeps it from being used."""
    try:
        return library.checklist(key), None
    except (BrokenChecklist, UnknownChecklist) as error:
        return None, error


def usable_states(seen: ClientView) -> tuple[ItemState, ...]:
    """The items, for an action that can't do without the checklist.

    Raises:
        BrokenChecklist, UnknownChecklist: it can't be used.
    """
    if seen.broken:
        raise seen.broken
    return seen.states


def picked(seen: ClientView, keys: tuple[str, ...]) -> tuple[ItemState, ...]:
    """The items with these keys, each once, in the order given.

    Raises:
        UnknownItem: the checklist has no such item; the nearest is named when there is one.
    """
    found = []
    for key in dict.fromkeys(keys):
        state = next((each for each in usable_states(seen) if each.item.key == key), None)
        if state is None:
            near = nearest(key, [each.item.key for each in seen.states])
            about = {"item": key, "checklist": seen.client.checklist}
            raise UnknownItemNear(nearest=near, **about) if near else UnknownItem(**about)
        found.append(state)
    return tuple(found)
