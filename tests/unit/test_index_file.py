"""The file of the index: what outlives it stays, whatever becomes of the rest."""

from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from vooraf.storage import index_file
from vooraf.storage.index import Index
from vooraf.storage.index_file import VERSION, emptied, make_anew

if TYPE_CHECKING:
    from collections.abc import Callable

SAFE = "CREATE TABLE IF NOT EXISTS safe_thing(id TEXT PRIMARY KEY, body TEXT)"
ROWS = [(f"{number}", "x" * 500) for number in range(200)]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An index with rows in a table that outlives it, and in one that doesn't."""
    monkeypatch.setattr(index_file, "_SAFE", (*index_file._SAFE, SAFE))
    index = Index(str(tmp_path / "index" / "i.sqlite"))
    assert index.tell([("INSERT INTO safe_thing VALUES (?, ?)", ROWS)])
    assert index.keep_document("name", "signature", "body")
    index.close()
    return index.path


def safe_rows(path: str) -> list[tuple[object, ...]]:
    index = Index(path)
    index.keep_document("another", "", "")  # who keeps something makes it anew
    found = index.ask("SELECT * FROM safe_thing")
    index.close()
    return found


def with_version(path: str, version: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def older(path: str) -> None:
    with_version(path, VERSION - 1)


def without_a_table(path: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE document")
    connection.close()


def emptied_by_doctor(path: str) -> None:
    assert emptied(path)


def made_anew(path: str) -> None:
    assert make_anew(path)


def newer_to_doctor(path: str) -> None:
    with_version(path, VERSION + 1)
    assert emptied(path)


@pytest.mark.parametrize("damage", [older, without_a_table, emptied_by_doctor, made_anew, newer_to_doctor])
def test_what_outlives_the_index_stays(path: str, damage: Callable[[str], None]) -> None:
    damage(path)
    assert sorted(safe_rows(path)) == sorted(ROWS)
    index = Index(path)
    assert index.document("name", "signature") is None
    assert index.document("another", "") == ""
    index.close()


def test_emptied_while_another_process_has_it_open_it_stays_the_one_that_both_use(path: str) -> None:
    other = Index(path)
    assert other.document("name", "signature") == "body"
    assert emptied(path)
    assert other.document("name", "signature") is None
    assert other.tell([("INSERT INTO safe_thing VALUES (?, ?)", [("new", "")])])
    other.close()
    assert ("new", "") in safe_rows(path)


def test_while_another_process_writes_nothing_of_it_is_emptied(path: str) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_file, "_BEING_MADE", 0.0)
        patch.setattr(index_file, "_BEING_OPENED", 0.0)
        with pytest.raises(OSError, match="busy"):
            emptied(path)
    other.execute("ROLLBACK")
    other.close()
    assert Index(path).document("name", "signature") == "body"


@pytest.mark.parametrize("rubbish", [b"rubbish" * 1000, b""])
def test_what_is_no_index_is_made_one(path: str, rubbish: bytes) -> None:
    Path(path).write_bytes(rubbish)
    assert emptied(path)
    assert safe_rows(path) == []


def test_where_there_is_none_there_is_nothing_to_empty(tmp_path: Path) -> None:
    assert not emptied(str(tmp_path / "none.sqlite"))


def test_of_a_broken_file_the_rows_before_and_behind_the_break_stay(path: str) -> None:
    content = bytearray(Path(path).read_bytes())
    pages = [start for start in range(0, len(content), 4096) if b"x" * 400 in content[start : start + 4096]]
    for start in pages[len(pages) // 2 :][:2]:
        content[start : start + 4096] = b"\xff" * 4096
    Path(path).write_bytes(content)
    index = Index(path)
    assert index.ask("SELECT * FROM safe_thing") == []  # now it is known to be broken
    assert index.keep_document("name", "signature", "new")
    found = index.ask("SELECT * FROM safe_thing")
    index.close()
    assert len(ROWS) // 2 < len(found) < len(ROWS)
    assert {("0", "x" * 500), ("199", "x" * 500)} <= set(found) <= set(ROWS)


def test_rubbish_has_nothing_to_keep(path: str) -> None:
    Path(path).write_bytes(b"rubbish" * 1000)
    assert safe_rows(path) == []
    assert os.listdir(os.path.dirname(path)) == [os.path.basename(path)]


def test_one_that_is_held_is_not_made_anew(path: str) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    for refused in (make_anew, emptied):
        with pytest.raises(OSError, match="busy"):
            refused(path)
    other.execute("ROLLBACK")
    other.close()
    assert safe_rows(path) == ROWS


def test_an_older_one_in_use_by_another_process_is_left_until_later(path: str) -> None:
    older(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert Index(path).document("name", "signature") is None
    other.execute("ROLLBACK")
    other.close()
    assert safe_rows(path) == ROWS


def test_a_writer_can_be_waited_for(path: str) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    index = Index(path)
    assert not index.tell([("DELETE FROM safe_thing", [()])], wait=0.01)
    other.execute("ROLLBACK")
    other.close()
    assert index.tell([("DELETE FROM safe_thing", [()])], wait=0.01)
    index.close()


def test_all_who_make_it_at_once_can_use_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or whoever lost would keep nothing of what it reads."""
    for patience in ("_BEING_OPENED", "_BEING_MADE"):
        monkeypatch.setattr(index_file, patience, 60.0)  # however slow the disk
    for number in range(10):
        path, together = str(tmp_path / f"{number}" / "i.sqlite"), Barrier(4)

        def opened_with_others(path: str = path, together: Barrier = together) -> object:
            index = Index(path)
            together.wait()
            index.keep_document("name", "signature", "body")
            found = index.ask("SELECT 7")
            index.close()
            return found

        with ThreadPoolExecutor(4) as threads:
            found = [threads.submit(opened_with_others) for _ in range(4)]
        assert [each.result() for each in found] == [[(7,)]] * 4
