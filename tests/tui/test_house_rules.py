from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.factories import NASTY
from tests.tui.conftest import NewClient
from tests.tui.waiting import until
from vooraf.actions.items import tell
from vooraf.actions.keeping_rules import keep_rules
from vooraf.actions.values import set_values
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.house_rules import HouseRulesScreen
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.rule_boxes import RuleValuesBox, WordingBox
from vooraf.tui.widgets.hint_pane import HintPane
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.rule_list import RuleList
from vooraf.tui.widgets.title_bar import TitleBar

WIDE = (130, 40)
RATE = ("value", "rate")


@pytest.fixture
def three(house: Workspace, new: NewClient) -> tuple[str, ...]:
    """Three clients who were told about retouching at 75 an hour; the last has a rate of her own."""
    clients = tuple(new(name) for name in ("Noor", "Tom", "Own"))
    set_values(house, clients[2], {"rate": "60"})
    for client in clients:
        tell(house, client, ("retouching",), "email")
    return clients


def add_by_hand(house: Workspace, text: str) -> str:
    """Write something behind the rules; gives the whole file."""
    with Path(house.folder.rules).open("a+", encoding="utf-8") as file:
        file.write(text)
        file.seek(0)
        return file.read()


async def opened(app: VoorafApp, pilot: Pilot[int], item: str = "retouching") -> HouseRulesScreen:
    """The house rules, from Home, with the cursor on an item and everybody counted."""
    await pilot.press("H")
    screen = app.screen
    assert isinstance(screen, HouseRulesScreen)
    await app.workers.wait_for_complete()
    await pilot.pause()
    rules = screen.query_one(RuleList)
    rules.move_to(next(index for index, row in enumerate(rules.rows) if row.key == item))
    return screen


def row(screen: HouseRulesScreen) -> str:
    rules = screen.query_one(RuleList)
    return rules.render_line(rules.cursor - rules.scroll_offset.y).text.rstrip()


def beside(screen: HouseRulesScreen) -> str:
    return " ".join(screen.query_one("#beside", Pane).text.split())


def preview(app: VoorafApp) -> str:
    return " ".join(app.screen.query_one("#preview", Pane).text.split())


async def test_an_item_shows_how_it_reads_in_each_language_its_values_and_who_was_told(
    app: VoorafApp, three: tuple[str, ...]
) -> None:
    assert len(three) == 3
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot)
        shown = beside(screen)
        assert "English I edit each photo" in shown
        assert "€75.00 per hour" in shown
        assert "€ 75,00 per uur" in shown
        assert shown.index("English") < shown.index("Dutch (je)") < shown.index("Dutch (u)")
        assert "Hourly rate €75.00 house rules · 1 client has one of their own" in shown
        assert "as the checklist has it" in shown
        assert "Told to 3 clients." in shown
        assert row(screen).endswith("your values")
        assert "Studio Zuid" in screen.query_one(TitleBar).text


async def test_a_value_shows_what_it_would_do_while_it_is_typed_and_u_takes_it_back(
    app: VoorafApp, house: Workspace, three: tuple[str, ...]
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("e")
        assert isinstance(app.screen, RuleValuesBox)
        assert "This changes nothing." in preview(app)
        field = app.screen.query_one("#blank-rate", Input)
        field.value = ""
        await pilot.press("8", "0")
        await pilot.pause()
        assert "2 clients were told something else and would show as changed." in preview(app)
        assert "€80.00 per hour" in preview(app)
        assert house.rules.values["rate"] == "75"

        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen is screen
        assert house.rules.values["rate"] == "80"
        assert row(screen).endswith("your values  2 told something else")
        assert "2 clients told something else" in screen.query_one(TitleBar).text
        standing = {client: view(house, client).state("retouching").standing for client in three}  # type: ignore[union-attr]
        assert list(standing.values()) == ["changed", "changed", "told"]

        await pilot.press("u")
        assert house.rules.values["rate"] == "75"
        assert row(screen).endswith("your values")


async def test_what_names_u_is_told_no_longer_where_u_takes_back_something_else(
    app: VoorafApp, new: NewClient
) -> None:
    new()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = await opened(app, pilot, "scope")
        await pilot.press("e", *"40", "ctrl+s")
        await until(pilot, lambda: "u takes it back" in "".join(each.message for each in app._notifications))
        await pilot.press("escape")
        await until(pilot, lambda: not screen.is_running)
        assert not list(app._notifications)


async def test_a_value_of_the_wrong_type_is_told_while_it_is_typed_and_not_kept(
    app: VoorafApp, house: Workspace, three: tuple[str, ...]
) -> None:
    assert three
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await pilot.press("e", "x")
        await pilot.pause()
        assert "“x” isn't an amount." in preview(app)
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, RuleValuesBox)
        assert house.rules.values["rate"] == "75"
        await pilot.press("backspace", "8")
        await pilot.pause()
        shown = app.screen.query_one("#preview", Pane)
        await pilot.press("pagedown")
        assert shown.scroll_offset.y == shown.size.height - 1
        await pilot.press("8")
        await pilot.pause()
        assert "€88.00" in preview(app)


