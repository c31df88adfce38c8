"""The fold: a client out of events. Pure and total: any list of events gives a client."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from vooraf.model.checklist import LANGUAGES, MOMENTS
from vooraf.model.client import (
    CONFIRMED,
    NOTHING,
    PROFILE,
    TOLD,
    WAIVED,
    WRITTEN_AS,
    Client,
    History,
    TalkHeld,
)
from vooraf.model.diary import Undoing, Union, undoing, union
from vooraf.model.events import UNDO_KINDS, Event


class _Folding:
    """What is known so far while the events go by. Lives inside ``fold`` alone."""

    def __init__(self) -> None:
        self.profile: dict[str, object] = {}
        self.values: dict[str, object] = {}
        self.items: dict[str, History] = {}
        self.talks: dict[str, TalkHeld] = {}
        self.notes: list[Event] = []
        self.reached: dict[str, date] = {}
        self.boundaries: dict[str, tuple[Event, ...]] = {}

    def take(self, event: Event) -> None:
        """Let one live event count; an unknown kind doesn't."""
        match event.kind:
            case "opened" | "profile":
                self.profile |= _profile(event)
                self._moved(event)
            case "told" | "announced" | "confirmed" | "waived" | "reopened" if key := event.text("item"):
                self.items[key] = after(self.items.get(key, NOTHING), event)
            case "applied" | "excepted" if key := event.text("item"):
                self.boundaries[key] = (*self.boundaries.get(key, ()), event)
            case "value":
                self._value(event)
            case "note":
                self.notes.append(event)
                self._asked(event.text("item"), event)
            case "started":
                self._started(event)
            case "answered":
                self._answered(event)
            case "ended":
                self._ended(event)

    def _moved(self, event: Event) -> None:
        """Whoever is at a moment has had those before it; going back forgets the later ones."""
        at = MOMENTS.index(str(self.profile.get("moment") or MOMENTS[0])) + 1
        self.reached = {moment: self.reached.get(moment, event.on) for moment in MOMENTS[:at]}

    def _value(self, event: Event) -> None:
        name, value = event.text("field"), event.data.get("value", "")
        if value == "":
            self.values.pop(name, None)
        else:
            self.values[name] = value

    def _started(self, event: Event) -> None:
        minutes, questions = event.data.get("minutes"), event.data.get("questions")
        self.talks[event.id] = TalkHeld(
            id=event.id,
            talk=event.text("talk"),
            minutes=minutes if isinstance(minutes, int) and not isinstance(minutes, bool) else 0,
            language=event.text("language"),
            questions=_texts(questions) if isinstance(questions, list) else (),
            started=event,
            answers={},
            ended=None,
        )

    def _answered(self, event: Event) -> None:
        if held := self.talks.get(event.text("talk")):
            answers = {**held.answers, event.text("step"): event.text("words")}
            self.talks[held.id] = held._replace(answers=answers)
            self._asked(item_of_step(event.text("step")), event)

    def _asked(self, key: str, event: Event) -> None:
        """A question or a note about an item answers what was announced about it before."""
        history = self.items.get(key, NOTHING)
        if history.announced is not None and history.asked is None:
            self.items[key] = history._replace(asked=event)

    def _ended(self, event: Event) -> None:
        if held := self.talks.get(event.text("talk")):
            self.talks[held.id] = held._replace(ended=event)

    def client(self, client_id: str, merged: Union, undo: Undoing) -> Client:
        """The client that it has come to."""
        known = self.profile

        def text(key: str, default: str = "") -> str:
            return str(known.get(key) or default)

        meeting, wishes = known.get("meeting"), known.get("wishes")
        return Client(
            id=client_id,
            name=text("name", client_id),
            language=text("language", "en"),
            checklist=text("checklist", "general"),
            meeting=meeting if isinstance(meeting, datetime) else None,
            place=text("place"),
            wishes=wishes if isinstance(wishes, tuple) else (),
            kind=text("kind"),
            email=text("email"),
            phone=text("phone"),
            salutation=text("salutation"),
            style=text("style"),
            approach=text("approach"),
            pace=text("pace"),
            archived=known.get("archived") is True,
            values=self.values,
            items=self.items,
            talks=tuple(self.talks.values()),
            notes=tuple(self.notes),
            events=merged.events,
            undone=undo.undone,
            undo=undo.undo,
            redo=undo.redo,
            conflicts=merged.conflicts,
            moment=text("moment", MOMENTS[0]),
            reached=self.reached,
            boundaries=self.boundaries,
        )


