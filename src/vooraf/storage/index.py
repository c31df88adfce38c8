"""What was read before, kept so that it needn't be read again. It can be thrown away at any time.

One SQLite file a data folder, in the device's state. Whatever is wrong with it (deleted, stale, of another
version, rubbish, in use by another process) the answer is the same, only slower: every method then gives
nothing, or keeps nothing, and nobody waits for another's lock.
"""

from __future__ import annotations

import os
import sqlite3
from _thread import RLock  # threading's own, without the 2 ms of threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain

from vooraf.errors.disk import StateUnwritable
from vooraf.model.digest import digest
from vooraf.storage.index_file import make_anew, opened
from vooraf.storage.index_values import (
    Indexed,
    IndexedRow,
    Signature,
    as_number,
    as_signature,
    as_text,
    bound,
    is_foreign,
    place_of,
)

__all__ = ["Index", "Indexed", "IndexedRow", "Signature", "Statement"]

Statement = tuple[str, Iterable[Sequence[object]]]

_TRIGRAM = 3
_AT_ONCE = 1_000
_NO_LETTER = "\ufffd"


class Index:
    """The index at ``path``: opened when it is first asked, made when something is first kept."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._given_up = False
        self._broken = False
        self._lock = RLock()

    def is_there(self) -> bool:
        """Whether anything was ever kept."""
        return os.path.exists(self.path)

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

    def keep_readings(self, readings: Iterable[Indexed], first: Iterable[Statement] = ()) -> bool:
        """Keep files as they were read; whether that was done.

        ``first`` is done before it, both or none. It may ask for the readings whose place they take.
        """
        rows = [
            (each.path, *each.signature, each.client, each.seen, each.digest, each.body) for each in readings
        ]
        return self.tell(chain(first, [("INSERT OR REPLACE INTO reading VALUES (?,?,?,?,?,?,?,?,?)", rows)]))

    def forget_readings(self, paths: Iterable[str], first: Iterable[Statement] = ()) -> bool:
        """Forget files that are no longer there; ``first`` likewise."""
        forgotten = ("DELETE FROM reading WHERE path = ?", [(path,) for path in paths])
        return self.tell(chain(first, [forgotten]))

    def changes_elsewhere(self) -> int:
        """A number that is another one when somebody else has written in the index."""
        found = self.ask("PRAGMA data_version")
        return as_number(found[0][0]) if found else 0

    def stamps(self, context: str) -> dict[str, str]:
        """The stamps of the lines of the list that were made in this context, by client."""
        found = self.ask("SELECT client, stamp FROM row WHERE context = ?", (context,))
        return {as_text(client): as_text(stamp) for client, stamp in found}

    def rows(self, context: str) -> Iterator[tuple[str, str, str]]:
        """The lines of the list that were made in this context, by client: the client, the stamp, the body.

        They come in parts, so that never all of them are in memory as text.
        """
        last = ""
        while found := self.ask(
            "SELECT client, stamp, body FROM row WHERE client > ? AND context = ? ORDER BY client LIMIT ?",
            (last, context, _AT_ONCE),
        ):
            for client, stamp, body in found:
                last = as_text(client)
                yield last, as_text(stamp), as_text(body)

    def row_clients(self) -> tuple[str, ...]:
        """The clients who have a line, in whatever context it was made."""
        return tuple(as_text(row[0]) for row in self.ask("SELECT client FROM row"))

    def keep_rows(self, context: str, rows: Iterable[IndexedRow]) -> bool:
        """Keep lines of the list."""
        rows = list(rows)
        kept = [(row.client, context, row.stamp, row.name, row.slugs, row.body) for row in rows]
        sought = [(place_of(row.client), row.client, row.searched.replace("\0", _NO_LETTER)) for row in rows]
        return self.tell(
            [
                ("INSERT OR REPLACE INTO row VALUES (?,?,?,?,?,?)", kept),
                ("INSERT OR REPLACE INTO sought(rowid, client, text) VALUES (?,?,?)", sought),
            ]
        )

    def searched(self) -> dict[str, str]:
        """What the filter looks in, of every client who has a line."""
        return {as_text(row[0]): as_text(row[1]) for row in self.ask("SELECT client, text FROM sought")}

    def holding(self, text: str) -> frozenset[str] | None:
        """The clients who have a line and in whose searched text this stands; ``None`` when that isn't known.

        ``text`` is without case and accents. Any part of a word is found.
        """
        if "\0" in text or is_foreign(text):
            return None
        made = self.ask("SELECT sql FROM sqlite_master WHERE name = 'sought'")
        if len(text) >= _TRIGRAM and made and "fts5" in as_text(made[0][0]):
            quoted = text.replace('"', '""')
            found = self.ask("SELECT client FROM sought WHERE text MATCH ?", (f'"{quoted}"',))
        else:
            found = self.ask("SELECT client FROM sought WHERE instr(text, ?)", (text,))
        return frozenset(as_text(row[0]) for row in found) if self._connection is not None else None

    def named(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The clients with this slug, and those in whose name it stands; ``name`` without case and accents."""
        # One pass over row_names, in which nothing but these stands: a line of the list is a hundred times larger.
        found = self.ask(
            "SELECT client, instr(slugs, ?1), instr(name, ?2) FROM row INDEXED BY row_names"
            " WHERE instr(slugs, ?1) OR instr(name, ?2) ORDER BY client",
            (f"\n{name}\n", name),
        )
        slugged = tuple(as_text(client) for client, in_slugs, _ in found if in_slugs)
        return slugged, tuple(as_text(client) for client, _, in_name in found if in_name)

    def forget_rows(self, clients: Iterable[str]) -> bool:
        """Forget the lines of clients who are gone."""
        gone = list(clients)
        return self.tell(
            [
                ("DELETE FROM row WHERE client = ?", [(client,) for client in gone]),
                ("DELETE FROM sought WHERE rowid = ?", [(place_of(client),) for client in gone]),
            ]
        )

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
        if self._connection is not None or self._given_up:
            return self._connection
        if not make and not os.path.exists(self.path):
            return None
        try:
            self._connection = opened(self.path)
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
            self._connection = opened(self.path)
        except (sqlite3.Error, OSError, StateUnwritable):
            return
        self._given_up = False


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
