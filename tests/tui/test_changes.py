"""What was told otherwise, on the screen: read, announced, edited, copied, saved, ticked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static, TextArea

from tests.factories import NASTY
from tests.tui.conftest import NewClient
from vooraf.actions.changes import ItemChange, ToldOtherwise
from vooraf.actions.items import confirm, tell
from vooraf.actions.keeping_rules import keep_rules
from vooraf.actions.values import set_values
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.tui import clipboard
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.announce import AnnounceScreen
from vooraf.tui.screens.change_lines import brief_change
from vooraf.tui.screens.changes import ChangesScreen
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.form_box import FormBox
from vooraf.tui.screens.leaving import LeavingBox
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.message_box import MessageBox
from vooraf.tui.widgets.hint_pane import HintPane
from vooraf.tui.widgets.paint import as_text
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.row_list import RowList
from vooraf.tui.widgets.title_bar import TitleBar

WIDE, SMALL = (140, 40), (80, 24)


@pytest.fixture
def raised(house: Workspace, new: NewClient) -> tuple[str, str]:
    """Two clients who were told €450, one of whom confirmed it; it is €495 now."""
    noor, grace = new("Noor Veldman", language="nl"), new("Grace Okafor", language="en")
    tell(house, noor, ("price",), "email", date(2026, 11, 12))
    tell(house, grace, ("price",), "quote", date(2026, 11, 13))
    confirm(house, grace, ("price",), "Fine.", "phone", date(2026, 11, 14))
    keep_rules(house, {("value", "price"): "495"})
    return noor, grace


async def opened(pilot: Pilot[int], *keys: str) -> None:
    """Open the changes, once Home is read, and press these keys."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.press("C")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def announcing(pilot: Pilot[int], day: str = "2027-01-01") -> AnnounceScreen:
    """Announce the item under the cursor."""
    await opened(pilot, "a", *day, "tab", *"De", "space", *"huur.", "tab", *"Rent.", "ctrl+s")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(pilot.app.screen, AnnounceScreen)
    return pilot.app.screen


def rows(app: VoorafApp) -> list[str]:
    found = app.screen.query_one(RowList)
    return [found.render_line(y).text.strip() for y in range(found.row_count())]


def beside(app: VoorafApp, pane: str = "#beside") -> str:
    return app.screen.query_one(pane, Pane).text


@pytest.mark.usefixtures("raised")
async def test_it_shows_what_was_told_what_it_is_now_and_who_was_told(app: VoorafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot)
        assert isinstance(app.screen, ChangesScreen)
        assert "1 item · 2 clients" in app.screen.query_one(TitleBar).text
        assert rows(app) == [rows(app)[0]]
        assert rows(app)[0].startswith("▸ Price of the shoot · Portrait and wedding photog")
        said = beside(app)
        assert said.index("Was  De prijs is €\u00a0450,00") < said.index("Now  De prijs is €\u00a0495,00")
        assert "by e-mail, Thu 12 Nov" in said
        assert "in the quote, Fri 13 Nov, confirmed" in said


async def test_where_nothing_was_told_otherwise_it_says_so(app: VoorafApp, new: NewClient) -> None:
    new()
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, "a")
        assert isinstance(app.screen, ChangesScreen)
        found = app.screen.query_one(RowList)
        assert "What you told your clients still holds: nothing has changed." in found.render_line(1).text


@pytest.mark.usefixtures("raised")
async def test_a_day_that_is_past_is_refused_in_the_box(app: VoorafApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, "a", *"2020-01-01", "tab", *"x", "ctrl+s")
        assert isinstance(app.screen, FormBox)
        assert "2020-01-01 is past" in str(app.screen.query_one(".dialog--fault").render())