def after(history: History, event: Event) -> History:
    """What an item's live event makes of its history.

    The last one decides; but telling the same again, in values and edition, keeps a confirmation. Announcing
    is telling: in the new words, which hold from a day. What is told or confirmed in those words leaves the day.
    """
    if event.kind == "reopened":
        return NOTHING
    if event.kind == "waived":
        return history._replace(state=WAIVED, waived=event)
    announced, asked = _announced(history, event)
    if event.kind == "confirmed":
        return History(CONFIRMED, history.told, event, None, event, announced, asked)
    if history.state == CONFIRMED and history.basis is not None and same_words(history.basis, event):
        return history._replace(told=event, announced=announced, asked=asked)
    return History(TOLD, event, None, None, event, announced, asked)


def _announced(history: History, event: Event) -> tuple[Event | None, Event | None]:
    """The announcement that the words of ``event`` belong to, and what was asked about it."""
    if event.kind == "announced":
        return event, None
    if history.announced is not None and same_words(history.announced, event):
        return history.announced, history.asked
    return None, None


def same_words(one: Event, other: Event) -> bool:
    """Whether two events were made with the same values and edition."""
    return (one.table("values"), one.text("edition")) == (other.table("values"), other.text("edition"))


def item_of_step(step: str) -> str:
    """The key of the item that a question of a meeting is about: ``price`` of ``check:price``; may be empty.

    Of a question about no item it is the question's own key, which no item has by chance: ``success``.
    """
    return step.partition(":")[2].partition(":")[0]


def _texts(values: list[object]) -> tuple[str, ...]:
    return tuple(part for part in values if isinstance(part, str))


def _moment(day: date) -> datetime:
    if isinstance(day, datetime):
        return day.replace(tzinfo=None)
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - local


def _profile(event: Event) -> dict[str, object]:
    """The profile's fields that an event sets, each of the right type; what isn't is left as it was."""
    found = ((key, _profile_value(key, event.data.get(WRITTEN_AS.get(key, key)))) for key in PROFILE)
    return {key: value for key, value in found if value is not None}


def _profile_value(key: str, given: object) -> object:
    """What ``given`` makes of a field of the profile: an empty text takes it away; ``None``: nothing."""
    if key == "meeting" and given != "":
        return _moment(given) if isinstance(given, date) else None
    if key == "wishes":
        return _texts(given) if isinstance(given, list) else None
    if key == "archived":
        return given if isinstance(given, bool) else None
    if key == "language" and given not in LANGUAGES:
        return None
    if key == "moment" and given not in ("", *MOMENTS):
        return None
    return given if isinstance(given, str) else None


def fold(client_id: str, events: Iterable[Event]) -> Client:
    """The client that these events tell of. Takes any events in any order and never raises."""
    merged = union(events)
    overruled: tuple[Event, ...] = ()
    counted = merged.events
    if merged.conflicts:
        from vooraf.model.versions import settle  # noqa: PLC0415 - 1 ms, and hardly anybody needs it

        overruled, conflicts = settle(merged)
        counted = tuple(event for event in merged.events if event not in overruled)
        merged = merged._replace(conflicts=conflicts)
    undo = undoing(counted)
    folding = _Folding()
    for event in counted:
        if event.kind not in UNDO_KINDS and event.batch not in undo.undone:
            folding.take(event)
    client = folding.client(client_id, merged, undo)
    return client._replace(overruled=overruled) if overruled else client
