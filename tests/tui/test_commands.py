"""``ctrl+p``: the commands of a screen are found by the name that the foot of the screen has for them."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import NewClient
from tests.tui.test_home import read
from vooraf import locale
from vooraf.tui.app import VoorafApp
from vooraf.tui.commands import Commands
from vooraf.tui.screens.help import HelpScreen
from vooraf.tui.screens.home import HomeScreen


async def found(pilot: Pilot[int], query: str) -> list[str]:
    """What the palette shows for ``query``."""
    provider = Commands(pilot.app.screen)
    return [str(hit.prompt) for hit in [each async for each in provider.search(query)]]


@pytest.mark.parametrize(
    ("language", "query", "name"),
    [
        ("en", "house rules", "House rules: "),
        ("nl", "huisregels", "Huisregels: "),
        ("nl", "wijzigingen", "Wijzigingen: "),
        ("nl", "draaiboek", "Draaiboek: "),
        ("nl", "kleuren", "Instellingen: "),
    ],
)
async def test_a_command_is_found_by_its_name(
    app: VoorafApp, new: NewClient, language: str, query: str, name: str
) -> None:
    new("Noor Veldman")
    locale.choose(language)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        assert any(each.startswith(name) for each in await found(pilot, query))


async def test_what_no_command_is_called_is_said_in_dutch_and_shows_the_keys(
    app: VoorafApp, new: NewClient
) -> None:
    new("Noor Veldman")
    locale.choose("nl")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        (only,) = [each async for each in Commands(pilot.app.screen).search("zzxxqq")]
        assert str(only.match_display) == "Zo heet geen opdracht van dit scherm."
        await only.command()  # type: ignore[misc] # as the palette calls it
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpScreen)
        assert isinstance(pilot.app.screen_stack[0], HomeScreen)
