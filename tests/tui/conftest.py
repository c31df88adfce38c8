"""A workspace on a temporary folder with a fixed clock, and the program on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.factories import NOW
from vooraf import locale
from vooraf.actions.clients import new_client
from vooraf.actions.setting_up import set_up
from vooraf.actions.settings import Settings
from vooraf.actions.workspace import Workspace
from vooraf.storage.folder import DataFolder
from vooraf.tui.app import VoorafApp

NewClient = Callable[..., str]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("VOORAF_ASCII", raising=False)
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    locale.choose("en")
    yield
    locale.choose("en")


@pytest.fixture(autouse=True)
def _still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that blinks makes a picture differ from run to run."""
    monkeypatch.setattr(Input.cursor_blink, "_default", False)
    monkeypatch.setattr(TextArea.cursor_blink, "_default", False)


@pytest.fixture(autouse=True)
def _looks_when_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A look of its own every second would come at another point of a test on a slower machine."""
    monkeypatch.setattr("vooraf.tui.app.LOOK_EVERY", 3600.0)


@pytest.fixture(autouse=True)
def _presses_that_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key is pressed, or something is clicked on, when everything that came of it was done.

    Pilot waits until the program does nothing for a moment, as one does to which the machine gives no processor.
    In each round here every message is answered that waits; what answers it may send another one.
    """
    press, click = Pilot.press, Pilot.click

    async def done(pilot: Pilot[int]) -> None:
        for _round in range(3):
            await pilot.pause(0)

    async def pressed(pilot: Pilot[int], *keys: str) -> None:
        for key in keys:
            await press(pilot, key)
            await done(pilot)

    async def clicked(pilot: Pilot[int], *where: Any, **how: Any) -> bool:
        hit = await click(pilot, *where, **how)
        await done(pilot)
        return hit

    monkeypatch.setattr(Pilot, "press", pressed)
    monkeypatch.setattr(Pilot, "click", clicked)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty data folder on 22 November 2026, nine o'clock."""
    return Workspace(
        DataFolder(str(tmp_path / "data")),
        lambda: NOW,
        Random(7).randbytes,
        config=lambda: str(tmp_path / "config"),
        state=lambda: str(tmp_path / "state"),
    )


@pytest.fixture
def house(workspace: Workspace) -> Workspace:
    """The same after the first steps: a photographer with her values."""
    owner = {"name": "Studio Zuid", "trade": "photographer", "language": "en"}
    set_up(workspace, owner, {"rate": "75", "price": "450", "photo_price": "25"})
    return workspace


@pytest.fixture
def new(house: Workspace) -> NewClient:
    """Makes a client; gives the short id."""

    def make(name: str = "Noor Veldman", **given: object) -> str:
        return new_client(house, name, given).client

    return make


@pytest.fixture
def app(house: Workspace) -> VoorafApp:
    """The program after the first steps."""
    return VoorafApp(house, Settings())
