"""On a small screen each box shows its keys, however much else stands in it."""

from __future__ import annotations

import pytest

from tests.tui.conftest import NewClient
from tests.tui.test_home import read
from tests.tui.waiting import until
from vooraf import locale
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.rule_boxes import WordingBox
from vooraf.tui.widgets.key_bar import KeyBar


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("keys", "box"), [(("enter", "T"), ChoiceBox), (("H", "w", "enter"), WordingBox)])
async def test_the_keys_of_a_box_are_in_sight(
    app: VoorafApp, new: NewClient, language: str, keys: tuple[str, ...], box: type[object]
) -> None:
    new()
    locale.choose(language)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.screen, box))
        frame, bar = app.screen.query_one(".dialog"), app.screen.query_one(KeyBar)
        assert bar.region.height == 1
        assert frame.content_region.contains_region(bar.region)


async def test_the_space_bar_has_its_dutch_name(app: VoorafApp, new: NewClient) -> None:
    new()
    locale.choose("nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ClientScreen))
        shown = app.screen.query_one(KeyBar).shown()
        assert ("space", "spatie", "verteld") in shown
