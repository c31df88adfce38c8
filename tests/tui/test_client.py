from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList, TextArea

from tests.factories import NASTY
from tests.tui.conftest import NewClient
from vooraf.actions.items import confirm, tell
from vooraf.actions.notes import note
from vooraf.actions.values import set_values
from vooraf.actions.view import ClientView, view
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.choice_box import ChoiceBox
from vooraf.tui.screens.client import ClientScreen
from vooraf.tui.screens.diary import DiaryScreen
from vooraf.tui.screens.form_box import FormBox
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.screens.words_box import WordsBox
from vooraf.tui.widgets.event_list import EventList
from vooraf.tui.widgets.item_list import ItemList
from vooraf.tui.widgets.key_bar import KeyBar
from vooraf.tui.widgets.line_list import LineList
from vooraf.tui.widgets.paint import one_line
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.title_bar import TitleBar

WIDE = (120, 36)
NARROW = (80, 24)


async def opened(pilot: Pilot[int], client: str, item: str = "") -> ClientScreen:
    screen = ClientScreen(client, item)
    await pilot.app.push_screen(screen)
    await pilot.pause()
    return screen


def edited(path: str, change: Callable[[str], str]) -> str:
    """Changes a file as another program would; gives what stood in it."""
    before = Path(path).read_text(encoding="utf-8")
    Path(path).write_text(change(before), encoding="utf-8")
    return before


def top(app: VoorafApp) -> Screen[object]:
    return app.screen


def has_focus(app: VoorafApp, kind: type[LineList]) -> bool:
    return isinstance(app.focused, kind)


def pane(screen: ClientScreen | DiaryScreen, name: str = "beside") -> str:
    return screen.query_one(f"#{name}", Pane).text


def here(screen: ClientScreen) -> str:
    row = screen.query_one(ItemList).here
    assert row is not None
    return row.key


def standing(workspace: Workspace, client: str, item: str) -> str:
    state = view(workspace, client).state(item)
    assert state is not None
    return state.standing


def kinds(seen: ClientView) -> list[str]:
    return [event.kind for event in seen.client.events]


