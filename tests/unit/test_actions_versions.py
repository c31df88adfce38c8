"""The owner's choice between versions, while another window or device is at it too."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import a_workspace, event, written
from vooraf.actions.missing import ACCEPT, missing_of
from vooraf.actions.missing import choose as accept
from vooraf.actions.undoing import undo
from vooraf.actions.versions import Choice, all_questions, choose, questions
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.errors.diary import EventsMissing, NoVersion
from vooraf.locale.event_words import event_words
from vooraf.model.events import CHOSEN
from vooraf.model.versions import choice

CLIENT = "k7q2m9"
OPENED = event("opened", 1, name="Noor", language="en", checklist="general")
VERSIONS = tuple(event("note", 2, event_id="x", text=text, batch="both") for text in ("one", "two"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    found = a_workspace(tmp_path)
    Path(found.folder.clients).mkdir(parents=True)
    put(found, *VERSIONS)
    return found


def put(workspace: Workspace, *versions: object) -> None:
    file = Path(workspace.folder.clients) / f"noor-{CLIENT}.toml"
    file.write_bytes(written(OPENED, *versions))  # type: ignore[arg-type]


def test_who_answers_last_sees_what_was_chosen_meanwhile(workspace: Workspace) -> None:
    (question,) = all_questions(workspace)
    one, two = question.versions
    choose(workspace, CLIENT, [Choice(question, (one,))])
    after = choose(workspace, CLIENT, [Choice(question, (two,))])
    assert [each.kind for each in after.client.events] == ["opened", "note", "note", "chosen"]
    assert after.client.notes == (one,)


def test_a_version_that_nobody_saw_is_asked_about_next(workspace: Workspace) -> None:
    (question,) = all_questions(workspace)
    third = event("note", 2, event_id="x", text="three", batch="both")
    put(workspace, *VERSIONS, third)
    after = choose(workspace, CLIENT, [Choice(question, question.versions[:1])])
    (again,) = questions(after)
    assert third in again.versions
    assert len(after.client.notes) == 2


def test_a_version_that_is_gone_is_not_chosen(workspace: Workspace) -> None:
    (question,) = all_questions(workspace)
    third = event("note", 2, event_id="x", text="three", batch="both")
    put(workspace, VERSIONS[0], third)
    with pytest.raises(EventsMissing):
        choose(workspace, CLIENT, [Choice(question, VERSIONS[1:])])
    accept(workspace, missing_of(workspace, CLIENT), ACCEPT)
    with pytest.raises(NoVersion, match="diary of Noor"):
        choose(workspace, CLIENT, [Choice(question, VERSIONS[1:])])
    assert len(view(workspace, CLIENT).client.events) == 3


def test_what_is_undone_is_said_without_what_did_not_count(workspace: Workspace) -> None:
    (question,) = all_questions(workspace)
    after = choose(workspace, CLIENT, [Choice(question, VERSIONS[1:])])
    put(workspace, *after.client.events[1:], event("undone", 9, target="both"))
    client = view(workspace, CLIENT).client
    assert client.notes == ()
    assert event_words(client.events[-1], client, None) == "note: two"


def test_undo_names_what_counted_and_nothing_else(workspace: Workspace) -> None:
    late = tuple(event("note", 9, event_id="x", text=text, batch="both") for text in ("one", "two"))
    put(workspace, *late, event(CHOSEN, 3, **choice(late, late[:1])))
    assert undo(workspace, CLIENT).events == late[:1]
