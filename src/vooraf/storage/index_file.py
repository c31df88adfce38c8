"""The SQLite file of the index: its tables, and how it is made, also over one that can't be used.

Everything in it can be read again from the data, but for the tables whose names begin with ``safe``: their
rows, as far as they can be read, are kept when the others are made anew.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence

from vooraf.model.record import NamedTuple
from vooraf.storage.folder import make_state

VERSION = 3
"""Of the tables below: an index of an older version is made anew, one of a newer version is left alone."""

_READ_AGAIN = (
    """CREATE TABLE reading(
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, inode INTEGER,
    client TEXT, seen INTEGER, digest TEXT, body TEXT
) WITHOUT ROWID""",
    "CREATE INDEX reading_client ON reading(client)",
    """CREATE TABLE row(
    client TEXT PRIMARY KEY, context TEXT, stamp TEXT, name TEXT, slugs TEXT, meeting TEXT, checklist TEXT,
    archived INTEGER, unsettled INTEGER, told INTEGER, body TEXT
) WITHOUT ROWID""",
    "CREATE INDEX row_order ON row(name, client, slugs, context, meeting, archived, unsettled)",
    "CREATE INDEX row_told ON row(client) WHERE told",
    "CREATE TABLE document(name TEXT PRIMARY KEY, signature TEXT, body TEXT) WITHOUT ROWID",
)
_SOUGHT = (
    "CREATE VIRTUAL TABLE sought USING fts5(client UNINDEXED, text, tokenize='trigram case_sensitive 1')",
    "CREATE TABLE sought(client TEXT, text TEXT)",
)
"""What is searched, by a number of the client's: with all its parts of three letters where SQLite can do that."""

_SAFE: tuple[str, ...] = (
    """CREATE TABLE IF NOT EXISTS safe(
    client TEXT, id TEXT, text TEXT, accepted INTEGER DEFAULT 0, UNIQUE(client, id)
)""",
    "CREATE TABLE IF NOT EXISTS safe_client(client TEXT PRIMARY KEY)",
)
"""Tables that outlive the others, each as CREATE TABLE IF NOT EXISTS, with a rowid and a key."""

_CACHED = 500
"""Kilobytes of pages in memory: the system holds them too, and what is asked is seldom asked twice."""
_BEING_OPENED, _BEING_MADE = 0.1, 1.0
"""Seconds for which one that another process is opening or making is waited for.

Who gave up then would keep nothing in this run. Afterwards nobody waits.
"""
_ENDINGS = ("-wal", "-shm", "-journal", "")
_NEW = ".new"


class _Saved(NamedTuple):
    """Rows of a table that outlives the others."""

    table: str
    columns: Sequence[str]
    rows: Sequence[Sequence[object]]


def opened(path: str) -> sqlite3.Connection:
    """A connection to the index at ``path``, made when it isn't there, renewed when it is of an older version.

    Raises:
        sqlite3.OperationalError: it is in use, out of reach, or of a newer version.
        sqlite3.DatabaseError: it is no index.
        OSError, StateUnwritable: it can't be made.
    """
    if not os.path.exists(path):
        make_state(os.path.dirname(path))
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(
        path, timeout=_BEING_OPENED, isolation_level="DEFERRED", check_same_thread=False
    )
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise sqlite3.OperationalError(version)
        if version != VERSION or not _is_whole(connection):
            _make_tables_in_turn(connection)
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_CACHED}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def emptied(path: str) -> bool:
    """Empty the index at ``path`` of everything that can be read again; whether there was one.

    One that can't be used is made anew. One that can keeps its file: another process may have it open.

    Raises what ``make_anew`` raises; then it is as it was.
    """
    try:
        if not os.path.lexists(path) or not _can_be_used(path):
            return make_anew(path)
        connection = opened(path)
        try:
            _make_tables_in_turn(connection, anew=True)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise _refused(path, error) from error
    return True


def _can_be_used(path: str) -> bool:
    """Whether it is whole, and of no newer version."""
    try:
        connection = sqlite3.connect(path, timeout=_BEING_OPENED)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            return bool(version <= VERSION and found == "ok")
        finally:
            connection.close()
    except sqlite3.Error as error:
        if _is_held(error):
            raise
        return False


