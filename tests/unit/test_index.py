"""The index by itself: what is kept comes back, and whatever is wrong with it, nothing is raised."""

from __future__ import annotations

import os
import sqlite3
import stat
from typing import TYPE_CHECKING

import pytest

from vooraf.storage import index_file
from vooraf.storage.index import Index, Indexed, index_path
from vooraf.storage.index_values import IndexedRow
from vooraf.storage.row_index import RowIndex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE = Indexed("/data/noor-k7q2m9.toml", (1, 2, 3, 4), "k7q2m9", 5, "d1", "body")
SLUGS = "\nnoor-veldman\nnoor\n"
ROW = IndexedRow("noor veldman", "k7q2m9", "", False, True, "stamp", SLUGS, "studio", False, "{}")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    found = Index(str(tmp_path / "state" / "index" / "i.sqlite"))
    yield found
    found.close()


def rows(index: Index) -> dict[str, str]:
    return dict(RowIndex(index).bodies())


def reopened(index: Index) -> Index:
    index.close()
    return Index(index.path)


def test_asking_makes_nothing(index: Index, tmp_path: Path) -> None:
    assert (index.reading("x"), index.paths_of("x"), index.owners(), rows(index)) == (None, (), [], {})
    assert (RowIndex(index).named("x"), index.document("x", "")) == (((), ()), None)
    assert not index.is_there()
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_comes_back_in_the_next_run(index: Index) -> None:
    assert index.keep_readings([ONE])
    assert RowIndex(index).keep("context", [ROW])
    assert index.keep_document("name", "signature", "text")
    again = reopened(index)
    assert again.is_there()
    assert again.reading(ONE.path) == ONE
    assert again.paths_of("k7q2m9") == (ONE.path,)
    assert again.owners() == [(ONE.path, ONE.signature, "k7q2m9", 5)]
    assert rows(again) == {"k7q2m9": "{}"}
    for context, proof in (("context", ("stamp", False)), ("another", ("", True))):
        states = again.states(context, lambda *_: False)
        assert [(each.path, each.stamp, each.is_old) for each in states] == [(ONE.path, *proof)]
    assert again.document("name", "signature") == "text"
    assert again.document("name", "another") is None
    again.close()


def test_a_name_is_a_whole_slug_or_a_part_of_the_name(index: Index) -> None:
    RowIndex(index).keep("", [ROW])
    assert RowIndex(index).named("noor") == (("k7q2m9",), ("k7q2m9",))
    assert RowIndex(index).named("noor-veldman") == (("k7q2m9",), ())
    assert RowIndex(index).named("veld") == ((), ("k7q2m9",))
    assert RowIndex(index).named("bas") == ((), ())


def test_what_is_forgotten_is_gone(index: Index) -> None:
    index.keep_readings([ONE])
    RowIndex(index).keep("", [ROW])
    assert index.forget_readings([ONE.path])
    assert RowIndex(index).forget(["k7q2m9"])
    assert (index.reading(ONE.path), rows(index)) == (None, {})


@pytest.mark.parametrize("name", [os.fsdecode(b"/\xff\xfe.toml"), "/\ud800.toml", "/é 👩.toml"])
def test_a_name_that_is_no_text_is_kept_all_the_same(index: Index, name: str) -> None:
    one = ONE._replace(path=name, client=name, body=name)
    assert index.keep_readings([one])
    assert RowIndex(index).keep(name, [ROW._replace(name=name, slugs=f"\n{name}\n", body=name)])
    assert index.keep_document(name, name, name)
    again = reopened(index)
    assert (again.reading(name), again.paths_of(name)) == (one, (name,))
    assert rows(again) == {"k7q2m9": name}
    assert RowIndex(again).named(name)[1] == ("k7q2m9",)
    assert again.document(name, name) == name
    again.close()


def test_an_inode_of_more_than_63_bits_proves_nothing_and_breaks_nothing(index: Index) -> None:
    assert index.keep_readings([ONE._replace(signature=(1, 2, 3, 2**64 - 1))])
    found = index.reading(ONE.path)
    assert found is not None
    assert found.signature == (1, 2, 3, -1)


def test_values_of_another_type_are_nothing(index: Index) -> None:
    index.keep_readings([ONE])
    index.close()
    with sqlite3.connect(index.path) as connection:
        connection.execute("UPDATE reading SET client = NULL, seen = 'x', digest = x'ff', size = 1.5")
    connection.close()
    found = Index(index.path)
    assert found.reading(ONE.path) == ONE._replace(client="", seen=-1, digest="", signature=(-1, 2, 3, 4))
    found.close()


@pytest.mark.parametrize("rubbish", ["x'ff'", "7", "''", "x''"])
def test_going_through_all_of_it_ends_whatever_stands_there(index: Index, rubbish: str) -> None:
    index.keep_readings([ONE])
    RowIndex(index).keep("", [ROW])
    index.close()
    with sqlite3.connect(index.path) as connection:
        connection.execute(f"UPDATE reading SET path = {rubbish}, client = {rubbish}")
        connection.execute(f"UPDATE row SET client = {rubbish}, name = {rubbish}")
        connection.execute(f"INSERT INTO safe_client VALUES ({rubbish})")
    connection.close()
    found = Index(index.path)
    rows = RowIndex(found)
    for each in (
        found.states("", lambda *_: False),
        found.in_parts("SELECT client FROM safe_client WHERE client > ? ORDER BY client LIMIT ?"),
        rows.places(),
        rows.bodies(),
        rows.clients(),
    ):
        assert len(list(each)) <= 1
    found.close()


