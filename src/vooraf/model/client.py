"""A client as the diary tells it: profile, items, talks. ``fold`` makes it out of events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from vooraf.model.checklist import MOMENTS
from vooraf.model.events import Event
from vooraf.model.record import NamedTuple

OPEN, TOLD, CONFIRMED, CHANGED, WAIVED = "open", "told", "confirmed", "changed", "waived"
STANDINGS = (OPEN, TOLD, CONFIRMED, CHANGED, WAIVED)
KINDS = ("consumer", "business")
PROFILE = (
    "name", "checklist", "language", "meeting", "place", "wishes", "kind", "email", "phone", "salutation",
    "style", "approach", "pace", "moment", "archived",
)  # fmt: skip


class History(NamedTuple):
    """What happened to one item.

    ``state`` is open, told, confirmed or waived: what the last live event made of it, before today's
    wording is looked at. ``told``, ``confirmed`` and ``waived`` are the events that still count;
    ``basis`` is the one whose values and edition today's are compared with. ``announced`` is the event that
    announced the words of ``basis`` for a day, ``asked`` the question or note about the item since then.
    """

    state: str
    told: Event | None
    confirmed: Event | None
    waived: Event | None
    basis: Event | None
    announced: Event | None = None
    asked: Event | None = None


NOTHING = History(OPEN, None, None, None, None)


class TalkHeld(NamedTuple):
    """A talk that was started: its questions in order, what was answered, whether it was ended.

    ``id`` is the id of its ``started`` event; ``answers`` maps a question to the words last written
    under it (empty when it was passed without words).
    """

    id: str
    talk: str
    minutes: int
    language: str
    questions: tuple[str, ...]
    started: Event
    answers: Mapping[str, str]
    ended: Event | None


class Client(NamedTuple):
    """One client, folded from the events of all files with this identity.

    ``events`` are all of them, in order, undone ones too; ``undone`` are the batches that are undone;
    ``undo`` and ``redo`` the batch that the next undo and redo would name, or an empty text;
    ``conflicts`` the ids under which two different events stand, and of which the owner hasn't said yet which one
    counts; ``overruled`` the versions that don't, because another one was chosen. ``values`` are the client's own.
    ``meeting`` is local time without a zone. ``moment`` is one of MOMENTS; ``reached`` maps it and those
    before it to the day since when the client is so far. ``boundaries`` maps an item to its live ``applied``
    and ``excepted`` events, in order.
    """

    id: str
    name: str
    language: str
    checklist: str
    meeting: datetime | None
    place: str
    wishes: tuple[str, ...]
    kind: str
    email: str
    phone: str
    salutation: str
    style: str
    approach: str
    pace: str
    archived: bool
    values: Mapping[str, object]
    items: Mapping[str, History]
    talks: tuple[TalkHeld, ...]
    notes: tuple[Event, ...]
    events: Sequence[Event]
    undone: frozenset[str]
    undo: str
    redo: str
    conflicts: tuple[str, ...]
    moment: str = MOMENTS[0]
    reached: Mapping[str, date] = {}
    boundaries: Mapping[str, tuple[Event, ...]] = {}
    overruled: tuple[Event, ...] = ()

    def counts(self, event: Event) -> bool:
        """Whether one of the events counts: it wasn't undone, and no other version of it was chosen."""
        return event.batch not in self.undone and event not in self.overruled

    @property
    def seq(self) -> int:
        """The highest seq seen."""
        return max((event.seq for event in self.events), default=0)

    def under_way(self) -> TalkHeld | None:
        """The talk that was started last and not ended."""
        return next((held for held in reversed(self.talks) if held.ended is None), None)


WRITTEN_AS = {"kind": "client_kind"}
"""Fields whose name in an event is another one: ``kind`` is the event's own there."""


def as_profile(fields: Mapping[str, object]) -> dict[str, object]:
    """Fields of the profile as a ``profile`` event holds them."""
    return {WRITTEN_AS.get(key, key): value for key, value in fields.items()}


def talked_before(client: Client, day: date) -> bool:
    """Whether a talk with this client ended before ``day``."""
    return any(held.ended is not None and held.started.on < day for held in client.talks)
