"""What stands beside a list: paints its own lines, so that it is there in the same frame as the cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from vooraf.tui.widgets.paint import Line, as_text, strip
from vooraf.tui.widgets.styled import Styled

Drawn = Callable[[int], Iterable[Line]]


class Pane(Styled, ScrollView, can_focus=False):
    """Lines for the eye alone; the wheel scrolls them. ``drawn`` gives them for a width in cells."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as Widget
        super().__init__(id=id)
        self._drawn: Drawn = lambda _: ()
        self._lines: list[Line] = []
        self._drawn_for = 0

    def show(self, drawn: Drawn, *, stay: bool = False) -> None:
        """Show other lines, from the top; or where they were scrolled to, when they ``stay``."""
        self._drawn = drawn
        if not stay:
            self.scroll_to(y=0, animate=False, force=True)
        self.draw_again()

    def draw_again(self) -> None:
        """Draw the same anew: the width has changed, or the language."""
        width, before = self._drawn_for, self._seen()
        self._draw_lines(self.scrollable_size.width)
        size = Size(self.size.width, len(self._lines))
        has_bar = self.show_vertical_scrollbar
        needs_bar = self.styles.overflow_y == "auto" and size.height > self.container_size.height
        if self.styles.auto_dimensions or (needs_bar != has_bar and self.styles.overflow_y != "scroll"):
            self.virtual_size = size  # a layout pass, which other lines alone don't need
        else:
            self.set_reactive(Widget.virtual_size, size)
            if has_bar:
                self.vertical_scrollbar.window_virtual_size = size.height
        if width == self._drawn_for:
            self._paint_where_other_than(before)
        else:
            self.refresh()

    def _seen(self) -> list[Line]:
        return [self.line(y) for y in range(self.size.height)]

    def _paint_where_other_than(self, before: list[Line]) -> None:
        """Have the lines painted that differ from those before: to paint one takes longer than all of this."""
        pairs = enumerate(zip(before, self._seen(), strict=True))
        if other := [Region(0, y, self.size.width, 1) for y, (old, new) in pairs if old != new]:
            self.refresh(*other)

    def _draw_lines(self, width: int) -> None:
        self._lines, self._drawn_for = (list(self._drawn(width)) if width else []), width

    def on_resize(self) -> None:
        """Wrap the lines anew."""
        self.draw_again()

    @property
    def text(self) -> str:
        """What it shows, as plain text."""
        return as_text(self._lines)

    def line(self, y: int) -> Line:
        """What stands on the line that is seen at this place, from above."""
        index = y + self.scroll_offset.y
        return self._lines[index] if index < len(self._lines) else ()

    def render_line(self, y: int) -> Strip:
        """One line of what is seen."""
        width = self.scrollable_size.width
        if width != self._drawn_for:  # painted for the first time, and only then told its size
            self._draw_lines(width)
        return strip(self.line(y), width, self.style_named, self.base_style)
