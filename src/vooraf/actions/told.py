"""What everybody was told, counted once: then any change of the house rules is weighed at once.

Reading ten thousand diaries takes seconds. So what was told is kept in the index, for as long as a client's
files are unchanged, and clients who were told the same are counted together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from vooraf import __version__
from vooraf.actions.indexing import index_beside
from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import Checklist, HouseRules, Item
from vooraf.model.client import Client
from vooraf.model.otherwise import Words, is_otherwise, told_today, words_told
from vooraf.model.record import NamedTuple

_NAME = "what everybody was told"
_TOGETHER = 500
"""Diaries that are read before they are let go again: ten thousand would fill the memory."""
_BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError)

Progress = Callable[[int, int], object]
"""Called with how many clients were looked at, and of how many."""


class Told(NamedTuple):
    """What one client was told, by item; ``own`` are the fields with a value of their own."""

    checklist: str
    archived: bool
    own: tuple[str, ...]
    items: Mapping[str, Words]


class Tally:
    """Who was told what, of all clients who aren't archived."""

    def __init__(self, everybody: Mapping[str, Told]) -> None:
        self.checklists: dict[str, int] = {}
        self._groups: dict[tuple[str, str], dict[int, tuple[Words, list[str]]]] = {}
        self._own: dict[tuple[str, str], int] = {}
        for client, told in everybody.items():
            if not told.archived:
                self._count(client, told)

    def _count(self, client: str, told: Told) -> None:
        self.checklists[told.checklist] = self.checklists.get(told.checklist, 0) + 1
        for name in told.own:
            self._own[told.checklist, name] = self._own.get((told.checklist, name), 0) + 1
        for item, words in told.items.items():
            groups = self._groups.setdefault((told.checklist, item), {})
            same = groups.get(id(words))  # who was told the same shares the words: comparing takes longer
            if same is None:
                same = groups[id(words)] = (words, [])
            same[1].append(client)

    def told(self, checklist: Checklist, item: Item) -> int:
        """How many clients were told about the item, or confirmed it."""
        groups = self._groups.get((checklist.key, item.key), {})
        return sum(len(clients) for _words, clients in groups.values())

    def with_own(self, checklist: Checklist, field: str) -> int:
        """How many clients have a value of their own in a field."""
        return self._own.get((checklist.key, field), 0)

    def otherwise(self, checklist: Checklist, item: Item, rules: HouseRules) -> frozenset[str]:
        """The clients who were told something else about the item than what the ``rules`` make of it."""
        groups = self._groups.get((checklist.key, item.key))
        if not groups:
            return frozenset()
        today = told_today(item, checklist, rules)
        return frozenset(
            client for words, clients in groups.values() if is_otherwise(words, today) for client in clients
        )


def told_of(client: Client) -> Told:
    """What a client was told."""
    found = {key: words_told(history, client.values) for key, history in client.items.items()}
    items = {key: words for key, words in found.items() if words is not None}
    return Told(client.checklist, client.archived, tuple(sorted(client.values)), items)


def tally(workspace: Workspace, progress: Progress | None = None) -> Tally:
    """What everybody was told, as the diaries have it now; only those that changed are read.

    In a thread of its own it wants a workspace that is ``apart``: what it reads, it lets go again.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
    """

    def going_on(done: int, of: int) -> bool:
        if progress is not None:
            progress(done, of)
        return True

    beside = None if progress is None else going_on
    paths, _problems = workspace.store.identities(lambda changed: index_beside(workspace, changed, beside))
    kept = _kept(workspace)
    everybody: dict[str, Told] = {}
    stamped: dict[str, tuple[str, Told]] = {}
    once: dict[object, Words] = {}
    read = 0
    for number, (client_id, files) in enumerate(sorted(paths.items())):
        stamp = workspace.store.stamp(files)
        known = kept.get(client_id)
        if known is None or not stamp or known[0] != stamp:
            going_on(number, len(paths))
            loaded, _lost = workspace.store.load_from(client_id, files)
            if loaded is None:
                continue
            known = (stamp, _shared(told_of(loaded.client), once))
            stamp = "" if loaded.missing or loaded.news else stamp  # these change without the files
            read += 1
            if read % _TOGETHER == 0:
                workspace.let_go()
        everybody[client_id] = known[1]
        if stamp:
            stamped[client_id] = known
    if stamped != kept:
        workspace.index.keep_document(_NAME, __version__, _packed(stamped))
    return Tally(everybody)


def _shared(told: Told, once: dict[object, Words]) -> Told:
    """The same, with words that others were told too in one place of the memory: so they are counted together."""
    items = {}
    for key, words in told.items.items():
        values = None if words.values is None else tuple(sorted(words.values.items()))
        items[key] = once.setdefault((words.edition, values, words.own), words)
    return told._replace(items=items)


# -- in the index --------------------------------------------------------------------------------


def _packed(stamped: Mapping[str, tuple[str, Told]]) -> str:
    """As JSON; what many were told stands there once."""
    once: dict[str, int] = {}
    places: dict[int, int] = {}

    def place(words: Words) -> int:
        if id(words) not in places:
            text = json.dumps([words.edition, words.values], sort_keys=True)
            places[id(words)] = once.setdefault(text, len(once))
        return places[id(words)]

    clients = {
        client: [
            stamp,
            told.checklist,
            told.archived,
            told.own,
            {key: place(words) for key, words in told.items.items()},
        ]
        for client, (stamp, told) in stamped.items()
    }
    return json.dumps([list(once), clients])


def _kept(workspace: Workspace) -> Mapping[str, tuple[str, Told]]:
    """What the index has; nothing where it isn't as it was packed."""
    text = workspace.index.document(_NAME, __version__)
    try:
        return _unpacked(json.loads(text)) if text else {}
    except _BROKEN:
        return {}


def _unpacked(packed: Any) -> Mapping[str, tuple[str, Told]]:  # noqa: ANN401 - whatever JSON holds
    texts = [json.loads(text) for text in packed[0]]
    found = {}
    shared: dict[tuple[str, ...], dict[int, Words]] = {}
    for client, (stamp, checklist, archived, own, items) in packed[1].items():
        fields = tuple(own)
        once = shared.setdefault(fields, {})
        for place in items.values():
            if place not in once:
                edition, values = texts[place]
                once[place] = Words(edition, values, fields)
        told = {key: once[place] for key, place in items.items()}
        found[client] = (stamp, Told(checklist, archived, fields, told))
    return found
