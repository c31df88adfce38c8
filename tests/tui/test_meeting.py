from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.factories import NASTY, NOW
from tests.tui.conftest import NewClient
from vooraf.actions.items import confirm, tell
from vooraf.actions.settings import Settings
from vooraf.actions.values import set_values
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.meeting import MeetingScreen
from vooraf.tui.screens.meeting_pages import clock_words
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.widgets.key_bar import KeyBar
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.title_bar import TitleBar

WIDE = (120, 36)
NARROW = (80, 24)


class Clock:
    """A clock that is set by hand."""

    def __init__(self, workspace: Workspace) -> None:
        self.at = NOW
        workspace.now = self.now

    def now(self) -> datetime:
        return self.at

    def goes_on(self, **by: int) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock(house: Workspace) -> Clock:
    return Clock(house)


async def opened(pilot: Pilot[int], client: str, *keys: str) -> MeetingScreen:
    screen = MeetingScreen(client)
    await pilot.app.push_screen(screen)
    await pilot.pause()
    await pilot.press(*keys)
    return screen


def page(screen: MeetingScreen) -> str:
    return screen.query_one("#page", Pane).text


def said(screen: MeetingScreen) -> str:
    """The page as one line, however it is wrapped."""
    return " ".join(page(screen).split())


def title(screen: MeetingScreen) -> str:
    return screen.query_one(TitleBar).text


def kinds(workspace: Workspace, client: str) -> list[str]:
    return [event.kind for event in view(workspace, client).client.events]


def standing(workspace: Workspace, client: str, item: str) -> str:
    state = view(workspace, client).state(item)
    assert state is not None
    return state.standing


async def to_item(pilot: Pilot[int], screen: MeetingScreen, item: str) -> None:
    """Go on until the question about this item."""
    assert screen.led is not None
    wanted = [question.item for question in screen.led.questions].index(item)
    await pilot.press(*("enter",) * (wanted - screen.at))


async def test_before_it_begins_it_shows_what_fits_in_the_minutes_and_writes_nothing(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        assert "10 minutes · 13 questions" in page(screen)
        assert "For another time (25)" in said(screen)
        await pilot.press("minus")
        assert "9 minutes · 12 questions" in page(screen)
        await pilot.press("i", "home", "enter")
        assert "3 minutes · 6 questions" in page(screen)
        assert kinds(house, client) == ["opened"]
        await pilot.press("enter")
        assert title(screen) == "Noor Veldman · Check-in 1 of 6   00:00 of 03:00"
        assert kinds(house, client) == ["opened", "started"]


async def test_killed_in_the_middle_it_goes_on_at_the_same_question_with_the_same_questions(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "enter")
        await to_item(pilot, screen, "not-included")
        await pilot.press("space", "w", *"ja hoor", "ctrl+s")
        assert screen.led is not None
        before = [question.id for question in screen.led.questions]
        shown = page(screen)
    set_values(house, client, {"price": "700"})
    again = VoorafApp(house, Settings())
    async with again.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        assert screen.led is not None
        assert [question.id for question in screen.led.questions] == before
        assert page(screen) == shown
        assert "“ja hoor”" in shown
        assert "just now" in shown
        await pilot.press("enter", "escape")
        assert kinds(house, client).count("started") == 1
        screen = await opened(pilot, client)
        assert screen.at == before.index("open:style")


async def test_told_confirmed_and_waived_stand_at_the_question_and_can_be_undone(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, client, "enter")
        await pilot.press("space", "c", "x", "h")
        assert pilot.app.screen is screen
        assert kinds(house, client) == ["opened", "started"]

        await to_item(pilot, screen, "scope")
        assert "○ open" in page(screen)
        await pilot.press("h", *("up",) * 4, "enter", "space")
        assert "◐ told · just now · by phone" in page(screen)
        await pilot.press("w", *"thirty", "ctrl+s", "c")
        assert pilot.app.screen.query_one(TextArea).text == "thirty"
        await pilot.press(*" ok", "ctrl+s")
        assert "● confirmed · just now · by phone · “thirty ok”" in page(screen)

        await pilot.press("enter", "x", "ctrl+s")
        assert "– n/a" in page(screen)
        assert standing(house, client, "not-included") == "waived"
        await pilot.press("u", "u")
        assert screen.question is not None
        assert screen.question.item == "scope"
        assert standing(house, client, "not-included") == "open"
        await pilot.press("u")
        assert "◐ told" in page(screen)
        await pilot.press("U", "U")
        assert screen.question.item == "not-included"
        assert standing(house, client, "scope") == "confirmed"


async def test_what_was_told_and_what_it_is_now_stand_beside_the_question(
    app: VoorafApp, house: Workspace, new: NewClient, clock: Clock
) -> None:
    client = new()
    clock.goes_on(days=-10)
    tell(house, client, ("price", "scope"), "email")
    confirm(house, client, ("deposit",), "fine", "phone")
    clock.goes_on(days=10)
    set_values(house, client, {"price": "500"})
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "i", "end", "enter", "enter")
        await to_item(pilot, screen, "price")
        assert "≠ changed" in page(screen)
        assert "It was: “The price is €450.00" in said(screen)
        assert "Say The price is €500.00" in said(screen)
        await to_item(pilot, screen, "scope")
        assert "Told on 12 November, by e-mail: “You get at least 30 edited photos" in said(screen)
        assert "Now You get" not in said(screen)
        await pilot.press("e")
        pilot.app.screen.query_one(Input).value = "40"
        await pilot.press("ctrl+s")
        assert "Now You get at least 40 edited photos" in said(screen)
        assert "≠ changed" in page(screen)


