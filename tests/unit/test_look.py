"""All diaries against the index: whose line isn't proven, and which files are theirs."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.factories import a_workspace
from tests.faults.indexes import later
from vooraf.actions.clients import new_client
from vooraf.actions.notes import note
from vooraf.actions.overview import overview
from vooraf.actions.rows import context
from vooraf.storage.diary_files import signature_of

if TYPE_CHECKING:
    from pathlib import Path

    from vooraf.actions.workspace import Workspace
    from vooraf.storage.look import Look

GIVEN = {"checklist": "studio", "language": "en"}


@pytest.fixture
def bas(shop: Workspace) -> str:
    return new_client(shop, "Bas", GIVEN).client


@pytest.fixture
def run(noor: str, bas: str, tmp_path: Path) -> Workspace:
    """A run in which the lines of Noor and Bas are proven."""
    assert noor != bas
    overview(later(tmp_path))
    return later(tmp_path)


def look(workspace: Workspace) -> Look:
    return workspace.store.look(context(workspace))


def test_lines_of_unchanged_files_are_proven(run: Workspace, noor: str, bas: str) -> None:
    found = look(run)
    assert (found.clients, found.unproven, found.problems) == ({noor, bas}, {}, ())


def test_without_an_index_nothing_is_proven(run: Workspace, noor: str, bas: str, tmp_path: Path) -> None:
    found = look(a_workspace(tmp_path, device="another"))
    assert found.clients == {noor, bas}
    assert {client: len(files) for client, files in found.unproven.items()} == {noor: 1, bas: 1}
    assert run.index.is_there()


def test_a_file_that_grew_is_its_clients_with_the_state_that_it_has_now(run: Workspace, noor: str) -> None:
    note(run, noor, "called")
    path = run.store.load(noor).file
    assert look(run).unproven == {noor: {path: signature_of(path)}}


def test_a_copy_is_read_with_the_file_that_it_is_a_copy_of(run: Workspace, noor: str, tmp_path: Path) -> None:
    path = run.store.load(noor).file
    copy = path.replace(".toml", ".sync-conflict-20261122-120000-ABCDEFG.toml")
    shutil.copy(path, copy)
    assert look(run).unproven.keys() == {noor}
    assert set(look(run).unproven[noor]) == {path, copy}
    overview(later(tmp_path))
    assert look(later(tmp_path)).unproven == {}  # the line of both is proven by both
    os.unlink(copy)
    assert look(later(tmp_path)).unproven == {noor: {path: signature_of(path)}}


def test_a_client_without_a_file_is_not_there(run: Workspace, noor: str, bas: str) -> None:
    os.unlink(run.store.load(noor).file)
    found = look(run)
    assert (found.clients, found.unproven) == ({bas}, {noor: {}})


def test_a_file_that_became_somebody_elses_is_theirs_alone(run: Workspace, noor: str, bas: str) -> None:
    path, other = run.store.load(noor).file, run.store.load(bas).file
    shutil.copy(other, path)
    found = look(run)
    assert found.clients == {bas}
    assert found.unproven == {noor: {}, bas: {each: signature_of(each) for each in sorted((path, other))}}


def test_lines_made_in_other_house_rules_are_not_proven_and_their_files_are_prepared(
    run: Workspace, noor: str, bas: str, tmp_path: Path
) -> None:
    with open(run.folder.rules, "w", encoding="utf-8") as rules:
        rules.write("schema = 1\n[value]\nrounds = 3\n")
    asked: list[str] = []
    again = later(tmp_path)
    found = again.store.look(context(again), lambda paths: asked.extend(paths) is not None)
    assert sorted(asked) == sorted(again.store.load(each).file for each in (noor, bas))
    assert found.unproven.keys() == {noor, bas}


def test_by_a_clock_that_was_set_back_they_are_not_proven_either(
    run: Workspace, noor: str, bas: str, tmp_path: Path
) -> None:
    with open(run.folder.rules, "w", encoding="utf-8") as rules:
        rules.write("schema = 1\n[value]\nrounds = 3\n")
    again = a_workspace(tmp_path)
    again.remembered._clock = lambda: os.stat(again.folder.clients).st_mtime_ns  # the files are of just now
    assert look(again).unproven.keys() == {noor, bas}


def test_a_line_that_is_not_kept_leaves_none_behind(run: Workspace, tmp_path: Path) -> None:
    os.unlink(os.path.join(run.folder.checklists, "studio.toml"))
    again = later(tmp_path)
    assert len(overview(again).rows) == 2
    assert list(again.row_index.clients()) == []
    asked: list[str] = []
    after = later(tmp_path)
    after.store.look(context(after), lambda paths: asked.extend(paths) is not None)
    assert asked == []
