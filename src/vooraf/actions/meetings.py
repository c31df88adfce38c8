"""A meeting: started, answered, ended. Every answer is in the diary at once, so it goes on after a kill.

The questions are those that the meeting began with, in the words of that moment: what was told or
confirmed meanwhile stands beside them and doesn't change them.
"""

from __future__ import annotations

from vooraf.actions.scripts import CHECK_IN, facts_for, talk
from vooraf.actions.view import ClientView, view, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.talk import NoMeeting
from vooraf.model.client import OPEN, Client, TalkHeld
from vooraf.model.fold import fold
from vooraf.model.questions import Question, chosen_from, questions
from vooraf.model.record import NamedTuple
from vooraf.model.script import Script, ScriptPart, make
from vooraf.model.standing import ItemState, Wordings, states
from vooraf.model.talk import Talk
from vooraf.model.values import storable
from vooraf.storage.store import Loaded


class Meeting(NamedTuple):
    """A talk that is under way.

    ``position`` is the number of the question that comes next, counted from 0; it equals the number of
    questions when all were passed. ``script`` is the one that the talk was started with, made of the client
    as they were ``before`` it; ``view`` is the client now.
    """

    view: ClientView
    before: ClientView
    held: TalkHeld
    led: Talk
    script: Script
    questions: tuple[Question, ...]
    position: int


class Plan(NamedTuple):
    """What a talk would be that starts now: its questions, and the titles of what is for another time."""

    view: ClientView
    script: Script
    questions: tuple[Question, ...]
    later: tuple[str, ...]


def plan(
    workspace: Workspace, seen: ClientView, talk_key: str = CHECK_IN, minutes: int | None = None
) -> Plan:
    """What ``start`` would begin with this client, without beginning it.

    Raises:
        NoTalk, BrokenTalk, BrokenChecklist, UnknownChecklist.
    """
    led = talk(workspace, talk_key)
    made = make(led, facts_for(workspace, seen, led, minutes))
    postponed = {part.key for part in led.parts if part.each == "later"}
    later = (line.text for part in made.parts if part.key in postponed for line in part.lines)
    return Plan(seen, made, questions(made), tuple(later))


def meeting(workspace: Workspace, seen: ClientView) -> Meeting | None:
    """The talk with this client that was started and not ended.

    Raises:
        NoTalk, BrokenTalk, BrokenChecklist, UnknownChecklist: its questions can't be made out.
    """
    held = seen.client.under_way()
    return None if held is None else _resumed(workspace, seen, held)


def _resumed(workspace: Workspace, seen: ClientView, held: TalkHeld) -> Meeting:
    led = talk(workspace, held.talk)
    then = viewed(workspace, Loaded(_as_it_was(seen.client, held), seen.file, ()))
    facts = facts_for(workspace, then, led, held.minutes, held.language, chosen_from(held.questions))
    made = make(led, facts._replace(today=held.started.on))
    known = {question.id: question for question in questions(made)}
    asked = tuple(known[key] for key in held.questions if key in known)
    passed = _passed(seen.client, held)
    position = max((number for number, question in enumerate(asked, 1) if question.id in passed), default=0)
    return Meeting(seen, then, held, led, made, asked, position)


def _passed(client: Client, held: TalkHeld) -> set[str]:
    """The questions that were gone on from: words alone are written while a question is still there."""
    return {
        event.text("step")
        for event in client.events
        if event.kind == "answered"
        and event.text("talk") == held.id
        and event.data.get("passed") is True
        and client.counts(event)
    }


def _as_it_was(client: Client, held: TalkHeld) -> Client:
    """The client when the talk began: what is undone since then is left out, and so is what came later."""
    first = held.started.seq
    before = (event for event in client.events if event.seq < first and client.counts(event))
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
    seen = view(workspace, client_id)
    if (under_way := meeting(workspace, seen)) is not None:
        return under_way
    led = talk(workspace, talk_key)
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


def answer(workspace: Workspace, client_id: str, step: str, words: str) -> Meeting:
    """Write the client's own words under a question; empty words take earlier ones back.

    Raises:
        NoMeeting, TooLong, Unstorable, NotSaved: and then nothing was recorded.
    """
    kept = storable(words.strip())
    seen, held = _under_way(workspace, client_id)
    if held.answers.get(step, "") == kept:
        return _resumed(workspace, seen, held)
    return _answered(workspace, client_id, held, {"step": step, "words": kept or None})


def go_on(workspace: Workspace, client_id: str, step: str) -> Meeting:
    """Go on from a question, with the words that stand under it or without any.

    Raises:
        NoMeeting, NotSaved: and then nothing was recorded.
    """
    seen, held = _under_way(workspace, client_id)
    if step in _passed(seen.client, held):
        return _resumed(workspace, seen, held)
    kept = held.answers.get(step) or None
    return _answered(workspace, client_id, held, {"step": step, "words": kept, "passed": True})


def _answered(workspace: Workspace, client_id: str, held: TalkHeld, data: dict[str, object]) -> Meeting:
    drafts = [("answered", {"talk": held.id, **data, "on": workspace.today})]
    loaded = workspace.store.append(client_id, lambda _: drafts, workspace.writer())
    seen = viewed(workspace, loaded)
    return _resumed(workspace, seen, next(each for each in seen.client.talks if each.id == held.id))


def item_now(led: Meeting, key: str) -> ItemState | None:
    """How an item stands now, worded in the talk's language; ``None`` when the checklist has it no longer."""
    client, checklist = led.view.client._replace(language=led.held.language), led.view.checklist
    found = states(client, checklist, Wordings(led.view.rules)) if checklist else ()
    return next((state for state in found if state.item.key == key), None)


def read_back(workspace: Workspace, led: Meeting) -> tuple[ScriptPart, ...]:
    """What was told and confirmed today, as the letter that comes out of this talk has it.

    Raises:
        NoTalk, BrokenTalk, BrokenChecklist, UnknownChecklist.
    """
    if not led.led.outcome:
        return ()
    letter = talk(workspace, led.led.outcome)
    made = make(letter, facts_for(workspace, led.view, letter, language=led.held.language))
    settled = {part.key for part in letter.parts if part.each == "today"}
    return tuple(part for part in made.parts if part.key in settled)


def must_open(led: Meeting) -> tuple[ItemState, ...]:
    """The items that the meeting doesn't end without, and that are still open."""
    return tuple(state for state in led.view.states if state.item.must and state.standing == OPEN)


def end(workspace: Workspace, client_id: str) -> ClientView:
    """End the talk that is under way. Raises NoMeeting, NotSaved."""
    _, held = _under_way(workspace, client_id)
    data = {"talk": held.id, "on": workspace.today}
    loaded = workspace.store.append(client_id, lambda _: [("ended", data)], workspace.writer())
    return viewed(workspace, loaded)


def _under_way(workspace: Workspace, client_id: str) -> tuple[ClientView, TalkHeld]:
    seen = view(workspace, client_id)
    held = seen.client.under_way()
    if held is None:
        raise NoMeeting
    return seen, held
