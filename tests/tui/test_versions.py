"""Which of two versions of an event counts is asked at the start, and in the diary."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.factories import NASTY, event
from tests.tui.conftest import NewClient
from tests.tui.test_missing import answer, notes, rolled_back
from tests.tui.waiting import question
from vooraf.actions.missing import missing
from vooraf.actions.versions import all_questions
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.storage.toml_text import event_text
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.diary import DiaryScreen
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.widgets.choices import Choices
from vooraf.tui.widgets.event_list import EventList
from vooraf.tui.widgets.paint import as_text
from vooraf.tui.widgets.pane import Pane

LATER, LOOK, FIRST, SECOND, ALL = range(5)
"""The places of the answers."""


def twofold(
    workspace: Workspace, client: str, event_id: str = "x", texts: tuple[str, str] = ("One.", "Two.")
) -> None:
    """Have a note stand in two versions in a client's diary."""
    seen = view(workspace, client)
    file = Path(seen.file)
    for text in texts:
        made = event("note", seen.client.seq + 1, event_id=event_id, text=text)
        file.write_bytes(file.read_bytes() + b"\n" + event_text(made).encode())


@pytest.fixture
def noor(house: Workspace, new: NewClient) -> str:
    client = new()
    twofold(house, client)
    return client


def content(workspace: Workspace, client: str) -> bytes:
    return Path(view(workspace, client).file).read_bytes()


def keys(place: int) -> list[str]:
    return ["down"] * place + ["enter"]


async def test_the_first_answer_changes_nothing(app: VoorafApp, house: Workspace, noor: str) -> None:
    before = content(house, noor)
    async with app.run_test(size=(80, 24)) as pilot:
        await question(pilot)
        await answer(pilot, *keys(LATER))
        assert isinstance(app.screen, HomeScreen)
        assert "two versions" in app.screen.query_one("#problems", Pane).text
    assert content(house, noor) == before


async def test_looked_at_and_chosen_it_is_told_no_more(app: VoorafApp, house: Workspace, noor: str) -> None:
    wanted = all_questions(house)[0].versions[1].text("text")
    async with app.run_test(size=(80, 24)) as pilot:
        box = await question(pilot)
        assert wanted in str(box.query_one(Choices).get_option_at_index(SECOND).prompt)
        await pilot.press(*keys(LOOK))
        await pilot.pause()
        assert isinstance(app.screen, LinesBox)
        assert all(text in app.screen.query_one(Pane).text for text in ("One.", "Two."))
        await pilot.press("escape")
        await pilot.pause()
        await answer(pilot, *keys(SECOND))
        home = app.screen
        assert isinstance(home, HomeScreen)
        assert (notes(house, noor), all_questions(house)) == ([wanted], ())
        assert "two versions" not in home.query_one("#problems", Pane).text
        await answer(pilot, "u")
        assert len(all_questions(house)) == 1


async def test_each_is_asked_until_one_is_left_for_later(app: VoorafApp, house: Workspace, noor: str) -> None:
    twofold(house, noor, "y", ("Three.", "Four."))
    twofold(house, noor, "z", ("Five.", "Six."))
    async with app.run_test(size=(80, 24)) as pilot:
        box = None
        for place in (FIRST, ALL, LATER):
            box = await question(pilot, box)
            await pilot.press(*keys(place))
        await answer(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert [question.versions[0].id for question in all_questions(house)] == ["z"]
        assert len(notes(house, noor)) == 5


async def test_what_is_missing_is_asked_first(app: VoorafApp, house: Workspace, noor: str) -> None:
    rolled_back(house, noor)
    async with app.run_test(size=(80, 24)) as pilot:
        box = await question(pilot)
        await pilot.press(*keys(2))  # put back
        await question(pilot, box)
        assert missing(house) == ()
        await answer(pilot, *keys(FIRST))
        assert all_questions(house) == ()


async def in_diary(pilot: Pilot[int], client: str) -> EventList:
    """What is asked at the start left for later, the events in the client's diary."""
    await question(pilot)
    await answer(pilot, *keys(LATER))
    await pilot.app.push_screen(DiaryScreen(client))
    await pilot.pause()
    return pilot.app.screen.query_one(EventList)


def shown(events: EventList) -> list[str]:
    return [as_text([events.row(number, 110)]) for number in range(events.row_count())]


async def test_the_diary_marks_them_and_asks_too(app: VoorafApp, house: Workspace, noor: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        events = await in_diary(pilot, noor)
        assert sum("two versions" in line for line in shown(events)) == 2
        await pilot.press("enter")
        await question(pilot)
        await answer(pilot, *keys(FIRST))
        assert isinstance(app.screen, DiaryScreen)
        lines = shown(events)
        assert (sum("not chosen" in line for line in lines), "version chosen" in lines[-1]) == (1, True)
        assert len(notes(house, noor)) == 1


async def test_the_diary_asks_about_the_one_under_the_cursor_first(
    app: VoorafApp, house: Workspace, noor: str
) -> None:
    twofold(house, noor, "z", ("Blue hair", "Green hair"))
    async with app.run_test(size=(120, 36)) as pilot:
        events = await in_diary(pilot, noor)
        events.move_to(next(at for at, line in enumerate(shown(events)) if "Blue" in line))
        await pilot.press("enter")
        box = await question(pilot)
        assert any("Blue" in str(option.prompt) for option in box.query_one(Choices).options)
        await answer(pilot, *keys(LATER))


async def test_any_words_are_text(app: VoorafApp, house: Workspace, new: NewClient) -> None:
    client = new("[/] \x1b[31m")
    for number, text in enumerate(NASTY):
        twofold(house, client, f"e{number}", (text, text + "!"))
    async with app.run_test(size=(80, 24)) as pilot:
        box = None
        for _text in NASTY:
            box = await question(pilot, box)
            assert "\x1b" not in "".join(str(option.prompt) for option in box.query_one(Choices).options)
            await pilot.press(*keys(FIRST))
        await answer(pilot)
        assert all_questions(house) == ()
