"""What stands beside a list: paints its own lines, so that it is there in the same frame as the cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rich.style import Style
from textual.geometry import Size
from textual.widget import Widget

from vooraf.tui.widgets.paint import Line, as_text
from vooraf.tui.widgets.painted import Painted

Drawn = Callable[[int], Iterable[Line]]


class Pane(Painted, can_focus=False):
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
        self.paint_changes()

    def _draw_lines(self, width: int) -> None:
        self._lines, self._drawn_for = (list(self._drawn(width)) if width else []), width

    def on_resize(self) -> None:
        """Wrap the lines anew."""
        self.draw_again()

    @property
    def text(self) -> str:
        """What it shows, as plain text."""
        return as_text(self._lines)

    def line(self, y: int, seen: Size) -> tuple[Line, Style]:
        """What stands at this place of what is ``seen``, from above; and the style of the whole line."""
        index = y + self.scroll_offset.y
        if seen.width != self._drawn_for:  # painted for the first time, and only then told its size
            self._draw_lines(seen.width)
        return self._lines[index] if index < len(self._lines) else (), self.base_style
