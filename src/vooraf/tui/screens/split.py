"""Screens on which the line under the cursor is told in full: beside the list, or below it where it is narrow."""

from __future__ import annotations

from vooraf.tui.screens.base import BaseScreen


class SplitScreen(BaseScreen):
    """Its styles say what stands where when it is ``-narrow`` or ``-wide``, ``-low`` or ``-tall``."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - as Textual declares it
