"""Only lines that changed are painted: what stands on the screen is what would if all of them were."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.test_home import read
from vooraf.actions import demo
from vooraf.actions.workspace import Workspace
from vooraf.tui.app import VoorafApp
from vooraf.tui.widgets.painted import Painted

ON_HOME = ["down", "down", "up", "end", "home", "slash", "b", "q", "backspace", "escape", "a", "a"]
WITH_CLIENT = [
    "enter",
    "space",
    "down",
    "space",
    "u",
    "U",
    "end",
    "T",
    "escape",
    "d",
    "down",
    "escape",
    "escape",
]
ELSEWHERE = [
    "H",
    "down",
    "down",
    "escape",
    "C",
    "down",
    "escape",
    "d",
    "down",
    "escape",
    "question_mark",
    "down",
]


def seen(pilot: Pilot[int]) -> list[tuple[str, list[str]]]:
    """Every line of the screen, with its styles, as each widget painted it last."""
    strips = pilot.app.screen._compositor.render_strips()
    return [(strip.text, [str(segment.style) for segment in strip]) for strip in strips]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (120, 20)])
async def test_what_was_not_painted_anew_is_as_it_would_be(
    app: VoorafApp, workspace: Workspace, size: tuple[int, int]
) -> None:
    demo.make_samples(workspace)
    async with app.run_test(size=size) as pilot:
        await read(pilot)
        for key in (*ON_HOME, *WITH_CLIENT, *ELSEWHERE):
            await pilot.press(key)
            await app.workers.wait_for_complete()  # what is read beside the screen changes it too
            await pilot.pause()
            painted = seen(pilot)
            for widget in pilot.app.screen.query(Painted):
                widget.refresh()
            await pilot.pause()
            assert painted == seen(pilot), key