async def test_the_day_and_the_reason_are_kept_and_each_gets_a_message_in_their_language(
    app: VoorafApp, house: Workspace, raised: tuple[str, str]
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await announcing(pilot)
        assert house.rules.changes["price"].from_day == date(2027, 1, 1)
        assert house.rules.changes["price"].because == {"nl": "De huur.", "en": "Rent."}
        assert [row.split("  ")[0] for row in rows(app)] == ["▸ ○ Grace Okafor", "○ Noor Veldman"]
        assert "€450.00" in beside(app)
        assert "€495.00" in beside(app)
        await pilot.press("down")
        assert "Vanaf vrijdag 1 januari 2027" in beside(app)
        assert view(house, raised[0]).state("price").standing == "changed"  # type: ignore[union-attr]


async def test_space_records_exactly_this_message_and_undo_takes_it_back(
    app: VoorafApp, house: Workspace, raised: tuple[str, str]
) -> None:
    _noor, grace = raised
    async with app.run_test(size=WIDE) as pilot:
        screen = await announcing(pilot)
        await pilot.press("e")
        assert isinstance(app.screen, MessageBox)
        app.screen.query_one(TextArea).text = "About my price\n\nDear Grace,\n\nIt changes. Call me."
        await pilot.press("ctrl+s")
        assert "It changes. Call me." in beside(app)
        await pilot.press("space")
        event = view(house, grace).client.events[-1]
        assert (event.kind, event.data["from"], event.text("by")) == ("announced", date(2027, 1, 1), "email")
        assert "€450.00" in event.text("was")
        assert "€495.00" in event.text("text")
        assert event.text("message").endswith("It changes. Call me.")
        assert "1 of 2 sent" in screen.query_one(TitleBar).text
        await pilot.press("u")
        assert view(house, grace).state("price").standing == "changed"  # type: ignore[union-attr]
        assert "0 of 2 sent" in screen.query_one(TitleBar).text
        await pilot.press("U")
        assert "1 of 2 sent" in screen.query_one(TitleBar).text


@pytest.mark.usefixtures("raised")
async def test_a_message_of_ones_own_is_asked_about_until_it_was_sent(app: VoorafApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await announcing(pilot)
        await pilot.press("e")
        app.screen.query_one(TextArea).text = "Call me."
        await pilot.press("ctrl+s")
        for keys in (("q",), ("space", "u", "q")):
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(app.screen, LeavingBox)
            said = str(app.screen.query_one(".dialog--hint", Static).render())
            assert "Message to Grace Okafor: “Call me.”" in said
            await pilot.press("enter")
        await pilot.press("space", "q")
        assert app._exit


async def test_a_message_whose_words_were_changed_meanwhile_is_not_recorded(
    app: VoorafApp, house: Workspace, raised: tuple[str, str]
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await announcing(pilot)
        keep_rules(house, {("value", "price"): "520"})
        await pilot.press("space")
        assert view(house, raised[1]).client.events[-1].kind == "confirmed"
        assert "0 of 2 sent" in screen.query_one(TitleBar).text


async def test_all_are_ticked_after_asking(app: VoorafApp, house: Workspace, raised: tuple[str, str]) -> None:
    async with app.run_test(size=SMALL) as pilot:
        screen = await announcing(pilot)
        await pilot.press("T", "enter")
        assert "0 of 2 sent" in screen.query_one(TitleBar).text
        await pilot.press("T")
        assert isinstance(app.screen, ChoiceBox)
        await pilot.press("down", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "2 of 2 sent" in screen.query_one(TitleBar).text
        assert [view(house, each).client.events[-1].kind for each in raised] == ["announced", "announced"]
        await pilot.press("escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert rows(app) == []


@pytest.mark.usefixtures("raised")
async def test_it_is_copied_one_by_one(app: VoorafApp, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(clipboard, "taken_by_a_tool", lambda text, _environ: not copied.append(text))
    async with app.run_test(size=SMALL) as pilot:
        await announcing(pilot)
        await pilot.press("down", "y")
        await app.workers.wait_for_complete()
        assert len(copied) == 1
        assert "Beste Noor Veldman," in copied[0]


async def test_all_are_saved_in_a_folder_and_nothing_is_overwritten_unasked(
    app: VoorafApp, raised: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    folder = tmp_path / "home" / "price"
    folder.mkdir(parents=True)
    taken = folder / f"price-noor-veldman-{raised[0]}.txt"
    taken.write_text("mine")
    async with app.run_test(size=SMALL) as pilot:
        await announcing(pilot)
        await pilot.press("F", "ctrl+s")
        assert isinstance(app.screen, ChoiceBox)
        await pilot.press("enter")
        assert [file.name for file in folder.iterdir()] == [taken.name]
        await pilot.press("F", "ctrl+s", "down", "enter")
        await app.workers.wait_for_complete()
        assert len(list(folder.iterdir())) == 2
        assert "Beste Noor Veldman," in taken.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [WIDE, SMALL, (20, 5)])
async def test_names_and_reasons_that_have_stopped_a_program_are_text(
    app: VoorafApp, house: Workspace, new: NewClient, size: tuple[int, int]
) -> None:
    for name in NASTY:
        tell(house, new(name), ("price",))
    keep_rules(
        house,
        {("value", "price"): "495", ("change", "price", "from"): date(2027, 1, 1)}
        | {("change", "price", "because", "en"): "[@click=app.quit]x[/]"},
    )
    async with app.run_test(size=size) as pilot:
        await opened(pilot, "a", "ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(rows(app)) == len(NASTY)
        assert "\x1b" not in "".join(rows(app))
        if size == WIDE:
            assert "Here is the reason. [@click=app.quit]x[/]" in beside(app)
        await pilot.press("enter")
        assert isinstance(app.screen, LinesBox)


@pytest.mark.usefixtures("raised")
async def test_a_message_that_was_sent_says_why_it_is_not_edited(app: VoorafApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await announcing(pilot)
        await pilot.press("space", "e")
        (told,) = app._notifications
        assert str(told.message).startswith("This message was sent, so it stays as it is.")
        assert "enter shows everything" in app.screen.query_one("#brief", Pane).text


@pytest.mark.usefixtures("raised")
async def test_on_a_small_screen_it_names_the_clients_and_says_which_key_shows_all(app: VoorafApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        text = app.screen.query_one("#brief", Pane).text
        for part in ("enter shows everything", "450", "495", "Grace Okafor", "Noor Veldman"):
            assert part in text


def test_words_are_shortened_to_where_they_differ() -> None:
    one = ToldOtherwise(
        "a",
        "Noor",
        "en",
        f"{'Same. ' * 90}It is 2 days.",
        f"{'Same. ' * 90}It is 3 days.",
        None,
        "",
        confirmed=False,
    )
    lines = brief_change(ItemChange("x", "y", (one,)), None, date(2026, 11, 22), 76, "enter")
    assert as_text(lines).splitlines()[1:3] == ["Was  … It is 2 days.", "Now  … It is 3 days."]


@pytest.mark.usefixtures("raised")
async def test_who_has_a_value_of_their_own_is_named_with_the_item(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    own = new("Mia Jansen")
    tell(house, own, ("price",), "email", date(2026, 11, 12))
    set_values(house, own, {"price": "400"})
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        assert "Mia Jansen (Price of the shoot)" in app.screen.query_one("#aside", Pane).text


async def test_a_message_has_the_room_that_there_is(app: VoorafApp, raised: tuple[str, str]) -> None:
    assert raised
    async with app.run_test(size=SMALL) as pilot:
        await announcing(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert app.screen.query_one(TextArea).size.height > app.screen.query_one(HintPane).size.height
