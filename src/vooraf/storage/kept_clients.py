"""Clients with long diaries as they were folded before, while their files are unchanged.

What is shown of a client are some dozens of events; the others are read from the diary when somebody asks
for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, time

from vooraf import __version__
from vooraf.model.client import Client, History, TalkHeld
from vooraf.model.events import Event
from vooraf.model.quick_json import loads
from vooraf.storage.index import Index
from vooraf.storage.packed import BROKEN, gotten, packed_events, put, text_of, unpacked_event

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, overload

LONG = 64 * 1024
"""Bytes: a diary of fewer is read and folded in a few milliseconds."""

_RECORDS: Mapping[str, Callable[..., tuple[object, ...]]] = {"History": History, "TalkHeld": TalkHeld}
_LATER = Client._fields.index("events")


class LaterEvents(Sequence[Event]):
    """Events that are read when they are first asked for."""

    def __init__(self, read: Callable[[], Sequence[Event]]) -> None:
        self._read = read
        self._found: Sequence[Event] | None = None

    def _all(self) -> Sequence[Event]:
        if self._found is None:
            self._found = self._read()
        return self._found

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> Event: ...
        @overload
        def __getitem__(self, index: slice) -> Sequence[Event]: ...

    def __getitem__(self, index: int | slice) -> Event | Sequence[Event]:
        """One of them, or some."""
        return self._all()[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._all())

    def __iter__(self) -> Iterator[Event]:
        """All of them, in order."""
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        """Whether they are the same, read or not."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment] # as a list has none: nobody keeps clients in a set


def kept_client(
    index: Index, client_id: str, stamp: str, events: Callable[[], Sequence[Event]]
) -> Client | None:
    """The client as folded when the files had this stamp; ``events`` reads all of them. ``None`` when unknown."""
    body = index.document(_name(client_id), _signature(stamp))
    try:
        return _unpacked(body, events) if body else None
    except BROKEN:
        return None  # not as it was packed: it is folded again


def keep_client(index: Index, client: Client, stamp: str) -> None:
    """Keep a client as folded from files with this stamp."""
    index.keep_document(_name(client.id), _signature(stamp), _packed(client))


def _name(client_id: str) -> str:
    return f"client:{client_id}"


def _signature(stamp: str) -> str:
    return f"{__version__}\n{stamp}"


def _packed(client: Client) -> str:
    shown: dict[int, tuple[int, Event]] = {}  # by identity: the same one stands in several places
    fields = [_tagged(value, shown) for place, value in enumerate(client) if place != _LATER]
    return f"[{packed_events([event for _, event in shown.values()])},{text_of(fields)}]"


def _unpacked(text: str, events: Callable[[], Sequence[Event]]) -> Client:
    shown, fields = loads(text)
    known = [unpacked_event(*values) for values in shown]
    values = [_untagged(value, known) for value in fields]
    return Client._make((*values[:_LATER], LaterEvents(events), *values[_LATER:]))


def _tagged(value: object, shown: dict[int, tuple[int, Event]]) -> object:
    """A value for JSON: a list begins with what it is."""
    if value is None or isinstance(value, int | float | str | date | time):
        return put(value)
    if isinstance(value, Event):
        return ["e", shown.setdefault(id(value), (len(shown), value))[0]]
    if isinstance(value, Mapping):
        return {key: _tagged(each, shown) for key, each in value.items()}
    name = type(value).__name__
    if isinstance(value, frozenset):
        return ["frozenset", *sorted(value)]
    if isinstance(value, list | tuple) and (type(value) in (list, tuple) or name in _RECORDS):
        return [name, *(_tagged(each, shown) for each in value)]
    raise TypeError(value)


def _untagged(value: Any, known: Sequence[Event]) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        return {key: _untagged(each, known) for key, each in value.items()}
    if not isinstance(value, list):
        return gotten(value)
    name, *rest = value
    if name == "e":
        return known[rest[0]]
    if name == "frozenset":
        return frozenset(rest)
    inner = [_untagged(each, known) for each in rest]
    if name in _RECORDS:
        return _RECORDS[name](*inner)
    return inner if name == "list" else tuple(inner)
