"""The client that a name means, and the list of all of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.factories import NOW, a_workspace, texts
from tests.unit.some_clients import new
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.finding import MOST_LISTED, find
from vooraf.actions.items import confirm, tell
from vooraf.actions.notes import note
from vooraf.actions.overview import folded, in_order, is_to_come, overview
from vooraf.actions.view import view
from vooraf.errors.checklist import BrokenChecklist
from vooraf.errors.client import AmbiguousClient, UnknownClient
from vooraf.model.naming import slug_of

if TYPE_CHECKING:
    from vooraf.actions.workspace import Workspace


# -- find ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Noor Veldman", "noor-veldman"),
        ("Coöp. De Linde!", "coop-de-linde"),
        ("../../etc/passwd", "etc-passwd"),
        ("שלום", "client"),
        ("", "client"),
        ("a" * 39 + " b", "a" * 39),
        ("ℌello ﬁne", "hello-fine"),
    ],
)
def test_a_slug_is_small_letters_digits_and_hyphens(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@given(texts)
def test_every_slug_is_safe_in_the_name_of_a_file(name: str) -> None:
    slug = slug_of(name)
    assert 0 < len(slug) <= 40
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-")


@pytest.fixture
def people(workspace: Workspace) -> dict[str, str]:
    names = ("Noor Veldman", "Noor", "Zoë de Wit", "Anna de Wit", "שלום")
    return {name: new(workspace, name) for name in names}


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("noor", "Noor"),
        ("noor-veldman", "Noor Veldman"),
        ("veld", "Noor Veldman"),
        ("VELDMAN ", "Noor Veldman"),
        ("zoe", "Zoë de Wit"),
        ("ZOË", "Zoë de Wit"),
        ("anna de", "Anna de Wit"),
        ("לום", "שלום"),
    ],
)
def test_a_client_is_found_by_slug_or_by_part_of_the_name(
    workspace: Workspace, people: dict[str, str], wanted: str, name: str
) -> None:
    assert find(workspace, wanted) == people[name]


def test_the_short_id_goes_before_any_name(workspace: Workspace, people: dict[str, str]) -> None:
    other = new(workspace, people["Noor"])
    assert find(workspace, people["Noor"]) == people["Noor"] != other


def test_a_file_is_found_by_its_own_name_too(workspace: Workspace, people: dict[str, str]) -> None:
    edit_client(workspace, people["Noor"], {"name": "Someone Else"})
    assert find(workspace, "noor") == people["Noor"]


@pytest.mark.parametrize("wanted", ["", " ", "nobody", "-", "x" * 5000, "\x1b[31m"])
def test_nobody_fits(workspace: Workspace, people: dict[str, str], wanted: str) -> None:
    with pytest.raises(UnknownClient) as refused:
        find(workspace, wanted)
    assert "\x1b" not in refused.value.sentence()
    assert len(refused.value.sentence()) < 120
    assert len(people) == 5


def test_of_several_that_fit_all_are_listed_and_nothing_is_done(
    workspace: Workspace, people: dict[str, str]
) -> None:
    with pytest.raises(AmbiguousClient) as refused:
        find(workspace, "de wit")
    listed = refused.value.sentence().splitlines()
    assert listed[0] == "“de wit” fits several clients:"
    assert sorted(listed[1:]) == sorted(f"  {people[name]}  {name}" for name in ("Zoë de Wit", "Anna de Wit"))


def test_of_very_many_that_fit_some_are_listed(workspace: Workspace) -> None:
    for number in range(MOST_LISTED + 1):
        new(workspace, f"Smit {number}")
    with pytest.raises(AmbiguousClient) as refused:
        find(workspace, "smit")
    assert len(refused.value.sentence().splitlines()) == MOST_LISTED + 2
    assert refused.value.sentence().endswith("\n  …")


# -- the list --------------------------------------------------------------------------------------


def test_meetings_to_come_stand_first_then_names(workspace: Workspace) -> None:
    meetings = {
        "Zed": "2026-11-22T09:30",
        "Yke": "2026-11-24T10:00",
        "Xia": "2026-11-22T08:00",
        "Wim": "2026-11-22T07:59",
        "anna": "",
        "Émile": "",
    }
    for name, meeting in meetings.items():
        new(workspace, name, meeting=meeting)
    assert [row.name for row in overview(workspace).rows] == ["Xia", "Zed", "Yke", "anna", "Émile", "Wim"]


def test_a_meeting_that_has_just_begun_is_still_to_come() -> None:
    begun = NOW.replace(tzinfo=None) - timedelta(hours=1)
    assert is_to_come(begun, NOW)
    assert not is_to_come(begun - timedelta(seconds=1), NOW)
    assert not is_to_come(None, NOW)


def test_the_order_is_the_same_for_namesakes(workspace: Workspace) -> None:
    for _ in range(3):
        new(workspace, "Noor")
    rows = list(overview(workspace).rows)
    assert in_order(rows[::-1], NOW) == tuple(rows)


def test_a_row_counts_every_standing(shop: Workspace, noor: str) -> None:
    tell(shop, noor, ("revisions",))
    (row,) = overview(shop).rows
    assert row.standing == {"open": 2, "told": 1, "confirmed": 0, "changed": 0, "waived": 0}
    assert (row.must_open, row.client, row.checklist, row.language) == (1, noor, "studio", "en")


@pytest.mark.parametrize("text", ["swallow", "SWALLÖW", "vel", " left-handed ", "costs extra", ""])
def test_the_filter_looks_in_name_wishes_notes_and_words(shop: Workspace, noor: str, text: str) -> None:
    edit_client(shop, noor, {"wishes": ["a swallow"]})
    note(shop, noor, "is left-handed")
    confirm(shop, noor, ("style",), "it costs extra")
    new(shop, "Somebody Else")
    found = [row.client for row in overview(shop, text).rows]
    assert noor in found
    assert len(found) == (1 if text else 2)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Noor", "noor"), ("ZOË", "zoe"), ("Straße", "strasse"), ("İstanbul", "istanbul"), ("ℌ", "h")],
)
def test_case_and_accents_are_left_out_of_a_comparison(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(texts)
def test_what_is_compared_stays_the_same_when_it_is_compared_again(text: str) -> None:
    assert folded(folded(text)) == folded(text) == folded(folded(text).upper())


def test_what_is_wrong_with_files_is_told_beside_the_rows(shop: Workspace, noor: str) -> None:
    Path(shop.folder.rules).write_text("broken")
    (Path(shop.folder.clients) / "empty.toml").touch()
    path = Path(view(shop, noor).file)
    path.write_bytes(path.read_bytes() + b"\n[[event]]\nbroken")
    (Path(shop.folder.checklists) / "other.toml").write_text("broken")
    seen = overview(shop)
    assert [row.client for row in seen.rows] == [noor]
    told = {Path(problem.file).name for problem in seen.problems}
    assert told == {"house-rules.toml", "empty.toml", path.name, "other.toml"}


def test_a_client_of_a_broken_checklist_is_listed_with_the_reason(shop: Workspace, noor: str) -> None:
    (Path(shop.folder.checklists) / "studio.toml").write_text("broken")
    seen = overview(shop)
    assert [row.client for row in seen.rows] == [noor]
    assert seen.rows[0].standing["open"] == 0
    assert any("can't be used" in problem.sentence() for problem in seen.problems)
    broken = view(shop, noor)
    assert isinstance(broken.broken, BrokenChecklist)
    assert (broken.checklist, broken.states, broken.gone) == (None, (), ())
    assert broken.client.name == "Noor Veldman"


@settings(max_examples=20)
@given(texts.filter(str.strip))
def test_every_name_is_found_by_itself(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    workspace = a_workspace(tmp_path_factory.mktemp("names"))
    client_id = new(workspace, name)
    assert overview(workspace, name).rows[0].client == client_id


def test_a_whole_name_goes_before_a_part_of_a_longer_one(workspace: Workspace) -> None:
    ids = [
        new_client(workspace, name, {"checklist": "general"}).client for name in ("Noor Veldman", "Noor Veld")
    ]
    assert find(workspace, "noor veld") == ids[1]
    with pytest.raises(AmbiguousClient):
        find(workspace, "noor v")
