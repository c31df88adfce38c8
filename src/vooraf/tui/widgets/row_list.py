"""A list of rows that each know how they look: for screens whose rows are nothing more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Size

from vooraf.errors import N_
from vooraf.tui.widgets.line_list import Follow, LineList
from vooraf.tui.widgets.paint import Line, paragraph
from vooraf.tui.widgets.signs import pointer

RowDrawn = Callable[[int], Line]
"""How a row looks in so many cells."""

_POINTER = 3


class RowList(LineList):
    """``empty`` is said in the place of the rows when there are none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("open"), key_display="enter", id="list.choose"),
    ]

    def __init__(self, follow: Follow | None = None) -> None:
        super().__init__(follow)
        self.empty = ""
        self._rows: Sequence[RowDrawn] = ()

    def show(self, rows: Sequence[RowDrawn], cursor: int | None = None) -> None:
        """Show other rows; the cursor stays where it can, or goes to ``cursor``."""
        self._rows = rows
        self.rows_changed(cursor)

    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be opened in an empty list."""
        return bool(self._rows) if action == "choose" else super().check_action(action, parameters)

    def row(self, index: int, width: int) -> Line:
        """A row behind the pointer."""
        begin = pointer() if index == self.cursor else " "
        return ((f" {begin} ", "key"), *self._rows[index](max(width - _POINTER - 1, 1)))

    def line(self, y: int, seen: Size) -> tuple[Line, Style]:
        """What stands at this place of what is ``seen``, from above; and the style of the whole line."""
        if self._rows:
            return super().line(y, seen)
        lines: list[Line] = [(), *paragraph(self.empty, max(seen.width - 4, 1), "", "   ")]
        return lines[y] if y < len(lines) else (), self.base_style
