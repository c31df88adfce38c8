"""What is due: the lines on the first screen, and the screen with all of it."""

from __future__ import annotations

from datetime import timedelta

from textual.pilot import Pilot

from tests.factories import NASTY, NOW
from tests.tui.conftest import NewClient
from vooraf.actions.clients import edit_client
from vooraf.actions.items import confirm, tell
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.due import DueScreen
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.widgets.due_list import DueList
from vooraf.tui.widgets.item_list import ItemList
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.title_bar import TitleBar

SMALL, LARGE = (80, 24), (140, 40)
LONG_AGO = (NOW - timedelta(days=12)).date()


async def at_home(pilot: Pilot[int], app: VoorafApp) -> HomeScreen:
    home = app.screen
    assert isinstance(home, HomeScreen)
    await app.workers.wait_for_complete()
    await pilot.pause()
    return home


async def all_due(pilot: Pilot[int], app: VoorafApp) -> DueScreen:
    await at_home(pilot, app)
    await pilot.press("d")
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, DueScreen)
    await app.workers.wait_for_complete()
    await pilot.pause()
    return screen


def pane(screen: HomeScreen | DueScreen, name: str) -> str:
    return screen.query_one(f"#{name}", Pane).text


def rows(screen: DueScreen) -> list[str]:
    lines = screen.query_one(DueList)
    return ["".join(text for text, _ in lines.row(index, 78)).strip() for index in range(lines.row_count())]


async def test_a_line_on_the_first_screen_says_how_much_is_due(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new(meeting="2026-11-24T10:00")
    tell(house, client, ("price", "deposit"), "email", LONG_AGO)
    async with app.run_test(size=SMALL) as pilot:
        home = await at_home(pilot, app)
        first = pane(home, "due").splitlines()[0]
        assert first.startswith("Due   1 meeting · ")
        assert "2 without an answer" in first
        assert first.endswith("d shows all")


async def test_where_there_is_room_what_waits_the_longest_is_named(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    tell(house, new("Bas"), ("price",), "email", LONG_AGO)
    async with app.run_test(size=LARGE) as pilot:
        home = await at_home(pilot, app)
        told = next(line for line in pane(home, "due").splitlines() if "told, no answer" in line)
        assert "Bas" in told
        assert "Ask how it landed, and write down the answer" in told


async def test_what_is_done_on_a_clients_screen_is_no_longer_due(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    tell(house, client, ("price",), "email", LONG_AGO)
    async with app.run_test(size=SMALL) as pilot:
        screen = await all_due(pilot, app)
        assert "Told, no answer yet" in rows(screen)
        await pilot.press("end", "enter")
        await pilot.pause()
        opened = app.screen
        assert isinstance(opened, ClientScreen)
        here = opened.query_one(ItemList).here
        assert here is not None
        assert here.key == "price"
        confirm(house, client, ("price",), "fine", "phone")
        await pilot.press("escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Told, no answer yet" not in rows(screen)
        await pilot.press("escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "without an answer" not in pane(app.screen, "due")


async def test_the_days_of_silence_are_chosen(app: VoorafApp, house: Workspace, new: NewClient) -> None:
    tell(house, new(), ("price",), "email", LONG_AGO)
    async with app.run_test(size=SMALL) as pilot:
        screen = await all_due(pilot, app)
        await pilot.press("i", "end", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Told, no answer yet" not in rows(screen)
        assert screen.query_one(TitleBar).text.endswith("after 30 days")


async def test_while_nothing_changes_nothing_is_read_and_time_passes(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    edit_client(house, new("Bas"), {"meeting": "2026-11-22T10:00"})
    tell(house, new(), ("price",), "email", (NOW - timedelta(days=7)).date())
    async with app.run_test(size=SMALL) as pilot:
        screen = await all_due(pilot, app)
        read_first = screen.looking
        for minutes in range(60):
            house.now = lambda minutes=minutes: NOW + timedelta(minutes=minutes)
            screen.look_again()
        assert screen.looking is read_first
        assert "Meetings to come" in rows(screen)
        house.now = lambda: NOW + timedelta(hours=3)
        screen.look_again()
        await app.workers.wait_for_complete()
        assert "Meetings to come" not in rows(screen)
        assert "Told, no answer yet" not in rows(screen)
        house.now = lambda: NOW + timedelta(days=1)
        screen.look_again()
        await app.workers.wait_for_complete()
        assert "Told, no answer yet" in rows(screen)


async def test_beside_a_line_stand_its_items_and_the_one_thing_to_do(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    tell(house, new(), ("price", "deposit"), "email", LONG_AGO)
    async with app.run_test(size=LARGE) as pilot:
        screen = await all_due(pilot, app)
        await pilot.press("end")
        beside = pane(screen, "beside").splitlines()
        assert beside[0] == "Noor Veldman"
        assert "Ask how it landed, and write down the answer" in beside
        assert len(beside) == 7


async def test_with_nobody_there_is_nothing_to_open(app: VoorafApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        home = await at_home(pilot, app)
        await pilot.press("d")
        await pilot.pause()
        assert app.screen is home


async def test_names_that_have_stopped_a_program_before_are_text(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    for name in NASTY:
        edit_client(house, new(name), {"moment": "delivery"})
    async with app.run_test(size=(20, 5)) as pilot:
        screen = await all_due(pilot, app)
        await pilot.press("end", "up")
        assert len(rows(screen)) > len(NASTY)
        assert not any("\x1b" in row or "\u202e" in row for row in rows(screen))
