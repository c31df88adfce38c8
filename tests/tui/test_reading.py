"""Many diaries that changed are read beside the screen: it says how far that is, and can be stopped."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.factories import event, told, written
from tests.tui.test_home import names, pane, read
from vooraf.actions import indexing
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.widgets.client_list import ClientList

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from vooraf.actions.workspace import Workspace

COUNT = 3 * indexing.LEAST
SLOW = "import time; import vooraf.storage.diary_files as files; read = files.read_diary; "
SLOW += "files.read_diary = lambda *given: time.sleep(0.02) or read(*given); "
LATER = "import time; now = time.time_ns; time.time_ns = lambda: now() + 60 * 10**9; "


@pytest.fixture
def many(house: Workspace) -> Workspace:
    folder = Path(house.folder.clients)
    folder.mkdir(parents=True)
    for number in range(COUNT):
        opened = event("opened", 1, name=f"Client {number:03d}", language="en", checklist="photographer")
        content = written(opened, told(2), client=f"c{number:05d}")
        (folder / f"client-c{number:05d}.toml").write_bytes(content)
    return house


async def until_it_reads(pilot: Pilot[int]) -> HomeScreen:
    home = pilot.app.screen_stack[0]
    assert isinstance(home, HomeScreen)
    while home.reading.done < COUNT // 10:
        await pilot.pause(0.05)
    home._say_reading()
    await pilot.pause()
    return home


async def test_it_is_said_how_far_reading_is(many: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    source = SLOW.replace("0.02", "0.005")
    monkeypatch.setattr(
        indexing, "_PROGRAM", indexing._PROGRAM.replace("from vooraf", source + "from vooraf")
    )
    async with VoorafApp(many).run_test(size=(100, 30)) as pilot:
        home = await until_it_reads(pilot)
        assert re.search(rf"reading \d+ of {COUNT} · esc stops", home.query_one(ClientList).empty)
        await pilot.press("s")
        assert [each.message for each in pilot.app._notifications] == [
            "One moment: Vooraf is still reading your clients."
        ]
        await read(pilot)
        assert pane(home, "state").startswith(f"{COUNT} clients")
        assert "reading" not in pane(home, "state")


async def test_esc_stops_and_the_next_start_goes_on(many: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    source = indexing._PROGRAM.replace("from vooraf", SLOW + "from vooraf")
    monkeypatch.setattr(indexing, "_PROGRAM", LATER + source)
    async with VoorafApp(many).run_test(size=(100, 30)) as pilot:
        home = await until_it_reads(pilot)
        await pilot.press("escape")
        await read(pilot)
        assert "diaries read; the others at the next start" in pane(home, "state")
        there = len(home.everybody or ())
        assert 0 < there < COUNT
        await pilot.press("down", "down")
        home.look()
        assert home.client == "c00002"
        assert home.looking
        assert home.looking.is_finished
    monkeypatch.undo()
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
