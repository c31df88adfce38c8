"""The pane beside the list: what is painted at a move of the cursor is what would stand there if all were painted."""

from __future__ import annotations

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from tests.tui.test_home import read
from vooraf.actions import demo
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.widgets.beside import Beside


def seen(pilot: Pilot[int]) -> list[str]:
    """The whole screen, with what each widget painted last."""
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


@pytest.mark.parametrize("size", [(120, 36), (120, 24), (104, 60)])
async def test_lines_that_stay_need_no_painting(
    app: VoorafApp, workspace: Workspace, size: tuple[int, int]
) -> None:
    demo.make_samples(workspace)
    async with app.run_test(size=size) as pilot:
        beside = (await read(pilot)).query_one(Beside)
        for key in ("down", "down", "down", "up", "end", "home", "/", "a", "backspace", "escape", "A"):
            await pilot.press(key)
            await pilot.pause()
            painted = seen(pilot)
            beside.refresh()
            await pilot.pause()
            assert painted == seen(pilot), key


async def test_a_sign_says_that_it_goes_on_and_the_wheel_shows_what(
    app: VoorafApp, workspace: Workspace
) -> None:
    demo.make_samples(workspace)
    async with app.run_test(size=(120, 24)) as pilot:
        beside = (await read(pilot)).query_one(Beside)
        height = beside.size.height

        def last() -> str:
            return beside.render_line(height - 1).text.rstrip()

        assert last().endswith(" ▾")
        assert not beside.render_line(height - 2).text.rstrip().endswith("▾")
        x, y = beside.region.offset
        for _ in range(20):
            beside.post_message(MouseScrollDown(beside, 1, 1, 0, 1, 0, False, False, False, x + 1, y + 1))
            await pilot.pause()
        assert last() == beside.text.split("\n")[-1], "the end, without a sign"
        await pilot.press("down")
        assert beside.scroll_offset.y == 0, "another client, from the top"
