from __future__ import annotations

import os
import shutil
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.factories import NASTY, NOW
from tests.tui.conftest import NewClient
from tests.tui.waiting import until
from vooraf.actions.clients import edit_client
from vooraf.actions.items import confirm, tell
from vooraf.actions.meetings import start
from vooraf.actions.notes import note
from vooraf.actions.overview import overview
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.form_box import FormBox
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.meeting import MeetingScreen
from vooraf.tui.screens.of_everyone import LOOKS_UNTIL_OLD
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.widgets.client_list import ClientList
from vooraf.tui.widgets.home_lines import problem_sentences
from vooraf.tui.widgets.key_bar import KeyBar
from vooraf.tui.widgets.paint import as_text
from vooraf.tui.widgets.pane import Pane

WIDE = (120, 36)
NARROW = (80, 24)


async def read(pilot: Pilot[int]) -> HomeScreen:
    """The first screen, after everything was read."""
    home = cast("HomeScreen", pilot.app.screen_stack[0])
    await until(pilot, lambda: home.looking is not None and home.looking.is_finished)
    return home


def pane(home: HomeScreen, name: str) -> str:
    return home.query_one(f"#{name}", Pane).text


def lines(home: HomeScreen) -> list[str]:
    """The lines of the list, as they are drawn."""
    rows = home.query_one(ClientList)
    return [as_text([rows.row(index, rows.size.width)]) for index in range(rows.row_count())]


def names(home: HomeScreen) -> list[str]:
    return [line[3:15].strip() for line in lines(home) if "──" not in line]


def write_by_hand(path: str, text: str) -> None:
    with open(path, "a", encoding="utf-8") as file:
        file.write("\n" + text)


def bar(home: HomeScreen) -> list[str]:
    return [said for _key, _written, said in home.query_one(KeyBar).shown()]


def told(pilot: Pilot[int]) -> str:
    return "\n".join(message.message for message in pilot.app._notifications)


