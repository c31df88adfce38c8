"""Leaving asks once about texts that weren't saved; a refused save says that the text is kept."""

from __future__ import annotations

import errno
import os

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static, TextArea

from tests.factories import NASTY, Refusing
from tests.tui.conftest import NewClient
from tests.tui.test_home import read
from tests.tui.test_meeting import opened as meeting
from tests.tui.test_missing import answer, notes, rolled_back
from tests.tui.waiting import question, until
from vooraf.actions.notes import note
from vooraf.actions.settings import Settings
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.leaving import LeavingBox
from vooraf.tui.screens.words_box import WordsBox
from vooraf.tui.widgets.key_bar import KeyBar

SMALL = (80, 24)


async def opened(pilot: Pilot[int], client: str) -> None:
    await read(pilot)  # so that nothing is asked about what is wrong from now on
    await pilot.app.push_screen(ClientScreen(client))
    await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def asked(app: VoorafApp) -> str:
    """What the question says would be lost."""
    assert isinstance(app.screen, LeavingBox)
    return str(app.screen.query_one(".dialog--hint", Static).render())


def told(app: VoorafApp) -> str:
    return "\n".join(each.message for each in app._notifications)


def left(app: VoorafApp) -> bool:
    return app._exit


async def test_without_drafts_q_leaves_at_once(app: VoorafApp, new: NewClient) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, client)
        await press(pilot, "w", "a", "backspace", "escape")  # blank, as it was
        assert app.drafts == {}
        await pilot.press("q")
        assert left(app)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_a_draft_is_asked_about_and_staying_comes_first(
    app: VoorafApp, new: NewClient, key: str
) -> None:
    client = new("Noor Veldman")
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, client)
        await press(pilot, "w", *"later", "escape", key)
        assert "Note · Noor Veldman: “later”" in asked(app)
        keys = app.screen.query_one(KeyBar).shown()
        assert keys == [("enter", "enter", "choose"), ("escape", "esc", "stay")]
        await press(pilot, key, "q")  # the key that asked doesn't confirm, nor ask again
        assert sum(isinstance(each, LeavingBox) for each in app.screen_stack) == 1
        await press(pilot, "enter")
        assert isinstance(app.screen, ClientScreen)
        assert not left(app)
        await press(pilot, key, "down", "enter")
        assert left(app)


async def test_what_stands_in_an_open_box_is_asked_about_too(app: VoorafApp, new: NewClient) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, client)
        await press(pilot, "w", *"quite", "ctrl+q")
        assert "“quite”" in asked(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, WordsBox)
        assert app.screen.query_one(TextArea).text == "quite"


async def test_a_form_names_its_field_and_what_is_saved_is_asked_about_no_more(
    app: VoorafApp, house: Workspace
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await read(pilot)
        await press(pilot, "n", *"Noor", "escape", "q")
        assert "New client, Name: “Noor”" in asked(app)
        await press(pilot, "escape", "n")
        assert app.screen.query_one("#blank-name", Input).value == "Noor"
        await press(pilot, "ctrl+s")
        assert len(os.listdir(house.folder.clients)) == 1
        await pilot.press("q")
        assert left(app)


async def test_the_palette_and_a_click_ask_too(app: VoorafApp, new: NewClient) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, client)
        await press(pilot, "w", *"abc", "escape")
        bar = app.screen.query_one(KeyBar)
        line, start = next((line, start) for line, start, _, key in bar._places if key == "q")
        await pilot.click(KeyBar, offset=(start + 1, line))
        await pilot.pause()
        assert "“abc”" in asked(app)
        await press(pilot, "escape", "ctrl+p", *"quit")
        found = app.screen.query_one(OptionList)
        await until(pilot, lambda: [str(each.prompt)[:4] for each in found.options] == ["Quit"])
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, LeavingBox))
        assert "“abc”" in asked(app)


