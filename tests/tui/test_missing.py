"""What a diary no longer holds is asked about at the start, and before anything is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.conftest import NewClient
from tests.tui.test_home import read
from tests.tui.waiting import question
from vooraf.actions.missing import missing
from vooraf.actions.notes import note
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.widgets.pane import Pane


def rolled_back(workspace: Workspace, client: str) -> Path:
    """Write a note and put the file before it back; gives the file."""
    file = Path(view(workspace, client).file)
    old = file.read_bytes()
    note(workspace, client, "Two.")
    file.write_bytes(old)
    return file


def moved(workspace: Workspace) -> Path:
    """Move the folder with the diaries; gives its path before."""
    clients = Path(workspace.folder.clients)
    clients.rename(clients.with_name("moved"))
    return clients


def in_conflict(workspace: Workspace, client: str) -> Path:
    """Write a note into a conflict copy alone; gives the copy."""
    file = Path(view(workspace, client).file)
    old = file.read_bytes()
    note(workspace, client, "There.")
    copy = file.with_name(f"{file.stem}.sync-conflict-20261122-101504-ABCDEFG.toml")
    file.rename(copy)
    file.write_bytes(old)
    return copy


@pytest.fixture
def noor(house: Workspace, new: NewClient) -> str:
    """A client whose diary lacks a note."""
    client = new()
    note(house, client, "One.")
    rolled_back(house, client)
    return client


def notes(workspace: Workspace, client: str) -> list[str]:
    return [event.text("text") for event in view(workspace, client).client.notes]


async def answer(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_first_answer_changes_nothing(app: VoorafApp, house: Workspace, noor: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        box = await question(pilot)
        assert "It has gone from the diary" in str(box.query_one(".dialog--hint", Static).render())
        await answer(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
        assert len(missing(house)) == 1
        assert "has gone from the diary" in app.screen.query_one("#problems", Pane).text
        assert notes(house, noor) == ["One."]


async def test_behind_what_is_wrong_with_files_it_is_asked_again(
    app: VoorafApp, house: Workspace, noor: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await question(pilot)
        await answer(pilot, "enter")
        await pilot.press("exclamation_mark", "escape")
        await question(pilot)
        await answer(pilot, "down", "down", "enter")
        assert notes(house, noor) == ["One.", "Two."]


async def test_they_can_be_looked_at_and_put_back(app: VoorafApp, house: Workspace, noor: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await question(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LinesBox)
        assert "Two." in app.screen.query_one(Pane).text
        await pilot.press("escape")
        await pilot.pause()
        await answer(pilot, "down", "down", "enter")
        assert notes(house, noor) == ["One.", "Two."]
        assert missing(house) == ()


async def test_a_folder_that_is_not_there_is_told_and_nothing_is_asked(
    app: VoorafApp, house: Workspace, noor: str
) -> None:
    clients = moved(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        told = f"The folder {clients} isn't there"
        assert app.screen.clients.empty.startswith(told)
        assert "1 problem" in app.screen.query_one("#problems", Pane).text
        assert [each.client.id for each in missing(house)] == [noor]


async def test_accepting_is_asked_twice(app: VoorafApp, house: Workspace, noor: str) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await question(pilot)
        await pilot.press("up", "enter")  # from the first to the last
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert len(missing(house)) == 1
        await pilot.press("up", "enter")
        await pilot.pause()
        await answer(pilot, "down", "enter")
        assert missing(house) == ()
        assert notes(house, noor) == ["One."]


async def test_what_would_write_asks_first(app: VoorafApp, house: Workspace, new: NewClient) -> None:
    client = new()
    note(house, client, "One.")
    async with app.run_test(size=(120, 36)) as pilot:
        await read(pilot)
        file = rolled_back(house, client)
        before = os.stat(file).st_size
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ClientScreen)
        await pilot.press("u")
        await question(pilot)
        assert os.stat(file).st_size == before
        await answer(pilot, "down", "down", "enter")
        assert isinstance(app.screen, ClientScreen)
        assert notes(house, client) == ["One.", "Two."]


async def test_a_conflict_copy_is_taken_in_beside_the_screen(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    copy = in_conflict(house, client)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await read(pilot)
        assert copy.name not in os.listdir(copy.parent)
        assert notes(house, client) == ["There."]
        assert home.query_one("#problems", Pane).text.rstrip().endswith("…")  # a file's name is long
        await pilot.press("exclamation_mark")
        await pilot.pause()
        assert "was taken into this diary" in " ".join(app.screen.query_one(Pane).text.split())
