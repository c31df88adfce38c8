"""All clients in the order of the list, of whom only those who are seen are there as lines.

So a list of ten thousand is there as soon as one of thirty, and takes hardly more room.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from heapq import merge
from sys import intern

from vooraf.actions.overview import GRACE, Checked, row_of
from vooraf.actions.rows import Listed, Row, holding, rows_of, unsettled
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.errors import VoorafError
from vooraf.model.naming import folded
from vooraf.model.record import NamedTuple

_PAGE = 50
"""Lines that are read at once, before and behind the one that is asked for."""
_MOST_HELD = 1_000


class Shown(NamedTuple):
    """The clients to show: those with a meeting to come, the soonest first; then the others, by name.

    ``unsettled`` is the number of those with whom something is open, told and not confirmed, or changed.
    """

    coming: Sequence[str]
    others: Sequence[str]
    unsettled: int


NOBODY = Shown((), (), 0)


def _from(now: datetime) -> str:
    """Meetings from then on are to come, see ``is_to_come``."""
    return (now.replace(tzinfo=None) - GRACE).isoformat()


def _place(row: Row) -> tuple[str, str, str]:
    return folded(row.name), row.client, row.meeting.isoformat() if row.meeting else ""


class Everybody:
    """All clients as the index has them, but for the lines ``made`` now, which it may not have.

    ``clients`` are all there are; ``None``: those whom the index has. ``resting`` is the number of those who
    are archived.
    """

    def __init__(
        self,
        workspace: Workspace,
        made: Mapping[str, Listed] | None = None,
        clients: AbstractSet[str] | None = None,
    ) -> None:
        self._workspace = workspace
        self._made = dict(made or {})
        self._held: dict[str, Row | None] = {}
        self._by_name: list[str] = []
        self._meetings: dict[str, str] = {}
        index = workspace.row_index
        places: Iterable[tuple[str, str, str]] = index.places()
        if self._made:
            others = (each for each in places if each[1] not in self._made)
            places = merge(others, sorted(_place(row) for row, *_ in self._made.values()))
        from_now = _from(workspace.now())
        for _, client, meeting in places:
            if clients is None or client in clients:  # the index may still have others, who are gone
                self._by_name.append(client)
                if meeting >= from_now:
                    self._meetings[client] = intern(meeting)  # many meet at the same hours
        self._archived, self._settled = index.archived(), index.settled()
        if clients is not None:
            self._archived &= clients
            self._settled &= clients
        for row, *_ in self._made.values():
            self._note(row)

    def _note(self, row: Row) -> None:
        """Note what a line says of its client, in place of what another one said."""
        client = row.client
        self._meetings.pop(client, None)
        if row.meeting:
            self._meetings[client] = row.meeting.isoformat()
        for known, belongs in ((self._archived, row.archived), (self._settled, not unsettled(row))):
            (known.add if belongs else known.discard)(client)

    def __len__(self) -> int:
        return len(self._by_name)

    @property
    def resting(self) -> int:
        """How many are archived."""
        return len(self._archived)

    # -- the order -------------------------------------------------------------------------------

    def shown(self, text: str, now: datetime, *, archived: bool) -> Shown:
        """Those in whose name, wishes, notes or own words ``text`` stands; archived ones only when asked for."""
        wanted = folded(text).strip()
        found: Iterable[str] = self._by_name
        if not archived:
            found = (client for client in found if client not in self._archived)
        if wanted:
            held = holding(self._workspace, wanted, self._made.values())
            found = (client for client in found if client in held)
        from_now = _from(now)
        coming, others = list[str](), list[str]()
        for client in found:
            (coming if self._meetings.get(client, "") >= from_now else others).append(client)
        coming.sort(key=self._meetings.__getitem__)
        count = len(coming) + len(others)
        return Shown(coming, others, count - sum(map(self._settled.__contains__, (*coming, *others))))

    def next_to_come(self, now: datetime) -> str:
        """The client whose meeting comes next, an empty text when none does."""
        from_now = _from(now)
        coming = [
            (meeting, client)
            for client, meeting in self._meetings.items()
            if meeting >= from_now and client not in self._archived
        ]
        soonest = min(coming, default=("", ""))[0]
        at_that_time = {client for meeting, client in coming if meeting == soonest}
        return next((client for client in self._by_name if client in at_that_time), "")

    def put(self, line: Listed) -> None:
        """Put a client's new line in the place of the one before."""
        client = line.row.client
        if client in self._made or client in self._by_name:
            self._by_name.remove(client)
        self._made[client] = line
        self._note(line.row)
        insort(self._by_name, client, key=self._place_by_name)

    def _place_by_name(self, client: str) -> tuple[str, str]:
        row = self.row(client)
        return folded(row.name) if row else "", client

    # -- the lines -------------------------------------------------------------------------------

    def row(self, client: str, near: Sequence[str] = (), at: int = 0) -> Row | None:
        """The line of a client, or ``None`` when there is no such client any more.

        Those who stand ``near``, around the place ``at``, are read with it: they are seen next.
        """
        if client in self._made:
            return self._made[client].row
        if client not in self._held:
            if len(self._held) >= _MOST_HELD:
                self._held.clear()
            around = near[max(at - _PAGE, 0) : at + _PAGE] or (client,)
            self._held.update(rows_of(self._workspace, around))
        if client not in self._held:
            self._held[client] = self._anew(client)
        return self._held[client]

    def _anew(self, client: str) -> Row | None:
        """The line of a client whom the index has lost since."""
        try:
            return row_of(view(self._workspace, client))
        except VoorafError:
            return None  # gone: the next look leaves them out

    def rows(self, clients: Sequence[str]) -> Iterator[Row]:
        """The lines of many, in their order, of which few are held at a time."""
        for start in range(0, len(clients), 2 * _PAGE):
            some = clients[start : start + 2 * _PAGE]
            found = rows_of(self._workspace, [each for each in some if each not in self._made])
            for client in some:
                if row := self._made[client].row if client in self._made else found.get(client):
                    yield row


def before(workspace: Workspace) -> Everybody:
    """All clients as they were at the last look, also in other house rules or checklists.

    Nothing is checked or made, so they are there at once.
    """
    return Everybody(workspace)


def as_checked(workspace: Workspace, found: Checked) -> Everybody:
    """All clients as they are, after a look at all diaries."""
    return Everybody(workspace, found.made, found.clients)
