"""An index that another process holds, or that is older than the files: the list is the same as with none."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.indexes import check, indexed, later, without
from vooraf.actions.clients import edit_client, new_client
from vooraf.actions.finding import find
from vooraf.actions.items import tell
from vooraf.actions.overview import overview
from vooraf.actions.view import view
from vooraf.storage.diaries import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vooraf.actions.workspace import Workspace

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
    tmp_path: Path,
    clients: list[str],
    locked: Callable[[Path, str], None],
    how: str,
    took: Callable[[str, float], None],
) -> None:
    path = indexed(tmp_path)
    locked(path, how)
    began = time.perf_counter()
    check(tmp_path, without(tmp_path))
    took("indexes that another process holds, listed as with none", time.perf_counter() - began)
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
    told = overview(later(tmp_path)).problems
    assert [(each.message, each.data["client"]) for each in told] == [(MISSING, clients[5])]
    check(tmp_path, without(tmp_path)._replace(problems=told))
    assert find(later(tmp_path), "zoe") == clients[3]
