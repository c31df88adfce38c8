"""What was read before, kept so that it needn't be read again. It can be thrown away at any time.

One SQLite file a data folder, in the device's state. Whatever is wrong with it (deleted, stale, of another
version, rubbish, in use by another process) the answer is the same, only slower: every method then gives
nothing, or keeps nothing, and nobody waits for another's lock.
"""

from __future__ import annotations

import os
import sqlite3
from _thread import RLock  # threading's own, without the 2 ms of threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain

from vooraf.errors.disk import StateUnwritable
from vooraf.model.digest import digest
from vooraf.storage.index_file import make_anew, opened
from vooraf.storage.index_values import (
    Indexed,
    Signature,
    State,
    as_number,
    as_signature,
    as_text,
    bound,
)

__all__ = ["Index", "Indexed", "ReadIndex", "Signature", "Statement"]

Statement = tuple[str, Iterable[Sequence[object]]]

AT_ONCE = 250
"""Rows that are in memory at a time."""

_STATES = """
SELECT path, size, mtime, ctime, inode, reading.client, seen, stamp, context
FROM reading LEFT JOIN row ON row.client = reading.client WHERE path > ? ORDER BY path LIMIT ?"""


class Index:
    """The index at ``path``: opened when it is first asked, made when something is first kept."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._given_up = False
        self._broken = False
        self._lock = RLock()

    def is_there(self) -> bool:
        """Whether anything was ever kept."""
        return os.path.exists(self.path)

    def is_open(self) -> bool:
        """Whether it can be asked."""
        return self._connection is not None

    # -- what is kept ----------------------------------------------------------------------------

    def reading(self, path: str) -> Indexed | None:
        """A file as it was indexed last."""
        found = self.ask("SELECT * FROM reading WHERE path = ?", (path,))
        return _indexed(found[0]) if found else None

    def paths_of(self, client: str) -> tuple[str, ...]:
        """The files that were a client's when they were indexed."""
        found = self.ask("SELECT path FROM reading WHERE client = ? ORDER BY path", (client,))
        return tuple(as_text(row[0]) for row in found)

    def with_copies(self) -> tuple[str, ...]:
        """The clients who had more than one file when they were indexed."""
        found = self.ask("SELECT client FROM reading GROUP BY client HAVING count(*) > 1")
        return tuple(as_text(row[0]) for row in found)

    def owners(self) -> list[tuple[str, Signature, str, int]]:
        """The path, the signature, the client and the time of indexing of every file that was indexed."""
        found = self.ask("SELECT path, size, mtime, ctime, inode, client, seen FROM reading")
        return [
            (as_text(row[0]), as_signature(row[1:5]), as_text(row[5]), as_number(row[6])) for row in found
        ]

    def states(self, context: str, is_fresh: Callable[[Signature, int], bool]) -> Iterator[State]:
        """What proves that every file, and the line that its client has in this context, are as they were.

        ``is_fresh`` says whether a signature proves nothing, from it and the time of indexing. They come in
        parts, so that never all of them are in memory.
        """
        last: object = ""
        while found := self.ask(_STATES, (last, AT_ONCE)):
            last = found[-1][0]  # as it is kept, whatever it is: so each part begins behind the one before
            for path, size, mtime, ctime, inode, client, seen, stamp, made_in in found:
                signature = as_signature((size, mtime, ctime, inode))
                yield State(
                    as_text(path),
                    None if is_fresh(signature, as_number(seen)) else signature,
                    as_text(client),
                    as_text(stamp) if made_in == context else "",
                    made_in is not None and made_in != context,
                )

    def keep_readings(
        self, readings: Iterable[Indexed], first: Iterable[Statement] = (), wait: float = 0
    ) -> bool:
        """Keep files as they were read; whether that was done.

        ``first`` is done before it, both or none. It may ask for the readings whose place they take. ``wait``
        as below.
        """
        rows = [
            (each.path, *each.signature, each.client, each.seen, each.digest, each.body) for each in readings
        ]
        kept = ("INSERT OR REPLACE INTO reading VALUES (?,?,?,?,?,?,?,?,?)", rows)
        return self.tell(chain(first, [kept]), wait)

    def forget_readings(self, paths: Iterable[str], first: Iterable[Statement] = ()) -> bool:
        """Forget files that are no longer there; ``first`` likewise."""
        forgotten = ("DELETE FROM reading WHERE path = ?", [(path,) for path in paths])
        return self.tell(chain(first, [forgotten]))

    def document(self, name: str, signature: str) -> str | None:
        """A parsed file, when it was made from files with this signature."""
        found = self.ask("SELECT body FROM document WHERE name = ? AND signature = ?", (name, signature))
        return as_text(found[0][0]) if found else None

    def keep_document(self, name: str, signature: str, body: str) -> bool:
        """Keep a parsed file."""
        return self.tell([("INSERT OR REPLACE INTO document VALUES (?,?,?)", [(name, signature, body)])])

    # -- the file --------------------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def ask(self, statement: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """What a SELECT gives; nothing when the index can't be read now."""
        with self._lock:
            connection = self._open(make=False)
            if connection is None:
                return []
            try:
                return connection.execute(statement, bound(values)).fetchall()
            except sqlite3.Error as error:
                self._give_up(error)
                return []

    def in_parts(self, statement: str) -> Iterator[str]:
        """The texts that a SELECT gives, whose two values are the last text that was given and a number."""
        last: object = ""
        while found := self.ask(statement, (last, AT_ONCE)):
            yield from (as_text(row[0]) for row in found)
            last = found[-1][0]

    def tell(self, statements: Iterable[Statement], wait: float = 0) -> bool:
        """Execute each of the statements for all of its rows, all of them or none; whether that was done.

        No other process writes from before the first statement is asked for, which may so depend on what is
        there. ``wait`` is how long (in seconds) another process that writes is waited for.
        """
        with self._lock:
            connection = self._open(make=True)
            if connection is None:
                return False
            try:
                if wait:
                    connection.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
                connection.execute("BEGIN IMMEDIATE")
                with connection:
                    for statement, rows in statements:
                        connection.executemany(statement, map(bound, rows))
            except sqlite3.OperationalError:
                return False  # another process writes, or there is no room: next time
            except sqlite3.Error as error:
                self._give_up(error)
                return False
            finally:
                if wait and self._connection is not None:
                    with suppress(sqlite3.Error):  # then the next write waits too
                        connection.execute("PRAGMA busy_timeout = 0")
        return True

    def _give_up(self, error: sqlite3.Error) -> None:
        """Do without for the rest of this run, or until one that is broken is made anew."""
        self._close()
        self._given_up = True
        self._broken = type(error) is sqlite3.DatabaseError

    def _open(self, *, make: bool) -> sqlite3.Connection | None:
        if make and self._broken:
            self._make_anew()
        if make and self._connection is not None and _file_at(self.path) != self._file:
            self._close()  # somebody took it away, and what is written in it goes with it
        if self._connection is not None or self._given_up:
            return self._connection
        if not make and not os.path.exists(self.path):
            return None
        try:
            self._connection, self._file = opened(self.path), _file_at(self.path)
        except (sqlite3.OperationalError, OSError, StateUnwritable):
            self._given_up = True  # in use, or out of reach: it isn't ours to take away
        except sqlite3.DatabaseError:
            self._broken = True
            if make:
                self._make_anew()
        return self._connection

    def _make_anew(self) -> None:
        """Put an empty index in the place of one that can't be read: what it had is read again."""
        self._broken, self._given_up = False, True
        try:
            make_anew(self.path)
            self._connection, self._file = opened(self.path), _file_at(self.path)
        except (sqlite3.Error, OSError, StateUnwritable):
            return
        self._given_up = False


class ReadIndex(Index):
    """The same for who reads beside another process that writes, and must not be in its way."""

    def _open(self, *, make: bool) -> sqlite3.Connection | None:
        return None if make else super()._open(make=False)


def _file_at(path: str) -> tuple[int, int] | None:
    """Which file it is, whatever is in it."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def index_path(state: str, real_root: str) -> str:
    """Where the index of a data folder lies in the device's state."""
    return os.path.join(state, "index", f"{digest(real_root, 24)}.sqlite")


def _indexed(row: Sequence[object]) -> Indexed:
    path, _size, _mtime, _ctime, _inode, client, seen, digest, body = row
    return Indexed(
        as_text(path),
        as_signature(row[1:5]),
        as_text(client),
        as_number(seen),
        as_text(digest),
        as_text(body),
    )
