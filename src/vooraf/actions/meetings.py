"""A meeting: started, answered, ended. Every answer is in the diary at once, so it goes on after a kill.

The questions are those that the meeting began with, in the words of that moment: what was told or
confirmed meanwhile stands beside them and doesn't change them.
"""

from __future__ import annotations

from typing import NamedTuple

from vooraf.actions.scripts import CHECK_IN, facts_for, talk
from vooraf.actions.view import ClientView, view, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors import NoMeeting
from vooraf.model.client import Client, TalkHeld, fold
from vooraf.model.questions import Question, chosen_from, questions
from vooraf.model.script import Script, make
from vooraf.model.values import storable
from vooraf.storage.store import Loaded


class Meeting(NamedTuple):
    """A talk that is under way.

    ``position`` is the number of the question that comes next, counted from 0; it equals the number of
    questions when all were passed. ``script`` is the one that the talk was started with.
    """

    view: ClientView
    held: TalkHeld
    script: Script
    questions: tuple[Question, ...]
    position: int


def meeting(workspace: Workspace, client_id: str) -> Meeting | None:
    """The talk with this client that was started and not ended.

    Raises:
        NoTalk, BrokenChecklist, UnknownChecklist: its questions can't be made out.
    """
    seen = view(workspace, client_id)
    held = seen.client.under_way()
    return None if held is None else _resumed(workspace, seen, held)


def _resumed(workspace: Workspace, seen: ClientView, held: TalkHeld) -> Meeting:
    led = talk(workspace, held.talk)
    then = viewed(workspace, Loaded(_as_it_was(seen.client, held), seen.file, ()))
    facts = facts_for(workspace, then, led, held.minutes, held.language, chosen_from(held.questions))
    made = make(led, facts._replace(today=held.started.on))
    known = {question.id: question for question in questions(made)}
    asked = tuple(known[key] for key in held.questions if key in known)
    passed = [number for number, question in enumerate(asked, 1) if question.id in held.answers]
    return Meeting(seen, held, made, asked, max(passed, default=0))


def _as_it_was(client: Client, held: TalkHeld) -> Client:
    """The client when the talk began: what is undone since then is left out, and so is what came later."""
    before = [event for event in client.events if event.seq < held.started.seq and event.batch not in client.undone]
    return fold(client.id, before)


def start(
    workspace: Workspace,
    client_id: str,
    talk_key: str = CHECK_IN,
    minutes: int | None = None,
    language: str = "",
) -> Meeting:
    """Start a talk; one that is under way goes on instead.

    Raises:
        NoTalk, BadChoice, BrokenChecklist, UnknownChecklist, NotSaved: and then nothing was started.
    """
    if (under_way := meeting(workspace, client_id)) is not None:
        return under_way
    seen, led = view(workspace, client_id), talk(workspace, talk_key)
    facts = facts_for(workspace, seen, led, minutes, language)
    data = {
        "talk": talk_key,
        "minutes": facts.minutes,
        "language": facts.language,
        "questions": [question.id for question in questions(make(led, facts))],
        "on": workspace.today,
    }
    loaded = workspace.store.append(client_id, lambda _: [("started", data)], workspace.writer())
    begun = viewed(workspace, loaded)
    return _resumed(workspace, begun, begun.client.talks[-1])


def answer(workspace: Workspace, client_id: str, step: str, words: str = "") -> Meeting:
    """Write the client's own words under a question, or pass it without words.

    Passing a question that was answered keeps its answer.

    Raises:
        NoMeeting, TooLong, Unstorable, NotSaved: and then nothing was recorded.
    """
    kept = storable(words.strip())
    held = _under_way(workspace, client_id)
    if step in held.answers and kept in ("", held.answers[step]):
        return _resumed(workspace, view(workspace, client_id), held)
    data = {"talk": held.id, "step": step, "words": kept or None, "on": workspace.today}
    loaded = workspace.store.append(client_id, lambda _: [("answered", data)], workspace.writer())
    seen = viewed(workspace, loaded)
    return _resumed(workspace, seen, _held(seen, held.id))


def end(workspace: Workspace, client_id: str) -> ClientView:
    """End the talk that is under way. Raises NoMeeting, NotSaved."""
    held = _under_way(workspace, client_id)
    data = {"talk": held.id, "on": workspace.today}
    return viewed(workspace, workspace.store.append(client_id, lambda _: [("ended", data)], workspace.writer()))


def _under_way(workspace: Workspace, client_id: str) -> TalkHeld:
    held = view(workspace, client_id).client.under_way()
    if held is None:
        raise NoMeeting
    return held


def _held(seen: ClientView, talk_id: str) -> TalkHeld:
    return next(held for held in seen.client.talks if held.id == talk_id)
