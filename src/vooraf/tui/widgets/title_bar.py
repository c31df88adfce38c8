"""The first line of a screen: what it is about at the left, what stays in sight at the right."""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from vooraf.tui.widgets.paint import Line, fitted, spread, strip, width_of
from vooraf.tui.widgets.styled import Styled


class TitleBar(Styled):
    """One line; where both ends don't fit, the left one is cut."""

    def __init__(self) -> None:
        super().__init__()
        self._left, self._right = "", ""

    def show(self, left: str, right: str = "") -> None:
        """Show other texts."""
        self._left, self._right = left, right
        self.refresh()

    @property
    def text(self) -> str:
        """What it shows, as plain text."""
        return f"{self._left} {self._right}".strip()

    def render_line(self, y: int) -> Strip:
        """The line; there is but one."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        width = self.size.width
        right: Line = ((fitted(self._right, min(cell_len(self._right), width // 2)), ""), (" ", ""))
        room = width - width_of(right) - 2
        left: Line = ((" ", ""), (fitted(self._left, room).rstrip(), "title"))
        return strip(spread(left, right, width), width, self.style_named, self.rich_style)