async def test_a_missing_value_is_asked_for_before_it_is_told(app: VoorafApp, new: NewClient) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "enter")
        await to_item(pilot, screen, "start-and-duration")
        assert "no value for" in page(screen)
        await pilot.press("space")
        pilot.app.screen.query_one("#blank-start_date", Input).value = "2026-12-01"
        pilot.app.screen.query_one("#blank-location", Input).value = "the pier"
        await pilot.press("ctrl+s")
        assert "◐ told · just now" in page(screen)
        assert "Tuesday 1 December 2026" in said(screen)
        assert "Still empty" not in said(screen)


async def test_the_clock_counts_on_after_reopening_and_says_calmly_that_time_is_up(
    app: VoorafApp, new: NewClient, clock: Clock
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "enter", "enter")
        clock.goes_on(minutes=6, seconds=12)
        screen._tick()
        assert title(screen).endswith("2 of 13   06:12 of 10:00")
        await pilot.press("escape")
        clock.goes_on(minutes=4)
        screen = await opened(pilot, client)
        assert title(screen).endswith("2 of 13   10:12 of 10:00 · time is up")
        await pilot.press("escape")
        clock.goes_on(days=1)
        screen = await opened(pilot, client)
        assert title(screen).endswith("2 of 13   00:00 of 10:00")


def test_a_clock_that_was_set_back_shows_no_negative_time() -> None:
    assert clock_words(timedelta(seconds=-5), 10) == "00:00 of 10:00"
    assert clock_words(timedelta(minutes=125), 120) == "125:00 of 120:00 · time is up"


async def test_it_ends_with_the_read_back_and_offers_the_recap(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "minus", "minus", "minus", "minus", "minus", "enter")
        await to_item(pilot, screen, "scope")
        await pilot.press("c", *"thirty then", "ctrl+s", "enter", "space", *("enter",) * 5)
        assert screen.question is not None
        assert screen.question.id == "closing"
        assert "What we agreed" in page(screen)
        await pilot.press("enter")
        assert "In your words: “thirty then”" in said(screen)
        assert "I don't hand over RAW files" in said(screen)
        assert "you don't leave without it" in said(screen)
        assert "! Deposit" in page(screen)
        assert "ended" not in kinds(house, client)
        await pilot.press("enter")
        assert kinds(house, client)[-1] == "ended"
        recap = pilot.app.screen
        assert isinstance(recap, ScriptScreen)
        assert "thirty then" in recap.query_one("#page", Pane).text
        await pilot.press("escape")
        assert not isinstance(pilot.app.screen, MeetingScreen)


async def test_going_back_and_to_the_end_records_nothing(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "enter", "enter", "enter", "backspace")
        assert screen.at == 1
        recorded = kinds(house, client)
        await pilot.press("E")
        assert "11 questions were not asked." in page(screen)
        assert "read-back" in title(screen)
        await pilot.press("backspace")
        assert screen.at == 2
        await pilot.press("backspace", "backspace", "backspace", "enter", "enter")
        assert screen.at == 2
        assert kinds(house, client) == recorded


async def test_the_mouse_does_what_the_keys_do(app: VoorafApp, new: NewClient) -> None:
    client = new()
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, client)
        for _ in range(3):
            await pilot.click(KeyBar, offset=(2, 0))
        assert screen.at == 2
        bar = screen.query_one(KeyBar)
        x = next(start for _line, start, _end, key in bar._places if key == "space")
        await pilot.click(KeyBar, offset=(x + 1, 0))
        assert "◐ told" in page(screen)


async def test_nasty_names_wishes_and_words_are_text(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    async with app.run_test(size=NARROW) as pilot:
        for name in NASTY:
            client = new(name, wishes=[name])
            screen = await opened(pilot, client, "enter", "enter")
            shown = page(screen) + title(screen)
            assert not set("\x1b\u202e\u202c") & set(shown)
            assert name[:3].strip("\x1b\u202e") in shown
            await pilot.press("escape")
        words = "".join(NASTY)
        screen = await opened(pilot, client, "w")
        pilot.app.screen.query_one(TextArea).text = words
        await pilot.resize_terminal(20, 5)
        await pilot.press("ctrl+s", "E", "backspace", "pagedown", "end")
        assert view(house, client).client.talks[-1].answers["wishes"] == words.strip()


async def test_words_that_come_after_the_confirmation_are_in_the_recap_too(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "enter")
        await to_item(pilot, screen, "scope")
        await pilot.press("c", "ctrl+s", "w", *"thirty then", "ctrl+s", "space")
        assert standing(house, client, "scope") == "confirmed"
        assert said(screen).count("“thirty then”") == 2, "with the standing, and where words are written"
        await pilot.press("c")
        assert pilot.app.screen.query_one(TextArea).text == "thirty then"
        await pilot.press("escape", "E")
        assert "In your words: “thirty then”" in said(screen)


async def test_a_question_that_was_ticked_counts_as_asked_without_going_on(
    app: VoorafApp, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "enter")
        await to_item(pilot, screen, "scope")
        assert screen.led is not None
        left = len(screen.led.questions) - screen.at
        await pilot.press("c", "ctrl+s", "E")
        assert f"{left - 1} questions were not asked." in page(screen)
