"""The client under the cursor of the list, beside it: other lines with each move."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Size

from vooraf.tui.widgets.paint import Line, cut, spread
from vooraf.tui.widgets.pane import Pane
from vooraf.tui.widgets.signs import more


class ChosenPane(Pane):
    """A pane without a bar, which would be painted anew at every move; a sign at its end says that it goes on."""

    @property
    def allow_vertical_scroll(self) -> bool:
        """The wheel scrolls it all the same."""
        return True

    def line(self, y: int, seen: Size) -> tuple[Line, Style]:
        """What stands at this place of what is ``seen``, from above; and the style of the whole line."""
        line, base = super().line(y, seen)
        if y == seen.height - 1 and self.scroll_offset.y + y + 1 < self.virtual_size.height:
            line = spread(cut(line, seen.width - 2), ((more(), "dim"),), seen.width)
        return line, base
