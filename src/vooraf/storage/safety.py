"""The safety copy: what this device wrote, and what it read and finds no more, kept outside the data folder.

A synchroniser may put an old file back, or a backup may be restored over a newer one: then events that were
shown as done are no longer in the data folder. They are here, the owner is told, and the owner decides:
they are put back, or it is accepted that they are gone. The copy is looked at for events that are missing,
and for nothing else: what the owner changed in a diary by hand stays as they wrote it.

It lies in the file of the index, in tables of its own. Its writes aren't put on the platter one by one as a
diary's are: what a power cut takes out of it is in the diary, and comes back from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from vooraf.model.events import HAND, Event
from vooraf.storage.diary_reader import read_diary
from vooraf.storage.index import Index, Statement
from vooraf.storage.toml_text import event_text

PATIENCE = 5.0
"""Seconds to wait for another process that writes in the index; its writes take thousandths of one."""


_KEEP = """INSERT INTO safe(client, id, text) VALUES (?, ?, ?)
ON CONFLICT(client, id) DO UPDATE SET text = text || char(10) || excluded.text
WHERE typeof(text) = 'text' AND instr(text, excluded.text) = 0"""
"""Of an event in two versions both are kept, one behind the other."""


def kept(client: str, events: Iterable[Event]) -> list[Statement]:
    """What keeps these events of a client, for the one transaction that it belongs to.

    What was written by hand without an id has none to be missed by.
    """
    rows = [(client, event.id, event_text(event)) for event in events if not event.id.startswith(HAND)]
    if not rows:
        return []
    return [
        ("INSERT OR IGNORE INTO safe_client VALUES (?)", [(client,)]),
        (_KEEP, rows),
    ]


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
        """The ids of a client's events that are kept and that the owner doesn't know to be gone."""
        return frozenset(event_id for event_id, accepted in self.known(client).items() if not accepted)

    def known(self, client: str) -> dict[str, bool]:
        """The ids of a client's events that are kept, and of each whether the owner accepted that it is gone."""
        found = self._index().ask("SELECT id, accepted FROM safe WHERE client = ?", (client,))
        return {str(event_id): bool(accepted) for event_id, accepted in found}

    def has_accepted(self, client: str) -> bool:
        """Whether the owner accepted that events of this client are gone."""
        asked = "SELECT 1 FROM safe WHERE client = ? AND accepted LIMIT 1"
        return bool(self._index().ask(asked, (client,)))

    def state(self, client: str) -> str:
        """What changes when something of a client is kept or accepted."""
        return repr(self._index().ask("SELECT count(*), sum(accepted) FROM safe WHERE client = ?", (client,)))

    def events(self, client: str, ids: Iterable[str]) -> tuple[Event, ...]:
        """Those of these events that are kept whole, in the order in which they were written.

        They are as they stood in the diary: also those that were written or changed by hand.
        """
        wanted = set(ids)
        found = self._index().ask("SELECT id, text FROM safe WHERE client = ?", (client,))
        content = "\n".join(str(text) for event_id, text in found if event_id in wanted)
        events = read_diary(content.encode("utf-8", "surrogatepass"), "").events
        return tuple(sorted(events, key=lambda each: each.seq))

    def accept(self, client: str, ids: Iterable[str]) -> bool:
        """The owner knows that these are gone: they aren't told again, and never come back by themselves."""
        return self._set_accepted(1, client, ids)

    def guard_again(self, client: str, ids: Iterable[str]) -> bool:
        """These stand in the diary again, whatever was accepted before: they are missed when they go again."""
        return self._set_accepted(0, client, ids)

    def _set_accepted(self, accepted: int, client: str, ids: Iterable[str]) -> bool:
        rows = [(accepted, client, each) for each in ids]
        return self._index().tell(
            [("UPDATE safe SET accepted = ? WHERE client = ? AND id = ?", rows)], wait=PATIENCE
        )
