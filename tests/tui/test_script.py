from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, Static

from tests.factories import NASTY
from tests.tui.conftest import NewClient
from vooraf.actions.scripts import UP_FRONT, script
from vooraf.actions.values import set_values
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.render.text import text
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.form_box import FormBox
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.title_bar import TitleBar

WIDE = (120, 36)
NARROW = (80, 24)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer without clipboard tools and printers: a folder on the PATH, and an empty home."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    for name in ("desk", "home", "spool"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "desk"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "spool"))
    return tmp_path / "desk"


def installed(desk: Path, name: str) -> Path:
    """A program that keeps what it is given; gives the file it is kept in."""
    kept = desk / f"{name}.got"
    program = desk / name
    program.write_text(f"#!/bin/sh\n/bin/cat > '{kept}'\n")
    program.chmod(0o700)
    return kept


def write(path: Path, content: str) -> None:
    path.write_text(content)


async def opened(pilot: Pilot[int], client: str, talk: str = "check-in") -> ScriptScreen:
    screen = ScriptScreen(client, talk)
    await pilot.app.push_screen(screen)
    await pilot.pause()
    return screen


async def taken_out(pilot: Pilot[int], key: str) -> None:
    """Press a key whose work goes on while the screen stays alive."""
    await pilot.press(key)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def top(pilot: Pilot[int]) -> Screen[object]:
    return pilot.app.screen


def told(app: VoorafApp) -> str:
    return "\n".join(notice.message for notice in app._notifications)


def sheet(screen: ScriptScreen) -> str:
    return screen.query_one("#page", Pane).text


def first_line(screen: ScriptScreen) -> str:
    return sheet(screen).splitlines()[0]


async def test_the_sheet_is_what_is_printed_in_this_talk_length_and_language(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new(meeting="2026-11-22T10:00")
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        seen = view(house, client)
        assert sheet(screen).splitlines() == text(script(house, seen)).splitlines()
        assert screen.query_one(TitleBar).text == "Noor Veldman · Check-in 10 minutes · English"

        await pilot.press("minus", "minus")
        assert sheet(screen).splitlines() == text(script(house, seen, minutes=8)).splitlines()
        await pilot.press("i", "home", "down", "enter")
        assert "5 minutes" in screen.query_one(TitleBar).text

        await pilot.press("l", "down", "enter")
        assert sheet(screen).splitlines() == text(script(house, seen, minutes=5, language="nl")).splitlines()
        assert view(house, client).client.language == "en"

        await pilot.press("t", "down", "enter")
        assert first_line(screen) == "Voordat we beginnen · Studio Zuid"
        before = sheet(screen)
        await pilot.press("plus")
        assert sheet(screen) == before


async def test_keys_and_wheel_scroll_the_sheet(app: VoorafApp, new: NewClient) -> None:
    client = new()
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, client)
        pane = screen.page
        await pilot.press("j", "j", "k")
        assert pane.scroll_offset.y == 1
        await pilot.press("pagedown")
        assert pane.scroll_offset.y == pane.size.height
        await pilot.press("end")
        assert pane.scroll_offset.y == pane.max_scroll_y
        await pilot.press("home")
        assert pane.scroll_offset.y == 0
        x, y = pane.region.offset
        pane.post_message(MouseScrollDown(pane, 1, 1, 0, 1, 0, False, False, False, x + 1, y + 1))
        await pilot.pause()
        assert pane.scroll_offset.y > 0


async def test_what_only_the_terminal_got_is_never_called_copied(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, client)
        await taken_out(pilot, "y")
        assert app.clipboard == text(script(house, view(house, client)))
        assert "Sent to the terminal" in told(app)
        assert "save it with f" in told(app)
        assert "opied" not in told(app)


async def test_without_any_clipboard_it_offers_a_file(
    app: VoorafApp, new: NewClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "linux")
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, client)
        await taken_out(pilot, "y")
        assert "There is no clipboard here" in told(app)
        assert isinstance(top(pilot), FormBox)


async def test_a_letter_that_was_sent_is_kept_word_for_word_and_asked_about_once(
    app: VoorafApp, house: Workspace, new: NewClient, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    kept = installed(desk, "xclip")
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, UP_FRONT)
        await taken_out(pilot, "y")
        assert "Copied." in told(app)
        letter = kept.read_text()
        assert letter.startswith("Before we start · Studio Zuid\n\nDear Noor Veldman,\n")

        assert isinstance(top(pilot), ChoiceBox)
        await pilot.press("enter")
        assert top(pilot) is screen
        assert view(house, client).counts()["told"] == 0

        await taken_out(pilot, "y")
        await pilot.press("down", "enter")
        events = [event for event in view(house, client).client.events if event.kind == "told"]
        assert len(events) > 20
        assert {event.text("by") for event in events} == {"email"}
        assert all(event.text("text") in letter for event in events)

        await taken_out(pilot, "y")
        assert top(pilot) is screen
        await pilot.press("u")
        assert view(house, client).counts()["told"] == 0
        await taken_out(pilot, "y")
        assert isinstance(top(pilot), ChoiceBox)


