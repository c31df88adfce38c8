"""The safety copy: what this device wrote, and what it read and finds no more, kept outside the data folder.

A synchroniser may put an old file back, or a backup may be restored over a newer one: then events that were
shown as done are no longer in the data folder. They are here, the owner is told, and the owner decides:
they are put back, or it is accepted that they are gone. The copy is looked at for events that are missing,
and for nothing else: what the owner changed in a diary by hand stays as they wrote it. Of an event in several
versions, all with a valid seal, each is missed by itself.

It lies in the file of the index, in tables of its own. Its writes aren't put on the platter one by one as a
diary's are: what a power cut takes out of it is in the diary, and comes back from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from vooraf.errors.values import TooManyBytes
from vooraf.model.events import HAND, SEALED, Event
from vooraf.model.record import NamedTuple
from vooraf.storage.diary_reader import read_diary
from vooraf.storage.index import Index, Statement
from vooraf.storage.index_values import as_number, as_text
from vooraf.storage.toml_text import event_text

PATIENCE = 5.0
"""Seconds to wait for another process that writes in the index; its writes take thousandths of one."""

Missed = tuple[str, int]
"""A version of an event: the event's id, and the version's place among those that are kept."""

_KEEP = """INSERT INTO safe(client, id, text) VALUES (?, ?, ?)
ON CONFLICT(client, id) DO UPDATE SET text = text || char(10) || excluded.text
WHERE typeof(text) = 'text'
AND instr(char(10) || text || char(10), char(10) || excluded.text || char(10)) = 0"""
"""Of an event in two versions both are kept, one behind the other, with an empty line between them."""

_KNOWN = (
    """SELECT id, accepted, substr(text, -14, 12), instr(text, char(10, 10)) FROM safe WHERE client = ?"""
)
"""With the seal that the last version ends with, and whether there are others before it."""

_MOST_PLACES = 62
"""Versions that are accepted as gone are the bits of a number."""


def kept(client: str, events: Iterable[Event]) -> list[Statement]:
    """What keeps these events of a client, for the one transaction that it belongs to.

    What was written by hand without an id has none to be missed by; and what was written so that no line of
    Vooraf's holds it couldn't be put back.
    """
    rows = []
    for event in events:
        if not event.id.startswith(HAND):
            with suppress(TooManyBytes):
                rows.append((client, event.id, event_text(event)))
    if not rows:
        return []
    return [
        ("INSERT OR IGNORE INTO safe_client VALUES (?)", [(client,)]),
        (_KEEP, rows),
    ]


class Lacking(NamedTuple):
    """What a diary lacks of what is kept, and the owner didn't accept as gone; and what they did and is back."""

    missing: tuple[Missed, ...]
    back: tuple[Missed, ...]


class _Known(NamedTuple):
    """An event that is kept, see _KNOWN."""

    id: str
    accepted: int
    seal: str
    has_others: bool