def test_the_file_is_for_its_owner_alone(index: Index) -> None:
    index.keep_readings([ONE])
    assert stat.S_IMODE(os.stat(index.path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(index.path)).st_mode) == 0o700


def test_rubbish_is_made_anew_by_who_keeps_something(index: Index) -> None:
    os.makedirs(os.path.dirname(index.path))
    with open(index.path, "wb") as file:
        file.write(b"no index" * 1000)
    assert index.reading(ONE.path) is None
    assert index.keep_readings([ONE])
    assert reopened(index).reading(ONE.path) == ONE


def test_one_of_a_newer_version_is_left_alone(index: Index) -> None:
    index.keep_readings([ONE])
    index.close()
    with sqlite3.connect(index.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    newer = Index(index.path)
    assert not newer.keep_readings([ONE._replace(client="other")])
    assert newer.reading(ONE.path) is None
    with sqlite3.connect(index.path) as connection:
        assert connection.execute("SELECT client FROM reading").fetchall() == [("k7q2m9",)]
    connection.close()


def test_one_that_lacks_a_column_is_made_anew(index: Index) -> None:
    index.keep_readings([ONE])
    index.close()
    with sqlite3.connect(index.path) as connection:
        connection.execute("ALTER TABLE row DROP COLUMN stamp")
    connection.close()
    lacking = Index(index.path)
    assert rows(lacking) == {}
    assert RowIndex(lacking).keep("context", [ROW])
    assert lacking.reading(ONE.path) is None
    lacking.close()


def test_one_from_before_there_was_a_safety_copy_gets_one(index: Index) -> None:
    assert index.keep_readings([ONE])
    index.close()
    connection = sqlite3.connect(index.path)
    connection.execute("DROP TABLE safe")
    connection.close()
    assert Index(index.path).ask("SELECT count(*) FROM safe") == [(0,)]


def test_where_it_cannot_be_made_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")
    index = Index(str(tmp_path / "state" / "index" / "i.sqlite"))
    assert not index.keep_readings([ONE])
    assert index.reading(ONE.path) is None


def test_one_that_another_writes_in_is_not_waited_for(index: Index) -> None:
    index.keep_readings([ONE])
    other = sqlite3.connect(index.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert not index.keep_readings([ONE._replace(client="other")])
    assert index.reading(ONE.path) == ONE
    other.execute("ROLLBACK")
    other.close()
    assert index.keep_readings([ONE._replace(client="other")])


def test_each_data_folder_has_an_index_of_its_own() -> None:
    assert index_path("/state", "/a") != index_path("/state", "/b")
    assert index_path("/state", "/a").startswith(os.path.join("/state", "index"))
    assert index_path("/state", os.fsdecode(b"/\xff"))


# -- searching -------------------------------------------------------------------------------------

SOUGHT = {"a": "noor veldman\nno posing", "b": 'bas "de" wit\nred\x00hair', "c": "zoe\nno hair; 100% *wild*"}


def searched(index: Index) -> None:
    RowIndex(index).keep("", [ROW._replace(client=key, searched=text) for key, text in SOUGHT.items()])


def without_trigrams(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with a SQLite that was made without them."""
    refused = index_file._SOUGHT[0].replace("fts5", "nothing5")
    monkeypatch.setattr(index_file, "_SOUGHT", (refused, index_file._SOUGHT[1]))


@pytest.mark.parametrize("trigrams", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "no",
        "n",
        "noor",
        "oor v",
        "eld",
        "hair",
        '"de"',
        "100%",
        "*wild*",
        "NOOR",
        "posing\nx",
        "",
        "a OR b",
        "zo*",
    ],
)
def test_any_part_of_what_is_searched_is_found(
    index: Index, monkeypatch: pytest.MonkeyPatch, text: str, trigrams: bool
) -> None:
    if not trigrams:
        without_trigrams(monkeypatch)
    searched(index)
    assert RowIndex(index).holding(text) == {key for key, held in SOUGHT.items() if text in held}
    assert dict(RowIndex(index).searched()).keys() == SOUGHT.keys()


def test_what_was_said_before_is_not_found_any_more(index: Index) -> None:
    searched(index)
    RowIndex(index).keep("", [ROW._replace(client="a", searched="somebody else")])
    RowIndex(index).forget(["b"])
    assert (
        RowIndex(index).holding("veldman"),
        RowIndex(index).holding("somebody"),
        RowIndex(index).holding("bas"),
    ) == (
        set(),
        {"a"},
        set(),
    )


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_what_the_index_cannot_look_for_it_says(index: Index, text: str) -> None:
    searched(index)
    assert RowIndex(index).holding(text) is None
    assert RowIndex(index).holding("noor") == {"a"}


def test_an_index_that_cannot_be_asked_says_so(index: Index) -> None:
    assert RowIndex(index).holding("noor") is None


@pytest.mark.skipif(os.name == "nt", reason="a file that is open can't be taken away there")
def test_what_is_kept_after_the_file_was_taken_away_is_in_the_new_one(index: Index) -> None:
    assert index.keep_document("before", "", "text")
    for ending in ("", "-wal", "-shm"):
        os.unlink(index.path + ending)
    assert index.keep_document("after", "", "text")
    another = Index(index.path)
    assert (another.document("before", ""), another.document("after", "")) == (None, "text")
    another.close()