async def test_it_opens_on_the_first_item_that_isnt_settled(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new(meeting="2026-11-22T14:00", place="at the lake")
    confirm(house, client, ("scope",))
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        assert here(screen) == "not-included"
        assert "I don't hand over RAW files" in pane(screen)
        title = screen.query_one(TitleBar).text
        assert "Noor Veldman · today 14:00 · at the lake" in title
        assert "how: in person" in title
        await pilot.press("home")
        assert here(screen) == "scope"
        assert "1 of 32 confirmed" in pane(screen, "counts")


async def test_space_tells_at_once_and_the_pane_changes_with_it(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "scope")
        await pilot.press("h", *("up",) * 4, "enter", "space")
        assert here(screen) == "scope"
        assert "how: by phone" in screen.query_one(TitleBar).text
        assert "by phone, today" in pane(screen)
        told = view(house, client).client.items["scope"].told
        assert told is not None
        assert told.text("by") == "phone"


async def test_c_confirms_in_the_clients_words_and_escape_keeps_the_draft(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "scope")
        await pilot.press("c", "t", "h", "i", "r", "t", "escape")
        assert standing(house, client, "scope") == "open"
        await pilot.press("c")
        assert isinstance(top(app), WordsBox)
        assert app.screen.query_one(TextArea).text == "thirt"
        await pilot.press("y", "ctrl+s")
        assert standing(house, client, "scope") == "confirmed"
        assert "“thirty”  in person, today" in pane(screen)


async def test_words_that_were_not_saved_are_a_draft_again(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "scope")
        await pilot.press("c", "y", "e", "s")
        box = app.screen.query_one(TextArea)
        box.text = "y" * 32_001
        await pilot.press("ctrl+s")
        assert standing(house, client, "scope") == "open"
        assert "○" in screen.query_one(ItemList).render_line(1).text
        await pilot.press("c")
        assert len(app.screen.query_one(TextArea).text) == 32_001


async def test_an_item_without_its_value_leads_to_the_field_and_is_told_after_it(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "start-and-duration")
        assert "no value for" in pane(screen)
        await pilot.press("space")
        assert isinstance(top(app), FormBox)
        focused = app.focused
        assert isinstance(focused, Input)
        missing = view(house, client).state("start-and-duration")
        assert missing is not None
        assert focused.id == f"blank-{missing.wording.missing[0]}"
        for name in missing.wording.missing:
            app.screen.query_one(f"#blank-{name}", Input).value = (
                "2026-12-01" if "date" in name else "the lake"
            )
        await pilot.press("ctrl+s")
        assert top(app) is screen
        assert standing(house, client, "start-and-duration") == "told"
        assert "Tuesday 1 December 2026" in pane(screen)


async def test_an_empty_value_is_taken_back_and_a_bad_one_keeps_the_form(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    set_values(house, client, {"photos": "40"})
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "scope")
        assert "40  for this client" in pane(screen)
        await pilot.press("e")
        field = app.screen.query_one("#blank-photos", Input)
        field.value = "many"
        await pilot.press("ctrl+s")
        assert isinstance(top(app), FormBox)
        assert view(house, client).client.values == {"photos": 40}
        field.value = ""
        await pilot.press("ctrl+s")
        assert view(house, client).client.values == {}
        assert "30  as the checklist has it" in pane(screen)


async def test_a_changed_item_shows_what_is_now_and_what_was_told(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new(language="nl")
    tell(house, client, ("scope",), "email")
    confirm(house, client, ("scope",), "dertig, prima", "phone")
    set_values(house, client, {"photos": "40"})
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        text = " ".join(pane(screen).split())
        assert "changed ! must" in text
        assert "Now Je krijgt minstens 40" in text
        assert "Told Je krijgt minstens 30" in text
        assert "by e-mail, today" in text
        assert "“dertig, prima”" in text


async def test_x_waives_o_opens_again_and_undo_says_what_it_takes_back(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        screen = await opened(pilot, client, "scope")
        await pilot.press("x", "o", "n", "e", "ctrl+s")
        assert standing(house, client, "scope") == "waived"
        assert "n/a: one" in pane(screen)
        await pilot.press("o")
        assert standing(house, client, "scope") == "open"
        await pilot.press("u")
        assert standing(house, client, "scope") == "waived"
        assert [told.message for told in app._notifications] == ["Undone: open again: Number of photos"]
        await pilot.press("U")
        assert standing(house, client, "scope") == "open"


async def test_a_section_is_told_after_a_question_whose_first_answer_tells_nothing(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, client, "scope")
        await pilot.press("t")
        assert isinstance(top(app), ChoiceBox)
        await pilot.press("enter")
        assert "told" not in kinds(view(house, client))
        await pilot.press("t", "down", "enter")
        seen = view(house, client)
        told = [state.item.key for state in seen.states if state.standing == "told"]
        assert told == [state.item.key for state in seen.states if state.item.section == "service"]


async def test_a_narrow_screen_says_it_below_the_list_and_enter_shows_it_all(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    tell(house, client, ("scope",), "email")
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, client, "scope")
        assert not screen.query_one("#beside").display
        assert "told by e-mail, today" in pane(screen, "brief")
        assert "You get at least 30 edited photos" in pane(screen, "brief")
        await pilot.press("enter")
        assert isinstance(top(app), LinesBox)
        assert "Why it matters" in app.screen.query_one(Pane).text
        await pilot.press("escape")
        assert top(app) is screen


async def test_what_another_window_writes_is_seen_and_cursor_and_typing_stay(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "style")
        await pilot.press("w", "s", "o")
        other = Workspace(house.folder, house.now, house.random, config=house.config, state=house.state)
        tell(other, client, ("style",), "chat")
        screen.look_again()
        await pilot.pause()
        assert isinstance(top(app), WordsBox)
        assert app.screen.query_one(TextArea).text == "so"
        await pilot.press("ctrl+s")
        assert here(screen) == "style"
        assert "by chat, today" in pane(screen)
        assert kinds(view(house, client))[-2:] == ["told", "note"]


async def test_a_broken_checklist_leaves_the_diary_and_says_why(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    own = house.library.whole.copy("photographer", "mine")
    client = new(checklist="mine")
    note(house, client, "she likes the lake")
    whole = edited(own, lambda text: text.replace("[[section]]", "[[section]", 1))
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        assert "“mine” can't be used" in pane(screen, "problems")
        assert has_focus(app, EventList)
        assert "she likes the lake" in pane(screen)
        await pilot.press("space")
        assert kinds(view(house, client)) == ["opened", "note"]
        edited(own, lambda _: whole)
        screen.look_again()
        await pilot.pause()
        assert here(screen) == "scope"
        assert has_focus(app, ItemList)


async def test_nasty_names_are_text_in_the_title_and_beside_the_list(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        for name in NASTY:
            client = new(name, place="here")
            note(house, client, name, "scope")
            screen = await opened(pilot, client, "scope")
            drawn = screen.query_one(TitleBar).render_line(0).text
            assert drawn.startswith(f" {one_line(name)[:12]}")
            assert "· here ·" in drawn
            assert one_line(name)[:20].strip() in " ".join(pane(screen).split())
            app.pop_screen()


async def test_nasty_names_in_every_box_of_a_screen_that_is_far_too_small(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new("[@click=app.quit]x[/]", place="[/]", wishes=["long " * 1000])
    confirm(house, client, ("scope",), "long " * 1000)
    async with app.run_test(size=(20, 5)) as pilot:
        screen = await opened(pilot, client, "scope")
        for box in ("A", "enter", "p", "d", "c", "x", "e", "t", "h", "question_mark"):
            await pilot.press(box)
            await pilot.pause()
            assert top(app) is not screen
            await pilot.press("down", "escape")
            await pilot.pause()
            assert top(app) is screen


async def test_archiving_is_asked_and_the_mouse_can_do_it_all(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        await pilot.click(ItemList, offset=(20, 3))
        assert here(screen) == "working-method"
        places = screen.query_one(KeyBar)._places
        line, start = next((line, start) for line, start, _end, key in places if key == "space")
        await pilot.click(KeyBar, offset=(start + 2, line))
        assert standing(house, client, "working-method") == "told"
        await pilot.press("A", "down", "enter")
        assert view(house, client).client.archived
        assert "archived" in screen.query_one(TitleBar).text
        await pilot.press("A")
        assert not view(house, client).client.archived
        assert top(app) is screen
        assert not screen.query(OptionList)


async def test_what_the_checklist_no_longer_has_stands_at_the_end_with_its_history(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    own = house.library.whole.copy("photographer", "mine")
    client = new(checklist="mine")
    confirm(house, client, ("style",), "no posing")
    edited(own, lambda text: text.replace('key = "style"', 'key = "look"'))
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client)
        await pilot.press("end")
        assert here(screen) == "style"
        assert "confirmed in person: “no posing”" in pane(screen)
        await pilot.press("space")
        assert kinds(view(house, client)) == ["opened", "confirmed"]


async def test_a_damaged_diary_is_told_and_its_good_events_are_shown(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    diary = tell(house, client, ("scope",), "email").view.file
    edited(diary, lambda text: text + "\n[[event]]\nseq = oops\n")
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, client, "scope")
        assert "! " in pane(screen, "problems")
        assert "by e-mail, today" in pane(screen)
