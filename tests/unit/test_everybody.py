"""All clients in the order of the list, a few lines at a time: the same as the list that holds all of them."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_workspace
from tests.faults.indexes import later
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.everybody import Everybody, as_checked, before
from vooraf.actions.notes import note
from vooraf.actions.overview import check, in_order, line_of, overview
from vooraf.actions.rows import Listed, Row, keep, unsettled
from vooraf.actions.view import view
from vooraf.model.client import STANDINGS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from vooraf.actions.workspace import Workspace

NAMES = ("Anna", "anna", "Ánna", "Zoë", "Bas", "Øyvind", "\U0001f469 Bo", "")


def lines_of(everybody: Everybody, now: datetime, text: str = "", *, archived: bool = True) -> list[Row]:
    found = everybody.shown(text, now, archived=archived)
    return list(everybody.rows([*found.coming, *found.others]))


def a_line(number: int, name: str, hours: int | None, now: datetime, *, archived: bool, busy: bool) -> Listed:
    meeting = None if hours is None else now.replace(tzinfo=None) + timedelta(hours=hours)
    standing = dict.fromkeys(STANDINGS, 0) | {"open": int(busy), "confirmed": 3}
    row = Row(f"id{number}", name, "studio", "en", meeting, archived, standing, 0, "")
    return Listed(row, (), f"/x/{number}.toml", name.lower())


some_lines = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from((None, -48, -1, 0, 1, 500)), st.booleans(), st.booleans()
    ),
    max_size=12,
)


@given(kept=some_lines, made=some_lines, gone=st.sets(st.integers(0, 11)))
@settings(max_examples=60)
def test_it_is_the_list_in_its_order_whatever_the_index_has(
    tmp_path_factory: pytest.TempPathFactory,
    kept: list[tuple[str, int | None, bool, bool]],
    made: list[tuple[str, int | None, bool, bool]],
    gone: set[int],
) -> None:
    workspace = a_workspace(tmp_path_factory.mktemp("everybody"))
    now = workspace.now()

    def lines(given: list[tuple[str, int | None, bool, bool]]) -> Mapping[str, Listed]:
        found = [
            a_line(number, name, hours, now, archived=archived, busy=busy)
            for number, (name, hours, archived, busy) in enumerate(given)
        ]
        return {each.row.client: each for each in found}

    indexed, overlay = lines(kept), {key: each for key, each in lines(made).items() if int(key[2:]) % 2}
    assert keep(workspace, [("stamp", each) for each in indexed.values()])
    there = {key: each for key, each in {**indexed, **overlay}.items() if int(key[2:]) not in gone}
    overlay = {key: each for key, each in overlay.items() if key in there}
    everybody = Everybody(workspace, overlay, frozenset(there))
    rows = [each.row for each in there.values()]
    expected = in_order(rows, now)

    assert lines_of(everybody, now) == list(expected)
    assert (len(everybody), everybody.resting) == (len(rows), sum(row.archived for row in rows))
    shown = everybody.shown("", now, archived=False)
    awake = [row for row in expected if not row.archived]
    assert [*shown.coming, *shown.others] == [row.client for row in awake]
    assert shown.unsettled == sum(map(unsettled, awake))
    assert everybody.next_to_come(now) == (shown.coming[0] if shown.coming else "")
    assert all(everybody.row(row.client) == row for row in rows)
    workspace.close()


def settled(tmp_path: Path) -> Workspace:
    """A run after one that has put everything in the index."""
    overview(later(tmp_path))
    return later(tmp_path)


@pytest.fixture
def three(shop: Workspace, noor: str, tmp_path: Path) -> Workspace:
    """Noor, Bas and Zoë, all of them in the index."""
    new_client(shop, "Bas", {"checklist": "studio", "language": "en"})
    zoe = new_client(shop, "Zoë", {"checklist": "studio", "language": "en"}).client
    note(shop, zoe, "Red hair")
    assert view(shop, noor).client.name == "Noor Veldman"
    return settled(tmp_path)


def names(everybody: Everybody, workspace: Workspace, text: str = "") -> list[str]:
    return [row.name for row in lines_of(everybody, workspace.now(), text)]


def test_a_line_that_is_put_stands_where_its_new_name_belongs(three: Workspace, noor: str) -> None:
    everybody = as_checked(three, check(three))
    edit_client(three, noor, {"name": "Ada"})
    everybody.put(line_of(view(three, noor)))
    assert names(everybody, three) == ["Ada", "Bas", "Zoë"]
    assert names(everybody, three, "ada") == ["Ada"]
    assert names(everybody, three, "noor") == []


def test_a_meeting_that_is_put_brings_the_client_to_the_top_and_archiving_takes_them_out(
    three: Workspace, noor: str
) -> None:
    everybody = as_checked(three, check(three))
    edit_client(three, noor, {"meeting": f"{three.today + timedelta(days=1)}T10:00"})
    everybody.put(line_of(view(three, noor)))
    assert everybody.next_to_come(three.now()) == noor
    assert everybody.shown("", three.now(), archived=False).coming == [noor]
    edit_client(three, noor, {"archived": True})
    everybody.put(line_of(view(three, noor)))
    assert (everybody.next_to_come(three.now()), everybody.resting) == ("", 1)
    assert noor not in everybody.shown("", three.now(), archived=False).others


def test_a_new_client_is_put_among_the_others(three: Workspace) -> None:
    everybody = before(three)
    new = new_client(three, "Daan", {"checklist": "studio", "language": "en"}).client
    everybody.put(line_of(view(three, new)))
    assert names(everybody, three) == ["Bas", "Daan", "Noor Veldman", "Zoë"]


@pytest.mark.parametrize(
    ("text", "found"), [("hair", ["Zoë"]), ("ZOE", ["Zoë"]), ("ba", ["Bas"]), ("x\x00", [])]
)
def test_what_is_looked_for_is_found_in_what_nobody_holds(
    three: Workspace, text: str, found: list[str]
) -> None:
    assert names(before(three), three, text) == found


def test_a_line_that_the_index_has_lost_since_is_made_anew(three: Workspace, noor: str) -> None:
    everybody = before(three)
    three.row_index.forget([noor])
    row = everybody.row(noor)
    assert row is not None
    assert row.name == "Noor Veldman"


def test_a_client_who_is_gone_since_has_no_line(three: Workspace, noor: str) -> None:
    everybody = before(three)
    three.row_index.forget([noor])
    os.unlink(three.store.load(noor).file)
    assert everybody.row(noor) is None
    assert everybody.row(noor) is None


def test_lines_near_the_one_that_is_seen_are_read_with_it(
    three: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    everybody = before(three)
    others = everybody.shown("", three.now(), archived=False).others
    assert everybody.row(others[0], others, 0) is not None
    monkeypatch.setattr(three.index, "ask", lambda *_: pytest.fail("the index was asked"))
    assert all(everybody.row(each, others, at) for at, each in enumerate(others))
