"""Readings of diaries as the index has them, while their files are unchanged.

A file's size, times and inode prove that it is unchanged, unless it was changed so shortly before it was
indexed that another change could carry the same times: then its bytes are compared.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable

from vooraf.storage.index import Index, Indexed, Signature
from vooraf.storage.packed import BROKEN, packed_reading, unpacked_reading
from vooraf.storage.reading import Reading

TOO_FRESH = 2_000_000_000
"""Nanoseconds: file systems keep times as coarse as two seconds."""

_FOLDER = "folder of the diaries"
_MOST_WAITING = 500


class Remembered:
    """The readings in ``index``; ``clock`` gives nanoseconds since 1970, as files' times have them."""

    def __init__(self, index: Index, clock: Callable[[], int] = time.time_ns) -> None:
        self._index = index
        self._clock = clock
        self._waiting: dict[str, Indexed] = {}

    def reading(self, path: str, signature: Signature, content: Callable[[], bytes]) -> Reading | None:
        """The reading of a file with this signature, or ``None`` when it must be read.

        ``content`` gives the file's bytes and is asked only when its times prove nothing.
        """
        kept = self._waiting.get(path) or self._index.reading(path)
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

    def remember(
        self, path: str, client: str, signature: Signature, content: bytes, reading: Reading
    ) -> None:
        """Keep the reading of a file of ``client``; it is written with others, see ``write``."""
        body = packed_reading(reading)
        self._wait(Indexed(path, signature, client, self._clock(), _digest(content), body))

    def _wait(self, kept: Indexed) -> None:
        self._waiting[kept.path] = kept
        if len(self._waiting) >= _MOST_WAITING:
            self.write()

    def write(self) -> bool:
        """Write what waits; whether nothing waits any longer, because another process writes."""
        waiting = dict(self._waiting)  # a copy, because another thread may be reading more of them
        if waiting and self._index.keep_readings(waiting.values()):
            for path, kept in waiting.items():
                if self._waiting.get(path) is kept:
                    del self._waiting[path]
        return not self._waiting

    # -- whose the files are ---------------------------------------------------------------------

    def owners(self) -> dict[str, tuple[Signature | None, str]]:
        """The signature and the client of every file that was indexed; none where it proves nothing."""
        return {
            path: (None if _is_fresh(signature, seen) else signature, client)
            for path, signature, client, seen in self._index.owners()
        }

    def forget(self, paths: Iterable[str]) -> None:
        """Forget files that are no longer there."""
        self._index.forget_readings(paths)

    def paths_of(self, client: str) -> tuple[str, ...]:
        """The files that were a client's when they were indexed."""
        return self._index.paths_of(client)

    def settle(self, stamp: str) -> None:
        """Every file of the folder is indexed, as long as ``stamp`` is the folder's."""
        self._index.keep_document(_FOLDER, stamp, stamp)

    def is_settled(self, stamp: str) -> bool:
        """Whether every file of a folder with this stamp is indexed."""
        return self._index.document(_FOLDER, stamp) is not None

    def is_fresh(self, *times: int) -> bool:
        """Whether something with these times (nanoseconds) could change now and keep them."""
        return self._clock() - max(times) < TOO_FRESH


def _is_fresh(signature: Signature, seen: int) -> bool:
    _size, changed, touched, _inode = signature
    return seen - max(changed, touched) < TOO_FRESH


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
