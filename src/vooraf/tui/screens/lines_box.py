"""A box to read: what stands beside a list, where there is no room for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from vooraf.errors import N_
from vooraf.tui.screens.dialog import Dialog
from vooraf.tui.widgets.pane import Drawn, Pane


class LinesBox(Dialog[None]):
    """Shows lines that are drawn for its width; the arrows scroll them."""

    CSS_PATH = "lines_box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll(-1)", N_("up"), show=False, id="lines.up"),
        Binding("down,j", "scroll(1)", N_("scroll"), key_display="↑↓", id="lines.down"),
        Binding("pageup", "scroll(-10)", N_("page up"), show=False, id="lines.page-up"),
        Binding("pagedown,space", "scroll(10)", N_("page down"), show=False, id="lines.page-down"),
        Binding("enter,q", "leave", N_("leave"), show=False, id="lines.leave"),
    ]

    def __init__(self, title: str, drawn: Drawn) -> None:
        super().__init__(title)
        self._lines_of = drawn

    def body(self) -> Iterable[Widget]:
        """The lines."""
        yield Pane()

    def on_mount(self) -> None:
        """Draw them."""
        self.query_one(Pane).show(self._lines_of)

    def action_scroll(self, by: int) -> None:
        """Scroll by so many lines."""
        self.query_one(Pane).scroll_relative(y=by, animate=False, force=True)
