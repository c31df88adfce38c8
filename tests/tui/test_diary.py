from __future__ import annotations

from pathlib import Path

from tests.tui.conftest import NewClient
from vooraf.actions.items import tell, waive
from vooraf.actions.notes import note
from vooraf.actions.view import view
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.screens.diary import DiaryScreen
from vooraf.tui.screens.lines_box import LinesBox
from vooraf.tui.widgets.event_list import EventList
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.title_bar import TitleBar

WIDE = (120, 36)


def drawn(screen: DiaryScreen) -> list[str]:
    events = screen.query_one(EventList)
    return [events.render_line(y).text.strip() for y in range(events.row_count())]


def change_by_hand(file: str, old: str, new: str) -> None:
    diary = Path(file)
    diary.write_text(diary.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


async def test_the_newest_event_is_at_the_bottom_under_the_cursor_and_told_whole(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    note(house, client, "called")
    tell(house, client, ("scope",), "email")
    async with app.run_test(size=WIDE) as pilot:
        screen = DiaryScreen(client)
        await app.push_screen(screen)
        await pilot.pause()
        lines = drawn(screen)
        assert lines[0].startswith("today       new client: Noor Veldman")
        assert lines[-1].startswith("▸ today       told: Number of photos · by e-mail")
        beside = screen.query_one("#beside", Pane).text
        assert "“You get at least 30 edited photos" in beside
        assert "Sunday 22 November 2026" in beside
        assert "3 events" in screen.query_one(TitleBar).text


async def test_undo_marks_what_it_took_back_and_redo_lets_it_count_again(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    waive(house, client, ("scope",), "one portrait")
    async with app.run_test(size=WIDE) as pilot:
        screen = DiaryScreen(client)
        await app.push_screen(screen)
        await pilot.pause()
        await pilot.press("u")
        assert drawn(screen)[1].endswith("undone")
        assert "undone: n/a: Number of photos" in drawn(screen)[2]
        assert view(house, client).counts()["waived"] == 0
        await pilot.press("U")
        assert not drawn(screen)[1].endswith("undone")
        assert view(house, client).counts()["waived"] == 1


async def test_what_was_changed_by_hand_says_so_and_enter_shows_an_event_on_a_small_screen(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new()
    change_by_hand(note(house, client, "called at noon").file, "noon", "night")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = DiaryScreen(client)
        await app.push_screen(screen)
        await pilot.pause()
        assert drawn(screen)[-1].endswith("changed by hand")
        assert "called at night" in screen.query_one("#brief", Pane).text
        await pilot.press("enter")
        assert isinstance(app.screen, LinesBox)
        assert "called at night" in app.screen.query_one(Pane).text


async def test_an_event_that_was_changed_by_hand_shows_what_was_recorded(
    app: VoorafApp, house: Workspace, new: NewClient
) -> None:
    client = new("Noor")
    note(house, client, "the price is 450")
    change_by_hand(house.store.load(client).file, "450", "550")
    async with app.run_test(size=WIDE) as pilot:
        await app.workers.wait_for_complete()
        await app.push_screen(DiaryScreen(client))
        await pilot.pause()
        shown = app.screen.query_one("#beside", Pane).text
        assert "the price is 550" in shown
        assert "As Vooraf recorded it\n" in shown
        assert "the price is 450" in " ".join(shown.split())
