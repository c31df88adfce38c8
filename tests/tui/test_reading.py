"""Many diaries that changed are read beside the screen: it says how far that is, and can be stopped."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import event, told, written
from tests.tui.test_home import names, pane, read
from tests.tui.waiting import until
from vooraf.actions import indexing
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.widgets.client_list import ClientList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from vooraf.actions.workspace import Workspace

COUNT = 3 * indexing.LEAST
HELD = """
import os, time
now = time.time_ns
time.time_ns = lambda: now() + 60 * 10**9  # what was written for this test is as good as old
import vooraf.storage.diary_files as files
number, read = 0, files.read_diary

def held(*given):
    global number
    number += 1
    end = time.monotonic() + 60
    while number > {free} and not os.path.exists({go_on!r}) and time.monotonic() < end:
        time.sleep(0.01)
    return read(*given)

files.read_diary = held
"""
"""What makes each process that reads beside the screen wait after its first part, until a file is there."""


@pytest.fixture
def many(house: Workspace) -> Workspace:
    folder = Path(house.folder.clients)
    folder.mkdir(parents=True)
    for number in range(COUNT):
        opened = event("opened", 1, name=f"Client {number:03d}", language="en", checklist="photographer")
        content = written(opened, told(2), client=f"c{number:05d}")
        (folder / f"client-c{number:05d}.toml").write_bytes(content)
    return house


@pytest.fixture
def go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Has reading go on, which stops after a part."""
    path = tmp_path / "go on"
    held = HELD.format(free=indexing._TOGETHER, go_on=str(path))
    monkeypatch.setattr(
        indexing, "_PROGRAM", indexing._PROGRAM.replace("; from vooraf", f"\n{held}\nfrom vooraf")
    )
    return path.touch


async def until_it_reads(pilot: Pilot[int]) -> HomeScreen:
    """The first screen, when some of the diaries were read, and the others weren't."""
    home = pilot.app.screen_stack[0]
    assert isinstance(home, HomeScreen)
    await until(pilot, lambda: home.reading.done > 0)
    home._say_reading()
    return home


async def test_it_is_said_how_far_reading_is(many: Workspace, go_on: Callable[[], None]) -> None:
    async with VoorafApp(many).run_test(size=(100, 30)) as pilot:
        home = await until_it_reads(pilot)
        assert re.search(rf"reading \d+ of {COUNT} · esc stops", home.query_one(ClientList).empty)
        await pilot.press("s")
        assert [each.message for each in pilot.app._notifications] == [
            "One moment: Vooraf is still reading your clients."
        ]
        go_on()
        await read(pilot)
        assert pane(home, "state").startswith(f"{COUNT} clients")
        assert "reading" not in pane(home, "state")


async def test_esc_stops_and_the_next_start_goes_on(many: Workspace, go_on: Callable[[], None]) -> None:
    async with VoorafApp(many).run_test(size=(100, 30)) as pilot:
        home = await until_it_reads(pilot)
        await pilot.press("escape")
        go_on()  # it stops at the next part that comes
        await read(pilot)
        assert "diaries read; the others at the next start" in pane(home, "state")
        there = len(home.everybody or ())
        assert 0 < there < COUNT
        await pilot.press("down", "down")
        home.look()
        assert home.client == "c00002"
        assert home.looking
        assert home.looking.is_finished
    async with VoorafApp(many).run_test(size=(100, 30)) as pilot:
        home = await read(pilot)
        assert len(home.everybody or ()) == COUNT
        assert names(home)[0].startswith("Client 000")


def rename_first(folder: str) -> None:
    """Write every diary anew; the first client has another name from then on."""
    for path in Path(folder).iterdir():
        path.write_bytes(path.read_bytes().replace(b"Client 000", b"Zoe"))


async def test_the_cursor_stays_while_what_changed_moves_in(many: Workspace) -> None:
    async with VoorafApp(many).run_test(size=(100, 30)) as pilot:
        home = await read(pilot)
        await pilot.press(*["down"] * 5)
        rename_first(many.folder.clients)
        home.look()
        await read(pilot)
        assert home.clients.chosen
        assert home.clients.chosen.client == home.client == "c00005"
        assert names(home)[0].startswith("Client 001")
