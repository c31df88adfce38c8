"""A widget that paints lines of its own, and of those only the ones that have changed."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from vooraf.tui.widgets.paint import Line, strip
from vooraf.tui.widgets.styled import Styled


class Painted(Styled, ScrollView):
    """Lines that are seen. A subclass says what stands on each, and when that may have changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as Widget
        super().__init__(id=id)
        self._painted: dict[int, tuple[Line, Style]] = {}

    def line(self, y: int, seen: Size) -> tuple[Line, Style]:
        """What stands at this place of what is ``seen``, from above; and the style of the whole line.

        The size is given along because Textual reckons it anew whenever it is asked.
        """
        raise NotImplementedError

    def paint_changes(self) -> None:
        """Have the lines painted that aren't as they were: to paint one takes longer than to draw them all."""
        seen = self._size_seen()
        changed = (y for y in range(seen.height) if self._painted.get(y) != self.line(y, seen))
        other = [Region(0, y, seen.width, 1) for y in changed]
        if other:
            self.refresh(*other)

    def render_line(self, y: int) -> Strip:
        """One line, as it is painted."""
        seen = self._size_seen()
        line, base = self._painted[y] = self.line(y, seen)
        return strip(line, seen.width, self.style_named, base)

    def _size_seen(self) -> Size:
        """How many cells a line has, and how many lines are seen."""
        return Size(self.scrollable_size.width, self.size.height)
