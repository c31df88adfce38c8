"""The whole job once by mouse: rows, keys of the bar and answers are clicked on; only texts come from elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, Select, TextArea

from tests.tui.waiting import until
from vooraf.actions.overview import overview
from vooraf.actions.settings import Settings
from vooraf.actions.view import ClientView, view
from vooraf.actions.workspace import Workspace
from vooraf.model.client import CHANGED, CONFIRMED, TOLD, WAIVED
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.dialog import Dialog
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.screens.meeting import MeetingScreen
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.widgets.choices import Choices
from vooraf.tui.widgets.client_list import ClientList
from vooraf.tui.widgets.item_list import ItemList
from vooraf.tui.widgets.item_rows import ITEM
from vooraf.tui.widgets.key_bar import KeyBar
from vooraf.tui.widgets.line_list import LineList
from vooraf.tui.widgets.pane import Pane

SIZE = (120, 36)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, and a printer that keeps what it is given."""
    (tmp_path / "bin").mkdir()
    printer = tmp_path / "bin" / "lp"
    printer.write_text(f"#!/bin/sh\n/bin/cat > '{tmp_path / 'printed.txt'}'\n", encoding="utf-8")
    printer.chmod(0o755)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


async def test_the_whole_job_by_mouse(workspace: Workspace, desk: Path) -> None:
    first = VoorafApp(workspace, Settings())
    async with first.run_test(size=SIZE) as pilot:
        mouse = Mouse(pilot)
        await the_first_steps(mouse)
        await the_letter(mouse)
        await what_was_said(mouse)
        await the_check_in(mouse)
        await half_of_the_meeting(mouse)
        before = page(mouse)

    again = VoorafApp(workspace, Settings())
    async with again.run_test(size=SIZE) as pilot:
        mouse = Mouse(pilot)
        await the_rest_of_the_meeting(mouse, before)
        await the_recap(mouse)

    seen = view(workspace, overview(workspace).rows[0].client)
    assert seen.client.under_way() is None
    standings = {state.item.key: state.standing for state in seen.states}
    assert standings["scope"] == standings["not-included"] == CONFIRMED
    assert standings["extra-costs"] == WAIVED
    assert standings["price"] == CHANGED
    assert set(standings.values()) == {CONFIRMED, WAIVED, CHANGED, TOLD}
    assert words(seen, "confirmed") == ["thirty", "450, fine", "only JPG"]
    assert words(seen, "answered") == ["and mother?"]
    assert "€475.00" in (desk / "printed.txt").read_text(encoding="utf-8")
    assert "“only JPG”" in (desk / "recap.txt").read_text(encoding="utf-8")


# -- the job ---------------------------------------------------------------------------------------


async def the_first_steps(mouse: Mouse) -> None:
    await mouse.step(1)
    await mouse.write("name", "Studio Zuid")
    await mouse.choose("trade", "photographer")
    await mouse.key("keep, and go on")
    await mouse.step(2)
    await mouse.write("rate", "75")
    await mouse.write("price", "450")
    await mouse.key("keep, and go on")
    await mouse.step(3)
    await mouse.write("name", "Noor Veldman")
    await mouse.write("meeting", "2026-11-22 10:00")
    await mouse.key("keep, and go on")
    await mouse.until(ScriptScreen)


async def the_letter(mouse: Mouse) -> None:
    """The letter is saved and recorded as told; what it lacked is filled in, and told with one click."""
    await mouse.key("other talk")
    await mouse.answer("Letter up front")
    await mouse.key("save")
    await mouse.write("file", "~/letter.txt")
    await mouse.key("save")
    await mouse.answer("by e-mail")
    await mouse.key("fill in")
    await mouse.write("start_date", "2026-11-22")
    await mouse.write("location", "her house")
    await mouse.write("photo_price", "18")
    await mouse.key("save")
    await mouse.key("back")
    await mouse.until(HomeScreen)
    await mouse.row(mouse.screen.query_one(ClientList), 0)
    await mouse.until(ClientScreen)
    await mouse.key("all")
    await mouse.answer("Yes, 2 items were told in person")


async def what_was_said(mouse: Mouse) -> None:
    """Two confirmations with the client's words, one item that doesn't apply, one value that changed."""
    for item, key, said in (
        ("scope", "confirmed", "thirty"),
        ("price", "confirmed", "450, fine"),
        ("extra-costs", "n/a", ""),
    ):
        await mouse.item(item)
        await mouse.key(key)
        await mouse.words(said)
    await mouse.item("price")
    await mouse.key("values")
    await mouse.write("price", "475")
    await mouse.key("save")


async def the_check_in(mouse: Mouse) -> None:
    await mouse.key("script")
    await mouse.until(ScriptScreen)
    await mouse.key("print")
    await mouse.pilot.app.workers.wait_for_complete()
    await mouse.key("back")
    await mouse.until(ClientScreen)


