"""What the index keeps, and its values as SQLite takes and gives them: what is no text, or too large, as bytes."""

from __future__ import annotations

from collections.abc import Sequence

from vooraf.model.digest import digest
from vooraf.model.record import NamedTuple

Signature = tuple[int, int, int, int]


class Indexed(NamedTuple):
    """A file as it was indexed: its signature, when that was (nanoseconds), a digest of its bytes.

    ``grown`` isn't kept: the digest of the bytes that it began with, when it only grew.
    """

    path: str
    signature: Signature
    client: str
    seen: int
    digest: str
    body: str
    grown: str = ""


class State(NamedTuple):
    """What proves that a file and the line of its client are as they were.

    ``signature`` is ``None`` where it proves nothing; ``stamp`` is an empty text for a client without a line;
    ``is_old``: there is one, made in other checklists or house rules.
    """

    path: str
    signature: Signature | None
    client: str
    stamp: str
    is_old: bool


class IndexedRow(NamedTuple):
    """A line of the list.

    ``name`` and ``searched``, what the filter looks in, are without case and accents; the slugs stand between
    line breaks. ``meeting`` is in ISO text, empty for none. ``unsettled``: something is open, told and not
    confirmed, or changed; ``told``: there is something to tell about its files, of which ``stamp`` is.
    """

    name: str
    client: str
    meeting: str
    archived: bool
    unsettled: bool
    stamp: str
    slugs: str
    checklist: str
    told: bool
    body: str
    searched: str = ""


_MOST = 2**63


def place_of(client: str) -> int:
    """A client's number in a table that is ordered by one: different for any two, but for one chance in 2**40."""
    return int(digest(client, 15), 16)


def bound(values: Sequence[object]) -> Sequence[object]:
    """The values as SQLite takes them: the name of a file need be no text, nor its inode 64 bits long."""
    return [_bytes(value) if is_foreign(value) else value for value in values]


def is_foreign(value: object) -> bool:
    """Whether SQLite doesn't take a value as it is."""
    if isinstance(value, str) and not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return True
    return isinstance(value, int) and value >= _MOST


def _bytes(value: object) -> bytes:
    return str(value).encode("utf-8", "surrogatepass")


def as_text(value: object) -> str:
    """A text, also where it was bound as bytes; an empty one where it is neither."""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8", "surrogatepass")
        except ValueError:
            return ""
    return value if isinstance(value, str) else ""


def as_signature(values: Sequence[object]) -> Signature:
    """A file's signature."""
    size, mtime, ctime, inode = (as_number(value) for value in values)
    return size, mtime, ctime, inode


def as_number(value: object) -> int:
    """A number; -1 where it is none."""
    return value if isinstance(value, int) else -1
