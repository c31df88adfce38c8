"""The lines of the list in the index: in their order, a few at a time, searched.

As with the rest of the index: what can't be asked or kept now gives nothing, and nobody waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from vooraf.storage.index import AT_ONCE, Index
from vooraf.storage.index_values import IndexedRow, as_text, is_foreign, place_of

_TRIGRAM = 3
_NO_LETTER = "\ufffd"


class RowIndex:
    """The lines of the list in ``index``, in whatever context they were made.

    Which of them are as they are now, a look at the files tells (see ``look``); until then the old ones do.
    """

    def __init__(self, index: Index) -> None:
        self._index = index

    def places(self) -> Iterator[tuple[str, str, str]]:
        """The name (without case and accents), the client and the meeting (ISO, or nothing) of every line.

        They come by name and client; in parts, as below.
        """
        last: tuple[object, object] = "", ""
        while found := self._index.ask(
            "SELECT name, client, meeting FROM row WHERE (name, client) > (?, ?)"
            " ORDER BY name, client LIMIT ?",
            (*last, AT_ONCE),
        ):
            names, clients, meetings = _columns(found)
            yield from zip(names, clients, meetings, strict=True)
            last = found[-1][0], found[-1][1]

    def archived(self) -> set[str]:
        """The clients who are archived."""
        found = self._index.ask("SELECT client FROM row WHERE archived")
        return {as_text(row[0]) for row in found}

    def settled(self) -> set[str]:
        """The clients with whom nothing is open, told and not confirmed, or changed."""
        found = self._index.ask("SELECT client FROM row WHERE NOT unsettled")
        return {as_text(row[0]) for row in found}

    def bodies(self) -> Iterator[tuple[str, str]]:
        """The client and the body of every line, by client; in parts, as above."""
        last: object = ""
        while found := self._index.ask(
            "SELECT client, body FROM row WHERE client > ? ORDER BY client LIMIT ?",
            (last, AT_ONCE),
        ):
            last = found[-1][0]
            yield from _texts(found)

    def bodies_of(self, clients: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The same of these clients (a few hundred at the most), in any order."""
        marks = ",".join("?" * len(clients))
        found = self._index.ask(
            f"SELECT client, body FROM row WHERE client IN ({marks})",  # noqa: S608 - marks alone
            clients,
        )
        yield from _texts(found)

    def bodies_with_news(self) -> Iterator[tuple[str, str]]:
        """The same of those about whose files there is something to tell, by client."""
        found = self._index.ask("SELECT client, body FROM row WHERE told ORDER BY client")
        yield from _texts(found)

    def checklists(self) -> set[str]:
        """The checklists that clients use."""
        found = self._index.ask("SELECT DISTINCT checklist FROM row")
        return {as_text(row[0]) for row in found}

    def clients(self) -> Iterator[str]:
        """The clients who have a line; in parts, as above."""
        return self._index.in_parts("SELECT client FROM row WHERE client > ? ORDER BY client LIMIT ?")

    def keep(self, context: str, rows: Iterable[IndexedRow]) -> bool:
        """Keep lines of the list that were made in this context; whether that was done."""
        rows, kept, sought = list(rows), [], []
        for (
            name,
            client,
            meeting,
            archived,
            unsettled,
            stamp,
            slugs,
            checklist,
            told,
            body,
            searched,
        ) in rows:
            kept.append(
                (client, context, stamp, name, slugs, meeting, checklist, archived, unsettled, told, body)
            )
            sought.append((place_of(client), client, searched.replace("\0", _NO_LETTER)))
        return self._index.tell(
            [
                ("INSERT OR REPLACE INTO row VALUES (?,?,?,?,?,?,?,?,?,?,?)", kept),
                ("INSERT OR REPLACE INTO sought(rowid, client, text) VALUES (?,?,?)", sought),
            ]
        )

    def forget(self, clients: Iterable[str]) -> bool:
        """Forget the lines of clients who are gone."""
        gone = list(clients)
        return self._index.tell(
            [
                ("DELETE FROM row WHERE client = ?", [(client,) for client in gone]),
                ("DELETE FROM sought WHERE rowid = ?", [(place_of(client),) for client in gone]),
            ]
        )

    # -- searching -------------------------------------------------------------------------------

    def searched(self) -> Iterator[tuple[str, str]]:
        """Every client who has a line, with what the filter looks in."""
        yield from _texts(self._index.ask("SELECT client, text FROM sought"))

    def holding(self, text: str) -> frozenset[str] | None:
        """The clients who have a line and in whose searched text this stands; ``None`` when that isn't known.

        ``text`` is without case and accents. Any part of a word is found.
        """
        if "\0" in text or is_foreign(text):
            return None
        made = self._index.ask("SELECT sql FROM sqlite_master WHERE name = 'sought'")
        if len(text) >= _TRIGRAM and made and "fts5" in as_text(made[0][0]):
            quoted = text.replace('"', '""')
            found = self._index.ask("SELECT client FROM sought WHERE text MATCH ?", (f'"{quoted}"',))
        else:
            found = self._index.ask("SELECT client FROM sought WHERE instr(text, ?)", (text,))
        return frozenset(as_text(row[0]) for row in found) if self._index.is_open() else None

    def named(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The clients with this slug, and those in whose name it stands; ``name`` without case and accents."""
        # One pass over row_order, in which little but these stands: a line of the list is many times larger.
        found = self._index.ask(
            "SELECT client, instr(slugs, ?1), instr(name, ?2) FROM row INDEXED BY row_order"
            " WHERE instr(slugs, ?1) OR instr(name, ?2) ORDER BY client",
            (f"\n{name}\n", name),
        )
        slugged = tuple(as_text(client) for client, in_slugs, _ in found if in_slugs)
        return slugged, tuple(as_text(client) for client, _, in_name in found if in_name)


def _texts(found: Sequence[Sequence[object]]) -> Iterator[tuple[str, str]]:
    """Rows of two columns as texts."""
    if found:
        first, second = _columns(found)
        yield from zip(first, second, strict=True)


def _columns(found: Sequence[Sequence[object]]) -> Iterator[Iterable[str]]:
    """The columns of some rows as texts: nearly always they are that already."""
    for column in zip(*found, strict=True):
        yield column if {*map(type, column)} == {str} else map(as_text, column)
