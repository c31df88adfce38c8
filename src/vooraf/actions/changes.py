"""Who still lives by other words: what clients were told or confirmed, and what it is now.

Only diaries of clients with something changed are read; the list's lines say who those are. Left out are
archived clients, and those with a value of their own for the item: theirs is no change of the house rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from vooraf.actions.overview import everyone, folded
from vooraf.actions.view import ClientView, usable, viewed_with
from vooraf.actions.workspace import Workspace
from vooraf.errors.announcing import NoSuchItem, NoSuchItemNear
from vooraf.errors.diary import DiaryUnreadable
from vooraf.model.client import CHANGED, History
from vooraf.model.events import Event
from vooraf.model.faults import Fault, Problem
from vooraf.model.fold import same_words
from vooraf.model.keys import nearest
from vooraf.model.record import NamedTuple
from vooraf.model.standing import ItemState

Progress = Callable[[int, int], None]
"""Called with how many of how many are done."""


def no_progress(_done: int, _whole: int) -> None:
    """Tell nobody."""


class ToldOtherwise(NamedTuple):
    """A client who was told other words than today's.

    ``was`` and ``now`` are in the client's words and language; ``on`` and ``by`` say when and how they were told
    (or confirmed, where they never were told); ``confirmed`` whether they confirmed them.
    """

    client: str
    name: str
    language: str
    was: str
    now: str
    on: date | None
    by: str
    confirmed: bool


class ItemChange(NamedTuple):
    """An item of a checklist, and the clients who were told something else, by name."""

    checklist: str
    item: str
    clients: tuple[ToldOtherwise, ...]


class Aside(NamedTuple):
    """A client who isn't in the list of an item of their checklist, because of a value of their own."""

    client: str
    name: str
    item: str
    checklist: str


class Changes(NamedTuple):
    """By checklist, and in each in its own order; who was left aside; what is told about files."""

    items: tuple[ItemChange, ...]
    aside: tuple[Aside, ...]
    problems: tuple[Problem | Fault, ...]

    def clients(self, item: str) -> tuple[str, ...]:
        """The short ids of everybody who was told other words about this item, each once."""
        found = (each.client for change in self.items if change.item == item for each in change.clients)
        return tuple(dict.fromkeys(found))


def changes(workspace: Workspace, item: str = "", progress: Progress = no_progress) -> Changes:
    """What has changed since clients were told; of one item when ``item`` names it.

    Raises:
        NoSuchItem: no client's checklist has the item.
        FolderIsFile, FolderUnreadable: the data folder can't be read.
    """
    listed, problems = everyone(workspace, _to_the_end(progress))
    rows = [each.row for each in listed]
    if item:
        check_item(workspace, item, (row.checklist for row in rows))
    found: dict[tuple[str, str], list[ToldOtherwise]] = {}
    aside: list[Aside] = []
    changed = [row for row in rows if row.standing.get(CHANGED) and not row.archived]
    shared = workspace.shared
    for done, row in enumerate(changed):
        progress(done, len(changed))
        try:
            seen = viewed_with(shared, workspace.store.load(row.client))
        except DiaryUnreadable:
            continue  # gone since the lines were made; the next look leaves it out
        for state in seen.states:
            if state.standing != CHANGED or item not in ("", state.item.key) or seen.client.archived:
                continue
            if has_own_value(seen, state):
                aside.append(Aside(seen.client.id, seen.client.name, state.item.key, seen.client.checklist))
            else:
                found.setdefault((seen.client.checklist, state.item.key), []).append(
                    told_otherwise(seen, state)
                )
    progress(len(changed), len(changed))
    return Changes(_in_order(workspace, found), tuple(aside), problems)


def _to_the_end(progress: Progress) -> Callable[[int, int], bool]:
    """``progress`` for reading that is never broken off."""

    def go_on(done: int, whole: int) -> bool:
        progress(done, whole)
        return True

    return go_on


def _in_order(
    workspace: Workspace, found: dict[tuple[str, str], list[ToldOtherwise]]
) -> tuple[ItemChange, ...]:
    ordered = []
    for key in sorted({checklist for checklist, _ in found}):
        checklist, _broken = usable(workspace.library, key)
        for item in checklist.items() if checklist else ():
            clients = found.get((key, item.key), [])
            by_name = sorted(clients, key=lambda each: (folded(each.name), each.client))
            ordered += [ItemChange(key, item.key, tuple(by_name))] if by_name else []
    return tuple(ordered)


def checklists_of(workspace: Workspace, clients: Iterable[str]) -> Iterator[str]:
    """The keys of the checklists of these clients (short ids), as far as their diaries can be read."""
    for client_id in clients:
        try:
            yield workspace.store.load(client_id).client.checklist
        except DiaryUnreadable:
            continue  # told where something is done with that client


def check_item(workspace: Workspace, item: str, checklists: Iterable[str]) -> None:
    """Make sure that one of these checklists, or that of the house rules, has the item. Raises NoSuchItem."""
    keys = sorted({*checklists, workspace.rules.trade})
    known: dict[str, None] = {}
    for key in keys:
        checklist, _broken = usable(workspace.library, key)
        known |= dict.fromkeys(each.key for each in (checklist.items() if checklist else ()))
    if item not in known:
        near = nearest(item, known)
        raise NoSuchItemNear(item=item, nearest=near) if near else NoSuchItem(item=item)


def has_own_value(seen: ClientView, state: ItemState) -> bool:
    """Whether the client has a value of their own in the wording of the item."""
    used = {*state.wording.values, *state.wording.missing}
    return any(seen.client.values.get(name, "") != "" for name in used)


def told_otherwise(seen: ClientView, state: ItemState) -> ToldOtherwise:
    """What a client was told about a changed item, when and how."""
    history, client = state.history, seen.client
    event = _telling(history)
    return ToldOtherwise(
        client=client.id,
        name=client.name,
        language=client.language,
        was=history.basis.text("text") if history.basis else "",
        now=state.wording.text,
        on=event.on if event else None,
        by=event.text("by") if event else "",
        confirmed=history.confirmed is not None,
    )


def _telling(history: History) -> Event | None:
    """The event in which the words were told; the confirming one when they were confirmed untold."""
    if history.told is not None and history.basis is not None and same_words(history.told, history.basis):
        return history.told
    return history.basis
