"""A key that does nothing now says why; the foot of the screen says how to reach what it has no room for."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Select, Static

from tests.tui.conftest import NewClient
from vooraf.actions.overview import overview
from vooraf.actions.settings import Settings
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.due import DueScreen
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.screens.house_rules import HouseRulesScreen
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.why_not import SENTENCES
from vooraf.tui.widgets.key_bar import KeyBar

SMALL = (80, 24)


async def settled(pilot: Pilot[int], *keys: str) -> None:
    """Press these keys, and wait until nothing is read any more."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def told(app: VoorafApp) -> str:
    """What stands in the corner."""
    return " ".join(str(each.message) for each in app._notifications)


@pytest.mark.parametrize("key", ["s", "m", "d", "C", "slash", "u"])
async def test_without_a_client_a_key_says_that_there_is_none(app: VoorafApp, key: str) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, key)
        assert told(app) == "There is no client in the list yet. Key n adds one."


async def test_a_key_that_was_given_another_place_says_it_there(house: Workspace) -> None:
    app = VoorafApp(house, Settings(keys={"home.script": "v"}))
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "s")
        assert told(app) == ""
        await settled(pilot, "v")
        assert "no client" in told(app)


async def test_with_one_checklist_the_key_for_another_says_so(app: VoorafApp, new: NewClient) -> None:
    new("Noor Veldman")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "H", "c")
        assert "the only checklist" in told(app)


async def test_a_question_about_no_item_says_so(app: VoorafApp, new: NewClient) -> None:
    new("Noor Veldman")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "m", "c")
        assert told(app) == "The meeting hasn't begun: enter begins it."
        await settled(pilot, "enter", "c")
        assert told(app).startswith("This question isn't about an item")


async def test_a_second_client_of_the_same_name_is_asked_about(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Noor Veldman")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "n", *"noor", "space", *"veldman", "ctrl+s")
        assert "There is already a client called noor veldman." in str(
            app.screen.query_one(".dialog--fault", Static).render()
        )
        frame, keys = app.screen.query_one(".dialog").region, app.screen.query_one(KeyBar).region
        assert keys.bottom < frame.bottom  # what saves and what leaves is still in sight
        await settled(pilot, "ctrl+s")
        assert len({row.client for row in overview(house).rows}) == 2


def test_every_sentence_is_about_a_key_that_there_is() -> None:
    screens: tuple[type[Screen[None]], ...] = (HomeScreen, HouseRulesScreen, DueScreen, ScriptScreen)
    ids = {getattr(binding, "id", "") for screen in screens for binding in screen.BINDINGS}
    assert set(SENTENCES) - {"changes.announce"} <= ids


async def test_a_field_with_a_choice_says_which_key_opens_it(app: VoorafApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "n")
        keys = pilot.app.screen.query_one(KeyBar)
        assert ("enter", "enter", "choose") not in keys.shown()
        pilot.app.screen.query_one("#blank-checklist").focus()
        await pilot.pause()
        assert ("enter", "enter", "choose") in keys.shown()
        await pilot.press("enter")
        assert pilot.app.screen.query_one("#blank-checklist", Select).expanded


async def test_where_the_keys_are_cut_the_mouse_opens_the_palette(app: VoorafApp, new: NewClient) -> None:
    new("Noor Veldman")
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "enter")
        bar = pilot.app.screen.query_one(KeyBar)
        ((line, start, _end, _key),) = (place for place in bar._places if place[3] == "ctrl+p")
        await pilot.click(KeyBar, offset=(start + 1, line))
        await pilot.pause()
        assert type(pilot.app.screen).__name__ == "CommandPalette"
        assert sum(1 for key in bar.shown() if key[0] in {"T", "p", "A", "b", "M"}) == 5