def make_anew(path: str) -> bool:
    """Put an empty index in the place of one that can't be used; whether there was one.

    What can still be read of the tables that outlive it is in the new one.

    Raises:
        OSError, StateUnwritable: it can't be made, or another process holds it.
    """
    if not os.path.lexists(path):
        return False
    try:
        _make_beside(path, list(_saved(path)) if os.path.isfile(path) else [])
    except sqlite3.Error as error:
        raise _refused(path, error) from error
    _remove(path)
    os.replace(path + _NEW, path)
    return True


def _make_beside(path: str, saved: Iterable[_Saved]) -> None:
    _remove(path + _NEW)
    connection = opened(path + _NEW)
    try:
        with connection:
            for each in saved:
                _put_back(connection, each)
        connection.execute("PRAGMA journal_mode = DELETE")  # so that it is one file, and can be moved
    finally:
        connection.close()


def _refused(path: str, error: sqlite3.Error) -> OSError:
    code = errno.EBUSY if _is_held(error) else errno.EIO
    return OSError(code, os.strerror(code), path)


def _is_held(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _make_tables_in_turn(connection: sqlite3.Connection, *, anew: bool = False) -> None:
    """Make the tables when no other process is making them: SQLite itself doesn't wait with a change of journal."""
    end = time.monotonic() + _BEING_MADE
    while True:
        try:
            return _make_tables(connection, anew=anew)
        except sqlite3.OperationalError as error:
            if not _is_held(error) or time.monotonic() > end:
                raise
        time.sleep(0.01)


def _make_tables(connection: sqlite3.Connection, *, anew: bool) -> None:
    """Make the tables, in place of those of another version or of all; those that outlive it stay."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if not anew and version == VERSION and _is_whole(connection):
            return  # another process was first
        for name in sorted(_tables(connection), key=len):  # a virtual table goes before what it consists of
            if not _is_safe(name):
                connection.execute(f"DROP TABLE IF EXISTS {_quoted(name)}")
        for statement in (*_READ_AGAIN, *_SAFE, f"PRAGMA user_version = {VERSION}"):
            connection.execute(statement)
        try:
            connection.execute(_SOUGHT[0])
        except sqlite3.OperationalError:  # this SQLite was made without it, or before it had trigrams
            connection.execute(_SOUGHT[1])


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Whether every table is there as it was made; of those that outlive the others, whether they are there."""
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master"))
    return {*_READ_AGAIN} <= {*found.values()} and {"safe", "safe_client", "sought"} <= found.keys()


def _tables(connection: sqlite3.Connection) -> Iterator[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return (name for (name,) in found.fetchall() if not name.startswith("sqlite_"))


def _is_safe(table: str) -> bool:
    return table.startswith("safe")


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _saved(path: str) -> Iterator[_Saved]:
    """What can be read of the tables that outlive an index that can't be used."""
    try:
        connection = sqlite3.connect(path, timeout=0)
    except sqlite3.Error:
        return
    try:
        for table in filter(_is_safe, _tables(connection)):
            described = connection.execute(f"SELECT * FROM {_quoted(table)} LIMIT 0").description  # noqa: S608 - quoted
            rows = dict.fromkeys(_readable(connection, table))
            yield _Saved(table, [column[0] for column in described], list(rows))
    except (sqlite3.Error, UnicodeError) as error:
        if isinstance(error, sqlite3.Error) and _is_held(error):
            raise
    finally:
        connection.close()


def _readable(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    """The rows from the first on, and from the last back, up to a page that is broken."""
    for way in ("", "ORDER BY rowid DESC"):
        try:
            yield from connection.execute(f"SELECT * FROM {_quoted(table)} {way}")  # noqa: S608 - quoted
        except (sqlite3.Error, UnicodeError):
            continue
        return


def _put_back(connection: sqlite3.Connection, saved: _Saved) -> None:
    """Write the rows in the table of the same name, if this version has one with these columns."""
    columns = ", ".join(map(_quoted, saved.columns))
    marks = ", ".join("?" for _ in saved.columns)
    statement = f"INSERT OR IGNORE INTO {_quoted(saved.table)} ({columns}) VALUES ({marks})"  # noqa: S608 - quoted
    try:
        connection.executemany(statement, saved.rows)
    except sqlite3.OperationalError:
        return


def _remove(path: str) -> None:
    for ending in _ENDINGS:
        if os.path.lexists(path + ending):
            os.unlink(path + ending)
