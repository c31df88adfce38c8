"""Waiting for what a screen does beside the keys: until something is so, and for no time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from vooraf.tui.screens.choice_box import ChoiceBox

if TYPE_CHECKING:
    from textual.pilot import Pilot

PATIENCE = 60.0
"""Seconds, as many as no machine needs: a test that fails needs them, and no other."""


def drawn(pilot: Pilot[int]) -> str:
    """What stands on the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Wait until something is so, and what it led to is done."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, f"it didn't come\n{drawn(pilot)}"
        await pilot.pause(0.01)
    await pilot.pause()


async def question(pilot: Pilot[int], before: ChoiceBox | None = None) -> ChoiceBox:
    """The question that is asked, once it is there; the next one, when the one ``before`` was answered."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ChoiceBox) and pilot.app.screen is not before)
    box = pilot.app.screen
    assert isinstance(box, ChoiceBox)
    return box
