"""The keys for rules that were broken and for where a client is, on the client's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.conftest import NewClient
from vooraf.actions.items import tell, waive
from vooraf.actions.view import ClientView, view
from vooraf.actions.workspace import Workspace
from vooraf.model.boundary import count_of
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.form_box import FormBox
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from vooraf.tui.screens.dialog import Dialog

SMALL = (80, 24)
RULE = "availability"


async def opened(pilot: Pilot[int], client: str, item: str = RULE) -> ClientScreen:
    screen = ClientScreen(client, item)
    await pilot.app.push_screen(screen)
    await pilot.pause()
    return screen


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def header(screen: ClientScreen) -> str:
    return screen.query_one("#header", Pane).text


def times(seen: ClientView, item: str = RULE) -> tuple[int, int]:
    count = count_of(seen.client, item)
    return (count.applied, count.excepted) if count else (0, 0)


def hint(pilot: Pilot[int]) -> str:
    box: Dialog[str] = pilot.app.screen  # type: ignore[assignment] # a box is open
    return str(box.query_one(".dialog--hint").render())  # type: ignore[attr-defined] # a Static


async def test_an_exception_is_recorded_with_its_reason_and_the_words_are_offered(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    tell(house, client, (RULE,), "email")
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, client)
        await press(pilot, "b", "down", "down", "enter")
        assert isinstance(app.screen, FormBox)
        assert "What you let pass once, your client will expect again." in hint(pilot)
        assert "train" in app.screen.query_one("#blank-why", Input).placeholder
        app.screen.query_one("#blank-why", Input).value = "her deadline"
        await press(pilot, "ctrl+s")
        assert times(view(house, client)) == (0, 1)
        assert isinstance(app.screen, ChoiceBox)
        await press(pilot, "down", "enter")
        script = app.screen
        assert isinstance(script, ScriptScreen)
        assert script.sheet is not None
        assert script.sheet.script.talk == "this-once"
        await press(pilot, "escape")
        assert "1×, exception 1×" in header(screen)
        await press(pilot, "u")
        assert "×" not in header(screen)
        await press(pilot, "U")
        assert times(view(house, client)) == (0, 1)


async def test_what_was_never_told_is_asked_once_more_and_the_harmless_answer_comes_first(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, client)
        for answer, expected in (((), (0, 0)), (("down",), (1, 0))):
            await press(pilot, "b")
            assert "was never told to Noor Veldman" in hint(pilot)
            await press(pilot, "down", "enter")
            assert "didn't come" in app.screen.query_one("#blank-why", Input).placeholder
            app.screen.query_one("#blank-why", Input).value = "wrote at eleven at night"
            await press(pilot, "ctrl+s")
            assert "was never told to Noor Veldman" in hint(pilot)
            await press(pilot, *answer, "enter")
            assert times(view(house, client)) == expected
        await press(pilot, "enter")  # no words now
        assert app.screen is screen
        assert "applied 1×" in header(screen)


async def test_nothing_happened_is_the_first_answer_and_a_waived_item_is_refused(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, client)
        await press(pilot, "b", "enter")
        assert app.screen is screen
        waive(house, client, (RULE,))
        screen.reload()
        await press(pilot, "b")
        assert app.screen is screen
        assert any("doesn't apply to" in each.message for each in app._notifications)
    assert times(view(house, client)) == (0, 0)


@pytest.mark.parametrize(
    ("blank", "value", "said"),
    [("why", " ", "Say why"), ("on", "2026-11-23", "lies in the future"), ("on", "[/]", "read as a date")],
)
async def test_what_can_not_be_recorded_is_told_in_the_box(
    app: VoorafApp, house: Workspace, new: NewClient, blank: str, value: str, said: str
) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, client)
        await press(pilot, "b", "down", "down", "enter")
        box = app.screen
        box.query_one("#blank-why", Input).value = "a reason"
        box.query_one(f"#blank-{blank}", Input).value = value
        await press(pilot, "ctrl+s")
        assert app.screen is box
        assert said in str(box.query_one(".dialog--fault").render())  # type: ignore[attr-defined] # a Static
    assert times(view(house, client)) == (0, 0)


async def test_a_client_is_moved_on_by_hand_and_back_by_undo(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(pilot, client)
        assert header(screen) == "Moment: first contact (M)"
        await press(pilot, "M", "down", "down", "enter")
        assert header(screen) == "Moment: quote and agreement (M)"
        assert view(house, client).client.moment == "agreement"
        await press(pilot, "u")
        assert header(screen) == "Moment: first contact (M)"


async def test_a_message_is_about_the_item_under_the_cursor_until_another_one_is_chosen(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    tell(house, client, (RULE,), "email")
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot, client)
        await press(pilot, "s", "t", "end", "enter")
        script = app.screen
        assert isinstance(script, ScriptScreen)
        assert script.sheet is not None
        assert script.sheet.script.talk == "this-once"
        titles = [state.item.title["en"] for state in view(house, client).states]
        title = next(state.item.title["en"] for state in view(house, client).states if state.item.key == RULE)
        assert f"“{title}”" in script.page.text
        await press(pilot, "o", "home", "enter")
        assert f"“{titles[0]}”" in script.page.text
        notice = str(script.query_one("#left-out").render())  # type: ignore[attr-defined] # a Static
        assert "never told to Noor Veldman; the message doesn't say it was" in notice
