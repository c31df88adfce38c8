"""The list's lines from the index, and the client that a name means: the same as from the files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.factories import a_workspace
from tests.faults.indexes import later
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.everybody import Everybody, before
from vooraf.actions.finding import find
from vooraf.actions.items import tell
from vooraf.actions.notes import note
from vooraf.actions.overview import everyone, overview
from vooraf.actions.rows import Listed, Row, context, keep, kept_rows, rows_of
from vooraf.errors.client import AmbiguousClient, UnknownClient
from vooraf.model.faults import Problem

if TYPE_CHECKING:
    from pathlib import Path

    from vooraf.actions.workspace import Workspace

GIVEN = {"checklist": "studio", "language": "en"}


def twice(tmp_path: Path) -> Workspace:
    """The run after one that has put everything in the index."""
    overview(later(tmp_path))
    return later(tmp_path)


def shown(everybody: Everybody, shop: Workspace, text: str = "") -> list[Row]:
    """The lines in the order of the list."""
    found = everybody.shown(text, shop.now(), archived=True)
    return list(everybody.rows([*found.coming, *found.others]))


def test_the_list_of_the_last_run_is_there_before_anything_is_read(
    shop: Workspace, noor: str, tmp_path: Path
) -> None:
    assert not before(shop)
    expected = overview(shop)
    assert expected.rows[0].client == noor
    assert shown(before(twice(tmp_path)), shop) == list(expected.rows)


def test_in_other_house_rules_everybody_is_there_at_once_as_they_were(
    shop: Workspace, noor: str, tmp_path: Path
) -> None:
    tell(shop, noor, ("revisions",))
    before_it = overview(twice(tmp_path)).rows
    with open(shop.folder.rules, "w", encoding="utf-8") as rules:
        rules.write("schema = 1\n[value]\nrounds = 3\n")
    run = later(tmp_path)
    assert shown(before(run), run) == list(before_it)
    assert [row.standing["changed"] for row in overview(run).rows] == [1]


def test_it_shows_archived_clients_and_the_list_does_not(shop: Workspace, noor: str, tmp_path: Path) -> None:
    edit_client(shop, noor, {"archived": True})
    run = twice(tmp_path)
    assert [row.archived for row in shown(before(run), shop)] == [True]
    assert overview(run).rows == ()
    assert [row.client for row in overview(run, archived=True).rows] == [noor]


def test_lines_of_unchanged_files_are_not_made_again(
    noor: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = twice(tmp_path)
    monkeypatch.setattr(run.store, "load_from", lambda *_: pytest.fail(f"{noor} was read"))
    assert len(overview(run).rows) == 1


def test_a_tick_a_value_or_another_checklist_makes_them_anew(
    shop: Workspace, noor: str, tmp_path: Path
) -> None:
    before = overview(twice(tmp_path)).rows[0]
    tell(later(tmp_path), noor, ("revisions",))
    assert overview(later(tmp_path)).rows[0].standing["told"] == before.standing["told"] + 1
    with open(shop.folder.rules, "w", encoding="utf-8") as rules:
        rules.write("schema = 1\n[value]\nrounds = 3\n")
    assert overview(later(tmp_path)).rows[0].standing["changed"] == 1
    os.unlink(os.path.join(shop.folder.checklists, "studio.toml"))
    assert any("studio" in problem.sentence() for problem in overview(later(tmp_path)).problems)


def test_what_the_owner_is_told_of_a_file_is_told_again(shop: Workspace, noor: str, tmp_path: Path) -> None:
    with open(shop.store.load(noor).file, "a", encoding="utf-8") as diary:
        diary.write('\n[[event]]\nkind = "no')
    expected = overview(shop).problems
    assert len(expected) == 1
    assert overview(twice(tmp_path)).problems == expected


def test_a_client_who_is_gone_is_gone_from_the_list(shop: Workspace, noor: str, tmp_path: Path) -> None:
    twice(tmp_path)
    os.unlink(shop.store.load(noor).file)
    assert overview(later(tmp_path)).rows == ()
    with pytest.raises(UnknownClient):
        find(later(tmp_path), "noor")


def test_a_client_who_is_gone_is_gone_from_the_first_paint_too(
    shop: Workspace, noor: str, tmp_path: Path
) -> None:
    twice(tmp_path)
    os.unlink(shop.store.load(noor).file)
    overview(later(tmp_path))
    assert not before(later(tmp_path))


def test_a_line_comes_back_as_it_was(shop: Workspace, noor: str) -> None:
    row = everyone(shop)[0][0].row
    for meeting in (None, shop.now().replace(tzinfo=None)):
        line = Listed(row._replace(meeting=meeting), (Problem("f", "m {n}", {"n": 1}),), "/x/\udcff.toml")
        assert keep(shop, [("stamp", line)])
        assert list(kept_rows(shop)) == [line]
        assert rows_of(shop, [noor, "nobody"]) == {noor: line.row}


@pytest.mark.parametrize("body", ["", "7", "[]", "[[], [], 7]", '[[1,2,"no time"],[],""]', "[[1,2],[],3]"])
def test_a_line_that_is_not_as_it_was_packed_is_left_out(shop: Workspace, noor: str, body: str) -> None:
    from vooraf.storage.index_values import IndexedRow  # noqa: PLC0415 - this test alone goes beneath the actions

    row = IndexedRow("noor", noor, "", False, False, "s", "", "studio", False, body)
    assert shop.row_index.keep(context(shop), [row])
    assert list(kept_rows(shop)) == []
    assert isinstance(everyone(shop)[0][0].row, Row)


@pytest.mark.parametrize("name", ["noor", "NOOR VELDMAN", "noor-veldman", "veld", "Ñoor"])
def test_a_name_means_the_same_client_with_the_index_and_without(
    shop: Workspace, noor: str, tmp_path: Path, name: str
) -> None:
    new_client(shop, "Bas", GIVEN)
    assert find(shop, name) == noor
    assert find(twice(tmp_path), name) == noor


def test_a_name_that_fits_several_or_nobody_does_so_with_the_index_too(
    shop: Workspace, tmp_path: Path
) -> None:
    new_client(shop, "Noor Veldman", GIVEN)
    new_client(shop, "Noortje", GIVEN)
    run = twice(tmp_path)
    with pytest.raises(AmbiguousClient):
        find(run, "oor")
    for name in ("nobody", "", "  ", "\udcff", "\x00", "%", "\n"):
        with pytest.raises(UnknownClient):
            find(run, name)


def test_a_new_name_is_found_at_once_and_the_old_one_no_more(noor: str, tmp_path: Path) -> None:
    edit_client(twice(tmp_path), noor, {"name": "Zoë"})
    assert find(later(tmp_path), "zoe") == noor
    with pytest.raises(UnknownClient):
        find(later(tmp_path), "veldman-n")


@pytest.mark.parametrize(
    "text", ["", "o", "NÓÓ", "posing", "osin", "red hair", "by phone then", "nobody", '"', "%"]
)
def test_what_is_looked_for_is_found_with_the_index_and_without(
    shop: Workspace, noor: str, tmp_path: Path, text: str
) -> None:
    edit_client(shop, noor, {"wishes": ["no posing"]})
    other = new_client(shop, 'Bas "100%"', GIVEN).client
    note(shop, other, "Red hair,\nby phone\x00 then")
    expected = overview(a_workspace(tmp_path, device="another"), text)
    run = twice(tmp_path)
    assert overview(run, text) == expected
    edit_client(run, noor, {"name": "Zoë", "wishes": ["gold"]})  # its line isn't in the index yet
    again = overview(a_workspace(tmp_path, device="another"), text)
    assert overview(run, text) == again