async def test_it_saves_by_the_ending_and_overwrites_only_when_told_to(
    app: VoorafApp, new: NewClient, tmp_path: Path
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        await pilot.press("f")
        box = top(pilot)
        assert isinstance(box, FormBox)
        assert box.query_one(Input).value == "~/check-in-noor-veldman.html"
        await pilot.press("enter")
        page = tmp_path / "home" / "check-in-noor-veldman.html"
        assert page.read_text().startswith("<!DOCTYPE html>")
        assert str(page) in told(app)

        page.write_text("mine")
        await pilot.press("f", "enter")
        assert isinstance(top(pilot), ChoiceBox)
        await pilot.press("enter")
        assert isinstance(top(pilot), FormBox)
        assert page.read_text() == "mine"
        await pilot.press("enter", "down", "enter")
        assert top(pilot) is screen
        assert page.read_text().startswith("<!DOCTYPE html>")

        await pilot.press("f")
        top(pilot).query_one(Input).value = "~/sheet.docx"
        await pilot.press("enter")
        fault = top(pilot).query_one(".dialog--fault", Static)
        assert "sheet.docx" in str(fault.render())
        assert "--format" not in str(fault.render())
        top(pilot).query_one(Input).value = "~/nowhere/sheet.txt"
        await pilot.press("enter")
        assert "nowhere/sheet.txt can't be written" in str(fault.render())
        top(pilot).query_one(Input).value = "~/sheet.json"
        await pilot.press("enter")
        assert json.loads((tmp_path / "home" / "sheet.json").read_text())["talk"] == "check-in"


async def test_the_printer_gets_it_and_without_one_a_file_does(
    app: VoorafApp, house: Workspace, new: NewClient, desk: Path, tmp_path: Path
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, client)
        await taken_out(pilot, "P")
        (paper,) = (tmp_path / "spool").iterdir()
        assert f"The script stands in {paper}" in told(app)
        wanted = text(script(house, view(house, client)))
        assert paper.read_text() == wanted

        printed = installed(desk, "lp")
        await taken_out(pilot, "P")
        assert "The printer has it." in told(app)
        assert printed.read_text() == wanted


async def test_what_a_letter_leaves_out_is_named_and_can_be_filled_in(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, UP_FRONT)
        notice = screen.query_one("#left-out", Static)
        missing = {name for state in view(house, client).states for name in state.wording.missing}
        assert missing == {"location", "start_date"}
        assert "Left out" in str(notice.render())
        await pilot.press("t", "home", "down", "down", "enter")
        assert screen.query_one(TitleBar).text.startswith("Noor Veldman · Recap")
        assert "Left out" not in str(notice.render())
        await pilot.press("t", "up", "enter", "e")
        box = top(pilot)
        box.query_one("#blank-location", Input).value = "the pier"
        box.query_one("#blank-start_date", Input).value = "2026-11-24"
        await pilot.press("ctrl+s")
        assert "the pier" in sheet(screen)
        assert "Left out" not in str(notice.render())
        assert view(house, client).client.values["location"] == "the pier"


async def test_a_change_from_elsewhere_is_on_the_sheet_and_not_in_the_letter_that_went_out(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, UP_FRONT)
        await taken_out(pilot, "y")
        set_values(house, client, {"price": "999"})
        screen.look_again()
        assert "€999.00" in sheet(screen)
        await pilot.press("down", "enter")
        state = view(house, client).state("price")
        assert state is not None
        assert state.history.told is not None
        assert "€450.00" in state.history.told.text("text")
        assert state.standing == "changed"


async def test_a_checklist_that_cant_be_used_is_told_where_the_sheet_would_be(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    os.makedirs(house.folder.checklists, exist_ok=True)
    write(Path(house.folder.checklists, "photographer.toml"), "schema = 1\n[broken")
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, client)
        assert "can't be used" in sheet(screen)
        await pilot.press("y", "f", "P", "plus", "i")
        assert top(pilot) is screen
        assert not os.listdir(os.environ["HOME"])


async def test_nasty_names_are_text(app: VoorafApp, new: NewClient) -> None:
    async with app.run_test(size=NARROW) as pilot:
        for name in NASTY:
            screen = await opened(pilot, new(name, wishes=[name], salutation=name), UP_FRONT)
            shown = sheet(screen) + screen.query_one(TitleBar).text
            assert not set("\x1b\u202e\u202c") & set(shown)
            assert name[:3].strip("\x1b\u202e") in shown
            await pilot.press("escape")
        await pilot.resize_terminal(20, 5)
        await opened(pilot, new(NASTY[0]))
        await pilot.press("t", "escape", "l", "escape", "pagedown")
        assert isinstance(top(pilot), ScriptScreen)
