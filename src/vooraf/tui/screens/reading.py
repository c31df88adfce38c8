"""A screen to read from: one pane, ``#page``, and the keys that scroll it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.errors import N_
from vooraf.tui.screens.base import BaseScreen
from vooraf.tui.widgets.pane import Pane


class ReadingScreen(BaseScreen):
    """The wheel scrolls where the mouse is; the keys scroll the pane, wherever the mouse is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", N_("down"), show=False, id="page.down"),
        Binding("up,k", "move(-1)", N_("up"), show=False, id="page.up"),
        Binding("pagedown", "page(1)", N_("page down"), show=False, id="page.page-down"),
        Binding("pageup", "page(-1)", N_("page up"), show=False, id="page.page-up"),
        Binding("home", "edge(0)", N_("to the top"), show=False, id="page.top"),
        Binding("end", "edge(1)", N_("to the end"), show=False, id="page.end"),
    ]

    @property
    def page(self) -> Pane:
        """What is read."""
        return self.query_one("#page", Pane)

    def action_move(self, by: int) -> None:
        """Scroll by a line."""
        self.page.scroll_relative(y=by, animate=False, force=True)

    def action_page(self, by: int) -> None:
        """Scroll by a page, less a line."""
        self.page.scroll_relative(y=by * max(self.page.size.height - 1, 1), animate=False, force=True)

    def action_edge(self, end: int) -> None:
        """Scroll to the top or the end."""
        self.page.scroll_to(y=end * self.page.max_scroll_y, animate=False, force=True)
