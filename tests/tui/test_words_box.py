"""The box for a text to a client: what could be said better is marked and explained while one types."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual.pilot import Pilot

from tests.factories import NASTY
from vooraf.actions.words import word_hints
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.words_box import WordsBox
from vooraf.tui.widgets.hint_pane import HintPane
from vooraf.tui.widgets.marked_area import MarkedArea


async def opened(
    pilot: Pilot[int], workspace: Workspace, text: str = ""
) -> tuple[MarkedArea, HintPane, list[str]]:
    saved: list[str] = []
    look = partial(word_hints, workspace, language="en")
    box = WordsBox("Message", "", {}, "draft", text, hints=look)
    pilot.app.push_screen(box, lambda words: saved.append(words or ""))
    await pilot.pause()
    return box.query_one(MarkedArea), box.query_one(HintPane), saved


async def test_a_hint_comes_and_goes_as_one_types_and_saving_is_free(
    app: VoorafApp, house: Workspace
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        area, pane, saved = await opened(pilot, house, "You will have it soo")
        assert pane.text == "No hints on this text."

        await pilot.press("n")
        await pilot.pause()

        assert pane.text.splitlines()[0] == "▸ soon  when?"
        assert "Better: Name the day: “on Tuesday 12 May”." in pane.text
        line = area.get_line(0)
        assert [(span.start, span.end) for span in line.spans] == [(17, 21)]

        await pilot.press("backspace")
        await pilot.pause()
        assert pane.text == "No hints on this text."

        await pilot.press("n", "ctrl+s")
        await pilot.pause()
        assert saved == ["You will have it soon"]


async def test_the_hint_at_the_cursor_comes_first(app: VoorafApp, house: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        area, pane, _ = await opened(pilot, house, "I always call.\nYou will hear soon.")
        assert pane.text.splitlines()[:2] == ["2 hints, the nearest first", "▸ soon  when?"]
        assert [(span.start, span.end) for span in area.get_line(1).spans] == [(14, 18)]

        await pilot.press("up", "home")
        await pilot.pause()

        assert pane.text.splitlines()[1] == "▸ always  without exception"


async def test_nasty_texts_are_text(app: VoorafApp, house: Workspace) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        area, pane, _saved = await opened(pilot, house)
        for nasty in NASTY:
            area.load_text(f"{nasty} always {nasty}")
            await pilot.pause()
            assert "always" in pane.text


async def test_a_broken_list_of_the_owner_stops_nobody(app: VoorafApp, house: Workspace) -> None:
    own = Path(house.folder.checklists) / "words" / "en.toml"
    own.parent.mkdir(parents=True)
    own.write_text("schema = 1\n", encoding="utf-8")
    async with app.run_test(size=(80, 24)) as pilot:
        _, pane, saved = await opened(pilot, house, "always")
        assert "The word list “en” can't be used" in pane.text

        await pilot.press("ctrl+s")
        await pilot.pause()
        assert saved == ["always"]
