"""Events that stand in a diary in two versions or more: which they are, and the owner's choice between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vooraf.actions.overview import everyone
from vooraf.actions.view import ClientView, view, viewed
from vooraf.actions.workspace import Workspace
from vooraf.errors.diary import NoVersion
from vooraf.model.client import Client
from vooraf.model.events import CHOSEN, Event
from vooraf.model.faults import Fault, Problem
from vooraf.model.record import NamedTuple
from vooraf.model.versions import choice, version_of, versions_in
from vooraf.storage.diaries import TWO_VERSIONS
from vooraf.storage.store import Draft


class Question(NamedTuple):
    """An event of which the owner hasn't said which version counts; ``versions`` are those there are, in order."""

    seen: ClientView
    versions: tuple[Event, ...]


class Choice(NamedTuple):
    """The owner's answer: of the versions of ``question`` these count."""

    question: Question
    counting: tuple[Event, ...]


def in_question(told: Iterable[Problem | Fault]) -> tuple[str, ...]:
    """The short ids of the clients of whom it is told that events stand in two versions."""
    found = (problem.data["client"] for problem in told if problem.message == TWO_VERSIONS)
    return tuple(dict.fromkeys(str(each) for each in found))


def all_questions(workspace: Workspace) -> tuple[Question, ...]:
    """Everything that is to be chosen, a client at a time.

    Raises:
        FolderIsFile, FolderUnreadable: the data folder can't be read.
        DiaryUnreadable: a diary was taken away meanwhile.
    """
    clients = in_question(everyone(workspace)[1])
    return tuple(each for client in clients for each in questions(view(workspace, client)))


def questions(seen: ClientView) -> tuple[Question, ...]:
    """What is to be chosen in one client's diary, the oldest first."""
    client = seen.client
    ids = dict.fromkeys(event.id for event in client.events if event.id in client.conflicts)
    return tuple(Question(seen, versions_in(client.events, each)) for each in ids)


def choose(workspace: Workspace, client_id: str, choices: Sequence[Choice]) -> ClientView:
    """Record which versions count; the others stay in the diary. What is chosen together is undone together.

    Where another window or device chose meanwhile that choice stays, and is shown.

    Raises:
        NoVersion: the diary no longer has the one that should count.
        What writing raises: then nothing was chosen.
    """

    def decide(client: Client) -> list[Draft]:
        asked = [each for each in choices if each.question.versions[0].id in client.conflicts]
        for question, counting in asked:
            there = {version_of(each) for each in versions_in(client.events, question.versions[0].id)}
            if not there.intersection(map(version_of, counting)):
                raise NoVersion(name=client.name, client=client.id)
        return [(CHOSEN, choice(question.versions, counting)) for question, counting in asked]

    return viewed(workspace, workspace.store.append(client_id, decide, workspace.writer()))
