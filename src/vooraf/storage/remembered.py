"""Readings of diaries as the index has them, while their files are unchanged.

A file's size, times and inode prove that it is unchanged, unless it was changed so shortly before it was
indexed that another change could carry the same times: then its bytes are compared.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from vooraf.model.client import Client
from vooraf.model.events import HAND, SEALED, Event
from vooraf.storage.diary_reader import read_grown
from vooraf.storage.index import Index, Indexed, Statement
from vooraf.storage.index_values import Signature, State
from vooraf.storage.kept_clients import keep_client, kept_client
from vooraf.storage.packed import BROKEN, packed_grown, packed_reading, unpacked_reading
from vooraf.storage.reading import Reading

TOO_FRESH = 2_000_000_000
"""Nanoseconds: file systems keep times as coarse as two seconds."""

Lost = Callable[[str, Sequence[Event]], Iterable[Statement]]

_FOLDER = "folder of the diaries"
_MOST_WAITING = 500


class Remembered:
    """The readings in ``index``; ``clock`` gives nanoseconds since 1970, as files' times have them.

    When a reading takes the place of one that had more events, or a file is gone, ``lost`` is called with
    the client and those events, and what it gives is done in the index together with that. They may stand
    in another file of the client. Events without an id of their own aren't among them.
    """

    def __init__(
        self, index: Index, clock: Callable[[], int] = time.time_ns, lost: Lost = lambda _client, _events: ()
    ) -> None:
        self._index = index
        self._clock = clock
        self._lost = lost
        self._waiting: dict[str, tuple[Indexed, ...]] = {}

    def reading(self, path: str, signature: Signature, content: Callable[[], bytes]) -> Reading | None:
        """The reading of a file with this signature, or ``None`` when it must be read.

        ``content`` gives the file's bytes and is asked only when its times prove nothing.
        """
        kept = self._kept(path)
        if kept is None or kept.signature != signature:
            return None
        if _is_fresh(kept.signature, kept.seen):
            if kept.digest != _digest(content()):
                return None
            self._wait(kept._replace(seen=self._clock()))
        try:
            return unpacked_reading(kept.body)
        except BROKEN:
            return None  # not as it was packed: read the file again

    def grown(
        self, path: str, content: bytes, known: Callable[[Signature], Reading | None]
    ) -> tuple[Reading, Indexed] | None:
        """The reading of a file that only grew since it was indexed, and how it was indexed.

        ``known`` gives the reading of the file with a signature, if it is at hand.
        """
        kept = self._kept(path)
        begin = kept.signature[0] if kept else 0
        if kept is None or not 0 < begin < len(content) or kept.digest != _digest(content[:begin]):
            return None
        try:
            before = known(kept.signature) or unpacked_reading(kept.body)
        except BROKEN:
            return None
        reading = read_grown(before, content, begin)
        if reading is None:
            return None
        body = packed_grown(kept.body, reading, len(before.events))
        return reading, kept._replace(body=body, grown=kept.digest)

    def remember(
        self,
        path: str,
        client: str,
        signature: Signature,
        content: bytes,
        reading: Reading,
        grown: Indexed | None = None,
    ) -> None:
        """Keep the reading of a file of ``client``; it is written with others, see ``write``.

        ``grown`` is what ``grown`` gave with it.
        """
        body = grown.body if grown else packed_reading(reading)
        before = grown.grown if grown else ""
        self._wait(Indexed(path, signature, client, self._clock(), _digest(content), body, before))

    def _kept(self, path: str) -> Indexed | None:
        waiting = self._waiting.get(path)
        return waiting[-1] if waiting else self._index.reading(path)

    def _wait(self, kept: Indexed) -> None:
        self._waiting[kept.path] = (*self._waiting.get(kept.path, ()), kept)
        if len(self._waiting) >= _MOST_WAITING:
            self.write()

    def taken(self) -> list[Indexed]:
        """What waits, for another process to write; it waits here no longer."""
        waiting, self._waiting = self._waiting, {}
        return [found[-1] for found in waiting.values()]

    def take(self, readings: Iterable[Indexed]) -> bool:
        """Write readings that another process made, with what waits; whether nothing waits any longer."""
        for each in readings:
            self._waiting[each.path] = (*self._waiting.get(each.path, ()), each)
        return self.write()

    def write(self, wait: float = 0) -> bool:
        """Write what waits; whether nothing waits any longer: it still does while another process writes.

        That one is waited for for ``wait`` seconds.
        """
        waiting = dict(self._waiting)  # a copy, because another thread may be reading more of them
        last = [found[-1] for found in waiting.values()]
        if waiting and self._index.keep_readings(last, self._replaced(waiting), wait):
            for path, found in waiting.items():
                if self._waiting.get(path) is found:
                    del self._waiting[path]
        return not self._waiting

    def _replaced(self, waiting: Mapping[str, Sequence[Indexed]]) -> Iterator[Statement]:
        for path, found in waiting.items():
            yield from self._lose(path, found)

    def _lose(self, path: str, found: Iterable[Indexed | None]) -> Iterator[Statement]:
        """What ``lost`` gives when these readings of a file take the place of the one in the index."""
        for client, events in self._losses(path, found):
            yield from self._lost(client, events)

    def _losses(self, path: str, found: Iterable[Indexed | None]) -> Iterator[tuple[str, Sequence[Event]]]:
        """Whose events each of these readings lacks that the one before it had, the first of which the index has."""
        for before, after in pairwise((self._index.reading(path), *found)):
            if before is not None and (events := _lost_events(before, after)):
                yield before.client, events

    def loses(self, path: str) -> bool:
        """Whether what waits for a file lacks events that it had when it was indexed."""
        return any(self._lost_from(path))

    def _lost_from(self, path: str) -> Iterator[tuple[str, Sequence[Event]]]:
        """Whose events what waits for a file lacks, and which."""
        found = self._waiting.get(path)
        return self._losses(path, found) if found else iter(())

    def write_lost(self, client: str, paths: Iterable[str], wait: float = 0) -> tuple[Event, ...]:
        """Write what waits if one of these files lost events: until then ``lost`` wasn't called for them.

        Gives those events of the client's that still wait, because another process writes.
        """
        lost = [each for path in paths for each in self._lost_from(path)] if self._waiting else []
        if not lost or self.write(wait):
            return ()
        return tuple(event for whose, events in lost if whose == client for event in events)

    # -- clients with long diaries ---------------------------------------------------------------

    def client(self, client_id: str, stamp: str, events: Callable[[], Sequence[Event]]) -> Client | None:
        """A client as folded when the files had this stamp; ``events`` reads all events. ``None`` if unknown."""
        return kept_client(self._index, client_id, stamp, events)

    def keep_client(self, client: Client, stamp: str) -> None:
        """Keep a client as folded from files with this stamp."""
        keep_client(self._index, client, stamp)

    # -- whose the files are ---------------------------------------------------------------------

    def owners(self) -> dict[str, tuple[Signature | None, str]]:
        """The signature and the client of every file that was indexed; none where it proves nothing."""
        return {
            path: (None if _is_fresh(signature, seen) else signature, client)
            for path, signature, client, seen in self._index.owners()
        }

    def states(self, context: str) -> Iterator[State]:
        """What proves that every file, and the line that its client has in this context, are as they were."""
        return self._index.states(context, _is_fresh)

    def forget(self, paths: Iterable[str]) -> None:
        """Forget files that are no longer there."""
        gone = list(paths)
        if self._index.forget_readings(gone, self._gone(gone)):
            for path in gone:
                self._waiting.pop(path, None)

    def _gone(self, paths: Iterable[str]) -> Iterator[Statement]:
        for path in paths:
            yield from self._lose(path, (*self._waiting.get(path, ()), None))

    def paths_of(self, client: str) -> tuple[str, ...]:
        """The files that were a client's when they were indexed."""
        return self._index.paths_of(client)

    def with_copies(self) -> tuple[str, ...]:
        """The clients who had more than one file when they were indexed."""
        return self._index.with_copies()

    def settle(self, stamp: str) -> None:
        """Every file of the folder is indexed, as long as ``stamp`` is the folder's."""
        self._index.keep_document(_FOLDER, stamp, stamp)

    def is_settled(self, stamp: str) -> bool:
        """Whether every file of a folder with this stamp is indexed."""
        return self._index.document(_FOLDER, stamp) is not None

    def is_fresh(self, *times: int) -> bool:
        """Whether something with these times (nanoseconds) could change now and keep them."""
        return self._clock() - max(times) < TOO_FRESH


