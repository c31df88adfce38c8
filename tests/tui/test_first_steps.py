from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Select

from tests.tui.waiting import until
from vooraf import locale
from vooraf.actions.overview import overview
from vooraf.actions.setting_up import set_up
from vooraf.actions.settings import Settings, settings
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.model.checklist import Field
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.home import HomeScreen
from vooraf.tui.screens.profile import client_blanks
from vooraf.tui.screens.script import ScriptScreen
from vooraf.tui.screens.settings import SettingsScreen
from vooraf.tui.screens.step_box import StepBox
from vooraf.tui.screens.value_blanks import none_yet
from vooraf.tui.widgets.client_list import ClientList
from vooraf.tui.widgets.key_bar import KeyBar
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.title_bar import TitleBar

NARROW = (80, 24)


async def step(pilot: Pilot[int], number: int) -> StepBox:
    """The box of a step, once it is there."""

    def titles() -> list[str]:
        return [str(dialog.border_title) for dialog in pilot.app.screen.query(".dialog")]

    await until(pilot, lambda: any(each.startswith(f"Step {number} of 3:") for each in titles()))
    box = pilot.app.screen
    assert isinstance(box, StepBox)
    return box


async def test_three_steps_lead_to_the_first_script(workspace: Workspace) -> None:
    app = VoorafApp(workspace, Settings())
    async with app.run_test(size=NARROW) as pilot:
        first = await step(pilot, 1)
        first.query_one("#blank-trade", Select).value = "photographer"
        first.query_one("#blank-language", Select).value = "nl"
        await pilot.press(*"Zuid", "ctrl+s")
        second = await step(pilot, 2)
        assert second.query_one("#blank-payment_days", Input).placeholder == "14 days"
        second.query_one("#blank-rate", Input).value = "75"
        await pilot.press("ctrl+s")
        await step(pilot, 3)
        await pilot.press(*"Noor", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ScriptScreen))
        assert (workspace.rules.name, workspace.rules.trade) == ("Zuid", "photographer")
        assert workspace.rules.values["rate"] in (75, "75")
        made = view(workspace, overview(workspace).rows[0].client).client
        assert (made.name, made.language, made.checklist) == ("Noor", "nl", "photographer")
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
        assert app.screen.client == made.id


async def test_a_step_stays_where_it_is_when_its_keys_take_a_second_line(workspace: Workspace) -> None:
    locale.choose("nl")
    app = VoorafApp(workspace, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StepBox))
        before = app.screen.query_one(".dialog").region
        await pilot.press("tab")
        await until(pilot, lambda: app.screen.focused is app.screen.query_one("#blank-trade"))
        assert app.screen.query_one(".dialog").region == before


async def test_a_trade_is_found_by_the_letter_that_is_typed(workspace: Workspace) -> None:
    app = VoorafApp(workspace, Settings())
    async with app.run_test(size=NARROW) as pilot:
        first = await step(pilot, 1)
        await pilot.press("tab", "enter", "p", "enter")  # one letter: who types slowly begins anew
        await until(pilot, lambda: first.query_one("#blank-trade", Select).value == "photographer")


async def test_a_wrong_value_is_told_in_the_step_and_nothing_is_kept(workspace: Workspace) -> None:
    app = VoorafApp(workspace, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await step(pilot, 1)
        await pilot.press("escape")
        second = await step(pilot, 2)
        second.query_one("#blank-rate", Input).value = "1.250"
        await pilot.press("ctrl+s")
        assert pilot.app.screen is second
        assert second.query_one(".dialog--fault").display
        assert workspace.rules.values == {}


async def test_every_step_can_be_skipped_and_nothing_is_written(workspace: Workspace) -> None:
    app = VoorafApp(workspace, Settings())
    async with app.run_test(size=NARROW) as pilot:
        for number in (1, 2, 3):
            await step(pilot, number)
            await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "No clients yet." in app.screen.query_one(ClientList).empty
        assert overview(workspace).rows == ()


def test_who_skips_the_first_step_writes_to_clients_in_the_language_of_the_screen(
    workspace: Workspace,
) -> None:
    locale.choose("nl")
    assert next(each for each in client_blanks(workspace) if each.name == "language").value == "nl"
    set_up(workspace, {"name": "Zuid", "language": "en"}, {})
    assert next(each for each in client_blanks(workspace) if each.name == "language").value == "en"


def test_an_example_of_an_amount_is_as_the_language_of_the_screen_writes_it() -> None:
    amount = Field("price", "money", {"en": "Price", "nl": "Prijs"}, None, {})
    assert none_yet(amount) == "no value yet; for instance 75.50"
    locale.choose("nl")
    assert none_yet(amount) == "nog leeg; bijvoorbeeld 75,50"


async def test_the_settings_take_effect_at_once_and_are_kept(house: Workspace) -> None:
    app = VoorafApp(house, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("comma")
        assert "Your data" in app.screen.query_one("#places", Pane).text
        app.screen.query_one("#theme", Select).value = "vooraf-light"
        await pilot.pause()
        assert app.theme == "vooraf-light"
        assert settings(house)[0].theme == "vooraf-light"


async def test_another_language_is_spoken_at_once_on_every_screen(house: Workspace) -> None:
    app = VoorafApp(house, Settings())
    async with app.run_test(size=NARROW) as pilot:
        assert "Sunday 22 November" in app.screen.query_one(TitleBar).text
        await pilot.press("comma")
        app.screen.query_one("#language", Select).value = "nl"
        await pilot.pause()
        await pilot.pause()
        assert locale.spoken() == "nl"
        assert settings(house)[0].language == "nl"
        assert app.screen.query_one("#language", Select).value == "nl"
        await pilot.press("escape")
        assert "zondag 22 november" in app.screen.query_one(TitleBar).text


async def test_help_lists_the_keys_of_the_screen_and_the_signs(house: Workspace) -> None:
    app = VoorafApp(house, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("question_mark")
        shown = app.screen.query_one(Pane).text
        assert "n               open a new client" in shown
        assert "●\u00a0confirmed" in shown
        assert "Focus" not in shown


async def test_a_click_on_a_key_presses_it(house: Workspace) -> None:
    app = VoorafApp(house, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        bar = app.screen.query_one(KeyBar)
        place = bar.render_line(0).text.index("settings")
        await pilot.click(KeyBar, offset=(place, 0))
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)


async def test_a_language_that_was_asked_for_once_is_kept_when_the_first_step_is_saved(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    locale.choose("nl")  # as --lang nl does
    app = VoorafApp(workspace, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, StepBox))
        await pilot.press(*"Zuid", "ctrl+s")
        assert settings(workspace)[0].language == "nl"


async def test_help_tells_the_ids_that_the_settings_know_the_keys_by(house: Workspace) -> None:
    app = VoorafApp(house, Settings())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("question_mark")
        line = next(each for each in app.screen.query_one(Pane).text.splitlines() if each.startswith("n "))
        assert line.endswith("  home.new")