async def test_the_clients_stand_in_order_with_meeting_progress_and_musts(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Anna", meeting="2026-11-24T10:00")
    today = new("Bas", meeting="2026-11-22T14:00")
    new("Cor", meeting="2026-11-23T10:00")
    new("Dirk")
    confirm(house, today, ("scope",))
    tell(house, today, ("not-included",))
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        first, second, third, between, last = lines(home)
        assert "▸ Bas" in first
        assert "today 14:00" in first
        assert "●◐○○○○○○○○ 1/32" in first
        assert "9!" in first
        assert "tomorrow" in second
        assert "Tue 24 Nov" in third
        assert set(between.strip()) == {"─"}
        assert "no date" in last
        assert pane(home, "state") == "4 clients · 4 with something open"


async def test_the_meeting_that_comes_next_is_on_top_with_what_to_do(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Anna", meeting="2026-11-24T10:00")
    client = new("Bas", meeting="2026-11-22T14:00", place="the studio")
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        assert "Next  Bas · today 14:00 (in 5 hours), the studio" in pane(home, "next")
        assert "Nothing was told yet.  s makes the letter, m leads the meeting" in pane(home, "next")
        await pilot.press("down")
        assert "home goes there" in pane(home, "next")
        assert "s makes" not in pane(home, "next")
        await pilot.click("#next")
        start(house, client)
        home.renew(client)
        assert "The meeting was begun and not ended.  m goes on where it stopped." in pane(home, "next")


async def test_beside_the_list_stands_the_client_under_the_cursor(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new("Anna", wishes=["a swallow, no posing"], email="anna@example.org")
    tell(house, client, ("price",), "email")
    note(house, client, "She laughs [laughs] a lot")
    new("Bas")
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        beside = pane(home, "chosen")
        assert "“a swallow, no posing”" in beside
        assert "Portrait and wedding photographer · English" in beside
        assert "anna@example.org" in beside
        assert "Last told: by e-mail, today" in beside
        assert "Note: She laughs [laughs] a lot" in beside
        assert "0 of 32 confirmed · 10 musts open" in beside
        assert " ! Number of photos" in beside
        assert "and 4 more" in beside
        await pilot.press("j")
        assert pane(home, "chosen").startswith("Bas")


async def test_in_eighty_columns_the_lines_below_the_list_say_it(app: VoorafApp, new: NewClient) -> None:
    new("Anna", wishes=["a swallow"], meeting="2026-11-24T10:00")
    async with app.run_test(size=NARROW) as pilot:
        home = await read(pilot)
        assert not home.query_one("#chosen").display
        assert "Anna · Tue 24 Nov 10:00 (in 2 days) · “a swallow”" in pane(home, "short")
        assert "0 of 32 confirmed · 11 musts open · ! Number of photos; " in pane(home, "short")


async def test_the_filter_looks_in_names_wishes_and_notes_as_it_is_typed(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Anna", wishes=["Een zwaluw"])
    note(house, new("Bas"), "about the swallow")
    new("Cor Zwart")
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        await pilot.press("end", "slash", "z", "w")
        assert names(home) == ["Anna", "Cor Zwart"]
        assert home.query_one(ClientList).chosen is not None
        assert pane(home, "chosen").startswith("Cor Zwart")
        assert pane(home, "state").startswith("2 of 3 clients")
        await pilot.press("up")
        assert pane(home, "chosen").startswith("Anna")
        await pilot.press("q", "q")
        assert "Nobody has “zwqq”" in home.query_one(ClientList).empty
        await pilot.press("escape")
        assert names(home) == ["Anna", "Bas", "Cor Zwart"]
        assert not home.query_one("#filter").display


async def test_enter_in_the_filter_opens_the_client_on_which_it_stands(
    app: VoorafApp, new: NewClient
) -> None:
    new("Anna")
    bas = new("Bas")
    async with app.run_test(size=WIDE) as pilot:
        await read(pilot)
        await pilot.press("slash", "b", "a", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ClientScreen)
        assert screen.client_id == bas


async def test_keys_and_clicks_open_the_other_screens(app: VoorafApp, new: NewClient) -> None:
    new("Anna")
    new("Bas")
    async with app.run_test(size=WIDE) as pilot:
        await read(pilot)
        for key, screen in (("enter", ClientScreen), ("s", ScriptScreen), ("m", MeetingScreen)):
            await pilot.press(key)
            assert isinstance(pilot.app.screen, screen)
            await pilot.app.pop_screen()
        await pilot.click(ClientList, offset=(10, 1))
        assert isinstance(pilot.app.screen, HomeScreen)
        await pilot.click(ClientList, offset=(10, 1))
        assert isinstance(pilot.app.screen, ClientScreen)


async def test_archived_clients_are_shown_when_asked_for_and_it_is_said(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Anna")
    edit_client(house, new("Bas"), {"archived": True})
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        assert names(home) == ["Anna"]
        assert "1 archived, not shown" in pane(home, "state")
        await pilot.press("a")
        assert "Bas (archived)" in lines(home)[1]
        assert "with 1 archived" in pane(home, "state")


async def test_undo_and_redo_take_the_client_under_the_cursor(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Anna")
    bas = new("Bas")
    confirm(house, bas, ("scope",))
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        await pilot.press("down", "u")
        assert view(house, bas).counts()["confirmed"] == 0
        assert "0/32" in lines(home)[1]
        assert "Bas: undone: confirmed: Number of photos" in told(pilot)
        await pilot.press("U")
        assert "1/32" in lines(home)[1]


async def test_a_change_from_elsewhere_keeps_the_cursor_and_what_is_typed(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Bas")
    cor = new("Cor")
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        await pilot.press("down", "slash", "o")
        new("Anno")
        tell(house, cor, ("price",))
        home.look_again()
        await read(pilot)
        assert names(home) == ["Anno", "Cor"]
        assert home.client == cor
        assert pane(home, "chosen").startswith("Cor")
        assert "Last told" in pane(home, "chosen")
        assert home.query_one("#filter", Input).value == "o"


async def test_while_nothing_changes_nothing_is_read(app: VoorafApp, new: NewClient) -> None:
    new("Bas")
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        read_first = home.looking
        for _ in range(LOOKS_UNTIL_OLD + 2):
            home.look_again()
        assert home.looking is read_first


async def test_what_is_written_into_a_file_from_elsewhere_is_seen(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    bas = new("Bas")
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        write_by_hand(house.store.load(bas).file, '[[event]]\nkind = "profile"\nname = "Bastiaan"\n')
        home.look_again()
        await read(pilot)
        assert names(home) == ["Bastiaan"]
        changed = home.looking
        for _ in range(LOOKS_UNTIL_OLD):
            home.look_again()
        assert home.looking is not changed  # once more, when its times prove that it was read


async def test_time_passes_where_nothing_else_does(app: VoorafApp, house: Workspace, new: NewClient) -> None:
    new("Anna")
    edit_client(house, new("Bas"), {"meeting": "2026-11-22T10:00"})
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        home.look_again()
        assert "in 60 minutes" in pane(home, "next") or "in 1 hour" in pane(home, "next")
        house.now = lambda: NOW + timedelta(minutes=40)
        home.look_again()
        assert "in 20 minutes" in pane(home, "next")
        assert names(home) == ["Bas", "Anna"]
        house.now = lambda: NOW + timedelta(hours=3)
        home.look_again()
        assert "Bas" not in pane(home, "next")
        assert names(home) == ["Anna", "Bas"]


async def test_a_new_client_needs_a_name_and_takes_the_rest(app: VoorafApp, house: Workspace) -> None:
    async with app.run_test(size=NARROW) as pilot:
        home = await read(pilot)
        assert "n  a new client" in home.query_one(ClientList).empty
        assert bar(home) == ["new", "house rules", "settings", "help", "quit"]
        await pilot.press("n", "ctrl+s")
        box = pilot.app.screen
        assert isinstance(box, FormBox)
        assert box.query_one(".dialog--fault").display
        await pilot.press(*"Noor", "enter", *"tomorrow", "ctrl+s")
        assert pilot.app.screen is box
        box.query_one("#blank-meeting", Input).value = "2026-11-24 10:00"
        box.query_one("#blank-wishes", TextArea).text = "a swallow\n\n no posing "
        await pilot.press("ctrl+s")
        row = overview(house).rows[0]
        made = view(house, row.client).client
        assert (made.name, made.wishes) == ("Noor", ("a swallow", "no posing"))
        assert (made.checklist, made.language) == ("photographer", "en")
        assert home.client == row.client
        assert "Tue 24 Nov" in lines(home)[0]


async def test_a_form_that_is_left_keeps_its_draft(app: VoorafApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await read(pilot)
        await pilot.press("n", *"q?n", "escape", "n")
        assert pilot.app.screen.query_one("#blank-name", Input).value == "q?n"


async def test_every_problem_with_a_file_is_told(app: VoorafApp, house: Workspace, new: NewClient) -> None:
    new("Anna")
    folder = Path(house.folder.clients)
    (folder / "folder.toml").mkdir()
    (folder / "torn-aaaaaa.toml").write_text('schema = 1\nclient = "aaaaaa"\n[[event]]\nbroken')
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        assert pane(home, "problems").startswith("! 2 problems (!) folder.toml: This isn't an ordinary file")
        await pilot.press("exclamation_mark")
        box = pilot.app.screen
        assert isinstance(box, LinesBox)
        assert "torn-aaaaaa.toml" in "".join(line.strip() for line in box.query_one(Pane).text.splitlines())


async def test_a_data_folder_that_cant_be_read_is_told_and_nothing_is_lost_from_sight(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Anna")
    folder = house.folder.clients
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        shutil.move(folder, folder + "-elsewhere")
        shutil.copy(house.folder.rules, folder)
        home.look()
        await read(pilot)
        assert names(home) == ["Anna"]
        assert pane(home, "problems").startswith("! 1 problem (!) The data folder ")
        assert "isn't a folder" in problem_sentences(home.problems)[0][1]
        os.unlink(folder)
        shutil.move(folder + "-elsewhere", folder)
        home.look()
        await read(pilot)
        assert pane(home, "problems") == ""


async def test_nasty_names_are_shown_as_text(app: VoorafApp, new: NewClient) -> None:
    for name in NASTY:
        new(name, wishes=[name], place=name, meeting="2026-11-24T10:00")
    async with app.run_test(size=WIDE) as pilot:
        home = await read(pilot)
        drawn = "\n".join(lines(home))
        for shown in ("[/]", "[@click=app.quit]", "␛[31mred", "<U+202E>right", "two lines", "long long"):
            assert shown in drawn
        for number in range(len(NASTY)):
            await pilot.click(ClientList, offset=(8, number))
            if pilot.app.screen is not home:
                await pilot.app.pop_screen()
        await pilot.press("slash", "left_square_bracket", "slash")
        assert names(home) == ["[/]", "[@click=app."]


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (200, 60)])
async def test_it_stands_in_every_size(app: VoorafApp, new: NewClient, size: tuple[int, int]) -> None:
    new("Anna", meeting="2026-11-24T10:00")
    async with app.run_test(size=size) as pilot:
        home = await read(pilot)
        await pilot.press("down", "slash", "a")
        assert names(home) == ["Anna"]
