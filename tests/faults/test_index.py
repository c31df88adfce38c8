"""Whatever becomes of the index, the list is the same as with none, and no fault of it reaches the owner."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.faults.indexes import check, indexed, later, without
from vooraf.actions.clients import edit_client
from vooraf.actions.finding import find
from vooraf.actions.items import tell
from vooraf.actions.view import view

if TYPE_CHECKING:
    from collections.abc import Callable


def deleted(path: Path) -> None:
    path.unlink()


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def rubbish(path: Path) -> None:
    path.write_bytes(Random(1).randbytes(20_000))


def rubbish_behind_the_head(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:200] + Random(2).randbytes(len(content) - 200))


def folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


def told(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def newer(path: Path) -> None:
    told(path, "PRAGMA user_version = 99", "ALTER TABLE row RENAME TO line", "DROP TABLE reading")


def older(path: Path) -> None:
    told(path, "PRAGMA user_version = -1", "DROP TABLE reading")


def of_another_program(path: Path) -> None:
    path.unlink()
    told(path, "CREATE TABLE reading(path)", "PRAGMA user_version = 1")


def broken_bodies(path: Path) -> None:
    told(
        path,
        "UPDATE reading SET body = '[1, 2'",
        "UPDATE row SET body = '{}'",
        "UPDATE document SET body = '7'",
    )


def bodies_of_other_types(path: Path) -> None:
    told(
        path,
        "UPDATE reading SET body = x'ff00'",
        "UPDATE row SET body = NULL",
        "UPDATE document SET body = 7",
    )


def numbers_of_other_types(path: Path) -> None:
    told(
        path,
        "UPDATE reading SET size = 'a', seen = NULL, client = NULL",
        "UPDATE row SET stamp = 3, name = x'ff'",
    )


def bodies_of_no_text(path: Path) -> None:
    for table in ("reading", "row", "document"):
        told(path, f"UPDATE {table} SET body = CAST(x'5bff5d' AS TEXT)")


def settled_but_empty(path: Path) -> None:
    told(path, "DELETE FROM reading WHERE path LIKE '%client-%'")


def unsearchable(path: Path) -> None:
    told(path, "DROP TABLE sought")


def without_a_row_to_search(path: Path) -> None:
    told(path, "DELETE FROM sought")


DAMAGE: tuple[Callable[[Path], None], ...] = (
    *(deleted, truncated, emptied, rubbish, rubbish_behind_the_head, folder_in_its_place, newer, older),
    *(of_another_program, broken_bodies, bodies_of_other_types, numbers_of_other_types, bodies_of_no_text),
    *(settled_but_empty, unsearchable, without_a_row_to_search),
)


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
@pytest.mark.usefixtures("clients")
def test_a_damaged_index_gives_the_list_of_none(
    tmp_path: Path, damage: Callable[[Path], None], took: Callable[[str, float], None]
) -> None:
    expected = without(tmp_path)
    damage(indexed(tmp_path))
    began = time.perf_counter()
    check(tmp_path, expected)
    took("damaged indexes, each listed six times as with none", time.perf_counter() - began)


@pytest.mark.usefixtures("clients")
@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_every_question_has_its_answer_beside_a_damaged_index(
    tmp_path: Path, clients: list[str], damage: Callable[[Path], None]
) -> None:
    damage(indexed(tmp_path))
    assert [find(later(tmp_path), f"client-{number}") for number in range(len(clients))] == clients
    assert [view(later(tmp_path), client).client.id for client in clients] == clients
    run = later(tmp_path)
    tell(run, clients[2], ("scope",))
    edit_client(run, clients[3], {"name": "Zoë"})
    assert find(later(tmp_path), "zoe") == clients[3]
    check(tmp_path, without(tmp_path))