class Safety:
    """The safety copy of a data folder; ``index`` gives the file that it lies in."""

    def __init__(self, index: Callable[[], Index]) -> None:
        self._index = index

    def keep(self, client: str, events: Iterable[Event]) -> bool:
        """Keep events that were just written, or are about to be gone; whether that was done."""
        statements = kept(client, events)
        return not statements or self._index().tell(statements, wait=PATIENCE)

    def clients(self) -> Iterator[str]:
        """Every client of whom something is kept."""
        asked = "SELECT client FROM safe_client WHERE client > ? ORDER BY client LIMIT ?"
        return self._index().in_parts(asked)

    def ids(self, client: str) -> frozenset[str]:
        """The ids of a client's events that are kept."""
        return frozenset(known.id for known in self._known(client))

    def lacking(self, client: str, there: Iterable[Event]) -> Lacking:
        """What is kept of a client and doesn't stand ``there``, and what does again."""
        known = self._known(client)
        seals: dict[str, set[str]] = {}
        for event in there if known else ():
            seals.setdefault(event.id, set()).update([event.sum] if event.trust == SEALED else [])
        several = [
            each.id for each in known if each.has_others or each.seal not in (seals.get(each.id) or each.seal)
        ]
        versions = self._versions(client, several) if several else {}
        missing, back = list[Missed](), list[Missed]()
        for event_id, accepted, _seal, _others in known:
            valid = seals.get(event_id)
            if valid is not None and not accepted and event_id not in versions:
                continue  # as nearly always
            # Where none of those that stand there has a valid seal, the owner changed the event by hand.
            standing = [
                valid is not None and (not valid or each.trust != SEALED or each.sum in valid)
                for each in versions.get(event_id, ())
            ]
            for place, stands in enumerate(standing or [valid is not None]):
                if stands == bool(accepted & _bit(place)):
                    (back if stands else missing).append((event_id, place))
        return Lacking(tuple(sorted(missing)), tuple(back))

    def _known(self, client: str) -> list[_Known]:
        found = self._index().ask(_KNOWN, (client,))
        return [
            _Known(str(event_id), as_number(accepted), as_text(seal), bool(others))
            for event_id, accepted, seal, others in found
        ]

    def _versions(self, client: str, ids: Iterable[str]) -> dict[str, tuple[Event, ...]]:
        """Of these events the versions that are kept whole, in the order in which they were kept."""
        wanted = set(ids)
        found = self._index().ask("SELECT id, text FROM safe WHERE client = ?", (client,))
        return {
            str(event_id): read_diary(as_text(text).encode("utf-8", "surrogatepass"), "").events
            for event_id, text in found
            if event_id in wanted
        }

    def has_accepted(self, client: str) -> bool:
        """Whether the owner accepted that events of this client are gone."""
        asked = "SELECT 1 FROM safe WHERE client = ? AND accepted LIMIT 1"
        return bool(self._index().ask(asked, (client,)))

    def state(self, client: str) -> str:
        """What changes when something of a client is kept or accepted."""
        asked = "SELECT count(*), sum(accepted), sum(length(CAST(text AS BLOB))) FROM safe WHERE client = ?"
        return repr(self._index().ask(asked, (client,)))

    def events(self, client: str, missed: Iterable[Missed]) -> tuple[Event, ...]:
        """Those of these versions that are kept whole, in the order in which they were written.

        They are as they stood in the diary: also those that were written or changed by hand.
        """
        wanted = tuple(missed)
        versions = self._versions(client, (event_id for event_id, _ in wanted))
        found = (versions[each][place] for each, place in wanted if place < len(versions.get(each, ())))
        return tuple(sorted(found, key=lambda each: each.seq))

    def recorded(self, client: str, event_id: str) -> Event | None:
        """An event as it was sealed; ``None`` when it isn't kept so."""
        versions = self._versions(client, (event_id,)).get(event_id, ())
        return next((each for each in versions if each.trust == SEALED), None)

    def accept(self, client: str, missed: Iterable[Missed]) -> bool:
        """The owner knows that these are gone: they aren't told again, and never come back by themselves."""
        return self._note("accepted | ?", client, ((_bit(place), each) for each, place in missed))

    def guard_again(self, client: str, back: Iterable[Missed]) -> bool:
        """These stand in the diary again, whatever was accepted before: they are missed when they go again."""
        return self._note("accepted & ?", client, ((~_bit(place), each) for each, place in back))

    def _note(self, accepted: str, client: str, noted: Iterable[tuple[int, str]]) -> bool:
        statement = f"UPDATE safe SET accepted = {accepted} WHERE client = ? AND id = ?"  # noqa: S608 - as above
        return self._index().tell(
            [(statement, [(bits, client, each) for bits, each in noted])], wait=PATIENCE
        )


def _bit(place: int) -> int:
    return 1 << min(place, _MOST_PLACES - 1)
