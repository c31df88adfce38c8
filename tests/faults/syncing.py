"""Two devices that share a data folder through a synchroniser, each with its own copy of it and its own clock.

The synchroniser does what Syncthing and its like do: a file that changed on one side is put in the other's
place as a whole; where it changed on both, one of the two keeps its name, the other is set beside it under
the name of a conflict copy, which then travels as a file of its own. Files travel one by one, in any order,
and some only the next time. It gives a file the time of change that it had on the other side.
"""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.writing import AT, a_store
from vooraf.errors.diary import EventsMissing
from vooraf.storage.device import new_id
from vooraf.storage.store import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from vooraf.model.client import Client
    from vooraf.storage.store import Draft, Loaded, Store

CLIENT = "k7q2m9"
NAMES = (
    "{stem}.sync-conflict-20261122-{number:06}-K7Q2M9A.toml",
    "{stem} (laptop's conflicted copy {number:06}).toml",
    "{stem} (conflicted copy 2026-11-22 {number:06}).toml",
    "{stem}_conflict-20261122-{number:06}.toml",
)
HALF_WAY = (".syncthing.{name}.tmp", "~syncthing~{name}.tmp", ".{name}.~a1b2c3")
"""What synchronisers call a file that hasn't come over as a whole yet."""


class Device:
    """A device with a data folder, whose clock is ``skew`` off. It knows what it was told is saved."""

    def __init__(self, folder: Path, name: str, skew: timedelta, random: Random) -> None:
        self.folder, self.name, self.skew, self.random = folder, name, skew, random
        self.clients = folder / "data" / "clients"
        self.said: dict[str, frozenset[str]] = {}
        self._made: list[str] = []
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        """The diaries, as a program sees them that may have been open for a while."""
        if self._store is None:
            self._store = a_store(str(self.folder))
        return self._store

    def leave(self) -> None:
        """End the program."""
        self._store = None

    def look(self, minute: int) -> bool:
        """Start the screen anew: it takes conflict copies in. Whether nothing is missing."""
        self.leave()
        try:
            self.store.mend(CLIENT, self._writer(minute))
        except EventsMissing:
            if self.random.random() < 0.3:  # the owner chooses; else the rest may be on its way
                self.store.put_back(CLIENT, self._writer(minute))
            return False
        return True

    def write(self, minute: int, drafts: Sequence[Draft] | None, file: str = "") -> Loaded:
        """Append these, or an undo of the last that can be undone; what is said to be saved is noted."""
        seen: list[frozenset[str]] = []
        self._made.clear()

        def decide(now: Client) -> Sequence[Draft]:
            seen.append(frozenset(each.id for each in now.events))
            return [("undone", {"target": now.undo})] if drafts is None and now.undo else drafts or []

        loaded = self.store.append(CLIENT, decide, self._writer(minute), file)
        there = {each.id for each in loaded.client.events}
        self.said.update({each: seen[-1] for each in self._made if each in there})
        return loaded

    def _writer(self, minute: int) -> Writer:
        at = AT + timedelta(minutes=minute) + self.skew
        return Writer(at, lambda: self._new_id(at))

    def _new_id(self, at: datetime) -> str:
        self._made.append(new_id(at, self.name, self.random.randbytes))
        return self._made[-1]

    def content(self) -> dict[str, bytes]:
        """The diaries' files as they are now, as a synchroniser sees them."""
        return {path.name: path.read_bytes() for path in self.clients.glob("*.toml")}


class Synchroniser:
    """Between two devices. What both had of a file when it last came over tells which of them changed it."""

    def __init__(self, one: Device, other: Device, random: Random) -> None:
        self.devices, self.random = (one, other), random
        self.style = random.choice(NAMES)
        self.known: dict[str, bytes | None] = {}
        self.conflicts = 0

    def run(self, share: float, between: Callable[[], object]) -> int:
        """Bring over each file with a chance of ``share``; gives how many of them changed.

        ``between`` two files that changed the owners may go on.
        """
        for device in self.devices:
            device.clients.mkdir(parents=True, exist_ok=True)
        names = sorted({name for device in self.devices for name in device.content()} | self.known.keys())
        self.random.shuffle(names)
        count = 0
        for name in names:
            if self.random.random() < share and self._bring(name):
                count += 1
                between()
        return count

    def one(self) -> Device:
        """One of the two devices."""
        return self.random.choice(self.devices)

    def _bring(self, name: str) -> bool:
        one, other = (device.content().get(name) for device in self.devices)
        if one == other:
            self.known[name] = one
            return False
        known = self.known.get(name)
        # Of a file that one of them changed and the other took away, the change is kept.
        if one == known or (one is None and other != known):
            self._put(0, name, other)
        elif other == known or other is None:
            self._put(1, name, one)
        else:
            self._conflict(name)
        return True

    def _conflict(self, name: str) -> None:
        """Both changed it: one of the two is the copy."""
        self.conflicts += 1
        loser = self.random.randrange(2)
        copy = self.style.format(stem=name.removesuffix(".toml"), number=self.conflicts)
        path = self.devices[loser].clients / name
        path.rename(path.with_name(copy))
        self._put(loser, name, (self.devices[1 - loser].clients / name).read_bytes())

    def _put(self, to: int, name: str, content: bytes | None) -> None:
        """Put a file in its place as it is on the other device, or take it away."""
        path, source = (self.devices[number].clients / name for number in (to, 1 - to))
        if content is None:
            path.unlink()
        else:
            half = path.with_name(self.random.choice(HALF_WAY).format(name=name))
            half.write_bytes(content[: self.random.randrange(len(content))])
            if self.random.random() < 0.9:  # the rest comes now; else this is left lying about
                half.unlink()
            new = path.with_name(f".syncthing.{name}.new.tmp")
            new.write_bytes(content)
            times = source.stat()
            os.utime(new, ns=(times.st_atime_ns, times.st_mtime_ns))
            new.replace(path)
        self.known[name] = content


def drafts(random: Random, number: int) -> list[Draft] | None:
    """Something that an owner may do; ``None`` is an undo."""
    item = random.choice(("scope", "revisions", "no-show"))
    words = {"text": f"words {number}", "language": "en", "values": {"rounds": number % 3}, "edition": "1"}
    told: Draft = ("told", {"item": item, **words})
    found: tuple[list[Draft] | None, ...] = (
        [("note", {"text": f"note {number}"})],
        [told],
        [told, ("told", {"item": "style", **words})],
        [("confirmed", {"item": item, **words, "words": f"yes, {number}"})],
        [("waived", {"item": item})],
        [("reopened", {"item": item})],
        [("value", {"field": "rounds", "value": number})],
        None,
    )
    return random.choice(found)


def out_of_order(client: Client, said: dict[str, frozenset[str]]) -> Iterator[tuple[str, str]]:
    """The events that stand before one that their writer had already seen."""
    places = {each.id: place for place, each in enumerate(client.events)}
    for event_id, seen in said.items():
        for before in seen:
            if places[before] > places[event_id]:
                yield before, event_id