async def half_of_the_meeting(mouse: Mouse) -> None:
    await mouse.key("meeting")
    await mouse.until(MeetingScreen)
    await mouse.key("minutes")
    await mouse.answer("5 minutes")
    await mouse.key("begin")
    await mouse.key("words")
    await mouse.words("and mother?")
    await mouse.key("next")
    await mouse.key("next")
    assert meeting(mouse).at == 2


async def the_rest_of_the_meeting(mouse: Mouse, before: str) -> None:
    """Opened again it is at the same question; it goes on to the last."""
    await mouse.until(HomeScreen)
    await mouse.key("meeting")
    await mouse.until(MeetingScreen)
    assert page(mouse) == before
    screen = meeting(mouse)
    while (question := screen.question) is not None:
        if question.item == "not-included":
            await mouse.key("confirmed")
            await mouse.words("only JPG")
        await mouse.key("next")


async def the_recap(mouse: Mouse) -> None:
    await mouse.key("end, and the recap")
    await mouse.until(ScriptScreen)
    await mouse.key("save")
    await mouse.write("file", "~/recap.txt")
    await mouse.key("save")
    await mouse.key("quit")


# -- what is seen ----------------------------------------------------------------------------------


def page(mouse: Mouse) -> str:
    return mouse.screen.query_one("#page", Pane).text


def meeting(mouse: Mouse) -> MeetingScreen:
    assert isinstance(mouse.screen, MeetingScreen)
    return mouse.screen


def words(seen: ClientView, kind: str) -> list[str]:
    """The different words of all events of a kind, in their order."""
    said = (event.text("words") for event in seen.client.events if event.kind == kind)
    return list(dict.fromkeys(text for text in said if text))


# -- by mouse --------------------------------------------------------------------------------------


class Mouse:
    """Clicks on what is seen."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot

    @property
    def screen(self) -> Widget:
        return self.pilot.app.screen

    async def until(self, kind: type[Widget]) -> None:
        """Until a screen of this kind is on top, and drawn."""
        await self.pilot.pause()
        await until(self.pilot, lambda: isinstance(self.screen, kind))

    async def step(self, number: int) -> None:
        """Until this step is asked."""

        def titles() -> list[str]:
            return [str(dialog.border_title) for dialog in self.screen.query(".dialog")]

        await until(self.pilot, lambda: any(f"Step {number}" in each for each in titles()))

    async def key(self, said: str) -> None:
        """Click on a key of the bar, by what it does, once it is there."""

        def places() -> list[tuple[int, int]]:
            bar = self.screen.query_one(KeyBar)
            lines = [bar.render_line(y).text for y in range(bar.size.height)]
            return [(line.find(f" {said} ") + 1, y) for y, line in enumerate(lines) if f" {said} " in line]

        await until(self.pilot, lambda: bool(places()))
        await self.pilot.click(self.screen.query_one(KeyBar), offset=places()[0])

    async def answer(self, said: str) -> None:
        """Click on an answer of the question that is asked."""
        await self.until(Dialog)
        choices = self.screen.query_one(Choices)
        line = [str(option.prompt) for option in choices.options].index(said)
        await self.pilot.click(choices, offset=(3, line))

    async def row(self, rows: LineList, line: int) -> None:
        """Click on a row of a list."""
        await self.pilot.click(rows, offset=(5, line - rows.scroll_offset.y))

    async def item(self, key: str) -> None:
        """Click on an item; where the cursor stands already, a click would open it in full."""
        await self.until(ClientScreen)
        rows = self.screen.query_one(ItemList)
        line = [row.key if row.kind == ITEM else "" for row in rows.rows].index(key)
        if rows.cursor != line:
            await self.row(rows, line)
        assert rows.cursor == line

    async def write(self, field: str, text: str) -> None:
        """Click in a field, and type."""
        await self.until(Dialog)
        box = self.screen.query_one(f"#blank-{field}", Input)
        await self.pilot.click(box, offset=(0, 0))
        box.select_all()
        await self.type(text)

    async def choose(self, field: str, value: str) -> None:
        """Click on a choice, and on one of what it unfolds to."""
        choice = self.screen.query_one(f"#blank-{field}", Select)
        await self.pilot.click(choice)
        await self.pilot.pause()
        line = [key for _text, key in choice._options].index(value)
        await self.pilot.click(choice.query_one("SelectOverlay"), offset=(3, line))
        await self.pilot.pause()
        assert choice.value == value

    async def words(self, said: str) -> None:
        """Type words in the box that opened, and save them."""
        await self.until(Dialog)
        await self.pilot.click(TextArea, offset=(3, 1))
        await self.type(said)
        await self.key("save")

    async def type(self, text: str) -> None:
        """Put in a text all at once, as pasting does."""
        self.pilot.app.post_message(Paste(text))
        await self.pilot.pause()