async def test_a_wording_is_written_in_a_language_and_reads_at_once_as_clients_hear_it(
    app: VoorafApp, house: Workspace, three: tuple[str, ...]
) -> None:
    assert three
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("w")
        assert isinstance(app.screen, ChoiceBox)
        await pilot.press("down", "enter")
        box = app.screen
        assert isinstance(box, WordingBox)
        area = box.query_one(TextArea)
        assert area.text.startswith("Ik bewerk elke foto")
        area.text = "Retoucheren kost ${rate}, ${vatt}."
        await pilot.pause()
        assert "has no field “${vatt}”" in preview(app)
        await pilot.press("ctrl+s")
        assert app.screen is box
        area.text = "Retoucheren kost ${rate} per uur, ${vat}."
        await pilot.pause()
        assert preview(app).startswith("2 clients were told something else and would show as changed.")
        assert "Dutch (je) house rules Retoucheren kost € 75,00 per uur, inclusief btw." in preview(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert house.rules.say == {"retouching": {"nl": "Retoucheren kost ${rate} per uur, ${vat}."}}
        assert row(screen).endswith("your words and values  2 told something else")
        assert "Retoucheren kost € 75,00 per uur" in beside(screen)

        await pilot.press("r", "down", "enter")
        await pilot.pause()
        assert house.rules.say == {}
        await pilot.press("u", "u")
        assert house.rules.say == {}
        assert row(screen).endswith("your values")


async def test_a_wording_that_is_left_is_there_again_and_one_that_is_not_changed_is_not_kept(
    app: VoorafApp, house: Workspace
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await opened(app, pilot)
        await pilot.press("w", "enter", "A", "escape", "w", "enter")
        area = app.screen.query_one(TextArea)
        assert area.text.endswith("A")
        await pilot.press("backspace", "ctrl+s")
        await pilot.pause()
        assert house.rules.say == {}


async def test_word_hints_stand_below_the_text_while_it_is_written_and_beside_the_list_afterwards(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    new("Kim", checklist="salon")
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot, "price")
        await pilot.press("w", "enter")
        app.screen.query_one(
            TextArea
        ).text = "I send the photos as soon as possible for ${price}, at ${photo_price} each."
        await pilot.pause()
        assert "as soon as possible" in app.screen.query_one(HintPane).text
        assert (
            "The checklist “Hair and beauty salon” has no field “photo_price”: its clients can't be told this."
            in preview(app)
        )
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert house.rules.say["price"]
        assert "your words and values  2 hints" in row(screen)
        assert "“as soon as possible” (when?)" in beside(screen)


async def test_what_another_changed_meanwhile_is_not_overwritten_and_then_shown(
    app: VoorafApp, house: Workspace
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("e", "1")
        keep_rules(house, {RATE: "90"})
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, RuleValuesBox)
        assert house.rules.values["rate"] == "90"
        await pilot.press("escape")
        screen.look_again()
        assert "€90.00 per hour" in beside(screen)


async def test_with_several_checklists_one_is_chosen(app: VoorafApp, new: NewClient) -> None:
    new("Kim", checklist="salon")
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("c", "down", "enter")
        assert "salon" in screen.query_one(TitleBar).text.lower()
        assert any(each.key == "patch-test" for each in screen.query_one(RuleList).rows)


async def test_faults_of_the_file_stand_on_top_and_the_owner_is_changed_with_o(
    app: VoorafApp, house: Workspace
) -> None:
    add_by_hand(house, "rat = 3\n[say.revisions]\nnl = 'Na ${roundz}.'\n")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot, "scope")
        told = " ".join(screen.query_one("#problems", Pane).text.split())
        assert "No checklist has a field “rat”. Did you mean “rate”?" in told
        await pilot.press("o", "end", "!", "ctrl+s")
        await pilot.pause()
        assert house.rules.name == "Studio Zuid!"
        assert "rat = 3" in add_by_hand(house, "")
        await pilot.press("enter")
        assert isinstance(app.screen, LinesBox)


@pytest.mark.parametrize("size", [(20, 5), (80, 24)])
async def test_any_text_is_shown_as_text(app: VoorafApp, house: Workspace, size: tuple[int, int]) -> None:
    texts = ["".join(char for char in text if char == "\n" or char.isprintable()) for text in NASTY]
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        for text in texts:
            keep_rules(house, {("owner", "name"): text, ("say", "retouching", "en"): text + " $$"})
            assert isinstance(app.screen, HouseRulesScreen)
            app.screen.look_again()
            await pilot.press("enter", "escape", "w", "enter", "escape")
        assert app.screen.query_one(RuleList).rows


def break_rules(house: Workspace) -> None:
    """Leave a text open, as a slip in an editor does."""
    Path(house.folder.rules).write_text('schema = 1\n[value]\nprice = "60\n', encoding="utf-8")


async def test_house_rules_that_do_not_count_are_told_where_a_client_is_told_something(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    noor = new()
    break_rules(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.app.push_screen(ClientScreen(noor))
        await pilot.pause()
        told = " ".join(pilot.app.screen.query_one("#problems", Pane).text.split())
        assert told.startswith("! house-rules.toml:3: Until this is mended none of the house rules counts.")