async def test_many_and_nasty_texts_fit_on_a_small_screen(app: VoorafApp, new: NewClient) -> None:
    client = new()
    for size in (SMALL, (20, 5)):
        app = VoorafApp(app.workspace, app.settings)
        async with app.run_test(size=size) as pilot:
            await opened(pilot, client)
            for number, text in enumerate(NASTY):
                app.drafts[f"note:{number}"] = text
                app.name_draft(f"note:{number}", text)
            await press(pilot, "q")
            assert f"and {len([text for text in NASTY if text.strip()]) - 4} others" in asked(app)
            assert "\x1b" not in asked(app)
            await press(pilot, "enter")
            assert not left(app)


async def test_a_full_disk_keeps_the_text_and_says_so(
    app: VoorafApp, house: Workspace, new: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, client)
        await press(pilot, "w", *"gold")
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", Refusing(os.write, errno.ENOSPC))
            await press(pilot, "ctrl+s")
        assert notes(house, client) == []
        assert "Not saved" in told(app)
        assert "kept until you leave Vooraf" in told(app)
        await press(pilot, "q")
        assert "“gold”" in asked(app)
        await press(pilot, "enter", "w", "ctrl+s")
        assert notes(house, client) == ["gold"]
        await pilot.press("q")
        assert left(app)


async def test_a_reason_that_the_disk_refused_is_a_draft_again(
    app: VoorafApp, new: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, client)
        await press(pilot, "b", "down", "down", "enter", *"train")
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", Refusing(os.write, errno.ENOSPC))
            await press(pilot, "ctrl+s")
        assert "kept until you leave Vooraf" in told(app)
        await press(pilot, "q")
        assert "Why · Noor Veldman: “train”" in asked(app)


async def test_the_key_that_pauses_can_be_another_one(house: Workspace, new: NewClient) -> None:
    client = new()
    app = VoorafApp(house, Settings(keys={"screen.pause": "z"}))
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await meeting(pilot, client, "enter", "w", "x", "escape")
        await pilot.pause()
        assert told(app) == ""
        assert ("z", "z", "pause (words not saved)") in screen.query_one(KeyBar).shown()
        await press(pilot, "z")
        assert app.screen is not screen


async def test_a_meeting_does_not_say_that_nothing_is_lost_while_words_are_not_saved(
    app: VoorafApp, house: Workspace, new: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = new()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await meeting(pilot, client, "enter")
        keys = screen.query_one(KeyBar)
        assert ("escape", "esc", "pause (nothing is lost)") in keys.shown()
        await press(pilot, "w")
        app.screen.query_one(TextArea).text = "ja hoor"
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", Refusing(os.write, errno.ENOSPC))
            await press(pilot, "ctrl+s")
        assert ("escape", "esc", "pause (words not saved)") in keys.shown()
        assert "nothing is lost" not in str(keys.shown())
        await press(pilot, "w", "ctrl+s")
        assert ("escape", "esc", "pause (nothing is lost)") in keys.shown()
        assert "ja hoor" in str(view(house, client).client.events[-1].data)
        await press(pilot, "enter", "w", *"nee", "escape", "escape")
        assert "kept until you leave Vooraf" in told(app)
        await press(pilot, "q")
        assert "“nee”" in asked(app)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (("enter",), "Nothing was saved: the diary is as it was."),
        (("down", "down", "enter"), "What you did just before wasn't saved: do it again."),
    ],
)
async def test_a_tick_that_led_to_the_question_is_said_not_to_be_saved(
    app: VoorafApp, house: Workspace, new: NewClient, keys: tuple[str, ...], said: str
) -> None:
    client = new()
    note(house, client, "One.")
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, client)
        rolled_back(house, client)
        await pilot.press("space")
        await question(pilot)
        await answer(pilot, *keys)
        assert isinstance(app.screen, ClientScreen)
        assert said in told(app)
        assert all(event.kind != "told" for event in view(house, client).client.events)


async def test_words_that_led_to_the_question_are_kept(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    note(house, client, "One.")
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, client)
        rolled_back(house, client)
        await press(pilot, "w", *"Three.", "ctrl+s")
        await question(pilot)
        await answer(pilot, "down", "down", "enter")
        assert "1 event put back.\nYour text isn't saved" in told(app)
        await press(pilot, "w", "ctrl+s")
        assert notes(house, client) == ["One.", "Two.", "Three."]
