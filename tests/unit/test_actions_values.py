"""Values for one client, notes, undo and redo."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import TODAY, a_workspace
from vooraf.actions.clients import edit_client
from vooraf.actions.items import confirm, tell, tell_all
from vooraf.actions.notes import note
from vooraf.actions.undoing import redo, undo
from vooraf.actions.values import set_values
from vooraf.actions.view import view
from vooraf.errors import VoorafError
from vooraf.errors.checklist import BrokenChecklist
from vooraf.errors.client import EmptyText, NothingToRedo, NothingToUndo, UnknownItem
from vooraf.errors.values import BadAmount, BadNumber, TooLong, UnknownField, Unstorable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vooraf.actions.workspace import Workspace


def standing(workspace: Workspace, client_id: str, key: str = "revisions") -> str:
    return next(state.standing for state in view(workspace, client_id).states if state.item.key == key)


# -- values ----------------------------------------------------------------------------------------


def test_values_are_kept_as_their_fields_take_them(shop: Workspace, noor: str) -> None:
    seen, changed = set_values(shop, noor, {"price": " 1250,50 ", "rounds": "3"})
    assert changed == ("price", "rounds")
    assert seen.client.values == {"price": "1250.50", "rounds": 3}
    assert seen.state("price").wording.text == "It costs €1,250.50."  # type: ignore[union-attr]  # it is there
    assert len({event.batch for event in seen.client.events[-2:]}) == 1


def test_a_value_makes_what_was_told_changed_and_back(shop: Workspace, noor: str) -> None:
    tell(shop, noor, ("revisions",))
    set_values(shop, noor, {"rounds": "3"})
    assert standing(shop, noor) == "changed"
    set_values(shop, noor, {"rounds": ""})
    assert standing(shop, noor) == "told"
    assert view(shop, noor).client.values == {}


def test_what_does_not_change_is_not_recorded(shop: Workspace, noor: str) -> None:
    set_values(shop, noor, {"price": "75"})
    before = view(shop, noor).client
    assert set_values(shop, noor, {"price": "75.00", "rounds": " "})[1] == ()
    assert view(shop, noor).client == before


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"rounds": "3", "raunds": "3"}, UnknownField),
        ({"rounds": "3", "price": "much"}, BadAmount),
        ({"price": "5", "rounds": "two"}, BadNumber),
        ({"rounds": "1" * 32_001}, TooLong),
        ({"price": "\udce9"}, Unstorable),
    ],
)
def test_a_value_that_does_not_fit_keeps_all_of_them_out(
    shop: Workspace, noor: str, given: Mapping[str, str], fault: type[VoorafError]
) -> None:
    before = view(shop, noor).client
    with pytest.raises(fault):
        set_values(shop, noor, given)
    assert view(shop, noor).client == before


def test_an_unknown_field_is_told_with_those_there_are(shop: Workspace, noor: str) -> None:
    with pytest.raises(UnknownField) as refused:
        set_values(shop, noor, {"raunds": "3"})
    assert refused.value.sentence() == "The checklist “studio” has no field “raunds”."
    assert refused.value.hint_line() == "Did you mean “rounds”? All its fields: price, rounds"
    with pytest.raises(UnknownField) as refused:
        set_values(shop, noor, {"colour": "3"})
    assert refused.value.hint_line() == "Its fields are: price, rounds"


def test_without_its_checklist_no_value_can_be_set(shop: Workspace, noor: str) -> None:
    (Path(shop.folder.checklists) / "studio.toml").write_text("broken")
    with pytest.raises(BrokenChecklist):
        set_values(shop, noor, {"rounds": "3"})


# -- notes -----------------------------------------------------------------------------------------


def test_a_note_is_about_the_client_or_about_an_item(shop: Workspace, noor: str) -> None:
    note(shop, noor, " called\ntwice ")
    found = note(shop, noor, "two is enough", "revisions").client.notes
    assert [(each.text("text"), each.text("item"), each.on) for each in found] == [
        ("called\ntwice", "", TODAY),
        ("two is enough", "revisions", TODAY),
    ]
    assert "item" not in found[0].data


@pytest.mark.parametrize(
    ("text", "item", "fault"),
    [
        ("", "", EmptyText),
        (" \n", "style", EmptyText),
        ("a" * 32_001, "", TooLong),
        ("👩" * 20_000, "", TooLong),
        ("\udce9", "", Unstorable),
        ("a", "nothing-like-it", UnknownItem),
    ],
)
def test_a_note_that_cannot_be_kept_is_refused(
    shop: Workspace, noor: str, text: str, item: str, fault: type[VoorafError]
) -> None:
    before = view(shop, noor).client
    with pytest.raises(fault):
        note(shop, noor, text, item)
    assert view(shop, noor).client == before


def test_the_longest_note_comes_back_whole(shop: Workspace, noor: str) -> None:
    text = ('"\n' * 16_000)[:-1] + "x"
    assert note(shop, noor, text).client.notes[0].text("text") == text


def test_a_broken_checklist_keeps_no_note_out(shop: Workspace, noor: str) -> None:
    (Path(shop.folder.checklists) / "studio.toml").write_text("broken")
    assert note(shop, noor, "called").client.notes
    with pytest.raises(BrokenChecklist):
        note(shop, noor, "called", "style")


# -- undo and redo ---------------------------------------------------------------------------------


def test_undo_takes_back_a_whole_command_and_redo_brings_it_back(shop: Workspace, noor: str) -> None:
    done = tell_all(shop, noor).view.client
    gone = undo(shop, noor)
    assert [event.text("item") for event in gone.events] == ["revisions", "style"]
    assert standing(shop, noor) == "open"
    assert gone.view.client.events[:-1] == done.events
    back = redo(shop, noor)
    assert back.events == gone.events
    assert back.view.client.items == done.items


def test_undo_goes_back_to_the_opening_and_no_further(shop: Workspace, noor: str) -> None:
    confirm(shop, noor, ("style",))
    set_values(shop, noor, {"rounds": "3"})
    edit_client(shop, noor, {"name": "Nora"})
    note(shop, noor, "called")
    kinds = [undo(shop, noor).events[0].kind for _ in range(4)]
    assert kinds == ["note", "profile", "value", "confirmed"]
    with pytest.raises(NothingToUndo):
        undo(shop, noor)
    client = view(shop, noor).client
    assert (client.name, client.values, client.items, client.notes) == ("Noor Veldman", {}, {}, ())
    assert [redo(shop, noor).events[0].kind for _ in range(4)] == kinds[::-1]
    with pytest.raises(NothingToRedo):
        redo(shop, noor)


def test_something_new_closes_the_way_to_redo(shop: Workspace, noor: str) -> None:
    note(shop, noor, "a")
    undo(shop, noor)
    note(shop, noor, "b")
    before = view(shop, noor).client
    with pytest.raises(NothingToRedo):
        redo(shop, noor)
    assert view(shop, noor).client == before
    assert undo(shop, noor).events[0].text("text") == "b"


def test_undoing_a_confirmation_leaves_what_was_told(shop: Workspace, noor: str) -> None:
    tell(shop, noor, ("style",), on=date(2026, 11, 1))
    confirm(shop, noor, ("style",), "yes")
    undo(shop, noor)
    state = view(shop, noor).state("style")
    assert state is not None
    assert (state.standing, state.history.confirmed) == ("told", None)


def test_two_devices_undo_each_what_stands_last(tmp_path: Path, shop: Workspace, noor: str) -> None:
    other = a_workspace(tmp_path, "another", seed=8)
    note(shop, noor, "here")
    note(other, noor, "there")
    assert undo(shop, noor).events[0].text("text") == "there"
    assert undo(other, noor).events[0].text("text") == "here"
    assert redo(shop, noor).events[0].text("text") == "here"
