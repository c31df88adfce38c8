"""The pane beside the list of clients."""

from __future__ import annotations

from textual.events import MouseScrollDown

from tests.tui.test_home import read
from vooraf.actions import demo
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.widgets.chosen_pane import ChosenPane


async def test_a_sign_says_that_it_goes_on_and_the_wheel_shows_what(
    app: VoorafApp, workspace: Workspace
) -> None:
    demo.make_samples(workspace)
    async with app.run_test(size=(120, 24)) as pilot:
        chosen = (await read(pilot)).query_one(ChosenPane)
        height = chosen.size.height

        def last() -> str:
            return chosen.render_line(height - 1).text.rstrip()

        assert last().endswith(" ▾")
        assert not chosen.render_line(height - 2).text.rstrip().endswith("▾")
        x, y = chosen.region.offset
        for _ in range(20):
            chosen.post_message(MouseScrollDown(chosen, 1, 1, 0, 1, 0, False, False, False, x + 1, y + 1))
            await pilot.pause()
        assert last() == chosen.text.split("\n")[-1], "the end, without a sign"
        await pilot.press("down")
        assert chosen.scroll_offset.y == 0, "another client, from the top"
