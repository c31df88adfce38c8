"""A client's checklist, a line an item, with the cursor on one of them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from vooraf.errors import N_
from vooraf.tui.widgets.item_rows import HEADING, ItemRow, first_unsettled, row_line
from vooraf.tui.widgets.line_list import Follow, LineList
from vooraf.tui.widgets.paint import Line


class ItemList(LineList):
    """Sections and their items. The cursor never stands on a heading."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("in full"), key_display="enter", id="list.choose"),
    ]

    def __init__(self, follow: Follow | None = None) -> None:
        super().__init__(follow)
        self.rows: tuple[ItemRow, ...] = ()

    def show(self, rows: tuple[ItemRow, ...], key: str = "") -> None:
        """Show these rows, with the cursor on ``key``, else on the first item that isn't settled."""
        self.rows = rows
        places = [index for index, row in enumerate(rows) if row.kind != HEADING and row.key == key]
        self.rows_changed(places[0] if places else first_unsettled(rows))

    @property
    def here(self) -> ItemRow | None:
        """The row on which the cursor stands."""
        return self.rows[self.cursor] if self.can_be_chosen(self.cursor) else None

    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def row(self, index: int, width: int) -> Line:
        """How a row looks."""
        return row_line(self.rows[index], width, here=index == self.cursor)

    def can_be_chosen(self, index: int) -> bool:
        """Every row but a heading."""
        return 0 <= index < len(self.rows) and self.rows[index].kind != HEADING
