"""A new client, an edited profile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import local
from tests.unit.some_clients import new
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.finding import find
from vooraf.actions.items import tell
from vooraf.actions.overview import overview
from vooraf.actions.view import view
from vooraf.errors import VoorafError
from vooraf.errors.checklist import UnknownChecklist
from vooraf.errors.client import NoName
from vooraf.errors.values import BadChoice, BadMoment, TooLong, Unstorable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vooraf.actions.workspace import Workspace

NASTY = (
    "[/]",
    "[@click=app.quit]x[/]",
    "../../etc/passwd",
    "CON",
    "<script>",
    "=1+1",
    "\x1b[31mred",
    "\u202eright to left\u202c שלום",
    "👩‍👩‍👧",
    "two\nlines",
    "n" * 5000,
    '"""',
    "${name}",
)

FULL: Mapping[str, object] = {
    "checklist": "studio",
    "language": "nl",
    "meeting": "2026-11-24T10:00",
    "place": "at home",
    "wishes": ["a swallow", "", " no posing "],
    "kind": "business",
    "email": "n@example.org",
    "phone": "+31 6",
    "salutation": "Beste Noor",
    "style": "short",
    "approach": "by mail",
    "pace": "slow",
}


# -- new -------------------------------------------------------------------------------------------


def test_a_new_client_has_what_was_given(shop: Workspace) -> None:
    opened = new_client(shop, " Noor Veldman ", FULL)
    client = view(shop, opened.client).client
    assert opened.file == str(Path(shop.folder.clients) / f"noor-veldman-{opened.client}.toml")
    assert {key: getattr(client, key) for key in FULL} == {
        **FULL,
        "meeting": local(2026, 11, 24, 10),
        "wishes": ("a swallow", "no posing"),
    }
    assert client.name == "Noor Veldman"
    assert [event.kind for event in client.events] == ["opened", "profile"]
    assert len({event.batch for event in client.events}) == 1
    assert client.undo == ""


def test_checklist_and_language_are_the_house_rules(shop: Workspace) -> None:
    Path(shop.folder.rules).write_text('schema = 1\n[owner]\ntrade = "studio"\nlanguage = "nl_formal"\n')
    client = view(shop, new_client(shop, "Noor", {}).client).client
    assert (client.checklist, client.language) == ("studio", "nl_formal")
    assert [event.kind for event in client.events] == ["opened"]
    given = view(shop, new_client(shop, "Bo", {"checklist": "general", "language": "en"}).client).client
    assert (given.checklist, given.language) == ("general", "en")


@pytest.mark.parametrize("name", NASTY)
def test_any_name_is_kept_and_none_leaves_the_folder(workspace: Workspace, name: str) -> None:
    opened = new_client(workspace, name, {})
    assert view(workspace, opened.client).client.name == name
    (path,) = Path(workspace.folder.clients).iterdir()
    assert str(path) == opened.file
    assert path.name.isascii()
    assert len(path.name) < 60
    assert find(workspace, opened.client) == opened.client


@pytest.mark.parametrize(
    ("name", "given", "fault"),
    [
        ("", {}, NoName),
        (" \n", {}, NoName),
        ("Noor", {"language": "fr"}, BadChoice),
        ("Noor", {"language": ""}, BadChoice),
        ("Noor", {"kind": "friend"}, BadChoice),
        ("Noor", {"meeting": "2026-02-30T10:00"}, BadMoment),
        ("Noor", {"meeting": "tomorrow"}, BadMoment),
        ("Noor", {"checklist": "nowhere"}, UnknownChecklist),
        ("Noor", {"wishes": ["a", "\udce9"]}, Unstorable),
        ("Noor", {"place": "a" * 32_001}, TooLong),
        ("a" * 32_001, {}, TooLong),
        ("\udce9", {}, Unstorable),
        ("Noor", {"wishes": ["a" * 30_000] * 3}, TooLong),
    ],
)
def test_what_cannot_be_is_refused_and_nobody_is_made(
    workspace: Workspace, name: str, given: Mapping[str, object], fault: type[VoorafError]
) -> None:
    with pytest.raises(fault):
        new_client(workspace, name, given)
    assert overview(workspace).rows == ()


def test_a_choice_that_is_a_whole_page_is_not_repeated(workspace: Workspace) -> None:
    with pytest.raises(BadChoice) as refused:
        new_client(workspace, "Noor", {"kind": "x" * 5000})
    assert len(refused.value.sentence()) < 120


def test_an_id_that_is_taken_is_drawn_again(workspace: Workspace) -> None:
    drawn = [b"abcdef", b"abcdef", b"ghijkl"]
    workspace.random = lambda count: drawn.pop(0) if count == 6 and drawn else bytes(count)
    assert new(workspace, "Al") != new(workspace, "Bo")
    assert drawn == []


# -- edit ------------------------------------------------------------------------------------------


def test_an_edit_records_what_really_changed(shop: Workspace) -> None:
    client_id = new_client(shop, "Noor", FULL).client
    before = view(shop, client_id).client
    same = {**FULL, "name": "Noor", "archived": False}
    seen, changed = edit_client(shop, client_id, same)
    assert (changed, seen.client) == ((), before)
    seen, changed = edit_client(
        shop, client_id, {**same, "place": "studio", "wishes": ["x"], "kind": "consumer"}
    )
    assert set(changed) == {"place", "wishes", "kind"}
    assert (seen.client.place, seen.client.wishes, seen.client.kind) == ("studio", ("x",), "consumer")
    assert seen.client.events[-1].kind == "profile"


def test_what_was_not_given_is_left_as_it_is(shop: Workspace) -> None:
    client_id = new_client(shop, "Noor", {**FULL, "pace": None}).client
    assert edit_client(shop, client_id, {"place": None, "pace": None})[1] == ()
    assert view(shop, client_id).client.place == "at home"


def test_an_empty_text_takes_a_field_away(shop: Workspace) -> None:
    client_id = new_client(shop, "Noor", FULL).client
    empty: dict[str, object] = {"place": "", "meeting": " ", "wishes": [""], "kind": ""}
    client = edit_client(shop, client_id, empty)[0].client
    assert (client.place, client.meeting, client.wishes, client.kind) == ("", None, (), "")
    assert edit_client(shop, client_id, empty)[1] == ()


def test_a_client_is_archived_and_comes_back(workspace: Workspace) -> None:
    client_id = new(workspace, "Noor")
    assert edit_client(workspace, client_id, {"archived": True})[0].client.archived
    assert overview(workspace).rows == ()
    assert [row.archived for row in overview(workspace, archived=True).rows] == [True]
    assert not edit_client(workspace, client_id, {"archived": False})[0].client.archived


def test_a_name_is_changed_but_never_taken_away(workspace: Workspace) -> None:
    client_id = new(workspace, "Noor")
    with pytest.raises(NoName):
        edit_client(workspace, client_id, {"name": " "})
    assert edit_client(workspace, client_id, {"name": "Nora"})[0].client.name == "Nora"
    assert find(workspace, "nora") == client_id


def test_another_checklist_leaves_what_happened_under_gone(shop: Workspace, noor: str) -> None:
    tell(shop, noor, ("style",))
    assert "style" in edit_client(shop, noor, {"checklist": "general"})[0].gone
