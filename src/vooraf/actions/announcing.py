"""Announcing a change: a message for each client, and what was sent. From which day and why: see ``reasons``.

Nothing is announced to somebody who was never told, or for whom nothing changes: why not is told of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from vooraf.actions.changes import Progress, no_progress
from vooraf.actions.items import checked_day, checked_how, not_ready, words_of
from vooraf.actions.reasons import kept_change
from vooraf.actions.scripts import ANNOUNCE, facts_for, talk
from vooraf.actions.view import ClientView, picked, view, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors import VoorafError
from vooraf.errors.announcing import ClientArchived, NeverTold, ToldAlready, WaivedHere, WordsChanged
from vooraf.model.announcing import words_that_hold
from vooraf.model.checklist import Change, text_in
from vooraf.model.client import CHANGED, OPEN, WAIVED, Client
from vooraf.model.record import NamedTuple
from vooraf.model.script import Script, make
from vooraf.model.standing import ItemState
from vooraf.model.values import storable
from vooraf.storage.store import Draft, Loaded

USUAL_HOW = "email"


class Message(NamedTuple):
    """What is sent to one client: ``script`` is made of ``seen``, ``words`` is the wording it announces."""

    seen: ClientView
    script: Script
    words: str


class Left(NamedTuple):
    """A client to whom nothing is announced, and why."""

    client: str
    name: str
    why: VoorafError


class Messages(NamedTuple):
    """The messages in the order of the clients; who gets none."""

    made: tuple[Message, ...]
    left: tuple[Left, ...]


class Sent(NamedTuple):
    """The new state of each client to whom it was announced; who was left."""

    done: tuple[ClientView, ...]
    left: tuple[Left, ...]


# -- the messages ----------------------------------------------------------------------------------


def why_not(seen: ClientView, item: str) -> VoorafError | None:
    """Why an item can't be announced to a client; ``None`` when it can."""
    client = seen.client
    try:
        (state,) = picked(seen, (item,))
    except VoorafError as error:
        return error
    about = {"client": client.id, "item": text_in(state.item.title, client.language), "key": item}
    if client.archived:
        return ClientArchived(**about)
    if state.standing == CHANGED:
        return None if state.wording.ready else not_ready(seen, state)
    return {OPEN: NeverTold, WAIVED: WaivedHere}.get(state.standing, ToldAlready)(**about)


def messages(
    workspace: Workspace,
    item: str,
    clients: Iterable[str],
    change: Change,
    progress: Progress = no_progress,
) -> Messages:
    """The message to each of these clients (short ids), in their own language; nothing is kept.

    Raises:
        NoTalk, BrokenTalk: the talk that they are made by can't be used.
    """
    talk(workspace, ANNOUNCE)
    made: list[Message] = []
    left: list[Left] = []
    everybody = tuple(clients)
    for done, client_id in enumerate(everybody):
        progress(done, len(everybody))
        try:
            seen = view(workspace, client_id)
        except VoorafError as error:
            left.append(Left(client_id, client_id, error))
            continue
        error_found = why_not(seen, item)
        if error_found is None:
            made.append(message(workspace, seen, item, change))
        else:
            left.append(Left(client_id, seen.client.name, error_found))
    progress(len(everybody), len(everybody))
    return Messages(tuple(made), tuple(left))


def message(workspace: Workspace, seen: ClientView, item: str, change: Change) -> Message:
    """The message to one client to whom the item can be announced (see ``why_not``)."""
    rules = seen.rules._replace(changes={**seen.rules.changes, item: change})
    led = talk(workspace, ANNOUNCE)
    facts = facts_for(workspace, seen, led)._replace(rules=rules, item=item)
    state = seen.state(item)
    return Message(seen, make(led, facts), state.wording.text if state else "")


# -- what was sent ---------------------------------------------------------------------------------


def announced(
    workspace: Workspace,
    item: str,
    clients: Iterable[str],
    how: str = USUAL_HOW,
    on: date | None = None,
    progress: Progress = no_progress,
) -> Sent:
    """Record that the change was announced to these clients (short ids), from the day in the house rules.

    Raises:
        NothingAnnounced: the house rules don't say from when.
        AnnouncedInPast: the day was past when it was sent.
        FutureDate, BadChoice: and then nothing was recorded.
    """
    how, day = checked_how(how), checked_day(workspace, on)
    change = kept_change(workspace, item, day)
    done: list[ClientView] = []
    left: list[Left] = []
    everybody = tuple(clients)
    for number, client_id in enumerate(everybody):
        progress(number, len(everybody))
        try:
            done.append(_announced(workspace, item, client_id, change, how, day))
        except VoorafError as error:
            left.append(Left(client_id, _name(workspace, client_id), error))
    progress(len(everybody), len(everybody))
    return Sent(tuple(done), tuple(left))


def announced_as(
    workspace: Workspace, sent: Message, item: str, change: Change, how: str, text: str = ""
) -> ClientView:
    """Record this very message as sent today; ``text`` is the whole of it where the owner wrote in it.

    Raises:
        WordsChanged: the wording isn't any more what the message announces.
        AnnouncedInPast, BadChoice, TooLong, Unstorable, NotSaved, or what ``why_not`` tells: nothing was
        recorded.
    """
    how, client_id = checked_how(how), sent.seen.client.id
    return _announced(workspace, item, client_id, change, how, workspace.today, sent.words, text)


def _announced(
    workspace: Workspace,
    item: str,
    client_id: str,
    change: Change,
    how: str,
    day: date,
    words: str = "",
    text: str = "",
) -> ClientView:
    """Decide on the client as they are when it is written: another window may have been there before."""

    def decide(client: Client) -> list[Draft]:
        seen = viewed(workspace, Loaded(client, "", ()))
        if (fault := why_not(seen, item)) is not None:
            raise fault
        (state,) = picked(seen, (item,))
        if words and words != state.wording.text:
            raise WordsChanged(item=text_in(state.item.title, client.language))
        return [("announced", _data(state, client, change, how, day, text))]

    loaded = workspace.store.append(client_id, decide, workspace.writer())
    return viewed(workspace, loaded)


def _data(
    state: ItemState, client: Client, change: Change, how: str, day: date, text: str
) -> Mapping[str, object]:
    made = words_of(state, how, day)
    sent = {"on": made.pop("on"), "by": made.pop("by")}
    return {
        **made,
        "was": storable(words_that_hold(state.history, day)),
        "from": change.from_day,
        "because": storable(text_in(change.because, client.language)) or None,
        "message": storable(text) or None,
        **sent,
    }


def _name(workspace: Workspace, client_id: str) -> str:
    try:
        return view(workspace, client_id).client.name
    except VoorafError:
        return client_id
