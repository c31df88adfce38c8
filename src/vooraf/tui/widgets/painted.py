"""A widget that paints lines of its own, and of those only the ones that have changed."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.strip import Strip

from vooraf.tui.widgets.paint import Line, strip
from vooraf.tui.widgets.styled import Styled


class Painted(Styled, ScrollView):
    """Lines that are seen. A subclass says what stands on each, and when that may have changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as Widget
        super().__init__(id=id)
        self._painted: dict[int, tuple[Line, Style]] = {}

    def line(self, y: int) -> tuple[Line, Style]:
        """What stands at this place of what is seen, from above; and the style of the whole line."""
        raise NotImplementedError

    def paint_changes(self) -> None:
        """Have the lines painted that aren't as they were: to paint one takes longer than to draw them all."""
        width, height = self.size
        other = [Region(0, y, width, 1) for y in range(height) if self._painted.get(y) != self.line(y)]
        if other:
            self.refresh(*other)

    def render_line(self, y: int) -> Strip:
        """One line, as it is painted."""
        line, base = self._painted[y] = self.line(y)
        return strip(line, self.scrollable_size.width, self.style_named, base)
