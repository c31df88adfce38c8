"""Whatever becomes of the index, the list is the same as with none, and no fault of it reaches the owner."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.factories import a_workspace
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.finding import find
from vooraf.actions.items import tell
from vooraf.actions.notes import note
from vooraf.actions.overview import Overview, overview, overview_before
from vooraf.actions.view import view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vooraf.actions.workspace import Workspace

COUNT = 6


@pytest.fixture
def clients(workspace: Workspace) -> list[str]:
    """Six clients, one of whom was told something."""
    given = {"checklist": "photographer", "language": "en"}
    found = [new_client(workspace, f"Client {number}", given).client for number in range(COUNT)]
    tell(workspace, found[0], ("scope",))
    note(workspace, found[1], "brings a dog")
    workspace.index.close()
    return found


def later(folder: Path) -> Workspace:
    """Another run of the program on the same folders, a minute later: files of now are old enough to be trusted."""
    workspace = a_workspace(folder)
    workspace.remembered._clock = lambda: os.stat(workspace.folder.clients).st_ctime_ns + 60 * 10**9
    return workspace


def indexed(folder: Path) -> Path:
    """The index after two runs, everything in it."""
    for _ in range(2):
        run = later(folder)
        overview(run)
        run.index.close()
    return Path(run.index.path)


def without(folder: Path) -> Overview:
    """The list of a run that has no index."""
    run = a_workspace(folder, device="another device", seed=1)
    shutil.copytree(folder / "state" / "safety", folder / "another device" / "safety", dirs_exist_ok=True)
    return overview(run)


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


DAMAGE: tuple[Callable[[Path], None], ...] = (
    *(deleted, truncated, emptied, rubbish, rubbish_behind_the_head, folder_in_its_place, newer, older),
    *(of_another_program, broken_bodies, bodies_of_other_types, numbers_of_other_types, bodies_of_no_text),
    settled_but_empty,
)


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
@pytest.mark.usefixtures("clients")
def test_a_damaged_index_gives_the_list_of_none(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    expected = without(tmp_path)
    damage(indexed(tmp_path))
    check(tmp_path, expected)


@pytest.mark.usefixtures("clients")
@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_every_question_has_its_answer_beside_a_damaged_index(
    tmp_path: Path, clients: list[str], damage: Callable[[Path], None]
) -> None:
    damage(indexed(tmp_path))
    assert [find(later(tmp_path), f"client-{number}") for number in range(COUNT)] == clients
    assert [view(later(tmp_path), client).client.id for client in clients] == clients
    run = later(tmp_path)
    tell(run, clients[2], ("scope",))
    edit_client(run, clients[3], {"name": "Zoë"})
    assert find(later(tmp_path), "zoe") == clients[3]
    check(tmp_path, without(tmp_path))


def check(folder: Path, expected: Overview) -> None:
    """Three runs, of which the first may mend the index, give what is expected; before that nothing is raised."""
    for _ in range(3):
        run = later(folder)
        overview_before(run)
        assert overview(run) == expected
        assert overview(run) == expected
        run.index.close()


LOCKING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA locking_mode = EXCLUSIVE") if sys.argv[2] == "EXCLUSIVE" else None
connection.execute(f"BEGIN {sys.argv[2]}")
connection.execute("UPDATE document SET body = body")
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def locked() -> Iterator[Callable[[Path, str], None]]:
    """Has another process lock the index until the end of the test."""
    programs = []

    def lock(path: Path, how: str) -> None:
        program = subprocess.Popen(
            [sys.executable, "-c", LOCKING, str(path), how], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        programs.append(program)
        assert program.stdout is not None
        assert program.stdout.readline() == b"locked\n"

    yield lock
    for program in programs:
        program.communicate()


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_an_index_that_another_process_locks_is_not_waited_for(
    tmp_path: Path, clients: list[str], locked: Callable[[Path, str], None], how: str
) -> None:
    path = indexed(tmp_path)
    locked(path, how)
    check(tmp_path, without(tmp_path))
    run = later(tmp_path)
    tell(run, clients[2], ("scope",))
    assert find(later(tmp_path), "client-4") == clients[4]
    check(tmp_path, without(tmp_path))
    assert path.exists()


def test_a_stale_index_shows_nothing_old(tmp_path: Path, clients: list[str], workspace: Workspace) -> None:
    path = indexed(tmp_path)
    old = path.read_bytes()
    tell(workspace, clients[2], ("scope",))
    edit_client(workspace, clients[3], {"name": "Zoë"})
    new_client(workspace, "Somebody", {"checklist": "photographer", "language": "en"})
    os.unlink(view(workspace, clients[5]).file)
    workspace.index.close()
    for ending in ("-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    path.write_bytes(old)
    check(tmp_path, without(tmp_path))
    assert find(later(tmp_path), "zoe") == clients[3]
