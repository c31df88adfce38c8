"""Readings of diaries as the index has them, while their files are unchanged.

A file's size, times and inode prove that it is unchanged, unless it was changed so shortly before it was
indexed that another change could carry the same times: then its bytes are compared.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

from vooraf.storage.index import Index, Indexed, Signature
from vooraf.storage.packed import BROKEN, packed_reading, unpacked_reading
from vooraf.storage.reading import Reading

TOO_FRESH = 2_000_000_000
"""Nanoseconds: file systems keep times as coarse as two seconds."""

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
        if _is_fresh(kept):
            if kept.digest != _digest(content()):
                return None
            self._wait(kept._replace(seen=self._clock()))
        try:
            return unpacked_reading(kept.body)
        except BROKEN:
            return None  # not as it was packed: read the file again

    def remember(self, path: str, signature: Signature, content: bytes, reading: Reading) -> None:
        """Keep a reading; it is written with others, see ``write``."""
        body = packed_reading(reading)
        self._wait(Indexed(path, signature, reading.client, self._clock(), _digest(content), body))

    def _wait(self, kept: Indexed) -> None:
        self._waiting[kept.path] = kept
        if len(self._waiting) >= _MOST_WAITING:
            self.write()

    def write(self) -> None:
        """Write what waits. What can't be written now, because another process writes, waits on."""
        if self._waiting and self._index.keep_readings(self._waiting.values()):
            self._waiting.clear()


def _is_fresh(kept: Indexed) -> bool:
    _size, changed, touched, _inode = kept.signature
    return kept.seen - max(changed, touched) < TOO_FRESH


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
