"""Keys of the owner's own: two actions with one key are told at the start."""

from __future__ import annotations

import pytest

from tests.tui.conftest import NewClient
from vooraf.actions.settings import Settings, settings_path
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.widgets.key_bar import KeyBar


async def told(workspace: Workspace, keys: dict[str, str]) -> list[str]:
    """What is told at the start with these keys in the settings."""
    app = VoorafApp(workspace, Settings(keys=keys))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        return [each.message for each in app._notifications]


async def test_a_key_that_another_action_has_anyhow_is_told_with_what_to_write(house: Workspace) -> None:
    said = (
        f"In {settings_path(house.config())} “client.tell” (told) has the key c, and so has "
        "“client.confirm” (confirmed): give one of them another key there, such as "
        '"client.confirm" = "a".'
    )
    assert await told(house, {"client.tell": "c"}) == [said]
    assert await told(house, {"client.tell": "c", "client.confirm": "a"}) == []


@pytest.mark.parametrize(
    ("keys", "told_of"),
    [
        ({"client.tell": "j"}, "“client.tell” (told) has the key j, and so has “list.down” (down)"),
        ({"screen.quit": "v", "client.tell": "v"}, "“screen.quit” (quit) has the key v, and so has"),
        ({"client.tel": "v"}, "names “client.tel”, and no key has that id"),
        ({"screen.help": "/"}, "“screen.help” (help) has the key slash, and so has “home.filter”"),
    ],
)
async def test_what_is_told_of_keys(house: Workspace, keys: dict[str, str], told_of: str) -> None:
    assert told_of in "\n".join(await told(house, keys))


@pytest.mark.parametrize(
    "keys",
    [
        {"client.tell": "v"},
        {"screen.quit": "f9,ctrl+q", "choice.choose": "f8"},
        {"meeting.begin": "g", "meeting.next": "g", "meeting.end": "g"},  # each has its own page
        {"home.due": "e"},  # elsewhere it is another one
    ],
)
async def test_of_keys_that_nothing_else_has_nothing_is_told(house: Workspace, keys: dict[str, str]) -> None:
    assert await told(house, keys) == []


async def test_a_key_of_the_owners_own_is_shown_where_the_usual_one_was(
    house: Workspace, new: NewClient
) -> None:
    app = VoorafApp(house, Settings(keys={"client.tell": "v"}))
    client = new()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ClientScreen(client))
        await pilot.pause()
        shown = [said for _key, _written, said in app.screen.query_one(KeyBar).shown()]
        assert shown[:3] == ["in full", "told", "confirmed"]
