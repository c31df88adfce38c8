"""Keys that are typed in one burst, before any of them is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import ClassVar

import pytest
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input

from tests.tui.conftest import NewClient
from tests.tui.test_home import read
from tests.tui.waiting import until
from vooraf import tui
from vooraf.actions.settings import Settings
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.diary import DiaryScreen
from vooraf.tui.screens.home import HomeScreen


class Burst(VoorafApp):
    """The program with a key that says when all keys before it were answered."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f12", "seen", priority=True)]
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        Path(tui.__file__).parent / each for each in VoorafApp.CSS_PATH
    ]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Settings())
        self.seen = asyncio.Event()

    def action_seen(self) -> None:
        self.seen.set()

    async def type(self, *keys: str) -> None:
        """Have all of these keys wait in the program's queue before it sees the first; wait until the last."""
        self.seen.clear()
        for key in (*keys, "f12"):
            self.post_message(Key({" ": "space"}.get(key, key), key if len(key) == 1 else None))
        await self.seen.wait()


@pytest.fixture
def app(house: Workspace, monkeypatch: pytest.MonkeyPatch) -> Burst:
    monkeypatch.setattr("vooraf.tui.typed._LONGEST", 60.0)  # a slow machine is no fault
    return Burst(house)


async def test_what_is_typed_behind_the_key_that_opens_a_box_stands_in_the_box(
    app: Burst, new: NewClient
) -> None:
    new()
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await app.type("n", *"Hanna N.", "tab", *"2026-11-24 10:00")
        assert [field.value for field in app.screen.query(Input)][:2] == ["Hanna N.", "2026-11-24 10:00"]


async def test_a_key_behind_the_one_that_opens_a_client_counts_on_the_clients_screen(
    app: Burst, new: NewClient
) -> None:
    new()
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await app.type("enter", "d")  # on the first screen it is what is due
        assert isinstance(app.screen, DiaryScreen)
        await app.type("escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_whole_job_in_one_burst_is_done_key_by_key(
    app: Burst, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await app.type("enter", "c", *"thirty, yes", "ctrl+s", "down", "space", "w", *"called", "ctrl+s", "u")
        assert isinstance(app.screen, ClientScreen)
        events = view(house, client).client.events
        assert [event.kind for event in events] == ["opened", "confirmed", "told", "note", "undone"]
        assert events[1].text("words") == "thirty, yes"
        assert events[4].text("target") == events[3].batch


async def test_a_key_behind_the_one_that_leaves_a_box_is_not_lost_in_it(app: Burst, new: NewClient) -> None:
    new()
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await app.type("enter", "w", *"half", "escape", "d")
        assert isinstance(app.screen, DiaryScreen)
        assert "half" in app.drafts.values()


async def test_keys_are_handed_on_also_when_what_is_under_way_never_ends(
    app: Burst, new: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    new()
    monkeypatch.setattr(HomeScreen, "call_later", _dropping(HomeScreen.call_later))
    monkeypatch.setattr("vooraf.tui.typed._LONGEST", 0.0)
    async with app.run_test(size=(80, 24)) as pilot:
        await read(pilot)
        await app.type("down", "n", "x")
        await until(pilot, lambda: not isinstance(app.screen, HomeScreen))


def _dropping(call_later: Callable[..., bool]) -> Callable[..., bool]:
    """Takes what keys wait for, and never calls it."""

    def dropped(screen: HomeScreen, callback: Callable[..., object], *given: object) -> bool:
        return callback.__name__ == "_up" or call_later(screen, callback, *given)

    return dropped