def _lost_events(before: Indexed, after: Indexed | None) -> Sequence[Event]:
    """The events that the first has and the second lacks, but for those without an id of their own.

    One that the second has in another version, or changed by hand, is among them when its seal was valid; and
    so are all when the second is another client's.
    """
    if after is not None and before.digest in (after.digest, after.grown):
        return ()
    left = _events(after) if after and after.client == before.client else ()
    ids, seals = {event.id for event in left}, {_sealed_as(event) for event in left}
    return [
        event
        for event in _events(before)
        if not event.id.startswith(HAND) and (event.id not in ids or _sealed_as(event) not in seals)
    ]


def _sealed_as(event: Event) -> tuple[str, str]:
    """What a version of an event is missed by; one without a valid seal by nothing but its id."""
    return (event.id, event.sum) if event.trust == SEALED else ("", "")


def _events(kept: Indexed) -> Sequence[Event]:
    try:
        return unpacked_reading(kept.body).events
    except BROKEN:
        return ()


def _is_fresh(signature: Signature, seen: int) -> bool:
    _size, changed, touched, _inode = signature
    return seen - max(changed, touched) < TOO_FRESH


def _digest(content: bytes) -> str:
    import hashlib  # noqa: PLC0415 - OpenSSL: 3 ms, and a file that is known needs no digest

    return hashlib.sha256(content).hexdigest()[:32]
